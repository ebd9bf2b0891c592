"""Slips in submissions: front matter, sections, artifacts, impact, links and pictures."""

from __future__ import annotations

import re
from pathlib import Path

from tests.doors.mutation import Mutation, does, edit, gone, moved, put

FOLDER = "portfolios/amina-yusuf/menu-maths"
WORK = f"{FOLDER}/index.md"
DRAFT = "portfolios/amina-yusuf/table-talk/index.md"
ARTIFACTS_AND_MORE = "artifacts:\n  - {file: unit-plan.pdf"
PICTURE = re.compile(r"!\[A wall[^\]]*\]\(pa[^)]*\)")


def body(name: str, text: str, rule: str | None, at: str | None = None) -> Mutation:
    """Add a paragraph to the work."""
    return edit(name, WORK, "The wall above is where", f"{text}\n\nThe wall above is where", rule, at or text.split("\n")[0])


def _without(heading: str) -> Mutation:
    """Take a whole section out."""

    def change(root: Path) -> None:
        text = (root / WORK).read_text(encoding="utf-8")
        start = text.index(f"## {heading}")
        end = text.find("\n## ", start)
        (root / WORK).write_text(text[:start] + (text[end + 1 :] if end > 0 else ""), encoding="utf-8")

    rule = "missing-reflection" if heading == "Reflection" else "missing-section"
    return Mutation(f"without the section {heading}", change, rule, WORK, "micro_credential:")


def _short(heading: str) -> Mutation:
    """Cut a section down to three words."""

    def change(root: Path) -> None:
        text = (root / WORK).read_text(encoding="utf-8")
        start = text.index(f"## {heading}") + len(f"## {heading}")
        end = text.find("\n## ", start)
        rest = text[end:] if end > 0 else ""
        (root / WORK).write_text(f"{text[:start]}\n\nOnly three words.\n{rest}", encoding="utf-8")

    return Mutation(f"a short section {heading}", change, "too-few-words", WORK, f"## {heading}")


SETTINGS = (
    edit("an unknown micro-credential", WORK, "pace-a-unit", "pace-a-unti", "unknown-micro-credential"),
    edit("no micro-credential", WORK, "micro_credential: pace-a-unit\n", "", "missing-key", 1),
    edit("an empty micro-credential", WORK, "micro_credential: pace-a-unit", "micro_credential:", "wrong-type", "micro_credential:\n"),
    edit("a hyphen for an underscore", WORK, "micro_credential:", "micro-credential:", "unknown-key"),
    edit("no title", WORK, 'title: "Menu maths: ratios with a real restaurant"\n', "", "missing-key", 1),
    edit("a number for a title", WORK, 'title: "Menu maths: ratios with a real restaurant"', "title: 2026", "wrong-type"),
    edit("a title with a colon and no quotes", WORK, '"Menu maths: ratios with a real restaurant"', "Menu maths: ratios with a real restaurant", None),
    edit("a quote never closed", WORK, 'restaurant"', "restaurant", "malformed-yaml"),
    edit("an unknown status", WORK, "status: submitted", "status: sumbitted", "unknown-value"),
    edit("a misspelt status", WORK, "status:", "statsu:", "unknown-key"),
    edit("a status with capitals", WORK, "status: submitted", "status: Submitted", "unknown-value"),
    edit("an extra key", WORK, "status: submitted", "status: submitted\ngrade: A", "unknown-key", "grade: A"),
    edit("a key twice", WORK, "status: submitted", "status: submitted\nstatus: draft", "duplicate-key", "status: draft"),
    edit("learners in words", WORK, "learners: 26}", "learners: many}", "wrong-type"),
    edit("a misspelt key within", WORK, "setting: Grade 4", "seting: Grade 4", "unknown-key"),
    edit("a day that is not", WORK, "date: 2026-08-31,", "date: 2026-02-31,", "bad-date"),
    edit("applied as text", WORK, "applied: {date: 2026-08-31, setting: Grade 4, subject: Mathematics, learners: 26}", "applied: In August", "wrong-type"),
    edit("demonstrates an unknown competency", WORK, "competency: promote-learner-agency", "competency: promote-learner-agenci", "unknown-competency"),
    edit("demonstrates without because", WORK, "    because: From", "    becuase: From", "unknown-key"),
    edit("demonstrates as a text", WORK, "  - competency: promote-learner-agency\n    because: From stop 3 on, learners chose when to take a check, whether to go back a stop, and how to show the last one.", "  - promote-learner-agency", "wrong-type"),
    edit("an unknown co-author", WORK, "status: submitted", "status: submitted\nwith: [ben-okafro]", "unknown-person", "with:"),
    edit("the owner as co-author", WORK, "status: submitted", "status: submitted\nwith: [amina-yusuf]", "co-author-is-owner", "with:"),
    edit("a co-author as text", WORK, "status: submitted", "status: submitted\nwith: ben-okafor", "wrong-type", "with:"),
    edit("an unknown visibility", WORK, "status: submitted", "status: submitted\nvisibility: hidden", "unknown-value", "visibility:"),
    edit("an unknown stage", WORK, "status: submitted", "status: submitted\nstage: practise", "unknown-value", "stage:"),
    edit("a draft asks for nothing", DRAFT, "Next time I would", "Later", None),
    edit("a draft with a misspelt key", DRAFT, "micro_credential:", "microcredential:", "unknown-key"),
)

