"""Where the links of a contributed text lead on the finished site."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import unquote

from proofolio.adapters.rendering.links import Resolve, Target
from proofolio.adapters.rendering.sanitise import ID_PREFIX
from proofolio.core.publishing.page import Page, SitePlan

Link = Callable[[str], str]
"""Turns the URI of a page or file of the plan into an address relative to the page being made."""

Size = tuple[int, int]
"""Width and height of a picture in pixels."""

COMPETENCY_TEMPLATE = "competency.html"


class References:
    """Everything of a plan that a text may point at.

    What is not in the plan (a draft, other people's private work, a file that is no file of ours)
    does not exist here, so a link to it becomes plain words.
    """

    def __init__(self, plan: SitePlan, pictures: Mapping[str, Size] | None = None) -> None:
        self._pages = {page.uri: page for page in plan.pages}
        self._pages_by_source = {page.source: page for page in plan.pages if page.source}
        self._files = {file.source: file.uri for file in plan.files} | {
            file.uri: file.uri for file in plan.files
        }
        self._competencies = _competencies(plan.pages)
        self._pictures = pictures or {}

    def size(self, uri: str) -> Size | None:
        """The pixels of a published picture, when they are known."""
        return self._pictures.get(uri)

    def resolver(self, source: str, link: Link) -> Resolve:
        """The answer to every link in the text of the file ``source``, for the page of ``link``."""
        folder = posixpath.dirname(source)

        def resolve(href: str) -> Target | None:
            if href.startswith("[[") and href.endswith("]]"):
                page = self._competencies.get(href[2:-2].strip().lower())
                return Target(link(page.uri), page.title) if page else None
            return self._local(folder, href, link)

        return resolve

    def _local(self, folder: str, href: str, link: Link) -> Target | None:
        path, _, fragment = href.partition("#")
        path = unquote(path.partition("?")[0])
        # An absolute path would be one from the site's root, which contributors cannot know.
        if not path or path.startswith("/") or "\0" in path:
            return None
        whole = posixpath.normpath(posixpath.join(folder, path))
        if whole.startswith(".."):
            return None
        if whole in self._files:
            uri = self._files[whole]
            width, height = self._pictures.get(uri) or (None, None)
            return Target(link(uri), posixpath.basename(whole), width, height)
        page = self._page(whole)
        if page is None:
            return None
        # Headings of contributed texts have prefixed ids (see ``sanitise``).
        anchor = f"#{ID_PREFIX}{fragment.removeprefix(ID_PREFIX)}" if fragment else ""
        return Target(link(page.uri) + anchor, page.title)

    def _page(self, whole: str) -> Page | None:
        for path in (whole, f"{whole}/index.md", f"{whole}.md"):
            found = self._pages_by_source.get(path) or self._pages.get(path)
            if found:
                return found
        return None


def _competencies(pages: Iterable[Page]) -> dict[str, Page]:
    """Competency pages by ``framework/id``, and by bare id where only one has it."""
    found: dict[str, Page] = {}
    bare: dict[str, list[Page]] = {}
    for page in pages:
        if page.template == COMPETENCY_TEMPLATE:
            framework, name = page.uri.removesuffix(".md").split("/")[-2:]
            found[f"{framework}/{name}"] = page
            bare.setdefault(name, []).append(page)
    return found | {name: same[0] for name, same in bare.items() if len(same) == 1}
