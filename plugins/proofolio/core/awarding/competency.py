"""Competencies: a person's mastery of each, from reviewed evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.growth import self_rated
from proofolio.core.awarding.judgement import Judgement
from proofolio.core.model.competency import Competency
from proofolio.core.model.learning_cycle import learning_cycle
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import CompetencyProgress, SetProgress
from proofolio.core.model.succession import members


@dataclass(slots=True)
class _Tally:
    """What is gathered about one competency on the way through a portfolio."""

    levels: dict[str, list[str]] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    covered: set[str] = field(default_factory=set)
    in_progress: bool = False
    claimed: int = 0
    log: list[LogEntry] = field(default_factory=list)
    entries: int = 0


def competencies(
    portfolio: Portfolio,
    judgements: Sequence[Judgement],
    held: Iterable[str],
    catalogue: Catalogue,
) -> dict[str, CompetencyProgress]:
    """A person's progress in every competency of every framework, by ``framework/id``.

    ``held`` are the micro-credentials whose award has not expired. What names a competency that was
    replaced counts for it and for those that took its place, and in what these are aligned with.
    """
    tallies: dict[str, _Tally] = {}
    for judgement in judgements:
        _add(judgement, tallies, catalogue)
    for name in held:
        asked = catalogue.of_micro_credential(name)
        for each in catalogue.line(asked.competency):
            _of(each, tallies).covered.update(criterion.id for criterion in asked.criteria)
    for entry in portfolio.log:
        named = catalogue.competency(entry.competency) if entry.competency else None
        for each in catalogue.line(named):
            _of(each, tallies).log.append(entry)
        for each in catalogue.counts(named):
            _of(each, tallies).entries += 1
    for point in self_rated(portfolio.self_assessments, catalogue):
        tallies.setdefault(point.competency, _Tally()).own[point.criterion or ""] = point.level
    found = {
        each.ref: _progress(each, tallies.get(each.ref, _Tally()), catalogue)
        for each in catalogue.district.competencies()
    }
    for each in catalogue.district.competencies():
        # demonstrated stays demonstrated, however differently the new rubric is cut
        for heir in catalogue.line(each)[1:] if found[each.ref].demonstrated else ():
            found[heir.ref] = replace(found[heir.ref], demonstrated=True)
    return _by_alignment(found, catalogue)


def _by_alignment(
    found: dict[str, CompetencyProgress], catalogue: Catalogue
) -> dict[str, CompetencyProgress]:
    """What is demonstrated is demonstrated in every framework where the same evidence counts."""
    through: dict[str, list[str]] = {}
    for ref in catalogue.crosswalk.onward:
        if found[ref].demonstrated:
            for each in catalogue.counts(catalogue.competency(ref)):
                if not found[each.ref].demonstrated:
                    through.setdefault(each.ref, []).append(ref)
    shown = {
        ref: replace(found[ref], demonstrated=True, through=tuple(refs)) for ref, refs in through.items()
    }
    return found | shown


def sets(progress: Mapping[str, CompetencyProgress], catalogue: Catalogue) -> dict[str, SetProgress]:
    """How much of each named set is demonstrated, by ``framework/set``."""
    found = {}
    for framework in catalogue.district.frameworks.values():
        for each in framework.sets:
            counted = members(catalogue.district, framework.id, each.id)
            key = f"{framework.id}/{each.id}"
            have = sum(progress[member.ref].demonstrated for member in counted)
            found[key] = SetProgress(each.id, each.title, have, len(counted))
    return found


def _add(judgement: Judgement, tallies: dict[str, _Tally], catalogue: Catalogue) -> None:
    """Count one submission; practice is never counted."""
    if judgement.submission.practice:
        return
    own = judgement.asked.competency
    further = (catalogue.competency(each.competency) for each in judgement.submission.demonstrates)
    named = {each.ref: each for start in (own, *further) for each in catalogue.counts(start)}
    for each in named.values():
        _of(each, tallies).claimed += 1
    for each in catalogue.counts(own):
        _of(each, tallies).in_progress = True
    for each in catalogue.line(own):
        tally = _of(each, tallies)
        for criterion, level in judgement.levels.items() if judgement.handed_in else ():
            tally.levels.setdefault(criterion, []).append(level)


def _of(competency: Competency, tallies: dict[str, _Tally]) -> _Tally:
    return tallies.setdefault(competency.ref, _Tally())


def _progress(competency: Competency, tally: _Tally, catalogue: Catalogue) -> CompetencyProgress:
    scale = catalogue.scale(competency)
    criteria = {
        criterion: best
        for criterion in competency.rubric.criteria
        if (best := scale.highest(tally.levels.get(criterion, ()))) is not None
    }
    rated = bool(criteria) and len(criteria) == len(competency.rubric.criteria)
    return CompetencyProgress(
        competency=competency.ref,
        level=scale.lowest(criteria.values()) if rated else None,
        criteria=criteria,
        own=dict(sorted(tally.own.items())),
        demonstrated=bool(competency.rubric.criteria) and set(competency.rubric.criteria) <= tally.covered,
        in_progress=tally.in_progress,
        claimed=tally.claimed,
        log_entries=tally.entries,
        cycle=learning_cycle(tally.log),
    )
