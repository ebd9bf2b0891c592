"""A record as files: one JSON document, and one table in each CSV file."""

from __future__ import annotations

import json
from collections.abc import Iterator

from proofolio.adapters.portable.parcel import RECORD, TABLES
from proofolio.adapters.reporting.table_csv import table_csv
from proofolio.core.recording.record import TABLES as COLUMNS
from proofolio.core.recording.record import Cell, Record


def record_files(record: Record) -> Iterator[tuple[str, str]]:
    """Each file's path in the package and its text. Tables without a row are left out."""
    yield RECORD, json.dumps(record.document(), ensure_ascii=False, indent=1) + "\n"
    for name, rows in record.tables.items():
        if rows:
            columns = COLUMNS[name]
            yield (
                f"{TABLES}/{name}.csv",
                table_csv(columns, ([_cell(row[key]) for key in columns] for row in rows)),
            )


def _cell(value: Cell) -> str | float | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value
