"""A competency as a format without rubrics tells of it: everything else stays empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency
from proofolio.core.model.rubric import Rubric


def bare(
    framework: str,
    own: str,
    title: str,
    *,
    domain: str | None,
    statement: str,
    indicators: Mapping[str, str],
    code: str | None,
    kept: Mapping[str, Any],
    related: tuple[str, ...] = (),
) -> Competency:
    """The competency ``own`` of a framework, at the place where its file will be."""
    return Competency(
        framework=framework,
        id=own,
        title=title,
        domain=domain,
        sets=(),
        statement=statement,
        why="",
        indicators=indicators,
        rubric=Rubric({}),
        prerequisites=(),
        related=related,
        themes=(),
        pitfalls={},
        practice={},
        exemplars=(),
        resources=(),
        alignments=(),
        source=Pointer(f"competencies/frameworks/{framework}/{own}.yml"),
        code=code,
        kept=kept,
    )
