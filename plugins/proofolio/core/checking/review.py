"""Reviews: by somebody who may, of what was really there, with a next step where it is needed."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.rating import check_ratings
from proofolio.core.checking.reference import check_person_name
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.review import (
    REVIEW_BY_CO_AUTHOR,
    REVIEW_BY_OWNER,
    REVIEW_BY_UNQUALIFIED,
    REVIEW_COMMITTED_BY_AUTHOR,
    UNKNOWN_DIGEST,
)
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.identity import person_of
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.submission import Submission

# A digest's 64 digits hold fewer than this many different ones less than once in 10^19 times.
FEWEST_DIGITS = 8


def check_review(
    district: District, submission: Submission, review: Review, history: History
) -> Iterator[Finding]:
    """One review of a submission (its body is checked with the submission's).

    Whoever steps back says nothing of the work, so only who put it in is looked at.
    """
    yield from _check_committer(district, submission, review, history)
    if review.verdict is Verdict.RECUSED:
        return
    yield from _check_reviewer(district, submission, review)
    yield from _check_digest(submission, review, history)
    yield from check_ratings(district, submission, review)


def _check_committer(
    district: District, submission: Submission, review: Review, history: History
) -> Iterator[Finding]:
    authors = {submission.person, *submission.co_authors}
    brought_by = history.origins.get(review.source.file)
    person = person_of(brought_by, district.people) if brought_by else None
    if person is None or person not in authors or review.reviewer in authors:
        return  # a review by an author has a finding already
    name, reviewer = district.name_of(person), district.name_of(review.reviewer)
    message = f"this review by {reviewer} was put in by {name}, who did the work"
    hint = f"ask {reviewer} to save it under their own account; until then it counts for nothing"
    yield Finding(REVIEW_COMMITTED_BY_AUTHOR, message, Pointer(review.source.file), hint)


def _check_reviewer(district: District, submission: Submission, review: Review) -> Iterator[Finding]:
    where = Pointer(review.source.file)
    name = district.name_of(review.reviewer)
    person = district.people.get(review.reviewer)
    if review.reviewer == submission.person:
        message = f"{name} reviewed their own work"
        yield Finding(REVIEW_BY_OWNER, message, where, "ask a coach or an assessor to review it")
    elif review.reviewer in submission.co_authors:
        message = f"{name} reviewed work that they took part in"
        yield Finding(REVIEW_BY_CO_AUTHOR, message, where, "ask somebody who did not take part")
    elif person is None:
        yield from check_person_name(district, review.reviewer, where)
    elif not person.may_review:
        message = f"{name} does not have a role that may review"
        hint = "coaches, assessors and approvers may review; roles are given on the roster"
        yield Finding(REVIEW_BY_UNQUALIFIED, message, where, hint)


def _check_digest(submission: Submission, review: Review, history: History) -> Iterator[Finding]:
    if review.reviewed == submission.digest:
        return
    digits = review.reviewed.removeprefix("sha256:")
    before = history.digests_before.get(review.source.file, frozenset())
    never = bool(before) and review.reviewed not in before
    if never or len(set(digits)) < FEWEST_DIGITS:
        message = f"no version of this submission had the digest {digits[:12]}…"
        hint = "proofolio digest, run on the folder as you read it, prints the right one"
        yield Finding(UNKNOWN_DIGEST, message, review.source.down("reviewed"), hint)
