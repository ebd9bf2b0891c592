"""What single pages need beside the style sheet and script that all share: fetched by them alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from proofolio.adapters.rendering import dashboard, verifier, writer
from proofolio.adapters.rendering.references import Link
from proofolio.core.model import address

_HEAD_ENDS = re.compile(r"</head>", re.IGNORECASE)
_DASHBOARDS = (address.FIGURES, address.QUEUE, address.COACHES, address.PROGRESS, address.AGREEMENT)
_FIGURES = 'class="pf-figures'


def equipment() -> dict[str, bytes]:
    """All of it, by path from the site's root."""
    return verifier.verifier() | dashboard.dashboard() | writer.writer()


def equip(html: str, uri: str, link: Link) -> str:
    """The page's HTML with its own styles and scripts in the head. ``link`` makes addresses from it."""
    if uri == address.VERIFY:
        return verifier.equip(html, link)
    if uri in _DASHBOARDS:
        return _with(html, link, (dashboard.STYLE,), dashboard.scripts(charts=uri == address.FIGURES))
    if writer.styled(uri):
        return _with(html, link, (writer.STYLE,), writer.scripts(uri))
    # the first page of an internal site begins with figures, and has nothing to sort
    return _with(html, link, (dashboard.STYLE,), ()) if _FIGURES in html else html


def _with(html: str, link: Link, styles: Iterable[str], scripts: Iterable[str]) -> str:
    own = [f'<link rel="stylesheet" href="{link(each)}">' for each in styles]
    own += [f'<script defer src="{link(each)}"></script>' for each in scripts]
    return _HEAD_ENDS.sub(lambda end: "".join(own) + end[0], html, count=1)
