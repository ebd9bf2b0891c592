"""A pathway: a rule over micro-credentials, with an award of its own."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.micro_credential import Stipend
from proofolio.core.model.requirement import Requirement


@dataclass(frozen=True, slots=True)
class PathwayAward:
    """What finishing the pathway gives: a title, hours, a stipend."""

    title: str
    hours: float = 0
    stipend: Stipend | None = None


@dataclass(frozen=True, slots=True)
class Pathway:
    """A route through the micro-credentials ("stack" on screen when it is one plain list).

    ``ordered``: the order in which the rule is written is recommended. That is advice, and no award
    depends on it.
    """

    id: str
    title: str
    audience: str | None
    rule: Requirement
    award: PathwayAward | None
    source: Pointer
    ordered: bool = False
