"""Tables as CSV that a spreadsheet opens without running anything."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    """The table (RFC 4180, with a heading and CRLF). Text that a spreadsheet would take for a formula gets
    an apostrophe before it; numbers stay numbers; None is an empty cell.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(columns)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return target.getvalue()


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_STARTS_FORMULA) else value
    return f"{value:.2f}".rstrip("0").rstrip(".")
