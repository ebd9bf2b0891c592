"""Submissions: evidence for one micro-credential."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from proofolio.adapters.files.documents.fields import (
    Address,
    Count,
    Day,
    Document,
    Flag,
    Id,
    Prose,
    Ref,
    Text,
    Timecode,
    says,
)
from proofolio.adapters.files.documents.impact import ImpactDocument
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.artifact import Artifact, ArtifactKind, StoredFile
from proofolio.core.model.body import Body
from proofolio.core.model.remark import Remark, Voice
from proofolio.core.model.review import Review
from proofolio.core.model.submission import Applied, Demonstrates, Status, Submission
from proofolio.core.model.visibility import Visibility


class Stage(StrEnum):
    """Practice is a safe rehearsal: never published, never counted."""

    PRACTICE = "practice"
    EVIDENCE = "evidence"


class AppliedDocument(Document):
    """Where and when it was tried with learners."""

    date: Annotated[Day | None, says("The day on which it was tried, or began.")] = None
    setting: Annotated[Text | None, says("With whom, such as Grade 4.")] = None
    subject: Annotated[Text | None, says("In which subject.")] = None
    learners: Annotated[Count | None, says("With how many learners.")] = None


class DemonstratesDocument(Document):
    """A further competency that this evidence supports."""

    competency: Annotated[Ref, says("The further competency.")]
    because: Annotated[Prose, says("Why this evidence shows it too.")]


class RemarkDocument(Document):
    """What somebody says about one moment of a film or a sound recording."""

    at: Annotated[Timecode, says("How far into the recording: minutes and seconds, or hours in front.")]
    by: Annotated[Voice, says("Who says it. Words of a student need consent.")] = Voice.TEACHER
    note: Annotated[Prose, says("What there is to see, to hear or to think about.")]

    def model(self) -> Remark:
        """The remark as the core knows it."""
        return Remark(self.at, self.note, self.by)


class ArtifactDocument(Document):
    """A file of this folder, or an address elsewhere."""

    file: Annotated[
        Text | None, says("A file in this folder, by its name. Either file or url is needed.")
    ] = None
    url: Annotated[Address | None, says("An address elsewhere. Either file or url is needed.")] = None
    kind: Annotated[ArtifactKind, says("What it is. Attendance and certificate never count as evidence.")]
    title: Annotated[Text, says("What one sees in it.")]
    licence: Annotated[Text | None, says("Under which licence others may use it, such as CC-BY-4.0.")] = None
    consent: Annotated[
        Flag | None, says("Whether learners who are seen or heard agreed. With no, it is listed, not shown.")
    ] = None

    commentary: Annotated[
        tuple[RemarkDocument, ...], says("Remarks on a video or audio, each at its time; in any order.")
    ] = ()

    @model_validator(mode="after")
    def _one_place(self) -> ArtifactDocument:
        if (self.file is None) == (self.url is None):
            message = "an artifact is either a file or a url" + (", not both" if self.file else "")
            raise PydanticCustomError("missing-key", message)
        return self

    def model(self) -> Artifact:
        """The artifact as the core knows it."""
        remarks = tuple(each.model() for each in self.commentary)
        return Artifact(self.file, self.url, self.kind, self.title, self.licence, self.consent, remarks)


class SubmissionDocument(Document):
    """Front matter of portfolios/<person>/<submission>/index.md."""

    title: Annotated[Text, says("What you did, in one line.")]
    micro_credential: Annotated[Ref, says("The micro-credential that you bid for.")]
    status: Annotated[Status, says("Change it to submitted to hand the work in.")] = Status.DRAFT
    stage: Annotated[
        Stage, says("With practice, the work is a rehearsal: never published, never counted.")
    ] = Stage.EVIDENCE
    applied: Annotated[AppliedDocument, says("Where and when you tried it with learners.")] = (
        AppliedDocument()
    )
    demonstrates: Annotated[
        tuple[DemonstratesDocument, ...], says("Further competencies that the same evidence supports.")
    ] = ()
    co_authors: Annotated[
        tuple[Ref, ...], Field(alias="with", description="Who did it with you, by id. They cannot review it.")
    ] = ()
    artifacts: Annotated[tuple[ArtifactDocument, ...], says("The pieces of evidence.")] = ()
    impact: Annotated[
        tuple[ImpactDocument, ...],
        says("What changed for learners: one measure before and after, or several."),
    ] = ()
    themes: Annotated[
        tuple[Id, ...], says("Themes of the work, such as equitable: those that competencies have.")
    ] = ()
    problem_of_practice: Annotated[
        Prose | None, says("The question from your classroom that you worked on.")
    ] = None
    visibility: Annotated[
        Visibility | None, says("Who may see this work, if not the same people as the portfolio.")
    ] = None

    def model(
        self,
        key: tuple[str, str],
        body: Body,
        files: tuple[StoredFile, ...],
        digest: str,
        reviews: tuple[Review, ...],
        source: Pointer,
    ) -> Submission:
        """The submission as the core knows it, with its files, digest and reviews."""
        applied = self.applied
        return Submission(
            person=key[0],
            slug=key[1],
            title=self.title,
            micro_credential=self.micro_credential,
            status=self.status,
            practice=self.stage is Stage.PRACTICE,
            applied=Applied(applied.date, applied.setting, applied.subject, applied.learners),
            demonstrates=tuple(Demonstrates(each.competency, each.because) for each in self.demonstrates),
            co_authors=self.co_authors,
            artifacts=tuple(each.model() for each in self.artifacts),
            impact=tuple(each.model(source.down("impact", index)) for index, each in enumerate(self.impact)),
            problem_of_practice=self.problem_of_practice,
            visibility=self.visibility,
            body=body,
            files=files,
            digest=digest,
            reviews=reviews,
            source=source,
            themes=self.themes,
        )
