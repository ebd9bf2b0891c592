"""Evidence: everybody writes in their own folder, and nobody in another's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.authority import HUGE_CHANGE, NOT_YOUR_FOLDER
from proofolio.core.guarding.place import Touched, folded
from proofolio.core.guarding.proposal import Proposal

MAX_FILES = 1000


def check_evidence(proposal: Proposal, files: Sequence[Touched]) -> Iterator[Finding]:
    """The changed files of portfolios, without the records in them."""
    person = proposal.person
    for each in files:
        if each.owner == person.id:
            continue
        hint = None
        if folded(each.steps[1]) == person.id:
            message = f"'{'/'.join(each.steps[:2])}' is not {person.name}'s folder, though it looks like it"
            hint = f"the folder is called {PORTFOLIOS}/{person.id}, in exactly these letters"
        else:
            owner = proposal.base.name_of(each.steps[1])
            message = f"this is {owner}'s portfolio, and {person.name} is not {owner}"
            if each.is_gone:
                message = f"{person.name} deleted a file of {owner}'s portfolio"
        yield Finding(NOT_YOUR_FOLDER, message, each.where, hint)
    if len(files) > MAX_FILES:
        message = f"{len(files)} files at once (at most {MAX_FILES})"
        yield Finding(HUGE_CHANGE, message, Pointer(f"{PORTFOLIOS}/{person.id}"))
