"""The kinds of values that people write, each with its rule and its wording in the JSON Schema."""

from __future__ import annotations

import base64
import re
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError

from proofolio.adapters.files.places import MAX_ID, is_id
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.duration import Duration

Data = dict[str, Any]
_LENGTH = 4
"""Bytes that tell how long what follows is, in SSH's way of writing."""


class Document(BaseModel):
    """The shape of one file, or of a part of it: closed, so that a misspelt key is noticed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _plain(text: str) -> str:
    if re.search(r"[<>\n\t]", text.strip()):
        raise PydanticCustomError(
            reading.NOT_PLAIN_TEXT.name, "this text must be plain: no <, > or line break"
        )
    return text.strip()


def _not_empty(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError(reading.MISSING_KEY.name, "there is no text here")
    return text


def _prose(text: str) -> str:
    if re.search(r"<[a-zA-Z/!]", text):
        raise PydanticCustomError(reading.NOT_PLAIN_TEXT.name, "this text must be plain: no tags")
    return re.sub(r"\s+", " ", text).strip()


def _id(text: str) -> str:
    if not is_id(text):
        raise PydanticCustomError(reading.BAD_ID.name, "'{text}' is not a valid id", {"text": text})
    return text


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        usable = (
            parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", text)
        )
    except ValueError:
        usable = False
    if not usable:
        raise PydanticCustomError(reading.BAD_ADDRESS.name, "'{text}' is not a web address", {"text": text})
    return text


def contact(text: str) -> str:
    """A web address, or ``mailto:`` with one e-mail address and nothing behind it."""
    if re.fullmatch(r"mailto:[^\s@<>\"'?&%,;:\\]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", text):
        return text
    return _address(text)


def _duration(text: str) -> str:
    if Duration.parse(text) is None:
        raise PydanticCustomError(reading.BAD_DURATION.name, "'{text}' is not a duration", {"text": text})
    return text


def _timecode(value: object) -> object:
    """Whole seconds, from a time as players show it. The YAML reader keeps 1:05 as the text that it is."""
    found = re.fullmatch(r"(?:([0-9]{1,2}):([0-5][0-9])|([0-9]{1,3})):([0-5][0-9])", str(value).strip())
    if isinstance(value, bool) or not found:
        raise PydanticCustomError(
            reading.BAD_TIME.name, "'{text}' is not a time in a recording", {"text": str(value)}
        )
    hours, minutes, longer, seconds = (int(each or 0) for each in found.groups())
    return hours * 3600 + (minutes + longer) * 60 + seconds


def _digest(text: str) -> str:
    if not re.fullmatch(r"sha256:[0-9a-f]{64}", text):
        raise PydanticCustomError(reading.BAD_DIGEST.name, "'{text}' is not a digest", {"text": text})
    return text


def _signing_key(text: str) -> str:
    """A line as ``ssh-keygen`` writes it: the kind, the key (which names its kind again), a comment."""
    kind, _, rest = text.strip().partition(" ")
    name = kind.encode()
    try:
        key = base64.b64decode("".join(rest.split()[:1]), validate=True)
    except ValueError:
        key = b""
    whole = key.startswith(len(name).to_bytes(4, "big") + name) and len(key) > len(name) + _LENGTH
    if not kind or not whole or "\n" in text.strip():
        raise PydanticCustomError(reading.BAD_SIGNING_KEY.name, "this is not one public SSH key")
    return text


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    raise PydanticCustomError(reading.BAD_DATE.name, "'{text}' is not a date", {"text": str(value)})


def _flag(value: object) -> object:
    """The YAML reader keeps ``yes`` and ``no`` as words; only here is it sure that they are answers."""
    return {"yes": True, "no": False}.get(value.lower(), value) if isinstance(value, str) else value


Text = Annotated[str, Strict(), AfterValidator(_not_empty), AfterValidator(_plain)]
"""One line of plain text: titles, names, short notes."""

Prose = Annotated[str, Strict(), AfterValidator(_not_empty), AfterValidator(_prose)]
"""Plain text of any length; white space is folded, ``<`` may stand for "less than"."""

Id = Annotated[
    str,
    Strict(),
    AfterValidator(_id),
    Field(json_schema_extra={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MAX_ID}),
]
"""A lower-case kebab-case id."""

Ref = Annotated[str, Strict(), AfterValidator(_not_empty), AfterValidator(_plain)]
"""The id of something else; whether it exists is a question of meaning, not of shape."""

Address = Annotated[
    str,
    Strict(),
    AfterValidator(_address),
    Field(json_schema_extra={"format": "uri", "pattern": "^https?://"}),
]
"""A web address, http or https."""

Span = Annotated[str, Strict(), AfterValidator(_duration), Field(json_schema_extra={"pattern": "^P"})]
"""An ISO 8601 duration."""

Digest = Annotated[
    str, Strict(), AfterValidator(_digest), Field(json_schema_extra={"pattern": "^sha256:[0-9a-f]{64}$"})
]
"""The digest of a submission or a rubric."""

SigningKey = Annotated[
    str, Strict(), AfterValidator(_not_empty), AfterValidator(_signing_key), AfterValidator(_prose)
]
"""A public SSH key, one line."""

Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
"""A calendar day, written 2026-10-05."""

Timecode = Annotated[
    int,
    BeforeValidator(_timecode),
    WithJsonSchema({"type": "string", "pattern": "^([0-9]{1,2}:[0-5][0-9]|[0-9]{1,3}):[0-5][0-9]$"}),
]
"""How far into a recording, written 12:40 or 1:02:33; in whole seconds."""

Number = Annotated[float, Strict(), Field(allow_inf_nan=False)]
Amount = Annotated[float, Strict(), Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Strict(), Field(ge=0)]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    Strict(),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no"]}]}),
]
"""Yes or no, in the words that people use: true, false, yes, no."""


def none_yet(value: object) -> object:
    """A key with nothing behind it yet, where keys and values will follow, is an empty set of them."""
    return {} if value is None else value


Kept = dict[str, dict[str, Any]]
"""What another format has and we have not, by the format's name; written back on export."""


def says(words: str) -> Any:
    """What a key holds, in the reader's words: editors show it, and so does the page about the files."""
    return Field(description=words)
