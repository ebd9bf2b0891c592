"""Consent: which of the work that bears her name somebody agrees to have held up to everyone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from proofolio.core.model.portfolio import Portfolio
    from proofolio.core.model.submission import Submission

ALL = "all"
"""What ``showcase:`` says for all of one's work."""


@dataclass(frozen=True, slots=True)
class Showcase:
    """What a profile's ``showcase:`` says; nothing, unless its owner says something.

    ``every`` means all work, ``works`` are single ones: a slug of her own, or ``person/slug``.
    """

    every: bool = False
    works: tuple[str, ...] = ()

    def agrees(self, owner: str, work: Submission) -> bool:
        """Whether the owner of this profile agrees for a piece of work that bears her name."""
        return self.every or self.line_for(owner, work) in self.works or "/".join(work.key) in self.works

    def line_for(self, owner: str, work: Submission) -> str:
        """How the owner of this profile names a piece of work: her own by its folder alone."""
        return work.slug if work.person == owner else "/".join(work.key)

    def change_for(self, owner: str, work: Submission) -> str:
        """What the owner of this profile does to agree for one more piece of work, with the whole line."""
        line = f"showcase: [{', '.join((*self.works, self.line_for(owner, work)))}]"
        return f"change the line to {line}" if self.works else f"add the line {line}"


def disagreeing(portfolios: Mapping[str, Portfolio], work: Submission) -> tuple[str, ...]:
    """Those whose name stands on a piece of work and who have not agreed, its owner first."""
    return tuple(
        person
        for person in dict.fromkeys((work.person, *work.co_authors))
        if not showcase_of(portfolios, person).agrees(person, work)
    )


def showcase_of(portfolios: Mapping[str, Portfolio], person: str) -> Showcase:
    """What a person agrees to; without a profile that can be read, nothing."""
    portfolio = portfolios.get(person)
    return portfolio.profile.showcase if portfolio and portfolio.profile else Showcase()
