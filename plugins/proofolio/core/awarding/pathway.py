"""Pathways: how far a person is on each, since when, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from proofolio.core.awarding.account import account
from proofolio.core.awarding.award import Awards
from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.holdings import Grounds, begun, current, holdings, issued_pathways
from proofolio.core.awarding.label import label
from proofolio.core.awarding.ledger import lasts
from proofolio.core.awarding.requirement import NOTHING, Assessor, finished, outright
from proofolio.core.awarding.route import Route, route
from proofolio.core.awarding.shape import shape
from proofolio.core.language.phrase import shortened
from proofolio.core.language.say import day, say
from proofolio.core.model.pathway import Pathway
from proofolio.core.model.progress import PartProgress, PathwayProgress
from proofolio.core.model.requirement import AllOf, Facet, Named, Requirement, Selector


@dataclass(frozen=True, slots=True)
class Journey:
    """A person on all pathways. ``finished_on`` is the first day of each that was ever finished.

    What was finished once keeps its hours even when an award below it expires later. ``assessor`` reads
    other rules against what the person has.
    """

    progress: Mapping[str, PathwayProgress]
    finished_on: Mapping[str, date]
    assessor: Assessor


def journey(awards: Awards, catalogue: Catalogue, today: date) -> Journey:
    """Follow every pathway, with the awards that have not expired."""
    holding = current(awards.claims, today)
    issued = issued_pathways(awards, catalogue, today)
    assessor = Assessor(catalogue, finished(catalogue, holdings(holding, issued)))
    since = _since(holding, issued, catalogue)
    ever = _ever(awards, catalogue)
    return Journey(
        progress={
            name: _progress(name, pathway, assessor, awards, issued, since, today)
            for name, pathway in sorted(catalogue.district.pathways.items())
        },
        finished_on=ever,
        assessor=assessor,
    )


def _since(holding: Grounds, issued: Mapping[str, date], catalogue: Catalogue) -> dict[str, date]:
    """The day from which each finished pathway has been so, by the awards that hold today."""
    found: dict[str, date] = {}
    for when in sorted(
        {each.award.on for claims in holding.values() for each in claims} | set(issued.values())
    ):
        there = [name for name, on in issued.items() if on <= when]
        for name in finished(catalogue, holdings(begun(holding, when), there)).pathways:
            found.setdefault(name, when)
    return found | dict(issued)


def _ever(awards: Awards, catalogue: Catalogue) -> dict[str, date]:
    """The first day on which each pathway was finished, by the awards that held on that day."""
    ledger = {name: each for name, each in awards.credentials.items() if catalogue.pathway(name) is not None}
    days = {each.award.on for claims in awards.claims.values() for each in claims}
    found: dict[str, date] = {}
    for when in sorted(days | {each.on for each in ledger.values()}):
        there = [name for name, each in ledger.items() if each.on <= when <= lasts(each.valid_until)]
        then = current(begun(awards.claims, when), when)
        for name in finished(catalogue, holdings(then, there)).pathways:
            found.setdefault(name, when)
    return found


def _progress(
    name: str,
    pathway: Pathway,
    assessor: Assessor,
    awards: Awards,
    issued: Mapping[str, date],
    since: Mapping[str, date],
    today: date,
) -> PathwayProgress:
    found = judged(pathway.rule, assessor, awards, today, name, name in issued)
    because = found.because
    if name in issued:
        first = say("Issued on {day}; it stays, whatever the rule becomes.", day=day(issued[name]))
        because = tuple(dict.fromkeys((first, *because)))
    return replace(found, because=because, on=since.get(name) if found.met else None)


def judged(
    rule: Requirement,
    assessor: Assessor,
    awards: Awards,
    today: date,
    pathway: str | None = None,
    settled: bool = False,
) -> PathwayProgress:
    """How far a person is with a rule: that of a ``pathway``, or any other one.

    ``settled``: it counts as met, whatever it asks.
    """
    catalogue = assessor.catalogue
    within = NOTHING if pathway is None else frozenset({pathway})
    met = assessor.met(rule) or settled
    whole = shape(rule, assessor, NOTHING, within)
    way = Route() if met else route(rule, assessor.holdings, catalogue, pathway)
    because = list(account(rule, assessor, within))
    if not met:
        over = [each for each in _names(rule, catalogue) if _expired(each, awards, assessor, today)]
        if over:
            titles = shortened(map(catalogue.title, over))
            because.append(say("Expired, and not counted until renewed: {titles}.", titles=titles))
        if not way.open:
            because.append(say("As the rule is written, nothing on offer would finish it."))
    return PathwayProgress(
        pathway=pathway or "",
        met=met,
        have=tuple(each for each in whole.counted if each in assessor.holdings.ids),
        still=way.ids,
        because=tuple(dict.fromkeys(because)),
        parts=tuple(_parts(rule, assessor, within)),
    )


def _parts(rule: Requirement, assessor: Assessor, within: frozenset[str]) -> Iterator[PartProgress]:
    taken = outright(rule) if isinstance(rule, AllOf) else NOTHING
    for part in rule.parts if isinstance(rule, AllOf) else (rule,):
        found = shape(part, assessor, taken, within)
        name = label(part, assessor.catalogue)
        yield PartProgress(name, found.have, found.of, found.met, found.counted, found.open)


def _names(rule: Requirement, catalogue: Catalogue) -> tuple[str, ...]:
    """Every micro-credential that a rule speaks of itself."""
    if isinstance(rule, Named):
        return (rule.id,)
    if isinstance(rule, Selector):
        return catalogue.selected(rule) if rule.facet is not Facet.KIND else ()
    return tuple(dict.fromkeys(name for part in rule.parts for name in _names(part, catalogue)))


def _expired(name: str, awards: Awards, assessor: Assessor, today: date) -> bool:
    return name in awards.best and not assessor.holds(name) and lasts(awards.best[name].until) < today
