"""Credentials of the ledger: only what the pages need; the signature is for ``verify``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from proofolio.adapters.files.documents.fields import says
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.credential import Credential


def _one_day(value: Any) -> Any:
    """The day of an RFC 3339 date-time (VC Data Model 2.0, 4.9), as written, in its own zone."""
    return datetime.fromisoformat(value).date() if isinstance(value, str) else value


Moment = Annotated[date, BeforeValidator(_one_day), WithJsonSchema({"type": "string", "format": "date-time"})]
"""A date-time, of which only the day counts here."""


class CredentialDocument(BaseModel):
    """portfolios/<person>/credentials/<id>.json: an Open Badges 3.0 credential.

    Open, unlike the other documents: the standard allows more members than are read here.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    id: Annotated[str, says("The credential's own address.")]
    type: Annotated[
        tuple[str, ...], Field(min_length=1, description="What it is, in the words of the standard.")
    ]
    name: Annotated[str, says("What was earned.")]
    issuer: Annotated[dict[str, Any] | str, says("Who issued it.")]
    valid_from: Annotated[
        Moment,
        Field(alias="validFrom", description="From when it is valid; its day is that of the award."),
    ]
    valid_until: Annotated[
        Moment | None,
        Field(
            alias="validUntil",
            description="The last day on which it is valid. Without this member, for ever.",
        ),
    ] = None
    awarded_date: Annotated[
        Moment | None,
        Field(
            alias="awardedDate",
            description="The day of the award, where a correction is valid from later on.",
        ),
    ] = None
    credential_subject: Annotated[
        dict[str, Any], Field(alias="credentialSubject", description="Who earned what.")
    ]
    proof: Annotated[list[dict[str, Any]] | dict[str, Any] | None, says("The signature, or several.")] = None

    def model(self, person: str, name: str, document: dict[str, Any], source: Pointer) -> Credential:
        """The credential as the core knows it. ``name`` is its file's, without the ending."""
        return Credential(
            person=person,
            achievement=name.partition(".")[0],
            id=self.id,
            name=self.name,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            signed=bool(self.proof),
            source=source,
            document=document,
            awarded_on=self.awarded_date,
        )
