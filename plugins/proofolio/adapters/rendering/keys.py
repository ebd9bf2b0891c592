"""What a page's HTML depends on, as a key: two equal keys mean the same HTML, so it need not be made again.

The core's key covers what the page says. What its contributed texts link to is decided by the rest
of the plan (is it there, what is it called, how large is the picture), so that belongs to the key too,
and so do the language and its catalogue.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache

from proofolio import __version__
from proofolio.adapters.language.catalogue import edition
from proofolio.adapters.rendering.links import Resolve
from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.references import Link, References
from proofolio.adapters.workmanship import workmanship
from proofolio.core.language.say import spoken
from proofolio.core.publishing.page import Audience, Page, Prose, key

MANIFEST = "proofolio.json"
"""Where the keys of a site's pages stand, from the site's root."""

_FORMAT = 1
_MADE_WITH = ("babel", "jinja2", "markdown", "markupsafe", "nh3")
_OURS = (".html", ".py")


def page_key(
    page: Page, references: References, converter: MarkdownConverter, link: Link, *, handbook: bool = False
) -> str:
    """The key of a page of the plan that ``references`` knows. Hexadecimal SHA-256.

    ``link`` is what the page is rendered with: the host has a say in what addresses look like. With
    ``handbook`` it may link to a guide.
    """
    answers: list[list[object]] = [[link(page.uri), handbook]]
    for part in _parts(page.view):
        if isinstance(part, Prose):
            answers.extend(_answers(part, references.resolver(part.source, link), converter))
        elif size := references.size(part):
            answers.append([part, *size])
    code = spoken().code
    said = json.dumps([key(page, engine()), code, edition(code), answers], ensure_ascii=False)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def manifest(keys: Mapping[str, str], audience: Audience = Audience.PUBLIC) -> str:
    """For whom a site is, and the keys by page, as the JSON that goes along. It names only its own pages."""
    said = {"format": _FORMAT, "audience": audience.value, "pages": dict(sorted(keys.items()))}
    return json.dumps(said, indent=1) + "\n"


@cache
def engine() -> str:
    """The version of everything that makes HTML: the package, its templates, the libraries it leans on."""
    made = workmanship("proofolio.adapters.rendering", ("templates", "components"), _OURS, _MADE_WITH)
    return f"{__version__} {made}"


def _answers(prose: Prose, resolve: Resolve, converter: MarkdownConverter) -> Iterator[list[object]]:
    """What each link and picture of a text leads to; the other's title only where it would be shown."""
    for asked, titled in sorted(converter.asks(prose.text).items()):
        found = resolve(asked)
        if found is None:
            yield [asked]
        else:
            yield [asked, found.href, found.title if titled else None, found.width, found.height]


def _parts(value: object) -> Iterator[Prose | str]:
    """Every contributed text of a view, and every plain one: any of them may be a picture's URI."""
    if isinstance(value, Prose | str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
    elif is_dataclass(value):
        for each_field in fields(value):
            yield from _parts(getattr(value, each_field.name))
