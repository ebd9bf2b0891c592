"""What a browser would see in rendered HTML, read with the standard library's own parser."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

_ELEMENTS = (
    "p br hr div section ul ol li dl dt dd blockquote pre code kbd samp var em strong b i u s del ins "
    "sub sup small mark abbr cite q dfn time ruby rt rp bdi wbr span a img figure figcaption details "
    "summary table caption colgroup col thead tbody tfoot tr th td h1 h2 h3 h4 h5 h6"
)
_ATTRIBUTES = (
    "id title dir lang href src alt width height loading rel class start reversed value align colspan "
    "rowspan scope datetime open"
)
ELEMENTS, ATTRIBUTES = frozenset(_ELEMENTS.split()), frozenset(_ATTRIBUTES.split())
CLASSES = re.compile(r"prose|footnote|footnote-ref|footnote-backref|not-shown|language-[A-Za-z0-9+#.\-]+")


class Inspection(HTMLParser):
    """Collects what must never be in a page; ``faults`` is empty when all is well."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag}>")
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append((tag, attributes))
        for name, value in attributes.items():
            if fault := _fault(tag, name, value):
                self.faults.append(f"<{tag} {name}={value!r}>: {fault}")
        if tag == "a" and "href" in attributes and attributes.get("rel") != "noopener nofollow ugc":
            self.faults.append(f"<a href={attributes['href']!r}> without rel")
        if tag == "img" and attributes.get("loading") != "lazy":
            self.faults.append("<img> that is not lazy")

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.faults.append(f"comment {data!r}")

    def handle_decl(self, decl: str) -> None:
        self.faults.append(f"declaration {decl!r}")

    unknown_decl = handle_decl

    def handle_pi(self, data: str) -> None:
        self.faults.append(f"instruction {data!r}")


def _fault(tag: str, name: str, value: str) -> str | None:
    if name not in ATTRIBUTES:
        return "attribute not allowed"
    if name == "id" and not value.startswith("user-content-"):
        return "id not prefixed"
    if name == "class" and not CLASSES.fullmatch(value):
        return "class not allowed"
    if name == "title" and re.search("[<>]", value):
        return "markup in a tooltip"
    # As a browser reads it: no tabs or line breaks, nothing around.
    address = re.sub(r"[\t\n\r]", "", value).strip("".join(map(chr, range(33))))
    if name == "src" and not address.startswith("/site/"):
        return "not a picture of ours"
    if name == "href":
        if address.startswith("#"):
            return None if address.startswith("#user-content-") else "fragment not prefixed"
        if not re.match(r"/site/|https?://[^/\\]|mailto:", address):
            return "address not allowed"
    return None


@pytest.fixture(scope="session")
def inspect() -> type[Inspection]:
    return Inspection
