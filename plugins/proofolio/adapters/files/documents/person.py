"""What an educator writes about herself: profile, plan, self-assessments, log."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, Field, Tag

from proofolio.adapters.files.documents.fields import (
    Amount,
    Day,
    Document,
    Id,
    Prose,
    Ref,
    Text,
    none_yet,
    says,
)
from proofolio.adapters.files.documents.recognition import Consent, showcase
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.log_entry import LogEntry, LogKind
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.portfolio import Profile
from proofolio.core.model.self_assessment import SelfAssessment, SelfRating
from proofolio.core.model.visibility import Visibility


class GoalDocument(Document):
    """One thing to reach."""

    goal: Annotated[Prose, says("What you want to reach, in your words.")]
    competency: Annotated[Ref | None, says("The competency that it is about.")] = None
    target: Annotated[Ref | None, says("The level that you aim at, by its id.")] = None
    by: Annotated[Day | None, says("Until when. It is shown, and never held against you.")] = None
    how: Annotated[Prose | None, says("How you will go about it.")] = None


class RenewalPlanDocument(Document):
    """Which renewal profile counts, and since when."""

    profile: Annotated[Ref, says("The renewal profile that counts for you.")]
    cycle_start: Annotated[Day, says("The first day of your cycle.")]


class ProfileDocument(Document):
    """Front matter of portfolios/<person>/index.md."""

    headline: Annotated[Text | None, says("What you teach, in a few words.")] = None
    career_goal: Annotated[Text | None, says("Where you would like to go.")] = None
    visibility: Annotated[
        Visibility, says("Who may see what is in this folder, if it does not say otherwise itself.")
    ] = Visibility.INTERNAL
    pathways: Annotated[tuple[Ref, ...], says("The pathways that you are on.")] = ()
    renewal: Annotated[RenewalPlanDocument | None, says("Your licence renewal.")] = None
    plan: Annotated[tuple[GoalDocument, ...], says("Your goals.")] = ()
    showcase: Annotated[
        Consent,
        says(
            "The work that your organisation may hold up to everyone as a bright spot: all, or a list of "
            "your folders' names. For work in a colleague's folder write person/folder. Without it, none."
        ),
    ] = ()

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
            showcase=showcase(self.showcase),
        )


class SelfRatingDocument(Document):
    """A level with how sure one is."""

    level: Annotated[Ref, says("Where you think you stand, by the level's id.")]
    confidence: Annotated[
        int | None,
        Field(strict=True, ge=1, le=5, description="How sure you are, from 1 (hardly) to 5 (very)."),
    ] = None
    note: Annotated[Prose | None, says("Why you think so.")] = None


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

    ratings: Annotated[
        dict[Ref, Given],
        BeforeValidator(none_yet),
        says("For each competency, or competency/criterion, that you want to rate: a level."),
    ]

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

    title: Annotated[Text, says("What it was, in a few words.")]
    kind: Annotated[LogKind, says("What you did. All but course and attendance count as a learning cycle.")]
    hours: Annotated[Amount, Field(le=24 * 31, description="Clock hours.")] = 0
    category: Annotated[Id | None, says("What the hours are for, in the words of your renewal profile.")] = (
        None
    )
    competency: Annotated[Ref | None, says("The competency that it was about.")] = None
    course: Annotated[Ref | None, says("The course, for entries of kind course.")] = None
    companions: Annotated[tuple[Ref, ...], Field(alias="with", description="Who was there too, by id.")] = ()
    observed: Annotated[Ref | None, says("Whom you watched, by id, for entries of kind observation.")] = None
    follow_up: Annotated[Prose | None, says("What is to come of it, and with whom you will talk.")] = None
    visibility: Annotated[
        Visibility | None, says("Who may see this entry, if not the same people as the portfolio.")
    ] = None

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
            observed=self.observed,
            follow_up=self.follow_up,
        )
