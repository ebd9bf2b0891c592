"""Lay out a page of the plan as finished HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from proofolio.adapters.rendering.headings import Heading
from proofolio.adapters.rendering.keys import page_key
from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.references import Link, References, Size
from proofolio.adapters.rendering.sanitise import ID_PREFIX
from proofolio.adapters.rendering.wording import FILTERS, step, token
from proofolio.core.language.say import say, spoken
from proofolio.core.publishing.page import Page, Prose, SitePlan

_HEADING = re.compile(r'<h(2)(?: [^>]*?)? ?id="([^"]*)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<(?:\"[^\"]*\"|[^\">])*>")
_BLOCK = re.compile(r"</?(?:p|div|li|h[1-6]|tr|td|th|dt|dd|section|figcaption|caption|summary|br)\b")


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """A page ready for the host, which only puts its theme around it.

    ``html`` begins with the page's one ``<h1>``. ``toc`` has the headings of the second
    level, in order, with plain titles: deeper ones would make it longer than a screen. ``plain`` has
    the words alone, a line for each block, ``said`` those of the text that it is the page of.
    ``trouble`` says, for the log, which texts could not be shown; the page itself says so too.
    """

    html: str
    toc: tuple[Heading, ...]
    plain: str
    trouble: tuple[str, ...]
    said: str = ""


@dataclass(slots=True)
class _Sheet:
    """The page being made: what a template may call for, and what went wrong meanwhile."""

    references: References
    converter: MarkdownConverter
    link: Link
    source: str | None = None
    said: str = ""
    trouble: list[str] = field(default_factory=list)

    def href(self, uri: str) -> str:
        """The address of a page or file of the plan."""
        return self.link(uri)

    def size(self, uri: str) -> Size | None:
        """Width and height of a published picture, if known."""
        return self.references.size(uri)

    def prose(self, body: Prose, level: int = 2, name: str = "") -> Markup:
        """A contributed text as safe HTML; ``name`` keeps its ids apart from other texts'."""
        prefix = f"{ID_PREFIX}{token(name)}-" if name else ID_PREFIX
        resolve = self.references.resolver(body.source, self.link)
        rendered = self.converter.convert(body.text, resolve, heading_level=level, prefix=prefix)
        if rendered.trouble:
            self.trouble.append(f"{body.source}: {rendered.trouble}")
            words = say("This text could not be shown: {why}", why=rendered.trouble)
            return Markup('<div class="pf-notice pf-notice--trouble"><p>{}</p></div>').format(words)
        if body.source == self.source and not self.said:
            self.said = plain(rendered.html)
        # The converter's own last step was the allow-list: this is the one place that trusts it.
        return Markup(rendered.html)


class PageRenderer:
    """Renders the pages of one plan; make one and use it for all of them.

    ``pictures`` gives the pixels of published pictures by URI, so that pages do not jump while
    they load. With ``handbook``, its guides are part of the site, and pages link to them.
    """

    def __init__(
        self,
        plan: SitePlan,
        converter: MarkdownConverter | None = None,
        pictures: Mapping[str, Size] | None = None,
        *,
        handbook: bool = False,
    ) -> None:
        self._handbook = handbook
        self._references = References(plan, pictures)
        self._converter = converter or MarkdownConverter()
        self._environment = environment()

    def render(self, page: Page, link: Link) -> RenderedPage:
        """The page as HTML. ``link`` turns a URI of the plan into an address relative to this page."""
        sheet = _Sheet(self._references, self._converter, link, page.source)
        html = self._environment.get_template(page.template).render(
            page=page,
            view=page.view,
            href=sheet.href,
            prose=sheet.prose,
            size=sheet.size,
            handbook=self._handbook,
        )
        return RenderedPage(html, _toc(html), plain(html), tuple(sheet.trouble), sheet.said)

    def key(self, page: Page, link: Link) -> str:
        """The page's key: as long as it stays the same, so does the page's HTML (see ``keys``)."""
        return page_key(page, self._references, self._converter, link, handbook=self._handbook)


@cache
def environment() -> Environment:
    """The templates' world: everything is escaped unless it says that it is safe.

    There is one for all: it knows nothing of a page, and its templates are worth reading only once.
    """
    made = Environment(
        loader=PackageLoader("proofolio.adapters.rendering", "templates"),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: spoken().text(message),
        lambda one, many, number: spoken().plural(one, many, number),
        newstyle=True,
        pgettext=lambda context, message: spoken().context(context, message),
    )
    made.filters.update(FILTERS)
    made.globals["step"] = step
    made.globals["language"] = lambda: spoken().code
    return made


def _toc(html: str) -> tuple[Heading, ...]:
    found = (
        Heading(int(m[1]), unescape(m[2]), " ".join(_words(m[3]).split())) for m in _HEADING.finditer(html)
    )
    return tuple(heading for heading in found if heading.title)


def _words(html: str) -> str:
    return unescape(_TAG.sub("", html))


def plain(html: str) -> str:
    """The words of some HTML alone, a line for each block."""
    lines = _words(_BLOCK.sub(lambda found: "\n" + found[0], html)).split("\n")
    return "\n".join(line for line in (" ".join(each.split()) for each in lines) if line)
