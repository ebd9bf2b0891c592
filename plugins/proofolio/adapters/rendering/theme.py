"""Small mends to what the theme writes, where it falls short of WCAG 2.2 AA or of being of help."""

from __future__ import annotations

import re

from markupsafe import Markup

from proofolio.adapters.rendering.stylesheet import SCRIPT
from proofolio.core.language.say import say, spoken

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
_PAST = Markup('<a href="#pf" class="md-skip">{}</a>')
# A heading without words is no heading (1.3.1): the corner of a table, most of all.
_CORNER = "<th></th>"
# The page for missing ones says nothing but its number, whatever the site's language.
_MISSING = "<h1>404 - Not found</h1>"
_LOGO = re.compile(r'<a href="([^"]*)"[^>]*class="md-header__button md-logo"')
_LOST = Markup("<h1>{}</h1>\n<p>{}</p>\n<p>{}</p>")
_FRONT = Markup('<a href="{}">{}</a>')
# The theme knows a language, not the country in which it is spoken; a browser may be told both.
_LANGUAGE = re.compile(r'(<html lang=")([a-z]{2,3})(")', re.IGNORECASE)
# The table of contents says what the headings say, so it is in the language of the text.
_CONTENTS = re.compile(r'<ul class="md-nav__list" data-md-component="toc"')
# Our script keeps the theme's from asking for what is not there, so it has to be there before it.
_THEIRS = re.compile(r'<script src="[^"]*assets/javascripts/bundle[^"]*"></script>')
_OURS = re.compile(rf'<script src="[^"]*{re.escape(SCRIPT)}"></script>\s*')


def mend(html: str) -> str:
    """The page with the theme's gaps filled. Anything that is not the theme's is left alone."""
    mended = _found(_passable(_named(_located(html)))).replace(_CORNER, "<td></td>")
    return _our_script_first(mended)


def in_english(html: str) -> str:
    """A page whose text is English in a site that speaks another language, with that said of its headings."""
    return _CONTENTS.sub(r'\g<0> lang="en"', html)


def _located(html: str) -> str:
    code = spoken().code
    return _LANGUAGE.sub(lambda said: f"{said[1]}{_nearer(said[2], code)}{said[3]}", html, count=1)


def _nearer(theirs: str, ours: str) -> str:
    return ours if ours.lower().startswith(f"{theirs.lower()}-") else theirs


def _named(html: str) -> str:
    name = _NAME.search(html)
    named = _SEARCH.sub(rf'\1 aria-label="{name[1]}"', html, count=1) if name else html
    return _GROUP.sub(lambda group: f'{group[1]} aria-label="{group[3].strip()}"{group[2]}', named)


def _passable(html: str) -> str:
    if _START not in html:
        return html
    past = _PAST.format(say("Skip to content"))
    return _SKIP.sub(lambda room: f"{room[1]}{past}{room[2]}", html, count=1)


def _found(html: str) -> str:
    logo = _LOGO.search(html)
    return html.replace(_MISSING, _lost(logo[1]), 1) if logo else html


def _lost(home: str) -> str:
    # the address is the theme's own, and escaped already
    front = _FRONT.format(Markup(home), say("begin at the front door"))
    way = Markup(say("Search above, or {link}.")).format(link=front)
    return _LOST.format(
        say("This page is not here"),
        say(
            "It may have been renamed, or its owner no longer shows it. "
            "There may also be a slip in the address."
        ),
        way,
    )


def _our_script_first(html: str) -> str:
    ours, theirs = _OURS.search(html), _THEIRS.search(html)
    if not ours or not theirs or ours.start() < theirs.start():
        return html
    rest = html[: ours.start()] + html[ours.end() :]
    return rest[: theirs.start()] + ours[0] + rest[theirs.start() :]
