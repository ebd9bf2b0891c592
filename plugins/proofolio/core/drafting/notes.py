"""What people write behind the colons of a form: days, numbers, and links with a word before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote, urlsplit

from proofolio.core.model.artifact import ArtifactKind

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3,9}),? (\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})")
_NUMBER = re.compile(r"([-+]?\d{1,9}(?:[.,]\d{1,6})?)\s*(.*)", re.DOTALL)
_GROUPED = re.compile(r"[-+]?\d{1,3},\d{3}")
_URL = re.compile(r"https?://(?![^/?#\s\\]*@)[^\s()<>\"'\\\[\]]+")
_MARKUP = re.compile(r"!?\[(?P<words>[^\[\]\n]*)\]\((?P<url>[^\s()]+)\)")
_IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\b(?P<name>src|alt)\s*=\s*[\"'](?P<value>[^\"'<>]*)[\"']", re.IGNORECASE)
_ENDINGS = {
    ArtifactKind.IMAGE: ("png", "jpg", "jpeg", "gif", "webp", "heic"),
    ArtifactKind.VIDEO: ("mp4", "mov", "webm"),
    ArtifactKind.AUDIO: ("mp3", "m4a", "wav", "ogg"),
    ArtifactKind.DATA: ("csv", "xlsx", "ods", "tsv"),
    ArtifactKind.DOCUMENT: ("pdf", "docx", "odt", "txt", "md", "pptx", "odp"),
}
_MEANINGLESS = frozenset({"", "image", "video", "file", "picture", "photo"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of evidence as a form names it: what it is, what it is called, where it is."""

    kind: ArtifactKind
    title: str
    url: str


def behind_colons(text: str, labels: Iterable[str]) -> tuple[dict[str, str], str]:
    """What stands behind each label, and the lines that are none of them."""
    known = {_letters(each): each for each in labels}
    found: dict[str, str] = {}
    other = []
    for line in text.split("\n"):
        head, colon, tail = line.partition(":")
        label = known.get(_letters(head)) if colon else None
        if label is None or label in found:
            other.append(line)
        else:
            found[label] = tail.strip()
    return {label: each for label, each in found.items() if each}, "\n".join(other).strip()


def day(text: str) -> date | None:
    """A day as people write it; None for one that could be read in two ways (5/6/2026)."""
    text = " ".join(text.split()).rstrip(".")
    if found := _ISO.fullmatch(text):
        year, month, number = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        year, month, number = int(found[3]), _month(found[2]), int(found[1])
    elif found := _MONTH_FIRST.fullmatch(text):
        year, month, number = int(found[3]), _month(found[1]), int(found[2])
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def number(text: str) -> tuple[float, str] | None:
    """A number and the unit behind it; None when it is none, or could be two ("1,200")."""
    found = _NUMBER.fullmatch(" ".join(text.split()))
    if not found or _GROUPED.fullmatch(found[1]) or found[2][:1].isdigit():
        return None
    unit = found[2].strip()
    return float(found[1].replace(",", ".")), "percent" if unit == "%" else unit


def pieces(text: str) -> tuple[tuple[Piece, ...], str]:
    """The evidence that an answer names, and the lines that name none."""
    found: list[Piece] = []
    other = []
    for line in text.split("\n"):
        named = list(_named(line))
        found += (each for each in named if each.url not in {known.url for known in found})
        if not named:
            other.append(line)
    return tuple(found), "\n".join(other).strip()


def _named(line: str) -> Iterator[Piece]:
    """Each address in a line, with the words before it."""
    head, colon, tail = line.strip().lstrip("-*• ").partition(":")
    kind = next((each for each in ArtifactKind if each.value == "-".join(head.casefold().split())), None)
    rest = tail if colon and kind else line.strip().lstrip("-*• ")
    links = [(each["words"], each["url"]) for each in _MARKUP.finditer(rest)]
    for each in _IMAGE.finditer(rest):
        said = {found["name"].lower(): found["value"] for found in _ATTRIBUTE.finditer(each[0])}
        links.append((said.get("alt", ""), said.get("src", "")))
    bare = _IMAGE.sub(" ", _MARKUP.sub(" ", rest))
    links += [("", each[0].rstrip(".,;")) for each in _URL.finditer(bare)]
    words = " ".join(_URL.sub(" ", bare).split()).strip(" –-,;:")
    for text, url in links:
        if _URL.fullmatch(url):
            guessed = kind or _kind(text, url)
            label = next((each for each in (words, text) if each.strip().casefold() not in _MEANINGLESS), "")
            yield Piece(guessed, label or _name(url), url)


def _kind(words: str, url: str) -> ArtifactKind:
    endings = {each.rsplit(".", 1)[-1].lower() for each in (words, urlsplit(url).path) if "." in each}
    found = next((kind for kind, known in _ENDINGS.items() if endings & set(known)), None)
    pictured = "/user-attachments/assets/" in url
    return found or (
        ArtifactKind.IMAGE if pictured and words else ArtifactKind.VIDEO if pictured else ArtifactKind.LINK
    )


def _name(url: str) -> str:
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rsplit("/", 1)[-1])
    return last if "." in last else parts.hostname or "A link"


def _month(word: str) -> int:
    return next((at for at, each in enumerate(_MONTHS, 1) if word[:3].lower() == each), 0)


def _letters(text: str) -> str:
    return "".join(each for each in text.casefold() if each.isalnum())
