"""From bytes to text: UTF-8, one kind of line ending, no hidden characters; front matter apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading

# Controls, explicit direction overrides and isolates, separators that some programs take for line
# ends, the byte-order mark inside a text, and tag characters. Joiners and direction *marks* stay:
# Persian, Arabic, Hebrew and emoji need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)


@dataclass(frozen=True, slots=True)
class Split:
    """A Markdown file in two: the YAML between the dashes, and the body below."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def decode(data: bytes, file: str) -> str | Finding:
    """The file's text with ``\\n`` line ends and without a leading byte-order mark, or what is wrong."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        message = f"the file is not UTF-8 text (byte 0x{data[error.start]:02x})"
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            message = "the file is UTF-16 text, not UTF-8"
        return Finding(reading.NOT_UTF8, message, Pointer(file, line=line, column=column))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _HIDDEN.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - text.rfind("\n", 0, found.start())
        message = f"an invisible character (U+{ord(found.group()):04X}) stands here"
        return Finding(reading.HIDDEN_CHARACTER, message, Pointer(file, line=line, column=column))
    return text


def split(text: str, file: str) -> Split | Finding:
    """Front matter and body, or why they cannot be told apart. Nothing is ever guessed."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        hint = None
        first = next((number for number, line in enumerate(lines, 1) if line.strip()), 1)
        if lines[first - 1].strip() == "---":
            hint = "delete what stands before the first line of dashes: it must be the very first line"
        elif re.fullmatch(r"-{2,}|\+{3}", lines[0].strip()):
            hint = "the first line must be exactly three dashes: ---"
        where = Pointer(file, line=1, column=1)
        return Finding(reading.FRONT_MATTER_MISSING, "the file does not start with a line ---", where, hint)
    for number, line in enumerate(lines[1:], 2):
        if line.rstrip() in ("---", "..."):
            return Split("\n".join(lines[1 : number - 1]), 2, "\n".join(lines[number:]), number + 1)
    hint = "add a line --- after the last setting"
    return Finding(
        reading.FRONT_MATTER_UNCLOSED,
        "the front matter is never closed",
        Pointer(file, line=1, column=1),
        hint,
    )
