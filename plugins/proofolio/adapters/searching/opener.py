"""The way to the search: a link in the head of every page, and what the page that searches needs."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from proofolio.adapters.searching.finder import OPENER, PAGE, STYLE
from proofolio.core.language.say import say

Link = Callable[[str], str]

# Before the switch of colours where there is one, else at the end of the header.
_ROOM = re.compile(
    r'(<header class="md-header.*?)(<form class="md-header__option"|<label class="md-header__button md-icon" '
    r'for="__search"|</nav>)',
    re.DOTALL,
)
_LENS = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true"><path d="M9.5 3A6.5 6.5'
    " 0 0 1 16 9.5c0 1.61-.59 3.09-1.56 4.23l.27.27h.79l5 5-1.5 1.5-5-5v-.79l-.27-.27A6.52 6.52 0 0 1 9.5 16"
    ' 6.5 6.5 0 0 1 3 9.5 6.5 6.5 0 0 1 9.5 3m0 2C7 5 5 7 5 9.5S7 14 9.5 14 14 12 14 9.5 12 5 9.5 5"/></svg>'
)
_OPENS = Markup(
    '<a class="pf-seek" href="{}" data-pf-seek="{}">{}<span>{}</span> <kbd aria-hidden="true">/</kbd></a>\n'
)
_LEADS = Markup('<a class="pf-seek" href="{}">{}<span>{}</span></a>\n')
_HEAD_ENDS = re.compile(r"</head>", re.IGNORECASE)
_NEEDS = Markup('<link rel="stylesheet" href="{}"><script type="module" src="{}"></script>')
_PLAIN = Markup('<link rel="stylesheet" href="{}">')
_TROUBLE = re.compile(r"(data-pf-trouble) hidden")
_SCRIPT = re.compile(r"(data-pf-unscripted)")


def opened(html: str, page: str, script: str | None) -> str:
    """The page's HTML with a way to the search. ``page`` is the address of the page that searches, ``script``
    that of what opens the search on the spot; None where there is none.
    """
    word = say("Search")
    link = _LEADS.format(page, _LENS, word) if script is None else _OPENS.format(page, script, _LENS, word)
    return _ROOM.sub(lambda head: f"{head[1]}{link}{head[2]}", html, count=1)


def searching(html: str, link: Link, *, works: bool) -> str:
    """The HTML of the page that searches, with its style and script; without them where no search works."""
    needs = _NEEDS.format(link(STYLE), link(PAGE)) if works else _PLAIN.format(link(STYLE))
    shown = html if works else _SCRIPT.sub(r"\1 hidden", _TROUBLE.sub(r"\1", html))
    return _HEAD_ENDS.sub(lambda end: f"{needs}{end[0]}", shown, count=1)


def opener(link: Link, *, works: bool) -> str | None:
    """Where the script is that opens the search."""
    return link(OPENER) if works else None
