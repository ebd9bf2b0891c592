"""The report as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from collections.abc import Sequence

from proofolio.adapters.reporting.located import Located, in_order
from proofolio.adapters.reporting.visible import visible


class GitHubReporter:
    """One ``::error`` or ``::warning`` command a finding. Nothing for no findings."""

    def report(self, findings: Sequence[Located], docs_url: str) -> str:
        """One line for each finding; what people wrote can start no command of its own."""
        return "".join(_command(each, docs_url) + "\n" for each in in_order(findings))


def _command(each: Located, docs_url: str) -> str:
    rule = each.finding.rule
    properties = {
        "file": _property(each.file),
        "line": str(each.line),
        "col": str(each.column),
        "title": _property(f"{rule.title} ({rule.name})"),
    }
    listed = ",".join(f"{name}={value}" for name, value in properties.items())
    lines = [each.finding.message]
    if each.finding.hint:
        lines.append(f"Hint: {each.finding.hint}")
    lines += [f"See {file}:{line}:{column}: {message}" for file, line, column, message in each.related]
    lines.append(each.help_address(docs_url))
    message = "\n".join(lines)
    return f"::{rule.severity} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """Text of a command's message. The percent sign goes first, as the others make new ones."""
    kept = "\n".join(visible(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return kept.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A command's property, where commas and colons have a meaning too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