SECTIONS = (
    _without("Context"),
    _without("What I did"),
    _without("Reflection"),
    _short("Context"),
    _short("What I did"),
    _short("Reflection"),
    edit("a heading renamed", WORK, "## What I did", "## My story", "missing-section", "micro_credential:"),
    edit("a heading one level deeper", WORK, "## Reflection", "### Reflection", "missing-reflection", "micro_credential:"),
    edit("a heading in capitals is fine", WORK, "## Reflection", "## REFLECTION", None),
    edit("a heading without a space is fine", WORK, "## Reflection", "##Reflection", None),
    edit("a heading that is only bold", WORK, "## Reflection", "**Reflection**", "missing-reflection", "micro_credential:"),
)

ARTIFACTS = (
    edit("attendance", WORK, "unit-plan.pdf, kind: unit", "unit-plan.pdf, kind: attendance", "seat-time-as-evidence"),
    edit("an unknown kind", WORK, "kind: image", "kind: imgae", "unknown-value"),
    edit("no kind", WORK, "kind: image, ", "", "missing-key", "pace-wall.png, title"),
    edit("no title", WORK, ', title: "The pace wall on 8 October"', "", "missing-key", "pace-wall.png"),
    edit("a misspelt key", WORK, "licence: CC", "license: CC", "unknown-key"),
    edit("a file and an address", WORK, "{file: unit-plan.pdf,", "{file: unit-plan.pdf, url: https://example.org,", "missing-key"),
    edit("neither file nor address", WORK, "{file: unit-plan.pdf, ", "{", "missing-key", "- {kind: unit"),
    edit("consent perhaps", WORK, "consent: yes", "consent: maybe", "wrong-type"),
    edit("an address that runs", WORK, "url: https://video.example.org/cedar/menu-maths-launch", "url: javascript:alert(1)", "bad-address"),
    edit("a misspelt file", WORK, "unit-plan.pdf", "unit-paln.pdf", "artifact-missing"),
    edit("capitals count", WORK, "unit-plan.pdf", "Unit-Plan.pdf", "artifact-missing"),
    edit("outside the folder", WORK, "file: unit-plan.pdf", "file: ../table-talk/goal-card.pdf", "artifact-outside-folder"),
    edit("absolute", WORK, "file: unit-plan.pdf", "file: /etc/passwd", "artifact-outside-folder"),
    edit("a drive", WORK, "file: unit-plan.pdf", r"file: C:\plans\unit-plan.pdf", "artifact-outside-folder"),
    edit("an address for a file", WORK, "file: unit-plan.pdf", "file: https://example.org/plan.pdf", "artifact-outside-folder"),
    edit("listed twice", WORK, "file: pace-wall.png", "file: unit-plan.pdf", "duplicate-artifact", 16),
    edit("artifacts as keys", DRAFT, "artifacts:\n  - {file: goal-card.pdf", "artifacts:\n    {file: goal-card.pdf", "malformed-yaml", "  - url"),
    edit("artifacts as one text", DRAFT, "artifacts:\n  - {file: goal-card.pdf, kind: classroom-material, title: \"Goal card used at the table\", licence: CC-BY-4.0}\n  - url: https://video.example.org/cedar/table-talk\n    kind: video\n    title: Two goal conferences in one workshop\n    consent: yes", "artifacts: goal-card.pdf", "wrong-type"),
    edit("an artifact as text", WORK, '  - {file: pace-wall.png, kind: image, title: "The pace wall on 8 October"}', "  - pace-wall.png", "wrong-type"),
    edit("no artifacts", WORK, "artifacts:\n", "artifacts: []\nx:\n", "unknown-key", "x:"),
    gone("a listed file", f"{FOLDER}/unit-plan.pdf", "artifact-missing", WORK, "unit-plan.pdf"),
    gone("a listed picture that is shown", f"{FOLDER}/pace-wall.png", "artifact-missing", WORK, "pace-wall.png"),
    moved("a file renamed", f"{FOLDER}/unit-check.csv", f"{FOLDER}/unit-checks.csv", "artifact-missing", WORK, "unit-check.csv"),
    put("an empty picture", f"{FOLDER}/pace-wall.png", b"", "content-differs-from-extension"),
    put("a page dressed as a PDF", f"{FOLDER}/unit-plan.pdf", "<html><script>alert(1)</script>", "content-differs-from-extension"),
    put("a page dressed as a table", f"{FOLDER}/unit-check.csv", "a,<script>alert(1)</script>", "content-differs-from-extension"),
    put("a program", f"{FOLDER}/tool.exe", b"MZ\0", "file-type-not-allowed"),
    put("a drawing that runs", f"{FOLDER}/wall.svg", "<svg onload='alert(1)'/>", "file-type-not-allowed"),
    put("a page", f"{FOLDER}/page.html", "<html>", "file-type-not-allowed"),
    put("no ending", f"{FOLDER}/notes", "x", "file-type-not-allowed"),
    put("too large", f"{FOLDER}/unit-plan.pdf", b"%PDF-1.7\n" + b"0" * (21 * 1024 * 1024), "file-too-large"),
    put("spaces in a name are fine", f"{FOLDER}/my plan.pdf", b"%PDF-1.7\n", None),
    put("an accent in a name is fine", f"{FOLDER}/caf\u00e9.pdf", b"%PDF-1.7\n", None),
)

