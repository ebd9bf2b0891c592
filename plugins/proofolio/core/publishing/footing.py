"""What speaks for a micro-credential where no plan does: ratings, the own view, what all else builds on."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.phrase import shortened
from proofolio.core.language.say import say
from proofolio.core.model.competency import Competency
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.succession import members
from proofolio.core.publishing.comparison import own_ratings
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.level import LevelView

MOST = 2
"""So many criteria are named; the rest is counted."""


class Footing:
    """What one person can build on, as far as published work and the own view tell."""

    def __init__(self, scene: Scene, person: str) -> None:
        self.scene, self.seen = scene, scene.people[person]
        latest = {key: ratings[-1].level for key, ratings in own_ratings(scene, person).items()}
        # at mastery there is nothing that the own view asks for
        self.own = {key: level for key, level in latest.items() if not level.mastery}
        self.least = min((_share(each) for each in self.own.values()), default=None)
        used = {ref.partition("/")[0] for ref in (*self.seen.competencies, *(ref for ref, _ in latest))}
        self.firsts = dict(self._firsts(used or set(scene.district.frameworks)))

    def partly(self, asked: MicroCredential) -> str | None:
        """Some criteria of its competency are at mastery, and it asks for others."""
        competency = self.scene.district.competency_of(asked)
        standing = self.seen.competencies.get(competency.ref) if competency else None
        if competency is None or standing is None or standing.demonstrated:
            return None
        framework = self.scene.district.frameworks[competency.framework]
        done = {each for each, level in standing.criteria.items() if framework.is_mastery(level)}
        lacking = [each.title for each in self.scene.district.criteria_of(asked) if each.id not in done]
        if not done or not lacking:
            return None
        return say(
            "In {competency}, {have} of {of} criteria are at mastery; this asks for {criteria}.",
            competency=competency.title,
            have=len(done),
            of=len(competency.rubric.criteria),
            criteria=shortened(lacking, MOST),
        )

    def lowest(self, asked: MicroCredential) -> str | None:
        """Nothing is lower in the own view than its competency, or one of the criteria it asks for."""
        competency = self.scene.district.competency_of(asked)
        if competency is None or self._shown(competency):
            return None
        for part in ("", *(each.id for each in self.scene.district.criteria_of(asked))):
            level = self.own.get((competency.ref, part))
            if level is None or _share(level) != self.least:
                continue
            if not part:
                return say(
                    "The self-assessment puts {competency} at {level}, and nothing lower.",
                    competency=competency.title,
                    level=level.title,
                )
            return say(
                "The self-assessment puts {criterion} in {competency} at {level}, and nothing lower.",
                criterion=competency.rubric.criteria[part].title,
                competency=competency.title,
                level=level.title,
            )
        return None

    def first(self, asked: MicroCredential) -> str | None:
        """Its competency is the first of those that all others build on, and not shown yet."""
        competency = self.scene.district.competency_of(asked)
        if competency is None or competency.ref not in self.firsts:
            return None
        return say(
            "It is the first of the set {set} that is not shown yet; everything else builds on this set.",
            set=self.firsts[competency.ref],
        )

    def _firsts(self, frameworks: set[str]) -> Iterator[tuple[str, str]]:
        """The first competency of each set that is prerequisite for all, with the set's title."""
        district = self.scene.district
        taught = {
            each.ref for key in district.micro_credentials.values() if (each := district.competency_of(key))
        }
        for framework in (each for each in district.frameworks.values() if each.id in frameworks):
            for group in framework.sets:
                if not group.prerequisite_for_all:
                    continue
                for each in members(district, framework.id, group.id):
                    if each.ref in taught and each.ref not in self.seen.competencies:
                        yield each.ref, group.title
                        break

    def _shown(self, competency: Competency) -> bool:
        found = self.seen.competencies.get(competency.ref)
        return found is not None and found.demonstrated


def _share(level: LevelView) -> float:
    """How far up its own scale a level is: scales differ in length."""
    return level.rank / level.of
