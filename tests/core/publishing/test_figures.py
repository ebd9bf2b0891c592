"""The page of figures: it shows what the report says, and nothing that the report keeps to itself."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from tests.core.publishing.builders import TODAY, district, history, portfolio
from tests.core.publishing.laid_out import laid_out
from tests.core.publishing.reports import bare, internal, public

from proofolio.core.awarding.decide import decide
from proofolio.core.model import address
from proofolio.core.model.figures import Coverage, Report
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.views.figures import FiguresView, Folds


def planned(report: Report | None, audience: Audience = Audience.PUBLIC) -> SitePlan:
    given = district(portfolio("ann"))
    return laid_out(given, decide(given, {}, TODAY), history(), audience, (), TODAY, report=report)


def shown(report: Report) -> FiguresView:
    (page,) = (each for each in planned(report).pages if each.uri == address.FIGURES)
    assert isinstance(page.view, FiguresView)
    return page.view


def test_each_figure_stands_with_its_meaning_and_the_day() -> None:
    view = shown(public())
    stats = {each.id: each for each in view.stats}
    assert view.day == "2026-11-22"
    assert (stats["enrolled"].text, stats["enrolled"].definition) == ("325", "People who had joined by then.")
    assert (stats["completion"].text, stats["completion"].of) == ("72.9%", "of 325")
    assert stats["hours"].text == "3,436.5"


def test_the_ranking_is_the_reports_own_order_and_each_thing_stands_once() -> None:
    rows = shown(public()).ranking
    assert [each.id for each in rows] == ["pace-a-unit", "strong-start", "assessment-stack", "thinking-aloud"]
    assert [each.share for each in rows] == [100, 70, 25, 0]


def test_what_is_suppressed_is_nowhere_not_even_as_a_length() -> None:
    report = public()
    hidden = replace(
        report,
        figures=tuple(replace(each, value=None, of=None, n=None, suppressed=True) for each in report.figures),
        ranking=tuple(replace(each, value=None, suppressed=True) for each in report.ranking),
        trend=tuple(replace(each, value=None, n=None, suppressed=True) for each in report.trend),
        coverage=tuple(replace(each, value=None, n=None, suppressed=True) for each in report.coverage),
        competencies=tuple(replace(each, value=None, suppressed=True) for each in report.competencies),
    )
    view = shown(hidden)
    assert {each.text for each in view.stats} == {"not shown"}
    assert {(each.text, each.value, each.share) for each in view.ranking} == {("not shown", None, 0)}
    assert {(cell.text, cell.value) for row in view.trend for cell in row.cells} == {("not shown", None)}
    for group in view.coverage:
        rows = (group.whole, *group.domains)
        assert {(each.text, each.value, each.share, each.people) for each in rows} == {
            ("not shown", None, 0, "not shown")
        }
        assert {(each.text, each.value) for each in group.competencies} == {("not shown", None)}
    assert view.folds == Folds(stats=True, ranking=True, trend=True)
    assert {each.shown for each in view.columns} == {False}
    assert {(each.folded, each.peopled, each.singled) for each in view.coverage} == {(True, False, False)}


def test_only_what_is_wholly_withheld_is_folded() -> None:
    report = public()
    assert shown(report).folds == Folds()
    first = replace(
        report, ranking=tuple(replace(each, value=None, suppressed=True) for each in report.ranking)
    )
    assert shown(first).folds == Folds(ranking=True)
    few = tuple(replace(each, n=None) for each in report.coverage)
    (group, *_) = shown(replace(report, coverage=few)).coverage
    assert (group.folded, group.peopled, group.singled) == (False, False, True)
    # inside nothing is withheld: what is not there is a dash, and no reason stands for it
    assert shown(replace(first, fewest=0)).folds == Folds()


def test_nothing_to_tell_is_a_dash_and_not_a_zero() -> None:
    report = public()
    figures = tuple(replace(each, value=None, of=None, n=None, suppressed=False) for each in report.figures)
    assert {each.text for each in shown(replace(report, figures=figures)).stats} == {"–"}
    none = Coverage("", "foundational", "", "Foundational", 0, 12, 0, False)
    (group,) = shown(replace(report, coverage=(none,))).coverage
    assert (group.whole.text, group.whole.people) == ("0 of 12", "0")


def test_only_terms_are_steps_and_only_people_are_drawn_together() -> None:
    view = shown(public())
    assert [each.title for each in view.trend][-1] == "August to December 2026"
    assert [each.id for each in view.columns if each.drawn] == ["enrolled", "submitted", "earned"]
    assert [each.id for each in view.columns if not each.drawn] == ["hours"]


def test_a_measure_knows_what_it_belongs_to_and_one_of_few_learners_says_no_number() -> None:
    first, second, few = shown(public()).impact
    assert first.organizations == ("high", "valley")
    assert (first.periods, second.periods) == (("2026-27",), ("2025-26",))
    assert (first.before, first.after, first.change) == ("41%", "83%", "+42 points")
    assert (second.change, second.direction) == ("+3.5 pieces", "worse")
    assert (few.before, few.after, few.change, few.learners, few.days) == ("", "", "", "", ())


def test_schools_stand_below_what_they_lie_within() -> None:
    choices = [(each.value, each.depth) for each in shown(public()).organizations]
    assert choices == [("valley", 0), ("high", 1), ("elementary", 0)]


def test_a_district_in_which_nothing_happened_has_an_empty_page() -> None:
    view = shown(bare())
    assert (view.stats, view.ranking, view.trend, view.coverage, view.impact) == ((), (), (), (), ())
    assert address.FIGURES not in {each.uri for each in planned(None).pages}


def test_the_public_page_holds_nothing_of_the_inside_even_if_the_report_does() -> None:
    given = replace(internal(), audience="public")
    uris = {each.uri for each in planned(given).pages}
    assert not {each for each in uris if each.startswith("inside/")}
    whole = json.dumps([asdict(each.view) for each in planned(given).pages])
    assert "has waited 20 days" not in whole
    assert "Rosa Díaz" not in whole
