"""A day in words, the same on every page and under every locale."""

from __future__ import annotations

from datetime import date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(on: date) -> str:
    """A day as people write it: ``5 October 2026``."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
