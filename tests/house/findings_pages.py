"""Write docs/findings: a page for each rule, from the rulebook and its case. ``make findings``."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cases.case import HERE as CASES

from proofolio.core.diagnostics.rule import Rule
from proofolio.core.diagnostics.rulebook import RULEBOOK
from proofolio.core.diagnostics.rules import authority

PULLS = Path(__file__).parents[1] / "doors" / "pulls" / "expected"
FOLDER = Path(__file__).parents[2] / "docs" / "findings"


def as_text(words: str) -> str:
    """A rule's words as Markdown that shows them as they are: some of them speak of markup."""
    return re.sub(
        r"([*\[\]`])", r"\\\1", words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )


def severity(rule: Rule) -> str:
    """How much it matters, as people read it."""
    return f"{rule.severity.value}, and fails no check" if rule.waits else rule.severity.value


def page(rule: Rule) -> str:
    """One rule's page."""
    golden = CASES / rule.name / "expected.txt"
    if rule in authority.RULES:
        golden = PULLS / f"{rule.name}.txt"
    example = golden.read_text(encoding="utf-8").rstrip() if golden.exists() else ""
    return "\n".join(
        (
            f"# {rule.name}",
            "",
            f"**{as_text(rule.title)}.** Severity: {severity(rule)}.",
            "",
            "## Why it matters",
            "",
            as_text(rule.why),
            "",
            "## What to do",
            "",
            as_text(rule.fix),
            "",
            "## What it looks like",
            "",
            "```text",
            example,
            "```",
            "",
        )
    )


def index() -> str:
    """The list of all rules."""
    lines = [
        "# Findings",
        "",
        "What `proofolio check` can say about a file: what is wrong, why it matters, and what to do.",
        "An **error** keeps the file from being published until it is mended; everything else is published",
        "meanwhile. What has only a **warning** is published as it is, but for bright spots, which wait",
        "until everybody concerned agrees.",
        "",
        "| Finding | What is wrong | Severity |",
        "| --- | --- | --- |",
    ]
    for rule in RULEBOOK.values():
        title = as_text(rule.title).replace("|", "\\|")
        lines.append(f"| [{rule.name}]({rule.name}.md) | {title} | {severity(rule)} |")
    return "\n".join((*lines, ""))


def pages() -> dict[str, str]:
    """Every file of the folder, by name."""
    return {"index.md": index(), **{f"{name}.md": page(rule) for name, rule in RULEBOOK.items()}}


def write() -> None:
    """Make the folder hold exactly these pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
