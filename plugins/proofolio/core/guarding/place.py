"""What kind of thing a changed path is, whoever changes it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from proofolio.core.diagnostics.finding import PORTFOLIOS
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.change import FileChange

REVIEWS, CREDENTIALS, IMPORTED = "reviews", "credentials", "imported"
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_OWN_STEPS = 2
"""``portfolios`` and the person: what lies deeper belongs to that person."""


class Kind(StrEnum):
    """The kinds of things that a change can be about; one change is about one of them."""

    EVIDENCE = "evidence"
    REVIEW = "a review"
    CREDENTIAL = "a credential"
    IMPORTED = "work from elsewhere"
    ADMINISTRATION = "administration"


@dataclass(frozen=True, slots=True)
class Touched:
    """A changed path with its kind. ``owner`` is the folder below ``portfolios`` that it lies in."""

    file: FileChange
    kind: Kind
    steps: tuple[str, ...]
    owner: str | None

    @property
    def where(self) -> Pointer:
        """The place that a finding names: always a path that can be shown."""
        return Pointer(shown(self.file.path))

    @property
    def is_new(self) -> bool:
        """Whether the path was not there before."""
        return self.file.before is None

    @property
    def is_gone(self) -> bool:
        """Whether the path is not there any more."""
        return self.file.after is None


def touched(file: FileChange) -> Touched:
    """Sort one changed path. What cannot be told from a record is taken for one."""
    steps = tuple(file.path.split("/"))
    alike = [folded(each) for each in steps]
    if alike[0] != PORTFOLIOS or len(steps) <= _OWN_STEPS:
        return Touched(file, Kind.ADMINISTRATION, steps, None)
    owner = steps[1] if steps[0] == PORTFOLIOS else None
    if alike[_OWN_STEPS] == IMPORTED:
        return Touched(file, Kind.IMPORTED, steps, owner)
    if REVIEWS in alike[_OWN_STEPS:]:
        return Touched(file, Kind.REVIEW, steps, owner)
    if CREDENTIALS in alike[_OWN_STEPS:]:
        return Touched(file, Kind.CREDENTIAL, steps, owner)
    return Touched(file, Kind.EVIDENCE, steps, owner)


def folded(step: str) -> str:
    """A name as the most forgiving computer takes it: without width, capitals or what is not seen."""
    plain = "".join(each for each in unicodedata.normalize("NFKC", step) if not is_unseen(each))
    return unicodedata.normalize("NFKC", plain.casefold()).strip(" ").rstrip(" .")


def is_unseen(character: str) -> bool:
    """Whether a character of a name shows nothing, or cannot be stored everywhere."""
    return unicodedata.category(character) in _UNSEEN


def shown(path: str) -> str:
    """A path as text that can be printed: what is not seen is spelt out."""
    plain = path.encode("utf-8", "backslashreplace").decode()
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in plain)