IMPACTS = (
    edit("dates swapped", WORK, "before_date: 2026-08-31", "before_date: 2026-12-31", "impact-dates-out-of-order", "after_date"),
    edit("units differ", WORK, "after: 78", "after: 9 points", "impact-units-differ"),
    edit("more than all", WORK, "after: 78", "after: 178", "impact-out-of-range"),
    edit("less than none", WORK, "before: 41", "before: -41", "impact-out-of-range"),
    edit("no source", WORK, "    source: Unit check written by the Grade 4 team; learners sat again the questions of stops they had not met\n", "", "impact-without-source", "  - measure"),
    edit("no n", WORK, "    n: 26\n", "", "impact-without-n", "  - measure"),
    edit("n in words", WORK, "n: 26", "n: all", "wrong-type"),
    edit("half a learner", WORK, "n: 26", "n: 25.5", "wrong-type"),
    edit("a value in words", WORK, "after: 78", "after: better", "wrong-type"),
    edit("no value", WORK, "    after: 78\n", "", "missing-key", "  - measure"),
    edit("an empty value", WORK, "after: 78", "after:", "wrong-type", "    after:\n"),
    edit("a misspelt key", WORK, "before_date", "date_before", "unknown-key"),
    edit("a measure misspelt", WORK, "  - measure:", "  - mesure:", "unknown-key"),
    edit("no impact", WORK, "impact:\n  - measure: Mean score on the twelve-question unit check\n    unit: percent\n    before: 41\n    after: 78\n    n: 26\n    before_date: 2026-08-31\n    after_date: 2026-10-23\n    source: Unit check written by the Grade 4 team; learners sat again the questions of stops they had not met\n", "", "missing-impact", "micro_credential"),
    edit("impact not as a list", WORK, "  - measure: Mean", "    measure: Mean", "wrong-type"),
    edit("a measure twice in two units", WORK, "impact:\n", "impact:\n  - {measure: Mean score on the twelve-question unit check, unit: points, before: 5, after: 9, n: 26, source: Check}\n", "impact-units-differ", "    unit: percent"),
)

