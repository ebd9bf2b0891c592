"""Answers that people give, and some that only a test would: for whoever writes files from them."""

from __future__ import annotations

import random
from typing import Any

NASTY = (
    "", " ", "yes", "No", "1.0", "007", "null", "~", "2026-10-05", "-", "- x", "a: b", "a #b", "#b", "'q'",
    '"q"', "back\\slash", "{a, b}", "[x]", "a, b", "é à ñ", "Ünïcödé", "漢字かな 한국어", "العربية עברית",
    "👩🏽‍🏫 emoji 🎉", "tab\tin", "line\nbreak", "cr\r\nlf", "lone\rcr", "\x00\x07\x1b", "a\u200bb\u200db",
    "\u202eabc\u202c", "\ufeffbom", "nbsp\u00a0here", "<b>bold</b>", "2 < 3 > 1",
    "<script>alert(1)</script>", "<!-- c -->", "--> x <!--", "&lt;", "it’s – “fine”",
    "https://a.example/x?y=1&z", "http://user@host/x", "Https://A.example", "www.example.org",
    "a\u0301 combining", "ß ẞ ﬁ ²½", "İstanbul ΣΑΣ", "%41 +", "e5", "1,200", "41,5", "-0.50", "+7", "\ud83d",
    "0",
)  # fmt: skip
"""For every field alike."""

MARKDOWN = (
    "## x", "# x", "#", "##", "###### deep", "#tag", "   ## x", "    ## code", "x\n---", "x\n===", "---",
    "***", "-----", "---\ntitle: x\n---", "```\n## in\n```", "```py\n<b>\n```", "```", "~~~\nopen",
    "````\n```\n````", "```\nx\n````", "``` a b\nx\n```", " ```\n## y\n ```", "`<p>` and `` ` ``", "\\`<b>`",
    "a ` b <i> ` c", "\\<b>", "<https://a.b/c>", "<div>\n\n## z\n\n</div>", "<!-- never closed", "<![CDATA[",
    "`<![`", "![alt](a.png) [t](u(1).html) [[agency|x]]", "1. one\n2. two\n   - three", "- [ ] task",
    "> quote\n> - nested", "| a | b |\n| --- | --- |\n| 1 | 2 |", "[" * 45, "(" * 210, "[x" * 70, ">" * 50,
    "-" * 60, "=" * 3, "a\n-", "-\na", "x" * 4100, "word " * 1300, "<" * 900, "<a" * 2100, "👩🏽‍🏫" * 1200,
    "don't re-do e.g. 1.5 it’s", "__x__ *y*", "[ref]: https://x.example", "![](x.png)", "\t\tindented",
    "I can …", "I can …\nI can do it", "  I can …  ", "x\nI can …\n---", "trailing  \nspace",
    "\n\nblank\n\n\nlines\n\n",
)  # fmt: skip
"""For the texts of sections."""

_KINDS = (
    "audio", "classroom-material", "data", "document", "image", "lesson-plan", "link", "observation",
    "student-work", "unit", "video", "attendance", "certificate", "", "nonsense",
)  # fmt: skip
_PLACES = (
    "unit-plan.pdf",
    "https://video.example.org/x",
    "../x.pdf",
    "reviews/x.md",
    "http://",
    "plan 2.pdf",
)
COMMENTARY = (
    "1:05 student: I changed my mind here.", "12:40 I wait on purpose.", "1:02:33 Colleague: so calm",
    "075:00 - family: we saw it", "0:07. teacher:", "1:5 no", "1:65 no", "12 no", "", "  ", "1:05", "1:05x y",
    "9:09: look: there", "00:00 <b>Look</b>", "1:05 studnet: x", "100:59 – x, y", "1:00:60 no", "ſtudent: 1",
    "1:05 STUDENT : yes", "1:05 student:", "1:05 #x", "0:01 {a}", "\u0661:05 x",
)  # fmt: skip
"""Lines of a commentary, and some that are none."""
_THEMES = ("equitable", "authentic", "no", "2026", "Equitable", "a b", "x" * 65, "e5", "")
_DAYS = ("2026-10-05", "2026-02-30", "0000-01-01", "5 Oct", "", "2024-02-29", "２０２６-10-05")
_NUMBERS = ("41", "78.5", "41,5", "1,200", "", "lots", "-3", "007", "1e3", "99999999999", "٤١")


def answers(seed: int, sections: tuple[str, ...]) -> dict[str, Any]:
    """One set of answers, the same for the same seed."""
    dice = random.Random(seed)

    def text() -> str:
        return dice.choice(NASTY) if dice.random() < 0.7 else " ".join(dice.choices(NASTY, k=3))

    def some(values: tuple[str, ...]) -> str:
        return dice.choice(values) if dice.random() < 0.85 else dice.choice(NASTY)

    def body() -> str:
        parts = dice.choices((*MARKDOWN, *NASTY, "Plain words that somebody wrote."), k=dice.randint(0, 5))
        return dice.choice(("\n", "\n\n", "\r\n")).join(parts)

    def impact() -> dict[str, str]:
        return {
            "measure": text() or "Pace", "unit": dice.choice(("percent", "%", "", "points")),
            "before": some(_NUMBERS), "after": some(_NUMBERS), "n": dice.choice(("", "26", "x", "0026")),
            "before_date": dice.choice(_DAYS), "after_date": dice.choice(_DAYS), "source": text(),
            "better": dice.choice(("", "lower")),
        }  # fmt: skip

    return {
        "title": text(),
        "status": dice.choice(("draft", "submitted", "")),
        "applied": {
            "date": dice.choice(_DAYS), "setting": text(), "subject": text(), "learners": some(_NUMBERS),
        },
        "with": [text() for _ in range(dice.randint(0, 2))],
        "problem_of_practice": text(),
        "themes": dice.choices((*_THEMES, *NASTY), k=dice.randint(0, 3)),
        "demonstrates": [
            {"competency": dice.choice(("feedback", "", "a b")), "because": text()}
            for _ in range(dice.randint(0, 2))
        ],
        "artifacts": [
            {
                "place": some(_PLACES), "kind": dice.choice(_KINDS), "title": text(), "licence": text(),
                "consent": dice.choice(("", "yes", "no")),
                "commentary": dice.choice(("\n", "\r\n")).join(
                    dice.choices((*COMMENTARY, *NASTY), k=dice.randint(0, 5))
                ),
            }
            for _ in range(dice.randint(0, 4))
        ],
        "impact": [impact() for _ in range(dice.randint(0, 2))],
        "visibility": dice.choice(("", "public", "internal", "private")),
        "sections": {name: body() for name in sections if dice.random() < 0.9},
    }  # fmt: skip


def finished(words: int = 130) -> dict[str, Any]:
    """Answers that lack nothing, for pace-a-unit."""
    said = "Learners moved on when three checks in a row were right, and not before. "
    text = said * (words // len(said.split()) + 1)
    return {
        "title": "Ratios: a second try",
        "status": "submitted",
        "applied": {"date": "2026-10-05", "setting": "Grade 4", "subject": "Mathematics", "learners": "26"},
        "sections": {"context": text, "practice": text, "reflection": text},
        "artifacts": [
            {"place": "https://video.example.org/x", "kind": "video", "title": "A talk", "consent": "yes"},
            {"place": "https://files.example.org/plan", "kind": "unit", "title": "Unit plan"},
        ],
        "impact": [
            {
                "measure": "Learners meeting the target", "unit": "percent", "before": "41", "after": "78",
                "n": "26", "before_date": "2026-09-20", "after_date": "2026-10-30", "source": "Unit check",
            }
        ],
    }  # fmt: skip
