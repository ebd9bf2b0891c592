"""Earlier texts of submissions, read from Git's objects: all of them with one question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from proofolio.adapters.files.read import guard_body
from proofolio.adapters.files.text import decode, split
from proofolio.adapters.files.tree import MAX_TEXT, SourceFile
from proofolio.adapters.files.yaml_reader import PERSONAL, read_yaml
from proofolio.adapters.git.objects import read_blobs
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.telling.text import Text


def read_texts(root: Path, wanted: Iterable[str], present: Mapping[str, SourceFile]) -> dict[str, Text]:
    """The texts with these blob ids; one that cannot be read is left out.

    ``present`` are files that were read already, by blob id: work that is not in Git yet is among them.
    """
    asked = frozenset(wanted)
    found = {blob: present[blob].data for blob in asked if blob in present}
    held: dict[str, bytes | None] = {**found, **read_blobs(root, sorted(asked - found.keys()))}
    texts = {blob: read_text(data) for blob, data in sorted(held.items()) if data is not None}
    return {blob: text for blob, text in texts.items() if text is not None}


def read_text(data: bytes) -> Text | None:
    """An ``index.md`` as data and body, or None when it is no sound text with front matter.

    It is held to the rules of how a text may be written, as every file is, but not to what it must say.
    """
    text = decode(data, "") if len(data) <= MAX_TEXT else None
    parts = split(text, "") if isinstance(text, str) else None
    if parts is None or isinstance(parts, Finding):
        return None
    read = read_yaml(parts.yaml, "", PERSONAL)
    sound = isinstance(read.data, dict) and not read.findings and not guard_body(parts.body, "", 1)
    return Text(read.data, parts.body) if sound else None
