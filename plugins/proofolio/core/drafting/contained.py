"""Somebody's answer as part of a file's body: it stays text, and reaches no further than its section."""

from __future__ import annotations

import re

_LONGEST_LINE = 4_000
_HEADING = re.compile(r"^ {0,3}(?P<signs>#{1,6})(?P<rest>.*)$")
_RULE = re.compile(r"^ {0,3}(?:-+|=+)[ \t]*$")
_CODE = re.compile(r"(?<!`)(?P<ticks>`{1,2})(?!`)[^`<\[\]\n]+(?P=ticks)(?!`)")
_FENCE = re.compile(r"^ {0,3}(?P<sign>`{3,}|~{3,})(?P<rest>[^\n]*)$")
_PICTURE = re.compile(r"!\[(?P<alt>[^\[\]\n]*)\]\((?P<url>https?://[^\s()<>\"'\\@]+)\)")
_IMAGE = re.compile(r"<img\b(?P<rest>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(?P<name>src|alt)\s*=\s*[\"'](?P<value>[^\"'<>]*)[\"']", re.IGNORECASE)
_AUTOLINK = re.compile(r"<(?P<url>https?://[^\s<>\"'\\@]+)>")
_LINK = re.compile(r"(?<![!\\\]])\[(?P<text>[^\[\]\n]+)\]\((?P<url>https?://[^\s()<>\"'\\@]+)\)")
_BRACKET = re.compile(r"(?<!\\)([\[\]])")
_MARK = "\x00{}\x00"
_MARKED = re.compile("\x00(\\d+)\x00")
_PUNCTUATION = re.compile(r"[\\`*_{}\[\]()#+\-!<>|~^=:&@/]")


def contained(text: str) -> str:
    """The answer with its paragraphs, lists, emphasis and web links, and nothing that leaves its place.

    Headings go below those of the sections, pictures become links, tags and links that lead nowhere
    are shown as they were written, a code block that is never closed is none.
    """
    kept: list[str] = []
    out: list[str] = []
    lines = [part for line in text.split("\n") for part in _wrapped(line)]
    closing = _fences(lines)
    inside: int | None = None
    for number, line in enumerate(lines):
        if inside is not None:
            out.append(line)
            inside = None if number == inside else inside
        elif number in closing:
            inside = closing[number]
            out.append(line)
        else:
            out.extend(_line(line, bool(out and out[-1].strip()), kept))
    return _MARKED.sub(lambda found: kept[int(found[1])], "\n".join(out)).strip("\n")


def literal(text: str) -> str:
    """The answer shown letter by letter as it was written: for one that cannot be taken in otherwise."""
    lines = (part for line in text.split("\n") for part in _wrapped(line.strip()))
    return "\n".join(_PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", line) for line in lines).strip(
        "\n"
    )


def _line(line: str, follows: bool, kept: list[str]) -> list[str]:
    """One line outside of code blocks; with an empty one before it, where it would underline a text."""
    fence = _FENCE.match(line)
    if fence:
        return [line.replace(fence["sign"], "\\" + fence["sign"], 1)]
    if _RULE.match(line):
        return ["", line.lstrip()] if follows else [line.lstrip()]
    heading = _HEADING.match(line)
    if heading:
        apart = not heading["rest"] or heading["rest"][0] in " \t"
        line = (heading["signs"].rjust(3, "#") if apart else "\\" + heading["signs"]) + heading["rest"]

    def keep(finished: str) -> str:
        kept.append(finished)
        return _MARK.format(len(kept) - 1)

    def picture(found: re.Match[str]) -> str:
        return keep(f"[{_words(found['alt']) or 'Picture'}]({found['url']})")

    def image(found: re.Match[str]) -> str:
        said = {each["name"].lower(): each["value"] for each in _ATTRIBUTE.finditer(found["rest"])}
        url = said.get("src", "")
        if not re.fullmatch(r"https?://[^\s()<>\"'\\@]+", url):
            return found[0]
        return keep(f"[{_words(said.get('alt', '')) or 'Picture'}]({url})")

    line = _PICTURE.sub(picture, line)
    line = _IMAGE.sub(image, line)
    line = _AUTOLINK.sub(lambda found: keep(found["url"]), line)
    line = _LINK.sub(lambda found: keep(f"[{_words(found['text'])}]({found['url']})"), line)
    line = _CODE.sub(lambda found: keep(found[0]), line)
    return [_BRACKET.sub(r"\\\1", line).replace("<", "&lt;")]


def _words(text: str) -> str:
    return re.sub(r"[\[\]<>`\\\x00]", "", _MARKED.sub("", text)).strip()


def _fences(lines: list[str]) -> dict[int, int]:
    """Where each code block begins and ends; one that is never closed is left out."""
    found: dict[int, int] = {}
    hopeless: set[str] = set()
    number = 0
    while number < len(lines):
        opened = _FENCE.match(lines[number])
        if (
            opened
            and opened["sign"][0] not in hopeless
            and not (opened["sign"][0] == "`" and "`" in opened["rest"])
        ):
            end = next((n for n in range(number + 1, len(lines)) if _closes(lines[n], opened["sign"])), None)
            if end is not None:
                found[number] = end
                number = end
            elif len(opened["sign"]) == 3:
                hopeless.add(opened["sign"][0])
        number += 1
    return found


def _closes(line: str, sign: str) -> bool:
    closed = _FENCE.match(line)
    return closed is not None and closed["sign"].startswith(sign) and not closed["rest"].strip()


def _wrapped(line: str) -> list[str]:
    """A line in pieces that a body may have, parted at spaces where there are any."""
    pieces = []
    while len(line) > _LONGEST_LINE:
        at = line.rfind(" ", 1, _LONGEST_LINE)
        at = at if at > 0 else _LONGEST_LINE
        pieces.append(line[:at])
        line = line[at:].lstrip(" ")
    return [*pieces, line]
