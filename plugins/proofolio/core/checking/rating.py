"""Ratings: every criterion that is asked, on the scale, with a verdict that follows from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from proofolio.core.checking.misnamed import misnamed_criterion
from proofolio.core.checking.reference import check_level_name, hint_for, misspelt
from proofolio.core.checking.wording import listed
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.rules.reference import UNKNOWN_CRITERION
from proofolio.core.diagnostics.rules.review import (
    MISSING_NEXT_STEP,
    NEXT_STEP_FOR_UNKNOWN_CRITERION,
    UNRATED_CRITERION,
    VERDICT_CONTRADICTS_RATINGS,
)
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.person import Role
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.submission import Submission


def check_ratings(district: District, submission: Submission, review: Review) -> Iterator[Finding]:
    """The ratings, next steps and verdict of a review, against what the micro-credential asks."""
    micro_credential = district.micro_credentials.get(submission.micro_credential)
    competency = district.competency_of(micro_credential) if micro_credential else None
    if micro_credential is None or competency is None:
        return
    asked = [each.id for each in district.criteria_of(micro_credential)]
    if not asked:
        return
    framework = district.frameworks[competency.framework]
    # A criterion that the definitions name in two ways is told there, and not in every review.
    settled = all(each in competency.rubric.criteria for each in micro_credential.criteria)
    slips = [misnamed_criterion(competency, each) for each in review.ratings] if settled else []
    yield from (each for each in slips if each is not None)
    settled = settled and not any(slips)
    if review.ratings or not _approves(district, micro_credential, review):
        yield from _check_criteria(review, asked, settled)
    for criterion, level in review.ratings.items():
        yield from check_level_name(framework, level, review.source.down("ratings", criterion))
    yield from _check_next_steps(framework, review, asked, settled)
    yield from _check_verdict(framework, review, asked)


def _approves(district: District, asked: MicroCredential, review: Review) -> bool:
    """Whether a review is an approver's word on what others rated: it needs no ratings of its own."""
    reviewer = district.people.get(review.reviewer)
    return asked.review.approval and reviewer is not None and Role.APPROVER in reviewer.roles


def below_mastery(framework: Framework, review: Review, asked: Collection[str]) -> tuple[str, ...]:
    """The criteria that a review rates below mastery."""
    if framework.mastery is None:
        return ()
    return tuple(
        criterion
        for criterion, level in review.ratings.items()
        if criterion in asked and framework.level(level) and not framework.is_mastery(level)
    )


def _check_criteria(review: Review, asked: Sequence[str], settled: bool) -> Iterator[Finding]:
    ratings = review.source.down("ratings")
    unknown = [each for each in review.ratings if each not in asked and settled]
    for each in unknown:
        message = f"this micro-credential does not ask for a criterion '{each}'"
        yield Finding(UNKNOWN_CRITERION, message, ratings.key(each), hint_for(each, asked))
    if not review.ratings:
        message = f"no criterion is rated; asked for: {listed(asked)}"
        yield Finding(UNRATED_CRITERION, message, review.source.key("ratings"))
        return
    missing = [each for each in asked if each not in review.ratings]
    told = misspelt(missing, unknown)
    for each in missing:
        if each not in told:
            message = f"the criterion '{each}' is not rated"
            yield Finding(UNRATED_CRITERION, message, review.source.key("ratings"), f"add a level for {each}")


def _check_next_steps(
    framework: Framework, review: Review, asked: Collection[str], settled: bool
) -> Iterator[Finding]:
    given = {criterion for criterion, step in review.next_steps.items() if step.strip()}
    unknown = [each for each in review.next_steps if each not in asked and settled]
    for each in unknown:
        message = f"a next step for '{each}', which this micro-credential does not ask for"
        where = review.source.down("next_steps").key(each)
        yield Finding(NEXT_STEP_FOR_UNKNOWN_CRITERION, message, where, hint_for(each, asked))
    missing = [each for each in below_mastery(framework, review, asked) if each not in given]
    told = misspelt(missing, unknown)
    for each in missing:
        if each not in told:
            message = f"'{each}' is rated '{review.ratings[each]}', and there is no next step for it"
            hint = f"add {each} under next_steps, with one thing to do next"
            yield Finding(MISSING_NEXT_STEP, message, review.source.down("ratings", each), hint)


def _check_verdict(framework: Framework, review: Review, asked: Collection[str]) -> Iterator[Finding]:
    below = below_mastery(framework, review, asked)
    if review.verdict is Verdict.MET and below:
        names = listed([f"'{each}'" for each in below])
        message = f"the verdict is met, but {names} {'is' if len(below) == 1 else 'are'} below mastery"
        related = tuple(
            Related(review.source.down("ratings", each), f"rated '{review.ratings[each]}' here")
            for each in below
        )
        where = review.source.down("verdict")
        yield Finding(
            VERDICT_CONTRADICTS_RATINGS, message, where, "write revise, or correct the rating", related
        )
