"""Courses and licence-renewal profiles."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from proofolio.adapters.files.documents.fields import Amount, Count, Document, Id, Ref, Span, Text
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.course import Course
from proofolio.core.model.duration import Duration
from proofolio.core.model.renewal import RenewalExample, RenewalProfile


class CourseDocument(Document):
    """Front matter of competencies/courses/<id>.md; the body's ## headings are the steps."""

    title: Text
    competency: Ref
    minutes: Count | None = None
    licence: Text | None = None
    adapted_from: Text | None = None

    def model(self, course_id: str, body: Body, source: Pointer) -> Course:
        """The course as the core knows it."""
        return Course(
            course_id,
            self.title,
            self.competency,
            self.minutes,
            self.licence,
            self.adapted_from,
            body,
            source,
        )


class RenewalHoursDocument(Document):
    """Hours needed within a cycle."""

    at_least: Amount
    categories: dict[Id, Amount] = {}


class ConversionDocument(Document):
    """What things count for here, instead of their own hours."""

    micro_credential: Amount | None = None


class GivenDocument(Document):
    """What somebody has, in a worked example."""

    micro_credentials: Count = 0
    log_hours: dict[Id, Amount] = {}


class RenewalExampleDocument(Document):
    """A worked example; check runs it."""

    given: GivenDocument
    expect: Literal["met", "not-met"]


class RenewalDocument(Document):
    """competencies/renewal/<id>.yml."""

    title: Text
    cycle: Annotated[Span, Field(description="Length of the cycle, such as P5Y.")]
    hours: RenewalHoursDocument
    conversion: ConversionDocument = ConversionDocument()
    examples: tuple[RenewalExampleDocument, ...] = ()

    def model(self, renewal_id: str, source: Pointer) -> RenewalProfile:
        """The profile as the core knows it."""
        return RenewalProfile(
            id=renewal_id,
            title=self.title,
            cycle=Duration.parse(self.cycle) or Duration(),
            hours_at_least=self.hours.at_least,
            categories=self.hours.categories,
            hours_per_micro_credential=self.conversion.micro_credential,
            examples=tuple(
                RenewalExample(each.given.micro_credentials, each.given.log_hours, each.expect == "met")
                for each in self.examples
            ),
            source=source,
        )
