"""A small district to publish: two frameworks, three micro-credentials, and people of every visibility."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields, replace
from datetime import UTC, date, datetime
from typing import Any

from tests.core.publishing.definitions import competency, framework, micro_credential, pathways
from tests.core.publishing.laid_out import laid_out

from proofolio.core.awarding.decide import decide
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.artifact import Artifact, ArtifactKind, StoredFile
from proofolio.core.model.body import Body, Link, Picture, Section
from proofolio.core.model.competency import Alignment
from proofolio.core.model.course import Course
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District
from proofolio.core.model.duration import Duration
from proofolio.core.model.history import History, Reach, Revision
from proofolio.core.model.identity import Identity
from proofolio.core.model.impact import Impact
from proofolio.core.model.issuer import Issuer, Organization
from proofolio.core.model.log_entry import LogEntry, LogKind
from proofolio.core.model.micro_credential import (
    ReviewAsked,
)
from proofolio.core.model.person import Person, Role
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.portfolio import Portfolio, Profile
from proofolio.core.model.renewal import RenewalExample, RenewalProfile
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.self_assessment import SelfAssessment, SelfRating
from proofolio.core.model.submission import Applied, Demonstrates, Status, Submission
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, Page, SitePlan, Withheld

TODAY = date(2026, 11, 22)


def person(name: str, **changes: Any) -> Person:
    made = Person(
        id=name,
        name=f"{name.capitalize()} Example",
        github=None,
        organization="north",
        roles=frozenset({Role.EDUCATOR}),
        coach="rosa",
        since=None,
        source=Pointer("portfolios/roster.yml"),
    )
    return replace(made, **changes)


def submission(who: str, slug: str, asked: str = "pacing", word: str = "plain", **changes: Any) -> Submission:
    """Complete, submitted work. ``word`` stands in every text field."""
    folder = f"portfolios/{who}/{slug}"
    at = Pointer(f"{folder}/index.md")
    made = Submission(
        person=who,
        slug=slug,
        title=f"{word} title of {slug}",
        micro_credential=asked,
        status=Status.SUBMITTED,
        practice=False,
        applied=Applied(date(2026, 10, 5), f"{word} setting", f"{word} subject", 26),
        demonstrates=(Demonstrates("main/questions", f"{word} because"),),
        co_authors=("bea",),
        artifacts=(
            Artifact(f"{word}.pdf", None, ArtifactKind.UNIT, f"{word} unit", f"{word} licence"),
            Artifact(None, f"https://{word}.example.org/x", ArtifactKind.VIDEO, f"{word} film", consent=True),
        ),
        impact=(
            Impact(
                f"{word} measure", "percent", 41, 78, 26, date(2026, 9, 20), date(2026, 10, 30),
                f"{word} source", False, at,
            ),
        ),
        problem_of_practice=f"{word} problem",
        visibility=None,
        body=Body(
            f"## Context\n{word} body",
            sections=(Section("context", "Context", 1, 2),),
            pictures=(Picture(f"./{word}-picture.png", "A board", 3, 1),),
            links=(Link(f"{word}%20notes.docx#page", 4, 1), Link("elsewhere.exe", 5, 1)),
        ),
        files=tuple(
            StoredFile(each, 48_200, "0" * 40)
            for each in (
                "index.md", f"{word}.pdf", f"{word}-picture.png", f"{word} notes.docx",
                f"{word}-loose.png", "elsewhere.exe",
            )
        ),
        digest=f"sha256:{who}-{slug}",
        reviews=(),
        source=at,
    )  # fmt: skip
    return replace(made, **changes)


def reviewed(
    given: Submission, level: str = "proficient", by: str = "rosa", word: str = "plain", **changes: Any
) -> Submission:
    """The same work with one more review, of the work as it is, that gives every criterion a level."""
    criteria = {"pacing": ("pace", "choice"), "listening": ("ears",), "guiding": ("maps",)}
    asked = criteria[given.micro_credential]
    below = level in ("emerging", "developing")
    on = date(2026, 11, 1 + len(given.reviews))
    path = f"portfolios/{given.person}/{given.slug}/reviews/{on.isoformat()}-{by}.md"
    made = Review(
        on=on,
        reviewer=by,
        reviewed=given.digest,
        rubric=None,
        ratings=dict.fromkeys(asked, level),
        next_steps=dict.fromkeys(asked, f"{word} next step") if below else {},
        verdict=Verdict.REVISE if below else Verdict.MET,
        origin="https://forge.example.org/pull/12",
        body=Body(f"{word} review"),
        source=Pointer(path),
    )
    return replace(given, reviews=(*given.reviews, replace(made, **changes)))


def log_entry(who: str, slug: str, word: str = "plain", **changes: Any) -> LogEntry:
    made = LogEntry(
        person=who,
        slug=slug,
        on=date(2026, 10, 7),
        title=f"{word} entry",
        kind=LogKind.OBSERVATION,
        hours=1.5,
        category="content",
        competency="main/mastery",
        course="pace-by-data",
        companions=("bea", "cid"),
        visibility=None,
        body=Body(f"{word} log body"),
        source=Pointer(f"portfolios/{who}/log/2026-10-07-{slug}.md"),
    )
    return replace(made, **changes)


def portfolio(
    who: str,
    *submissions: Submission,
    visibility: Visibility = Visibility.PUBLIC,
    word: str = "plain",
    log: Iterable[LogEntry] = (),
    credentials: Iterable[Credential] = (),
    **changes: Any,
) -> Portfolio:
    """A portfolio with a full profile and two self-assessments; ``word`` stands in every text field."""
    profile = Profile(
        headline=f"{word} headline",
        career_goal=f"{word} career",
        visibility=visibility,
        pathways=("route",),
        renewal=RenewalPlan("state", date(2025, 7, 1)),
        plan=(
            Goal(f"{word} goal", "main/mastery", "proficient", date(2027, 1, 31), f"{word} how"),
            Goal(f"{word} other goal"),
        ),
        body=Body(f"{word} about"),
        source=Pointer(f"portfolios/{who}/index.md"),
    )
    assessments = tuple(
        SelfAssessment(
            who,
            on,
            (SelfRating("main/mastery", level), SelfRating("main/mastery/pace", level, 3, f"{word} note")),
            Pointer(f"portfolios/{who}/self-assessments/{on.isoformat()}.yml"),
        )
        for on, level in ((date(2026, 9, 1), "emerging"), (date(2026, 11, 10), "developing"))
    )
    made = Portfolio(
        person=who,
        profile=profile,
        submissions={each.slug: each for each in submissions},
        self_assessments=assessments,
        log=tuple(log),
        credentials={each.achievement: each for each in credentials},
    )
    return replace(made, **changes)


def district(*portfolios: Portfolio, **changes: Any) -> District:
    main = framework(
        "main",
        competency("main/mastery", ("pace", "choice"), related=("questions",)),
        competency("main/questions", ("ears",), prerequisites=("mastery",), domain=None),
    )
    same = Alignment("main", "mastery", "exact")
    lead = framework("lead", competency("lead/guiding", ("maps",), alignments=(same,), domain="leading"))
    known = {
        "pacing": micro_credential("pacing", "main/mastery"),
        "listening": micro_credential(
            "listening", "main/questions", requires=("pacing",), expires=Duration(1), hours=6, category=None
        ),
        "guiding": micro_credential("guiding", "lead/guiding", review=ReviewAsked(1, blind=True)),
    }
    course = Course(
        "pace-by-data", "Pace by data", "main/mastery", 12, "CC0", None,
        Body("## Try it\nGo."), Pointer("competencies/courses/pace-by-data.md"),
    )  # fmt: skip
    renewal = RenewalProfile(
        "state", "A licence", Duration(5), 150, {"content": 15}, 5,
        (RenewalExample(30, {}, True), RenewalExample(0, {"content": 149}, False)),
        Pointer("competencies/renewal/state.yml"),
    )  # fmt: skip
    roster = {each: person(each) for each in ("ann", "bea", "cid", "dan")}
    roster["rosa"] = person("rosa", roles=frozenset({Role.COACH}), coach=None)
    roster["tom"] = person("tom", roles=frozenset({Role.COACH}), coach=None)
    made = District(
        issuer=Issuer(
            "valley", "The Valley", "https://valley.example.org",
            {"north": Organization("north", "North School")}, Pointer("competencies/issuer.yml"),
        ),
        frameworks={"lead": lead, "main": main},
        micro_credentials=dict(sorted(known.items())),
        pathways=dict(sorted(pathways().items())),
        courses={"pace-by-data": course},
        renewals={"state": renewal},
        people=roster,
        portfolios={each.person: each for each in portfolios},
    )  # fmt: skip
    return replace(made, **changes)


def revision(
    number: int, subject: str = "Change", author: str = "Ann Example", paths: tuple[str, ...] = ()
) -> Revision:
    commit = f"{number:040x}"
    return Revision(commit, datetime(2026, 10, number, 12, tzinfo=UTC), Identity(author, ""), subject, paths)


def history(by_path: Mapping[str, tuple[Revision, ...]] | None = None) -> History:
    return History(Reach.WHOLE, by_path or {})


def site(
    given: District,
    audience: Audience = Audience.PUBLIC,
    remembered: History | None = None,
    withheld: tuple[Withheld, ...] = (),
    today: date = TODAY,
) -> SitePlan:
    """The plan for a district, with everything decided by the real engine."""
    return laid_out(given, decide(given, {}, today), remembered or History(), audience, withheld, today)


def page(given: SitePlan, uri: str) -> Page:
    return next(each for each in given.pages if each.uri == uri)


def view(given: SitePlan, uri: str) -> Any:
    return page(given, uri).view


def uris(given: SitePlan) -> set[str]:
    return {each.uri for each in given.pages}


class Said:
    """A long text to look for words in.

    It is no ``str``: a failing assertion would compare megabytes letter by letter, and take gigabytes.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, words: str) -> bool:
        return words in self._text

    def __repr__(self) -> str:
        return f"<{len(self._text)} letters>"

    def lower(self) -> Said:
        """The same in small letters."""
        return Said(self._text.lower())

    def replace(self, old: str, new: str) -> Said:
        """The same with other words for some."""
        return Said(self._text.replace(old, new))


def everything(given: SitePlan) -> Said:
    """Every word that goes to the world: all pages with all that belongs to them, and all files."""
    parts = (given.pages, given.files, given.signed, given.documents, given.badges)
    beside = (given.records, given.feeds, given.cards)
    return Said(json.dumps([[asdict(each) for each in part] for part in (*parts, *beside)], default=str))


def differences(one: SitePlan, other: SitePlan) -> list[str]:
    """Where two sites are not the same; a comparison of the plans themselves would print both of them."""
    found = []
    for part in fields(SitePlan):
        mine, theirs = getattr(one, part.name), getattr(other, part.name)
        if mine != theirs:
            apart = [each for each in (*mine, *theirs) if each not in mine or each not in theirs]
            names = sorted({str(getattr(each, "uri", "") or getattr(each, "path", "")) for each in apart})
            found += [f"{part.name}: {name}" for name in names] or [f"{part.name}: another order"]
    return found
