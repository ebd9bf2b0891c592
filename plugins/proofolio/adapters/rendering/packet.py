"""The packet of an application as files: one document that opens from the file system, and what it names."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from proofolio.adapters.rendering.badges import BadgeMaker
from proofolio.adapters.rendering.pages import PageRenderer, environment
from proofolio.adapters.rendering.policy import insert
from proofolio.adapters.rendering.publication import Made, Publisher
from proofolio.adapters.rendering.running import running
from proofolio.adapters.rendering.shell import NOWHERE, POLICY, settled
from proofolio.adapters.rendering.stylesheet import standalone_style
from proofolio.core.publishing.packet import place
from proofolio.core.publishing.page import SitePlan

_LATER = ' loading="lazy"'
"""A picture that waits until it is seen would be missing on paper."""


def write_packet(plan: SitePlan, person: str, source: Path, target: Path) -> tuple[str, ...]:
    """Write the packet below ``target``: the paths of its files. ``source`` holds the plan's files."""
    made: dict[str, bytes] = {}
    pictures: dict[str, tuple[int, int]] = {}
    publisher = Publisher(source)
    for each in plan.files:
        found = publisher.make(each)
        if isinstance(found, Made):
            made[each.uri] = found.data
            if found.size:
                pictures[each.uri] = found.size
    for each in plan.signed:
        copied = publisher.copy(each)
        if isinstance(copied, bytes):
            made[each.uri] = copied
    badges = BadgeMaker(source)
    for badge in plan.badges:
        made.update(badges.make(badge))
    written = {place(uri, person): data for uri, data in made.items()}
    written |= dict(_documents(plan, person, frozenset(made), pictures))
    for path, data in sorted(written.items()):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tuple(sorted(written))


def _documents(
    plan: SitePlan, person: str, there: frozenset[str], pictures: dict[str, tuple[int, int]]
) -> Iterator[tuple[str, bytes]]:
    """The pages, each whole in one file: whoever opens it out of the ZIP alone can read it too."""
    renderer = PageRenderer(plan, pictures=pictures)
    frame = environment().get_template("application.html")
    own = files("proofolio.adapters.rendering") / "paper" / "packet.css"
    style = standalone_style().decode() + own.read_text(encoding="utf-8")

    def link(uri: str) -> str:
        bare = uri.partition("#")[0]
        return quote(place(bare, person)) if bare in there else NOWHERE

    for page in plan.pages:
        html = settled(renderer.render(page, link).html).replace(_LATER, "")
        # made by our own templates, and escaped there
        whole = frame.render(page=page, style=Markup(style), content=Markup(html))
        yield place(page.uri, person), insert(running(whole), POLICY).encode()
