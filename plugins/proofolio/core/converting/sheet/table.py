"""The table: which column is which, and the rows of each competency together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from proofolio.core.converting.plain import line
from proofolio.core.converting.sheet.head import Head, Row, levels
from proofolio.core.converting.sheet.layout import TABLE, marked, table_key
from proofolio.core.converting.trouble import Trouble
from proofolio.core.model.framework import Level

_HEADERS = {each.key: each.header for each in TABLE}
ROWWISE = ("criterion", "indicator")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where everything stands in a row; ``others`` are columns that nobody knows, by header."""

    known: Mapping[str, int]
    levels: Mapping[str, int]
    others: Mapping[str, int]

    def cell(self, row: Sequence[str], key: str) -> str:
        """A cell by its column's key; "" when there is none."""
        return at(row, self.known.get(key, -1))


@dataclass(slots=True)
class Entry:
    """A competency's rows, the first with its own facts; ``number`` is that row's."""

    number: int
    row: Sequence[str]
    rows: list[Row] = field(default_factory=list)


def at(row: Sequence[str], position: int) -> str:
    """A cell by position, however long the row is."""
    return row[position].strip() if 0 <= position < len(row) else ""


def columns(header: Row, head: Head, where: str) -> Columns:
    """The columns of a header. Without a row of levels above, they are read off the header itself."""
    number, row = header
    known: dict[str, int] = {}
    unknown: list[int] = []
    for position, cell in enumerate(row):
        key = table_key(cell)
        if key is None:
            if cell.strip():
                unknown.append(position)
        elif key in known:
            place = f"{where}row {number}"
            head.troubles.append(Trouble(place, f"the column '{_HEADERS[key]}' stands there twice"))
        else:
            known[key] = position
    if not head.levels:
        start = known.get("indicator", known.get("criterion", -1)) + 1
        run = [
            each
            for offset, each in enumerate(u for u in unknown if u >= start)
            if start and each == start + offset
        ]
        if run or any(marked(row[each])[1] for each in unknown):
            run = run or unknown
            head.levels = levels([row[each] for each in run], (), head, where)
    found = _match(row, unknown, head.levels)
    rest = [each for each in unknown if each not in found.values()]
    return Columns(known, found, {row[each].strip(): each for each in rest})


def _match(row: Sequence[str], unknown: Sequence[int], scale: Sequence[Level]) -> dict[str, int]:
    """The column of each level, by its name or id."""
    found: dict[str, int] = {}
    for position in unknown:
        name = line(marked(row[position])[0]).casefold()
        whole = line(row[position]).casefold()
        for level in scale:
            if level.id not in found and (
                name in (level.title.casefold(), level.id) or whole == level.title.casefold()
            ):
                found[level.id] = position
                break
    return found


def entries(rows: Sequence[Row], known: Columns) -> list[Entry]:
    """The competencies: a row with a new title, id or code begins one, others continue the one above."""
    found: list[Entry] = []
    for number, row in rows:
        own = [known.cell(row, key) for key in ("id", "code", "title")]
        same = found and all(
            not each or each == known.cell(found[-1].row, key)
            for each, key in zip(own, ("id", "code", "title"), strict=True)
        )
        if not found or (any(own) and not same):
            found.append(Entry(number, row))
        found[-1].rows.append((number, row))
    return found
