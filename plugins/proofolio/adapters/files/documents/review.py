"""Reviews."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from proofolio.adapters.files.documents.fields import Address, Digest, Document, Id, Prose, Ref
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.review import Review, Verdict


class ReviewDocument(Document):
    """Front matter of portfolios/<person>/<submission>/reviews/<date>-<reviewer>.md."""

    reviewed: Annotated[Digest, Field(description="proofolio digest prints it.")]
    rubric: Digest | None = None
    ratings: Annotated[dict[Id, Ref], Field(description="Criterion: level.")] = {}
    next_steps: Annotated[
        dict[Id, Prose], Field(description="Criterion: what to do next. Needed below mastery.")
    ] = {}
    verdict: Verdict
    source: Address | None = None

    def model(self, on: date, reviewer: str, body: Body, source: Pointer) -> Review:
        """The review as the core knows it."""
        return Review(
            on=on,
            reviewer=reviewer,
            reviewed=self.reviewed,
            rubric=self.rubric,
            ratings=self.ratings,
            next_steps=self.next_steps,
            verdict=self.verdict,
            origin=self.source,
            body=body,
            source=source,
        )
