"""Slips in the list of artifacts, and in the artifacts themselves."""

from __future__ import annotations

from pathlib import Path

from tests.doors.mutation import does, edit, gone, moved, put

FOLDER = "portfolios/amina-yusuf/menu-maths"

WORK = f"{FOLDER}/index.md"

DRAFT = "portfolios/amina-yusuf/table-talk/index.md"

ARTIFACTS = (
    edit(
        "attendance",
        WORK,
        "unit-plan.pdf, kind: unit",
        "unit-plan.pdf, kind: attendance",
        "seat-time-as-evidence",
    ),
    edit("an unknown kind", WORK, "kind: image", "kind: imgae", "unknown-value"),
    edit("no kind", WORK, "kind: image, ", "", "missing-key", "pace-wall.png, title"),
    edit(
        "an artifact without title",
        WORK,
        ', title: "The pace wall on 8 October"',
        "",
        "missing-key",
        "pace-wall.png",
    ),
    edit("a misspelt key of an artifact", WORK, "licence: CC", "license: CC", "unknown-key"),
    edit(
        "a file and an address",
        WORK,
        "{file: unit-plan.pdf,",
        "{file: unit-plan.pdf, url: https://example.org,",
        "missing-key",
    ),
    edit("neither file nor address", WORK, "{file: unit-plan.pdf, ", "{", "missing-key", "- {kind: unit"),
    edit("consent perhaps", WORK, "consent: yes", "consent: maybe", "wrong-type"),
    edit(
        "an address that runs",
        WORK,
        "url: https://video.example.org/cedar/menu-maths-launch",
        "url: javascript:alert(1)",
        "bad-address",
    ),
    edit("a misspelt file", WORK, "unit-plan.pdf", "unit-paln.pdf", "artifact-missing"),
    edit("capitals count", WORK, "unit-plan.pdf", "Unit-Plan.pdf", "artifact-missing"),
    edit(
        "outside the folder",
        WORK,
        "file: unit-plan.pdf",
        "file: ../table-talk/goal-card.pdf",
        "artifact-outside-folder",
    ),
    edit("absolute", WORK, "file: unit-plan.pdf", "file: /etc/passwd", "artifact-outside-folder"),
    edit("a drive", WORK, "file: unit-plan.pdf", r"file: C:\plans\unit-plan.pdf", "artifact-outside-folder"),
    edit(
        "an address for a file",
        WORK,
        "file: unit-plan.pdf",
        "file: https://example.org/plan.pdf",
        "artifact-outside-folder",
    ),
    edit("listed twice", WORK, "file: pace-wall.png", "file: unit-plan.pdf", "duplicate-artifact", 16),
    edit(
        "artifacts as keys",
        DRAFT,
        "artifacts:\n  - {file: goal-card.pdf",
        "artifacts:\n    {file: goal-card.pdf",
        "malformed-yaml",
        "  - url",
    ),
    edit(
        "artifacts as one text",
        DRAFT,
        'artifacts:\n  - {file: goal-card.pdf, kind: classroom-material, title: "Goal card used at the table", licence: CC-BY-4.0}\n  - url: https://video.example.org/cedar/table-talk\n    kind: video\n    title: Two goal conferences in one workshop\n    consent: yes',
        "artifacts: goal-card.pdf",
        "wrong-type",
    ),
    edit(
        "an artifact as text",
        WORK,
        '  - {file: pace-wall.png, kind: image, title: "The pace wall on 8 October"}',
        "  - pace-wall.png",
        "wrong-type",
    ),
    edit("no artifacts", WORK, "artifacts:\n", "artifacts: []\nx:\n", "unknown-key", "x:"),
    gone("a listed file", f"{FOLDER}/unit-plan.pdf", "artifact-missing", WORK, "unit-plan.pdf"),
    gone(
        "a listed picture that is shown", f"{FOLDER}/pace-wall.png", "artifact-missing", WORK, "pace-wall.png"
    ),
    moved(
        "a file renamed",
        f"{FOLDER}/unit-check.csv",
        f"{FOLDER}/unit-checks.csv",
        "artifact-missing",
        WORK,
        "unit-check.csv",
    ),
    put("an empty picture", f"{FOLDER}/pace-wall.png", b"", "content-differs-from-extension"),
    put(
        "a page dressed as a PDF",
        f"{FOLDER}/unit-plan.pdf",
        "<html><script>alert(1)</script>",
        "content-differs-from-extension",
    ),
    put(
        "a page dressed as a table",
        f"{FOLDER}/unit-check.csv",
        "a,<script>alert(1)</script>",
        "content-differs-from-extension",
    ),
    put("a program", f"{FOLDER}/tool.exe", b"MZ\0", "file-type-not-allowed"),
    put("a drawing that runs", f"{FOLDER}/wall.svg", "<svg onload='alert(1)'/>", "file-type-not-allowed"),
    put("a page", f"{FOLDER}/page.html", "<html>", "file-type-not-allowed"),
    put("no ending", f"{FOLDER}/notes", "x", "file-type-not-allowed"),
    put("too large", f"{FOLDER}/unit-plan.pdf", b"%PDF-1.7\n" + b"0" * (21 * 1024 * 1024), "file-too-large"),
    put("spaces in a name are fine", f"{FOLDER}/my plan.pdf", b"%PDF-1.7\n", None),
    put("an accent in a name is fine", f"{FOLDER}/caf\u00e9.pdf", b"%PDF-1.7\n", None),
)


def _truncate(root: Path) -> None:
    place = root / FOLDER / "pace-wall.png"
    place.write_bytes(place.read_bytes()[:2000])


CUT = (does("a picture that breaks off", _truncate, None, f"{FOLDER}/pace-wall.png"),)

MUTATIONS = (
    *ARTIFACTS,
    *CUT,
)
