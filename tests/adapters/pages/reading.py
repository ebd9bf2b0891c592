"""Reads a finished page the way a browser would, and notes what the tests ask about."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "col", "wbr"}


@dataclass
class Element:
    """An element with its attributes and what it stands in, outermost first.

    What stands around and inside is left out of `repr`: every element would write out the whole page, and a
    failing assertion gigabytes.
    """

    tag: str
    attributes: dict[str, str | None]
    around: tuple[Element, ...] = field(repr=False, compare=False)
    inside: list[Element] = field(default_factory=list, repr=False, compare=False)
    words: str = field(default="", repr=False)

    def get(self, name: str) -> str:
        """An attribute's value; empty when there is none."""
        return self.attributes.get(name) or ""


class Reading(HTMLParser):
    """All elements of a page; complains about what is not closed or closed wrongly."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.faults: list[str] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{each.tag}> is never closed" for each in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        element = Element(tag, dict(attrs), tuple(self._open))
        self.elements.append(element)
        for each in self._open:
            each.inside.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(f"</{tag}> closes {[each.tag for each in self._open[-2:]]}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Note words, for everything that they stand in."""
        for each in self._open:
            each.words += data

    def all(self, *tags: str) -> list[Element]:
        """Every element with one of these tags, in order."""
        return [each for each in self.elements if each.tag in tags]
