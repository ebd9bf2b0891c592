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
    says,
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

    title: Annotated[Text, says("The heading that the text must have.")]
    prompt: Annotated[Prose | None, says("What to write about. A new submission has it as a comment.")] = None
    min_words: Annotated[Count, says("How many words are needed.")] = 0
    stems: Annotated[
        tuple[Text, ...],
        says("Beginnings of sentences. A new submission has them as comments."),
    ] = ()


class ArtifactsDocument(Document):
    """How many artifacts, and how many of which kind."""

    at_least: Annotated[Count, says("How many artifacts are needed, of whatever kind.")] = 0
    kinds: Annotated[
        dict[ArtifactKind, Count], says("How many are needed of one kind. They count towards at_least too.")
    ] = {}


class SubmissionAskedDocument(Document):
    """What "complete" means; a machine checks it in seconds."""

    sections: Annotated[dict[Id, SectionDocument], says("The headings that the text must have, by id.")] = {}
    artifacts: Annotated[ArtifactsDocument, says("How many pieces of evidence are needed.")] = (
        ArtifactsDocument()
    )
    impact: Annotated[
        Literal["required", "optional"],
        says("Whether a measure of what changed for learners has to be given."),
    ] = "optional"
    cycles: Annotated[Count, says("How many entries of the log about this competency are needed.")] = 0


class ReviewAskedDocument(Document):
    """What "competent" needs beyond the ratings."""

    reviewers: Annotated[
        int,
        Field(strict=True, ge=1, le=9, description="How many people have to find each criterion at mastery."),
    ] = 1
    blind: Annotated[Flag, says("With yes, the site does not name reviewers. The repository does.")] = False
    approval: Annotated[
        Flag, says("With yes, somebody with the role approver has to agree once the ratings are there.")
    ] = False


class StipendDocument(Document):
    """Money paid on the award."""

    amount: Annotated[Amount, says("How much money.")]
    currency: Annotated[
        str,
        Field(
            strict=True, pattern="^[A-Z]{3}$", description="Three capital letters (ISO 4217), such as USD."
        ),
    ]

    def model(self) -> Stipend:
        """The stipend as the core knows it."""
        return Stipend(self.amount, self.currency)


class MicroCredentialDocument(Document):
    """competencies/micro-credentials/<id>.yml."""

    title: Annotated[Text, says("What is earned, in a few words.")]
    competency: Annotated[Ref, says("The one competency that it is for.")]
    criteria: Annotated[
        tuple[Ref, ...],
        says("The criteria of the competency's rubric that are rated. Without this key, all of them."),
    ] = ()
    key_method: Annotated[Prose | None, says("What one does, in a sentence.")] = None
    hours: Annotated[Amount, says("Clock hours of continuing education that it is worth.")] = 0
    category: Annotated[Id | None, says("What the hours are for, in the words of your renewal profiles.")] = (
        None
    )
    submission: Annotated[SubmissionAskedDocument, says("What a submission must have to be complete.")] = (
        SubmissionAskedDocument()
    )
    review: Annotated[ReviewAskedDocument, says("What competent needs beyond the ratings.")] = (
        ReviewAskedDocument()
    )
    requires: Annotated[tuple[Ref, ...], says("Micro-credentials that have to be earned first.")] = ()
    stipend: Annotated[
        StipendDocument | None, says("Money that it brings. It is shown; nobody pays it from here.")
    ] = None
    expires: Annotated[Span | None, says("How long it is valid. Without this key, for ever.")] = None

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
            review=ReviewAsked(self.review.reviewers, self.review.blind, self.review.approval),
            requires=self.requires,
            stipend=self.stipend.model() if self.stipend else None,
            expires=Duration.parse(self.expires) if self.expires else None,
            source=source,
        )
