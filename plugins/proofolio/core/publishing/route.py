"""Pathway progress, without what rests on hidden work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from proofolio.core.model.district import District
from proofolio.core.model.progress import Eligibility, PartProgress, PathwayProgress
from proofolio.core.model.requirement import Facet, Named, Requirement, Selector
from proofolio.core.model.standing import Award


@dataclass(frozen=True, slots=True)
class Counting:
    """What may count towards pathways: the visible awards that hold today.

    ``doubtful`` are those for which hidden work was accepted as well. They count towards a pathway
    that asks for a kind of evidence only when the published work has that kind: ``kinds``.
    """

    awards: Mapping[str, Award]
    doubtful: frozenset[str]
    kinds: Mapping[str, frozenset[str]]

    def for_kinds(self, asked: frozenset[str]) -> frozenset[str]:
        """The micro-credentials that count where these kinds are asked for."""
        return frozenset(
            each
            for each in self.awards
            if each not in self.doubtful or asked <= self.kinds.get(each, frozenset())
        )


def pathways_seen(
    district: District, pathways: Mapping[str, PathwayProgress], counting: Counting
) -> dict[str, PathwayProgress]:
    """Every pathway's progress as it stands with the visible awards only.

    Reasons and routes are left out: they are written about all the work, hidden work included. In
    doubt a pathway is shown as less far than it is, never as further.
    """
    known = {
        key: counting.for_kinds(frozenset(_kinds(district, district.pathways[key].rule, frozenset({key}))))
        if key in district.pathways
        else frozenset[str]()
        for key in pathways
    }
    finished: dict[str, PathwayProgress] = {}
    while True:
        # a pathway may ask for another, so those that are visibly finished count in the next round
        shown = {
            key: _one(each, known[key].union(finished), counting) for key, each in sorted(pathways.items())
        }
        more = {key: each for key, each in shown.items() if each.met}
        if more.keys() == finished.keys():
            return shown
        finished = more


def opportunities_seen(
    district: District,
    opportunities: Mapping[str, Eligibility],
    counting: Counting,
    pathways: Mapping[str, PathwayProgress],
    hours: float,
) -> dict[str, Eligibility]:
    """Every opportunity as it stands with the visible awards, pathways and hours only.

    ``pathways`` are those of :func:`pathways_seen`. In doubt less is met than is, never more.
    """
    finished = {key for key, each in pathways.items() if each.met}
    shown = {}
    for key, each in sorted(opportunities.items()):
        found = district.opportunities.get(key)
        rule = found.rule if found else None
        kinds = frozenset(_kinds(district, rule, frozenset())) if rule else frozenset[str]()
        earned = all(part.met for part in each.parts)
        way = PathwayProgress(key, earned, each.have, (), (), each.parts)
        way = _one(way, counting.for_kinds(kinds).union(finished), counting)
        enough = hours >= each.hours_asked
        shown[key] = replace(
            each, met=way.met and enough, have=way.have, still=(), because=(), parts=way.parts, hours=hours
        )
    return shown


def _kinds(district: District, rule: Requirement, within: frozenset[str]) -> Iterator[str]:
    """The kinds of evidence that a rule asks for, in the pathways that it names too."""
    if isinstance(rule, Selector):
        if rule.facet is Facet.KIND:
            yield rule.value
    elif isinstance(rule, Named):
        if rule.id in district.pathways and rule.id not in within:
            yield from _kinds(district, district.pathways[rule.id].rule, within | {rule.id})
    else:
        for part in rule.parts:
            yield from _kinds(district, part, within)


def _one(progress: PathwayProgress, known: frozenset[str], counting: Counting) -> PathwayProgress:
    counted = {*progress.have, *(name for part in progress.parts for name in part.counted)}
    parts = tuple(_part(each, known) for each in progress.parts)
    shown = replace(
        progress,
        have=tuple(each for each in progress.have if each in known),
        still=(),
        because=(),
        parts=parts,
    )
    if counted <= known or not progress.met:
        return shown
    met = all(each.met for each in parts)
    return replace(shown, met=met, on=_since(parts, counting) if met else None)


def _part(part: PartProgress, known: frozenset[str]) -> PartProgress:
    counted = tuple(each for each in part.counted if each in known)
    hidden = tuple(each for each in part.counted if each not in known)
    have, met = part.have, part.met
    if hidden:
        # where each thing counts one, there may be more of them than are needed
        one_each = part.have == min(part.of, len(part.counted))
        have = min(part.of, len(counted)) if one_each else max(0, part.have - len(hidden))
        met = part.met and have >= part.of
    # sorted, because the rule's order could tell which of them were hidden
    still_open = tuple(sorted({*part.open, *hidden}))
    return replace(part, have=have, met=met, counted=counted, open=still_open)


def _since(parts: tuple[PartProgress, ...], counting: Counting) -> date | None:
    """The day on which the visible awards finished the last part; None when they cannot tell."""
    days = []
    for part in parts:
        earned = sorted(counting.awards[each].on for each in part.counted if each in counting.awards)
        if not 0 < part.of <= len(earned):
            return None
        days.append(earned[part.of - 1])
    return max(days, default=None)
