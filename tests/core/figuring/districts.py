"""Small districts as facts: by hand, and by chance."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from proofolio.core.model.facts import (
    AchievementFact,
    AwardFact,
    CompetencyFact,
    Facts,
    FrameworkFact,
    HoursFact,
    PersonFact,
    SubmissionFact,
)

TODAY = date(2026, 11, 22)
PUBLIC, INTERNAL = "public", "internal"
FRAMEWORKS = (
    FrameworkFact("basics", "Basics", {"craft": "Craft", "care": "Care"}),
    FrameworkFact("leading", "Leading", {}),
)
COMPETENCIES = (
    CompetencyFact("basics/ask", "Ask", "basics", "craft", "ask.md"),
    CompetencyFact("basics/listen", "Listen", "basics", "care", "listen.md"),
    CompetencyFact("basics/plan", "Plan", "basics", "craft", "plan.md"),
    CompetencyFact("leading/coach", "Coach", "leading", "", "coach.md"),
)
ACHIEVEMENTS = (
    AchievementFact("asking", "Asking", "basics", "asking.md"),
    AchievementFact("listening", "Listening", "basics", "listening.md"),
    AchievementFact("coaching", "Coaching", "leading", "coaching.md"),
    AchievementFact("stack", "Stack", "", "stack.md", pathway=True),
)
SCHOOLS: dict[str, tuple[str, str | None]] = {
    "east": ("East School", None),
    "west": ("West School", None),
    "annexe": ("West Annexe", "west"),
}


def nobody(audience: str = PUBLIC) -> Facts:
    """A district in which nothing has happened yet."""
    return Facts(
        audience, "District", TODAY, SCHOOLS, FRAMEWORKS, COMPETENCIES, ACHIEVEMENTS, (), (), (), (), ()
    )


def person(name: str, school: str = "", since: date | None = date(2025, 9, 1), **more: object) -> PersonFact:
    """Somebody who is enrolled."""
    return replace(PersonFact(name, name.title(), school, since, "coach"), **more)  # type: ignore[arg-type]


def work(who: str, micro_credential: str, day: date | None) -> SubmissionFact:
    """Work that was handed in on a day."""
    framework = next(each.framework for each in ACHIEVEMENTS if each.id == micro_credential)
    slug = f"for-{micro_credential}"
    return SubmissionFact(who, slug, slug, f"{who}/{slug}.md", micro_credential, framework, day, day)


def award(who: str, achievement: str, day: date) -> AwardFact:
    """Something that was earned on a day."""
    found = next(each for each in ACHIEVEMENTS if each.id == achievement)
    return AwardFact(who, achievement, found.framework, day, found.pathway)


def with_awards(facts: Facts, awards: Sequence[AwardFact]) -> Facts:
    """The same district with work, awards and hours for each of these."""
    return replace(
        facts,
        submissions=tuple(
            work(each.person, each.achievement, each.on) for each in awards if not each.pathway
        ),
        awards=tuple(awards),
        hours=tuple(
            HoursFact(each.person, each.framework, each.on, 10) for each in awards if each.on is not None
        ),
    )


def by_chance(
    seed: int, people: int, days: int = 800, schools: Sequence[str] = ("east", "west", "annexe", "")
) -> Facts:
    """A district of some people in unequal schools, who joined and earned things when they liked."""
    chance = random.Random(seed)
    weights = [chance.random() ** 2 + 0.05 for _ in schools]
    start = TODAY - timedelta(days=days)
    every = []
    awards = []
    for number in range(people):
        name = f"p{number:02}"
        since = start + timedelta(days=chance.randrange(days))
        every.append(person(name, chance.choices(schools, weights)[0], since))
        for each in chance.sample(ACHIEVEMENTS, chance.randrange(len(ACHIEVEMENTS) + 1)):
            day = since + timedelta(days=chance.randrange((TODAY - since).days + 1))
            awards.append(award(name, each.id, day))
    return with_awards(replace(nobody(), people=tuple(every)), awards)
