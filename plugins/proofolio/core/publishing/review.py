"""Reviews and the rubric panel of one submission."""

from __future__ import annotations

from proofolio.core.language.say import day, deferred, said, say
from proofolio.core.model.framework import Framework
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric import Criterion
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.model.standing import CriterionStanding
from proofolio.core.model.submission import Submission
from proofolio.core.publishing import scale
from proofolio.core.publishing.artifact import web_link
from proofolio.core.publishing.page import Prose
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import own_competency
from proofolio.core.publishing.views.submission import CriterionPanel, ReviewRating, ReviewView

_VERDICTS = {
    Verdict.MET: deferred("Met: the reviewer finds that the work is there"),
    Verdict.REVISE: deferred("Revise: the reviewer asks for next steps"),
    Verdict.RECUSED: deferred("Stepped back: this reviewer takes no part in judging this work"),
}
_APPROVED = deferred("Approved: an approver agrees with the ratings")
_IN_SHORT = {
    Verdict.MET: deferred("Met"),
    Verdict.REVISE: deferred("Revise"),
    Verdict.RECUSED: deferred("Stepped back"),
}


def reviews(scene: Scene, submission: Submission) -> tuple[ReviewView, ...]:
    """The reviews of a published submission, oldest first."""
    ordered = sorted(submission.reviews, key=lambda each: (each.on, each.source.file))
    return tuple(_review(scene, submission, each) for each in ordered)


def panel(scene: Scene, submission: Submission) -> tuple[CriterionPanel, ...]:
    """What stands for each criterion that is asked for, in the rubric's order."""
    micro_credential = scene.district.micro_credentials.get(submission.micro_credential)
    competency = own_competency(scene.district, submission)
    if micro_credential is None or competency is None:
        return ()
    framework = scene.district.frameworks[competency.framework]
    decision = scene.decision(submission)
    standings = decision.criteria if decision else {}
    return tuple(
        _panel(scene, submission, framework, each, standings.get(each.id))
        for each in scene.district.criteria_of(micro_credential)
    )


def _panel(
    scene: Scene,
    submission: Submission,
    framework: Framework,
    criterion: Criterion,
    standing: CriterionStanding | None,
) -> CriterionPanel:
    cells = scale.cells(framework, criterion)
    here = next((each for each in cells if standing and each.level.id == standing.level), None)
    threshold = next((each for each in cells if each.level.threshold), None)
    below = threshold is not None and (here is None or here.level.rank < threshold.level.rank)
    return CriterionPanel(
        criterion.id,
        criterion.title,
        here.level if here else None,
        here.descriptor if here else None,
        bool(standing and standing.met),
        tuple(scene.reviewer(submission, each) for each in standing.by) if standing else (),
        standing.next_step if standing else None,
        threshold if below else None,
        cells,
    )


def _review(scene: Scene, submission: Submission, review: Review) -> ReviewView:
    competency = own_competency(scene.district, submission)
    framework = scene.district.frameworks[competency.framework] if competency else None
    criteria = competency.rubric.criteria if competency else {}
    order = {name: at for at, name in enumerate(criteria)}
    named = {**dict.fromkeys(review.ratings), **dict.fromkeys(review.next_steps)}
    ratings = []
    for name in sorted(named, key=lambda each: (order.get(each, len(order)), each)):
        given = review.ratings.get(name)
        title = criteria[name].title if name in criteria else name
        level = scale.level(framework, given)
        level_name = level.title if level else given or ""
        ratings.append(ReviewRating(title, level, level_name, review.next_steps.get(name)))
    recused = review.verdict is Verdict.RECUSED
    fresh = review.reviewed == submission.digest and not recused
    blind = scene.blind(submission)
    return ReviewView(
        scene.reviewer(submission, review.reviewer),
        review.on.isoformat(),
        fresh,
        _freshness(scene, submission, review),
        _verdict(scene, submission, review),
        review.verdict is Verdict.MET,
        () if recused else tuple(ratings),
        Prose(review.body.text, review.source.file) if review.body.text.strip() else None,
        web_link(say("The conversation"), review.origin) if review.origin and not blind else None,
    )


def _verdict(scene: Scene, submission: Submission, review: Review) -> str:
    """The verdict in words; an approver's agreement is told apart from a rating."""
    return said(_APPROVED if _approves(scene, submission, review) else _VERDICTS[review.verdict])


def verdict_in_short(scene: Scene, submission: Submission, review: Review) -> str:
    """The verdict in a word or two."""
    return say("Approved") if _approves(scene, submission, review) else said(_IN_SHORT[review.verdict])


def _approves(scene: Scene, submission: Submission, review: Review) -> bool:
    asked = scene.district.micro_credentials.get(submission.micro_credential)
    approval = asked is not None and asked.review.approval
    return approval and review.verdict is Verdict.MET and not review.ratings


def _freshness(scene: Scene, submission: Submission, review: Review) -> str:
    """Of which version it is, and against which rubric. Who stepped back says nothing of any version."""
    if review.verdict is Verdict.RECUSED:
        return say("It says nothing about the work, and no other review by this person counts")
    if review.on > scene.today:
        return say("Dated ahead: it counts from {day} on", day=day(review.on))
    if review.reviewed != submission.digest:
        return say("Of an earlier version: the work has changed since")
    asked = scene.district.micro_credentials.get(submission.micro_credential)
    rubric = rubric_digest(scene.district, asked) if asked and review.rubric else None
    if rubric is not None and rubric != review.rubric:
        return say("Of the work as it is now, rated against an earlier rubric")
    return say("Of the work as it is now")
