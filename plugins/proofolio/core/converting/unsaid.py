"""What a framework holds, and a line for each part of it that another format has no place for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from proofolio.core.converting.report import Note
from proofolio.core.model.framework import Framework

LEFT_OUT = "left out: the format has no place for it"


def unsaid(
    framework: Framework, carried: Collection[str], own: str
) -> tuple[dict[str, int], tuple[Note, ...]]:
    """How much of everything there is, and notes on all that is not among what is ``carried``.

    The names are those of ``PARTS``; ``own`` is the format's name, under which things are kept for it.
    """
    counts = _counts(framework)
    held = {
        "frameworks": 1,
        "domains": len(framework.domains),
        "competencies": len(framework.competencies),
        "levels": len(framework.levels),
        **{name: number for name, number in counts.items() if number},
    }
    notes = [Note(name, counts[name], LEFT_OUT) for name in PARTS if name not in carried and counts[name]]
    things = [framework.kept, *(each.kept for each in framework.levels)]
    things += [each.kept for each in framework.domains]
    things += [each.kept for each in framework.competencies.values()]
    others = sum(any(name != own for name in kept) for kept in things)
    if others:
        notes.append(Note("things with something kept of other formats", others, LEFT_OUT))
    return held, tuple(notes)


def names(framework: Framework) -> Iterator[str]:
    """Everything that another format would call a name: titles, and the texts of indicators."""
    yield framework.title
    yield from (each.title for each in framework.domains)
    for competency in framework.competencies.values():
        yield competency.title
        yield from competency.indicators.values()


PARTS = (
    "vision",
    "version",
    "source",
    "sets",
    "indicators",
    "rubric criteria",
    "reasons (why)",
    "prerequisites",
    "related",
    "themes",
    "pitfalls",
    "practice tasks",
    "exemplars",
    "resources",
    "alignments",
    "replacements",
)


def _counts(framework: Framework) -> dict[str, int]:
    every = framework.competencies.values()
    return {
        "vision": int(bool(framework.vision)),
        "version": int(framework.version not in ("", "1")),
        "source": int(framework.provenance is not None),
        "sets": len(framework.sets),
        "indicators": sum(len(each.indicators) for each in every),
        "rubric criteria": sum(len(each.rubric.criteria) for each in every),
        "reasons (why)": sum(bool(each.why) for each in every),
        "prerequisites": sum(len(each.prerequisites) for each in every),
        "related": sum(len(each.related) for each in every),
        "themes": sum(len(each.themes) for each in every),
        "pitfalls": sum(len(each.pitfalls) for each in every),
        "practice tasks": sum(len(each.practice) for each in every),
        "exemplars": sum(len(each.exemplars) for each in every),
        "resources": sum(len(each.resources) for each in every),
        "alignments": sum(len(each.alignments) for each in every),
        "replacements": sum(each.replaced_by is not None for each in every),
    }
