"""Excel workbooks as grids of text: nothing is calculated, unpacked without measure, or followed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from openpyxl import Workbook, load_workbook  # type: ignore[import-untyped]
from openpyxl.styles import Alignment, Font, PatternFill  # type: ignore[import-untyped]
from openpyxl.utils import get_column_letter, range_boundaries  # type: ignore[import-untyped]

from proofolio.adapters.interchange.size import MIB, must_be_small
from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.diagnostics.error import ProofolioError

Grid = list[list[str]]
MAX_UNPACKED = 60 * MIB
MAX_PARTS = 500
MAX_ROWS, MAX_COLUMNS = 20_001, 300
MAX_MERGED = 2_000
MAX_CELL = 32_767
"""Characters that Excel keeps in one cell."""
_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SAVE = "open it in a spreadsheet program and save it as .xlsx or as CSV UTF-8"
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z0-9:$]{3,24})\"")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>]")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_WIDE, _NARROW = 46, 18


@dataclass(slots=True)
class Sheet:
    """One visible sheet: its name, its cells as text, and warnings on how they had to be read."""

    title: str
    grid: Grid
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Book:
    """The visible sheets of a workbook, and warnings about the whole."""

    sheets: tuple[Sheet, ...]
    warnings: tuple[str, ...]


def is_workbook(data: bytes) -> bool:
    """Whether this is meant to be a workbook; also of a kind that cannot be read."""
    return data.startswith((_ZIP, _OLD))


def read_workbook(data: bytes) -> Book:
    """The sheets. Raises ``Unreadable`` for what is no workbook, too large, or not safe to open."""
    must_be_small(data)
    if data.startswith(_OLD):
        why = "this is a workbook of the old kind (.xls), or one that is locked with a password"
        raise Unreadable([Trouble("", why, _SAVE)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _measured(archive)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        return _book(book, parts)
    except Unreadable:
        raise
    except Exception as error:  # openpyxl raises nearly everything on a damaged file
        why = f"the workbook is damaged ({type(error).__name__})"
        raise Unreadable([Trouble("", why, _SAVE)]) from None


def _measured(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """The sheets' XML by path, once it is known that nothing unpacks to too much or defines entities."""
    found = archive.infolist()
    if len(found) > MAX_PARTS or sum(each.file_size for each in found) > MAX_UNPACKED:
        why = f"it unpacks to more than {MAX_UNPACKED // MIB} MiB or {MAX_PARTS} parts"
        raise Unreadable([Trouble("", why, "save only the sheet with the framework, as CSV UTF-8")])
    if any(each.flag_bits & 1 for each in found):
        raise Unreadable([Trouble("", "it is locked with a password", "save it without one")])
    names = {each.filename for each in found}
    if "mimetype" in names or (
        "xl/workbook.xml" not in names and not any("workbook" in each for each in names)
    ):
        raise Unreadable([Trouble("", "this is an archive, but no Excel workbook", _SAVE)])
    sheets = {}
    for each in found:
        if each.filename.endswith((".xml", ".rels")):
            text = archive.read(each)
            plain = text.replace(b"\x00", b"")  # what is stored as UTF-16 has a zero in every second place
            if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
                raise Unreadable([Trouble(each.filename, "it defines entities, as no workbook does", _SAVE)])
            if "worksheets/" in each.filename:
                sheets[each.filename] = text
    return sheets


def _book(book: Any, parts: dict[str, bytes]) -> Book:
    sheets, warnings = [], []
    for found in book.worksheets:
        if found.sheet_state != "visible":
            warnings.append(f"sheet '{found.title}' is hidden, so it is left out")
            continue
        sheets.append(_sheet(found, parts.get(str(getattr(found, "_worksheet_path", "")).lstrip("/"), b"")))
    return Book(tuple(sheets), tuple(warnings))


