"""The scripts that stand in a page itself, exactly as a browser would hash them."""

from __future__ import annotations

from html.parser import HTMLParser


def inline_scripts(html: str) -> tuple[str, ...]:
    """The text of every script element that runs; data blocks and files by ``src`` do not count."""
    finder = _Finder()
    finder.feed(html)
    finder.close()
    return tuple(finder.found)


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        runs = (given.get("type") or "text/javascript") in ("text/javascript", "module")
        self.inside = tag == "script" and "src" not in given and runs
        if self.inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = False
