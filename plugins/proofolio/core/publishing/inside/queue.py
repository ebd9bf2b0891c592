"""``inside/queue/``: what waits for a review, for whom, since when, and whether that is as promised."""

from __future__ import annotations

from proofolio.core.language.say import deferred, number, said, say, says
from proofolio.core.model import address
from proofolio.core.model.person import Person
from proofolio.core.model.queue import Turnaround, Waiting
from proofolio.core.model.standing import Wait
from proofolio.core.publishing import facet
from proofolio.core.publishing.page import Page, Ref
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


def queue_page(scene: Scene) -> Page:
    """The queue of an internal site."""
    rows = tuple(_row(scene, each) for each in shown(scene))
    coaches = {
        each.id: each.name for each in sorted(scene.district.people.values(), key=_by_name) if each.may_review
    }
    issuer = scene.district.issuer
    schools = {key: each.name for key, each in issuer.organizations.items()} if issuer else {}
    labels = {"asked": say("For whom"), "school": say("Organisation"), "wait": say("What for")}
    choices = {
        "asked": coaches,
        "school": schools,
        "wait": {key.value: said(words) for key, words in _WAITS.items()},
    }
    view = QueueView(
        scene.today.isoformat(), _facts(scene), _promise(scene), rows, facet.groups(rows, labels, choices)
    )
    told = say("What waits for a review, for whom, and how long.")
    return Page(address.QUEUE, say("Review queue"), "inside-queue.html", view, None, told, INPUTS)


def shown(scene: Scene) -> tuple[Waiting, ...]:
    """What waits and may be seen here, the longest first."""
    waiting = scene.queue.waiting if scene.queue else ()
    return tuple(each for each in waiting if scene.sight.shows(each.submission))


def late(scene: Scene, waiting: Waiting) -> bool:
    """Whether somebody has waited longer than was promised."""
    promise = promised(scene)
    return promise is not None and waiting.days is not None and waiting.days > promise


def promised(scene: Scene) -> int | None:
    """Within how many days a review is promised; None where nothing is."""
    return scene.district.issuer.review_within if scene.district.issuer else None


def _row(scene: Scene, waiting: Waiting) -> QueueRow:
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
        late=late(scene, waiting),
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


def _facts(scene: Scene) -> tuple[FactView, ...]:
    waiting = shown(scene)
    days = [each.days for each in waiting if each.days is not None]
    turnaround = scene.queue.turnaround if scene.queue else Turnaround(None, 0)
    facts = [
        FactView(
            say("Waiting now"),
            number(len(waiting)),
            say("Work that was handed in and waits for somebody else than its author."),
        ),
        FactView(
            say("Longest wait"),
            says("{n} day", "{n} days", max(days)) if days else say("None"),
            say("Counted from the day on which the present version was saved."),
        ),
        FactView(
            say("A first review took"),
            says("{n} day", "{n} days", turnaround.days) if turnaround.days is not None else say("Unknown"),
            _usual(turnaround),
        ),
    ]
    promise = promised(scene)
    if promise is not None and turnaround.waits:
        kept = sum(1 for each in turnaround.waits if each <= promise)
        facts.append(
            FactView(
                say("Kept the promise"),
                number(kept),
                says(
                    "Versions that were reviewed within {n} day, of those in the last {over} days.",
                    "Versions that were reviewed within {n} days, of those in the last {over} days.",
                    promise,
                    over=turnaround.over,
                ),
                say("of {n}", n=turnaround.reviewed),
            )
        )
    return tuple(facts)


def _usual(turnaround: Turnaround) -> str:
    if turnaround.days is None:
        return say(
            "No version was reviewed in the last {over} days whose day of saving is known.",
            over=turnaround.over,
        )
    return says(
        "The median of {n} version that was reviewed in the last {over} days.",
        "The median of {n} versions that were reviewed in the last {over} days.",
        turnaround.reviewed,
        over=turnaround.over,
    )


def _promise(scene: Scene) -> str:
    promise = promised(scene)
    if promise is None:
        return say(
            "How soon a review is promised is not said yet: review_within in competencies/issuer.yml says it."
        )
    return says(
        "A review is promised within {n} day.", "A review is promised within {n} days.", promise
    )


def _by_name(person: Person) -> str:
    return person.name


def of_coach(person: str) -> str:
    """The queue with only what one reviewer is asked to do, as the end of an address."""
    return f"#asked={person}"


def coach_ref(scene: Scene, person: str | None) -> Ref | None:
    """A coach by name, or None for nobody."""
    return scene.sight.person(person) if person else None
