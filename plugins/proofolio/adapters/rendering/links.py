"""Where a link in somebody's text may lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

SCHEMES = frozenset({"http", "https", "mailto"})

# Browsers drop tabs and line breaks anywhere in an address, and controls and spaces around it.
_DROPPED = re.compile(r"[\t\n\r]+")
_AROUND = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
# A host must follow, without a name and password before it: those are there to mislead.
_WEB = re.compile(r"https?://(?![/\\])(?![^/?#\\]*@)[^\s\\]+", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@:/\\]+@[^\s@/\\]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a relative link or a ``[[reference]]`` stands for on the page being made.

    ``href`` is the finished address; ``title`` is shown where the author wrote no words of their
    own. For pictures, ``width`` and ``height`` in pixels keep the page from jumping.
    """

    href: str
    title: str = ""
    width: int | None = None
    height: int | None = None


Resolve = Callable[[str], Target | None]
"""Answers a relative address as written, or ``[[id]]``; None when nothing (public) is there."""


class Kind(Enum):
    """What sort of address it is."""

    OUTSIDE = "outside"
    FRAGMENT = "fragment"
    LOCAL = "local"
    REFUSED = "refused"


def tidy(href: str) -> str:
    """The address as a browser reads it: without line breaks, tabs and surrounding spaces."""
    return _DROPPED.sub("", href).strip(_AROUND)


def kind(href: str) -> Kind:
    """Sort a tidied address; what is not plainly harmless is refused."""
    if href.startswith("#"):
        return Kind.FRAGMENT if len(href) > 1 else Kind.REFUSED
    if _SCHEME.match(href):
        return Kind.OUTSIDE if _WEB.fullmatch(href) or _MAIL.fullmatch(href) else Kind.REFUSED
    # ``//host`` and its backslash spellings leave the site without looking like it.
    if not href or "\\" in href or href.startswith("//"):
        return Kind.REFUSED
    return Kind.LOCAL
