"""Credentials of the ledger: only what the pages need; the signature is for ``verify``."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.credential import Credential


def _one_day(value: Any) -> Any:
    """The day of an RFC 3339 date-time (VC Data Model 2.0, 4.9), as written, in its own zone."""
    return datetime.fromisoformat(value).date() if isinstance(value, str) else value


class CredentialDocument(BaseModel):
    """portfolios/<person>/credentials/<id>.json: an Open Badges 3.0 credential.

    Open, unlike the other documents: the standard allows more members than are read here.
    """

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)

    id: str
    type: Annotated[tuple[str, ...], Field(min_length=1)]
    name: str
    issuer: dict[str, Any] | str
    valid_from: Annotated[date, Field(alias="validFrom"), BeforeValidator(_one_day)]
    valid_until: Annotated[date | None, Field(alias="validUntil"), BeforeValidator(_one_day)] = None
    credential_subject: Annotated[dict[str, Any], Field(alias="credentialSubject")]
    proof: list[dict[str, Any]] | dict[str, Any] | None = None

    def model(self, person: str, achievement: str, source: Pointer) -> Credential:
        """The credential as the core knows it."""
        return Credential(
            person=person,
            achievement=achievement,
            id=self.id,
            name=self.name,
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            signed=bool(self.proof),
            source=source,
        )
