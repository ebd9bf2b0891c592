"""Private keys where everybody could read them."""

from __future__ import annotations

import re

_WORDS = (b"PRIVATE KEY", b"AGE-SECRET-KEY-1", b"KeyMultibase", b'"kty"', b"PuTTY-User-Key-File")
_FORMS = (
    re.compile(rb"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"),
    re.compile(rb"AGE-SECRET-KEY-1[0-9A-Z]{20}"),
    re.compile(rb"\b(?:secret|private)KeyMultibase\b\"?'?\s*[:=]"),
    re.compile(rb"\"kty\"(?=[^{}]*\"d\"\s*:)|\"d\"\s*:(?=[^{}]*\"kty\")"),
    re.compile(rb"^PuTTY-User-Key-File-\d", re.MULTILINE),
)


def holds_private_key(content: bytes) -> bool:
    """Whether a private key stands in these bytes, in one of the forms in which programs write them."""
    return any(word in content for word in _WORDS) and any(form.search(content) for form in _FORMS)
