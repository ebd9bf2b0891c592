"""Whether a single value can be signed where it stands."""

from __future__ import annotations

import math
import re

from proofolio.adapters.signing.fault import Trouble
from proofolio.adapters.signing.vocabulary import NUMBERS, Term, Vocabulary

Why = tuple[Trouble, str]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f<>\"{}|\\^`\ud800-\udfff]+")
_EXACT = 2**53
"""Above it JSON numbers are not the same number in every language."""


def trouble_in(value: object, term: Term, words: Vocabulary) -> Why | None:
    """Why this value of a term cannot be signed; None when it can."""
    if isinstance(value, str):
        return trouble_in_text(value) or _as_text(value, term, words)
    if isinstance(value, bool):
        fits = term.type is None or term.xsd == "boolean"
        return None if fits else (Trouble.SHAPE, "true or false stands where a text is meant")
    if isinstance(value, int | float):
        return _as_number(value, term)
    return Trouble.SHAPE, f"a {type(value).__name__} is nothing that JSON has"


def trouble_in_text(value: str) -> Why | None:
    """A character that some programs would sign and others not; None without one."""
    found = _CONTROL.search(value)
    if found:
        code = ord(found[0])
        return Trouble.CHARACTER, f"holds the invisible control character U+{code:04X}: take it out"
    if _SURROGATE.search(value):
        return Trouble.CHARACTER, "holds half of a character, which no file can store: write it anew"
    return None


def trouble_in_address(value: object) -> Why | None:
    """Why this is no full address (an absolute IRI); None when it is one."""
    if not isinstance(value, str):
        return Trouble.ADDRESS, "an address is meant here"
    found = trouble_in_text(value)
    if found:
        return found
    if not value:
        return Trouble.EMPTY, "is empty where an address is meant"
    if _ABSOLUTE.fullmatch(value):
        return None
    return (
        Trouble.ADDRESS,
        f"'{value[:80]}' is not a full address: write it with https://, or as a did or urn",
    )


def _as_text(value: str, term: Term, words: Vocabulary) -> Why | None:
    if term.type == "@id":
        return trouble_in_address(value)
    if term.type == "@vocab" and (words.meaning(value) or "@").startswith("@"):
        return Trouble.WORD, f"'{value[:80]}' is not a word that the contexts define"
    if term.xsd in NUMBERS:
        return Trouble.SHAPE, "a number is written without quotation marks"
    if term.xsd == "boolean":
        return Trouble.SHAPE, "true and false are written without quotation marks"
    return None


def _as_number(value: int | float, term: Term) -> Why | None:
    if not math.isfinite(value):
        return Trouble.NUMBER, "is not a finite number"
    if isinstance(value, int) and abs(value) > _EXACT:
        return Trouble.NUMBER, "is too large to be the same number everywhere"
    if value == 0 and math.copysign(1, value) < 0:
        return Trouble.NUMBER, "minus zero is not the same number everywhere: write 0"
    fits = term.type is None or term.xsd in NUMBERS
    return None if fits else (Trouble.SHAPE, "a number stands where a text is meant")
