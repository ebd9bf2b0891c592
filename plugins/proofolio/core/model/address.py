"""Where each thing's page is: its source's path, so that edit links and relative links come right."""

from __future__ import annotations

from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework
from proofolio.core.model.submission import Submission

RESERVED = (
    "log", "credentials", "self-assessments", "imported", "reviews", "assets", "index", "search", "all",
)  # fmt: skip
"""What no submission's folder may be called."""
LANDING = "index.md"
BROWSER = "competencies/index.md"
LIBRARY = "competencies/micro-credentials/index.md"
PATHWAYS = "competencies/pathways/index.md"
COURSES = "competencies/courses/index.md"
THEMES = "competencies/themes/index.md"
OPPORTUNITIES = "competencies/opportunities/index.md"
DIRECTORY = "portfolios/index.md"
FIGURES = "figures/index.md"
FIGURES_JSON, FIGURES_CSV = "figures/figures.json", "figures/figures.csv"
SEARCH = "search/index.md"
FEED = "feed.xml"
BRIGHT_SPOTS = "bright-spots/index.md"
WRITE = "write/index.md"
WRITE_PLAN = "write/plan/index.md"
WRITE_LOG = "write/log/index.md"
QUEUE = "inside/queue/index.md"
COACHES = "inside/coaches/index.md"
PROGRESS = "inside/progress/index.md"
AGREEMENT = "inside/agreement/index.md"
"""The last four are on internal sites alone."""


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


def of_opportunity(opportunity: str) -> str:
    """The page of an opportunity, by id."""
    return f"competencies/opportunities/{opportunity}.md"


def of_evidence_form(micro_credential: str) -> str:
    """The page with the form for evidence of a micro-credential, by id."""
    return f"write/evidence/{micro_credential}/index.md"


def of_review_form(micro_credential: str) -> str:
    """The page with the form for reviewing work for a micro-credential, by id."""
    return f"write/review/{micro_credential}/index.md"


def of_self_assessment_form(framework: str) -> str:
    """The page with the form for rating oneself against a framework, by id."""
    return f"write/self-assessment/{framework}/index.md"


def feed_of(uri: str) -> str:
    """The Atom feed beside a page: of a person, a competency."""
    return uri.removesuffix("index.md") + "feed.xml" if uri.endswith("index.md") else f"{uri[:-3]}/feed.xml"


def of_organization_feed(organization: str) -> str:
    """The Atom feed of an organisation, by id."""
    return f"organizations/{organization}/feed.xml"


def of_person(person: str) -> str:
    """The page of a portfolio, by the person's id."""
    return f"portfolios/{person}/index.md"


def folder(submission: Submission) -> str:
    """A submission's folder, without a slash at the end."""
    return f"portfolios/{submission.person}/{submission.slug}"


def of_submission(submission: Submission) -> str:
    """The page of a submission."""
    return f"{folder(submission)}/index.md"


ISSUER = "issuer/index.md"
"""Who issues here, with which keys."""
DID = "issuer/did.json"
"""The issuer's keys, at the address that its ``did:web`` names."""
STATUS_LIST = "issuer/revocations.json"
"""The signed list of what was revoked."""
VERIFY = "verify/index.md"
"""Where a visitor checks a credential."""


def of_credential(person: str, name: str) -> str:
    """The page of a credential. ``name`` is its file's name without the ending."""
    return f"portfolios/{person}/credentials/{name}.md"


def of_credential_file(person: str, name: str, ending: str = "json") -> str:
    """A credential itself (``json``), or the same in a badge (``png``, ``svg``)."""
    return f"portfolios/{person}/credentials/{name}.{ending}"


def of_transcript(person: str) -> str:
    """What a person has earned, on a page to print."""
    return f"portfolios/{person}/credentials/transcript.md"


def of_learner_record(person: str) -> str:
    """All of a person's credentials in one signed document (CLR Standard 2.0)."""
    return f"portfolios/{person}/credentials/record.clr.json"


def of_evidence_facts(submission: Submission) -> str:
    """What a verifier asks of a submission: the digest of its published state, as JSON."""
    return f"{folder(submission)}/evidence.json"


def on_web(site: str, uri: str) -> str:
    """The web address of a page or file. ``site`` is the issuer's address.

    A page is served from the folder that its source names (``a/b.md`` from ``a/b/``).
    """
    path = uri
    if uri.endswith(".md"):
        path = uri.removesuffix("index.md") if uri.rsplit("/", 1)[-1] == "index.md" else f"{uri[:-3]}/"
    return f"{site.rstrip('/')}/{path}"
