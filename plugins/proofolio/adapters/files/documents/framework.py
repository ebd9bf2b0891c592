"""Frameworks and competencies."""

from __future__ import annotations

from typing import Annotated, Literal

from proofolio.adapters.files.documents.definitions import Relation
from proofolio.adapters.files.documents.fields import (
    Address,
    Document,
    Flag,
    Id,
    Kept,
    Prose,
    Ref,
    Text,
    says,
)
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Alignment, Competency, Exemplar, Resource
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level, Provenance
from proofolio.core.model.rubric import Criterion, Rubric

_KEPT = "What another format has and this one has not; import writes it, export gives it back."


class LevelDocument(Document):
    """One step of the scale."""

    id: Annotated[Id, says("What rubrics and ratings call the level.")]
    title: Annotated[Text, says("What people read.")]
    mastery: Annotated[Flag, says("Yes on exactly one level: from there on, it is good enough.")] = False
    kept: Annotated[Kept, says(_KEPT)] = {}


class DomainDocument(Document):
    """A family of competencies."""

    id: Annotated[Id, says("What competencies call the domain.")]
    title: Annotated[Text, says("What people read.")]
    statement: Annotated[Prose, says("What the domain is about, in a sentence or two.")] = ""
    kept: Annotated[Kept, says(_KEPT)] = {}


class SetDocument(Document):
    """A named subset of the framework."""

    title: Annotated[Text, says("What people read.")]
    prerequisite_for: Annotated[
        Literal["all"] | None,
        says("Write all if everything else builds on this set. Pages say so; nothing is locked."),
    ] = None


class ProvenanceDocument(Document):
    """Where something comes from, also when it was adopted or adapted."""

    title: Annotated[Text | None, says("The title of the source.")] = None
    publisher: Annotated[Text | None, says("Who published it.")] = None
    url: Annotated[Text | None, says("A web address, or how else to find it.")] = None
    licence: Annotated[Text | None, says("Under which licence it may be used, such as CC-BY-4.0.")] = None


class FrameworkDocument(Document):
    """competencies/frameworks/<framework>/framework.yml."""

    title: Annotated[Text, says("The framework's name.")]
    version: Annotated[Text, says('Which edition this is, in quotes, for example "2026.1".')]
    source: Annotated[
        ProvenanceDocument | None, says("Where the framework comes from, also if you adapted it.")
    ] = None
    description: Annotated[Prose, says("What the framework is and for whom.")] = ""
    vision: Annotated[Prose, says("The shared vision that it serves, in a sentence or two.")] = ""
    levels: Annotated[
        tuple[LevelDocument, ...],
        says("The scale, lowest level first. Every rubric of the framework uses it."),
    ]
    domains: Annotated[
        tuple[DomainDocument, ...], says("Families of competencies, in the order in which pages show them.")
    ] = ()
    sets: Annotated[
        dict[Id, SetDocument],
        says("Named parts of the framework, by id. A competency says itself to which it belongs."),
    ] = {}
    kept: Annotated[Kept, says(_KEPT)] = {}

    def model(self, framework_id: str, competencies: dict[str, Competency], source: Pointer) -> Framework:
        """The framework with its competencies, ordered by domain, then by id."""
        order = {domain.id: rank for rank, domain in enumerate(self.domains)}
        ranked = sorted(
            competencies.values(), key=lambda each: (order.get(each.domain or "", len(order)), each.id)
        )
        given = self.source
        return Framework(
            id=framework_id,
            title=self.title,
            version=self.version,
            vision=self.vision,
            levels=tuple(Level(each.id, each.title, each.mastery, each.kept) for each in self.levels),
            domains=tuple(Domain(each.id, each.title, each.statement, each.kept) for each in self.domains),
            sets=tuple(
                CompetencySet(key, each.title, each.prerequisite_for == "all")
                for key, each in self.sets.items()
            ),
            provenance=Provenance(given.title, given.publisher, given.url, given.licence) if given else None,
            competencies={each.id: each for each in ranked},
            source=source,
            description=self.description,
            kept=self.kept,
        )