def _sheet(found: Any, xml: bytes) -> Sheet:
    sheet = Sheet(str(found.title), [])
    found.reset_dimensions()
    dates: list[str] = []
    for number, row in enumerate(
        found.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1, values_only=True), 1
    ):
        cells = [_cell(value, f"{get_column_letter(at)}{number}", dates) for at, value in enumerate(row, 1)]
        while cells and not cells[-1]:
            cells.pop()
        sheet.grid.append(cells)
    while sheet.grid and not sheet.grid[-1]:
        sheet.grid.pop()
    if len(sheet.grid) > MAX_ROWS or any(len(row) > MAX_COLUMNS for row in sheet.grid):
        why = f"it has more than {MAX_ROWS:,} rows or {MAX_COLUMNS} columns"
        raise Unreadable(
            [Trouble(f"sheet '{sheet.title}'", why, "split it into one file for each framework")]
        )
    _spread(sheet, xml)
    if dates:
        shown = ", ".join(dates[:5]) + (f" and {len(dates) - 5} more" if len(dates) > 5 else "")
        sheet.warnings.append(
            f"sheet '{sheet.title}': Excel has turned what was written in {shown} into a date; if it was a "
            "number such as 1.2, format the cell as text and write it again"
        )
    if formulas := len(_FORMULA.findall(xml)):
        sheet.warnings.append(
            f"sheet '{sheet.title}': {formulas} cells hold a formula; what Excel last saw there is read, "
            "nothing is calculated"
        )
    return sheet


def _cell(value: object, place: str, dates: list[str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time | timedelta):
        dates.append(place)
        return value.date().isoformat() if isinstance(value, datetime) else str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _spread(sheet: Sheet, xml: bytes) -> None:
    """Merged cells hold their text in the first one; each of them is meant."""
    ranges = _MERGED.findall(xml)
    done = 0
    for each in ranges[:MAX_MERGED]:
        left, top, right, bottom = range_boundaries(each.decode().replace("$", ""))
        if None in (left, top, right, bottom):
            continue
        rows = sheet.grid[top - 1 : bottom]
        text = rows[0][left - 1] if rows and len(rows[0]) >= left else ""
        done += 1
        if text and left == right:
            for row in rows[1:]:
                row.extend([""] * (left - len(row)))
                row[left - 1] = row[left - 1] or text
    if done:
        sheet.warnings.append(
            f"sheet '{sheet.title}': {done} groups of cells are merged; their text counts for each row of "
            "the group"
        )


def write_workbook(sheets: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    """A workbook in which every cell is text: no program turns 1.10 into 1.1 or calculates anything."""
    book = Workbook()
    book.remove(book.active)
    titles: set[str] = set()
    for title, grid in sheets:
        sheet = book.create_sheet(_title(title, titles))
        for number, row in enumerate(grid, 1):
            heading = len(row) > 2 and row[:3] == ["Competency id", "Code", "Title"]
            for position, text in enumerate(row, 1):
                if len(text) > MAX_CELL:
                    message = f"'{text[:40]}…' is longer than the {MAX_CELL:,} characters of an Excel cell"
                    raise ProofolioError(message, "export the framework as csv")
                cell = sheet.cell(number, position)
                cell.value = _ILLEGAL.sub(" ", text)
                cell.data_type, cell.number_format = "s", "@"
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                if heading or position == 1:
                    cell.font = Font(bold=True)
                if heading:
                    cell.fill = PatternFill("solid", fgColor="E8EEF4")
            if heading:
                sheet.freeze_panes = sheet.cell(number + 1, 4)
        for position, width in _widths(grid):
            sheet.column_dimensions[get_column_letter(position)].width = width
    into = io.BytesIO()
    book.save(into)
    return into.getvalue()


def _widths(grid: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    columns = max((len(row) for row in grid), default=0)
    for position in range(columns):
        longest = max((len(row[position]) for row in grid if len(row) > position), default=0)
        yield position + 1, _WIDE if longest > 2 * _NARROW else _NARROW


def _title(title: str, titles: set[str]) -> str:
    """A name for a sheet, as Excel allows it."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", title).strip(" '")[:28] or "Sheet"
    chosen, number = plain, 1
    while chosen.lower() in titles:
        number += 1
        chosen = f"{plain[:25]} {number}"
    titles.add(chosen.lower())
    return chosen
