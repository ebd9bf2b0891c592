"""Folders of definitions that are missing altogether: one finding, whatever names what was in them."""

from __future__ import annotations

from collections.abc import Iterable

from proofolio.adapters.files.places import Kind
from proofolio.adapters.files.shelf import FILE, Shelf
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.model.district import EVERY
from proofolio.core.model.portfolio import Portfolio

COMPETENCIES = "competencies"
_FOLDERS = {
    "framework": "frameworks",
    "micro-credential": "micro-credentials",
    "pathway": "pathways",
    "course": "courses",
    "renewal": "renewal",
}
_HINT = "restore the folder from Git, or write its first file"


def missing_folders(shelf: Shelf, portfolios: Iterable[Portfolio]) -> None:
    """Tell of each folder that is missing and named by several; what names it has no second finding."""
    people = tuple(portfolios)
    if not any(shelf.tree.below(COMPETENCIES)):
        for kind in ("competency", *_FOLDERS):
            shelf.broken[kind].add(EVERY)
        return
    named = _named(shelf, people)
    for kind, name in _FOLDERS.items():
        folder = f"{COMPETENCIES}/{name}"
        refused = folder in shelf.broken[FILE]
        if any(shelf.tree.below(folder)) or (named[kind] < 2 and not refused):
            continue
        if not refused:
            message = f"the folder {name} is missing, and {named[kind]} files name what was in it"
            shelf.findings.append(Finding(reading.MISSING_FILE, message, Pointer(folder), _HINT))
        shelf.broken[kind].add(EVERY)
        if kind == "framework":
            shelf.broken["competency"].add(EVERY)


def _named(shelf: Shelf, people: tuple[Portfolio, ...]) -> dict[str, int]:
    """How many files name something of each kind."""
    kinds = shelf.by_kind
    return {
        "framework": len(kinds[Kind.MICRO_CREDENTIAL]) + len(kinds[Kind.COURSE]),
        "micro-credential": len(kinds[Kind.PATHWAY]) + len(kinds[Kind.SUBMISSION]),
        "pathway": sum(1 for each in people if each.profile and each.profile.pathways),
        "course": sum(1 for each in people for entry in each.log if entry.course),
        "renewal": sum(1 for each in people if each.profile and each.profile.renewal),
    }
