"""What a language has to know to say what the interface says; English knows it without a catalogue."""

from __future__ import annotations

from datetime import date
from typing import Protocol

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Tongue(Protocol):
    """One language. ``code`` is its BCP 47 tag, for ``lang``; messages are asked for by their English."""

    @property
    def code(self) -> str:
        """The language's tag, such as ``es``."""

    def text(self, message: str) -> str:
        """The message in this language, or as it is when there is no translation."""

    def plural(self, one: str, many: str, number: float) -> str:
        """The form that goes with the number."""

    def context(self, context: str, message: str) -> str:
        """The message where English has one word for two things; ``context`` says which is meant."""

    def day(self, on: date) -> str:
        """A day in words."""

    def month(self, on: date) -> str:
        """The day's month and year in words."""

    def number(self, value: float) -> str:
        """A figure as people write it, with at most two decimals."""


class English:
    """The language that messages are written in."""

    code = "en"

    def text(self, message: str) -> str:
        """The message as it is."""
        return message

    def plural(self, one: str, many: str, number: float) -> str:
        """The singular for exactly one."""
        return one if number == 1 else many

    def context(self, context: str, message: str) -> str:
        """The message as it is."""
        return message

    def day(self, on: date) -> str:
        """A day as people write it: ``5 October 2026``."""
        return f"{on.day} {self.month(on)}"

    def month(self, on: date) -> str:
        """A month as people write it: ``October 2026``."""
        return f"{_MONTHS[on.month - 1]} {on.year}"

    def number(self, value: float) -> str:
        """15, not 15.0; 4.8; 12,500."""
        rounded = round(value, 2)
        return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")
