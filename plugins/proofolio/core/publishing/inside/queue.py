"""``inside/queue/``: what waits for a review, for whom, since when, and whether that is as promised."""

from __future__ import annotations

from proofolio.core.language.say import deferred, number, said, say, says
from proofolio.core.model import address
from proofolio.core.model.figures import Pace
from proofolio.core.model.queue import Waiting
from proofolio.core.model.standing import Wait
from proofolio.core.publishing import facet
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.standing import standing
from proofolio.core.publishing.views.inside import FactView, QueueRow, QueueView

INPUTS = ("competencies/", "portfolios/")
_WAITS = {
    Wait.FIRST_REVIEW: deferred("A first review"),
    Wait.NEXT_ROUND: deferred("Another look after a revision"),
    Wait.ANOTHER_REVIEWER: deferred("Another reviewer"),
    Wait.RATINGS: deferred("Ratings of every criterion"),
    Wait.APPROVAL: deferred("An approver"),
    Wait.CONFIRMATION: deferred("Confirmation after a change"),
}


def queue_page(scene: Scene, pace: Pace) -> Page:
    """The queue of an internal site."""
    rows = queue_rows(scene, pace)
    reviewers = sorted((each.name, each.id) for each in scene.district.people.values() if each.may_review)
    labels = {"asked": say("For whom"), "school": say("Organisation"), "wait": say("What for")}
    choices = {
        "asked": {key: name for name, key in reviewers},
        "school": schools(scene),
        "wait": {key.value: said(words) for key, words in _WAITS.items()},
    }
    view = QueueView(
        scene.today.isoformat(),
        (*_facts(rows), *pace_facts(pace)),
        promise(pace),
        rows,
        facet.groups(rows, labels, choices),
    )
    told = say("What waits for a review, for whom, and how long.")
    return Page(address.QUEUE, say("Review queue"), "inside-queue.html", view, None, told, INPUTS)


def queue_rows(scene: Scene, pace: Pace) -> tuple[QueueRow, ...]:
    """What waits and may be seen here, the longest first."""
    waiting = scene.queue.waiting if scene.queue else ()
    return tuple(_row(scene, each, pace) for each in waiting if scene.sight.shows(each.submission))


def schools(scene: Scene) -> dict[str, str]:
    """What the organisations are called."""
    issuer = scene.district.issuer
    return {key: each.name for key, each in issuer.organizations.items()} if issuer else {}


def promise(pace: Pace) -> str:
    """Within how many days a review is promised."""
    return says("A review is promised within {n} day.", "A review is promised within {n} days.", pace.promise)


def _row(scene: Scene, waiting: Waiting, pace: Pace) -> QueueRow:
    submission, sight = waiting.submission, scene.sight
    person = scene.district.people.get(submission.person)
    # whoever reviews blind stays unnamed to the author, who can read this page too
    asked = () if waiting.blind else tuple(sight.person(each) for each in waiting.asked)
    known = submission.micro_credential in scene.district.micro_credentials
    return QueueRow(
        work=sight.submission(submission),
        person=sight.person(submission.person),
        organization=sight.organization(submission.person),
        micro_credential=sight.micro_credential(submission.micro_credential),
        standing=standing(scene.decision(submission)),
        waits_for=said(_WAITS[waiting.wait]),
        round=waiting.round,
        since=waiting.since.isoformat() if waiting.since else None,
        days=waiting.days,
        late=waiting.days is not None and waiting.days > pace.promise,
        asked=asked,
        whom=_whom(waiting),
        form=address.of_review_form(submission.micro_credential) if known else None,
        of=f"{submission.person}/{submission.slug}",
        filters=(
            facet.tag("asked", () if waiting.blind else waiting.asked),
            facet.tag("school", (person.organization if person else None,)),
            facet.tag("wait", (waiting.wait.value,)),
        ),
    )


def _whom(waiting: Waiting) -> str:
    if not waiting.asked:
        return say("Nobody on the roster may do this yet")
    return say("A blind review, for whoever may") if waiting.blind else ""


def _facts(rows: tuple[QueueRow, ...]) -> tuple[FactView, ...]:
    days = [each.days for each in rows if each.days is not None]
    late = sum(1 for each in rows if each.late)
    return (
        FactView(
            say("Waiting now"),
            number(len(rows)),
            say("Work that was handed in and waits for somebody else than its author."),
            says("{n} longer than promised", "{n} longer than promised", late) if late else "",
        ),
        FactView(
            say("Longest wait"),
            says("{n} day", "{n} days", max(days)) if days else "–",
            say("Counted from the day on which the present version was saved."),
        ),
    )


def pace_facts(pace: Pace) -> tuple[FactView, ...]:
    """How soon work was first looked at, and how often that was as soon as promised."""
    took = FactView(say("A first review took"), *_usual(pace), worded=pace.median == 0)
    if not pace.due:
        return (took,)
    kept = says(
        "First reviews of the last {over} days that came within {n} day, as promised. A version that has "
        "waited longer, and still waits, counts as not kept.",
        "First reviews of the last {over} days that came within {n} days, as promised. A version that has "
        "waited longer, and still waits, counts as not kept.",
        pace.promise,
        over=pace.over,
    )
    return (took, FactView(say("Promise kept"), number(pace.kept), kept, say("of {n}", n=pace.due)))


def _usual(pace: Pace) -> tuple[str, str]:
    """How long a first review took, and of how many versions that is known."""
    if pace.median is None:
        return "–", says(
            "Of no version that was reviewed in the last {n} day is it known how long it waited.",
            "Of no version that was reviewed in the last {n} days is it known how long it waited.",
            pace.over,
        )
    days = says("{n} day", "{n} days", pace.median) if pace.median else say("Less than a day")
    return days, says(
        "{n} version had its first review in the last {over} days, this soon.",
        "Half of the {n} versions that had their first review in the last {over} days waited no longer.",
        pace.n,
        over=pace.over,
    )
