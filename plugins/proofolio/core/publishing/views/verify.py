"""The page on which visitors check a credential themselves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sample:
    """A published credential to try the page with. ``given`` is its address, from the page."""

    name: str
    who: str
    given: str
    badge: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is looked at: its name on the page, and what is asked."""

    name: str
    asks: str


@dataclass(frozen=True, slots=True)
class VerifyView:
    """``verify/index.md``.

    ``site`` is the address of which the site says that it is its own (credentials name it), ``did`` the
    issuer's identifier there. ``uri`` is the page's own, ``root`` that of the site's first page. ``commands``
    are lines for a terminal.
    """

    issuer: str
    site: str
    did: str
    uri: str
    root: str
    keys: str
    samples: tuple[Sample, ...]
    questions: tuple[Question, ...]
    commands: tuple[str, ...]
