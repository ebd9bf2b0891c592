"""The front door: what this is, how much there is, and a way in for each reader."""

from __future__ import annotations

from datetime import date

from proofolio.core.language.say import deferred, said, say, says
from proofolio.core.model import address
from proofolio.core.model.standing import Decision
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.card import card
from proofolio.core.publishing.inside.today import today
from proofolio.core.publishing.page import Audience, Page, Ref
from proofolio.core.publishing.recognition import recognised
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.standing import DONE
from proofolio.core.publishing.views.landing import Count, LandingView, WayIn

_PROMISE = deferred(
    "What our educators can do, shown with work from their classrooms, what they learned from it, "
    "and what changed for learners."
)
_TRUST = deferred(
    "Every claim points at a rubric that anybody can read. A machine says whether all that was asked for "
    "is there; whether it is good is for people to say."
)
_FEATURED = 6
_BRIGHT = 2
"""How many of the newest bright spots are on the front door; all are on their own page."""


def landing_page(scene: Scene) -> Page:
    """``index.md``."""
    issuer = scene.district.issuer
    name = issuer.name if issuer else "Proofolio"
    internal = scene.audience is Audience.INTERNAL
    view = LandingView(
        name=name,
        promise=said(_PROMISE),
        doors=_doors(scene, internal and scene.report is not None),
        trust=said(_TRUST),
        audience=scene.audience.value,
        # a banner on every page of an internal site says so already
        notice=None,
        counts=_counts(scene),
        featured=tuple(card(scene, each) for each in _featured(scene)),
        ways_in=_ways_in(issuer is not None, scene.report is not None),
        today=today(scene),
        bright=tuple(recognised(scene, each) for each in scene.bright[:_BRIGHT]),
        all_bright=Ref(say("All bright spots"), address.BRIGHT_SPOTS) if scene.bright else None,
    )
    told = say("Portfolios of {name}: evidence and reflection, mapped to rubrics.", name=name)
    return Page(address.LANDING, name, "landing.html", view, None, told, ("competencies/", "portfolios/"))


def _doors(scene: Scene, internal: bool) -> tuple[Ref, ...]:
    """The first ways in. None leads to a page on which there is nothing yet."""
    if internal:
        return (
            Ref(say("Review what waits"), address.QUEUE),
            Ref(say("See everyone’s progress"), address.PROGRESS),
        )
    doors = (
        (any(map(scene.sight.opens, scene.people)), Ref(say("See the portfolios"), address.DIRECTORY)),
        (bool(scene.district.micro_credentials), Ref(say("Choose what to learn next"), address.LIBRARY)),
    )
    return tuple(door for furnished, door in doors if furnished)


def _counts(scene: Scene) -> tuple[Count, ...]:
    district = scene.district
    # with those that have expired: they were earned, and the page of figures counts them, too
    earned = sum(map(len, scene.earners.values()))
    open_portfolios = sum(1 for each in scene.people if scene.sight.opens(each))
    work, competencies = len(scene.submissions()), sum(1 for _ in district.competencies())
    offered, pathways = len(district.micro_credentials), len(district.pathways)
    figures = (
        (open_portfolios, says("portfolio", "portfolios", open_portfolios), address.DIRECTORY),
        (work, says("piece of published work", "pieces of published work", work), address.DIRECTORY),
        (earned, says("micro-credential earned", "micro-credentials earned", earned), address.LIBRARY),
        (competencies, says("competency", "competencies", competencies), address.BROWSER),
        (offered, says("micro-credential", "micro-credentials", offered), address.LIBRARY),
        (pathways, says("pathway", "pathways", pathways), address.PATHWAYS),
    )
    return tuple(Count(number, Ref(what, uri)) for number, what, uri in figures)


def _featured(scene: Scene) -> tuple[Submission, ...]:
    """The latest accepted work, one piece for each person; with impact on learners first.

    What is held up above it as a bright spot is not shown again.
    """
    above = {work.key for _, work in scene.bright[:_BRIGHT]}

    def order(submission: Submission) -> tuple[bool, int, str, str]:
        decision = scene.decision(submission)
        on = decision.decided_on if decision and decision.decided_on else date.min
        return (not submission.impact, -on.toordinal(), submission.person, submission.slug)

    def accepted(decision: Decision | None) -> bool:
        return decision is not None and decision.standing in DONE

    best = sorted((each for each in scene.submissions() if accepted(scene.decision(each))), key=order)
    by_person: dict[str, Submission] = {}
    for each in best:
        if each.key in above:
            continue
        by_person.setdefault(each.person, each)
    return tuple(by_person.values())[:_FEATURED]


def _ways_in(issues: bool, counts: bool) -> tuple[WayIn, ...]:
    figures = (Ref(say("Figures"), address.FIGURES),) if counts else ()
    browser, library = (
        Ref(say("Competencies"), address.BROWSER),
        Ref(say("Micro-credentials"), address.LIBRARY),
    )
    people, pathways = Ref(say("Portfolios"), address.DIRECTORY), Ref(say("Pathways"), address.PATHWAYS)
    courses = Ref(say("Micro-courses"), address.COURSES)
    checks = (
        Ref(say("Check a credential"), address.VERIFY),
        Ref(say("Who issues here"), address.ISSUER),
    )
    return (
        WayIn(
            say("Teachers"),
            say(
                "Find something worth learning next, see exactly what it asks, "
                "and how colleagues have shown it."
            ),
            (library, Ref(say("Add evidence"), address.WRITE), courses, people),
        ),
        WayIn(
            say("Coaches"),
            say("See where somebody stands, against which words of the rubric, and what the next step is."),
            (people, browser),
        ),
        WayIn(
            say("Leaders"),
            say("See which competencies people's work shows, and which nobody has shown yet."),
            (*figures, browser, pathways),
        ),
        WayIn(
            say("Everybody else"),
            say(
                "Look at real work, with the rubric beside it, judge for yourself, and check what was earned."
            ),
            (people, *(checks if issues else ())),
        ),
    )
