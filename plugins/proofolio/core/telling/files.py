"""Which files came, went, changed or got another name between two versions."""

from __future__ import annotations

from collections.abc import Mapping

from proofolio.core.model.story import FileFate, FileStory

TEXT = "index.md"
"""The text itself, which is told in words."""


def files(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[FileStory, ...]:
    """What became of each file, by path. Both map a path to the id of what the file holds."""
    gone = {path: blob for path, blob in sorted(before.items()) if path not in after and path != TEXT}
    found = []
    for path, blob in sorted(after.items()):
        if path == TEXT or before.get(path) == blob:
            continue
        if path in before:
            found.append(FileStory(path, FileFate.REPLACED))
            continue
        earlier = next((each for each, held in gone.items() if held == blob), None)
        if earlier is None:
            found.append(FileStory(path, FileFate.ADDED))
        else:
            gone.pop(earlier)
            found.append(FileStory(path, FileFate.RENAMED, earlier))
    return (*found, *(FileStory(path, FileFate.REMOVED) for path in gone))
