"""Whether a built site may go out: a last look at the files themselves, whoever built them."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.hosting.audience import audience_of, is_internal
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.publishing.page import Audience

LARGEST_FILE = 100 * 1024 * 1024
"""Bytes; the largest evidence has 20 MiB, and the rest of a site is far smaller."""
_SHOWN = 10
# The policy holds for what stands behind it, so it comes first in the head.
_POLICY = re.compile(
    rb"<head(?:\s[^>]*)?>\s*<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';",
    re.IGNORECASE,
)
_HEAD_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a site holds."""

    pages: int
    files: int
    size: int


def verify(site: Path, audience: Audience = Audience.PUBLIC) -> Extent:
    """Look at every file of a built site. Raises ProofolioError when it must not be published.

    There is a front page; every page begins with a security policy; there are ordinary files only,
    none of them beyond all measure; and it was built for the ``audience`` that is to have it.
    """
    if not (site / "index.html").is_file():
        raise ProofolioError(f"{site} holds no index.html", "build the site first: proofolio build")
    internal = audience_of(site) is Audience.INTERNAL
    pages = files = size = 0
    trouble = []
    for path in sorted(_files(site)):
        facts, name = path.lstat(), path.relative_to(site).as_posix()
        if not stat.S_ISREG(facts.st_mode):
            trouble.append(f"{name} is no ordinary file")
            continue
        files, size = files + 1, size + facts.st_size
        if facts.st_size > LARGEST_FILE:
            trouble.append(f"{name} is larger than {LARGEST_FILE // (1024 * 1024)} MiB")
        elif path.suffix.lower() in (".html", ".htm", ".xhtml"):
            pages += 1
            head = _head(path)
            internal = internal or is_internal(head)
            if not _POLICY.search(head):
                trouble.append(f"{name} has no security policy")
    _meant_for(audience, internal)
    if trouble:
        more = f", and {len(trouble) - _SHOWN} more" if len(trouble) > _SHOWN else ""
        raise ProofolioError(
            "this site must not be published: " + "; ".join(trouble[:_SHOWN]) + more,
            "build it with the plugin proofolio, into an empty folder",
        )
    return Extent(pages, files, size)


def _meant_for(audience: Audience, internal: bool) -> None:
    if internal and audience is Audience.PUBLIC:
        raise ProofolioError(
            "this site is for your own people, and must not go where everybody can read it",
            "proofolio build makes the public one; "
            "for a place that only your own people can open, say --audience internal",
        )
    if not internal and audience is Audience.INTERNAL:
        raise ProofolioError(
            "this is the public site, and the internal one was asked for",
            "proofolio build --audience internal makes that one",
        )


def _files(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        yield from (Path(here, name) for name in names)
        yield from (Path(here, name) for name in folders if Path(here, name).is_symlink())


def _head(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_HEAD_BYTES)
