"""What a machine may know of a Markdown body without rendering it: sections, words, links, images."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from html import unescape

from proofolio.adapters.files.mask import mask
from proofolio.core.model.body import Body, Link, Picture, Section

_HEADING = re.compile(r"^ {0,3}(?P<level>#{1,6})(?P<title>.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"^-+[ ]*$")

# A text in square brackets may run over a line's end, but never over a paragraph's.
_TEXT = r"(?:[^\[\]\n]|\n(?![ \t]*\n))"
# What is taken is never given back, so that no text makes the search take for ever. Groups are held
# by a look-ahead and a reference to it: before 3.11.5, Python's own ``(?:…)*+`` loses its place.
_TITLE = r"(?:\s*+(?<=\s)(?:\"[^\"\n]*\"|'[^'\n]*'))?"


def _held(name: str, pattern: str) -> str:
    """A group that, once matched, stays as it is."""
    return rf"(?=(?P<{name}>{pattern}))(?P={name})"


def _aim(name: str) -> str:
    """Where a link leads, in round brackets, with or without a title."""
    place = _held(name, r"<[^<>\n]*>|(?:[^()\s<]|\([^()\n]*\)|[ ](?![\"']))*")
    return rf"\(\s*+{place}{_TITLE}\s*+\)"


_INNER = rf"\[{_TEXT}*\](?:{_aim('inner')})?"
_PICTURE = re.compile(rf"!\[(?P<alt>{_TEXT}*)\]{_aim('target')}")
_LINK = re.compile(rf"(?<!!)\[{_held('words', rf'(?:{_TEXT}|{_INNER})*')}\]{_aim('target')}")
_WIKI = re.compile(r"\[\[(?P<target>[^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]\](?![(\[])")
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]*(?P<target>\S+)[^\n]*$", re.MULTILINE)
_BY_LABEL = re.compile(rf"(?P<sign>!?)\[(?P<text>{_TEXT}*)\](?:[ ]?\[(?P<label>[^\[\]\n]*)\])?(?![(:\[])")

_TAG = re.compile(r"<(?P<tag>img|a)(?=[\s/>])(?P<rest>[^<>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>src|alt|href)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'<>]+))",
    re.IGNORECASE,
)

_MARKUP = re.compile(r"!\[[^\[\]]*\]\([^()]*\)|\]\([^()]*\)|<[/!a-zA-Z][^<>]*>|https?://\S+")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]")


def outline(text: str, line: int = 1) -> Body:
    """The body with its outline. ``line`` is where it starts within its file."""
    masked = mask(text)
    heads: list[tuple[str, int, list[str]]] = []
    loose: list[str] = []
    rows = masked.shown.split("\n")
    for at, row in enumerate(rows):
        heading = _HEADING.match(row)
        if _is_underlined(rows, at):
            heads.append((row, line + at, []))
        elif heading and heading["level"] == "##" and heading["title"].strip():
            heads.append((heading["title"], line + at, []))
        elif not heading and not (_UNDERLINE.match(row) and at and _is_underlined(rows, at - 1)):
            (heads[-1][2] if heads else loose).append(row)
    sections = tuple(
        Section(slug(title), _unmarked(title), at, count_words("\n".join(below)))
        for title, at, below in heads
    )
    words = count_words("\n".join(loose)) + sum(section.words for section in sections)
    links, pictures = _references(masked.plain, line)
    return Body(text, line, words, sections, links, pictures)


def count_words(text: str) -> int:
    """How many words somebody wrote; addresses and markup are none, an ideograph is one."""
    bare = _MARKUP.sub(" ", text)
    if bare.isascii():
        return len(_WORD.findall(bare))
    # an accent or vowel sign that is a character of its own parts no word
    bare = "".join(each for each in bare if not unicodedata.category(each).startswith("M"))
    ideographs = len(_IDEOGRAPH.findall(bare))
    return ideographs + len(_WORD.findall(_IDEOGRAPH.sub(" ", bare)))


def slug(title: str) -> str:
    """A heading as an id: lower case, words joined by hyphens, letters of any script kept."""
    text = unicodedata.normalize("NFKC", _unmarked(title)).lower()
    return "-".join(re.findall(r"[^\W_]+", text.replace("'", "").replace("’", "")))


def _unmarked(title: str) -> str:
    return re.sub(r"[*_`]|\{#[^}]*\}", "", title).strip()


def _is_underlined(rows: list[str], at: int) -> bool:
    """Whether a row is a heading because the next one underlines it with hyphens."""
    starts = at == 0 or not rows[at - 1].strip() or _HEADING.match(rows[at - 1]) is not None
    row = rows[at].strip()
    return starts and bool(row.strip("-")) and at + 1 < len(rows) and bool(_UNDERLINE.match(rows[at + 1]))


def _references(plain: str, first_line: int) -> tuple[tuple[Link, ...], tuple[Picture, ...]]:
    """The links and images of a text, in the order of their places."""
    starts = [0, *(found.end() for found in re.finditer("\n", plain))]

    def place(offset: int) -> tuple[int, int]:
        row = bisect_right(starts, offset) - 1
        return first_line + row, offset - starts[row] + 1

    defined = {_label(found["label"]): found for found in reversed(list(_DEFINITION.finditer(plain)))}
    shown: set[str] = set()
    linked: set[str] = set()
    pictures = [
        Picture(_target(found["target"]), _flat(found["alt"]), *place(found.start()))
        for found in _PICTURE.finditer(plain)
    ]
    for found in _BY_LABEL.finditer(plain) if defined else ():
        label = _label(found["label"] or found["text"])
        if label in defined and found["sign"]:
            target = _target(defined[label]["target"])
            pictures.append(Picture(target, _flat(found["text"]), *place(found.start())))
        (shown if found["sign"] else linked).add(label)
    links = [
        Link(found["target"].strip(), *place(found.start()), wiki=True) for found in _WIKI.finditer(plain)
    ]
    links += [
        Link(_target(found["target"]), *place(found.start("target"))) for found in _LINK.finditer(plain)
    ]
    # A definition that only pictures use is told where the picture stands.
    links += [
        Link(_target(found["target"]), *place(found.start("target")))
        for label, found in defined.items()
        if label in linked or label not in shown
    ]
    for tag in _TAG.finditer(plain):
        said = _attributes(tag["rest"])
        if tag["tag"].lower() == "img":
            pictures.append(
                Picture(said.get("src", ""), _flat(said.get("alt", "")), *place(tag.start()), html=True)
            )
        elif "href" in said:
            links.append(Link(said["href"], *place(tag.start())))
    return (
        tuple(sorted(links, key=lambda each: (each.line, each.column))),
        tuple(sorted(pictures, key=lambda each: (each.line, each.column))),
    )


def _attributes(rest: str) -> dict[str, str]:
    """The attributes of a tag that matter here, by their names in small letters."""
    return {
        found["name"].lower(): unescape(found["double"] or found["single"] or found["bare"] or "").strip()
        for found in reversed(list(_ATTRIBUTE.finditer(rest)))
    }


def _label(text: str) -> str:
    return " ".join(text.split()).casefold()


def _flat(text: str) -> str:
    return " ".join(text.split())


def _target(text: str) -> str:
    return text.strip().removeprefix("<").removesuffix(">").strip()
