"""The words in which the summary of a change is told, alike in every format."""

from __future__ import annotations

from proofolio.adapters.reporting.summary_document import Count, Level, Map, Summary, Work
from proofolio.core.model.standing import Standing

PROVES = (
    "Proofolio wrote this. *Complete* is what a machine can tell; *competent* is what people decide."
    " The rules and the roster that count are those of the branch that this goes into."
)
_STANDS = {
    Standing.DRAFT: "draft",
    Standing.INCOMPLETE: "parts missing",
    Standing.WAITING: "waiting for a review",
    Standing.IN_REVIEW: "in review",
    Standing.REVISE: "being revised",
    Standing.STALE: "changed since it was reviewed",
    Standing.MET: "met, by people's word",
    Standing.EARNED: "earned",
    Standing.EXPIRED: "expired",
    Standing.REVOKED: "revoked",
}


def heading(summary: Summary) -> str:
    """What the summary begins with: whose the next step is, or that there is none."""
    step = summary.next_step
    if step.done:
        return step.text
    return f"Next step for {step.whose}" if step.whose else "Next step"


def complete(work: Work) -> str:
    """What the machine found. Never a word on quality."""
    if work.after is None:
        return "It is taken away, or cannot be read"
    if work.complete:
        return "Yes: everything that is asked for is there"
    number = len(work.missing) + work.missing_more
    if not number:
        return "Not yet: its file has something to mend"
    return f"Not yet: {number} {'thing is' if number == 1 else 'things are'} missing"


def standing(work: Work) -> str:
    """Where the work stands with the change, and where it stood before."""
    after = _STANDS[work.after] if work.after else "not there any more"
    if work.before is None:
        return f"{after} (new)"
    return after if work.before is work.after else f"{after} (before: {_STANDS[work.before]})"


def blindness() -> str:
    """What stays unsaid where reviewers are unnamed, and what Git shows all the same."""
    return (
        "Reviews are blind here: this comment and the site name no reviewer. Git does: whoever can read the"
        " repository can see who saved a review."
    )


def level(each: Level) -> str:
    """A level's change: "Pacing: not rated → Proficient"."""
    what = f"{each.competency}, {each.criterion}" if each.criterion else each.competency
    return f"{what}: {each.before or 'not rated'} → {each.after or 'not rated'}"


def counted(each: Count) -> str:
    """A count's change: "4 → 5 of 12"."""
    return f"{each.before} → {each.after} of {each.of}"


def hours(each: Map) -> str:
    """The hours that a change brings: "hours: +15 (21.5 in all)"."""
    gain = each.hours_after - each.hours_before
    return f"hours: {gain:+g}"


def more(number: int, one: str, many: str) -> str:
    """What was left out for length: "and 13 more"."""
    noun = one if number == 1 else many
    return f"and {number} more {noun}".rstrip()
