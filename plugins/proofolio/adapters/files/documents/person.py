"""What an educator writes about herself: profile, plan, self-assessments, log."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from proofolio.adapters.files.documents.fields import Amount, Day, Document, Id, Prose, Ref, Text, none_yet
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.log_entry import LogEntry, LogKind
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.portfolio import Profile
from proofolio.core.model.self_assessment import SelfAssessment, SelfRating
from proofolio.core.model.visibility import Visibility


class GoalDocument(Document):
    """One thing to reach."""

    goal: Prose
    competency: Ref | None = None
    target: Annotated[Ref | None, Field(description="A level's id.")] = None
    by: Annotated[Day | None, Field(description="Optional; shown, never penalised.")] = None
    how: Prose | None = None


class RenewalPlanDocument(Document):
    """Which renewal profile counts, and since when."""

    profile: Ref
    cycle_start: Day


class ProfileDocument(Document):
    """Front matter of portfolios/<person>/index.md."""

    headline: Text | None = None
    career_goal: Text | None = None
    visibility: Annotated[
        Visibility, Field(description="Default for everything in the portfolio; absent means internal.")
    ] = Visibility.INTERNAL
    pathways: tuple[Ref, ...] = ()
    renewal: RenewalPlanDocument | None = None
    plan: tuple[GoalDocument, ...] = ()

    def model(self, body: Body, source: Pointer) -> Profile:
        """The profile as the core knows it."""
        renewal = self.renewal
        return Profile(
            headline=self.headline,
            career_goal=self.career_goal,
            visibility=self.visibility,
            pathways=self.pathways,
            renewal=RenewalPlan(renewal.profile, renewal.cycle_start) if renewal else None,
            plan=tuple(
                Goal(each.goal, each.competency, each.target, each.by, each.how) for each in self.plan
            ),
            body=body,
            source=source,
        )


class SelfRatingDocument(Document):
    """A level with how sure one is."""

    level: Ref
    confidence: Annotated[int | None, Field(strict=True, ge=1, le=5)] = None
    note: Prose | None = None


def _form(value: Any) -> str | None:
    return "rating:level" if isinstance(value, str) else "rating:full" if isinstance(value, dict) else None


Given = Annotated[
    Annotated[Ref, Tag("rating:level")] | Annotated[SelfRatingDocument, Tag("rating:full")],
    Discriminator(
        _form,
        custom_error_type="wrong-type",
        custom_error_message="a rating is a level, or level, confidence and note",
    ),
]


class SelfAssessmentDocument(Document):
    """portfolios/<person>/self-assessments/<date>.yml."""

    ratings: Annotated[dict[Ref, Given], BeforeValidator(none_yet)]

    def model(self, person: str, on: date, source: Pointer) -> SelfAssessment:
        """The self-assessment as the core knows it."""
        ratings = tuple(
            SelfRating(target, given)
            if isinstance(given, str)
            else SelfRating(target, given.level, given.confidence, given.note)
            for target, given in self.ratings.items()
        )
        return SelfAssessment(person, on, ratings, source)


class LogDocument(Document):
    """Front matter of portfolios/<person>/log/<date>-<slug>.md."""

    title: Text
    kind: LogKind
    hours: Annotated[Amount, Field(le=24 * 31)] = 0
    category: Id | None = None
    competency: Ref | None = None
    course: Ref | None = None
    companions: Annotated[tuple[Ref, ...], Field(alias="with")] = ()
    visibility: Visibility | None = None

    def model(self, person: str, slug: str, on: date, body: Body, source: Pointer) -> LogEntry:
        """The entry as the core knows it."""
        return LogEntry(
            person=person,
            slug=slug,
            on=on,
            title=self.title,
            kind=self.kind,
            hours=self.hours,
            category=self.category,
            competency=self.competency,
            course=self.course,
            companions=self.companions,
            visibility=self.visibility,
            body=body,
            source=source,
        )
