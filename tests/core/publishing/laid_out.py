"""The plan for a district, with whatever else is known beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.progress import PersonProgress
from proofolio.core.publishing.ledger import Proven
from proofolio.core.publishing.page import Audience, SitePlan, Withheld
from proofolio.core.publishing.plan import plan
from proofolio.core.publishing.scene import look


def laid_out(
    district: District,
    progress: Mapping[str, PersonProgress],
    history: History,
    audience: Audience,
    withheld: tuple[Withheld, ...],
    today: date,
    proven: Proven | None = None,
    **more: Any,
) -> SitePlan:
    """``more`` are further fields of the scene: starters, stories, report, queue, agreement."""
    scene = look(district, progress, history, audience, withheld, today, proven)
    return plan(replace(scene, **more), withheld)
