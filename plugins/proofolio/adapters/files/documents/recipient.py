"""An e-mail address that can be confirmed and not read."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, Strict
from pydantic_core import PydanticCustomError

from proofolio.adapters.files.documents.fields import Document, says
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.person import HashedEmail

_HASH, _SALT = r"sha256\$[0-9a-f]{64}", r"[0-9a-f]{16,128}"


def hashed(value: object) -> object:
    """Refuse an address that stands there in clear, without repeating it."""
    if isinstance(value, str):
        raise PydanticCustomError(reading.EMAIL_NOT_HASHED.name, "an e-mail address belongs here only hashed")
    return value


def _hash(text: str) -> str:
    if not re.fullmatch(_HASH, text):
        raise PydanticCustomError(
            reading.EMAIL_NOT_HASHED.name, "this is not a hash as proofolio recipient prints it"
        )
    return text


def _salt(text: str) -> str:
    if not re.fullmatch(_SALT, text):
        raise PydanticCustomError(
            reading.EMAIL_NOT_HASHED.name, "the salt must be at least 16 hexadecimal digits"
        )
    return text


class HashedEmailDocument(Document):
    """The two values that a wallet needs to confirm an address."""

    hash: Annotated[
        str,
        Strict(),
        AfterValidator(_hash),
        Field(json_schema_extra={"pattern": f"^{_HASH}$"}),
        says("sha256$ and the SHA-256 of the address, in lower case, and the salt."),
    ]
    salt: Annotated[
        str,
        Strict(),
        AfterValidator(_salt),
        Field(json_schema_extra={"pattern": f"^{_SALT}$"}),
        says("Random hexadecimal digits, at least 16 of them."),
    ]

    def model(self) -> HashedEmail:
        """The address as the core knows it."""
        return HashedEmail(self.hash, self.salt)
