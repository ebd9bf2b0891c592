"""Coverage: which competencies somebody has demonstrated, by framework and domain.

How many competencies are covered is a figure about a framework, and each framework's own page shows it
to everybody: it is told of any organisation with enough people. By how many people a competency is
demonstrated is one about people, and small groups are protected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from proofolio.core.figuring.grid import Event
from proofolio.core.figuring.table import Kinds, Maker, Table
from proofolio.core.figuring.value import HIDDEN, Value
from proofolio.core.model.facts import CompetencyFact, Facts, FrameworkFact
from proofolio.core.model.figures import ALL, EVERY, CompetencyCover, Coverage


@dataclass(frozen=True, slots=True)
class Cover:
    """The rows of frameworks and their domains, and those of single competencies."""

    rows: tuple[Coverage, ...]
    competencies: tuple[CompetencyCover, ...]


def cover(facts: Facts, maker: Maker) -> Cover:
    """Who demonstrates what today, for each organisation."""
    known = {each.ref for each in facts.competencies}
    events = [
        Event(person.id, None, ref) for person in facts.people for ref in sorted(person.demonstrates & known)
    ]
    table = maker.table(events, _kinds(facts), {}, lasting=True)
    organizations = tuple(table.grid.axes.organizations)
    return Cover(
        tuple(row for each in organizations for row in _rows(facts, table, each)),
        tuple(_single(table, each, one) for each in organizations for one in facts.competencies),
    )


def covered(rows: Iterable[Coverage]) -> Value:
    """Several frameworks taken together; nothing is told of them when one is hidden."""
    every = tuple(rows)
    if any(each.suppressed for each in every):
        return HIDDEN
    return Value(sum(each.value or 0 for each in every), sum(each.of for each in every), None, False)


def _kinds(facts: Facts) -> Kinds:
    holds: dict[str, frozenset[str]] = {EVERY: frozenset(each.ref for each in facts.competencies)}
    splits: dict[str, tuple[str, ...]] = {EVERY: tuple(_kind(each) for each in facts.frameworks)}
    for framework in facts.frameworks:
        inside = [each for each in facts.competencies if each.framework == framework.id]
        domains = tuple(_kind(framework, each) for each in framework.domains)
        loose = tuple(each.ref for each in inside if each.domain not in framework.domains)
        holds[_kind(framework)] = frozenset(each.ref for each in inside)
        splits[_kind(framework)] = (*domains, *loose)
        for domain in framework.domains:
            those = tuple(each.ref for each in inside if each.domain == domain)
            holds[_kind(framework, domain)] = frozenset(those)
            splits[_kind(framework, domain)] = those
    holds |= {each.ref: frozenset({each.ref}) for each in facts.competencies}
    return holds, splits, frozenset()


def _kind(framework: FrameworkFact, domain: str = "") -> str:
    return f"{framework.id}/#{domain}"


def _rows(facts: Facts, table: Table, organization: str) -> Iterator[Coverage]:
    for framework in facts.frameworks:
        inside = [each for each in facts.competencies if each.framework == framework.id]
        yield _row(table, organization, framework, "", inside)
        for domain in framework.domains:
            yield _row(
                table, organization, framework, domain, [each for each in inside if each.domain == domain]
            )


def _row(
    table: Table,
    organization: str,
    framework: FrameworkFact,
    domain: str,
    inside: Sequence[CompetencyFact],
) -> Coverage:
    cell = (organization, ALL, _kind(framework, domain))
    hidden = 0 < _members(table, organization) < table.fewest
    shown = sum(1 for each in inside if (organization, ALL, each.ref) in table.grid.cells)
    return Coverage(
        organization,
        framework.id,
        domain,
        framework.domains[domain] if domain else framework.title,
        None if hidden else shown,
        len(inside),
        # By how many people would be one more count to subtract from others.
        None if table.fewest else len(table.grid.who(cell)),
        hidden,
    )


def _members(table: Table, organization: str) -> int:
    """How many people belong to an organisation or to one within it."""
    within = table.grid.axes.organizations[organization]
    return sum(home in within for home in table.grid.axes.home.values())


def _single(table: Table, organization: str, competency: CompetencyFact) -> CompetencyCover:
    cell = (organization, ALL, competency.ref)
    # For the public nobody and a few look alike: which of the two it is would be told by the sum.
    hidden = table.hides(cell) or (bool(table.fewest) and cell not in table.grid.cells)
    return CompetencyCover(
        organization,
        competency.framework,
        competency.domain,
        competency.ref,
        competency.title,
        None if hidden else len(table.grid.who(cell)),
        hidden,
        competency.uri,
    )
