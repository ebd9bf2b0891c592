"""Writing new files: never over an existing one, never half."""

from __future__ import annotations

import os
import re
from pathlib import Path

from proofolio.adapters.files.documents.definitions import RosterDocument
from proofolio.adapters.files.yaml_reader import ORGANISATIONAL, read_yaml
from proofolio.core.diagnostics.error import ProofolioError

ROSTER = "portfolios/roster.yml"


def write_new(root: Path, path: str, text: str) -> None:
    """Create a file with its folders. Raises ProofolioError when it is there already."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise ProofolioError(f"{path} is there already", "nothing was changed; choose another name") from None


def add_to_roster(root: Path, person: str, entry: str) -> bool:
    """Put a person's lines at the end of the roster, leaving every other byte as it is.

    False when the person is on it. Raises ProofolioError when the roster is not laid out so that
    lines can be added at its end; then nothing was changed.
    """
    path = root / ROSTER
    before = path.read_text(encoding="utf-8-sig") if path.exists() else "people:\n"
    known = read_yaml(before, ROSTER, ORGANISATIONAL).data
    people = (known or {}).get("people") or {}
    if person in people:
        return False
    # An empty roster may be written people: {}; lines can only follow people: alone.
    after = re.sub(r"(?m)^people:[ \t]*\{[ \t]*\}[ \t]*$", "people:", before).rstrip("\n") + "\n" + entry
    data = read_yaml(after, ROSTER, ORGANISATIONAL).data
    try:
        added = data is not None and set(RosterDocument.model_validate(data).people) == {*people, person}
    except ValueError:
        added = False
    if not added:
        hint = "add these lines below people: yourself:\n" + entry.rstrip("\n")
        raise ProofolioError("the roster cannot be extended by itself", hint)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(after, encoding="utf-8", newline="\n")
    os.replace(temporary, path)
    return True


def write_over(root: Path, path: str, text: str) -> None:
    """Write a file with its folders, whole or not at all; what stood there before is gone."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(target.name + ".new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, target)
