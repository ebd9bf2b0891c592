"""Small mends to what the theme writes, where it falls short of WCAG 2.2 AA or of being of help."""

from __future__ import annotations

import re

from proofolio.adapters.rendering.stylesheet import SCRIPT

# The search opens as a dialog without a name (4.1.2); its own input has one, in the site's language.
_SEARCH = re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")(?! aria-label)')
_NAME = re.compile(r'<input[^>]*class="md-search__input"[^>]*aria-label="([^"]*)"')
# The page for missing ones says nothing but its number, whatever the site's language.
_MISSING = "<h1>404 - Not found</h1>"
_LOGO = re.compile(r'<a href="([^"]*)"[^>]*class="md-header__button md-logo"')
_LOST = """<h1>This page is not here</h1>
<p>It may have been renamed, or its owner no longer shows it. There may also be a slip in the address.</p>
<p>Search above, or <a href="{home}">begin at the front door</a>.</p>"""
# Our script lets the search's index wait, so it has to be there before the theme's.
_THEIRS = re.compile(r'<script src="[^"]*assets/javascripts/bundle[^"]*"></script>')
_OURS = re.compile(rf'<script src="[^"]*{re.escape(SCRIPT)}"></script>\s*')


def mend(html: str) -> str:
    """The page with the theme's gaps filled. Anything that is not the theme's is left alone."""
    name = _NAME.search(html)
    named = _SEARCH.sub(rf'\1 aria-label="{name[1]}"', html, count=1) if name else html
    logo = _LOGO.search(named)
    found = named.replace(_MISSING, _LOST.format(home=logo[1]), 1) if logo else named
    return _our_script_first(found)


def _our_script_first(html: str) -> str:
    ours, theirs = _OURS.search(html), _THEIRS.search(html)
    if not ours or not theirs or ours.start() < theirs.start():
        return html
    rest = html[: ours.start()] + html[ours.end() :]
    return rest[: theirs.start()] + ours[0] + rest[theirs.start() :]
