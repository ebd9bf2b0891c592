"""What holds the district together: leaders keep it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.rules.authority import CREDENTIAL_CHANGED, NOT_YOUR_ROLE
from proofolio.core.guarding.place import Touched, folded
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.model.person import Role

_AREAS = (
    (f"{PORTFOLIOS}/roster.yml", "the roster"),
    (PORTFOLIOS, "what lies beside people's folders"),
    ("competencies", "the competencies"),
    (".github", "the workflows and settings of the repository"),
    (".gitea", "the workflows and settings of the repository"),
    (".forgejo", "the workflows and settings of the repository"),
    ("codeowners", "the list of who is asked to review what"),
    ("docs/codeowners", "the list of who is asked to review what"),
    (".mailmap", "the map from addresses to people"),
    ("mkdocs.yml", "the site's settings"),
    ("plugins", "the programs"),
)
_REVOCATIONS = "competencies/issuer/revocations/"


def check_administration(proposal: Proposal, files: Sequence[Touched]) -> Iterator[Finding]:
    """Everything outside of people's folders."""
    person = proposal.person
    for each in files:
        path = "/".join(folded(step) for step in each.steps)
        if path.startswith(_REVOCATIONS) and not each.is_new:
            done = "deleted or moved" if each.is_gone else "changed"
            yield Finding(CREDENTIAL_CHANGED, f"a revocation was {done}", each.where)
    if Role.LEADER in person.roles:
        return
    for each in files:
        message = f"{_area(each)} can be changed by leaders only, and {person.name} is not one"
        yield Finding(NOT_YOUR_ROLE, message, each.where)


def _area(each: Touched) -> str:
    path = "/".join(folded(step) for step in each.steps)
    for prefix, name in _AREAS:
        if path == prefix or path.startswith(prefix + "/"):
            return name
    return "what lies outside of the portfolios"
