"""A framework as the objects of a CASE package, with what was kept of an original laid over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.converting.case import making
from proofolio.core.converting.case.shape import moment
from proofolio.core.converting.case.surroundings import Surroundings
from proofolio.core.converting.case.value import Json, table, texts
from proofolio.core.converting.case.wording import one_line, plain
from proofolio.core.converting.plain import cut
from proofolio.core.model import case_identity
from proofolio.core.model.case_identity import CaseIdentity, case, mapping
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain, Framework
from proofolio.core.model.rubric import Criterion

DOMAIN, COMPETENCY, INDICATOR = "Domain", "Competency", "Indicator"
STRUCTURE = (
    "associations", "carried", "criteria", "levels", "rubric", "rubrics", "definitions", "package", "items",
    "below",
    "unplaced",
)  # fmt: skip
"""What is kept beside an object's own members."""

Holds = Mapping[str, Callable[[object], bool]]


@dataclass(frozen=True, slots=True)
class Thing:
    """An item of the package: where it stands in our files, its links, and itself.

    ``within`` is the competency's id (None for a domain), ``id`` its own. ``kept`` is what was kept of
    its original; ``made`` what we would write without that.
    """

    kind: str
    within: str | None
    id: str
    identity: CaseIdentity
    label: str
    kept: Mapping[str, Any]
    made: Json
    item: Json

    @property
    def changed(self) -> str:
        """When it last changed; when we think so, if what was kept is no date."""
        told: str = moment(self.item["lastChangeDateTime"]) or self.made["lastChangeDateTime"]
        return told

    @property
    def link(self) -> Json:
        """A link to it."""
        return making.link(self.label, self.identity)


@dataclass(frozen=True, slots=True)
class Things:
    """A framework's document and all its items, in the tree's order."""

    framework: Framework
    around: Surroundings
    document: CaseIdentity
    every: tuple[Thing, ...]
    changed: str
    _by_place: dict[tuple[str | None, str], Thing] = field(default_factory=dict)

    def competency(self, name: str) -> Thing:
        """A competency, by id."""
        return self._by_place[name, name]

    def domain(self, name: str) -> Thing | None:
        """A domain, by id."""
        return self._by_place.get((None, name))

    def indicator(self, competency: str, name: str) -> Thing | None:
        """An indicator of a competency, by id."""
        return self._by_place.get((competency, f"/{name}"))


def things(framework: Framework, around: Surroundings) -> Things:
    """Lay out the items of a framework."""
    document = case_identity.of_framework(around.site, framework)
    changed = around.changed(framework.source.file, case(framework.kept))
    every = tuple(_every(framework, around, document, changed))
    places = {(each.within, f"/{each.id}" if each.kind == INDICATOR else each.id): each for each in every}
    return Things(framework, around, document, every, changed, places)


def _every(
    framework: Framework, around: Surroundings, document: CaseIdentity, changed: str
) -> Iterator[Thing]:
    known = {each.id for each in framework.domains}
    for domain in framework.domains:
        yield _domain(framework, around, document, domain, changed)
        for competency in framework.competencies.values():
            if competency.domain == domain.id:
                yield from _competency(around, document, competency, changed)
    for competency in framework.competencies.values():
        if competency.domain not in known:
            yield from _competency(around, document, competency, changed)


def _domain(
    framework: Framework, around: Surroundings, document: CaseIdentity, domain: Domain, changed: str
) -> Thing:
    thing, kept = case_identity.of_domain(around.site, framework, domain), case(domain.kept)
    statement = domain.statement or domain.title
    code = one_line(kept.get("humanCodingScheme")) or None
    title = None if making.is_headline(domain.title, statement, code) else domain.title
    last = around.changed("", kept, changed)
    made = making.item(thing, document, DOMAIN, (title, statement, None), last)
    own = _members(kept)
    item = making.overlay(made, own, _said(domain.title, statement, code, own))
    return Thing(DOMAIN, None, domain.id, thing, domain.title, kept, made, item)


