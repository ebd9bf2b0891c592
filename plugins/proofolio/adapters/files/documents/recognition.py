"""The front matter of a recognition, and what a profile agrees to have shown."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from proofolio.adapters.files.documents.fields import Document, Ref, Text, says
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.recognition import Recognition
from proofolio.core.model.showcase import ALL, Showcase


def _consent(value: object) -> object:
    return [ALL] if value == ALL else value


Consent = Annotated[
    tuple[Ref, ...],
    BeforeValidator(_consent),
    WithJsonSchema({"anyOf": [{"const": ALL}, {"type": "array", "items": {"type": "string"}}]}),
]
"""The word ``all``, or a list of works."""


def showcase(given: tuple[str, ...]) -> Showcase:
    """What is agreed to, as the core knows it."""
    return Showcase(ALL in given, tuple(each for each in given if each != ALL))


class RecognitionDocument(Document):
    """Front matter of competencies/recognitions/<date>-<slug>.md; the text below says why."""

    work: Annotated[
        Ref, says("The work, as person/folder: the submission's folder without portfolios/ before it.")
    ]
    by: Annotated[Ref, says("Who says thank you, by id: a leader, coach or approver on the roster.")]
    title: Annotated[Text, says("What everybody should see in it, in a few words.")]

    def model(self, name: str, on: date, body: Body, source: Pointer) -> Recognition:
        """The recognition as the core knows it."""
        return Recognition(name, on, self.work, self.by, self.title, body, source)