BODIES = (
    body("a picture without words", "![](pace-wall.png)", "image-without-alt"),
    body("a picture without words by reference", "![][wall]\n\n[wall]: pace-wall.png", "image-without-alt"),
    body("a linked picture without words", "[![](pace-wall.png)](unit-plan.pdf)", "image-without-alt"),
    body("a picture in HTML without words", '<img src="pace-wall.png">', "image-without-alt"),
    body("a picture in HTML with words", '<img src="pace-wall.png" alt="The wall">', None),
    body("a picture that is not there", "![The wall](pace-wal.png)", "dangling-link"),
    body("a picture in HTML that is not there", '<img src="pace-wal.png" alt="The wall">', "dangling-link"),
    body("a picture from elsewhere", "![The wall](https://example.org/a.png)", "remote-image"),
    body("a file that is not there", "[Plan](unit-paln.pdf)", "dangling-link"),
    body("a link in HTML that leads nowhere", '<a href="unit-paln.pdf">Plan</a>', "dangling-link"),
    body("a link in HTML that runs", '<a href="javascript:alert(1)">Plan</a>', "unsafe-link"),
    body("work that is not there", "[Talk](../table-tolk/)", "dangling-link"),
    body("another one's work that is not there", "[Ben](../../ben-okafor/wonder-wal/index.md)", "dangling-link"),
    body("somebody who is not there", "[Ben](../../ben-okafro/)", "dangling-link"),
    body("a competency that is not there", "[[mastery-aproach]]", "dangling-link"),
    body("a link that runs", "[here](javascript:alert(1))", "unsafe-link"),
    body("a link that runs, hidden", "[here](JaVaScRiPt:alert(1))", "unsafe-link"),
    body("a link that holds data", "[here](data:text/html;base64,PHNjcmlwdD4=)", "unsafe-link"),
    body("a file of a machine", "[here](file:///etc/passwd)", "unsafe-link"),
    body("an address without a host", "[here](https://)", "unsafe-link"),
    body("outside the repository", "[here](../../../../etc/passwd)", "dangling-link"),
    body("an absolute path", "[here](/index.html)", "dangling-link"),
    body("a link without address", "[here]()", "dangling-link"),
    body("a link by reference", "[here][plan]\n\n[plan]: unit-paln.pdf", "dangling-link", "[plan]: unit"),
    body("a place on the page is fine", "[here](#reflection)", None),
    body("a link in code is fine", "`[here](nowhere.pdf)`", None),
    body("an unfinished declaration", "<![ foo", "unsafe-markdown"),
    body("an address with a bracket", "[x](http://[::1/)", "unsafe-markdown"),
    body("an endless line", "x" * 6000, "line-too-long"),
    body("deep quotes", ">" * 60 + " x", "unsafe-markdown"),
    body("a picture of a folder", "![Reviews](reviews)", "dangling-link"),
    body("a script is taken out", "<script>alert(1)</script>", None),
)


def _truncate(root: Path) -> None:
    place = root / FOLDER / "pace-wall.png"
    place.write_bytes(place.read_bytes()[:2000])


CUT = (does("a picture that breaks off", _truncate, None, f"{FOLDER}/pace-wall.png"),)

MUTATIONS = (*SETTINGS, *SECTIONS, *ARTIFACTS, *IMPACTS, *BODIES, *CUT)
