"""The Markdown that portfolios are written in: a fixed, short list, and four small habits of ours.

No extension here reads a file, runs code, or lets a text set attributes.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

WIKI = r"\[\[([^\[\]|\n]{1,130})(?:\|([^\[\]|\n]{1,200}))?\]\](?![(\[])"
"""``[[mastery-approach]]`` or ``[[mastery-approach|words of one's own]]``."""

_STRUCK = r"(~~)(?![\s~])([^~\n]+)~~"
_ITEM = re.compile(r" {0,3}(?:[-*+]|1[.)]) +\S")
_ANY_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)]) +\S")
_BOX = re.compile(r"\[([ xX])\] +")


class _WikiLink(InlineProcessor):
    """Marks a reference for whoever places the text; empty words mean the target's own title."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[etree.Element, int, int]:
        link = etree.Element("a", {"href": f"[[{m.group(1).strip()}]]"})
        link.text = m.group(2)
        return link, m.start(0), m.end(0)


class _ListAfterText(Preprocessor):
    """A list may follow its sentence without a blank line, as the forge's own preview shows it."""

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        in_list = False
        for line in lines:
            before = made[-1] if made else ""
            if not before.strip():
                in_list = False
            elif _ITEM.match(line) and not in_list and not before.startswith("  "):
                made.append("")
            in_list = in_list or bool(_ANY_ITEM.match(line))
            made.append(line)
        return made


class _TaskList(Treeprocessor):
    """``- [x] done`` as a ticked box that is a character, not a form."""

    def run(self, root: etree.Element) -> None:
        for item in root.iter("li"):
            holder = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
            if box := _BOX.match(holder.text or ""):
                sign = "☐" if box.group(1) == " " else "☑"
                holder.text = f"{sign} {(holder.text or '')[box.end() :]}"


class _House(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        # Before links and references, after code and escapes.
        md.inlinePatterns.register(_WikiLink(WIKI, md), "wiki", 175)
        md.inlinePatterns.register(SimpleTagInlineProcessor(_STRUCK, "del"), "struck", 65)
        # After fenced code and raw HTML have been put aside.
        md.preprocessors.register(_ListAfterText(md), "list-after-text", 15)
        md.treeprocessors.register(_TaskList(md), "task-list", 25)


def markdown() -> Markdown:
    """A new converter; one serves many texts (``reset`` between them)."""
    return Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            FencedCodeExtension(),
            SaneListExtension(),
            FootnoteExtension(BACKLINK_TITLE="Back to the text, note %d"),
            _House(),
        ],
    )
