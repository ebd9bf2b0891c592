"""The layout of a framework on a sheet: which rows and columns there are, and what each is for.

The template, the guide and the reader all go by this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

NAME = "sheet"
MARK = "*"
"""Stands behind the level from which on it is good enough."""
REMARK = "#"
"""A row that begins with it is for people only."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table, or one row above it. ``key`` is the name in the competency's file."""

    key: str
    header: str
    says: str


HEAD = (
    Column("title", "Framework", "The framework's name. The sheet begins with this row."),
    Column(
        "id", "Framework id", "The name of its folder, such as foundational. Made of the name if left out."
    ),
    Column("version", "Version", "Which edition this is, such as 2026.1."),
    Column("description", "Description", "What the framework is and for whom."),
    Column("vision", "Vision", "The shared vision that it serves, in a sentence or two."),
    Column("source", "Source title", "Where it comes from, if it is adopted or adapted."),
    Column("publisher", "Source publisher", "Who published that."),
    Column("url", "Source address", "Its web address."),
    Column("licence", "Source licence", "Under which licence it may be used, such as CC-BY-4.0."),
    Column(
        "levels",
        "Levels",
        "The scale, a cell for each level, lowest first. A * behind one: from here on, it is good enough.",
    ),
    Column("level-ids", "Level ids", "What ratings call the levels. Made of their names if left out."),
    Column("domain", "Domain", "A row for each family of competencies: its id, its name, what it is about."),
    Column(
        "set",
        "Set",
        "A row for each named part of the framework: its id, its name, and “all” if everything builds on it.",
    ),
)
"""The rows above the table: a name in the first cell, its values in the cells beside it."""

TABLE = (
    Column(
        "id", "Competency id", "The name of its file, such as pace-a-unit. Made of the title if left out."
    ),
    Column(
        "code", "Code", "What people call it by, such as A.2. Format the column as text, or 1.10 becomes 1.1."
    ),
    Column("title", "Title", "What an educator can do, in a few words."),
    Column("domain", "Domain", "The name or id of the domain to which it belongs."),
    Column("sets", "Sets", "The names or ids of its sets, each in a line of its own."),
    Column("statement", "Statement", "What an educator who has it does, in a sentence."),
    Column("why", "Why it matters", "Reasons, with references."),
    Column(
        "criterion",
        "Criterion",
        "One row for each criterion; further ones go below, with the cells to the left empty.",
    ),
    Column("indicator", "Indicator", "What one would see, in a sentence."),
    Column(
        "prerequisites", "Prerequisites", "Ids of competencies that come before, each in a line of its own."
    ),
    Column("related", "Related", "Ids of competencies that belong beside it."),
    Column("themes", "Themes", "Words of your own, such as equitable."),
    Column("pitfalls", "Pitfalls", "Common misunderstandings, each in a line of its own, as “id: text”."),
    Column("practice", "Practice", "Things to try where nothing is at stake, written like pitfalls."),
    Column("exemplars", "Exemplars", "Examples, a line each: title | address | kind | what to look for."),
    Column("resources", "Resources", "Things to read or watch, a line each: title | address."),
    Column(
        "alignments",
        "Alignments",
        "Other frameworks, a line each: framework | competency there | exact, broader, narrower or related.",
    ),
    Column("replaced_by", "Replaced by", "The id of the competency that took its place."),
)
"""The columns of the table; the levels' own columns stand behind ``Indicator``."""

LEVELS = "One column for each level, headed by its name: what one sees there. Describe every level, or none."
_HEAD_KEYS = {each.header.lower(): each.key for each in HEAD}
_TABLE_KEYS = {each.header.lower(): each.key for each in TABLE} | {
    "competency": "title",
    "id": "id",
    "why": "why",
    "criteria": "criterion",
    "indicators": "indicator",
    "prerequisite": "prerequisites",
    "theme": "themes",
    "set": "sets",
}


def head_key(cell: str) -> str | None:
    """Which row above the table a first cell names."""
    return _HEAD_KEYS.get(cell.strip().rstrip(":").strip().lower())


def table_key(cell: str) -> str | None:
    """Which column a header names; None for a level's, or one that nobody knows."""
    return _TABLE_KEYS.get(" ".join(cell.lower().split()))


def is_table(row: Sequence[str]) -> bool:
    """Whether a row is the header of the table."""
    keys = {table_key(each) for each in row}
    return "title" in keys and len(keys - {None}) >= 2 and head_key(row[0] if row else "") != "title"


def is_sheet(grid: Sequence[Sequence[str]]) -> bool:
    """Whether a grid of cells looks like a framework."""
    top = [row for row in grid[:60] if row]
    return any(head_key(row[0]) == "title" for row in top) or any(
        is_table(row) and {"statement", "criterion", "domain", "id"} & {table_key(each) for each in row}
        for row in top
    )


def marked(cell: str) -> tuple[str, bool]:
    """A level's name, and whether it is marked as the threshold."""
    text = re.sub(r"^level:\s*", "", cell.strip(), flags=re.IGNORECASE)
    return (text.removesuffix(MARK).strip(), True) if text.endswith(MARK) else (text, False)
