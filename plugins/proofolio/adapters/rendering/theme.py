"""Small mends to what the theme writes, where it falls short of WCAG 2.2 AA or of being of help."""

from __future__ import annotations

import re

from proofolio.adapters.rendering.stylesheet import SCRIPT

# The search opens as a dialog without a name (4.1.2); its own input has one, in the site's language.
_SEARCH = re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")(?! aria-label)')
_NAME = re.compile(r'<input[^>]*class="md-search__input"[^>]*aria-label="([^"]*)"')
# A group of pages with a page of its own names its navigation by an empty label (4.1.2).
_GROUP = re.compile(
    r'(<nav class="md-nav" data-md-level="\d+") aria-labelledby="[^"]*"([^>]*>\s*<label class="md-nav__title"'
    r'[^>]*>\s*<span class="md-nav__icon md-icon"></span>([^<]*)</label>)'
)
# A page without a list of its headings has no way past the navigation (2.4.1).
_SKIP = re.compile(r'(<div data-md-component="skip">)\s*(</div>)')
_START = 'id="pf"'
_PAST = '<a href="#pf" class="md-skip">Skip to content</a>'
# A heading without words is no heading (1.3.1): the corner of a table, most of all.
_CORNER = "<th></th>"
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
    return _our_script_first(_found(_passable(_named(html))).replace(_CORNER, "<td></td>"))


def _named(html: str) -> str:
    name = _NAME.search(html)
    named = _SEARCH.sub(rf'\1 aria-label="{name[1]}"', html, count=1) if name else html
    return _GROUP.sub(lambda group: f'{group[1]} aria-label="{group[3].strip()}"{group[2]}', named)


def _passable(html: str) -> str:
    return _SKIP.sub(rf"\1{_PAST}\2", html, count=1) if _START in html else html


def _found(html: str) -> str:
    logo = _LOGO.search(html)
    return html.replace(_MISSING, _LOST.format(home=logo[1]), 1) if logo else html


def _our_script_first(html: str) -> str:
    ours, theirs = _OURS.search(html), _THEIRS.search(html)
    if not ours or not theirs or ours.start() < theirs.start():
        return html
    rest = html[: ours.start()] + html[ours.end() :]
    return rest[: theirs.start()] + ours[0] + rest[theirs.start() :]
