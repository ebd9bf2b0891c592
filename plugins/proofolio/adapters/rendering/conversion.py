"""Markdown to clean HTML: the part that runs in the confined child process."""

from __future__ import annotations

import re
from functools import cache

from markdown import Markdown

from proofolio.adapters.rendering.sanitise import clean
from proofolio.adapters.rendering.syntax import markdown

TASK = f"{__name__}:convert"
MOST_HTML = 2 * 1024 * 1024
"""Characters. A text of the permitted size stays far below, unless it is made to multiply."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@cache
def _converter() -> Markdown:
    return markdown()


def convert(payload: bytes) -> bytes:
    """UTF-8 Markdown to UTF-8 HTML that passed the allow-list. Raises whatever the parser raises."""
    text = _CONTROL.sub("", payload.decode("utf-8"))
    html = _converter().reset().convert(text)
    if len(html) > MOST_HTML:
        raise MemoryError
    return clean(html).encode("utf-8")
