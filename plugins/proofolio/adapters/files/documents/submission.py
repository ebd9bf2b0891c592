"""Submissions: evidence for one micro-credential."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from proofolio.adapters.files.documents.fields import (
    Address,
    Count,
    Day,
    Document,
    Flag,
    Number,
    Prose,
    Ref,
    Text,
)
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.artifact import Artifact, ArtifactKind, StoredFile
from proofolio.core.model.body import Body
from proofolio.core.model.impact import Impact
from proofolio.core.model.review import Review
from proofolio.core.model.submission import Applied, Demonstrates, Status, Submission
from proofolio.core.model.visibility import Visibility


class Stage(StrEnum):
    """Practice is a safe rehearsal: never published, never counted."""

    PRACTICE = "practice"
    EVIDENCE = "evidence"


class AppliedDocument(Document):
    """Where and when it was tried with learners."""

    date: Day | None = None
    setting: Text | None = None
    subject: Text | None = None
    learners: Count | None = None


class DemonstratesDocument(Document):
    """A further competency that this evidence supports."""

    competency: Ref
    because: Prose


class ArtifactDocument(Document):
    """A file of this folder, or an address elsewhere."""

    file: Text | None = None
    url: Address | None = None
    kind: ArtifactKind
    title: Text
    licence: Text | None = None
    consent: Annotated[Flag | None, Field(description="Learners seen or heard have consented.")] = None

    @model_validator(mode="after")
    def _one_place(self) -> ArtifactDocument:
        if (self.file is None) == (self.url is None):
            message = "an artifact is either a file or a url" + (", not both" if self.file else "")
            raise PydanticCustomError("missing-key", message)
        return self

    def model(self) -> Artifact:
        """The artifact as the core knows it."""
        return Artifact(self.file, self.url, self.kind, self.title, self.licence, self.consent)


_QUANTITY = re.compile(r"\s*([-+]?\d+(?:\.\d+)?)\s*(\S.*?)?\s*")


def _quantity(value: Any) -> Any:
    """Take "41 percent" apart; the unit beside the number must be the measure's own."""
    found = _QUANTITY.fullmatch(value) if isinstance(value, str) else None
    return (float(found.group(1)), found.group(2)) if found else (value, None)


Quantity = Annotated[
    tuple[Number, str | None], BeforeValidator(_quantity, json_schema_input_type=float | str)
]


class ImpactDocument(Document):
    """One measure before and after."""

    measure: Text
    unit: Text
    before: Quantity
    after: Quantity
    n: Annotated[Count | None, Field(description="How many learners were measured.")] = None
    before_date: Day | None = None
    after_date: Day | None = None
    source: Text | None = None
    better: Annotated[str, Field(pattern="^(higher|lower)$")] = "higher"

    def model(self, pointer: Pointer) -> Impact:
        """The impact as the core knows it."""
        units = tuple(unit or "" for _, unit in (self.before, self.after))
        return Impact(
            measure=self.measure,
            unit=self.unit,
            before=self.before[0],
            after=self.after[0],
            n=self.n,
            before_date=self.before_date,
            after_date=self.after_date,
            source=self.source,
            lower_is_better=self.better == "lower",
            pointer=pointer,
            stated_units=units,
        )


class SubmissionDocument(Document):
    """Front matter of portfolios/<person>/<submission>/index.md."""

    title: Text
    micro_credential: Ref
    status: Status = Status.DRAFT
    stage: Stage = Stage.EVIDENCE
    applied: AppliedDocument = AppliedDocument()
    demonstrates: tuple[DemonstratesDocument, ...] = ()
    co_authors: Annotated[tuple[Ref, ...], Field(alias="with")] = ()
    artifacts: tuple[ArtifactDocument, ...] = ()
    impact: tuple[ImpactDocument, ...] = ()
    problem_of_practice: Prose | None = None
    visibility: Visibility | None = None

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
        )
