"""Evidence: where the work is, and exactly which version of it was reviewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from proofolio.core.issuing.naming import page_of
from proofolio.core.model.address import folder, of_submission, on_web
from proofolio.core.model.credential import Credential
from proofolio.core.model.day import day
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.submission import Submission
from proofolio.core.model.visibility import Visibility

Json = dict[str, Any]
HIDDEN = "Reviewed in the issuer's repository."


def is_public(district: District, submission: Submission) -> bool:
    """Whether anybody may see the work."""
    portfolio = district.portfolios[submission.person]
    return portfolio.visibility_of(submission) is Visibility.PUBLIC


def work_reviewed(district: District, site: str, submission: Submission, history: History) -> Json:
    """Open Badges 3.0, ``Evidence``. Of work that is not public not a word is told."""
    words = reviewed_as(submission.digest, commit_of(submission, history))
    if not is_public(district, submission):
        return hidden(words)
    return {
        "id": on_web(site, of_submission(submission)),
        "type": ["Evidence"],
        "name": submission.title,
        "narrative": words,
    }


def hidden(words: str) -> Json:
    """Evidence that only says that it is there."""
    return {"type": ["Evidence"], "narrative": f"{HIDDEN} {words}".strip()}


def reviewed_as(digest: str, commit: str | None) -> str:
    """The sentence from which a verifier reads the version: its form never changes."""
    return f"Reviewed as {digest} at commit {commit}." if commit else f"Reviewed as {digest}."


def commit_of(submission: Submission, history: History) -> str | None:
    """The last commit that brought the work into its present version; None when Git cannot tell."""
    versions = history.versions.get(folder(submission), ())
    found = [each.revision.commit for each in versions if each.digest == submission.digest]
    return found[-1] if found else None


def credentials_counted(
    portfolio: Portfolio, district: District, counted: Iterable[str], held: Mapping[str, Credential]
) -> Iterator[Json]:
    """What a pathway was finished with: the page of each credential."""
    if portfolio.visibility is not Visibility.PUBLIC:
        yield hidden("")
        return
    for name in counted:
        credential = held[name]
        asked = district.micro_credentials.get(name)
        yield {
            "id": page_of(credential.id),
            "type": ["Evidence"],
            "name": asked.title if asked else credential.name,
            "narrative": f"Awarded on {day(credential.on)}.",
        }
