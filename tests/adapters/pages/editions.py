"""The demo before and after an edit: every page's key, HTML and inputs."""

from __future__ import annotations

import posixpath
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from proofolio import pipeline
from proofolio.adapters.rendering.heads import tell
from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.adapters.rendering.publication import Made, Publisher
from proofolio.core.publishing.page import Audience

TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Printed:
    """One page as it came out: what machines are told in its head, and its content."""

    key: str
    html: str
    inputs: tuple[str, ...]


Edition = dict[str, Printed]


@dataclass
class Press:
    """Prints a repository again and again; what was converted once stays known."""

    root: Path
    audience: Audience = Audience.PUBLIC
    converter: MarkdownConverter = field(default_factory=MarkdownConverter)
    pictures: dict[bytes, tuple[int, int] | None] = field(default_factory=dict)

    def print(self) -> Edition:
        """Every page of the site as it is now."""
        plan = pipeline.inspect(self.root, TODAY).site(self.audience)
        publisher = Publisher(self.root)
        sizes = {}
        for file in plan.files:
            data = (self.root / file.source).read_bytes()
            if data not in self.pictures:
                made = publisher.make(file)
                self.pictures[data] = made.size if isinstance(made, Made) else None
            if size := self.pictures[data]:
                sizes[file.uri] = size
        renderer = PageRenderer(plan, self.converter, sizes)
        found = {}
        for page in plan.pages:
            folder = posixpath.dirname(page.uri) or "."

            def link(uri: str, folder: str = folder) -> str:
                return posixpath.relpath(uri, folder)

            head = tell("<head></head>", page, "https://portfolio.example.org", "Cedar Valley", link)
            html = head + renderer.render(page, link).html
            found[page.uri] = Printed(renderer.key(page, link), html, page.inputs)
        return found


class Desk:
    """A repository to change and to put back as it was."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._before: dict[str, bytes | None] = {}

    def write(self, path: str, data: bytes) -> None:
        """Put a file there."""
        self._keep(path)
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def change(self, path: str, old: str, new: str) -> None:
        """Replace some words that stand there exactly once or more; the first of them."""
        text = (self.root / path).read_bytes().decode()
        assert old in text, f"{path} no longer says {old!r}"
        self.write(path, text.replace(old, new, 1).encode())

    def remove(self, folder: str) -> None:
        """Delete a folder, or one file."""
        place = self.root / folder
        for path in [place] if place.is_file() else [each for each in place.rglob("*") if each.is_file()]:
            self._keep(path.relative_to(self.root).as_posix())
        shutil.rmtree(place) if place.is_dir() else place.unlink()

    @property
    def touched(self) -> list[str]:
        """Every path that is not as it was."""
        return sorted(self._before)

    def put_back(self) -> None:
        """Undo everything."""
        for path, data in self._before.items():
            place = self.root / path
            if data is None:
                place.unlink(missing_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
        self._before.clear()

    def _keep(self, path: str) -> None:
        place = self.root / path
        self._before.setdefault(path, place.read_bytes() if place.is_file() else None)


Edit = Callable[[Desk], None]