def _competency(
    around: Surroundings, document: CaseIdentity, competency: Competency, changed: str
) -> Iterator[Thing]:
    thing, kept = case_identity.of_competency(around.site, competency), case(competency.kept)
    path = competency.source.file
    last = around.changed(path, kept, changed)
    own = _members(kept, dated=not around.overrides(path, kept))
    statement = competency.statement or competency.title
    title = None if making.is_headline(competency.title, statement, competency.code) else competency.title
    said = (title, statement, competency.code)
    made = making.item(thing, document, COMPETENCY, said, last, competency.themes)
    item = making.overlay(made, own, _said(competency.title, statement, competency.code, own))
    if competency.themes and "conceptKeywords" in own:
        item["conceptKeywords"] = list(dict.fromkeys((*texts(own["conceptKeywords"]), *competency.themes)))
    label = competency.code or competency.title
    yield Thing(COMPETENCY, competency.id, competency.id, thing, label, kept, made, item)
    for name, text in competency.indicators.items():
        yield _indicator(around, document, competency, name, text, last)


def _indicator(
    around: Surroundings, document: CaseIdentity, competency: Competency, name: str, text: str, changed: str
) -> Thing:
    thing = case_identity.of_indicator(around.site, competency, name)
    kept = case(mapping(mapping(competency.kept.get("indicators")).get(name)))
    last = around.changed("", kept, changed)
    made = making.item(thing, document, INDICATOR, (None, text, None), last)
    own = _members(kept)
    item = making.overlay(made, own, {"fullStatement": lambda value: plain(value) == text})
    return Thing(INDICATOR, competency.id, name, thing, cut(text, 80), kept, made, item)


def _members(kept: Mapping[str, Any], dated: bool = True) -> Json:
    """What was kept of an object's own members."""
    left = STRUCTURE if dated else (*STRUCTURE, "lastChangeDateTime")
    return {name: value for name, value in kept.items() if name not in left}


def _said(title: str, statement: str, code: str | None, kept: Mapping[str, Any]) -> Holds:
    """Whether the words that were kept still say what the model says."""
    return {
        "fullStatement": lambda value: plain(value) == statement,
        "abbreviatedStatement": lambda value: one_line(value) == title,
        "humanCodingScheme": lambda value: code is None or one_line(value) == code,
    }


def criterion_about(
    about: Thing, competency: Competency, row: Criterion, rubric: str, position: int, around: Surroundings
) -> tuple[Json, Json]:
    """A criterion of the rubric, without its levels: as we would make it, and with what was kept."""
    thing = case_identity.of_criterion(around.site, competency, row.id)
    kept = criterion_kept(competency, row.id)
    short = competency.indicators.get(row.id, "")
    last = around.changed("", kept, about.changed)
    made = making.criterion(thing, rubric, about.link, row, short, last, position)
    return made, making.overlay(made, _members(kept))


def level_of(
    framework: Framework,
    competency: Competency,
    row: Criterion,
    level: str,
    changed: str,
    around: Surroundings,
) -> tuple[Json, Json]:
    """A level of a criterion: as we would make it, and with what was kept."""
    thing = case_identity.of_level(around.site, competency, row.id, level)
    identity = case_identity.of_criterion(around.site, competency, row.id)
    kept = table(table(criterion_kept(competency, row.id).get("levels")).get(level))
    found, text = framework.level(level), row.descriptors[level]
    quality = found.title if found else level
    last = around.changed("", kept, changed)
    made = making.level(thing, identity.identifier, quality, text, last, framework.rank(level) + 1)
    holds: Holds = {
        "quality": lambda value: one_line(value) == quality,
        "description": lambda value: (plain(value) or plain(kept.get("feedback"))) == text,
    }
    return made, making.overlay(made, _members(kept), holds)


def criterion_kept(competency: Competency, name: str) -> Json:
    """What was kept of a criterion."""
    return table(table(case(competency.kept).get("criteria")).get(name))
