"""The friendly words for where work stands, in one place."""

from __future__ import annotations

from proofolio.core.model.standing import Decision, Standing, Wait
from proofolio.core.publishing import words
from proofolio.core.publishing.views.standing import CompetentView, CompleteView, StandingView

_WORDS = {
    Standing.DRAFT: ("Draft", "Still being written."),
    Standing.INCOMPLETE: ("Parts missing", "Something that was asked for is not there yet."),
    Standing.WAITING: ("Waiting for review", "Everything asked for is there; nobody has reviewed it yet."),
    Standing.IN_REVIEW: ("In review", "At least one reviewer has read it, and another is still to come."),
    Standing.REVISE: ("Being revised", "Reviewers have given next steps; revising is part of learning."),
    Standing.STALE: ("Changed since reviewed", "It changed after its review and waits for another look."),
    Standing.MET: ("Met", "Reviewers found every criterion at mastery; the credential is not issued yet."),
    Standing.EARNED: ("Earned", "Reviewers found every criterion at mastery, and the credential is issued."),
    Standing.EXPIRED: ("Expired", "It was earned, and its time has run out."),
    Standing.REVOKED: ("Revoked", "The credential was taken back by the organisation."),
}
_RATED = "Reviewers have rated it, and an approver is still to agree."
DONE = frozenset({Standing.MET, Standing.EARNED})


def label(stood: Standing) -> str:
    """A standing in a word or two."""
    return _WORDS[stood][0]


def standing(decision: Decision | None) -> StandingView:
    """A standing in words; work without a decision has not been looked at."""
    if decision is None:
        return StandingView("unknown", "Not assessed yet", "Nothing has been decided about it.", False)
    label, meaning = _WORDS[decision.standing]
    if decision.waits_for is Wait.APPROVAL:
        meaning = _RATED
    return StandingView(decision.standing.value, label, meaning, decision.standing in DONE)


def complete(decision: Decision | None) -> CompleteView:
    """What the machine found. Complete never means good; it means that all is there to be read."""
    if decision is None:
        return CompleteView(False, "Not checked yet", ())
    if decision.complete:
        return CompleteView(True, "Complete: everything asked for is there", ())
    missing = tuple(gap.message for gap in decision.missing)
    label = f"Not complete: {words.spelt(len(missing), 'thing')} missing" if missing else "Not complete"
    return CompleteView(False, label, missing)


def competent(decision: Decision | None, of: int) -> CompetentView:
    """What people decided, of the ``of`` criteria asked for."""
    rows = tuple(decision.criteria.values()) if decision else ()
    rated = sum(1 for each in rows if each.level is not None)
    met = sum(1 for each in rows if each.met)
    of = max(of, len(rows))
    if decision is not None and decision.competent:
        label = "Competent: reviewers found every criterion at mastery"
    elif decision is not None and decision.waits_for is Wait.APPROVAL:
        label = "Not decided yet: every criterion is at mastery, and an approver has to agree"
    elif rated:
        label = f"Not decided yet: {met} of {words.count(of, 'criterion', 'criteria')} at mastery"
    else:
        label = "Not decided yet: no rating counts at the moment"
    return CompetentView(bool(decision and decision.competent), label, rated, met, of)
