"""Lists and pairs within one cell, and cells that no spreadsheet program takes for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RISKY = re.compile(r"'*[=+\-@\t\r]")
_QUOTED = re.compile(r"'+[=+\-@\t\r]")


def safe(text: str) -> str:
    """A cell that is shown as it is: an apostrophe goes before what a program would calculate."""
    return f"'{text}" if _RISKY.match(text) else text


def unsafe(text: str) -> str:
    """What ``safe`` was given."""
    return text[1:] if _QUOTED.match(text) else text


def lines(cell: str) -> list[str]:
    """The lines of a cell that hold anything."""
    return [each.strip() for each in re.split(r"[\r\n]+", cell) if each.strip()]


def names(cell: str) -> list[str]:
    """The names in a cell, parted by line ends, semicolons or commas."""
    return [each.strip() for each in re.split(r"[\r\n;,]+", cell) if each.strip()]


def joined(parts: Iterable[str]) -> str:
    """Parts of one line, with bars between them."""
    return " | ".join(each.replace("\\", "\\\\").replace("|", "\\|") for each in parts)


def parts(line: str) -> list[str]:
    """The parts of a line; a bar behind a backslash is an ordinary one."""
    found = [""]
    escaped = False
    for each in line:
        if escaped:
            found[-1] += each if each in "\\|" else f"\\{each}"
            escaped = False
        elif each == "\\":
            escaped = True
        elif each == "|":
            found.append("")
        else:
            found[-1] += each
    if escaped:
        found[-1] += "\\"
    return [each.strip() for each in found]
