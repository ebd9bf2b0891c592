"""Rubrics of a package: which criteria fit one scale, and to which competency each belongs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from proofolio.core.converting.case.draft import Draft
from proofolio.core.converting.case.tree import Role
from proofolio.core.converting.case.value import Json, number, ours, rows, text, whole
from proofolio.core.converting.case.wording import one_line, plain
from proofolio.core.converting.identify import Ids, identifier, is_identifier
from proofolio.core.converting.scale import STANDARD, scale
from proofolio.core.model.framework import Level
from proofolio.core.model.rubric import Criterion

_MASTERY = (
    "mastery",
    "mastered",
    "proficient",
    "proficiency",
    "competent",
    "accomplished",
    "effective",
    "meets",
    "met",
)


@dataclass(slots=True)
class Row:
    """A criterion that has a place: its competency's key in the package, its words, its origin."""

    competency: str
    criterion: Criterion
    original: Json
    levels: dict[str, Json]
    rubric: str
    short: str | None = None


@dataclass(slots=True)
class Rating:
    """The scale of a framework and the criteria on it.

    ``made`` tells that the file holds no scale. ``homeless`` are criteria that name no competency,
    ``undescribed`` those with levels that say nothing or the same, ``elsewise`` those on another
    scale; each as (rubric, criterion).
    """

    levels: tuple[Level, ...] = STANDARD
    made: bool = False
    told: bool = False
    rows: list[Row] = field(default_factory=list)
    homeless: list[tuple[Json, Json]] = field(default_factory=list)
    undescribed: list[tuple[Json, Json]] = field(default_factory=list)
    elsewise: list[tuple[Json, Json]] = field(default_factory=list)

    def of(self, competency: str) -> tuple[Row, ...]:
        """The criteria of one competency, by its key."""
        return tuple(each for each in self.rows if each.competency == competency)


def rating(draft: Draft) -> Rating:
    """One scale for the framework (the most frequent), and the criteria that are on it."""
    found = Rating()
    fitting: list[tuple[Json, Json, str]] = []
    told = _told(draft)
    for rubric in draft.package.rubrics:
        for criterion in sorted(rows(rubric.get("CFRubricCriteria")), key=_position):
            key = _about(draft, rubric, criterion)
            if key is None:
                found.homeless.append((rubric, criterion))
            elif not told and not _is_described(criterion):
                found.undescribed.append((rubric, criterion))
            else:
                fitting.append((rubric, criterion, key))
    found.levels, found.told, found.made = told or STANDARD, bool(told), not told and not fitting
    common = tuple(each.id for each in told)
    if fitting and not told:
        counted = Counter(_signature(criterion) for _, criterion, _ in fitting)
        common = counted.most_common(1)[0][0]
        first = next(criterion for _, criterion, _ in fitting if _signature(criterion) == common)
        found.levels = _scale([one_line(each.get("quality")) for each in steps(first)])
    wanted: dict[str, set[str]] = {}
    for _, criterion, key in fitting:
        wanted.setdefault(key, set()).add(_told_id(criterion))
    names = {key: Ids(*every) for key, every in wanted.items()}
    for rubric, criterion, key in fitting:
        own = _signature(criterion)
        if own != common and not (told and set(own) <= set(common)):
            found.elsewise.append((rubric, criterion))
            continue
        by_name = dict(zip(common, (each.id for each in found.levels), strict=True))
        levels = {by_name[name]: step for name, step in zip(own, steps(criterion), strict=True)}
        name = _told_id(criterion)
        if name in wanted[key] and name:
            wanted[key].remove(name)  # whoever else says so gets another
        else:
            name = _name(draft, criterion, names[key])
        described = {
            level: plain(step.get("description")) or plain(step.get("feedback"))
            for level, step in levels.items()
        }
        row = Criterion(name, name.replace("-", " ").capitalize(), described)
        found.rows.append(Row(key, row, criterion, levels, text(rubric.get("identifier"))))
    return found


def steps(criterion: Json) -> list[Json]:
    """The levels of a criterion, lowest first: by score where each has one, else by position."""
    levels = rows(criterion.get("CFRubricCriterionLevels"))
    scores = [number(each.get("score")) for each in levels]
    if all(each is not None for each in scores) and len(set(scores)) == len(scores):
        return [
            each
            for _, _, each in sorted(
                (score or 0, at, each) for at, (score, each) in enumerate(zip(scores, levels, strict=True))
            )
        ]
    return sorted(levels, key=_position)


def _position(given: Json) -> tuple[bool, int]:
    at = whole(given.get("position"))
    return at is None, at or 0


def _told(draft: Draft) -> tuple[Level, ...]:
    """The scale that an export of ours tells."""
    given = rows(ours(draft.package.document).get("levels"))
    names = [text(each.get("id")) for each in given]
    if not all(map(is_identifier, names)) or len(set(names)) != len(names):
        return ()
    return tuple(
        Level(
            text(each.get("id")),
            one_line(each.get("title")) or text(each.get("id")),
            each.get("mastery") is True,
        )
        for each in given
    )


def _signature(criterion: Json) -> tuple[str, ...]:
    return tuple(_level(each) for each in steps(criterion))


def _level(step: Json) -> str:
    told = text(ours(step).get("id"))
    return told if is_identifier(told) else identifier(one_line(step.get("quality")))


def _is_described(criterion: Json) -> bool:
    found = [plain(each.get("description")) or plain(each.get("feedback")) for each in steps(criterion)]
    own = _signature(criterion)
    different = {" ".join(each.split()).casefold() for each in found}
    return len(found) > 1 and all(found) and len(different) == len(found) == len(set(own)) and all(own)


def _about(draft: Draft, rubric: Json, criterion: Json) -> str | None:
    """The competency that a criterion is about; that of its neighbours when it names nothing."""
    if criterion.get("CFItemURI") is not None:
        key = draft.package.resolve(criterion["CFItemURI"])
        return draft.tree.competency_of(key) if key else None
    every = {
        draft.tree.competency_of(key) if (key := draft.package.resolve(each["CFItemURI"])) else None
        for each in rows(rubric.get("CFRubricCriteria"))
        if each.get("CFItemURI") is not None
    }
    return every.pop() if len(every) == 1 else None


def _told_id(criterion: Json) -> str:
    told = text(ours(criterion).get("id"))
    return told if is_identifier(told) else ""


def _name(draft: Draft, criterion: Json, scope: Ids) -> str:
    key = draft.package.resolve(criterion.get("CFItemURI"))
    place = draft.places.get(key) if key else None
    if place is not None and place.role is Role.INDICATOR:
        return scope.take(place.id)
    return scope.take(
        one_line(criterion.get("category")), plain(criterion.get("description")), otherwise="criterion"
    )


def _scale(titles: list[str]) -> tuple[Level, ...]:
    """The scale with its threshold: the level that is called so, else the last but one of four or more."""
    words = [set(identifier(each).split("-")) for each in titles]
    named = (
        at
        for at, each in enumerate(words)
        if each & set(_MASTERY) and not each & {"not", "nearly", "partially", "approaching"}
    )
    return scale(titles, next(named, len(titles) - 2 if len(titles) > 3 else len(titles) - 1))
