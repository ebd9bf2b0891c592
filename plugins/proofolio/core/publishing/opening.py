"""What is still open for a person, and the strongest reason for each of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from proofolio.core.language.name import plain
from proofolio.core.language.phrase import listed
from proofolio.core.language.say import day, number, say
from proofolio.core.model.competency import Competency
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.progress import PathwayProgress
from proofolio.core.model.submission import Submission
from proofolio.core.model.succession import members
from proofolio.core.publishing.credit import short_of
from proofolio.core.publishing.footing import Footing
from proofolio.core.publishing.mastery import level_so_far, target
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.pathway import upcoming
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.level import LevelView


class Openings:
    """What is open for one person, as far as published work tells, and what speaks for it."""

    def __init__(self, scene: Scene, person: str) -> None:
        self.scene, self.seen = scene, scene.people[person]
        profile = scene.district.portfolios[person].profile
        self.earned = {key for key, each in self.seen.awards.items() if not scene.lapsed(each)}
        chosen = [self.seen.pathways.get(key) for key in (profile.pathways if profile else ())]
        self.ways = [each for each in chosen if each is not None and not each.met]
        self.goals: dict[str, LevelView | None] = {}
        for goal in profile.plan if profile else ():
            competency, aim = target(scene, goal)
            if competency is not None:
                self.goals.setdefault(competency.ref, aim)
        # what a licence lacks is for the organisation, not for the public
        inside = scene.audience is Audience.INTERNAL and profile is not None and profile.renewal is not None
        self.short: Mapping[str, float] = (
            short_of(scene.district, profile.renewal, self.seen.credits)
            if inside and profile and profile.renewal
            else {}
        )
        self.person = person
        self.footing = Footing(scene, person)
        # work that is already handed in is carried on with, not begun again; what ran out is done anew
        self.begun = {each.micro_credential for each in self.seen.submissions if not self._over(each)}
        self._sets = cache(self._set)

    def ordered(self) -> list[str]:
        """Every micro-credential that is still open, the nearest first."""
        done = self.earned | self.begun
        still = (each for each in self.scene.district.micro_credentials if each not in done)
        return sorted(still, key=self._order)

    def _over(self, work: Submission) -> bool:
        award = self.seen.awards.get(work.micro_credential)
        return award is not None and award.submission == work.slug and self.scene.lapsed(award)

    def before(self, key: str) -> tuple[str, ...]:
        """What it asks for first, and is not earned yet."""
        asked = self.scene.district.micro_credentials[key]
        return tuple(each for each in asked.requires if each not in self.earned)

    def _order(self, key: str) -> tuple[bool, ...]:
        asked = self.scene.district.micro_credentials[key]
        competency = self.scene.district.competency_of(asked)
        return (
            bool(self.before(key)),
            self._finishes(key) is None,
            competency is None or competency.ref not in self.goals,
            key not in self.seen.awards,
            self._sets(key) is None,
            not self._lacks(asked),
            self._counts(key) is None,
            not asked.requires,
            *(each(asked) is None for each in (self.footing.partly, self.footing.lowest, self.footing.first)),
        )

    def reason(self, key: str) -> str | None:
        """The strongest thing that speaks for it, in a sentence; None when nothing in particular does."""
        reasons: tuple[Callable[[str], str | None], ...] = (
            self._finishes,
            self._gap,
            self._ran_out,
            self._sets,
            self._renews,
            self._counts,
            self._builds,
        )
        asked = self.scene.district.micro_credentials[key]
        weaker = (self.footing.partly, self.footing.lowest, self.footing.first)
        told = next((told for each in reasons if (told := each(key)) is not None), None)
        return told or next((told for each in weaker if (told := each(asked)) is not None), None)

    def _finishes(self, key: str) -> str | None:
        """It is the last part of a pathway of the plan."""
        for way in self.ways:
            lacking = sum(max(0, part.of - part.have) for part in way.parts if not part.met)
            if lacking == 1 and key in self._open(way):
                return say("It finishes {pathway}.", pathway=self.scene.sight.pathway(way.pathway).title)
        return None

    def _gap(self, key: str) -> str | None:
        """Her own plan aims at its competency."""
        competency = self._competency(key)
        if competency is None or competency.ref not in self.goals:
            return None
        aim, here = self.goals[competency.ref], level_so_far(self.scene, self.person, competency)
        if aim is None:
            return say("The plan names {competency}.", competency=competency.title)
        if here is not None and here.rank >= aim.rank:
            return None
        if here is None:
            return say(
                "The plan aims at {aim} in {competency}; not every criterion is rated there yet.",
                aim=aim.title,
                competency=competency.title,
            )
        return say(
            "The plan aims at {aim} in {competency}; reviewers have found {level} so far.",
            aim=aim.title,
            competency=competency.title,
            level=here.title,
        )

    def _ran_out(self, key: str) -> str | None:
        award = self.seen.awards.get(key)
        if award is None or award.until is None:
            return None
        return say("It was earned before, and ran out on {day}.", day=day(award.until))

    def _set(self, key: str) -> str | None:
        """Its competency is the last of a named set."""
        competency, district = self._whole(key), self.scene.district
        if competency is None:
            return None
        for each in district.frameworks[competency.framework].sets:
            counted = members(district, competency.framework, each.id)
            lacking = [one.ref for one in counted if not self._shown(one)]
            if lacking == [competency.ref] and len(counted) > 1:
                return say("It completes the set {set}.", set=each.title)
        return None

    def _renews(self, key: str) -> str | None:
        asked = self.scene.district.micro_credentials[key]
        if not self._lacks(asked):
            return None
        return say(
            "The licence still lacks {short} hours in {category}; this gives {hours}.",
            short=number(self.short[asked.category or ""]),
            category=plain(asked.category or ""),
            hours=number(asked.hours),
        )

    def _counts(self, key: str) -> str | None:
        """It counts for a pathway of the plan."""
        for way in self.ways:
            if key in self._open(way):
                return say(
                    "It counts for {pathway}, where {have} of {of} are done.",
                    pathway=self.scene.sight.pathway(way.pathway).title,
                    have=sum(part.have for part in way.parts),
                    of=sum(part.of for part in way.parts),
                )
        return None

    def _builds(self, key: str) -> str | None:
        """All that has to come before it is earned."""
        asked = self.scene.district.micro_credentials[key]
        if not asked.requires or self.before(key):
            return None
        return say(
            "It builds on {earned}, which is earned.",
            earned=listed(self.scene.sight.micro_credential(each).title for each in asked.requires),
        )

    def _competency(self, key: str) -> Competency | None:
        return self.scene.district.competency_of(self.scene.district.micro_credentials[key])

    def _whole(self, key: str) -> Competency | None:
        """The competency, if earning this shows all of it."""
        competency, asked = self._competency(key), self.scene.district.micro_credentials[key]
        wanted = {each.id for each in self.scene.district.criteria_of(asked)}
        return competency if competency and set(competency.rubric.criteria) <= wanted else None

    def _shown(self, competency: Competency) -> bool:
        found = self.seen.competencies.get(competency.ref)
        return found is not None and found.demonstrated

    def _lacks(self, asked: MicroCredential) -> bool:
        return bool(asked.category and asked.hours and self.short.get(asked.category))

    def _open(self, way: PathwayProgress) -> frozenset[str]:
        """What could count for the parts of a pathway that are not there yet; of an order, the first."""
        pathway = self.scene.district.pathways.get(way.pathway)
        return upcoming(pathway, way, self.begun)
