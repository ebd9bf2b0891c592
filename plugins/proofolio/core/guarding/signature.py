"""Signatures of the change's commits: what was made up or borrowed is told."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.authority import BAD_SIGNATURE, STRANGE_SIGNATURE
from proofolio.core.guarding.place import shown
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.model.history import Signature
from proofolio.core.model.identity import person_of


def check_signatures(proposal: Proposal) -> Iterator[Finding]:
    """Commits whose signature speaks against them. One without any is judged by its account alone.

    A good signature of somebody for whom the roster lists no key can be compared with nothing.
    """
    change, people = proposal.change, proposal.base.people
    first = change.files[0].path if change.files else PORTFOLIOS
    for commit in change.commits:
        where = Pointer(shown(commit.paths[0] if commit.paths else first))
        name = f"commit {commit.commit[:10]}"
        if commit.signature is Signature.BAD:
            yield Finding(BAD_SIGNATURE, f"the signature of {name} does not hold", where)
        elif commit.signature is Signature.STRANGER:
            author = person_of(commit.author, people)
            if author is None or not people[author].signing_keys:
                continue
            message = f"{name} is signed with a key that is not {people[author].name}'s on the roster"
            yield Finding(STRANGE_SIGNATURE, message, where)
