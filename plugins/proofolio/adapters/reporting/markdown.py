"""The report as Markdown, for comments and job summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from proofolio.adapters.reporting.located import Located, in_order, tally
from proofolio.adapters.reporting.visible import one_line

_BREAK = "&#8203;"
_AS_ENTITY = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_SPECIAL = re.compile(r"[&<>\\`*_\[\]{}|~$!]")
# Mentions, issue numbers and bare addresses become links even where their signs are escaped; an
# invisible break keeps them what they are, text.
_LINKING = re.compile(r"(?<=[@#])|(?<=:)(?=//)|(?i:(?<=www)(?=\.))|(?i:(?<=\bgh-)(?=\d))")
_COMMIT = re.compile(r"\b[0-9a-fA-F]{7,40}\b")


class MarkdownReporter:
    """A summary grouped by file. Everything that people wrote stays text, whatever it looks like."""

    def report(self, findings: Sequence[Located], docs_url: str) -> str:
        """The summary as the first paragraph, then the files with their findings as lists."""
        ordered = in_order(findings)
        parts = [f"**{tally(ordered)}**\n"]
        for file, group in groupby(ordered, key=lambda each: each.file):
            entries = [line for each in group for line in _entry(each, docs_url)]
            parts.append(f"### {escaped(file)}\n\n" + "\n".join(entries) + "\n")
        return "\n".join(parts)


def _entry(each: Located, docs_url: str) -> Iterator[str]:
    finding = each.finding
    link = f"[{finding.rule.name}](<{each.help_address(docs_url)}>)"
    label = "Error" if each.is_error else "Warning"
    yield f"- **{label}, line {each.line}, column {each.column}:** {escaped(finding.message)} ({link})"
    if finding.hint:
        yield f"  - Hint: {escaped(finding.hint)}"
    for file, line, column, message in each.related:
        yield f"  - See {escaped(file)}, line {line}, column {column}: {escaped(message)}"


def escaped(text: str) -> str:
    """Any text as one line of Markdown that shows exactly its characters and does nothing."""
    text = _COMMIT.sub(lambda found: re.sub(r".{6}", "\\g<0>\0", found.group()), one_line(text))
    text = _LINKING.sub("\0", text)
    text = _SPECIAL.sub(lambda found: _AS_ENTITY.get(found.group(), "\\" + found.group()), text)
    return text.replace("\0", _BREAK)
