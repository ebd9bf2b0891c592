"""The report: the one function that the page, the CSV, the JSON and the command all come from."""

from __future__ import annotations

from datetime import date

from proofolio.core.figuring.count import figures, trend
from proofolio.core.figuring.coverage import cover
from proofolio.core.figuring.inside import inside
from proofolio.core.figuring.listing import impact, ranking
from proofolio.core.figuring.measure import measures, rule
from proofolio.core.figuring.period import Window, periods
from proofolio.core.figuring.survey import survey_measures, survey_rule, surveys
from proofolio.core.figuring.table import Maker, tables
from proofolio.core.model.facts import Facts
from proofolio.core.model.figures import EVERY, Choice, Report


def report(facts: Facts, window: Window | None = None) -> Report:
    """Count everything that these facts tell. The same facts give the same figures, in the same order.

    ``window`` is a period to count besides the usual ones.
    """
    spans = periods(facts.today, _days(facts), window)
    maker = Maker(facts, spans)
    counted = tables(facts, maker)
    coverage = cover(facts, maker)
    named = measures(maker.public)
    known = facts.organizations
    return Report(
        audience=facts.audience,
        name=facts.name,
        as_of=facts.today,
        fewest=maker.fewest,
        rule=rule(maker.fewest),
        measures=tuple(named.values()),
        organizations=tuple(
            Choice(each, *(known.get(each) or (each, None))) for each in maker.organizations if each != EVERY
        ),
        periods=spans.choices,
        frameworks=tuple(Choice(each.id, each.title) for each in facts.frameworks),
        figures=tuple(figures(facts, counted, spans, coverage.rows, named)),
        ranking=tuple(ranking(facts, counted, spans)),
        trend=tuple(trend(facts, counted, spans, named)),
        coverage=coverage.rows,
        competencies=coverage.competencies,
        impact=tuple(impact(facts)),
        inside=None if maker.public else inside(facts),
        surveys=tuple(surveys(facts)),
        survey_measures=survey_measures(),
        survey_rule=survey_rule(),
    )


def _days(facts: Facts) -> list[date]:
    """Every day on which something happened."""
    known = [each.since for each in facts.people] + [each.first for each in facts.submissions]
    known += [each.on for each in facts.awards]
    return [each for each in (*known, *(each.on for each in facts.hours)) if each is not None]
