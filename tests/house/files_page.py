"""Write what is made in docs/guides/files.md: tables, limits and what the commands print.

    python -m tests.house.files_page

Everything between ``<!-- keys: … -->`` and ``<!-- /keys -->`` (and likewise ``types``, ``limits`` and
``output``) comes from here; all other text is written by hand. The page's own examples are the
district on which the commands run.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tests.house.keys import tables

from proofolio import pipeline
from proofolio.adapters.files.content_type import ALLOWED
from proofolio.adapters.files.places import MAX_ID
from proofolio.adapters.files.read import MAX_LINE
from proofolio.adapters.files.tree import MAX_ARTIFACT, MAX_TEXT, text_limit
from proofolio.adapters.files.yaml_reader import ORGANISATIONAL, PERSONAL
from proofolio.adapters.reporting.json import JsonReporter
from proofolio.adapters.reporting.status_json import status_json

PAGE = Path(__file__).parents[2] / "docs" / "guides" / "files.md"
TODAY = date(2026, 11, 22)
ALSO = ("ask-a-question", "write-it-up")
"""Micro-credentials that the examples name and that look like the one shown."""
SHOWN = "competencies/micro-credentials/plan-a-fair-test.yml"
WORK = "portfolios/dmitri-volkov/which-salt"
SLIP = ("micro_credential: plan-a-fair-test", "micro_credential: plan-a-fair-tset")

_MADE = re.compile(
    r"(?P<open><!-- (?P<what>keys|types|limits|output)(?:: (?P<of>[\w-]+))? -->\n)"
    r".*?(?P<close>\n<!-- /(?P=what) -->)",
    re.DOTALL,
)
_BLOCK = re.compile(r"^```(?P<lang>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.M | re.S)


class Block(NamedTuple):
    """A code block of the page. ``title`` is the file's path; a piece of a file has none."""

    language: str
    title: str | None
    text: str


def blocks(page: str) -> list[Block]:
    """All code blocks, in order."""
    return [Block(each["lang"], each["title"], each["text"]) for each in _BLOCK.finditer(page)]


def examples(page: str) -> dict[str, str]:
    """The files that the page shows, by path."""
    return {each.title: each.text for each in blocks(page) if each.title}


def build(page: str, root: Path) -> None:
    """Write the page's examples as a district, with the two micro-credentials that are only named."""
    files = examples(page)
    for name in ALSO:
        title = f"title: {name.replace('-', ' ').capitalize()}"
        files[SHOWN.replace("plan-a-fair-test", name)] = re.sub(r"^title: .*", title, files[SHOWN])
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def made(page: str) -> str:
    """The page with everything that is made in it made afresh."""
    makers: dict[str, Callable[[str], str]] = {
        "keys": tables,
        "types": lambda _: _types(),
        "limits": lambda _: _limits(),
        "output": lambda of: _output(page, of),
    }

    def make(found: re.Match[str]) -> str:
        return f"{found['open']}\n{makers[found['what']](found['of'] or '')}\n{found['close']}"

    return _MADE.sub(make, page)


def _types() -> str:
    rows = ["| Ending | What it is |", "| --- | --- |"]
    by_type: dict[str, list[str]] = {}
    for ending, kind in ALLOWED.items():
        by_type.setdefault(kind, []).append(f"`.{ending}`")
    rows += [f"| {', '.join(endings)} | `{kind}` |" for kind, endings in by_type.items()]
    return "\n".join(rows)


def _limits() -> str:
    kib, mib = 1024, 1024 * 1024
    own, theirs = PERSONAL, ORGANISATIONAL
    text = min(theirs.size, text_limit(SHOWN))
    rows = {
        "One file of evidence": f"{MAX_ARTIFACT // mib} MiB",
        "One Markdown, YAML or JSON file in a person's folder": f"{MAX_TEXT // kib} KiB",
        "Its YAML": f"{own.size // kib} KiB, nested {own.depth} deep, {own.nodes:,} values",
        "A definition or the roster": f"{text // kib:,} KiB, nested {theirs.depth} deep, "
        f"{theirs.nodes:,} values",
        "One line of a Markdown text": f"{MAX_LINE:,} characters",
        "An id": f"{MAX_ID} characters",
    }
    lines = (f"| {what} | {limit} |" for what, limit in rows.items())
    return "\n".join(("| What | At most |", "| --- | --- |", *lines))


def _output(page: str, of: str) -> str:
    root = Path(tempfile.mkdtemp())
    try:
        build(page.replace(*SLIP) if of == "check" else page, root)
        inspection = pipeline.inspect(root, TODAY)
        if of == "check":
            url = inspection.district.issuer.url if inspection.district.issuer else ""
            text = JsonReporter().report(inspection.located(), url)
        else:
            text = status_json(inspection.district, inspection.progress)
    finally:
        shutil.rmtree(root)
    return "```json\n" + "\n".join(_laid_out(json.loads(text))) + "\n```"


def _laid_out(value: Any, before: str = "", width: int = 106) -> Iterator[str]:
    """JSON in few lines: what fits into one stays in one."""
    flat = before + json.dumps(value, ensure_ascii=False)
    if len(flat) <= width or not isinstance(value, dict | list) or not value:
        yield flat
        return
    indent = " " * (len(before) - len(before.lstrip()) + 2)
    keyed = isinstance(value, dict)
    yield before + ("{" if keyed else "[")
    for at, each in enumerate(value):
        head = f"{indent}{json.dumps(each)}: " if isinstance(value, dict) else indent
        lines = list(_laid_out(value[each] if isinstance(value, dict) else each, head, width))
        lines[-1] += "," if at + 1 < len(value) else ""
        yield from lines
    yield indent[2:] + ("}" if keyed else "]")


if __name__ == "__main__":
    PAGE.write_text(made(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
