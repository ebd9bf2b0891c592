"""``inside/progress/``: where everyone stands, by school and cohort, and who may need help."""

from __future__ import annotations

from proofolio.core.language.say import number, say
from proofolio.core.model import address
from proofolio.core.model.figures import Cohort, Concern, Inside, Progress
from proofolio.core.publishing import facet, mastery
from proofolio.core.publishing.board import board
from proofolio.core.publishing.inside.queue import INPUTS, schools
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.standing import DONE, standing
from proofolio.core.publishing.views.inside import (
    CohortRow,
    HelpRow,
    ProgressRow,
    ProgressView,
    WorkUnderWay,
)

_NEXT = 2
"""So many suggestions for each person: the rest is on the portfolio."""


def progress_page(scene: Scene, inside: Inside) -> Page:
    """Everyone whose portfolio the organisation's people may open."""
    known = [
        each for each in inside.progress if each.person in scene.people and scene.sight.opens(each.person)
    ]
    troubled = concerns(scene, inside)
    rows = tuple(_row(scene, each, troubled) for each in known)
    labels = {
        "school": say("Organisation"),
        "cohort": say("Began"),
        "coach": say("Coach"),
        "help": say("May need help"),
    }
    choices = {
        "school": schools(scene),
        "cohort": {each.cohort: each.cohort_title for each in known},
        "coach": {each.id: each.name for each in scene.district.people.values()},
        "help": {"yes": say("Yes")},
    }
    view = ProgressView(
        scene.today.isoformat(),
        tuple(help_row(scene, each) for each in troubled),
        tuple(_cohort(scene, each) for each in inside.cohorts),
        rows,
        facet.groups(rows, labels, choices),
    )
    told = say("Where everyone stands: demonstrated, in progress, next.")
    return Page(address.PROGRESS, say("Progress"), "inside-progress.html", view, None, told, INPUTS)


def concerns(scene: Scene, inside: Inside) -> tuple[Concern, ...]:
    """Those who may need help, and whose portfolio may be opened here."""
    return tuple(each for each in inside.concerns if scene.sight.opens(each.person))


def _row(scene: Scene, progress: Progress, troubled: tuple[Concern, ...]) -> ProgressRow:
    sight, seen = scene.sight, scene.people[progress.person]
    stands = board(scene, progress.person, mastery.maps(scene, progress.person))
    reasons = tuple(each.words for each in troubled if each.person == progress.person)
    known = scene.district.people.get(progress.person)
    under_way = []
    for each in seen.submissions:
        decision = seen.decisions.get(each.slug)
        if decision is not None and decision.standing not in DONE:
            under_way.append(WorkUnderWay(sight.submission(each), standing(decision), decision.next_step))
    return ProgressRow(
        person=sight.person(progress.person),
        organization=sight.organization(progress.person),
        cohort=progress.cohort_title,
        coach=sight.person(progress.coach) if progress.coach else None,
        earned=progress.earned,
        hours=number(progress.hours),
        hours_value=progress.hours,
        demonstrated=tuple(each.competency for each in stands.demonstrated),
        under_way=tuple(under_way),
        next=tuple(each.micro_credential for each in stands.suggestions[:_NEXT]),
        latest=progress.last.isoformat() if progress.last else None,
        help=reasons,
        filters=(
            facet.tag("school", (known.organization if known else None,)),
            facet.tag("cohort", (progress.cohort,)),
            facet.tag("coach", (progress.coach,)),
            facet.tag("help", ("yes" if reasons else None,)),
        ),
    )


def help_row(scene: Scene, concern: Concern) -> HelpRow:
    """Who it is about, with the coach to talk to."""
    known = scene.district.people.get(concern.person)
    return HelpRow(
        scene.sight.person(concern.person),
        scene.sight.organization(concern.person),
        scene.sight.person(known.coach) if known and known.coach else None,
        concern.words,
    )


def _cohort(scene: Scene, cohort: Cohort) -> CohortRow:
    return CohortRow(
        schools(scene).get(cohort.organization, cohort.organization),
        cohort.title,
        cohort.people,
        cohort.submitted,
        cohort.earned,
        cohort.credentials,
    )
