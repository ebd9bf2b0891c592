"""What the organisation keeps: two frameworks, three micro-credentials, three pathways."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency, Exemplar, Resource
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level, Provenance
from proofolio.core.model.micro_credential import (
    ArtifactsAsked,
    MicroCredential,
    ReviewAsked,
    SectionAsked,
    Stipend,
)
from proofolio.core.model.pathway import Pathway, PathwayAward
from proofolio.core.model.requirement import AllOf, AtLeast, Facet, Named, Selector
from proofolio.core.model.rubric import Criterion, Rubric

LEVELS = (
    Level("emerging", "Emerging"),
    Level("developing", "Developing"),
    Level("proficient", "Proficient", mastery=True),
    Level("exemplary", "Exemplary"),
)


def criterion(name: str) -> Criterion:
    return Criterion(name, name.capitalize(), {each.id: f"{name} at {each.id}" for each in LEVELS})


def competency(ref: str, criteria: Iterable[str], **changes: Any) -> Competency:
    framework, name = ref.split("/")
    made = Competency(
        framework=framework,
        id=name,
        title=f"Title of {name}",
        domain="teaching",
        sets=("core",),
        statement=f"Statement of {name}.",
        why="Because.",
        indicators={each: f"Shows {each}." for each in criteria},
        rubric=Rubric({each: criterion(each) for each in criteria}),
        prerequisites=(),
        related=(),
        themes=("equitable",),
        pitfalls={"too-fast": "Going on too soon."},
        practice={"one-lesson": "Plan one lesson."},
        exemplars=(Exemplar("A lesson", "https://video.example.org/1", "video", "The pace."),),
        resources=(Resource("A book", "javascript:alert(1)"),),
        alignments=(),
        source=Pointer(f"competencies/frameworks/{framework}/{name}.yml"),
    )
    return replace(made, **changes)


def framework(name: str, *competencies: Competency) -> Framework:
    return Framework(
        id=name,
        title=f"Framework {name}",
        version="1",
        vision="Every learner.",
        levels=LEVELS,
        domains=(Domain("teaching", "Teaching"), Domain("leading", "Leading")),
        sets=(CompetencySet("core", "Core", True),),
        provenance=Provenance("The source", "A publisher", "https://source.example.org", "CC-BY-4.0"),
        competencies={each.id: each for each in competencies},
        source=Pointer(f"competencies/frameworks/{name}/framework.yml"),
    )


def micro_credential(name: str, ref: str, **changes: Any) -> MicroCredential:
    made = MicroCredential(
        id=name,
        title=f"Title of {name}",
        competency=ref,
        criteria=(),
        key_method="One way.",
        hours=15,
        category="content",
        sections={"context": SectionAsked("context", "Context", "Where?", 80, ("My class",))},
        artifacts=ArtifactsAsked(2, {"video": 1}),
        impact_required=True,
        cycles=2,
        review=ReviewAsked(),
        requires=(),
        stipend=Stipend(250, "USD"),
        expires=None,
        source=Pointer(f"competencies/micro-credentials/{name}.yml"),
    )
    return replace(made, **changes)


def pathways() -> dict[str, Pathway]:
    at = Pointer("competencies/pathways/route.yml")
    both = AllOf((Named("pacing", at), Named("listening", at)), at)
    rule = AllOf((Named("pacing", at), AtLeast(1, (Selector(Facet.FRAMEWORK, "lead", at),), at)), at)
    award = PathwayAward("Guide", 20, Stipend(1000, "USD"))
    return {
        "route": Pathway("route", "The route", "Everybody", rule, award, at),
        "pair": Pathway("pair", "The pair", None, both, None, Pointer("competencies/pathways/pair.yml")),
        "film": Pathway(
            "film",
            "On film",
            None,
            AtLeast(1, (Selector(Facet.KIND, "video", at),), at),
            None,
            Pointer("competencies/pathways/film.yml"),
        ),
    }
