"""Finds the messages of a page's ``words.json``; Babel calls this where ``babel.cfg`` says so."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from typing import IO, Any

Found = tuple[int, None, str, list[str]]


def words(
    file: IO[bytes], keywords: Collection[str], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Iterator[Found]:
    """Every value and the line it stands on. Its key goes along, to tell translators what it is for."""
    lines = file.read().decode("utf-8").splitlines()
    for key, message in json.loads("\n".join(lines)).items():
        start = json.dumps(key, ensure_ascii=False) + ":"
        line = next(at for at, text in enumerate(lines, start=1) if text.lstrip().startswith(start))
        yield line, None, message, [key]
