"""Keeping a text at a place in the repository, without following a link on the way there."""

from __future__ import annotations

import os
from pathlib import Path

from proofolio.adapters.files.tree import open_source
from proofolio.adapters.files.write import write_over
from proofolio.core.diagnostics.error import ProofolioError


def kept(root: Path, path: str) -> str | None:
    """The text that stands at a path; None when nothing does. ProofolioError for a link on the way."""
    refuse_links(root, path)
    try:
        return open_source(root, path).decode("utf-8", "replace")
    except FileNotFoundError:
        return None


def keep(root: Path, path: str, text: str) -> None:
    """Write a file whole. ProofolioError for a link on the way."""
    refuse_links(root, path)
    write_over(root, path, text)


def refuse_links(root: Path, path: str) -> None:
    """Raise ProofolioError when a step of the way to a path is a link."""
    place = root
    for step in path.split("/"):
        place = place / step
        if os.path.islink(place):
            raise ProofolioError(
                f"{place.relative_to(root)} is a link, and links are not followed",
                "put a folder of its own there",
            )
