"""Tiny definitions in which everything is right: frameworks, micro-credentials, pathways."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.competency import Competency
from proofolio.core.model.course import Course
from proofolio.core.model.duration import Duration
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level
from proofolio.core.model.micro_credential import ArtifactsAsked, MicroCredential, ReviewAsked, SectionAsked
from proofolio.core.model.pathway import Pathway
from proofolio.core.model.renewal import RenewalExample, RenewalProfile
from proofolio.core.model.requirement import Named, Requirement
from proofolio.core.model.rubric import Criterion, Rubric

RULE = Pointer("competencies/pathways/leader.yml").down("rule")


def criterion(name: str, **descriptors: str) -> Criterion:
    words = {"emerging": f"{name}: with help", "proficient": f"{name}: alone"} | descriptors
    return Criterion(name, name.title(), {level: text for level, text in words.items() if text != "gone"})


def competency(framework: str, name: str, criteria: tuple[str, ...], **changes: Any) -> Competency:
    fields: dict[str, Any] = {
        "framework": framework,
        "id": name,
        "title": name.title(),
        "domain": "teaching",
        "sets": ("core",),
        "statement": "Can do it.",
        "why": "It helps.",
        "indicators": {},
        "rubric": Rubric({each: criterion(each) for each in criteria}),
        "prerequisites": (),
        "related": (),
        "themes": ("equitable",),
        "pitfalls": {},
        "practice": {},
        "exemplars": (),
        "resources": (),
        "alignments": (),
        "source": Pointer(f"competencies/frameworks/{framework}/{name}.yml"),
    }
    return Competency(**(fields | changes))


def framework(name: str, *competencies: Competency, **changes: Any) -> Framework:
    fields: dict[str, Any] = {
        "id": name,
        "title": name.title(),
        "version": "1",
        "vision": "",
        "levels": (Level("emerging", "Emerging"), Level("proficient", "Proficient", mastery=True)),
        "domains": (Domain("teaching", "Teaching"),),
        "sets": (CompetencySet("core", "Core"),),
        "provenance": None,
        "competencies": {each.id: each for each in competencies},
        "source": Pointer(f"competencies/frameworks/{name}/framework.yml"),
    }
    return Framework(**(fields | changes))


def micro_credential(name: str, competency: str, **changes: Any) -> MicroCredential:
    fields: dict[str, Any] = {
        "id": name,
        "title": name.title(),
        "competency": competency,
        "criteria": (),
        "key_method": None,
        "hours": 10,
        "category": None,
        "sections": {},
        "artifacts": ArtifactsAsked(),
        "impact_required": False,
        "cycles": 0,
        "review": ReviewAsked(),
        "requires": (),
        "stipend": None,
        "expires": None,
        "source": Pointer(f"competencies/micro-credentials/{name}.yml"),
    }
    return MicroCredential(**(fields | changes))


def pathway(name: str, rule: Requirement) -> Pathway:
    return Pathway(name, name.title(), None, rule, None, Pointer(f"competencies/pathways/{name}.yml"))


def named(*names: str) -> tuple[Named, ...]:
    """Names in a list; each place is ``("of", position)`` below the rule."""
    return tuple(Named(name, RULE.down("of", at)) for at, name in enumerate(names))


def course(**changes: Any) -> Course:
    source = Pointer("competencies/courses/pace-by-data.md")
    return replace(
        Course("pace-by-data", "Pace by data", "mastery", 15, None, None, Body(""), source), **changes
    )


def renewal(*examples: RenewalExample) -> RenewalProfile:
    source = Pointer("competencies/renewal/example-state.yml")
    return RenewalProfile("example-state", "Example", Duration(5), 150, {"content": 15}, 5, examples, source)


def frameworks(*changed: Framework) -> Mapping[str, Framework]:
    """The two frameworks, with those given in place of the usual ones."""
    given = {
        "foundational": framework(
            "foundational",
            competency("foundational", "agency", ("choice",), related=("mastery",)),
            competency("foundational", "mastery", ("pacing", "units"), prerequisites=("agency",)),
        ),
        "leadership": framework("leadership", competency("leadership", "coach-colleagues", ("asks",))),
    }
    return given | {each.id: each for each in changed}


def micro_credentials(**changes: Any) -> Mapping[str, MicroCredential]:
    """Three micro-credentials; the changes are made to ``pace-a-unit``."""
    pace = micro_credential(
        "pace-a-unit",
        "foundational/mastery",
        criteria=("pacing", "units"),
        sections={
            "practice": SectionAsked("practice", "What I did", "Tell what happened.", 10),
            "reflection": SectionAsked("reflection", "Reflection", None, 10),
        },
        artifacts=ArtifactsAsked(2, {"video": 1}),
        impact_required=True,
        cycles=1,
    )
    return {
        "choose-it": micro_credential("choose-it", "foundational/agency"),
        "coach-one": micro_credential("coach-one", "leadership/coach-colleagues", requires=("choose-it",)),
        "pace-a-unit": replace(pace, **changes),
    }
