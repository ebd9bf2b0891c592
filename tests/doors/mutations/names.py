"""Slips with the names of files and folders."""

from __future__ import annotations

from pathlib import Path

from tests.doors.mutation import Change, does, moved, put

FOLDER = "portfolios/amina-yusuf/menu-maths"

WORK = f"{FOLDER}/index.md"

PDF = b"%PDF-1.7\n"


def _renamed(old: str, new: str) -> Change:
    """An artifact renamed, and everything that names it."""

    def change(root: Path) -> None:
        (root / FOLDER / old).rename(root / FOLDER / new)
        text = (root / WORK).read_text(encoding="utf-8")
        (root / WORK).write_text(text.replace(old, new), encoding="utf-8")

    return change


NAMES = (
    moved(
        "a submission with capitals",
        FOLDER,
        "portfolios/amina-yusuf/Menu-Maths",
        "bad-id",
        "portfolios/amina-yusuf/Menu-Maths/index.md",
    ),
    moved(
        "a submission with spaces",
        FOLDER,
        "portfolios/amina-yusuf/menu maths",
        "bad-id",
        "portfolios/amina-yusuf/menu maths/index.md",
    ),
    moved(
        "a submission with an underscore",
        FOLDER,
        "portfolios/amina-yusuf/menu_maths",
        "bad-id",
        "portfolios/amina-yusuf/menu_maths/index.md",
    ),
    moved(
        "a submission with an accent",
        FOLDER,
        "portfolios/amina-yusuf/m\u00e9nu-maths",
        "bad-id",
        "portfolios/amina-yusuf/m\u00e9nu-maths/index.md",
    ),
    moved(
        "a submission with a name too long",
        FOLDER,
        "portfolios/amina-yusuf/" + "m" * 65,
        "bad-id",
        "portfolios/amina-yusuf/" + "m" * 65 + "/index.md",
    ),
    moved(
        "a person with capitals",
        "portfolios/amina-yusuf",
        "portfolios/Amina-Yusuf",
        "bad-id",
        "portfolios/Amina-Yusuf/index.md",
    ),
    moved(
        "a person with a space",
        "portfolios/amina-yusuf",
        "portfolios/amina yusuf",
        "bad-id",
        "portfolios/amina yusuf/index.md",
    ),
    moved(
        "a person one letter off",
        "portfolios/amina-yusuf",
        "portfolios/amina-yusaf",
        "person-not-on-roster",
        "portfolios/amina-yusaf/index.md",
    ),
    moved("an index with capitals", WORK, f"{FOLDER}/Index.md", "missing-file", WORK),
    moved("an index by another name", WORK, f"{FOLDER}/readme.md", "missing-file", WORK),
    moved("an index with another ending", WORK, f"{FOLDER}/index.markdown", "missing-file", WORK),
    does(
        "an accent in two parts",
        _renamed("unit-plan.pdf", "unit-pla\u0301n.pdf"),
        "bad-name",
        f"{FOLDER}/unit-pla\u0301n.pdf",
    ),
    does("a device", _renamed("unit-plan.pdf", "con.pdf"), "bad-name", f"{FOLDER}/con.pdf"),
    put("a device more", f"{FOLDER}/aux.txt", "x", "bad-name"),
    put("a question mark", f"{FOLDER}/why?.txt", "x", "bad-name"),
    put("a dot at the end", f"{FOLDER}/notes.", "x", "bad-name"),
    put(
        "a direction override",
        f"{FOLDER}/plan\u202efdp.txt",
        "x",
        "bad-name",
        1,
        f"{FOLDER}/plan\\u202efdp.txt",
    ),
    put(
        "two that differ in capitals",
        f"{FOLDER}/Unit-Plan.pdf",
        PDF,
        "name-clash",
        1,
        f"{FOLDER}/unit-plan.pdf",
    ),
    put("what Macs leave behind is fine", f"{FOLDER}/.DS_Store", b"\0", None),
    put("what Windows leaves behind", f"{FOLDER}/Thumbs.db", b"\0", "file-type-not-allowed"),
    put("a README is fine", "portfolios/README.md", "Hello", None),
    moved(
        "a definition with capitals",
        "competencies/micro-credentials/pace-a-unit.yml",
        "competencies/micro-credentials/Pace-a-unit.yml",
        "bad-id",
    ),
    moved(
        "a definition with a space",
        "competencies/micro-credentials/pace-a-unit.yml",
        "competencies/micro-credentials/pace a unit.yml",
        "bad-id",
    ),
    moved(
        "a definition with another ending",
        "competencies/micro-credentials/pace-a-unit.yml",
        "competencies/micro-credentials/pace-a-unit.yaml",
        "misplaced-file",
    ),
    moved(
        "a pathway with capitals",
        "competencies/pathways/teacher-leadership.yml",
        "competencies/pathways/Teacher-Leadership.yml",
        "bad-id",
    ),
    moved(
        "a course with capitals",
        "competencies/courses/pace-by-data.md",
        "competencies/courses/Pace-By-Data.md",
        "bad-id",
    ),
    moved(
        "a framework with capitals",
        "competencies/frameworks/leadership",
        "competencies/frameworks/Leadership",
        "bad-id",
        "competencies/frameworks/Leadership/framework.yml",
    ),
    moved(
        "a reserved name",
        "portfolios/farid-haddad/first-weeks",
        "portfolios/farid-haddad/assets",
        "reserved-name",
        "portfolios/farid-haddad/assets/index.md",
    ),
)

MUTATIONS = (*NAMES,)
