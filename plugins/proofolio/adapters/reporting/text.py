"""The report for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proofolio.adapters.reporting.located import Located, in_order, tally
from proofolio.adapters.reporting.visible import one_line
from proofolio.adapters.reporting.window import window

_RED, _YELLOW, _GREEN, _CYAN, _BOLD = "1;31", "1;33", "1;32", "36", "1"


class TextReporter:
    """Findings with the line they are about, a caret, a hint and where to read more."""

    def __init__(self, colour: bool = False) -> None:
        self._colour = colour

    def report(self, findings: Sequence[Located], docs_url: str) -> str:
        """The findings one below another, and a summary as the last line."""
        ordered = in_order(findings)
        blocks = ["\n".join(self._block(each, docs_url)) + "\n\n" for each in ordered]
        counts = tally(ordered)
        style = _RED if counts.errors else _YELLOW if counts.warnings else _GREEN
        return "".join(blocks) + self._paint(str(counts), style) + "\n"

    def _block(self, each: Located, docs_url: str) -> Iterator[str]:
        rule = each.finding.rule
        style = _RED if each.is_error else _YELLOW
        label = self._paint(f"{rule.severity}[{rule.name}]", style)
        yield f"{label} → {self._paint(f'{one_line(each.file)}:{each.line}:{each.column}', _BOLD)}"
        yield f"  {one_line(each.finding.message)}"
        gutter = len(str(each.line)) + 1
        if each.snippet is not None:
            piece, caret = window(each.snippet, each.column)
            bar = self._paint("|", _CYAN)
            yield f"{self._paint(str(each.line).rjust(gutter), _CYAN)} {bar} {piece}".rstrip()
            yield f"{' ' * gutter} {bar} {' ' * caret}{self._paint('^', style)}"
        notes = [("hint", each.finding.hint)] if each.finding.hint else []
        notes.append(("help", each.help_address(docs_url)))
        notes += [
            ("see", f"{file}:{line}:{column}: {message}") for file, line, column, message in each.related
        ]
        for name, note in notes:
            yield f"{' ' * gutter} {self._paint('=', _CYAN)} {self._paint(name, _BOLD)}: {one_line(note)}"

    def _paint(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._colour else text
