"""Pathway progress, without what rests on hidden work."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from proofolio.core.model.progress import PartProgress, PathwayProgress


def pathways_seen(
    pathways: Mapping[str, PathwayProgress], earned: frozenset[str]
) -> dict[str, PathwayProgress]:
    """Every pathway's progress as it stands with only the awards of ``earned``.

    Reasons are left out: they are written about all the work, hidden work included. A pathway
    that needed something hidden is not shown as met.
    """
    known = _with_pathways(pathways, earned)
    return {key: _one(each, known) for key, each in sorted(pathways.items())}


def _with_pathways(pathways: Mapping[str, PathwayProgress], earned: frozenset[str]) -> frozenset[str]:
    """What counts: the visible awards and the pathways that rest on nothing else."""
    known = set(earned)
    while True:
        more = {
            key for key, each in pathways.items() if key not in known and each.met and _counted(each) <= known
        }
        if not more:
            return frozenset(known)
        known |= more


def _counted(progress: PathwayProgress) -> set[str]:
    return {*progress.have, *(name for part in progress.parts for name in part.counted)}


def _one(progress: PathwayProgress, known: frozenset[str]) -> PathwayProgress:
    met = progress.met and _counted(progress) <= known
    have = tuple(each for each in progress.have if each in known)
    hidden = tuple(each for each in progress.have if each not in known)
    return replace(
        progress,
        met=met,
        have=have,
        still=tuple(dict.fromkeys((*progress.still, *hidden))),
        because=(),
        parts=tuple(_part(each, known) for each in progress.parts),
        on=progress.on if met else None,
    )


def _part(part: PartProgress, known: frozenset[str]) -> PartProgress:
    hidden = tuple(each for each in part.counted if each not in known)
    if not hidden:
        return part
    have = max(0, part.have - len(hidden))
    return replace(
        part,
        have=have,
        met=part.met and have >= part.of,
        counted=tuple(each for each in part.counted if each in known),
        open=tuple(sorted({*part.open, *hidden})),
    )
