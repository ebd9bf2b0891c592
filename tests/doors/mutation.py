"""One slip in the demo district, and where a person would expect to be told of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Change = Callable[[Path], object]


@dataclass(frozen=True)
class Mutation:
    """A change of the demo, and the one finding that it must bring up: rule, file and line.

    ``at`` is a line, or a text of the changed file on whose line the finding stands. A ``rule`` of
    None says that the change is no fault at all. ``touched`` is what was changed, if not ``file``.
    """

    name: str
    change: Change
    rule: str | None
    file: str
    at: int | str
    touched: str = ""

    @property
    def person(self) -> str | None:
        """Whose portfolio is changed; None for what belongs to all."""
        steps = (self.touched or self.file).split("/")
        return steps[1] if steps[0] == "portfolios" and len(steps) > 1 and steps[1] != "roster.yml" else None

    def expected(self, root: Path) -> list[tuple[str, str, int]]:
        """The finding as it must be told, once the change was made at ``root``."""
        if self.rule is None:
            return []
        line = self.at
        if isinstance(line, str):
            text = (root / self.file).read_text(encoding="utf-8")
            assert line in text, f"{line!r} is not in {self.file}"
            line = text[: text.index(line)].count("\n") + 1
        return [(self.rule, self.file, line)]


def edit(name: str, file: str, old: str, new: str, rule: str | None, at: int | str | None = None) -> Mutation:
    """Replace a text of a file once. The finding stands on the first line that differs."""

    def change(root: Path) -> None:
        place = root / file
        text = place.read_bytes().decode("utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {file}"
        place.write_bytes(text.replace(old, new, 1).encode("utf-8"))

    where = at
    if where is None:
        before, after = old.split("\n"), new.split("\n")
        same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), 0)
        where = after[same]
    return Mutation(name, change, rule, file, where)


def put(
    name: str, file: str, content: str | bytes, rule: str | None, at: int | str = 1, where: str | None = None
) -> Mutation:
    """Write a whole file, which may be new."""

    def change(root: Path) -> None:
        place = root / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    return Mutation(name, change, rule, where or file, at)


def recode(
    name: str, file: str, encode: Callable[[bytes], bytes], rule: str | None, at: int | str = 1
) -> Mutation:
    """Change the bytes of a whole file."""
    return Mutation(
        name, lambda root: (root / file).write_bytes(encode((root / file).read_bytes())), rule, file, at
    )


def gone(name: str, path: str, rule: str | None, where: str | None = None, at: int | str = 1) -> Mutation:
    """Delete a file or a folder."""

    def change(root: Path) -> None:
        place = root / path
        shutil.rmtree(place) if place.is_dir() else place.unlink()

    return Mutation(name, change, rule, where or path, at)


def moved(
    name: str, path: str, to: str, rule: str | None, where: str | None = None, at: int | str = 1
) -> Mutation:
    """Rename a file or a folder."""

    def change(root: Path) -> None:
        (root / to).parent.mkdir(parents=True, exist_ok=True)
        (root / path).rename(root / to)

    return Mutation(name, change, rule, where or to, at, touched=path)


def does(name: str, change: Change, rule: str | None, where: str, at: int | str = 1) -> Mutation:
    """Any other change."""
    return Mutation(name, change, rule, where, at)
