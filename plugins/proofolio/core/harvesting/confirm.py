"""Confirming a review: the evidence changed, the reviewer looked again, and the ratings stay true."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.harvesting.conclusion import Earlier, confirmed
from proofolio.core.harvesting.file import path_of, review_file
from proofolio.core.harvesting.harvest import earlier_reviews
from proofolio.core.harvesting.vocabulary import vocabulary
from proofolio.core.model.district import District
from proofolio.core.model.review import Verdict
from proofolio.core.model.submission import Submission


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A review file that repeats an earlier one for today's version. ``before`` is that earlier one."""

    path: str
    text: str
    before: Earlier


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why nothing can be confirmed, and what to do instead."""

    message: str
    hint: str


def confirm(district: District, work: Submission, reviewer: str, on: date) -> Confirmation | Refusal:
    """The confirmation of a reviewer's latest review of a submission, or why there is none."""
    name = district.name_of(reviewer)
    person = district.people.get(reviewer)
    if person is None or not person.may_review:
        return Refusal(f"{name} is no coach, assessor or approver", "see portfolios/roster.yml")
    if reviewer in (work.person, *work.co_authors):
        return Refusal("nobody confirms a review of their own work", "ask another coach or assessor")
    mine = [each for each in work.reviews if each.reviewer == reviewer]
    if any(each.verdict is Verdict.RECUSED for each in mine):
        return Refusal(f"{name} stepped back from this work", "ask another coach or assessor")
    earlier = [each for each in earlier_reviews(district, work.key, reviewer) if each.on <= on]
    if not earlier:
        hint = f"proofolio new review {work.person}/{work.slug} {reviewer} starts one"
        return Refusal(f"{name} has not rated this work yet", hint)
    if any(each.reviewed == work.digest for each in mine):
        return Refusal(
            f"{name}'s latest review is of the work as it is now", "there is nothing to confirm; it counts"
        )
    before = earlier[-1]
    words = vocabulary(district, work.micro_credential)
    if words is None or set(words.criteria) != set(before.findings.ratings):
        hint = f"proofolio new review {work.person}/{work.slug} {reviewer} starts one with today's criteria"
        return Refusal("the criteria that are asked have changed since that review", hint)
    if before.on == on:
        return Refusal(
            f"there is a review by {name} of {on.isoformat()} already, and a day has one file",
            f"if it still stands, write into it: reviewed: {work.digest}",
        )
    found, sentence = confirmed(before, work.digest, None)
    return Confirmation(path_of(work.key, on, reviewer), review_file(found, sentence), before)
