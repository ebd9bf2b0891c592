"""A tiny portfolio in which everything is right, and the people around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.artifact import Artifact, ArtifactKind, StoredFile
from proofolio.core.model.body import Body, Section
from proofolio.core.model.credential import Credential
from proofolio.core.model.impact import Impact
from proofolio.core.model.log_entry import LogEntry, LogKind
from proofolio.core.model.person import Person, Role
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.portfolio import Portfolio, Profile
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.self_assessment import SelfAssessment, SelfRating
from proofolio.core.model.submission import Applied, Demonstrates, Status, Submission
from proofolio.core.model.visibility import Visibility

DIGEST = "sha256:" + "0123456789abcdef" * 4


OLDER = "sha256:" + "fedcba9876543210" * 4


MENU = "portfolios/amina-yusuf/menu-maths/index.md"


REVIEW = "portfolios/amina-yusuf/menu-maths/reviews/2026-11-05-rosa-diaz.md"


PROFILE = "portfolios/amina-yusuf/index.md"


def person(name: str, *roles: Role, **changes: Any) -> Person:
    fields: dict[str, Any] = {
        "id": name,
        "name": name.replace("-", " ").title(),
        "github": name,
        "organization": "cedar",
        "roles": frozenset(roles or (Role.EDUCATOR,)),
        "coach": None,
        "since": None,
        "source": Pointer("portfolios/roster.yml").down("people", name),
    }
    return Person(**(fields | changes))


def section(name: str, words: int, line: int, title: str = "") -> Section:
    return Section(name, title or name.title(), line, words)


def body(**changes: Any) -> Body:
    return replace(
        Body("", 20, 30, (section("what-i-did", 12, 21, "What I did"), section("reflection", 12, 40))),
        **changes,
    )


def impact(**changes: Any) -> Impact:
    given = Impact(
        measure="Meeting the target",
        unit="percent",
        before=41,
        after=78,
        n=26,
        before_date=date(2026, 9, 20),
        after_date=date(2026, 10, 30),
        source="Unit check",
        lower_is_better=False,
        pointer=Pointer(MENU).down("impact", 0),
    )
    return replace(given, **changes)


def review(**changes: Any) -> Review:
    given = Review(
        on=date(2026, 11, 5),
        reviewer="rosa-diaz",
        reviewed=DIGEST,
        rubric=None,
        ratings={"pacing": "proficient", "units": "emerging"},
        next_steps={"units": "Show one more unit."},
        verdict=Verdict.REVISE,
        origin=None,
        body=Body(""),
        source=Pointer(REVIEW),
    )
    return replace(given, **changes)


def submission(**changes: Any) -> Submission:
    given = Submission(
        person="amina-yusuf",
        slug="menu-maths",
        title="Menu maths",
        micro_credential="pace-a-unit",
        status=Status.SUBMITTED,
        practice=False,
        applied=Applied(),
        demonstrates=(Demonstrates("agency", "They chose."),),
        co_authors=("ben-okafor",),
        artifacts=(
            Artifact("plan.pdf", None, ArtifactKind.UNIT, "Plan"),
            Artifact(None, "https://video.example.org/x", ArtifactKind.VIDEO, "Conference"),
        ),
        impact=(impact(),),
        problem_of_practice=None,
        visibility=None,
        body=body(),
        files=(
            StoredFile("index.md", 900, "a"),
            StoredFile("plan.pdf", 900, "b"),
            StoredFile("board.png", 900, "c"),
        ),
        digest=DIGEST,
        reviews=(review(),),
        source=Pointer(MENU),
    )
    return replace(given, **changes)


def log_entry(**changes: Any) -> LogEntry:
    given = LogEntry(
        person="amina-yusuf",
        slug="2026-10-01-tried-it",
        on=date(2026, 10, 1),
        title="Tried it",
        kind=LogKind.PRACTICE,
        hours=1,
        category=None,
        competency="mastery",
        course="pace-by-data",
        companions=("ben-okafor",),
        visibility=None,
        body=Body(""),
        source=Pointer("portfolios/amina-yusuf/log/2026-10-01-tried-it.md"),
    )
    return replace(given, **changes)


def profile(**changes: Any) -> Profile:
    given = Profile(
        headline=None,
        career_goal=None,
        visibility=Visibility.PUBLIC,
        pathways=("leader",),
        renewal=RenewalPlan("example-state", date(2025, 7, 1)),
        plan=(Goal("Let learners set the pace", "mastery", "proficient"), Goal("Grow", target="proficient")),
        body=Body(""),
        source=Pointer(PROFILE),
    )
    return replace(given, **changes)


def self_assessment(*ratings: tuple[str, str]) -> SelfAssessment:
    source = Pointer("portfolios/amina-yusuf/self-assessments/2026-09-01.yml")
    return SelfAssessment(
        "amina-yusuf", date(2026, 9, 1), tuple(SelfRating(*each) for each in ratings), source
    )


def credential(name: str = "pace-a-unit", **changes: Any) -> Credential:
    source = Pointer(f"portfolios/amina-yusuf/credentials/{name}.json")
    given = Credential(
        "amina-yusuf", name, "urn:x", "Pace", date(2026, 11, 6), date(2029, 11, 6), True, source
    )
    return replace(given, **changes)


def portfolio(**changes: Any) -> Portfolio:
    given = Portfolio(
        person="amina-yusuf",
        profile=profile(),
        submissions={"menu-maths": submission()},
        self_assessments=(self_assessment(("mastery", "emerging"), ("mastery/pacing", "proficient")),),
        log=(log_entry(),),
        credentials={"pace-a-unit": credential()},
    )
    return replace(given, **changes)
