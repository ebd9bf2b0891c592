"""The issuer's keys and revocations, and the record of a credential from elsewhere."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from proofolio.adapters.files.documents.fields import Day, Document, Prose, Text, says
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.did import IssuerKey, IssuerKeys
from proofolio.core.model.external import Verified
from proofolio.core.model.revocation import Revocation

_ED25519 = re.compile(r"z6Mk[1-9A-HJ-NP-Za-km-z]{44}")


def _multikey(text: str) -> str:
    if not _ED25519.fullmatch(text):
        raise PydanticCustomError(reading.BAD_KEY_DOCUMENT.name, "this is not a public Ed25519 key (z6Mk…)")
    return text


class MethodDocument(BaseModel):
    """One public key of the issuer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    type: str
    controller: str
    multibase: Annotated[str, Field(alias="publicKeyMultibase"), AfterValidator(_multikey)]


class KeysDocument(BaseModel):
    """competencies/issuer/did.json, as ``proofolio keys new`` writes it (DID Core, Multikey)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    context: Annotated[list[str], Field(alias="@context")]
    id: str
    methods: Annotated[tuple[MethodDocument, ...], Field(alias="verificationMethod")]
    assertion: Annotated[tuple[str, ...], Field(alias="assertionMethod")]

    def trouble(self) -> str | None:
        """Why this is no key document, in words; None when it is one."""
        for each in self.methods:
            if each.type != "Multikey" or each.controller != self.id:
                return f"the key {each.id} is not one of {self.id}"
            if each.id != f"{self.id}#{each.multibase}":
                return f"the key {each.id} is not named by itself: {self.id}#{each.multibase}"
        known = {each.id for each in self.methods}
        stray = [each for each in self.assertion if each not in known]
        return f"the key {stray[0]} may sign, but it is not here" if stray else None

    def model(self, source: Pointer) -> IssuerKeys:
        """The keys that may sign, as the core knows them."""
        keys = tuple(IssuerKey(each.multibase) for each in self.methods if each.id in self.assertion)
        return IssuerKeys(self.id, keys, source)


class RevocationDocument(Document):
    """competencies/issuer/revocations/<date>-<words>.yml: a credential that no longer holds."""

    credential: Annotated[Text, says("The credential's own address, which is its id.")]
    reason: Annotated[Prose, says("Why it was revoked. Everybody can read it, on the credential's page.")]

    def model(self, on: date, source: Pointer) -> Revocation:
        """The revocation as the core knows it."""
        return Revocation(self.credential, on, self.reason, source)


class VerifiedDocument(Document):
    """portfolios/<person>/credentials/external/<words>.yml: what was found when it was checked."""

    verified: Annotated[Day, says("The day on which it was checked.")]
    key: Annotated[Text | None, says("The public key that it was signed with (z6Mk…).")] = None
    method: Annotated[Text | None, says("The key's own address, which says whose it is.")] = None
    checks: Annotated[tuple[Prose, ...], says("What was checked, and what was found, a sentence each.")] = ()

    def model(self) -> Verified:
        """The record as the core knows it."""
        return Verified(self.verified, self.key, self.method, self.checks)


class SignedDocument(BaseModel):
    """Any signed JSON document of which only that it is one matters here."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: str
    type: Any
    proof: list[dict[str, Any]] | dict[str, Any] | None = None
