"""Slips with files and folders: links, names, things in the wrong place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.doors.mutation import does, gone, moved, put

FOLDER = "portfolios/amina-yusuf/menu-maths"
WORK = f"{FOLDER}/index.md"
PDF = b"%PDF-1.7\n"


def _link(path: str, aim: str):
    def change(root: Path) -> None:
        place = root / path
        if place.is_dir():
            shutil.rmtree(place)
        elif place.exists():
            place.unlink()
        place.symlink_to(aim)

    return change


def _folder(path: str, inside: str | None = "note.txt"):
    """A folder where a file belongs."""

    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir()
        if inside:
            (root / path / inside).write_text("x", encoding="utf-8")

    return change


def _file(path: str):
    """A file where a folder belongs."""

    def change(root: Path) -> None:
        if (root / path).exists():
            shutil.rmtree(root / path)
        (root / path).write_text("x", encoding="utf-8")

    return change


def _renamed(old: str, new: str):
    """An artifact renamed, and everything that names it."""

    def change(root: Path) -> None:
        (root / FOLDER / old).rename(root / FOLDER / new)
        text = (root / WORK).read_text(encoding="utf-8")
        (root / WORK).write_text(text.replace(old, new), encoding="utf-8")

    return change


def _fifo(path: str):
    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return change


LINKS = (
    does("a linked artifact", _link(f"{FOLDER}/unit-plan.pdf", "../table-talk/goal-card.pdf"), "symbolic-link", f"{FOLDER}/unit-plan.pdf"),
    does("a linked submission", _link(WORK, "../table-talk/index.md"), "symbolic-link", WORK),
    does("a linked folder", _link(FOLDER, "table-talk"), "symbolic-link", FOLDER),
    does("a link to nothing", _link(f"{FOLDER}/new.pdf", "nothing.pdf"), "symbolic-link", f"{FOLDER}/new.pdf"),
    does("a link in a circle", _link(f"{FOLDER}/round", "."), "symbolic-link", f"{FOLDER}/round"),
    does("a link to the machine", _link("portfolios/amina-yusuf/log/2026-01-01-x.md", "/etc/passwd"), "symbolic-link", "portfolios/amina-yusuf/log/2026-01-01-x.md"),
    does("a linked roster", _link("portfolios/roster.yml", "../competencies/issuer.yml"), "symbolic-link", "portfolios/roster.yml"),
    does("a linked issuer", _link("competencies/issuer.yml", "../portfolios/roster.yml"), "symbolic-link", "competencies/issuer.yml"),
    does("a linked definition", _link("competencies/micro-credentials/pace-a-unit.yml", "thinking-aloud.yml"), "symbolic-link", "competencies/micro-credentials/pace-a-unit.yml"),
    does("a linked framework", _link("competencies/frameworks/leadership", "foundational"), "symbolic-link", "competencies/frameworks/leadership"),
    does("a linked person", _link("portfolios/amina-yusuf", "ben-okafor"), "symbolic-link", "portfolios/amina-yusuf"),
    does("linked definitions", _link("competencies/micro-credentials", "courses"), "symbolic-link", "competencies/micro-credentials"),
    does("a linked review", _link(f"{FOLDER}/reviews/2026-10-29-rosa-diaz.md", "2026-10-14-rosa-diaz.md"), "symbolic-link", f"{FOLDER}/reviews/2026-10-29-rosa-diaz.md"),
    does("a pipe for an artifact", _fifo(f"{FOLDER}/unit-plan.pdf"), "special-file", f"{FOLDER}/unit-plan.pdf"),
    does("a pipe for a log entry", _fifo("portfolios/amina-yusuf/log/2026-09-10-first-checks.md"), "special-file", "portfolios/amina-yusuf/log/2026-09-10-first-checks.md"),
)

NAMES = (
    moved("a submission with capitals", FOLDER, "portfolios/amina-yusuf/Menu-Maths", "bad-id", "portfolios/amina-yusuf/Menu-Maths/index.md"),
    moved("a submission with spaces", FOLDER, "portfolios/amina-yusuf/menu maths", "bad-id", "portfolios/amina-yusuf/menu maths/index.md"),
    moved("a submission with an underscore", FOLDER, "portfolios/amina-yusuf/menu_maths", "bad-id", "portfolios/amina-yusuf/menu_maths/index.md"),
    moved("a submission with an accent", FOLDER, "portfolios/amina-yusuf/m\u00e9nu-maths", "bad-id", "portfolios/amina-yusuf/m\u00e9nu-maths/index.md"),
    moved("a submission with a name too long", FOLDER, "portfolios/amina-yusuf/" + "m" * 65, "bad-id", "portfolios/amina-yusuf/" + "m" * 65 + "/index.md"),
    moved("a person with capitals", "portfolios/amina-yusuf", "portfolios/Amina-Yusuf", "bad-id", "portfolios/Amina-Yusuf/index.md"),
    moved("a person with a space", "portfolios/amina-yusuf", "portfolios/amina yusuf", "bad-id", "portfolios/amina yusuf/index.md"),
    moved("a person one letter off", "portfolios/amina-yusuf", "portfolios/amina-yusaf", "person-not-on-roster", "portfolios/amina-yusaf/index.md"),
    moved("an index with capitals", WORK, f"{FOLDER}/Index.md", "missing-file", WORK),
    moved("an index by another name", WORK, f"{FOLDER}/readme.md", "missing-file", WORK),
    moved("an index with another ending", WORK, f"{FOLDER}/index.markdown", "missing-file", WORK),
    does("an accent in two parts", _renamed("unit-plan.pdf", "unit-pla\u0301n.pdf"), "bad-name", f"{FOLDER}/unit-pla\u0301n.pdf"),
    does("a device", _renamed("unit-plan.pdf", "con.pdf"), "bad-name", f"{FOLDER}/con.pdf"),
    put("a device more", f"{FOLDER}/aux.txt", "x", "bad-name"),
    put("a question mark", f"{FOLDER}/why?.txt", "x", "bad-name"),
    put("a dot at the end", f"{FOLDER}/notes.", "x", "bad-name"),
    put("a direction override", f"{FOLDER}/plan\u202efdp.txt", "x", "bad-name", 1, f"{FOLDER}/plan\\u202efdp.txt"),
    put("two that differ in capitals", f"{FOLDER}/Unit-Plan.pdf", PDF, "name-clash", 1, f"{FOLDER}/unit-plan.pdf"),
    put("what Macs leave behind is fine", f"{FOLDER}/.DS_Store", b"\0", None),
    put("what Windows leaves behind", f"{FOLDER}/Thumbs.db", b"\0", "file-type-not-allowed"),
    put("a README is fine", "portfolios/README.md", "Hello", None),
    moved("a definition with capitals", "competencies/micro-credentials/pace-a-unit.yml", "competencies/micro-credentials/Pace-a-unit.yml", "bad-id"),
    moved("a definition with a space", "competencies/micro-credentials/pace-a-unit.yml", "competencies/micro-credentials/pace a unit.yml", "bad-id"),
    moved("a definition with another ending", "competencies/micro-credentials/pace-a-unit.yml", "competencies/micro-credentials/pace-a-unit.yaml", "misplaced-file"),
    moved("a pathway with capitals", "competencies/pathways/teacher-leadership.yml", "competencies/pathways/Teacher-Leadership.yml", "bad-id"),
    moved("a course with capitals", "competencies/courses/pace-by-data.md", "competencies/courses/Pace-By-Data.md", "bad-id"),
    moved("a framework with capitals", "competencies/frameworks/leadership", "competencies/frameworks/Leadership", "bad-id", "competencies/frameworks/Leadership/framework.yml"),
    moved("a reserved name", "portfolios/farid-haddad/first-weeks", "portfolios/farid-haddad/assets", "reserved-name", "portfolios/farid-haddad/assets/index.md"),
)

PLACES = (
    does("a folder for a submission's file", _folder(WORK), "misplaced-file", WORK),
    does("an empty folder for a submission's file", _folder(WORK, None), "missing-file", WORK),
    does("a folder for an artifact", _folder(f"{FOLDER}/unit-plan.pdf"), "artifact-missing", WORK, "unit-plan.pdf"),
    does("a folder for the roster", _folder("portfolios/roster.yml"), "misplaced-file", "portfolios/roster.yml"),
    does("a folder for the issuer", _folder("competencies/issuer.yml"), "misplaced-file", "competencies/issuer.yml"),
    does("a folder for a definition", _folder("competencies/micro-credentials/pace-a-unit.yml"), "misplaced-file", "competencies/micro-credentials/pace-a-unit.yml"),
    does("a folder for a profile", _folder("portfolios/amina-yusuf/index.md"), "misplaced-file", "portfolios/amina-yusuf/index.md"),
    does("a folder for a log entry", _folder("portfolios/amina-yusuf/log/2026-10-06-who-decides.md"), "misplaced-file", "portfolios/amina-yusuf/log/2026-10-06-who-decides.md"),
    does("a file for a person", _file("portfolios/clara-lindqvist"), "misplaced-file", "portfolios/clara-lindqvist"),
    does("a file for a submission", _file("portfolios/farid-haddad/first-weeks"), "misplaced-file", "portfolios/farid-haddad/first-weeks"),
    does("a file for the log", _file("portfolios/farid-haddad/log"), "misplaced-file", "portfolios/farid-haddad/log"),
    does("a file for reviews", _file(f"{FOLDER}/reviews"), "file-type-not-allowed", f"{FOLDER}/reviews"),
    does("a file for the definitions", _file("competencies/micro-credentials"), "misplaced-file", "competencies/micro-credentials"),
    does("a file for all definitions", _file("competencies"), "misplaced-file", "competencies"),
    does("a file for all portfolios", _file("portfolios"), "misplaced-file", "portfolios"),
    gone("no index.md", WORK, "missing-file"),
    gone("no framework.yml", "competencies/frameworks/leadership/framework.yml", "missing-file"),
    gone("a whole submission is fine", "portfolios/amina-yusuf/menu-maths", None),
    gone("a whole person is fine", "portfolios/hugo-brandt", None),
    gone("no portfolios at all is fine", "portfolios", None),
    put("a loose file", "portfolios/amina-yusuf/notes.md", "x", "misplaced-file"),
    put("a loose picture", "portfolios/amina-yusuf/me.png", b"\x89PNG\r\n\x1a\n", "misplaced-file"),
    put("a picture in the log", "portfolios/amina-yusuf/log/photo.png", b"\x89PNG\r\n\x1a\n", "misplaced-file"),
    put("a stranger among definitions", "competencies/notes.yml", "x: 1\n", "misplaced-file"),
    put("a loose file of portfolios", "portfolios/notes.txt", "x", "misplaced-file"),
    put("a certificate as a PDF", "portfolios/amina-yusuf/credentials/pace.pdf", PDF, "misplaced-file"),
    put("a self-assessment in the wrong folder", "portfolios/amina-yusuf/2026-11-13.yml", "ratings: {}\n", "misplaced-file"),
)

MUTATIONS = (*LINKS, *NAMES, *PLACES)
