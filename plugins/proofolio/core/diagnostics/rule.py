"""A named rule: what can be wrong with a contributed file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error withholds the document, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding, with what its page in the documentation says.

    Attributes:
        name: kebab-case, stable for ever; part of the documentation's address.
        title: one line, what is wrong.
        why: why it matters, in the reader's words.
        fix: what to do about it.
        severity: error or warning.
        waits: it is for somebody else to decide, in their own time, so it fails no check.
    """

    name: str
    title: str
    why: str
    fix: str
    severity: Severity = Severity.ERROR
    waits: bool = False
