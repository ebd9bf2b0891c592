"""Bytes as records of cells (CSV), whatever program wrote them, and back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from proofolio.adapters.interchange.size import MAX_FILE, must_be_small
from proofolio.core.converting.trouble import Trouble, Unreadable

Records = list[list[str]]
_TOLD = re.compile(r'"?sep=(?P<sign>[,;\t])"?\r?\n', re.IGNORECASE)
DELIMITERS = (",", ";", "\t")
ANSI = (
    "the file is not UTF-8, so it was read as Windows text (cp1252); look whether accents and "
    "quotation marks came out right"
)


@dataclass(frozen=True, slots=True)
class Table:
    """Records, and warnings on how they had to be read."""

    records: Records
    warnings: tuple[str, ...]


def table(data: bytes, fits: Callable[[Records], bool]) -> Table:
    """The records, parted at the sign with which they make sense (``fits``), else with the most columns.

    Raises ``Unreadable`` when this is no text, or a quotation mark is never closed.
    """
    must_be_small(data)
    text, warnings = decoded(data)
    told = _TOLD.match(text)  # Excel's own way to say what parts the cells
    if told:
        text = text[told.end() :]
    found = [_records(text, sign) for sign in ((told["sign"],) if told else DELIMITERS)]
    for each in found:
        if not isinstance(each, Trouble) and fits(each):
            return Table(each, warnings)
    good = [each for each in found if not isinstance(each, Trouble)]
    if not good:
        raise Unreadable([each for each in found[:1] if isinstance(each, Trouble)])
    return Table(max(good, key=lambda each: max(map(len, each), default=0)), warnings)


def must_be_parted(data: bytes) -> None:
    """Raises ``Unreadable`` when this is no text, or no records at its first line's most frequent sign."""
    text, _ = decoded(data)
    first = text.partition("\n")[0]
    sign = max(DELIMITERS, key=first.count)
    records = _records(text, sign) if sign in first else []
    if isinstance(records, Trouble):
        raise Unreadable([records])


def fits_any(data: bytes, fits: Callable[[Records], bool]) -> bool:
    """Whether the records make sense with any sign between the cells; never raises."""
    try:
        return fits(table(data, fits).records)
    except Unreadable:
        return False


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and, when it had to be guessed how it is stored, a warning."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _or_unreadable(data, "utf-16"), ()
    try:
        return _no_zeros(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError:
        return _or_unreadable(data, "cp1252"), (ANSI,)


def _or_unreadable(data: bytes, encoding: str) -> str:
    try:
        return _no_zeros(data.decode(encoding))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as “CSV UTF-8”"
        raise Unreadable([Trouble(f"line {line}", "this is no text that can be read", hint)]) from None


def _no_zeros(text: str) -> str:
    if "\x00" in text:
        raise Unreadable([Trouble("", "this is no text", "save it as “CSV UTF-8” or as .xlsx")])
    return text


def _records(text: str, sign: str) -> Records | Trouble:
    csv.field_size_limit(MAX_FILE)  # the file's own size is the measure: a picture may stand in a cell
    for strict in (True, False):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=strict)
        records: Records = []
        line = 1
        try:
            for record in reader:
                records.append(record)
                line = reader.line_num + 1
        except csv.Error as error:
            if "end of data" in str(error) or not strict:
                why = "a quotation mark is opened here and never closed"
                return Trouble(f"line {line}", why if strict else "this record cannot be read")
            continue
        return records
    return Trouble("", "the records cannot be told")


def written(records: Sequence[Sequence[str]], mark: bool) -> bytes:
    """Records as a CSV file in UTF-8, parted by commas; ``mark`` tells spreadsheet programs so."""
    into = io.StringIO(newline="")
    csv.writer(into, lineterminator="\r\n").writerows(records)
    return (b"\xef\xbb\xbf" if mark else b"") + into.getvalue().encode()
