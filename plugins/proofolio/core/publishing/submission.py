"""The page of one submission."""

from __future__ import annotations

from proofolio.core.language.say import day, number, say
from proofolio.core.model import address
from proofolio.core.model.submission import Submission
from proofolio.core.publishing import scale
from proofolio.core.publishing.action import submission_actions
from proofolio.core.publishing.artifact import artifact
from proofolio.core.publishing.impact import FEWEST, impact
from proofolio.core.publishing.inputs import submission_inputs
from proofolio.core.publishing.ledger import site_of
from proofolio.core.publishing.looked_at import earned_with
from proofolio.core.publishing.page import Audience, Page, Prose
from proofolio.core.publishing.recognition import of_work
from proofolio.core.publishing.review import panel, reviews
from proofolio.core.publishing.revision import revisions
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import own_competency
from proofolio.core.publishing.standing import competent, complete, standing
from proofolio.core.publishing.story import story
from proofolio.core.publishing.tag import tags
from proofolio.core.publishing.views.submission import ExtraCompetency, Fact, SubmissionView


def submission_page(scene: Scene, submission: Submission) -> Page:
    """The page of a published submission."""
    sight = scene.sight
    asked = sight.micro_credential(submission.micro_credential)
    name = scene.district.name_of(submission.person)
    view = _view(scene, submission)
    players = [each.player for each in view.artifacts if each.player]
    return Page(
        address.of_submission(submission),
        submission.title,
        "submission.html",
        view,
        submission.source.file,
        say(
            "Evidence and reflection by {who} for the micro-credential “{title}”.",
            who=name,
            title=asked.title,
        ),
        submission_inputs(scene, submission),
        frames=tuple(sorted({each.host for each in players if each.kind == "frame"})),
        media=tuple(sorted({each.host for each in players if each.kind != "frame"})),
    )


def _view(scene: Scene, submission: Submission) -> SubmissionView:
    sight, district = scene.sight, scene.district
    decision = scene.decision(submission)
    competency = own_competency(district, submission)
    framework = district.frameworks[competency.framework] if competency else None
    rows = panel(scene, submission)
    return SubmissionView(
        person=sight.person(submission.person),
        organization=sight.organization(submission.person),
        co_authors=sight.companions(submission.co_authors),
        micro_credential=sight.micro_credential(submission.micro_credential),
        competency=sight.competency(competency.ref) if competency else None,
        framework=sight.framework(framework.id) if framework else None,
        standing=standing(decision),
        complete=complete(decision),
        competent=competent(decision, len(rows)),
        because=_because(scene, submission),
        next_step=decision.next_step if decision else None,
        earned_on=decision.decided_on.isoformat() if decision and decision.decided_on else None,
        expires_on=decision.expires_on.isoformat() if decision and decision.expires_on else None,
        round=decision.round if decision else 0,
        stale_reviews=decision.stale_reviews if decision else 0,
        problem_of_practice=submission.problem_of_practice,
        applied=_applied(scene, submission),
        body=Prose(submission.body.text, submission.source.file),
        artifacts=tuple(artifact(submission, each, site_of(sight)) for each in submission.artifacts),
        impact=tuple(impact(each, scene.audience) for each in submission.impact),
        panel=rows,
        levels=scale.levels(framework) if framework else (),
        extra=tuple(
            ExtraCompetency(sight.competency(each.competency), each.because)
            for each in submission.demonstrates
        ),
        reviews=reviews(scene, submission),
        revisions=revisions(scene, submission),
        history_known=scene.history_known,
        notices=scene.mending.of_submission(submission),
        actions=submission_actions(scene, submission),
        story=story(scene, submission),
        credential=earned_with(scene, submission),
        themes=tags(scene, submission),
        recognitions=of_work(scene, submission),
    )


def _because(scene: Scene, submission: Submission) -> tuple[str, ...]:
    decision = scene.decision(submission)
    if decision is None:
        return ()
    if not scene.blind(submission):
        return decision.because
    # a reviewer who is to stay unnamed is not named by the reasons either
    names = {each.reviewer for each in submission.reviews}
    names |= {scene.district.name_of(each) for each in names}
    return tuple(each for each in decision.because if not any(name in each for name in names))


def _applied(scene: Scene, submission: Submission) -> tuple[Fact, ...]:
    applied = submission.applied
    learners = None
    if applied.learners is not None:
        few = scene.audience is Audience.PUBLIC and applied.learners < FEWEST
        learners = say("fewer than {n}", n=FEWEST) if few else number(applied.learners)
    facts = (
        (say("Date"), day(applied.on) if applied.on else None),
        (say("Setting"), applied.setting),
        (say("Subject"), applied.subject),
        (say("Learners"), learners),
    )
    return tuple(Fact(label, value) for label, value in facts if value)
