"""How the page tells of a review: of which version, against which rubric, and what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.core.publishing.builders import district, portfolio, reviewed, site, submission, view

from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import ReviewAsked
from proofolio.core.model.person import Role
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.views.submission import SubmissionView

PAGE = "portfolios/ann/x/index.md"
WORK = reviewed(submission("ann", "x"), by="rosa")


def shown(work: Submission, given: District | None = None) -> SubmissionView:
    world = given or district()
    found = view(site(replace(world, portfolios={"ann": portfolio("ann", work)})), PAGE)
    assert isinstance(found, SubmissionView)
    return found


def with_review(**changes: object) -> Submission:
    review: Review = replace(WORK.reviews[-1], **changes)  # type: ignore[arg-type]
    return replace(WORK, reviews=(review,))


def test_who_steps_back_gives_no_verdict_on_the_work() -> None:
    (told,) = shown(with_review(verdict=Verdict.RECUSED)).reviews
    assert told.verdict == "Stepped back: this reviewer takes no part in judging this work"
    assert (told.met, told.fresh, told.ratings) == (False, False, ())
    assert "counts" in told.freshness


def test_an_earlier_rubric_is_said_and_takes_nothing_away() -> None:
    world = district()
    today = rubric_digest(world, world.micro_credentials["pacing"])
    (same,) = shown(with_review(rubric=today)).reviews
    (other,) = shown(with_review(rubric="sha256:" + "ab" * 32)).reviews
    assert same.freshness == "Of the work as it is now"
    assert other.freshness == "Of the work as it is now, rated against an earlier rubric"
    assert other.fresh
    assert shown(with_review(rubric="sha256:" + "ab" * 32)).competent == shown(WORK).competent


def test_a_review_dated_ahead_says_from_when_it_counts() -> None:
    (told,) = shown(with_review(on=date(2030, 1, 2))).reviews
    assert told.freshness == "Dated ahead: it counts from 2 January 2030 on"


def approving(*reviews: Review) -> SubmissionView:
    world = district()
    asked = replace(world.micro_credentials["pacing"], review=ReviewAsked(1, approval=True))
    tom = replace(world.people["tom"], roles=frozenset({Role.APPROVER}))
    world = replace(
        world,
        micro_credentials={**world.micro_credentials, "pacing": asked},
        people={**world.people, "tom": tom},
    )
    return shown(replace(WORK, reviews=reviews), world)


def test_approval_has_words_of_its_own() -> None:
    rating = WORK.reviews[-1]
    waiting = approving(rating)
    assert waiting.standing.meaning == "Reviewers have rated it, and an approver is still to agree."
    assert waiting.competent.label.endswith("and an approver has to agree")
    assert not waiting.competent.competent
    agreed = replace(rating, reviewer="tom", ratings={}, next_steps={})
    done = approving(rating, agreed)
    assert done.competent.competent
    assert "Approved: an approver agrees with the ratings" in [each.verdict for each in done.reviews]


def test_blind_work_names_nobody_even_in_the_next_step() -> None:
    world = district()
    blind = replace(world.micro_credentials["pacing"], review=ReviewAsked(2, blind=True))
    given = replace(world, micro_credentials={**world.micro_credentials, "pacing": blind})
    stale = with_review(reviewed="sha256:" + "cd" * 32)
    assert "Rosa" in str(shown(WORK))
    for work in (WORK, stale, with_review(verdict=Verdict.REVISE, next_steps={})):
        assert "Rosa" not in str(shown(work, given))
