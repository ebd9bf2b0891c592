"""The frame of a stand-alone site: head, local navigation, foot, and addresses that work from a file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from proofolio.adapters.rendering.pages import PageRenderer, environment
from proofolio.adapters.rendering.policy import insert
from proofolio.adapters.rendering.running import running
from proofolio.core.language.say import deferred, said, say
from proofolio.core.model import address
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Page, SitePlan

HOME = "index.html"
STYLE = "style.css"
# ``'self'`` alone is not enough: a browser takes every file for a site of its own.
POLICY = (
    "default-src 'none'; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)
NOWHERE = "proofolio:nowhere"
"""The address of what is not in the site; its link goes, and its words stay."""
_DEED = f"{NOWHERE}/deed"
_FORMS = "write/"
_DEAD = re.compile(
    r"<a\b(?:[^>\"]|\"[^\"]*\")*?\shref=\"" + NOWHERE + r"[^\"]*\"(?:[^>\"]|\"[^\"]*\")*>(.*?)</a>",
    re.DOTALL,
)
# A wide table scrolls by itself, so the keyboard has to reach it.
_REACHED = '<table tabindex="0">'
_SEEN = {
    Visibility.INTERNAL: deferred("internal, so it is shown inside the organisation only"),
    Visibility.PRIVATE: deferred("private, so it is shown to nobody"),
}


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands around every page: whose it is, whose word it is, and from which ISO day.

    ``kept`` are the pages that the organisation does not show to everybody, by URI.
    """

    person: str
    owner: str
    issuer: str
    url: str
    exported: str
    kept: Mapping[str, Visibility]


@dataclass(frozen=True, slots=True)
class _Link:
    href: str
    title: str
    here: bool = False
    words: str = ""


class Shell:
    """Puts pages into the frame, with addresses that work from where each file lies."""

    def __init__(
        self,
        plan: SitePlan,
        cover: Cover,
        pictures: Mapping[str, tuple[int, int]],
        files: Collection[str],
    ) -> None:
        self._plan = plan
        self._cover = cover
        self._there = {each.uri for each in plan.pages} | set(files)
        self._renderer = PageRenderer(plan, pictures=pictures)
        self._frame = environment().get_template("standalone.html")
        self._frameworks = [each for each in plan.pages if each.template == "framework.html"]
        self._titles = {each.uri: each.title for each in plan.pages}

    def place(self, uri: str) -> str:
        """Where the file of a page or file of the plan lies in the site."""
        if uri == address.of_person(self._cover.person):
            return HOME
        return f"{uri[:-3]}.html" if uri.endswith(".md") and uri in self._titles else uri

    def html(self, page: Page) -> tuple[str, set[str]]:
        """The whole of a page, and the URIs of all that it leads to."""
        here = self.place(page.uri)
        further = {each.uri for each in self._frameworks}

        def link(uri: str) -> str:
            bare, hash_, fragment = uri.partition("#")
            if bare not in self._there:
                return _DEED if bare == address.VERIFY or bare.startswith(_FORMS) else NOWHERE
            further.add(bare)
            return _relative(self.place(bare), here) + hash_ + fragment

        rendered = self._renderer.render(page, link)
        home = page.uri == address.of_person(self._cover.person)
        html = self._frame.render(
            title=page.title if home else f"{page.title} – {self._cover.owner}",
            description=page.description,
            style=_relative(STYLE, here),
            home=_relative(HOME, here),
            links=self._links(here, home),
            toc=rendered.toc if len(rendered.toc) > 2 else (),
            mark=self._mark(page.uri, home),
            hidden=self._hidden(here) if home else (),
            # made by our own templates, and escaped there
            content=Markup(settled(rendered.html)),
            cover=self._cover,
        )
        return insert(running(html), POLICY), further

    def _links(self, here: str, home: bool) -> list[_Link]:
        first = _Link(_relative(HOME, here), say("Portfolio"), home)
        others = ((self.place(each.uri), each.title) for each in self._frameworks)
        return [first, *(_Link(_relative(place, here), title, place == here) for place, title in others)]

    def _mark(self, uri: str, home: bool) -> str:
        seen = self._cover.kept.get(uri)
        if home and self._cover.kept:
            return say("Not everything here is for everybody at the organisation:")
        if home or seen is None:
            return ""
        if seen is Visibility.INTERNAL:
            told = say(
                "At {issuer} this work is internal, so it is shown inside the organisation only. "
                "Think of that before you pass it on.",
                issuer=self._cover.issuer,
            )
        else:
            told = say(
                "At {issuer} this work is private, so it is shown to nobody. "
                "Think of that before you pass it on.",
                issuer=self._cover.issuer,
            )
        return told

    def _hidden(self, here: str) -> list[_Link]:
        return [
            _Link(_relative(self.place(uri), here), self._titles[uri], words=said(_SEEN[seen]))
            for uri, seen in self._cover.kept.items()
            if uri in self._titles and seen in _SEEN
        ]


def settled(html: str) -> str:
    """A page's content for where there is no host: without links that lead nowhere."""
    return _DEAD.sub(_without, html).replace("<table>", _REACHED)


def _without(dead: re.Match[str]) -> str:
    """The words of a link that leads nowhere here; an invitation to do something there goes with it."""
    return "" if _DEED in dead[0].partition(">")[0] else dead[1]


def _relative(place: str, here: str) -> str:
    return quote(posixpath.relpath(place, posixpath.dirname(here) or "."))
