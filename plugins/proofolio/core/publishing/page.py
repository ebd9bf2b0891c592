"""Pages, files and the plan of a site: what publishing hands to the world outside."""

from __future__ import annotations

import hashlib
import json
from dataclasses import Field, asdict, dataclass
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.feed import Feed
from proofolio.core.publishing.head import Head, SocialCard
from proofolio.core.publishing.record import Record


class View(Protocol):
    """A frozen dataclass that one template shows; ``dataclasses.asdict`` of it is plain JSON."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


class Audience(StrEnum):
    """For whom a site is built. Private work is for neither."""

    PUBLIC = "public"
    INTERNAL = "internal"

    def sees(self, visibility: Visibility) -> bool:
        """Whether something with this visibility may be shown on a site for this audience."""
        if visibility is Visibility.PRIVATE:
            return False
        return visibility is Visibility.PUBLIC or self is Audience.INTERNAL


@dataclass(frozen=True, slots=True)
class Ref:
    """The name of something, and its page's URI; ``uri`` None is plain text, without a link.

    ``uri`` runs from the site's root and ends as the source does (``portfolios/…/index.md``); the
    rendering adapter turns it into an address that is relative to the page it stands on.
    """

    title: str
    uri: str | None


@dataclass(frozen=True, slots=True)
class WebLink:
    """An address outside the site. ``url`` is None when it is not http, https or mailto."""

    title: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Prose:
    """Untrusted Markdown, to be converted and sanitised by the rendering adapter.

    ``source`` is the file it stands in: links in it are relative to that file, and one that leads
    to something outside the plan (a draft, another audience's work) becomes plain text.
    """

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: a template and the view that fills it.

    Attributes:
        uri: path from the site's root, ending in ``.md``; unique within a plan.
        title: plain text.
        template: the template's file name, such as ``submission.html``.
        view: what the template shows, as raw text (the template escapes).
        source: repository path of the file it is made from, for the edit link; None for indexes.
        description: one plain sentence for search engines and previews.
        inputs: sorted names of all that it depends on. One that ends in ``/`` means everything
            below that folder, so that no hidden file has to be named.
        searchable: whether the site's search may find it.
        frames: hosts whose players the page may show, once its reader asks for one.
        media: hosts whose videos and recordings it may play, likewise.
        head: what machines are told of it; None until the plan is whole.
    """

    uri: str
    title: str
    template: str
    view: View
    source: str | None
    description: str
    inputs: tuple[str, ...]
    searchable: bool = True
    frames: tuple[str, ...] = ()
    media: tuple[str, ...] = ()
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """A file of a portfolio that is copied into the site. Both are paths with ``/``."""

    uri: str
    source: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file that is made here: its address and its whole content."""

    uri: str
    content: str


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge to draw, twice: ``uri`` and ``.svg``, ``uri`` and ``.png``.

    ``kind`` is ``micro-credential`` or ``pathway``, ``achievement`` its id, ``domain``
    (``framework/domain``) where it belongs; ``criteria`` is how many it has, ``hours`` what it is worth.
    ``holds`` is the repository path of the credential to put into it; without one it is the plain badge.
    """

    uri: str
    title: str
    issuer: str
    kind: str
    achievement: str
    domain: str = ""
    criteria: int = 0
    hours: float | None = None
    holds: str | None = None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A file that is not published because it needs mending; for the log, never for a page.

    ``person`` is None for a file outside the portfolios.
    """

    path: str
    person: str | None
    message: str


@dataclass(frozen=True, slots=True)
class SitePlan:
    """Everything that the site will hold: pages by URI, files by URI, and what was left out.

    ``files`` are people's, and are made safe; ``signed`` are copied byte for byte, because a signature
    stands on their bytes; ``documents`` and ``badges`` are made here. ``records`` are what the search
    knows of the pages, ``feeds`` what can be followed, ``cards`` the pictures for links elsewhere.
    """

    pages: tuple[Page, ...]
    files: tuple[Publication, ...]
    withheld: tuple[Withheld, ...]
    signed: tuple[Publication, ...] = ()
    documents: tuple[Document, ...] = ()
    badges: tuple[Badge, ...] = ()
    records: tuple[Record, ...] = ()
    feeds: tuple[Feed, ...] = ()
    cards: tuple[SocialCard, ...] = ()


def key(page: Page, engine: str) -> str:
    """The fingerprint of a page: equal keys mean equal output, so it need not be built again.

    ``engine`` is the version of everything that renders (templates included). Hexadecimal SHA-256.
    """
    parts = {
        "engine": engine,
        "uri": page.uri,
        "title": page.title,
        "template": page.template,
        "source": page.source,
        "description": page.description,
        "searchable": page.searchable,
        "view": asdict(page.view),
        "head": asdict(page.head) if page.head else None,
    }
    canonical = json.dumps(parts, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()
