"""A reviewer's own words as the body of a file: still Markdown, and nothing that breaks the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_BODY = 20_000
LONGEST_LINE = 2_000
LONGEST_STEP = 1_000
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_RUNS = re.compile(r"`{3,}|~{3,}")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_RULE = re.compile(r"[ \t]*[-=_*][ \t=_*-]*$")
_HEADING = re.compile(r"^[ \t]{0,3}(#{1,6})(?=\s)")
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(alt|src)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)
_LINK = re.compile(r"!?\[(?P<text>[^\[\]\n]*)\]\(\s*<?(?P<target>[^\s()<>]*)>?(?:\s+[^()\n]*)?\)")
_SAFE_TARGET = re.compile(r"https?://[^\s\[\]<>\"\\()]+", re.IGNORECASE)
_MENTION = re.compile(r"(?<![\w@/.])@(?=[A-Za-z0-9])")
_DEPTH = re.compile(r"^(?:[ \t]*[>*+-]){9,}[ \t]*")


def body(text: str) -> str:
    """The text as a body of at most 20 kB: no tags, pictures, loud headings, mentions or odd characters."""
    plain = _HIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    made = re.sub(r"\n{3,}", "\n\n", "\n".join(_rows(plain.split("\n")))).strip("\n")
    return shortened(made, LONGEST_BODY)


def shortened(text: str, most: int) -> str:
    """A text of at most so many bytes, cut at a line's end where it is too long."""
    if len(text.encode("utf-8", "replace")) <= most:
        return text
    cut = text.encode("utf-8", "replace")[: most - 40].decode("utf-8", "ignore").rpartition("\n")[0]
    return f"{cut}\n{_closing(cut)}\n… (the rest was left out)"


def step(text: str) -> str:
    """A next step as plain text in one line."""
    plain = re.sub(r"\s+", " ", _HIDDEN.sub("", text)).strip()
    plain = _MENTION.sub("", re.sub(r"<(?=[A-Za-z/!])", "‹", plain))
    return plain if len(plain) <= LONGEST_STEP else plain[: LONGEST_STEP - 1] + "…"


def address(text: str | None) -> str | None:
    """An address that can stand in a file and in a link; None for anything else."""
    return text if text and len(text) < LONGEST_LINE and _SAFE_TARGET.fullmatch(text) else None


def quoted(text: str) -> str:
    """A text as a quotation."""
    return "\n".join(f"> {row}".rstrip() for row in text.split("\n"))


def code(text: str) -> str:
    """A short text shown as it is, wherever it stands."""
    return "`" + re.sub(r"\s+", " ", _HIDDEN.sub("", text)).replace("`", "'")[:200] + "`"


def _rows(rows: list[str]) -> Iterator[str]:
    """The rows, each tamed. Fences are written in the one form that every program takes for one."""
    fence = ""
    for row in rows:
        found = _FENCE.match(row)
        if fence and found and found[1].startswith(fence) and not row.strip(" \t`~"):
            yield fence
            fence = ""
        elif fence:
            # some programs take it for a link's address in a code block too
            yield _tame(_RUNS.sub("''", row).replace("]:", "] :"))
        elif found:
            fence = found[1][:3]
            yield fence
        else:
            yield _row(_RUNS.sub("''", row))
    if fence:
        yield fence


def _closing(text: str) -> str:
    """The fence that is still open at a text's end; "" when none is."""
    fence = ""
    for row in text.split("\n"):
        found = _FENCE.match(row)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and not row.strip(" \t`~"):
            fence = ""
    return fence


def _tame(row: str) -> str:
    """A row without what stops or stalls the program that makes the pages."""
    row = row.replace("<![", "< ![")
    row = re.sub(r"\[{8,}", "[", re.sub(r"\({20,}", "(", row))
    row = re.sub(r"(?:\[[^\[\]\n]{0,3}){20,}", "[", row)
    row = re.sub(r"\]\((?=\s*<?[a-z]+://\[)", "] (", row, flags=re.IGNORECASE)
    row = _DEPTH.sub("> ", row)
    return row if len(row) <= LONGEST_LINE else row[: LONGEST_LINE - 1] + "…"


def _row(row: str) -> str:
    if _RULE.fullmatch(row) and len(row.strip()) > 1:
        return "* * *"
    row = row.replace("]:", "] :")  # no line that says where another's link leads
    row = _HEADING.sub(lambda found: "#" * min(6, len(found[1]) + 3), row)
    row = _IMAGE_TAG.sub(_of_tag, row)
    for _ in range(3):  # a picture may stand in a link
        row = _LINK.sub(_link, row)
    row = re.sub(r"\]\((?!\s*<?https?://)", "] (", re.sub(r"\[(?=\[)", "[ ", row.replace("![", "[")))
    row = re.sub(r"<(?=[A-Za-z/!?])(?!https?://[^\s<>]+>)", "&lt;", row)
    return _tame(_MENTION.sub("", row))


def _of_tag(found: re.Match[str]) -> str:
    given = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(found[0])}
    return f"[{given.get('alt') or 'picture'}]({given.get('src', '')})"


def _link(found: re.Match[str]) -> str:
    text = found["text"].strip() or "link"
    return f"[{text}]({found['target']})" if _SAFE_TARGET.fullmatch(found["target"]) else text
