"""A credential in an SVG: one element, the first in the picture (Open Badges 3.0, 5.3.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers.expat import ExpatError, ParserCreate

from proofolio.core.diagnostics.error import ProofolioError

NAMESPACES = ("https://purl.imsglobal.org/ob/v3p0", "https://purl.imsglobal.org/clr/v2p0")
_PREFIXES = ("openbadges", "clr")
_SVG = "http://www.w3.org/2000/svg svg"
_DEEPEST = 200
_HINT = "take the badge again from where it came from"


@dataclass
class _Found:
    """What a look through the picture gave. Places are in bytes."""

    root: int = -1
    depth: int = 0
    open: int = -1
    spans: list[tuple[int, int]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def bake_svg(image: bytes, text: str, *, clr: bool = False) -> bytes:
    """The picture with the text in it. What was baked in before is gone; all else stays byte for byte."""
    found = _look(image)
    for start, end in reversed(found.spans):
        image = image[:start] + image[end:]
    space, prefix = NAMESPACES[clr], _PREFIXES[clr]
    end = _end_of_tag(image, found.root)
    if image[end - 1 : end] == b"/":
        raise ProofolioError("this SVG picture is empty", _HINT)
    declared = f'xmlns:{prefix}="{space}"'.encode()
    tag = image[found.root : end]
    if declared not in tag:
        if f"xmlns:{prefix}=".encode() in tag:
            raise ProofolioError(f"this SVG picture uses the name {prefix} for something else", _HINT)
        tag += b" " + declared
    inside = text.replace("]]>", "]]\\u003e")
    element = f"<{prefix}:credential><![CDATA[{inside}]]></{prefix}:credential>".encode("ascii")
    return image[: found.root] + tag + b">" + element + image[end + 1 :]


def unbake_svg(image: bytes) -> bytes | None:
    """The text in a picture; None when there is none. Raises ProofolioError when it is not to be trusted."""
    found = _look(image)
    if not found.texts:
        return None
    if len(found.texts) > 1:
        raise ProofolioError(
            "this picture holds more than one credential", "nobody can tell which one counts"
        )
    return found.texts[0].strip().encode("utf-8")


def _look(image: bytes) -> _Found:
    """Read the picture without following anything it names. Raises ProofolioError when it is not an SVG."""
    found = _Found()
    parser = ParserCreate(encoding="UTF-8", namespace_separator=" ")
    parser.buffer_text = True
    wanted = {f"{space} credential" for space in NAMESPACES}

    def start(name: str, attributes: dict[str, str]) -> None:
        if found.depth == 0:
            found.root = parser.CurrentByteIndex
            if name != _SVG:
                raise ProofolioError("this file is not an SVG picture", _HINT)
        if found.depth > _DEEPEST:
            raise ProofolioError("this SVG picture is nested too deep", _HINT)
        if name in wanted:
            if found.depth != 1:
                raise ProofolioError("the credential in this picture is not where it belongs", _HINT)
            found.open = parser.CurrentByteIndex
            found.text = [attributes["verify"]] if attributes.get("verify") else []
        found.depth += 1

    def end(name: str) -> None:
        found.depth -= 1
        if name in wanted:
            stop = _end_of_tag(image, found.open)
            if image[stop - 1 : stop] != b"/":
                stop = _end_of_tag(image, parser.CurrentByteIndex)
            found.spans.append((found.open, stop + 1))
            found.texts.append("".join(found.text))
            found.open = -1

    def letters(text: str) -> None:
        if found.open >= 0:
            found.text.append(text)

    def refuse(*_: object) -> NoReturn:
        raise ProofolioError("this SVG picture brings definitions of its own (DOCTYPE)", _HINT)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = letters
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        image.decode("utf-8")  # in another encoding the places would not be those of the bytes
        parser.Parse(image, True)
    except (ExpatError, UnicodeError):
        raise ProofolioError("this SVG picture is damaged", _HINT) from None
    return found


def _end_of_tag(image: bytes, at: int) -> int:
    """Where the tag that begins at ``at`` has its ``>``; one in quotation marks is not it."""
    quote = 0
    for place in range(at, len(image)):
        letter = image[place]
        if quote:
            quote = 0 if letter == quote else quote
        elif letter in b"\"'":
            quote = letter
        elif letter == ord(">"):
            return place
    raise ProofolioError("this SVG picture is damaged", _HINT)
