"""From a finding's pointer to a line, a column and the line's text."""

from __future__ import annotations

from collections.abc import Iterable

from proofolio.adapters.files.load import Loaded
from proofolio.adapters.files.sheet import Mark
from proofolio.adapters.reporting.located import Located
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer


def located(loaded: Loaded, findings: Iterable[Finding]) -> tuple[Located, ...]:
    """The findings in reading order: by file, line, column and rule."""
    return tuple(sorted((_located(loaded, each) for each in findings), key=_order))


def _located(loaded: Loaded, finding: Finding) -> Located:
    mark = _mark(loaded, finding.where)
    related = []
    for each in finding.related:
        there = _mark(loaded, each.where)
        related.append((each.where.file, there.line, there.column, each.message))
    return Located(
        finding, mark.line, mark.column, _snippet(loaded, finding.where.file, mark), tuple(related)
    )


def _order(each: Located) -> tuple[str, int, int, str, str]:
    return (each.finding.where.file, each.line, each.column, each.finding.rule.name, each.finding.message)


def _mark(loaded: Loaded, pointer: Pointer) -> Mark:
    if pointer.line is not None:
        return Mark(pointer.line, pointer.column or 1)
    sheet = loaded.sheets.get(pointer.file)
    return sheet.mark(pointer) if sheet else Mark(1, 1)


def _snippet(loaded: Loaded, file: str, mark: Mark) -> str | None:
    """The source line; None for what is not text or is not there."""
    source = loaded.tree.files.get(file)
    if source is None or not source.data:
        return None
    lines = source.data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[mark.line - 1] if mark.line <= len(lines) else None
