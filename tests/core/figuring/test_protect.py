"""Small groups: no sum and no difference of public figures tells of one to four people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from tests.core.figuring.attacker import Attacker, unions
from tests.core.figuring.districts import (
    ACHIEVEMENTS,
    FRAMEWORKS,
    INTERNAL,
    SCHOOLS,
    TODAY,
    award,
    by_chance,
    nobody,
    person,
    with_awards,
)

from proofolio.core.figuring.period import periods
from proofolio.core.figuring.report import report
from proofolio.core.model.facts import Facts
from proofolio.core.model.figures import ALL, EVERY, Period, Report, Slice

FEW = range(1, 5)
HOMES = (*SCHOOLS, "")
ROOFS = {EVERY: frozenset(HOMES), "east": {"east"}, "west": {"west", "annexe"}, "annexe": {"annexe"}}
BY_FRAMEWORK = {
    EVERY: frozenset({*(each.id for each in ACHIEVEMENTS if not each.pathway)}),
    **{
        each.id: frozenset(one.id for one in ACHIEVEMENTS if one.framework == each.id and not one.pathway)
        for each in FRAMEWORKS
    },
}


def months(facts: Facts) -> tuple[Period, ...]:
    first = min(each.on for each in facts.awards if each.on)
    return periods(TODAY, [first]).months


def of(period: Period, facts: Facts) -> frozenset[str]:
    """The months of a period, by id."""
    return frozenset(each.id for each in months(facts) if each.first and period.holds(each.first))


def published_credentials(found: Report, facts: Facts) -> Iterator[tuple[frozenset[object], float]]:
    """Every public sum of credentials, as parts: home, month, micro-credential."""

    def parts(organization: str, period: Period, kinds: frozenset[str]) -> frozenset[object]:
        return frozenset(product(ROOFS[organization], of(period, facts), kinds))

    spans = {each.id: each for each in found.periods}
    for each in found.figures:
        if each.measure.id == "credentials" and each.value is not None:
            where = each.slice
            yield (
                parts(where.organization, spans[where.period], BY_FRAMEWORK[where.framework]),
                each.value,
            )
    for point in found.trend:
        if point.measure.id == "credentials" and point.value is not None:
            yield parts(point.organization, point.step, BY_FRAMEWORK[point.framework]), point.value
    told = {(each.slice.organization, each.slice.period, each.id): each for each in found.ranking}
    for organization, period, kind in product(ROOFS, spans, BY_FRAMEWORK[EVERY]):
        row = told.get((organization, period, kind))
        if row is not None and row.value is not None:
            yield parts(organization, spans[period], frozenset({kind})), row.value


def published_hours(found: Report, facts: Facts) -> Iterator[tuple[frozenset[object], float]]:
    kinds = {EVERY: frozenset({"basics", "leading", ""}), "basics": {"basics"}, "leading": {"leading"}}
    spans = {each.id: each for each in found.periods}
    for each in found.figures:
        if each.measure.id == "hours" and each.value is not None:
            where = each.slice
            whole = product(ROOFS[where.organization], of(spans[where.period], facts), kinds[where.framework])
            yield frozenset(whole), each.value
    for point in found.trend:
        if point.measure.id == "hours" and point.value is not None:
            whole = product(ROOFS[point.organization], of(point.step, facts), kinds[point.framework])
            yield frozenset(whole), point.value


def groups(facts: Facts, kinds: tuple[str, ...]) -> Iterator[frozenset[tuple[str, str, str]]]:
    """Schools in every combination, runs of months between borders, kinds in every combination."""
    spans = periods(TODAY, [each.on for each in facts.awards if each.on])
    runs = {of(each, facts) for each in (*spans.choices, *spans.terms, *spans.months)}
    last = of(spans.choices[1], facts)
    runs |= {run - last for run in runs} | {run & last for run in runs}
    for homes, run, some in product(unions(HOMES), sorted(runs, key=sorted), unions(kinds)):
        yield frozenset(product(homes, run, some))  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("people", [12, 30, 60])
def test_no_small_group_of_awards_can_be_solved_for(seed: int, people: int) -> None:
    facts = by_chance(seed, people)
    attacker = Attacker(list(published_credentials(report(facts), facts)))
    home = {each.id: each.organization for each in facts.people}
    where = {
        (each.person, home[each.person], each.on.isoformat()[:7], each.achievement)
        for each in facts.awards
        if each.on and not each.pathway
    }
    tried = 0
    for group in groups(facts, tuple(sorted(BY_FRAMEWORK[EVERY]))):
        who = {name for name, *part in where if tuple(part) in group}
        if len(who) in FEW:
            tried += 1
            assert not attacker.knows(group), (sorted(who), sorted(group))
    assert tried > 50


@pytest.mark.parametrize("seed", range(6))
def test_no_small_group_of_hours_can_be_solved_for(seed: int) -> None:
    facts = by_chance(seed, 40)
    attacker = Attacker(list(published_hours(report(facts), facts)))
    home = {each.id: each.organization for each in facts.people}
    where = {
        (each.person, home[each.person], each.on.isoformat()[:7], each.framework) for each in facts.hours
    }
    for group in groups(facts, ("", "basics", "leading")):
        if len({name for name, *part in where if tuple(part) in group}) in FEW:
            assert not attacker.knows(group)


def test_the_attacker_wins_where_nothing_is_hidden() -> None:
    """The attacker of these tests is not a straw man."""
    facts = by_chance(1, 30)
    open_to_all = report(replace(facts, audience=INTERNAL))
    attacker = Attacker(list(published_credentials(open_to_all, facts)))
    home = {each.id: each.organization for each in facts.people}
    where = {
        (each.person, home[each.person], each.on.isoformat()[:7], each.achievement)
        for each in facts.awards
        if each.on and not each.pathway
    }
    small = [
        group
        for group in groups(facts, tuple(sorted(BY_FRAMEWORK[EVERY])))
        if len({name for name, *part in where if tuple(part) in group}) in FEW
    ]
    assert sum(attacker.knows(each) for each in small) > len(small) / 2


Pattern = tuple[str, bool, frozenset[tuple[int, str]]]


def patterns_of(facts: Facts, terms: tuple[Period, Period]) -> dict[str, Pattern]:
    """Where a person is, whether enrolled in the first term already, and what was earned in which."""
    found = {}
    for each in facts.people:
        earned = frozenset(
            (at, one.framework)
            for one in facts.awards
            for at, term in enumerate(terms)
            if one.person == each.id and term.holds(one.on) and not one.pathway
        )
        assert each.since is not None
        early = terms[0].holds(each.since) or any(at == 0 for at, _ in earned)
        found[each.id] = (each.organization, early, earned)
    return found


@pytest.mark.parametrize("seed", range(8))
def test_no_small_group_of_people_can_be_solved_for(seed: int) -> None:
    """People are not sums over time: here the parts are what a person has done, all in all."""
    facts = by_chance(seed, 45, days=320, schools=("east", "west", ""))
    found = report(facts)
    spans = periods(TODAY, [each.since for each in facts.people if each.since])
    terms = spans.terms[-2], spans.terms[-1]
    assert len(spans.terms) == 2
    cells = tuple(product((0, 1), ("basics", "leading")))
    every: list[Pattern] = [
        (home, early, done)
        for home in ("east", "west", "")
        for early in (True, False)
        for done in (frozenset(), *unions(cells))  # type: ignore[misc]
        if early or all(at == 1 for at, _ in done)
    ]
    roofs = {EVERY: {"east", "west", ""}, "east": {"east"}, "west": {"west"}, "annexe": {"annexe"}}
    stretch = {terms[0].id: {0}, terms[1].id: {1}, ALL: {0, 1}}
    stretch |= {each.id: {0, 1} for each in found.periods if each.kind == "last-12-months"}
    for each in found.periods:
        if each.kind in ("school-year", "calendar-year"):
            held = {at for at, term in enumerate(terms) if term.first and each.holds(term.first)}
            stretch[each.id] = held

    def parts(measure: str, organization: str, period: str, framework: str) -> frozenset[Pattern]:
        inside = (each for each in every if each[0] in roofs[organization])
        if measure == "enrolled":
            return frozenset(each for each in inside if 1 in stretch[period] or each[1])
        return frozenset(
            each
            for each in inside
            if any(at in stretch[period] and framework in (EVERY, name) for at, name in each[2])
        )

    sums = [
        (parts(each.measure.id, each.slice.organization, each.slice.period, each.slice.framework), each.value)
        for each in found.figures
        if each.measure.id in ("enrolled", "earned") and each.value is not None
    ]
    sums += [
        (parts("earned", each.organization, each.step.id, each.framework), float(each.n))
        for each in found.trend
        if each.measure.id == "credentials" and each.n is not None
    ]
    sums += [
        (parts("enrolled", each.organization, each.step.id, EVERY), each.value)
        for each in found.trend
        if each.measure.id == "enrolled" and each.value is not None
    ]
    attacker = Attacker(list(sums))  # type: ignore[arg-type]
    real = list(patterns_of(facts, terms).values())
    conditions = [frozenset[tuple[int, str]](each) for each in unions(cells)]  # type: ignore[arg-type]
    tried = 0
    for homes in unions(("east", "west", "")):
        inside = [each for each in every if each[0] in homes]
        wanted = [inside, *([each for each in inside if each[1] is early] for early in (True, False))]
        for some in list(wanted):
            for one in conditions:
                wanted.append([each for each in some if each[2] & one])
                wanted.append([each for each in some if not each[2] & one])
                wanted.extend(
                    [each for each in some if each[2] & one and not each[2] & two] for two in conditions
                )
                wanted.extend(
                    [each for each in some if each[2] & one and each[2] & two] for two in conditions
                )
        for group in wanted:
            if sum(each in set(group) for each in real) in FEW:
                tried += 1
                assert not attacker.knows(group), sorted(map(str, group))
    assert tried > 50


def test_one_small_school_takes_the_next_smallest_with_it() -> None:
    names = [(f"e{at}", "east") for at in range(9)] + [(f"w{at}", "west") for at in range(7)]
    names += [(f"x{at}", "") for at in range(11)] + [("a0", "annexe"), ("a1", "annexe")]
    people = tuple(person(name, school) for name, school in names)
    found = report(replace(nobody(), people=people))
    told = {each.slice.organization: each.value for each in found.figures if _is(each, "enrolled", ALL)}
    # West is the annexe's two and seven others: without the annexe's own figure nobody can tell which.
    assert told == {EVERY: 29, "east": 9, "west": 9, "annexe": None}


def test_a_group_that_is_all_but_a_few_is_a_small_group_too() -> None:
    people = tuple(person(f"p{at}") for at in range(20))
    awards = [award(f"p{at}", "asking", date(2026, 3, 3)) for at in range(18)]
    found = report(with_awards(replace(nobody(), people=people), awards))
    told = {each.measure.id: each.value for each in found.of(Slice())}
    assert (told["enrolled"], told["earned"], told["completion"]) == (20, None, None)
    more = [*awards, *(award(f"p{at}", "asking", date(2026, 3, 3)) for at in (18, 19))]
    found = report(with_awards(replace(nobody(), people=people), more))
    told = {each.measure.id: each.value for each in found.of(Slice())}
    assert (told["enrolled"], told["earned"], told["completion"]) == (20, 20, 100)


def test_that_nobody_of_a_few_did_something_is_not_told() -> None:
    found = report(replace(nobody(), people=tuple(person(f"p{at}", "east") for at in range(3))))
    assert all(each.suppressed for each in found.of(Slice("east")) if each.measure.id != "coverage")


def test_inside_nothing_is_hidden() -> None:
    found = report(replace(by_chance(3, 9), audience=INTERNAL))
    assert not any(each.suppressed for each in (*found.figures, *found.ranking, *found.trend))
    assert found.fewest == 0


def _is(each: object, measure: str, period: str) -> bool:
    return each.measure.id == measure and each.slice.period == period and each.slice.framework == EVERY  # type: ignore[attr-defined]
