"""Rows of Moodle's file of competency frameworks, whatever the order and number of its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.diagnostics.suggestion import did_you_mean

NAME = "moodle"
COLUMNS = {
    "parentidnumber": "Parent ID number",
    "idnumber": "ID number",
    "shortname": "Short name",
    "description": "Description",
    "descriptionformat": "Description format",
    "scalevalues": "Scale values",
    "scaleconfiguration": "Scale configuration",
    "ruletype": "Rule type (optional)",
    "ruleoutcome": "Rule outcome (optional)",
    "ruleconfig": "Rule config (optional)",
    "relatedidnumbers": "Cross-referenced competency ID numbers",
    "exportid": "Exported ID (optional)",
    "isframework": "Is framework",
    "taxonomy": "Taxonomy",
}
"""The columns by the names that Moodle's program has for them, with the headers of today's version."""
FREE = (
    "descriptionformat",
    "scalevalues",
    "scaleconfiguration",
    "ruletype",
    "ruleoutcome",
    "ruleconfig",
    "exportid",
    "isframework",
    "taxonomy",
)
"""Columns that say nothing which our files say too: they are kept and written back as they were."""
REQUIRED = ("idnumber", "shortname", "isframework")
_LATER = ("relatedidnumbers", "exportid")
"""Columns that the first version did not have."""
_ALIASES = {
    "parentid": "parentidnumber",
    "id": "idnumber",
    "name": "shortname",
    "crossreferencedcompetencyids": "relatedidnumbers",
    "crossreferencedcompetencyidnumbers": "relatedidnumbers",
    "related": "relatedidnumbers",
    "crossreferences": "relatedidnumbers",
    "exportedid": "exportid",
    "taxonomies": "taxonomy",
}
LIMIT = 20_000
"""Rows in one file."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as spreadsheets count (the header is 1), its cells by column, and other cells."""

    number: int
    cells: Mapping[str, str]
    extra: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def is_framework(self) -> bool:
        """Whether the row is a framework's own."""
        return self["isframework"].strip().lower() not in ("", "0", "false", "no")

    @property
    def name(self) -> str:
        """How people find the row: its ID number, or else its name."""
        return self["idnumber"].strip() or self["shortname"].strip() or f"row {self.number}"


def column_of(header: str) -> str | None:
    """The column that a header stands for; None for one that Moodle does not know."""
    plain = re.sub(r"[^a-z]", "", re.sub(r"\(.*?\)", "", header.lower()))
    plain = _ALIASES.get(plain, plain)
    return plain if plain in COLUMNS else None


def is_header(record: Sequence[str]) -> bool:
    """Whether a record looks like the header of such a file."""
    found = {column_of(each) for each in record}
    return {"idnumber", "isframework"} <= found and bool(found & {"shortname", "parentidnumber"})


def ordered_as_exported(records: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The columns by their order, for a header in another language than English; none if it is no such file.

    Moodle names the columns in the language of whoever exports; their order is always the same.
    """
    for order in (tuple(COLUMNS), tuple(each for each in COLUMNS if each not in _LATER)):
        own, form = order.index("isframework"), order.index("descriptionformat")
        below = [each for each in records[1:] if any(cell.strip() for cell in each)]
        if (
            records
            and len(records[0]) == len(order)
            and below
            and all(len(each) == len(order) for each in below)
            and all(each[form].strip() in ("", "0", "1", "2", "4") for each in below)
            and {each[own].strip() for each in below} <= {"", "0", "1"}
            and any(each[own].strip() == "1" for each in below)
        ):
            return order
    return ()


def read_rows(records: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], tuple[Row, ...], tuple[str, ...]]:
    """The headers as written, the rows below that hold anything, and warnings.

    Raises ``Unreadable`` when the columns cannot be told.
    """
    headers = tuple(each.strip() for each in records[0]) if records else ()
    warnings = []
    if records and not is_header(records[0]) and (order := ordered_as_exported(records)):
        warnings.append(
            "the first row names the columns in no words that are known here, so they were told by their "
            "order; an export names them in English"
        )
        headers = tuple(COLUMNS[each] for each in order)
    columns = [column_of(each) for each in headers]
    troubles = [
        Trouble("row 1", f"the column '{COLUMNS[each]}' is missing", _hint(headers, each))
        for each in REQUIRED
        if each not in columns
    ]
    twice = {each for each in columns if each and columns.count(each) > 1}
    troubles += [
        Trouble("row 1", f"the column '{COLUMNS[each]}' stands there twice", "delete one of them")
        for each in sorted(twice)
    ]
    if len(records) > LIMIT + 1:
        troubles.append(Trouble("", f"there are {len(records)} rows (at most {LIMIT})", "split the file"))
    if troubles:
        raise Unreadable(troubles)
    rows = []
    for number, record in enumerate(records[1:], 2):
        if not any(each.strip() for each in record):
            continue
        if any(each.strip() for each in record[len(headers) :]):
            warnings.append(f"row {number} has more cells than there are columns; the last ones are left out")
        filled = (*record[: len(headers)], *([""] * (len(headers) - len(record))))
        pairs = list(zip(columns, headers, filled, strict=True))
        rows.append(
            Row(
                number,
                {column: cell for column, _, cell in pairs if column},
                {header: cell for column, header, cell in pairs if not column and cell.strip()},
            )
        )
    return headers, tuple(rows), tuple(warnings)


def _hint(headers: Sequence[str], column: str) -> str:
    near = did_you_mean(COLUMNS[column], headers)
    return near or "the first row must name the columns, as Moodle's own export does (in English)"
