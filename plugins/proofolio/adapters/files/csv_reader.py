"""A CSV table as people export it, with the place of every cell."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.survey import MALFORMED_CSV

_TROUBLE = {
    "unexpected end of data": "a quotation mark is never closed",
    "',' expected after": "something stands behind a closing quotation mark",
    "';' expected after": "something stands behind a closing quotation mark",
    "field larger": "a cell is far too long",
}
MOST_COLUMNS = 200
"""More than any survey has. A row's places are looked for one by one, which must not take for ever."""
_QUOTE = '"'
_BEGUN, _PLAIN, _QUOTED, _ENDED = "begun", "plain", "quoted", "ended"
"""Where in a cell a sign stands; a quotation mark behind an ended quotation takes it up again."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell, without the space around it, and where it begins."""

    text: str
    where: Pointer


@dataclass(frozen=True, slots=True)
class Table:
    """The headings, and the rows below them. Every row has a cell for each heading."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def read_csv(text: str, file: str) -> Table | Finding:
    """A table from text with ``\\n`` line ends, or why it cannot be read.

    Cells are parted by commas, or by semicolons, as spreadsheets write them where the comma is for
    decimals. Whatever stands in a cell is only text. Rows in which nothing stands are passed over.
    """
    rows: list[tuple[Cell, ...]] = []
    for found in _records(text, file):
        if isinstance(found, Finding):
            return found
        if not any(each.text for each in found):
            continue
        if rows and len(found) != len(rows[0]):
            message = f"this row has {len(found)} cells, and there are {len(rows[0])} headings"
            return Finding(MALFORMED_CSV, message, found[0].where)
        rows.append(found)
    return Table(rows[0] if rows else (), tuple(rows[1:]))


def _records(text: str, file: str) -> Iterator[tuple[Cell, ...] | Finding]:
    lines = text.split("\n")
    parted = ";" if ";" in lines[0] and "," not in lines[0] else ","
    reader = csv.reader((f"{each}\n" for each in lines), delimiter=parted, strict=True)
    first = 0
    while True:
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            why = next((told for known, told in _TROUBLE.items() if known in str(error)), str(error))
            where = Pointer(file, line=first + 1, column=1)
            yield Finding(MALFORMED_CSV, f"the row that begins here cannot be read: {why}", where)
            return
        if len(values) > MOST_COLUMNS:
            message = f"this row has {len(values)} cells, and {MOST_COLUMNS} are the most"
            yield Finding(MALFORMED_CSV, message, Pointer(file, line=first + 1, column=1))
            return
        raw = "\n".join(lines[first : reader.line_num])
        places = _begins(raw, parted)
        yield tuple(
            Cell(value.strip(), _place(raw, at, first, file))
            for value, at in zip(values, places, strict=False)
        )
        first = reader.line_num


def _begins(raw: str, parted: str) -> list[int]:
    """Where each cell of a row begins, in characters from the beginning of the row."""
    found, state = [0], _BEGUN
    for at, sign in enumerate(raw):
        if sign == _QUOTE and state is not _PLAIN:
            state = _ENDED if state is _QUOTED else _QUOTED
        elif sign == parted and state is not _QUOTED:
            found.append(at + 1)
            state = _BEGUN
        elif state is not _QUOTED:
            state = _PLAIN
    return found


def _place(raw: str, at: int, first: int, file: str) -> Pointer:
    above = raw.count("\n", 0, at)
    return Pointer(file, line=first + 1 + above, column=at - raw.rfind("\n", 0, at))
