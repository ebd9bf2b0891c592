"""Courses and licence-renewal profiles."""

from __future__ import annotations

from typing import Annotated, Literal

from proofolio.adapters.files.documents.fields import Amount, Count, Document, Id, Ref, Span, Text, says
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.course import Course
from proofolio.core.model.duration import Duration
from proofolio.core.model.renewal import RenewalExample, RenewalProfile


class CourseDocument(Document):
    """Front matter of competencies/courses/<id>.md; the body's ## headings are the steps."""

    title: Annotated[Text, says("What the course is about.")]
    competency: Annotated[Ref, says("The competency that it leads towards.")]
    minutes: Annotated[Count | None, says("About how long it takes.")] = None
    licence: Annotated[Text | None, says("Under which licence others may use it, such as CC-BY-4.0.")] = None
    adapted_from: Annotated[Text | None, says("Whose work it builds on.")] = None

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

    at_least: Annotated[Amount, says("Clock hours needed in one cycle, in all.")]
    categories: Annotated[
        dict[Id, Amount],
        says("Clock hours needed in one category, for each category that has a minimum of its own."),
    ] = {}


class ConversionDocument(Document):
    """What things count for here, instead of their own hours."""

    micro_credential: Annotated[
        Amount | None, says("Hours that one micro-credential counts for here, instead of its own hours.")
    ] = None


class GivenDocument(Document):
    """What somebody has, in a worked example."""

    micro_credentials: Annotated[
        Count, says("How many micro-credentials the person in the example has earned.")
    ] = 0
    log_hours: Annotated[dict[Id, Amount], says("Hours in that person's log, by category.")] = {}


class RenewalExampleDocument(Document):
    """A worked example; check runs it."""

    given: Annotated[GivenDocument, says("What somebody has.")]
    expect: Annotated[Literal["met", "not-met"], says("Whether that is enough, worked out by hand.")]


class RenewalDocument(Document):
    """competencies/renewal/<id>.yml."""

    title: Annotated[Text, says("The licence and who gives it.")]
    cycle: Annotated[Span, says("How long one cycle is.")]
    hours: Annotated[RenewalHoursDocument, says("What is asked in one cycle.")]
    conversion: Annotated[ConversionDocument, says("What things count for here.")] = ConversionDocument()
    examples: Annotated[
        tuple[RenewalExampleDocument, ...],
        says("Cases worked out by hand. A check says where the profile does not agree with them."),
    ] = ()

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