class ExemplarDocument(Document):
    """An example from a real classroom."""

    title: Annotated[Text, says("What one finds there.")]
    url: Annotated[Address, says("Where it is.")]
    kind: Annotated[Text, says("What it is, in a word, such as video.")] = "link"
    notice: Annotated[Prose | None, says("What to look for in it.")] = None


class ResourceDocument(Document):
    """Something to read or watch."""

    title: Annotated[Text, says("What one finds there.")]
    url: Annotated[Address, says("Where it is.")]


class AlignmentDocument(Document):
    """A crosswalk to another framework's item."""

    framework: Annotated[Ref, says("The other framework: its id here, or any name if it is not kept here.")]
    target: Annotated[Ref, says("The competency there, by the id or number it has there.")]
    relation: Annotated[
        Relation, says("How the other one compares: it says the same, more, less, or something near.")
    ]


class CompetencyDocument(Document):
    """competencies/frameworks/<framework>/<competency>.yml."""

    title: Annotated[Text, says("What an educator can do, in a few words.")]
    code: Annotated[Text | None, says("What people call it by, such as A.2; shown beside the title.")] = None
    domain: Annotated[Ref | None, says("The domain of the framework to which it belongs.")] = None
    sets: Annotated[tuple[Ref, ...], says("The sets of the framework to which it belongs.")] = ()
    statement: Annotated[Prose, says("What an educator who has it does, in a sentence.")] = ""
    why: Annotated[Prose, says("Why it matters, with references.")] = ""
    indicators: Annotated[
        dict[Id, Prose], says("What one would see: for each criterion of the rubric, its short form.")
    ] = {}
    rubric: Annotated[
        dict[Id, dict[Id, Prose]],
        says("For each criterion, for each level of the framework, what one sees at that level."),
    ] = {}
    prerequisites: Annotated[tuple[Ref, ...], says("Competencies that come before this one.")] = ()
    related: Annotated[tuple[Ref, ...], says("Competencies that belong beside this one.")] = ()
    themes: Annotated[
        tuple[Id, ...], says("Words of your own, such as equitable, by which pathways can select.")
    ] = ()
    pitfalls: Annotated[dict[Id, Prose], says("Common misunderstandings.")] = {}
    practice: Annotated[dict[Id, Prose], says("Things to try where nothing is at stake.")] = {}
    exemplars: Annotated[tuple[ExemplarDocument, ...], says("Examples from real classrooms.")] = ()
    resources: Annotated[tuple[ResourceDocument, ...], says("Things to read or watch.")] = ()
    alignments: Annotated[
        tuple[AlignmentDocument, ...], says("What it corresponds to in other frameworks.")
    ] = ()
    replaced_by: Annotated[
        Ref | None,
        says("The competency that took its place. What was shown for this one counts there too."),
    ] = None
    kept: Annotated[Kept, says(_KEPT)] = {}

    def model(self, framework_id: str, competency_id: str, source: Pointer) -> Competency:
        """The competency as the core knows it."""
        criteria = {
            key: Criterion(key, key.replace("-", " ").capitalize(), descriptors)
            for key, descriptors in self.rubric.items()
        }
        return Competency(
            framework=framework_id,
            id=competency_id,
            title=self.title,
            domain=self.domain,
            sets=self.sets,
            statement=self.statement,
            why=self.why,
            indicators=self.indicators,
            rubric=Rubric(criteria),
            prerequisites=self.prerequisites,
            related=self.related,
            themes=self.themes,
            pitfalls=self.pitfalls,
            practice=self.practice,
            exemplars=tuple(
                Exemplar(each.title, each.url, each.kind, each.notice) for each in self.exemplars
            ),
            resources=tuple(Resource(each.title, each.url) for each in self.resources),
            alignments=tuple(
                Alignment(each.framework, each.target, each.relation.value) for each in self.alignments
            ),
            source=source,
            replaced_by=self.replaced_by,
            code=self.code,
            kept=self.kept,
        )
