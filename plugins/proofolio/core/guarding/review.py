"""Reviews: written once, by the reviewer, on somebody else's work, on the day in their name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.rules.authority import (
    MISPLACED_RECORD,
    REVIEW_DATE,
    REVIEW_FOR_ANOTHER,
    REVIEW_REMOVED,
    REVIEW_REWRITTEN,
    VERDICT_ON_DRAFT,
)
from proofolio.core.diagnostics.rules.review import (
    REVIEW_BY_CO_AUTHOR,
    REVIEW_BY_OWNER,
    REVIEW_BY_UNQUALIFIED,
    UNKNOWN_DIGEST,
)
from proofolio.core.guarding.place import REVIEWS, Touched
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.submission import Status, Submission

_NAME = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<reviewer>[a-z0-9]+(?:-[a-z0-9]+)*)\.md", re.ASCII)
_STEPS = 5
_ZONES = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def check_reviews(proposal: Proposal, files: Sequence[Touched]) -> Iterator[Finding]:
    """Every changed path that is, or passes for, a review."""
    brought = carried(files)
    for each in files:
        if each.is_gone:
            yield Finding(REVIEW_REMOVED, "a review was deleted or moved away", each.where)
        elif not each.is_new:
            yield Finding(REVIEW_REWRITTEN, "a review that was there already was changed", each.where)
        elif each not in brought:
            yield from _new(proposal, each)


def carried(files: Iterable[Touched]) -> frozenset[Touched]:
    """Reviews that only came from another place, unchanged: they are told of where they are gone."""
    every = tuple(files)
    gone = {(each.steps[-1], each.file.before) for each in every if each.is_gone}
    return frozenset(each for each in every if each.is_new and (each.steps[-1], each.file.after) in gone)


def _new(proposal: Proposal, each: Touched) -> Iterator[Finding]:
    name = _NAME.fullmatch(each.steps[-1])
    day = _day(name["date"]) if name else None
    if name is None or day is None or len(each.steps) != _STEPS or each.steps[3] != REVIEWS:
        yield Finding(MISPLACED_RECORD, "no review belongs here", each.where)
        return
    key = (each.steps[1], each.steps[2])
    before, after = proposal.base.submission(key), proposal.head.submission(key)
    if each.owner is None or (before is None and after is None):
        message = f"there is no submission '{'/'.join(each.steps[:3])}' that could be reviewed"
        yield Finding(MISPLACED_RECORD, message, each.where)
        return
    person = proposal.person
    if name["reviewer"] != person.id:
        named = proposal.base.name_of(name["reviewer"])
        message = f"the review is in {named}'s name, and the change is {person.name}'s"
        yield Finding(REVIEW_FOR_ANOTHER, message, each.where)
    yield from _relation(proposal, each, before, after)
    yield from _date(proposal, each, day)
    yield from _content(proposal, each, before or after)


def _relation(
    proposal: Proposal, each: Touched, before: Submission | None, after: Submission | None
) -> Iterator[Finding]:
    """Whether the one who changes it may review this at all."""
    person = proposal.person
    authors = {name for one in (before, after) if one for name in one.co_authors}
    if each.owner == person.id:
        message = f"{person.name} reviewed their own work"
        yield Finding(REVIEW_BY_OWNER, message, each.where, "ask a coach or an assessor to review it")
    elif person.id in authors:
        message = f"{person.name} reviewed work that they took part in"
        yield Finding(REVIEW_BY_CO_AUTHOR, message, each.where, "ask somebody who did not take part")
    elif not person.may_review:
        message = f"{person.name} does not have a role that may review"
        hint = "coaches, assessors and approvers may review; roles are given on the roster"
        yield Finding(REVIEW_BY_UNQUALIFIED, message, each.where, hint)


def _date(proposal: Proposal, each: Touched, day: date) -> Iterator[Finding]:
    person = proposal.person
    if day > proposal.today + _ZONES:
        yield Finding(REVIEW_DATE, f"{day} is still to come", each.where)
    elif person.since is not None and day < person.since:
        message = f"on {day} {person.name} was not here yet (since {person.since})"
        yield Finding(REVIEW_DATE, message, each.where)


def _content(proposal: Proposal, each: Touched, submission: Submission | None) -> Iterator[Finding]:
    """What the review says, as far as it depends on what the base had."""
    review = _review(proposal, each)
    if review is None or submission is None:
        return
    folder = f"{PORTFOLIOS}/{submission.person}/{submission.slug}"
    own = {commit.commit for commit in proposal.change.commits}
    versions = [one for one in proposal.history.versions.get(folder, ()) if one.revision.commit not in own]
    known = {submission.digest, *(one.digest for one in versions)}
    if versions and review.reviewed not in known:
        digits = review.reviewed.removeprefix("sha256:")[:12]
        message = f"no version of this submission had the digest {digits}…"
        hint = "proofolio digest, run on the folder as you read it, prints the right one"
        yield Finding(UNKNOWN_DIGEST, message, review.source.down("reviewed"), hint)
    elif (
        review.verdict is Verdict.MET
        and review.reviewed == submission.digest
        and submission.status is Status.DRAFT
    ):
        message = "the work is still a draft, so it cannot be met yet"
        yield Finding(VERDICT_ON_DRAFT, message, review.source.down("verdict"))


def _review(proposal: Proposal, each: Touched) -> Review | None:
    """The review as the head has it; None when it cannot be read, which is a finding of its own."""
    submission = proposal.head.submission((each.steps[1], each.steps[2]))
    reviews = submission.reviews if submission else ()
    return next((one for one in reviews if one.source.file == each.file.path), None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
