"""Write the tables about sheets in docs/guides/frameworks.md: python -m tests.house.sheet_tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from proofolio.core.converting.sheet.layout import HEAD, LEVELS, TABLE, Column

PAGE = Path(__file__).parents[2] / "docs" / "guides" / "frameworks.md"


def made(page: str) -> str:
    """The page with its tables made afresh."""
    table = [*TABLE[:9], Column("", "(a level)", LEVELS), *TABLE[9:]]
    for name, first, columns in (("head", "Row", HEAD), ("table", "Column", table)):
        mark = re.compile(rf"(<!-- sheet-{name} -->\n).*?(<!-- /sheet-{name} -->)", re.DOTALL)
        tables = _rows(first, columns)
        page = mark.sub(partial(_between, tables), page)
    return page


def _between(tables: str, found: re.Match[str]) -> str:
    return f"{found[1]}{tables}{found[2]}"


def _rows(first: str, columns: Sequence[Column]) -> str:
    head = f"\n| {first} | What it says |\n| --- | --- |\n"
    return head + "".join(f"| {each.header} | {each.says} |\n" for each in map(_safe, columns)) + "\n"


def _safe(column: Column) -> Column:
    return Column(column.key, column.header, column.says.replace("|", "\\|").replace("*", "\\*"))


if __name__ == "__main__":
    PAGE.write_text(made(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
