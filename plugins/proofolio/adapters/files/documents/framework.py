"""Frameworks and competencies."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from proofolio.adapters.files.documents.definitions import Relation
from proofolio.adapters.files.documents.fields import Address, Document, Flag, Id, Prose, Ref, Text
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Alignment, Competency, Exemplar, Resource
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level, Provenance
from proofolio.core.model.rubric import Criterion, Rubric


class LevelDocument(Document):
    """One step of the scale."""

    id: Id
    title: Text
    mastery: Annotated[Flag, Field(description="True on exactly one level: the threshold.")] = False


class DomainDocument(Document):
    """A family of competencies."""

    id: Id
    title: Text


class SetDocument(Document):
    """A named subset of the framework."""

    title: Text
    prerequisite_for: Annotated[
        Literal["all"] | None, Field(description="all: everything else builds on this set.")
    ] = None


class ProvenanceDocument(Document):
    """Where something comes from, also when it was adopted or adapted."""

    title: Text | None = None
    publisher: Text | None = None
    url: Annotated[Text | None, Field(description="A web address, or how else to find it.")] = None
    licence: Text | None = None


class FrameworkDocument(Document):
    """competencies/frameworks/<framework>/framework.yml."""

    title: Text
    version: Annotated[Text, Field(description='In quotes, for example "2026.1".')]
    source: ProvenanceDocument | None = None
    vision: Prose = ""
    levels: Annotated[tuple[LevelDocument, ...], Field(description="Ordered, lowest first.")]
    domains: tuple[DomainDocument, ...] = ()
    sets: dict[Id, SetDocument] = {}

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
            levels=tuple(Level(each.id, each.title, each.mastery) for each in self.levels),
            domains=tuple(Domain(each.id, each.title) for each in self.domains),
            sets=tuple(
                CompetencySet(key, each.title, each.prerequisite_for == "all")
                for key, each in self.sets.items()
            ),
            provenance=Provenance(given.title, given.publisher, given.url, given.licence) if given else None,
            competencies={each.id: each for each in ranked},
            source=source,
        )


class ExemplarDocument(Document):
    """An example from a real classroom."""

    title: Text
    url: Address
    kind: Text = "link"
    notice: Prose | None = None


class ResourceDocument(Document):
    """Something to read or watch."""

    title: Text
    url: Address


class AlignmentDocument(Document):
    """A crosswalk to another framework's item."""

    framework: Ref
    target: Ref
    relation: Relation


class CompetencyDocument(Document):
    """competencies/frameworks/<framework>/<competency>.yml."""

    title: Text
    domain: Ref | None = None
    sets: tuple[Ref, ...] = ()
    statement: Annotated[Prose, Field(description="What an educator who has it can do.")] = ""
    why: Annotated[Prose, Field(description="Rationale with references.")] = ""
    indicators: dict[Id, Prose] = {}
    rubric: Annotated[
        dict[Id, dict[Id, Prose]],
        Field(description="Criterion, then level, then what one sees at that level."),
    ] = {}
    prerequisites: tuple[Ref, ...] = ()
    related: tuple[Ref, ...] = ()
    themes: tuple[Id, ...] = ()
    pitfalls: dict[Id, Prose] = {}
    practice: dict[Id, Prose] = {}
    exemplars: tuple[ExemplarDocument, ...] = ()
    resources: tuple[ResourceDocument, ...] = ()
    alignments: tuple[AlignmentDocument, ...] = ()

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
        )
