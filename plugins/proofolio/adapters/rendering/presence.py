"""How a site can be found and followed: its search, its feeds, and what its pages tell machines."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from proofolio.adapters.badges.album import Album
from proofolio.adapters.rendering.beside import beside
from proofolio.adapters.rendering.heads import follow, tell
from proofolio.adapters.rendering.pages import RenderedPage, plain
from proofolio.adapters.searching.finder import Finder, scripts
from proofolio.adapters.searching.opener import opened, opener, searching
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model import address
from proofolio.core.publishing.page import Page, SitePlan

Link = Callable[[str], str]
_DECISIONS = "adr/"
_EXAMPLE = re.compile(r"<pre\b.*?</pre>|<code\b[^>]*>[^<]*/[^<]*</code>", re.DOTALL | re.IGNORECASE)
"""A block of code, and a path within a line."""


class Presence:
    """What belongs to one build. ``site`` is the site's web address, if it has one, and ``name`` its name.

    ``warn`` is told, in words, what could not be made; the site is built all the same.
    """

    def __init__(
        self,
        plan: SitePlan,
        root: Path,
        language: str,
        site: str | None,
        name: str,
        warn: Callable[[str], object],
    ) -> None:
        self._plan, self._language, self._site, self._name = plan, language, site or None, name
        self._album = Album(root)
        self._finder = Finder(root, language)
        self._finder.learn(plan.records)
        self._warn = warn
        self._days = {each.uri: each.head.changed or "" for each in plan.pages if each.head}
        trouble = self._finder.trouble()
        self.searches = trouble is None
        if trouble:
            warn(f"the site has no search, only lists to look through: {trouble}")

    def files(self, made: Mapping[str, str | bytes]) -> dict[str, bytes]:
        """What goes into the site beside its pages. ``made`` has the badges, which some pictures show."""
        found = dict(scripts())
        found.update(beside(self._plan, self._album, self._site, self._language, made))
        return found

    def learn(self, uri: str, title: str, html: str) -> None:
        """Take in a page that is not of the plan: a guide, or one of the site's own.

        The words of its examples would be found for what they are an example of. Records of decisions
        are for those who make the program, and nobody looks for them here.
        """
        if not uri.startswith(_DECISIONS):
            self._finder.help(uri, title, plain(_EXAMPLE.sub("", html)))

    def content(self, page: Page, rendered: RenderedPage, link: Link) -> str:
        """A page's content; its words go to the search, and its feeds stand at its end."""
        if rendered.said:
            self._finder.read(page.uri, rendered.said)
        return follow(rendered.html, page, link) if self._site else rendered.html

    def finish(self, html: str, uri: str, page: Page | None, search: str, link: Link) -> str:
        """A page of the host's with a way to the search, and what machines are told of it.

        ``search`` is the address of the page that searches, ``link`` makes addresses of files: both from
        here. ``page`` is the plan's, if it is one of the plan's.
        """
        script = opener(link, works=self.searches)
        html = opened(html, search, script)
        if uri == address.SEARCH:
            html = searching(html, link, works=self.searches)
        return tell(html, page, self._site, self._name, link) if page else html

    def changed(self, uri: str) -> str | None:
        """The ISO day on which a page changed last, as far as it is known; "" when it is not.

        None for the front door of a site of which nothing is known: the host needs one day.
        """
        if uri == address.LANDING:
            return max(self._days.values(), default="") or None
        return self._days.get(uri, "")

    def indexes(self, url: Callable[[str], str], folder: Path) -> None:
        """Write the search's indexes into the built site at ``folder``; ``url`` gives a page's address."""
        if not self.searches:
            return
        try:
            made = self._finder.files(url)
        except ProofolioError as error:
            self._warn(f"the site has no search, only lists to look through: {error.message}")
            return
        for path, data in made.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
