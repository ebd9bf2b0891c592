"""A table's columns: which of them holds the criterion, the level, the next step."""

from __future__ import annotations

from proofolio.core.harvesting.lines import Line, cells_of
from proofolio.core.harvesting.spelling import folded

_CRITERION = frozenset({"criterion", "criteria", "what", "quality"})
_LEVEL = frozenset({"level", "levels", "rating", "ratings", "my-rating", "score"})
_NEXT = frozenset({"next", "next-step", "next-steps", "what-next", "step", "steps"})


def columns_of(line: Line) -> tuple[str, ...] | None:
    """What each column of a table is for, when a line is the head of a table of ratings."""
    if "|" not in line.raw:
        return None
    names = [folded(cell) for cell in cells_of(line.raw)]
    roles = tuple(
        "criterion" if name in _CRITERION else "level" if name in _LEVEL else "next" if name in _NEXT else ""
        for name in names
    )
    once = all(roles.count(role) == 1 for role in ("criterion", "level")) and roles.count("next") <= 1
    return roles if once else None


def row(line: Line, columns: tuple[str, ...]) -> str | None:
    """A table's row as one line of a review; None when it is none, or has nothing in it."""
    cells = cells_of(line.raw)
    if "|" not in line.raw or len(cells) > len(columns) or not line.raw.strip(" |:-\t"):
        return None
    by_role = {role: cell for role, cell in zip(columns, cells, strict=False) if role}
    criterion, level = by_role.get("criterion", ""), by_role.get("level", "")
    if not criterion:
        return None
    comments = "; ".join(cell for role, cell in zip(columns, cells, strict=False) if not role and cell)
    step = by_role.get("next", "").strip()
    parts = [f"{criterion}: {level}", comments, f"next: {step}" if step else ""]
    return " – ".join(part for part in parts if part)
