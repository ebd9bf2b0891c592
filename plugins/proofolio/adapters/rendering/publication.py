"""Files that go into the site: people's artifacts, made safe, and signed files, byte for byte."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.files.content_type import matches
from proofolio.adapters.files.tree import MAX_ARTIFACT, open_source
from proofolio.adapters.images.cleaner import ImageCleaner
from proofolio.adapters.images.refusal import Refusal
from proofolio.core.publishing.page import Publication

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".gif")


@dataclass(frozen=True, slots=True)
class Made:
    """A file made safe: its bytes, and a picture's width and height in pixels."""

    data: bytes
    size: tuple[int, int] | None = None


class Publisher:
    """Makes people's files safe to publish; make one and use it for all."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._pictures = ImageCleaner()

    def copy(self, planned: Publication) -> bytes | Refusal:
        """The bytes of a signed file, which were checked before, or why it is not published."""
        try:
            return open_source(self._root, planned.source)
        except OSError as error:
            return Refusal(f"The file cannot be opened: {error.strerror or error}", "Restore it from Git.")

    def make(self, planned: Publication) -> Made | Refusal:
        """The file's bytes, or why it is not published.

        Pictures are decoded and encoded again, so that a photo's place and owner do not go along.
        """
        name = planned.source.rsplit("/", 1)[-1]
        try:
            data = open_source(self._root, planned.source)
        except OSError as error:
            return Refusal(
                f"The file cannot be opened: {error.strerror or error}", "Check that it is a file."
            )
        if len(data) > MAX_ARTIFACT or not matches(name, data):
            return Refusal("The file is too large or not what its name says.", "proofolio check says more.")
        if not name.lower().endswith(PICTURES):
            return Made(data)
        cleaned = self._pictures.clean(data, name)
        if isinstance(cleaned, Refusal):
            return cleaned
        return Made(cleaned.data, (cleaned.width, cleaned.height))
