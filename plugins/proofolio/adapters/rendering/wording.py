"""Small filters for the templates: days, figures, addresses, paragraphs, tokens, shares."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from proofolio.adapters.rendering.links import Kind, kind, tidy
from proofolio.adapters.rendering.monogram import initials, tone
from proofolio.core.language.say import day as in_words
from proofolio.core.language.say import number

_NOT_TOKEN = re.compile(r"[^a-z0-9]+")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_STEPS = 4


def day(iso: str | None) -> Markup:
    """An ISO 8601 day in words, with the machine's form beside it; text that is no day stays text."""
    text = iso or ""
    try:
        on = date.fromisoformat(text[:10])
    except ValueError:
        return escape(text)
    return Markup('<time datetime="{}">{}</time>').format(on.isoformat(), in_words(on))


def paragraphs(text: str | None) -> Markup:
    """Plain text as paragraphs: a blank line parts them."""
    parts = (" ".join(part.split()) for part in _BLANK_LINE.split(text or ""))
    return Markup("\n").join(Markup("<p>{}</p>").format(part) for part in parts if part)


def token(text: str) -> str:
    """A word that is safe as part of a class, an id or an attribute's name."""
    return _NOT_TOKEN.sub("-", text.lower()).strip("-") or "none"


def outside(url: str | None) -> str | None:
    """The address when it plainly leads to the web or to a mailbox; None for anything else."""
    if not url:
        return None
    tidied = tidy(url)
    return tidied if kind(tidied) is Kind.OUTSIDE else None


def host(url: str | None) -> str:
    """Who will be contacted when the address is opened, such as ``video.example.org``."""
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def share(value: float, of: float | None) -> int:
    """How many hundredths of the whole, 0 to 100, for a bar's length."""
    if not of or of <= 0:
        return 0
    return round(100 * min(1.0, max(0.0, value / of)))


def step(rank: int, of: int, mastery: bool) -> int:
    """Which of the four steps of colour a level takes, whatever the length of its scale.

    Below mastery a level is one of the two light steps, from mastery on one of the two strong ones.
    """
    if mastery:
        return _STEPS if rank >= of and of > 1 else _STEPS - 1
    return 1 if rank <= 1 else 2


FILTERS = {
    "day": day,
    "host": host,
    "initials": initials,
    "number": number,
    "outside": outside,
    "paragraphs": paragraphs,
    "share": share,
    "token": token,
    "tone": tone,
}
