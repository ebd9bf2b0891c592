"""A review: what a coach or assessor found, bound to exactly what was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body


class Verdict(StrEnum):
    """The reviewer's word on the whole.

    ``recused``: this reviewer steps back from this work; nothing they say of it counts.
    """

    MET = "met"
    REVISE = "revise"
    RECUSED = "recused"


@dataclass(frozen=True, slots=True)
class Review:
    """One reviewer's ratings on one day.

    ``reviewed`` is the digest of the submission as it was read; ``ratings`` maps a criterion's id
    to a level's id; ``next_steps`` maps a criterion's id to what to do next.
    """

    on: date
    reviewer: str
    reviewed: str
    rubric: str | None
    ratings: Mapping[str, str]
    next_steps: Mapping[str, str]
    verdict: Verdict
    origin: str | None
    body: Body
    source: Pointer
