"""Markdown for comments: what people wrote stays text."""

from __future__ import annotations

import html
import re

import markdown
import pytest

from proofolio.adapters.reporting.markdown import MarkdownReporter, escaped

DOCS = "https://docs.example.org"

HOSTILE = [
    "<script>alert(1)</script>",
    "<!-- hidden -->",
    "&lt;b&gt; &amp;",
    "`code` ``two`` ```",
    "**bold** __bold__ *it* _it_ ~~gone~~",
    "[link](https://evil.example) ![image](x.png)",
    "[ref][1] [^1]",
    "a | b | c",
    "@octocat and @org/team, mail me@example.org",
    "fixes #12, GH-12, owner/repo#7",
    "https://evil.example www.evil.example http://x",
    "5f3c1a2b9d8e7f60718293a4b5c6d7e8f9012345 deadbeef",
    "$x^2$ and $$y$$",
    "back\\slash \\* \\",
    "> [!WARNING]",
    "- list\n# heading\n\n    code",
    "{attr: x} {#id .class onclick=1}",
]


def test_a_whole_report(located) -> None:
    findings = [
        located(file="portfolios/b/index.md", hint=None, warning=True),
        located(file="portfolios/a/index.md", related=(("portfolios/roster.yml", 7, 3, "first named here"),)),
        located(file="portfolios/a/index.md", line=1, hint=None),
    ]
    link = "([unknown-competency](<https://docs.example.org/findings/unknown-competency/>))"
    assert MarkdownReporter().report(findings, DOCS) == (
        "**2 errors, 1 warning in 2 files.**\n"
        "\n"
        "### portfolios/a/index.md\n"
        "\n"
        f"- **Error, line 1, column 19:** there is no competency 'pace-a-unti' {link}\n"
        f"- **Error, line 3, column 19:** there is no competency 'pace-a-unti' {link}\n"
        "  - Hint: did you mean pace-a-unit?\n"
        "  - See portfolios/roster.yml, line 7, column 3: first named here\n"
        "\n"
        "### portfolios/b/index.md\n"
        "\n"
        f"- **Warning, line 3, column 19:** there is no competency 'pace-a-unti' {link}\n"
    )


def test_no_findings() -> None:
    report = MarkdownReporter().report([], DOCS)
    assert report == "**No findings. Everything that can be checked by machine is in order.**\n"


def commonmark(text: str) -> str:
    """The plain text that CommonMark shows for one paragraph; fails where it finds anything but text."""
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", lambda found: f"&#{ord(found.group(1))};", text)
    assert not re.search(r"[<>`*_\[\]{}|~$!]", shown), f"markup left in {text!r}"
    return html.unescape(shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_shown_as_it_is_written(text: str) -> None:
    assert commonmark(escaped(text)).replace("\u200b", "") == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_links_or_notifies(text: str) -> None:
    shown = commonmark(escaped(text))
    assert not re.search(r"@[\w-]", shown)
    assert not re.search(r"#\d|\bGH-\d", shown)
    assert not re.search(r"://|www\.", shown)
    assert not re.search(r"\b[0-9a-f]{7,40}\b", shown)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_field_is_escaped(located, text: str) -> None:
    finding = located(file=text, message=text, hint=text, related=((text, 1, 1, text),))
    report = MarkdownReporter().report([finding], DOCS)
    assert report.count("\n") == 8 - 1
    assert report.count(escaped(text)) == 5
    made = markdown.markdown(report)
    allowed = {"p", "strong", "h3", "ul", "li", "a"}
    assert set(re.findall(r"</?([a-z0-9]+)", made)) <= allowed
    assert re.findall(r'href="([^"]*)"', made) == ["https://docs.example.org/findings/unknown-competency/"]
