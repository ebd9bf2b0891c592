"""A survey: its questions, its scale, and the learning that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from proofolio.adapters.files.documents.fields import Day, Document, Id, Prose, Ref, Text, none_yet, says
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.survey import Answer, Survey, SurveyItem, Topic


class ItemDocument(Document):
    """One item, with what it is about."""

    text: Annotated[Text, says("The question, or the sentence to agree with, as people read it.")]
    about: Annotated[
        Literal["confidence", "practice", "engagement"] | None,
        says("What it asks after: people’s confidence, their practice, or how engaged their learners are."),
    ] = None


def _spelt_out(value: Any) -> Any:
    """An item that is only a sentence is one of which nothing more is said."""
    return {"text": value} if isinstance(value, str) else value


Item = Annotated[ItemDocument, BeforeValidator(_spelt_out, json_schema_input_type=str | ItemDocument)]


class SurveyDocument(Document):
    """competencies/surveys/<id>.yml; the answers are in the file of the same name that ends in .csv."""

    title: Annotated[Text, says("The survey’s name.")]
    about: Annotated[Prose | None, says("What you wanted to know, in a sentence.")] = None
    scale: Annotated[tuple[Text, ...], says("The answers to choose from, 2 to 7 of them, the lowest first.")]
    items: Annotated[
        dict[Id, Item],
        BeforeValidator(none_yet),
        says("What is asked, both times: for each item an id, which heads its column, and its sentence."),
    ]
    micro_credential: Annotated[Ref | None, says("The micro-credential that the survey is about.")] = None
    pathway: Annotated[Ref | None, says("The pathway that it is about, instead of a micro-credential.")] = (
        None
    )
    before: Annotated[Day | None, says("The day on which people were asked before.")] = None
    after: Annotated[
        Day | None, says("The day on which they were asked again. It decides to which period it belongs.")
    ] = None

    def questions(self) -> Mapping[str, SurveyItem]:
        """The items by id, in the order in which they are asked."""
        return {
            key: SurveyItem(key, each.text, Topic(each.about) if each.about else None)
            for key, each in self.items.items()
        }

    def model(
        self, survey_id: str, source: Pointer, answers: tuple[Answer, ...], answered: Pointer | None
    ) -> Survey:
        """The survey as the core knows it."""
        return Survey(
            id=survey_id,
            title=self.title,
            about=self.about,
            scale=self.scale,
            items=self.questions(),
            micro_credential=self.micro_credential,
            pathway=self.pathway,
            before=self.before,
            after=self.after,
            source=source,
            answers=answers,
            answered=answered,
        )
