"""Scales of levels, for formats that have none or another kind."""

from __future__ import annotations

from collections.abc import Sequence

from proofolio.core.converting.identify import Ids
from proofolio.core.converting.plain import title
from proofolio.core.converting.report import Note
from proofolio.core.model.framework import Level

STANDARD = (
    Level("emerging", "Emerging"),
    Level("developing", "Developing"),
    Level("proficient", "Proficient", mastery=True),
    Level("exemplary", "Exemplary"),
)
"""The scale that a framework gets when it comes without one; an organisation changes it as it likes."""

STANDARD_NOTE = Note(
    "the file holds no scale of levels",
    1,
    "the levels are Emerging, Developing, Proficient (mastery) and Exemplary; change them in framework.yml",
)


def scale(titles: Sequence[str], mastery: int | None) -> tuple[Level, ...]:
    """Levels by their titles, lowest first; ``mastery`` is the threshold's position, None the highest."""
    ids = Ids()
    last = len(titles) - 1
    threshold = last if mastery is None or not 0 <= mastery <= last else mastery
    return tuple(
        Level(ids.take(each, otherwise=f"level-{at + 1}"), title(each) or f"Level {at + 1}", at == threshold)
        for at, each in enumerate(titles)
    )
