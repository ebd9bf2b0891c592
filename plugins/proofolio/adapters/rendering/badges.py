"""Badges as files: each picture twice, with the credential in it where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from proofolio.adapters.badges.art import Achieved, Art, svg
from proofolio.adapters.badges.baking import bake
from proofolio.adapters.badges.png import png
from proofolio.adapters.files.tree import open_source
from proofolio.core.publishing.page import Badge


class BadgeMaker:
    """Makes the badges of one site; make one and use it for all of them."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def make(self, badge: Badge) -> Iterator[tuple[str, bytes]]:
        """The files of a badge: URI and bytes.

        Raises OSError or ProofolioError when its credential cannot be read.
        """
        credential = open_source(self._root, badge.holds) if badge.holds else None
        for ending, picture in zip(("svg", "png"), _pictures(_art(badge)), strict=True):
            yield f"{badge.uri}.{ending}", picture if credential is None else bake(picture, credential)


def _art(badge: Badge) -> Art:
    kind = Achieved(badge.kind)
    return Art(badge.achievement, badge.title, badge.issuer, kind, badge.domain, badge.criteria, badge.hours)


@lru_cache(maxsize=1024)
def _pictures(art: Art) -> tuple[bytes, bytes]:
    """The picture as SVG and as PNG. Drawing is slow, and everybody who earned the same has the same one."""
    return svg(art).encode("utf-8"), png(art)
