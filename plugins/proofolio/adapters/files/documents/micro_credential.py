"""Micro-credentials: what is asked, and what it is worth."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from proofolio.adapters.files.documents.fields import (
    Amount,
    Count,
    Document,
    Flag,
    Id,
    Prose,
    Ref,
    Span,
    Text,
)
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.artifact import ArtifactKind
from proofolio.core.model.duration import Duration
from proofolio.core.model.micro_credential import (
    ArtifactsAsked,
    MicroCredential,
    ReviewAsked,
    SectionAsked,
    Stipend,
)


class SectionDocument(Document):
    """A section that the body must have."""

    title: Text
    prompt: Prose | None = None
    min_words: Count = 0
    stems: tuple[Text, ...] = ()


class ArtifactsDocument(Document):
    """How many artifacts, and how many of which kind."""

    at_least: Count = 0
    kinds: dict[ArtifactKind, Count] = {}


class SubmissionAskedDocument(Document):
    """What "complete" means; a machine checks it in seconds."""

    sections: dict[Id, SectionDocument] = {}
    artifacts: ArtifactsDocument = ArtifactsDocument()
    impact: Literal["required", "optional"] = "optional"
    cycles: Annotated[Count, Field(description="Learning cycles logged.")] = 0


class ReviewAskedDocument(Document):
    """What "competent" needs beyond the ratings."""

    reviewers: Annotated[int, Field(strict=True, ge=1, le=9)] = 1
    blind: Flag = False


class StipendDocument(Document):
    """Money paid on the award."""

    amount: Amount
    currency: Annotated[str, Field(strict=True, pattern=r"^[A-Z]{3}$", description="ISO 4217, such as USD.")]

    def model(self) -> Stipend:
        """The stipend as the core knows it."""
        return Stipend(self.amount, self.currency)


class MicroCredentialDocument(Document):
    """competencies/micro-credentials/<id>.yml."""

    title: Text
    competency: Ref
    criteria: Annotated[tuple[Ref, ...], Field(description="Default: all of the competency's.")] = ()
    key_method: Prose | None = None
    hours: Annotated[Amount, Field(description="Continuing-education clock hours on award.")] = 0
    category: Annotated[Id | None, Field(description="For licence-renewal profiles.")] = None
    submission: SubmissionAskedDocument = SubmissionAskedDocument()
    review: ReviewAskedDocument = ReviewAskedDocument()
    requires: tuple[Ref, ...] = ()
    stipend: StipendDocument | None = None
    expires: Annotated[Span | None, Field(description="ISO 8601 duration, such as P3Y.")] = None

    def model(self, micro_credential_id: str, source: Pointer) -> MicroCredential:
        """The micro-credential as the core knows it."""
        asked = self.submission
        sections = {
            key: SectionAsked(key, each.title, each.prompt, each.min_words, each.stems)
            for key, each in asked.sections.items()
        }
        kinds = {kind.value: number for kind, number in asked.artifacts.kinds.items()}
        return MicroCredential(
            id=micro_credential_id,
            title=self.title,
            competency=self.competency,
            criteria=self.criteria,
            key_method=self.key_method,
            hours=self.hours,
            category=self.category,
            sections=sections,
            artifacts=ArtifactsAsked(asked.artifacts.at_least, kinds),
            impact_required=asked.impact == "required",
            cycles=asked.cycles,
            review=ReviewAsked(self.review.reviewers, self.review.blind),
            requires=self.requires,
            stipend=self.stipend.model() if self.stipend else None,
            expires=Duration.parse(self.expires) if self.expires else None,
            source=source,
        )
