"""Surveys as they are shown: with the figures, and as a line on the page of what they are about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from proofolio.core.language.say import day, deferred, number, said, say
from proofolio.core.model import address
from proofolio.core.model.figures import ALL, ItemFigures, Report, SurveyFigures
from proofolio.core.publishing.impact_ledger import change
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.survey import SpreadRow, SurveyLink, SurveyRow, SurveyView

_TOPICS = {
    "confidence": deferred("Confidence"),
    "practice": deferred("Practice"),
    "engagement": deferred("Engagement of learners"),
}


def survey_views(report: Report) -> tuple[SurveyView, ...]:
    """Every survey of a report. Nothing is counted here."""
    return tuple(_view(each, report) for each in report.surveys)


def survey_links(scene: Scene, kind: str, subject: str) -> tuple[SurveyLink, ...]:
    """The surveys about one micro-credential or pathway that the page of figures tells of."""
    known = scene.report.surveys if scene.report is not None else ()
    return tuple(
        SurveyLink(each.survey, each.title, address.FIGURES)
        for each in known
        if (each.kind, each.subject) == (kind, subject)
    )


def _view(survey: SurveyFigures, report: Report) -> SurveyView:
    return SurveyView(
        survey.survey,
        survey.title,
        survey.about,
        Ref(survey.subject_title, survey.uri) if survey.subject else None,
        _asked(survey.before, survey.after),
        survey.scale,
        survey.answered,
        tuple(_row(each, len(survey.scale)) for each in survey.items),
        tuple(row for each in survey.items for row in _spreads(each)),
        tuple(each.id for each in report.periods if each.id != ALL and each.holds(survey.on)),
        survey.framework,
    )


def _asked(before: date | None, after: date | None) -> str:
    if before and after:
        return say("Asked on {before} and on {after}.", before=day(before), after=day(after))
    if before:
        return say("Asked on {before}, and once more afterwards.", before=day(before))
    if after:
        return say("Asked beforehand, and on {after}.", after=day(after))
    return say("Asked twice, before and after.")


def _row(item: ItemFigures, steps: int) -> SurveyRow:
    moved = item.up is not None
    told = "hidden" if item.suppressed else "unanswered" if item.n is None else "all" if moved else "means"
    return SurveyRow(
        item.item,
        item.text,
        said(_TOPICS[item.topic]) if item.topic in _TOPICS else "",
        told,
        _number(item.n),
        _number(item.before),
        item.before,
        _share(item.before, steps),
        _number(item.after),
        item.after,
        _share(item.after, steps),
        change(item.change, "") if item.change is not None else "",
        _number(item.up),
        _number(item.same),
        _number(item.down),
    )


def _spreads(item: ItemFigures) -> Iterator[SpreadRow]:
    for moment, counts in ((say("Before"), item.spread_before), (say("After"), item.spread_after)):
        if counts is not None:
            yield SpreadRow(item.text, moment, tuple(number(each) for each in counts))


def _number(value: float | None) -> str:
    return number(value) if value is not None else ""


def _share(mean: float | None, steps: int) -> int:
    """A mean as a share of the way from the lowest answer to the highest."""
    return round(100 * (mean - 1) / (steps - 1)) if mean is not None else 0
