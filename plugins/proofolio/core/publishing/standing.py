"""The friendly words for where work stands, in one place."""

from __future__ import annotations

from datetime import date

from proofolio.core.language.phrase import figure
from proofolio.core.language.say import Deferred, day, deferred, said, say, says
from proofolio.core.model.standing import Decision, Standing, Wait
from proofolio.core.publishing.views.standing import CompetentView, CompleteView, StandingView

_WORDS: dict[Standing, tuple[Deferred, Deferred]] = {
    Standing.DRAFT: (deferred("Draft"), deferred("Still being written.")),
    Standing.INCOMPLETE: (
        deferred("Parts missing"),
        deferred("Something that was asked for is not there yet."),
    ),
    Standing.WAITING: (
        deferred("Waiting for review"),
        deferred("Everything asked for is there; nobody has reviewed it yet."),
    ),
    Standing.IN_REVIEW: (
        deferred("In review"),
        deferred("At least one reviewer has read it, and another is still to come."),
    ),
    Standing.REVISE: (
        deferred("Being revised"),
        deferred("Reviewers have given next steps; revising is part of learning."),
    ),
    Standing.STALE: (
        deferred("Changed since reviewed"),
        deferred("It changed after its review and waits for another look."),
    ),
    Standing.MET: (
        deferred("Met"),
        deferred("Reviewers found every criterion at mastery; the credential is not issued yet."),
    ),
    Standing.EARNED: (
        deferred("Earned"),
        deferred("Reviewers found every criterion at mastery, and the credential is issued."),
    ),
    Standing.EXPIRED: (deferred("Expired"), deferred("It was earned, and its time has run out.")),
    Standing.REVOKED: (deferred("Revoked"), deferred("The credential was taken back by the organisation.")),
}
_RATED = deferred("Reviewers have rated it, and an approver is still to agree.")
DONE = frozenset({Standing.MET, Standing.EARNED})
_ONCE = frozenset({Standing.EARNED, Standing.EXPIRED})


def label(stood: Standing) -> str:
    """A standing in a word or two."""
    return said(_WORDS[stood][0])


def standing(decision: Decision | None) -> StandingView:
    """A standing in words; work without a decision has not been looked at."""
    if decision is None:
        return StandingView(
            "unknown", say("Not assessed yet"), say("Nothing has been decided about it."), False
        )
    label, meaning = _WORDS[decision.standing]
    if decision.waits_for is Wait.APPROVAL:
        meaning = _RATED
    return StandingView(decision.standing.value, said(label), said(meaning), decision.standing in DONE)


def complete(decision: Decision | None) -> CompleteView:
    """What the machine found. Complete never means good; it means that all is there to be read."""
    if decision is None:
        return CompleteView(False, say("Not checked yet"), ())
    if decision.complete:
        return CompleteView(True, say("Complete: everything asked for is there"), ())
    missing = tuple(gap.message for gap in decision.missing)
    if not missing:
        return CompleteView(False, say("Not complete"), ())
    label = says(
        "Not complete: {n} thing missing",
        "Not complete: {n} things missing",
        len(missing),
        n=figure(len(missing)),
    )
    return CompleteView(False, label, missing)


def competent(decision: Decision | None, of: int) -> CompetentView:
    """What people decided, of the ``of`` criteria asked for."""
    rows = tuple(decision.criteria.values()) if decision else ()
    rated = sum(1 for each in rows if each.level is not None)
    met = sum(1 for each in rows if each.met)
    of = max(of, len(rows))
    if decision is not None and decision.competent:
        label = say("Competent: reviewers found every criterion at mastery")
    elif decision is not None and decision.standing in _ONCE and decision.decided_on is not None:
        label = _found(decision, decision.decided_on)
        of = of if rated else 0  # what was rated then is not counted now, so there is nothing to count
    elif decision is not None and decision.waits_for is Wait.APPROVAL:
        label = say("Not decided yet: every criterion is at mastery, and an approver has to agree")
    elif rated:
        label = says(
            "Not decided yet: {met} of {n} criterion at mastery",
            "Not decided yet: {met} of {n} criteria at mastery",
            of,
            met=met,
        )
    else:
        label = say("Not decided yet: no rating counts at the moment")
    return CompetentView(bool(decision and decision.competent), label, rated, met, of)


def _found(decision: Decision, on: date) -> str:
    """What was decided for the credential, which stays whatever became of the work since."""
    if decision.stale_reviews:
        return say("Found competent on {day}; the work has changed since", day=day(on))
    return say("Found competent on {day}", day=day(on))
