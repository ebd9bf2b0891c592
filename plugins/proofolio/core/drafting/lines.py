"""Small pieces of the files that are drafted: quoted YAML texts and wrapped comments."""

from __future__ import annotations

import json
import re
import textwrap

_PLAIN = re.compile(r"[^\W\d_][\w ,.()/'’–-]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})


def yaml_text(text: str) -> str:
    """A text as a YAML scalar: bare when nothing in it could be misread, else in double quotes."""
    bare = _PLAIN.fullmatch(text) is not None and text == text.strip() and text.lower() not in _WORDS
    return text if bare else json.dumps(text, ensure_ascii=False)


def prompt(text: str) -> str:
    """A prompt as a Markdown comment, which is never shown and counts no words."""
    safe = text.replace("--", "–").replace(">", "›")
    return "<!-- " + textwrap.fill(safe, 96, subsequent_indent="     ") + " -->"


def remark(text: str, indent: int = 0) -> str:
    """A hint as a YAML comment."""
    head = " " * indent + "# "
    return textwrap.fill(text, 100, initial_indent=head, subsequent_indent=head)
