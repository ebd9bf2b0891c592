"""What a machine may know of a Markdown body without rendering it: sections, words, links, images."""

from __future__ import annotations

import re
import unicodedata

from proofolio.core.model.body import Body, Link, Picture, Section

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_PICTURE = re.compile(r"!\[(?P<alt>[^\]\n]*)\]\((?P<target><[^>\n]*>|[^)\s]*)(?:\s+\"[^\"\n]*\")?\)")
_LINK = re.compile(
    r"(?<!!)\[(?:[^\[\]\n]|\[[^\[\]\n]*\])*\]\((?P<target><[^>\n]*>|[^)\s]*)(?:\s+\"[^\"\n]*\")?\)"
)
_LINKED_PICTURE = re.compile(r"\]\([^)\s]*\)\]\((?P<target>[^)\s]*)\)")
_WIKI = re.compile(r"\[\[(?P<target>[^\[\]\n|]+)(?:\|[^\[\]\n]*)?\]\]")
_REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:\s*(?P<target>\S+)")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_MARKUP = re.compile(r"!\[[^\]]*\]\([^)]*\)|\]\([^)]*\)|<[^>]+>|https?://\S+")
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]")


def outline(text: str, line: int = 1) -> Body:
    """The body with its outline. ``line`` is where it starts within its file."""
    shown = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
    links: list[Link] = []
    pictures: list[Picture] = []
    heads: list[tuple[str, int, list[str]]] = []
    loose: list[str] = []
    fence = ""
    for number, row in enumerate(shown.split("\n"), line):
        mark = _FENCE.match(row)
        if mark and (not fence or row.strip().startswith(fence)):
            fence = "" if fence else mark.group(1)
            continue
        if fence:
            continue
        heading = _HEADING.match(row)
        if heading and len(heading.group(1)) == 2:
            heads.append((heading.group(2), number, []))
            continue
        plain = _CODE.sub(lambda found: " " * len(found.group()), row)
        _references(plain, number, links, pictures)
        if not heading:
            (heads[-1][2] if heads else loose).append(row)
    sections = tuple(
        Section(slug(title), _unmarked(title), at, count_words("\n".join(rows))) for title, at, rows in heads
    )
    words = count_words("\n".join(loose)) + sum(section.words for section in sections)
    return Body(text, line, words, sections, tuple(links), tuple(pictures))


def count_words(text: str) -> int:
    """How many words somebody wrote; addresses and markup are none, an ideograph is one."""
    bare = _MARKUP.sub(" ", text)
    ideographs = len(_IDEOGRAPH.findall(bare))
    return ideographs + len(_WORD.findall(_IDEOGRAPH.sub(" ", bare)))


def slug(title: str) -> str:
    """A heading as an id: lower case, words joined by hyphens, letters of any script kept."""
    text = unicodedata.normalize("NFKC", _unmarked(title)).lower()
    return "-".join(re.findall(r"[^\W_]+", text.replace("'", "").replace("’", "")))


def _unmarked(title: str) -> str:
    return re.sub(r"[*_`]|\{#[^}]*\}", "", title).strip()


def _references(row: str, number: int, links: list[Link], pictures: list[Picture]) -> None:
    """Collect the links and images of one line, with their columns."""
    for found in _PICTURE.finditer(row):
        pictures.append(Picture(found["target"].strip("<>"), found["alt"].strip(), number, found.start() + 1))
    for found in _WIKI.finditer(row):
        links.append(Link(found["target"].strip(), number, found.start() + 1, wiki=True))
    for pattern in (_LINK, _REFERENCE, _LINKED_PICTURE):
        for found in pattern.finditer(row):
            links.append(Link(found["target"].strip("<>"), number, found.start("target") + 1))
