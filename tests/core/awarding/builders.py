"""Small districts for tests: one framework, a few people, and as much work as a test asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from proofolio.core.awarding.decide import decide
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule
from proofolio.core.model.artifact import Artifact, ArtifactKind
from proofolio.core.model.body import Body
from proofolio.core.model.competency import Competency
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District
from proofolio.core.model.duration import Duration
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level
from proofolio.core.model.log_entry import LogEntry, LogKind
from proofolio.core.model.micro_credential import ArtifactsAsked, MicroCredential, ReviewAsked
from proofolio.core.model.pathway import Pathway, PathwayAward
from proofolio.core.model.person import Person, Role
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.portfolio import Portfolio, Profile
from proofolio.core.model.progress import PathwayProgress, PersonProgress
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric import Criterion, Rubric
from proofolio.core.model.self_assessment import SelfAssessment, SelfRating
from proofolio.core.model.standing import Decision
from proofolio.core.model.submission import Applied, Demonstrates, Status, Submission
from proofolio.core.model.visibility import Visibility

TODAY = date(2026, 11, 20)
HERE = Pointer("somewhere.yml")
NOW = "sha256:now"
BEFORE = "sha256:before"
LEVELS = (
    Level("emerging", "Emerging"),
    Level("developing", "Developing"),
    Level("proficient", "Proficient", mastery=True),
    Level("exemplary", "Exemplary"),
)
MISSING = Rule("missing-section", "A section is missing", "why", "fix")


def gap(message: str = "the section Reflection is missing", hint: str | None = "write it") -> Gap:
    return Gap(MISSING, message, HERE, hint)


def competency(
    name: str,
    framework: str = "core",
    *,
    criteria: Iterable[str] = ("clear",),
    domain: str = "teaching",
    sets: tuple[str, ...] = (),
    themes: tuple[str, ...] = (),
) -> Competency:
    rubric = Rubric({each: Criterion(each, each.title(), {}) for each in criteria})
    return Competency(
        framework=framework, id=name, title=name.title(), domain=domain, sets=sets, statement="", why="",
        indicators={}, rubric=rubric, prerequisites=(), related=(), themes=themes, pitfalls={}, practice={},
        exemplars=(), resources=(), alignments=(), source=HERE,
    )  # fmt: skip


def framework(
    *competencies: Competency,
    name: str = "core",
    levels: tuple[Level, ...] = LEVELS,
    sets: Iterable[str] = (),
) -> Framework:
    return Framework(
        id=name, title=f"{name.title()} framework", version="1", vision="", levels=levels,
        domains=(Domain("teaching", "Teaching"),),
        sets=tuple(CompetencySet(each, each.title()) for each in sets),
        provenance=None, competencies={each.id: each for each in competencies}, source=HERE,
    )  # fmt: skip


def micro_credential(
    name: str,
    of: str = "core/pacing",
    *,
    criteria: tuple[str, ...] = (),
    hours: float = 0,
    category: str | None = None,
    reviewers: int = 1,
    requires: tuple[str, ...] = (),
    expires: str | None = None,
    kinds: Mapping[str, int] | None = None,
) -> MicroCredential:
    return MicroCredential(
        id=name, title=name.upper(), competency=of, criteria=criteria, key_method=None, hours=hours,
        category=category, sections={}, artifacts=ArtifactsAsked(0, kinds or {}), impact_required=False,
        cycles=0, review=ReviewAsked(reviewers), requires=requires, stipend=None,
        expires=Duration.parse(expires) if expires else None, source=HERE,
    )  # fmt: skip


def review(
    reviewer: str = "rosa",
    on: date = date(2026, 10, 5),
    *,
    reviewed: str = NOW,
    verdict: Verdict = Verdict.MET,
    steps: Mapping[str, str] | None = None,
    **ratings: str,
) -> Review:
    """A review; without ratings it finds the one criterion of most tests proficient."""
    return Review(
        on=on, reviewer=reviewer, reviewed=reviewed, rubric=None, ratings=ratings or {"clear": "proficient"},
        next_steps=steps or {}, verdict=verdict, origin=None, body=Body(""),
        source=Pointer(f"reviews/{on}-{reviewer}-{reviewed[7:]}.md"),
    )  # fmt: skip


def submission(
    slug: str = "menu-maths",
    of: str = "pace",
    *reviews: Review,
    person: str = "amina",
    status: Status = Status.SUBMITTED,
    practice: bool = False,
    co_authors: tuple[str, ...] = (),
    kinds: Iterable[ArtifactKind] = (),
    demonstrates: tuple[str, ...] = (),
) -> Submission:
    return Submission(
        person=person, slug=slug, title=slug, micro_credential=of, status=status, practice=practice,
        applied=Applied(), demonstrates=tuple(Demonstrates(each, "because") for each in demonstrates),
        co_authors=co_authors,
        artifacts=tuple(Artifact(None, "https://a.example", each, "A") for each in kinds),
        impact=(), problem_of_practice=None, visibility=None, body=Body(""), files=(), digest=NOW,
        reviews=reviews, source=Pointer(f"portfolios/{person}/{slug}/index.md"),
    )  # fmt: skip


def accepted(
    of: str, on: date = date(2026, 10, 5), *kinds: ArtifactKind, slug: str | None = None
) -> Submission:
    """Work that meets the bar of a micro-credential with the one criterion ``clear``."""
    return submission(slug or f"for-{of}", of, review(on=on), kinds=kinds)


def credential(
    achievement: str, on: date = date(2026, 10, 20), until: date | None = None, person: str = "amina"
) -> Credential:
    source = Pointer(f"portfolios/{person}/credentials/{achievement}.json")
    return Credential(person, achievement, f"urn:{achievement}", achievement, on, until, True, source)


def entry(on: date, hours: float, *, category: str | None = None, competency: str | None = None) -> LogEntry:
    return LogEntry(
        person="amina", slug=f"{on}", on=on, title="", kind=LogKind.PRACTICE, hours=hours, category=category,
        competency=competency, course=None, companions=(), visibility=None, body=Body(""), source=HERE,
    )  # fmt: skip


def assessment(on: date, **ratings: str) -> SelfAssessment:
    """A self-assessment; ``__`` in a name stands for ``/``."""
    rated = tuple(SelfRating(name.replace("__", "/"), level) for name, level in ratings.items())
    return SelfAssessment("amina", on, rated, Pointer(f"self-assessments/{on}.yml"))


def person(name: str, *roles: Role) -> Person:
    full = {"amina": "Amina Yusuf", "rosa": "Rosa Diaz", "tomas": "Tomas Reyes", "ben": "Ben Okafor"}.get(
        name, name
    )
    return Person(name, full, None, None, frozenset(roles or {Role.EDUCATOR}), None, None, HERE)


PEOPLE = (person("amina"), person("ben"), person("rosa", Role.COACH), person("tomas", Role.ASSESSOR))


def portfolio(
    *submissions: Submission,
    person: str = "amina",
    credentials: Iterable[Credential] = (),
    log: tuple[LogEntry, ...] = (),
    assessments: tuple[SelfAssessment, ...] = (),
    plan: tuple[Goal, ...] = (),
    renewal: RenewalPlan | None = None,
) -> Portfolio:
    profile = Profile(None, None, Visibility.PUBLIC, (), renewal, plan, Body(""), HERE)
    return Portfolio(
        person=person, profile=profile, submissions={each.slug: each for each in submissions},
        self_assessments=assessments, log=log, credentials={each.achievement: each for each in credentials},
    )  # fmt: skip


def pathway(name: str, rule: Requirement, hours: float = 0) -> Pathway:
    return Pathway(
        name, f"{name.title()} way", None, rule, PathwayAward(name, hours) if hours else None, HERE
    )


def district(
    *portfolios: Portfolio,
    frameworks: Iterable[Framework] | None = None,
    micro_credentials: Iterable[MicroCredential] = (micro_credential("pace"),),
    pathways: Iterable[Pathway] = (),
    people: Iterable[Person] = PEOPLE,
) -> District:
    home = [framework(competency("pacing"))] if frameworks is None else frameworks
    return District(
        issuer=None, frameworks={each.id: each for each in home},
        micro_credentials={each.id: each for each in micro_credentials},
        pathways={each.id: each for each in pathways}, courses={}, renewals={},
        people={each.id: each for each in people}, portfolios={each.person: each for each in portfolios},
    )  # fmt: skip


def named(name: str) -> Named:
    return Named(name, HERE)


def all_of(*parts: Requirement | str) -> AllOf:
    return AllOf(_parts(parts), HERE)


def any_of(*parts: Requirement | str) -> AnyOf:
    return AnyOf(_parts(parts), HERE)


def at_least(number: int, *parts: Requirement | str) -> AtLeast:
    return AtLeast(number, _parts(parts), HERE)


def select(facet: Facet, value: str) -> Selector:
    return Selector(facet, value, HERE)


def _parts(parts: Iterable[Requirement | str]) -> tuple[Requirement, ...]:
    return tuple(named(each) if isinstance(each, str) else each for each in parts)


def amina(world: District, *gaps: Gap, today: date = TODAY) -> PersonProgress:
    """All that is decided about Amina; the gaps are those of all of her submissions."""
    return decide(world, {each.key: gaps for each in world.submissions()}, today)["amina"]


def decided(one: Submission, *gaps: Gap, asked: MicroCredential | None = None, **rest: object) -> Decision:
    """The decision on one submission of Amina's in a district with nothing else."""
    asked = asked or micro_credential("pace")
    world = district(portfolio(one, **rest), micro_credentials=[asked])  # type: ignore[arg-type]
    return amina(world, *gaps).decisions[one.slug]


def on_pathway(
    rule: Requirement,
    *held: Submission | str,
    offered: Iterable[str] = (),
    pathways: Iterable[Pathway] = (),
    today: date = TODAY,
    world: District | None = None,
) -> PathwayProgress:
    """Amina's progress on a rule, with accepted work for each name that is ``held``."""
    work = [accepted(each) if isinstance(each, str) else each for each in held]
    base = world or district(micro_credentials=[micro_credential(each) for each in offered])
    full = replace(
        base,
        pathways={each.id: each for each in (pathway("way", rule), *pathways)},
        portfolios={"amina": portfolio(*work)},
    )
    return amina(full, today=today).pathways["way"]
