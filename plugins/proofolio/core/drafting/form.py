"""Issue forms as data: what somebody fills in on a phone.

A form's answers come back as text under its labels, so the labels are what ties the two together.
The first field of each says which form it is: a title can be edited away, and a label may not exist.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

IDENTITY = "This form is for"
LOG = "My learning log (log-entry)"
KEEP, HAND_IN = "Keep it as a draft for now", "Hand it in for review"
CONSENT = "Everybody who can be seen or heard in what I attach has agreed to it."
LABEL = "portfolio"


class Control(StrEnum):
    """What a field looks like."""

    LINE = "input"
    AREA = "textarea"
    CHOICE = "dropdown"
    TICKS = "checkboxes"


@dataclass(frozen=True, slots=True)
class Field:
    """One field. ``label`` is unique in its form; ``value`` is what stands in it at first.

    ``options`` are the choices of a dropdown (the first is chosen when ``chosen``) or what can be ticked.
    """

    id: str
    control: Control
    label: str
    description: str | None = None
    placeholder: str | None = None
    value: str | None = None
    options: tuple[str, ...] = ()
    chosen: bool = False
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One form. ``file`` is its file's name, ``subject`` what its first field says that it is for."""

    file: str
    name: str
    description: str
    title: str
    subject: str
    fields: tuple[Field, ...]

    def field(self, field_id: str) -> Field | None:
        """The field with this id, or None."""
        return next((each for each in self.fields if each.id == field_id), None)


def distinct(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields with labels that no two of them share, however they are spelt: forges take no others."""
    seen: set[str] = set()
    kept = []
    for each in fields:
        plain = " ".join(each.label.split())
        label, number = plain, 1
        while (letters := "".join(filter(str.isalnum, label.casefold()))) in seen or not letters:
            number += 1
            label = f"{plain} ({number})"
        seen.add(letters)
        kept.append(replace(each, label=label))
    return tuple(kept)
