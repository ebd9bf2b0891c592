"""All that the judgement of a change rests on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from proofolio.core.model.change import Change
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.person import Person


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change, by whom, and the district before and after it.

    Attributes:
        change: what differs.
        person: whose change it is, as the roster of the base has them.
        base: the district as the target branch has it now; its roster and its rules count.
        head: the district with the change.
        history: what Git remembers at the head.
        standing: every path below the district's folders at the head.
        today: the day of the judgement.
    """

    change: Change
    person: Person
    base: District
    head: District
    history: History
    today: date
    standing: Collection[str] = field(default=(), repr=False)
