"""Surveys: what people answered before and after, told only of those who answered both times.

Answers were given without a name, so what is withheld from the public is withheld from everybody.
"""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.figuring.anonymity import Pair, everything, is_anonymous, means, moves, spreads
from proofolio.core.figuring.measure import FEWEST
from proofolio.core.language.say import say
from proofolio.core.model.facts import Facts, ItemFact, SurveyFact
from proofolio.core.model.figures import Measure, Unit
from proofolio.core.model.surveyed import ItemFigures, SurveyFigures

BEFORE, AFTER, CHANGE = "survey-before", "survey-after", "survey-change"
UP, SAME, DOWN = "survey-up", "survey-same", "survey-down"
SPREAD_BEFORE, SPREAD_AFTER = "survey-spread-before", "survey-spread-after"
_Moved = tuple[int | None, int | None, int | None]
_Spread = tuple[tuple[int, ...] | None, tuple[int, ...] | None]


def surveys(facts: Facts) -> Iterator[SurveyFigures]:
    """The figures of every survey: the latest first, those without a day last."""

    def latest(each: SurveyFact) -> tuple[int, str, str]:
        on = each.after or each.before
        return (-on.toordinal() if on else 0, each.title, each.id)

    for each in sorted(facts.surveys, key=latest):
        yield SurveyFigures(
            survey=each.id,
            title=each.title,
            about=each.about,
            scale=each.scale,
            kind=each.kind,
            subject=each.subject,
            subject_title=each.subject_title,
            uri=each.uri,
            framework=each.framework,
            before=each.before,
            after=each.after,
            answered=any(item.pairs for item in each.items),
            items=tuple(item_figures(item, len(each.scale)) for item in each.items),
        )


def item_figures(item: ItemFact, steps: int) -> ItemFigures:
    """As much of an item's figures as keeps its answers anonymous. ``steps``: answers on the scale."""
    pairs, n = item.pairs, len(item.pairs)
    if n < FEWEST or not is_anonymous(pairs, steps, means):
        return ItemFigures(item.id, item.text, item.topic, suppressed=n > 0)
    before, after = sum(each[0] for each in pairs), sum(each[1] for each in pairs)
    moved: _Moved = _moves(pairs) if is_anonymous(pairs, steps, moves) else (None, None, None)
    # Who moved says more than who stands where; both are told only if they are anonymous together.
    together = spreads if moved[0] is None else everything
    spread: _Spread = _spreads(pairs, steps) if is_anonymous(pairs, steps, together) else (None, None)
    return ItemFigures(
        item.id,
        item.text,
        item.topic,
        n,
        round(before / n, 2),
        round(after / n, 2),
        round((after - before) / n, 2),
        *moved,
        *spread,
    )


def _moves(pairs: tuple[Pair, ...]) -> tuple[int, int, int]:
    up = sum(after > before for before, after in pairs)
    down = sum(after < before for before, after in pairs)
    return up, len(pairs) - up - down, down


def _spreads(pairs: tuple[Pair, ...], steps: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    before, after = ([each[at] for each in pairs] for at in (0, 1))
    scale = range(1, steps + 1)
    return tuple(before.count(each) for each in scale), tuple(after.count(each) for each in scale)


def survey_measures() -> tuple[Measure, ...]:
    """What the figures of a survey are, in the words that stand beside them."""
    both = say("Counted are the people who answered the item both times.")
    mean = say(
        "The mean takes the answers as numbers, 1 for the lowest. The steps between answers need not be "
        "equally large, so read it together with how many went up or down."
    )
    few = say(
        "Shown only where no number, and nothing that follows from them, is about fewer than {n} people.",
        n=FEWEST,
    )
    return (
        Measure(BEFORE, say("Mean answer before"), f"{both} {mean}", Unit.STEPS),
        Measure(AFTER, say("Mean answer after"), f"{both} {mean}", Unit.STEPS),
        Measure(CHANGE, say("Change of the mean answer"), f"{both} {mean}", Unit.STEPS),
        Measure(UP, say("Answered higher afterwards"), f"{both} {few}", Unit.PEOPLE),
        Measure(SAME, say("Answered the same"), f"{both} {few}", Unit.PEOPLE),
        Measure(DOWN, say("Answered lower afterwards"), f"{both} {few}", Unit.PEOPLE),
        Measure(SPREAD_BEFORE, say("Gave this answer before"), f"{both} {few}", Unit.PEOPLE),
        Measure(SPREAD_AFTER, say("Gave this answer after"), f"{both} {few}", Unit.PEOPLE),
    )


def survey_rule() -> str:
    """How answers stay anonymous, in words for the foot of the surveys."""
    return say(
        "Answers were given without a name, so they are kept from everybody: nothing is shown of fewer than "
        "{n} people, nor where everybody’s answer would follow. Counts are shown only where each is about "
        "nobody or about at least {n} people, and nothing about fewer follows. Surveys are of all who "
        "answered, never of a school.",
        n=FEWEST,
    )
