"""Where each thing's page is: its source's path, so that edit links and relative links come right."""

from __future__ import annotations

from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework
from proofolio.core.model.submission import Submission

LANDING = "index.md"
BROWSER = "competencies/index.md"
LIBRARY = "competencies/micro-credentials/index.md"
PATHWAYS = "competencies/pathways/index.md"
COURSES = "competencies/courses/index.md"
DIRECTORY = "portfolios/index.md"


def of_framework(framework: Framework) -> str:
    """The page of a framework."""
    return f"competencies/frameworks/{framework.id}/index.md"


def of_competency(competency: Competency) -> str:
    """The page of a competency."""
    return f"competencies/frameworks/{competency.framework}/{competency.id}.md"


def of_micro_credential(micro_credential: str) -> str:
    """The page of a micro-credential, by id."""
    return f"competencies/micro-credentials/{micro_credential}.md"


def of_pathway(pathway: str) -> str:
    """The page of a pathway, by id."""
    return f"competencies/pathways/{pathway}.md"


def of_course(course: str) -> str:
    """The page of a micro-course, by id."""
    return f"competencies/courses/{course}.md"


def of_renewal(renewal: str) -> str:
    """The page of a licence-renewal profile, by id."""
    return f"competencies/renewal/{renewal}.md"


def of_person(person: str) -> str:
    """The page of a portfolio, by the person's id."""
    return f"portfolios/{person}/index.md"


def folder(submission: Submission) -> str:
    """A submission's folder, without a slash at the end."""
    return f"portfolios/{submission.person}/{submission.slug}"


def of_submission(submission: Submission) -> str:
    """The page of a submission."""
    return f"{folder(submission)}/index.md"
