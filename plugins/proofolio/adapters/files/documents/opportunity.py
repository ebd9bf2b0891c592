"""Opportunities: roles to apply for."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, Strict

from proofolio.adapters.files.documents.fields import (
    Amount,
    Count,
    Day,
    Document,
    Prose,
    Ref,
    Text,
    contact,
    says,
)
from proofolio.adapters.files.documents.pathway import RuleDocument, requirement
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.opportunity import AT_LEAST, AT_MOST, Letter, Opportunity
from proofolio.core.model.requirement import Named

Contact = Annotated[
    str,
    Strict(),
    AfterValidator(contact),
    Field(json_schema_extra={"format": "uri", "pattern": "^(https?://|mailto:)"}),
]


class ChosenDocument(Document):
    """The number of pieces."""

    at_least: Annotated[Count, says("The fewest pieces of evidence.")] = AT_LEAST
    at_most: Annotated[
        Count | None, says(f"The most pieces. Without this key {AT_MOST}, or at_least where that is more.")
    ] = None


class LetterDocument(Document):
    """A letter that goes with an application."""

    prompt: Annotated[Text, says("What the letter answers.")]
    min_words: Annotated[Count, says("How many words it has at least.")] = 0


class OpportunityDocument(Document):
    """competencies/opportunities/<id>.yml."""

    title: Annotated[Text, says("What the role is called.")]
    about: Annotated[Prose, says("What the role is, in a few sentences.")]
    closes: Annotated[
        Day | None, says("The last day on which people can apply. Afterwards it is listed as closed.")
    ] = None
    contact: Annotated[
        Contact | None,
        says("Where a packet goes: a web address, or mailto: and an e-mail address. It is only shown."),
    ] = None
    requires: Annotated[
        RuleDocument | None, says("What has to be earned, written as the rule of a pathway.")
    ] = None
    pathways: Annotated[tuple[Ref, ...], says("Pathways that have to be finished, all of them.")] = ()
    hours: Annotated[Amount, says("The least clock hours of professional learning.")] = 0
    evidence: Annotated[ChosenDocument, says("How many pieces of evidence an applicant chooses.")] = (
        ChosenDocument()
    )
    letter: Annotated[LetterDocument | None, says("A letter to write. Without this key none is asked.")] = (
        None
    )

    def model(self, opportunity_id: str, source: Pointer) -> Opportunity:
        """The opportunity as the core knows it."""
        chosen = self.evidence
        most = max(AT_MOST, chosen.at_least) if chosen.at_most is None else chosen.at_most
        return Opportunity(
            id=opportunity_id,
            title=self.title,
            about=self.about,
            closes=self.closes,
            contact=self.contact,
            requires=requirement(self.requires, source.down("requires")) if self.requires else None,
            pathways=tuple(Named(each, source.down("pathways", at)) for at, each in enumerate(self.pathways)),
            hours=self.hours,
            at_least=chosen.at_least,
            at_most=most,
            letter=Letter(self.letter.prompt, self.letter.min_words) if self.letter else None,
            source=source,
        )
