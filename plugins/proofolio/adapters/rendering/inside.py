"""What makes a site for an organisation's own people unmistakable, on every page of it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from proofolio.core.language.say import say

MARK = "proofolio-audience"
"""The name under which a page of such a site says for whom it is, in its head."""
_HEAD = re.compile(r"<head(?:\s[^>]*)?>", re.IGNORECASE)
_BODY = re.compile(r"<body(?:\s[^>]*)?>", re.IGNORECASE)
_ROBOTS = re.compile(r'\s*<meta name="?robots"?[^>]*>', re.IGNORECASE)
# Where the theme has room for a word to everybody, above its header.
_ROOM = re.compile(r'<div data-md-component="announce">(?=\s*</div>)')


def mark(html: str, organization: str | None) -> str:
    """The page with a banner, and a word to programs: this is not for you, keep it out of every list."""
    own = f'<meta name="robots" content="noindex, nofollow"><meta name="{MARK}" content="internal">{_style()}'
    marked = _HEAD.sub(lambda head: head[0] + own, _ROBOTS.sub("", html), count=1)
    room = _ROOM if _ROOM.search(marked) else _BODY
    return room.sub(lambda found: found[0] + str(_banner(organization)), marked, count=1)


@cache
def _style() -> str:
    """The banner's looks stand in the page itself: it is seen whatever else could not be fetched."""
    folder = files("proofolio.adapters.rendering") / "assets" / "figures"
    return f"<style>{' '.join((folder / 'banner.css').read_text('utf-8').split())}</style>"


def _banner(organization: str | None) -> Markup:
    if organization:
        words = say(
            "Internal: for {organization}’s own people. Not for the public.", organization=organization
        )
    else:
        words = say("Internal: for the organisation’s own people. Not for the public.")
    told = '<aside class="pf-inside" aria-label="{}"><p>{}</p></aside>'
    return Markup(told).format(say("Who this site is for"), words)
