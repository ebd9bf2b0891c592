"""The summary of a change: what is there, what is missing, what changes, and the one next step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from proofolio.adapters.reporting.located import Located, in_order
from proofolio.adapters.reporting.summary_document import (
    LARGEST,
    LONGEST_LINE,
    LONGEST_OFFER,
    MOST_FINDINGS,
    MOST_LINES,
    MOST_PEOPLE,
    MOST_WORKS,
    Count,
    Level,
    Map,
    Step,
    Summary,
    Trouble,
    Work,
    summary_json,
)
from proofolio.adapters.reporting.visible import one_line, visible
from proofolio.core.awarding.effect import CountChange, Effect, LevelChange, PersonEffect, WorkEffect
from proofolio.core.diagnostics.finding import PORTFOLIOS, Gap
from proofolio.core.diagnostics.rules.review import REVIEW_COMMITTED_BY_AUTHOR
from proofolio.core.model.district import District
from proofolio.core.model.standing import Decision
from proofolio.core.model.submission import SubmissionKey
from proofolio.core.publishing.standing import DONE, competent

REVIEWS = "reviews"
Item = TypeVar("Item")
Made = TypeVar("Made")

NOTHING = "Nothing to do: this change leaves all work and every mastery map as they are."
ALL_DONE = "Nothing is left to do here but to merge it."


def summary(
    district: District,
    effect: Effect,
    gaps: Mapping[SubmissionKey, tuple[Gap, ...]],
    refused: Iterable[Located],
    findings: Iterable[Located],
    offers: Mapping[SubmissionKey, str],
    commits: tuple[str, str],
) -> Summary:
    """Put the summary together, cut to the document's limits.

    Args:
        district: as the change leaves it.
        effect: what the change does.
        gaps: what is missing in the touched work.
        refused: what whoever made the change may not change.
        findings: what the change makes worse otherwise.
        offers: review blocks, for work that waits for a review.
        commits: the base's and the head's ids.
    """
    not_allowed = in_order(refused)
    beside = _beside(in_order(findings), gaps, {each.file for each in not_allowed})
    refusals, troubles = ([_trouble(district, effect, each) for each in of] for of in (not_allowed, beside))
    works = [_work(district, each, gaps, offers) for each in effect.works]
    people = [_map(district, each) for each in effect.people if each.private or not each.nothing]
    whole = Summary(
        proofolio="summary",
        version=1,
        base=commits[0],
        head=commits[1],
        next_step=_next(district, refusals, troubles, effect),
        refused=tuple(refusals[:MOST_FINDINGS]),
        refused_more=max(0, len(refusals) - MOST_FINDINGS),
        findings=tuple(troubles[:MOST_FINDINGS]),
        findings_more=max(0, len(troubles) - MOST_FINDINGS),
        works=tuple(works[:MOST_WORKS]),
        works_more=max(0, len(works) - MOST_WORKS),
        people=tuple(people[:MOST_PEOPLE]),
        people_more=max(0, len(people) - MOST_PEOPLE),
        others=effect.others,
    )
    return _fitting(whole)


def _fitting(whole: Summary) -> Summary:
    """The summary at a size that is read back: offers go first, then maps, then work, then findings."""
    shorter: tuple[Callable[[Summary], dict[str, object]], ...] = (
        lambda it: {"works": tuple(each.model_copy(update={"offer": None}) for each in it.works)},
        lambda it: {"people": (), "people_more": it.people_more + len(it.people)},
        lambda it: {"works": it.works[:5], "works_more": it.works_more + max(0, len(it.works) - 5)},
        lambda it: {"findings": it.findings[:10], "findings_more": it.findings_more + len(it.findings[10:])},
    )
    for cut in shorter:
        if len(summary_json(whole)) <= LARGEST:
            break
        whole = whole.model_copy(update=cut(whole))
    return whole


def _next(
    district: District, refused: Sequence[Trouble], findings: Sequence[Trouble], effect: Effect
) -> Step:
    """The one thing to do now: what is refused, then what is wrong, then what the work itself asks."""
    errors = [each for each in findings if each.error]
    for each in (*refused[:1], *errors[:1]):
        hint = f": {each.hint}" if each.hint else ""
        return Step(whose=None, text=_line(f"{each.message}{hint}"), done=False)
    told = [each for each in effect.works if each.after is not None and each.after.next_step]
    told.sort(key=lambda each: each.after is not None and each.after.standing in DONE)
    for work in told:
        if work.after is not None and work.after.next_step:
            whose = district.name_of(work.submission.person)
            return Step(whose=_line(whose), text=_line(work.after.next_step), done=False)
    changed = effect.works or any(not each.nothing for each in effect.people)
    return Step(whose=None, text=ALL_DONE if changed else NOTHING, done=True)


def _beside(
    findings: list[Located], gaps: Mapping[SubmissionKey, tuple[Gap, ...]], refused: set[str]
) -> list[Located]:
    """The findings without what is told already: as missing from the work, or by a refusal."""
    missing = {gap.as_finding() for each in gaps.values() for gap in each}
    return [
        each
        for each in findings
        if each.finding not in missing
        and (each.finding.rule is not REVIEW_COMMITTED_BY_AUTHOR or each.file not in refused)
    ]


def _work(
    district: District,
    effect: WorkEffect,
    gaps: Mapping[SubmissionKey, tuple[Gap, ...]],
    offers: Mapping[SubmissionKey, str],
) -> Work:
    submission, before, after = effect.submission, effect.before, effect.after
    asked = district.micro_credentials.get(submission.micro_credential)
    missing = [gap.message for gap in gaps.get(submission.key, ())]
    offer = offers.get(submission.key, "")
    usable = effect.waits is not None and 0 < len(offer) <= LONGEST_OFFER
    of = len(district.criteria_of(asked)) if asked else 0
    return Work(
        file=_place(submission.source.file),
        title=_line(submission.title),
        by=_line(district.name_of(submission.person)),
        micro_credential=_line(asked.title if asked else submission.micro_credential),
        before=before.standing if before else None,
        after=after.standing if after else None,
        complete=bool(after and after.complete),
        missing=_all(_line, missing, MOST_LINES),
        missing_more=max(0, len(missing) - MOST_LINES),
        competent=bool(after and after.competent),
        decided=_line(competent(after, of).label + _unsettled(before, after)),
        next_step=_line(after.next_step) if after and after.next_step else None,
        blind=asked is not None and asked.review.blind,
        offer="\n".join(map(visible, offer.split("\n"))) if usable else None,
    )


def _unsettled(before: Decision | None, after: Decision | None) -> str:
    """What a change of reviewed work does to its reviews: nobody is to find that out afterwards."""
    number = after.stale_reviews - before.stale_reviews if before and after else 0
    if number <= 0:
        return ""
    whose = "a review is" if number == 1 else f"{number} reviews are"
    again = "it counts" if number == 1 else "they count"
    return f". With this change, {whose} of an earlier version: {again} again once a reviewer confirms it"


def _map(district: District, effect: PersonEffect) -> Map:
    return Map(
        name=_line(district.name_of(effect.person)),
        private=effect.private,
        levels=_all(_level, effect.levels, MOST_LINES),
        demonstrated=_all(_line, effect.demonstrated, MOST_LINES),
        sets=_all(_count, effect.sets, MOST_LINES),
        pathways=_all(_count, effect.pathways, MOST_LINES),
        finished=_all(_line, effect.finished, MOST_LINES),
        earned=_all(_line, effect.earned, MOST_LINES),
        lost=_all(_line, effect.lost, MOST_LINES),
        hours_before=float(effect.hours_before),
        hours_after=float(effect.hours_after),
    )


def _level(each: LevelChange) -> Level:
    criterion, before, after = (
        None if text is None else _line(text) for text in (each.criterion, each.before, each.after)
    )
    return Level(competency=_line(each.competency), criterion=criterion, before=before, after=after)


def _count(each: CountChange) -> Count:
    return Count(title=_line(each.title), before=each.before, after=each.after, of=each.of)


def _trouble(district: District, effect: Effect, each: Located) -> Trouble:
    """A finding, told in general where its words would tell more than the change itself holds."""
    finding = each.finding
    quiet = _quiet(district, effect, each.file)
    return Trouble(
        rule=finding.rule.name,
        error=each.is_error,
        message=_line(finding.rule.title if quiet else finding.message),
        hint=_line(finding.hint) if finding.hint and not quiet else None,
        file=_place(quiet or each.file),
        line=1 if quiet else each.line,
        column=1 if quiet else each.column,
    )


def _quiet(district: District, effect: Effect, file: str) -> str | None:
    """The folder to name in a file's place: of blind reviews, and of people whom the change leaves alone.

    None where the file itself may be named.
    """
    steps = file.split("/")
    if steps[0] != PORTFOLIOS or len(steps) < 3:
        return None
    if steps[1] not in {each.person for each in effect.people}:
        return "/".join(steps[:2])
    submission = district.submission((steps[1], steps[2]))
    asked = district.micro_credentials.get(submission.micro_credential) if submission else None
    if asked is not None and asked.review.blind and steps[3:4] == [REVIEWS]:
        return "/".join(steps[:4])
    return None


def _all(make: Callable[[Item], Made], items: Iterable[Item], most: int) -> tuple[Made, ...]:
    return tuple(make(each) for each in list(items)[:most])


def _line(text: str) -> str:
    """The text on one visible line, cut to its limit."""
    shown = one_line(text)
    return shown if len(shown) <= LONGEST_LINE else f"{shown[: LONGEST_LINE - 1]}…"


def _place(path: str) -> str:
    """A path as the document takes it; a stranger's tree may hold any name."""
    steps = [each for each in one_line(path).replace("\\", "�").split("/") if each not in ("", ".", "..")]
    return "/".join(steps)[:LONGEST_LINE].rstrip("/") or "?"
