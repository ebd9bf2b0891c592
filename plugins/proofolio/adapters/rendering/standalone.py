"""One person's site that opens from the file system: no server, no network, no script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from proofolio.adapters.rendering.badges import BadgeMaker
from proofolio.adapters.rendering.publication import Made, Publisher
from proofolio.adapters.rendering.shell import STYLE, Cover, Shell
from proofolio.adapters.rendering.stylesheet import standalone_style
from proofolio.core.model import address
from proofolio.core.publishing.page import Badge, Publication, SitePlan

_INDEXES = (
    *(address.LANDING, address.BROWSER, address.LIBRARY, address.PATHWAYS, address.COURSES),
    *(address.DIRECTORY, address.VERIFY, address.SEARCH, address.THEMES, address.OPPORTUNITIES),
    address.FIGURES,
)
_HOSTED = ".ob2.json"
"""Open Badges 2.0 count only where their issuer shows them, so here they would be nothing but puzzling."""


def write_standalone(plan: SitePlan, cover: Cover, source: Path, target: Path) -> tuple[int, int]:
    """Write the site below ``target``: how many pages and files.

    ``source`` is the folder that holds the plan's files. All goes along that the portfolio's page leads
    to, but the indexes of everything that the organisation has: a page to which nothing leads would only
    puzzle whoever finds its file.
    """
    files, pictures = _own_files(plan, source, target)
    pages = tuple(each for each in plan.pages if each.uri not in _INDEXES)
    shown = SitePlan(pages, tuple(each for each in plan.files if each.uri in files), ())
    made = dict(_made(plan, source))
    shell = Shell(shown, cover, pictures, files | made.keys())
    by_uri = {each.uri: each for each in pages}
    ahead = [address.of_person(cover.person)]
    written: set[str] = set()
    while ahead:
        uri = ahead.pop()
        if uri in written or (uri not in by_uri and uri not in made):
            continue
        written.add(uri)
        if uri in made:
            for place, data in made[uri]():
                _write(target / place, data)
        else:
            html, further = shell.html(by_uri[uri])
            _write(target / shell.place(uri), html.encode())
            ahead.extend(further)
    _write(target / STYLE, standalone_style())
    return len(written & by_uri.keys()), len(files) + len(written & made.keys())


def _own_files(plan: SitePlan, source: Path, target: Path) -> tuple[set[str], dict[str, tuple[int, int]]]:
    """Write the person's files, made safe: their URIs, and the pixels of pictures."""
    files, pictures = set(), {}
    publisher = Publisher(source)
    for each in plan.files:
        made = publisher.make(each)
        if isinstance(made, Made):
            _write(target / each.uri, made.data)
            files.add(each.uri)
            if made.size:
                pictures[each.uri] = made.size
    return files, pictures


Making = Callable[[], Iterator[tuple[str, bytes]]]


def _made(plan: SitePlan, source: Path) -> Iterator[tuple[str, Making]]:
    """What is copied or drawn once a page asks for it, by URI."""
    publisher, badges = Publisher(source), BadgeMaker(source)

    def copied(each: Publication) -> Iterator[tuple[str, bytes]]:
        data = publisher.copy(each)
        if isinstance(data, bytes):
            yield each.uri, data

    def drawn(each: Badge, uri: str) -> Iterator[tuple[str, bytes]]:
        yield from (made for made in badges.make(each) if made[0] == uri)

    for signed in plan.signed:
        yield signed.uri, partial(copied, signed)
    for document in plan.documents:
        if document.uri.endswith(_HOSTED):
            continue
        yield document.uri, partial(iter, [(document.uri, document.content.encode())])
    for badge in plan.badges:
        for uri in (f"{badge.uri}.svg", f"{badge.uri}.png"):
            yield uri, partial(drawn, badge, uri)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
