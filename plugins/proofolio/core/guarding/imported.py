"""What was brought along from elsewhere: leaders bring it in, whoever's it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.rules.authority import MISPLACED_RECORD, NOT_YOUR_ROLE
from proofolio.core.guarding.place import Touched
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.model.person import Role


def check_imported(proposal: Proposal, files: Sequence[Touched]) -> Iterator[Finding]:
    """Every changed path below ``imported``. It counts for nothing here, so it may be one's own."""
    person = proposal.person
    for each in files:
        if each.owner not in proposal.base.people or each.steps[2] != "imported":
            message = "nothing imported belongs here"
            hint = f"it lies in {PORTFOLIOS}/<person>/imported/, where proofolio import-portfolio puts it"
            yield Finding(MISPLACED_RECORD, message, each.where, hint)
        elif Role.LEADER not in person.roles:
            message = f"work from elsewhere is brought in by leaders only, and {person.name} is not one"
            hint = "ask a leader to run proofolio import-portfolio with the package"
            yield Finding(NOT_YOUR_ROLE, message, each.where, hint)
