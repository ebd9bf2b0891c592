"""The site as plain Markdown and assets, for any other generator."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path

from markdownify import ATX, MarkdownConverter

from proofolio.adapters.rendering.badges import BadgeMaker
from proofolio.adapters.rendering.handbook import handbook
from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.adapters.rendering.publication import Made, Publisher
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model import address
from proofolio.core.publishing.page import Page, SitePlan


def export_site(plan: SitePlan, root: Path, target: Path) -> tuple[int, int]:
    """Write every page and file of the plan below ``target``; how many of each.

    Raises ProofolioError when ``target`` holds something already: nothing is ever overwritten.
    """
    if target.exists() and any(target.iterdir()):
        raise ProofolioError(f"{target} is not empty", "name a new or empty folder")
    files = 0
    pictures = {}
    publisher = Publisher(root)
    for each in plan.files:
        made = publisher.make(each)
        if isinstance(made, Made):
            _write(target / each.uri, made.data)
            files += 1
            if made.size:
                pictures[each.uri] = made.size
    for each in plan.signed:
        copied = publisher.copy(each)
        if isinstance(copied, bytes):
            _write(target / each.uri, copied)
            files += 1
    for document in plan.documents:
        _write(target / document.uri, document.content.encode())
        files += 1
    maker = BadgeMaker(root)
    for badge in plan.badges:
        for uri, data in maker.make(badge):
            _write(target / uri, data)
            files += 1
    renderer = PageRenderer(plan, pictures=pictures, handbook=True)
    pages = 0
    for page in plan.pages:
        if page.uri == address.SEARCH:
            continue  # other generators bring a search of their own
        _write(target / page.uri, _markdown(renderer, page).encode())
        pages += 1
    for name, text in handbook().items():
        _write(target / name, text.encode())
        pages += 1
    return pages, files


def _markdown(renderer: PageRenderer, page: Page) -> str:
    """One page: a little front matter that every generator knows, then Markdown."""
    html = renderer.render(page, lambda uri: posixpath.relpath(uri, posixpath.dirname(page.uri) or ".")).html
    converter = MarkdownConverter(heading_style=ATX, bullets="-", escape_underscores=False, strip=["button"])
    body = "\n".join(line.rstrip() for line in converter.convert(html).strip().split("\n"))
    while "\n\n\n" in body:
        body = body.replace("\n\n\n", "\n\n")
    # JSON strings are YAML strings, so quoting needs no library of its own.
    head = f"title: {json.dumps(page.title, ensure_ascii=False)}\n"
    head += f"description: {json.dumps(page.description, ensure_ascii=False)}\n"
    return f"---\n{head}---\n\n{body}\n"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
