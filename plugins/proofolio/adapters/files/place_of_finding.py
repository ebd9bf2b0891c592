"""From a finding's pointer to a line, a column and the line's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from proofolio.adapters.files.load import Loaded
from proofolio.adapters.files.read import places_in_json
from proofolio.adapters.files.sheet import Mark
from proofolio.adapters.files.tree import TABLES
from proofolio.adapters.reporting.located import Located, in_order
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule


def located(loaded: Loaded, findings: Iterable[Finding]) -> tuple[Located, ...]:
    """The findings in reading order: by file, line, column and rule."""
    return tuple(in_order(_located(loaded, each) for each in findings))


def _located(loaded: Loaded, finding: Finding) -> Located:
    mark = _mark(loaded, finding.where)
    snippet = _snippet(loaded, finding.where.file, mark) if mark else None
    line, column = (mark.line, mark.column) if mark else (1, 1)
    related = []
    for each in finding.related:
        there = _mark(loaded, each.where) or Mark(1, 1)
        related.append((each.where.file, there.line, there.column, each.message))
    advised = finding if finding.hint else replace(finding, hint=advice(finding.rule))
    return Located(advised, line, column, snippet, tuple(related))


def advice(rule: Rule) -> str:
    """The first thing that a rule says one can do, worded as a hint."""
    first = rule.fix.split(". ")[0].removesuffix(".")
    return first[:1].lower() + first[1:]


def _mark(loaded: Loaded, pointer: Pointer) -> Mark | None:
    """A pointer's place; None when it means the whole file, so that no line of it is to blame."""
    if pointer.line is not None:
        return Mark(pointer.line, pointer.column or 1)
    sheet = loaded.sheets.get(pointer.file)
    if sheet is not None and pointer.route and pointer.file.endswith(".json"):
        source = loaded.tree.files[pointer.file].data or b""
        sheet = replace(sheet, values=places_in_json(source))
    return sheet.mark(pointer) if sheet else None


def _snippet(loaded: Loaded, file: str, mark: Mark) -> str | None:
    """The source line; None for what is not text or is not there."""
    source = loaded.tree.files.get(file)
    if file.startswith(TABLES) and file.endswith(".csv"):
        return None  # what somebody answered is not repeated where everybody may read it
    if source is None or not source.data:
        return None
    lines = source.data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[mark.line - 1] if mark.line <= len(lines) else None
