"""Surveys against a table that was counted by hand, and against somebody who works figures out."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.figuring.districts import INTERNAL, PUBLIC, nobody, person

from proofolio.core.figuring.measure import FEWEST
from proofolio.core.figuring.narrow import narrow
from proofolio.core.figuring.report import report
from proofolio.core.figuring.survey import item_figures
from proofolio.core.model.facts import Facts, ItemFact, SurveyFact
from proofolio.core.model.figures import ItemFigures

Pair = tuple[int, int]
HAND = (
    # Twelve people: before, after. Sums 28 and 37; seven higher, five the same, nobody lower.
    (1, 2), (1, 3), (2, 3), (2, 3), (2, 3), (2, 4), (3, 4), (2, 2), (3, 3), (3, 3), (3, 3), (4, 4),
)  # fmt: skip


def item(pairs: Iterable[Pair], name: str = "pace") -> ItemFact:
    return ItemFact(name, "I let learners set the pace.", "confidence", tuple(pairs))


def told(pairs: Iterable[Pair], steps: int = 4) -> ItemFigures:
    return item_figures(item(pairs), steps)


def with_surveys(*surveys: SurveyFact, audience: str = PUBLIC) -> Facts:
    return replace(nobody(audience), surveys=surveys)


def survey(name: str = "pacing", framework: str = "basics", after: date | None = None) -> SurveyFact:
    scale = ("Not at all", "A little", "Quite", "Very")
    return SurveyFact(
        name, name.title(), "", scale, (item(HAND),), "micro-credential", "asking", "Asking", "asking.md",
        framework, None, after,
    )  # fmt: skip


def test_figures_are_what_a_hand_counts() -> None:
    found = told(HAND)
    assert (found.n, found.before, found.after, found.change) == (12, 2.33, 3.08, 0.75)
    assert (found.up, found.same, found.down) == (7, 5, 0)
    # One said "Not at all" beforehand and one "Very": how many gave each answer is about too few.
    assert (found.spread_before, found.spread_after) == (None, None)


def test_the_spread_is_told_where_everybody_hides_in_it() -> None:
    found = told([(1, 2), (2, 3), (2, 2), (1, 1), (2, 1), (3, 3), (3, 2)] * 8)
    assert (found.up, found.same, found.down) == (16, 24, 16)
    assert found.spread_before == (16, 24, 16, 0)
    assert found.spread_after == (16, 24, 16, 0)


NOTHING = [
    ([], 4, False),
    (HAND[:4], 4, True),
    ([(2, 4)] * 12, 4, True),  # after: everybody said "Very"
    ([(1, 2)] * 12, 4, True),
    ([*[(2, 4)] * 11, (2, 3)], 4, True),  # one did not say "Very", and the sum says so
    ([(1, 2)] * 4 + [(2, 2)] * 8, 2, True),  # on a scale of two, the mean is the spread
]


@pytest.mark.parametrize(("pairs", "steps", "suppressed"), NOTHING)
def test_nothing_is_told_of_a_few_or_of_what_all_answered(
    pairs: list[Pair], steps: int, suppressed: bool
) -> None:
    found = told(pairs, steps)
    assert found == ItemFigures("pace", "I let learners set the pace.", "confidence", suppressed=suppressed)


def test_who_moved_is_not_told_of_a_few() -> None:
    found = told([(1, 2)] * 4 + [(2, 3)] * 4 + [(2, 2)] * 3 + [(3, 2)])
    assert (found.n, found.before, found.after) == (12, 1.75, 2.33)
    assert (found.up, found.same, found.down) == (None, None, None)


def test_who_moved_is_not_told_when_it_gives_a_step_away() -> None:
    """Seven went up by eight steps together, and nobody down: so six by one, and one by two."""
    assert told([(2, 3)] * 6 + [(2, 4)] + [(3, 3)] * 5).up is None


def test_all_went_up_is_not_told() -> None:
    assert told([(1, 2)] * 6 + [(2, 4)] * 6).up is None


def test_both_audiences_see_the_same() -> None:
    public, internal = (report(with_surveys(survey(), audience=each)) for each in (PUBLIC, INTERNAL))
    assert public.surveys == internal.surveys != ()


def test_the_latest_survey_comes_first() -> None:
    found = report(
        with_surveys(
            survey("undated"), survey("older", after=date(2025, 5, 1)), survey("new", after=date(2026, 5, 1))
        )
    )
    assert [each.survey for each in found.surveys] == ["new", "older", "undated"]


@pytest.mark.parametrize(
    ("organization", "period", "framework", "expected"),
    [
        (None, None, None, ["pacing"]),
        ("", "all", "", ["pacing"]),
        ("east", None, None, []),  # a survey is of everybody
        (None, "2026", None, ["pacing"]),
        (None, "2025", None, []),
        (None, None, "basics", ["pacing"]),
        (None, None, "leading", []),
    ],
)
def test_narrowing(
    organization: str | None, period: str | None, framework: str | None, expected: list[str]
) -> None:
    people = (person("ada", "east", date(2025, 2, 2)),)
    whole = report(replace(with_surveys(survey(after=date(2026, 5, 1))), people=people))
    found = narrow(whole, organization, period, framework)
    assert [each.survey for each in found.surveys] == expected


# Somebody who knows the figures, the scale and the rule, and writes down every table that agrees with them.


@cache
def every_table(n: int, steps: int) -> tuple[tuple[Pair, ...], ...]:
    cells = product(range(1, steps + 1), repeat=2)
    return tuple(combinations_with_replacement(tuple(cells), n))


def sums(table: Iterable[Pair]) -> Pair:
    befores, afters = zip(*table, strict=True)
    return sum(befores), sum(afters)


def moved(table: Iterable[Pair]) -> tuple[int, int]:
    ways = [(after > before) - (after < before) for before, after in table]
    return ways.count(1), ways.count(-1)


def spread(table: Iterable[Pair], at: int) -> Counter[int]:
    return Counter(each[at] for each in table)


def agreeing(found: ItemFigures, table: tuple[Pair, ...], steps: int) -> Iterator[tuple[Pair, ...]]:
    """Every table with the told figures. The means give the sums away, so the attacker has these."""
    wanted = sums(table)
    for each in every_table(len(table), steps):
        if sums(each) != wanted:
            continue
        if found.up is not None and moved(each) != (found.up, found.down):
            continue
        if found.spread_before is not None and any(spread(each, at) != spread(table, at) for at in (0, 1)):
            continue
        yield each


def betrayed(tables: Iterable[tuple[Pair, ...]]) -> set[object]:
    """What is about one to four people, or about everybody, in the same way in every table."""
    shared: dict[object, int] | None = None
    for table in tables:
        sizes: Counter[object] = Counter()
        for before, after in table:
            sizes.update(
                [("before", before), ("after", after), ("by", after - before), ("both", before, after)]
            )
        shared = dict(sizes) if shared is None else {k: v for k, v in shared.items() if sizes[k] == v}
        n = len(table)
    return {key for key, size in (shared or {}).items() if size < FEWEST or n - size < FEWEST}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([(5, 2), (6, 2), (10, 2), (12, 2), (5, 3), (6, 3)]))
def test_nobody_is_worked_out(seed: int, size: tuple[int, int]) -> None:
    n, steps = size
    chance = random.Random(seed)
    cells = list(product(range(1, steps + 1), repeat=2))
    weights = [chance.random() ** 4 for _ in cells]
    table = tuple(sorted(chance.choices(cells, weights, k=n)))
    found = item_figures(item(table), steps)
    if not found.suppressed:
        assert betrayed(agreeing(found, table, steps)) == set()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=60))
def test_no_figure_is_about_a_few(pairs: list[Pair]) -> None:
    found = item_figures(item(sorted(pairs)), 5)
    if len(pairs) < FEWEST:
        figures = (found.n, found.before, found.after, found.change, found.up, found.spread_before)
        assert figures == (None,) * 6
        return
    counts = [found.up, found.same, found.down, *(found.spread_before or ()), *(found.spread_after or ())]
    assert all(each is None or each == 0 or each >= FEWEST for each in counts)
    assert found.n in (None, len(pairs))
    assert (found.n is None) == found.suppressed == (found.before is None)
