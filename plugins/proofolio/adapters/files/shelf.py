"""The files of the tree, sorted by kind, and what reading them brings up."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from proofolio.adapters.files.places import Kind, Place, place_of
from proofolio.adapters.files.read import read_sheet
from proofolio.adapters.files.sheet import Sheet
from proofolio.adapters.files.tree import SourceFile, Tree
from proofolio.adapters.files.validate import validate
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading

Shape = TypeVar("Shape", bound=BaseModel)
FRAMEWORKS = "competencies/frameworks/"
FILE = "file"
"""Among the broken things: paths of files that were not taken in as they are."""


@dataclass(slots=True)
class Shelf:
    """The files of the tree by kind, with what reading them brought up.

    ``broken`` collects, by kind, the ids of files that exist but could not be read.
    """

    tree: Tree
    by_kind: dict[Kind, dict[tuple[str, ...], SourceFile]] = field(default_factory=lambda: defaultdict(dict))
    by_person: dict[tuple[Kind, str], dict[tuple[str, ...], SourceFile]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    sheets: dict[str, Sheet] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    broken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    broken_paths: set[str] = field(default_factory=set)

    def put(self, place: Place, file: SourceFile) -> None:
        """Shelve a file under its kind, and a personal one also under its person."""
        self.by_kind[place.kind][place.ids] = file
        if file.path.startswith("portfolios/") and len(place.ids) > 0:
            self.by_person[place.kind, place.ids[0]][place.ids[1:]] = file

    def stand_in(self, path: str) -> None:
        """Note a file that is there, but not as it should be, so that what names it has no second finding."""
        path = unicodedata.normalize("NFC", path)
        self.broken[FILE].add(path)
        if path.startswith(FRAMEWORKS) and "/" not in path.removeprefix(FRAMEWORKS):
            self.broken[Kind.FRAMEWORK.value].add(path.removeprefix(FRAMEWORKS))
        place = place_of(path)
        if place is None:
            return
        if place.kind is Kind.COMPETENCY:
            self.broken["competency"].update((place.ids[1], "/".join(place.ids)))
        elif not path.startswith("portfolios/"):
            self.broken[place.kind.value].update(place.ids)

    def document(self, file: SourceFile, shape: type[Shape]) -> tuple[Shape, Sheet] | None:
        """A file's document and sheet; None when it is withheld (the findings say why)."""
        sheet, findings = read_sheet(file)
        document = None
        if sheet is not None:
            self.sheets[file.path] = sheet
            document, wrong = validate(sheet, shape)
            findings = findings + wrong
        self.findings.extend(findings)
        if document is None or sheet is None or findings:
            self.broken_paths.add(file.path)
            return None
        return document, sheet

    def each(self, kind: Kind, shape: type[Shape], build: Callable[[str, Shape, Sheet], None]) -> None:
        """Read every file of a kind whose only id is its name."""
        for (name, *_), file in self.by_kind[kind].items():
            found = self.document(file, shape)
            if found:
                build(name, *found)
            else:
                self.broken[kind.value].add(name)


def bad_name(shelf: Shelf, file: SourceFile, form: str) -> None:
    """Say that a file's name does not tell what it has to tell."""
    message = "the file's name must be " + form
    shelf.findings.append(Finding(reading.BAD_FILE_NAME, message, Pointer(file.path)))
    shelf.broken_paths.add(file.path)
