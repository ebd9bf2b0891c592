"""An application: what somebody chose to send for an opportunity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.progress import Eligibility
from proofolio.core.model.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Application:
    """What somebody sends: whose it is, for what, what speaks for it, and which work was chosen.

    ``pieces`` are slugs with what the organisation's site shows of each, in the chosen order;
    ``letter`` is Markdown, "" without one. ``names`` are the ids of all that counts.
    """

    person: str
    name: str
    opportunity: Opportunity
    eligibility: Eligibility
    pieces: tuple[tuple[str, Visibility], ...]
    letter: str
    names: frozenset[str]
    on: date
