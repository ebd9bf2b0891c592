"""The guide about frameworks says what the sheet really has."""

from __future__ import annotations

from tests.house.sheet_tables import PAGE, made

from proofolio.adapters.interchange.formats import FORMATS


def test_the_tables_are_as_made() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == made(page), "python -m tests.house.sheet_tables"


def test_every_format_is_named() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`{each}`" in page for each in FORMATS)
