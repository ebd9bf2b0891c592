"""The next step: the one thing to do now."""

from __future__ import annotations

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.judgement import Judgement
from proofolio.core.awarding.standing import Place
from proofolio.core.awarding.wording import quoted, sentence
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.language.phrase import either, listed
from proofolio.core.language.say import day, say, says
from proofolio.core.model.standing import Standing

_MOST = 4


def next_step(judgement: Judgement, place: Place, whom: tuple[str, ...], catalogue: Catalogue) -> str | None:
    """One sentence on what comes next; None when nothing does. ``whom`` are those who are asked.

    Where reviewers stay unnamed to the author, no step names one.
    """
    match place.standing:
        case Standing.DRAFT | Standing.INCOMPLETE if judgement.missing:
            return _gap(judgement.missing[0])
        case Standing.DRAFT if judgement.submission.practice:
            return say(
                "Rehearse as often as you like; begin a submission of its own when you want it to count."
            )
        case Standing.DRAFT:
            return say("Everything asked is here: set the status to submitted when you are ready.")
        case Standing.WAITING:
            again = judgement.reviews.round + 1
            if again == 1:
                return say("Waiting for a first review.")
            return say("Waiting for round {n} of reviews.", n=again)
        case Standing.STALE:
            who = _last_reviewer(judgement, catalogue)
            return say("Ask {who} to confirm the changed evidence.", who=who)
        case Standing.IN_REVIEW:
            return _in_review(judgement, place, whom, catalogue)
        case Standing.REVISE:
            return _revise(judgement, catalogue)
        case Standing.MET:
            return say("Nothing more to do: the credential can be issued.")
        case Standing.EXPIRED:
            return say("To renew it, show current evidence and ask for a review.")
        case Standing.REVOKED:
            return say("Talk with whoever keeps the competencies; a new review can decide anew.")
        case _:
            return None


def _gap(gap: Gap) -> str:
    message = sentence(gap.message)
    if not gap.hint:
        return message
    return sentence(f"{message.removesuffix('.')}: {gap.hint}")


def _in_review(judgement: Judgement, place: Place, whom: tuple[str, ...], catalogue: Catalogue) -> str:
    if judgement.submission.practice:
        return say("When you want it to count, begin a submission of its own with this evidence.")
    if place.lacking:
        first = listed(quoted(catalogue.title(each)) for each in place.lacking)
        return say("First earn {titles}.", titles=first)
    if not judgement.criteria:
        return say("Waiting until there is a rubric to rate it against.")
    if judgement.rated and judgement.asked.approval:
        return _approval(judgement, whom, catalogue)
    more = judgement.asked.reviewers - judgement.raters
    if more > 0:
        return says("Waiting for {n} more review.", "Waiting for {n} more reviews.", more)
    return say("Waiting for ratings of every criterion.")


def _approval(judgement: Judgement, whom: tuple[str, ...], catalogue: Catalogue) -> str:
    if not whom:
        return say("Waiting for an approver; nobody on the roster may approve this work yet.")
    if judgement.asked.blind:
        return say("Waiting for an approver.")
    names = either(map(catalogue.district.name_of, whom), _MOST)
    return say("Waiting for an approver: {names}.", names=names)


def _revise(judgement: Judgement, catalogue: Catalogue) -> str:
    """The first next step of the reviewer who last asked for more, in the rubric's order."""
    for review in reversed(judgement.paused):
        order = (*judgement.criteria, *sorted(review.next_steps))
        steps = [review.next_steps[each] for each in order if review.next_steps.get(each, "").strip()]
        if steps:
            return sentence(steps[0])
    review = judgement.paused[-1]
    if judgement.asked.blind:
        return say("Read the review of {day} and revise.", day=day(review.on))
    who = catalogue.district.name_of(review.reviewer)
    return say("Read {who}’s review of {day} and revise.", who=who, day=day(review.on))


def _last_reviewer(judgement: Judgement, catalogue: Catalogue) -> str:
    latest = judgement.reviews.latest
    if judgement.asked.blind:
        return say("the reviewer")
    return catalogue.district.name_of(latest.reviewer) if latest else say("a reviewer")
