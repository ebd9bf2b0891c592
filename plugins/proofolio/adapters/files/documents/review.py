"""Reviews."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from proofolio.adapters.files.documents.fields import Address, Digest, Document, Id, Prose, Ref, says
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.review import Review, Verdict


class ReviewDocument(Document):
    """Front matter of portfolios/<person>/<submission>/reviews/<date>-<reviewer>.md."""

    reviewed: Annotated[Digest, says("Exactly what was read. The command proofolio digest prints it.")]
    rubric: Annotated[
        Digest | None,
        says(
            "A digest of the rubric that was used; proofolio digest --rubric prints today's. When the rubric"
            " has changed since, the page says so, and nothing is taken away."
        ),
    ] = None
    ratings: Annotated[
        dict[Id, Ref], says("For each criterion that is asked, a level. Approvers may leave it out.")
    ] = {}
    next_steps: Annotated[dict[Id, Prose], says("For each criterion below mastery, what to do next.")] = {}
    verdict: Annotated[
        Verdict,
        says("Whether the work is there, is to be revised, or the reviewer steps back from judging it."),
    ]
    source: Annotated[Address | None, says("Where the review was given, such as a comment on the forge.")] = (
        None
    )

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
