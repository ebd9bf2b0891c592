"""The shape of a rule: how much of it is there, what counts, and what is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proofolio.core.awarding.requirement import NOTHING, Assessor, Choice, outright, unique, wanted
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector


@dataclass(frozen=True, slots=True)
class Shape:
    """``have`` of ``of`` pieces; the ids that count, and the ids that could still be earned."""

    have: int
    of: int
    met: bool
    counted: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


def shape(
    rule: Requirement,
    assessor: Assessor,
    taken: frozenset[str] = NOTHING,
    within: frozenset[str] = NOTHING,
) -> Shape:
    """Measure a rule. ``within`` are the pathways around it, so that none is opened inside itself."""
    match rule:
        case Named():
            return _named(rule.id, assessor, within)
        case Selector():
            return _selector(rule, assessor)
        case AllOf():
            inner = taken | outright(rule)
            parts = [shape(each, assessor, inner, within) for each in rule.parts]
            return Shape(
                have=sum(each.have for each in parts),
                of=sum(each.of for each in parts),
                met=assessor.met(rule, taken),
                counted=unique(name for each in parts for name in each.counted),
                open=unique(name for each in parts for name in each.open),
            )
        case AnyOf() | AtLeast():
            return _choice(rule, assessor, taken, within)


def _named(name: str, assessor: Assessor, within: frozenset[str]) -> Shape:
    held = assessor.holds(name)
    pathway = assessor.catalogue.pathway(name)
    if pathway is None:
        return Shape(int(held), 1, held, (name,) if held else (), () if held else (name,))
    if name in within:
        return Shape(int(held), 1, held)
    inside = shape(pathway.rule, assessor, NOTHING, within | {name})
    # A pathway that the ledger holds is whole, whatever its rule has become since.
    return Shape(inside.of, inside.of, True, inside.counted) if held else inside


def _selector(rule: Selector, assessor: Assessor) -> Shape:
    counted = assessor.counts(rule)
    if rule.facet is Facet.KIND:
        open_ids = tuple(each for each in assessor.offered(rule) if each not in counted)
        return Shape(min(1, len(counted)), 1, bool(counted), counted, open_ids)
    lacking = assessor.missing(rule)
    return Shape(len(counted), len(counted) + len(lacking), assessor.met(rule), counted, lacking)


def _choice(rule: Choice, assessor: Assessor, taken: frozenset[str], within: frozenset[str]) -> Shape:
    met = assessor.met(rule, taken)
    offered = tuple(_offers(rule, assessor, taken, within))
    # Once the choice is made, unfinished alternatives are nobody's business any more.
    counted = unique(name for each in offered if each.met or not met for name in each.counted)
    return Shape(
        have=max(0, min(assessor.count(rule, taken), wanted(rule))),
        of=max(0, wanted(rule)),
        met=met,
        counted=counted,
        open=unique(name for each in offered for name in each.open if name not in counted),
    )


def _offers(
    rule: Choice, assessor: Assessor, taken: frozenset[str], within: frozenset[str]
) -> Iterator[Shape]:
    for part in rule.parts:
        if isinstance(part, Named) and part.id not in taken:
            yield _named(part.id, assessor, within)
        elif isinstance(part, Selector):
            counted = assessor.counts(part, taken)
            open_ids = tuple(each for each in assessor.offered(part, taken) if each not in counted)
            yield Shape(len(counted), len(counted), True, counted, open_ids)
        elif not isinstance(part, Named):
            yield shape(part, assessor, taken, within)
