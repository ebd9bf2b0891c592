"""A reviewer's own words, ready for a comment and for a file alike.

What is said in a comment is taken over into a file (``harvesting``), which tames it; these two write it so
that nothing is left to tame: the file that is written at once and the one that comes of the comment say
the same. A form in the browser (``assets/write/worded.js``) writes the same bytes.
"""

from __future__ import annotations

import re

from proofolio.core.drafting.answers import clean

LONGEST_STEP = 1_000
_LONGEST_ROW = 1_500
_NARROW = "\u200b"
_RUNS = re.compile(r"`{3,}|~{3,}")
_RULE = re.compile(r"[ \t]*[-=_*][ \t=_*-]*")
_HEADING = re.compile(r"[ \t]*(?=#)")
_DEPTH = re.compile(r"(?:[ \t]*[>*+-]){9,}[ \t]*")
_MENTION = re.compile(r"(?<![\w@/.])@(?=[A-Za-z0-9])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ROUND = re.compile(r"\({20,}")
_SIGN = re.compile(
    r"(?<![!\]])\[[^\s\[\]\\](?:[^\[\]\n\\]*[^\s\[\]\\])?\]\(https?://[^\s()<>\"'\\@\[\]]+\)"
    r"|\\[!-/:-@\[-`{-~]|[\[\]]"
)
"""A link to the web, a sign that is escaped already, or a bracket."""

_INNER = re.compile(r"(?<=[«‹])[ \u00a0\u202f]+|[ \u00a0\u202f]+(?=[»›])")
_LIKE_ASCII = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'")})
_WIDE = str.maketrans("：＝｜|＞，；➔➙➜➝➞➡", ":=//>,;→→→→→→", "\ufe0e\ufe0f")
_DRESS = re.compile(r"\*\*|__|``?|~~|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_OPEN = re.compile(r"[\s.…_?|<>\[\]-]*")


def worded(text: str) -> str:
    """Words as Markdown that stays in its place: emphasis, lists and links to the web are kept.

    Headings, code blocks, pictures, tags, mentions and links that lead elsewhere become plain text.
    """
    rows = (_row(row.rstrip()) for row in _rows(clean(text).replace(_NARROW, "")))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip("\n")


def step(text: str) -> str:
    """Something to do next as one line of plain text, at most 1,000 characters; "" when nothing is said.

    It is written just as a comment's reader gives it back: without emphasis, with straight quotation marks.
    """
    plain = " ".join(_INNER.sub("", clean(text).replace(_NARROW, "")).split())
    plain = _TAG.sub("‹", plain.translate(_LIKE_ASCII).translate(_WIDE))
    if len(plain) > LONGEST_STEP:
        plain = plain[: LONGEST_STEP - 1] + "…"
    before = None
    while before != plain:
        before, plain = plain, _bare(plain)
    return "" if _OPEN.fullmatch(plain) else plain


def _bare(text: str) -> str:
    """Once more without emphasis, mentions, and marks that close what was never opened."""
    plain = " ".join(_INNER.sub("", _MENTION.sub("", _DRESS.sub("", text))).split())
    if plain.count('"') % 2:
        plain = plain.strip('"')
    elif plain.count('"') == 2 and plain[0] == plain[-1] == '"':
        plain = plain[1:-1]
    if plain.endswith((")", "]")) and not any(sign in plain for sign in "(["):
        plain = plain.rstrip(")]")
    return plain


def _rows(text: str) -> list[str]:
    """The lines, with long ones in pieces."""
    rows = []
    for row in text.split("\n"):
        while len(row) > _LONGEST_ROW:
            at = row.rfind(" ", 1, _LONGEST_ROW)
            at = at if at > 0 else _LONGEST_ROW
            rows.append(row[:at])
            row = row[at:].lstrip(" ")
        rows.append(row)
    return rows


def _row(row: str) -> str:
    if _RULE.fullmatch(row):
        return "* * *" if len(row.strip()) > 1 else f"\\{row.strip()}"
    row = _DEPTH.sub("> ", row, count=1) if _DEPTH.match(row) else row
    row = _MENTION.sub("", _TAG.sub("&lt;", _RUNS.sub("''", row)))
    row = _SIGN.sub(_sign, _ROUND.sub("(", row))
    heading = _HEADING.match(row)
    return f"{heading[0]}\\{row[heading.end() :]}" if heading else row


def _sign(found: re.Match[str]) -> str:
    if len(found[0]) > 2:
        return found[0]
    parted = found[0][-1] == "]" and found.string[found.end() : found.end() + 1] in (":", "(")
    return f"\\{found[0][-1]}{' ' if parted else ''}"
