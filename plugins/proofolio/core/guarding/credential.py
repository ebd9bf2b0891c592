"""Credentials: they come in by the signing step or a leader's import, and then stay as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.rules.authority import (
    CREDENTIAL_CHANGED,
    MISPLACED_RECORD,
    NOT_YOUR_ROLE,
    OWN_CREDENTIAL,
)
from proofolio.core.guarding.place import CREDENTIALS, Touched
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.model.person import Role

_STEPS = 4
RECORD, EXTERNAL = "record.clr.json", "external"


def check_credentials(proposal: Proposal, files: Sequence[Touched]) -> Iterator[Finding]:
    """Every changed path that is, or passes for, a credential."""
    person = proposal.person
    for each in files:
        if not each.is_new and not _is_derived(each):
            done = "deleted or moved" if each.is_gone else "changed"
            yield Finding(CREDENTIAL_CHANGED, f"a credential was {done}", each.where)
        elif not each.is_gone and not _is_in_place(proposal, each):
            message = "no credential belongs here"
            hint = f"credentials lie in {PORTFOLIOS}/<person>/credentials/<micro-credential>.json"
            yield Finding(MISPLACED_RECORD, message, each.where, hint)
        elif Role.LEADER not in person.roles:
            message = f"credentials are brought in by leaders only, and {person.name} is not one"
            hint = "credentials are written by the signing step, once a decision is made"
            yield Finding(NOT_YOUR_ROLE, message, each.where, hint)
        elif each.owner == person.id:
            message = f"{person.name} brought in a credential for themselves"
            yield Finding(OWN_CREDENTIAL, message, each.where)


def _is_derived(each: Touched) -> bool:
    """Whether it is a learner record, which is signed anew whenever the credentials in it change."""
    return len(each.steps) == _STEPS and each.steps[2:] == (CREDENTIALS, RECORD)


def _is_in_place(proposal: Proposal, each: Touched) -> bool:
    steps = each.steps
    own = len(steps) == _STEPS and steps[-1].endswith(".json")
    external = len(steps) == _STEPS + 1 and steps[3] == EXTERNAL and steps[-1].endswith((".json", ".yml"))
    right = (own or external) and steps[2] == CREDENTIALS
    return right and each.owner in proposal.base.people
