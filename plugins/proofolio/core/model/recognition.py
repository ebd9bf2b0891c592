"""A recognition: the organisation says thank you for a piece of work, for everybody to see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.person import Person, Role
from proofolio.core.model.submission import SubmissionKey

RECOGNISING_ROLES = frozenset({Role.LEADER, Role.COACH, Role.APPROVER})


@dataclass(frozen=True, slots=True)
class Recognition:
    """What is called a bright spot on screen. It shows nothing until those who did the work agree.

    ``name`` is the file's, date first; ``work`` is ``person/slug`` as written; ``by`` says thank you.
    """

    name: str
    on: date
    work: str
    by: str
    title: str
    body: Body
    source: Pointer

    @property
    def key(self) -> SubmissionKey:
        """The work's person and slug."""
        person, _, slug = self.work.partition("/")
        return person, slug


def may_recognise(person: Person) -> bool:
    """Whether somebody's thanks are the organisation's: a leader's, a coach's or an approver's."""
    return bool(person.roles & RECOGNISING_ROLES)
