"""Slips with files and folders: links, and things in the wrong place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.doors.mutation import Change, does, gone, put

FOLDER = "portfolios/amina-yusuf/menu-maths"

WORK = f"{FOLDER}/index.md"


def _link(path: str, aim: str) -> Change:
    def change(root: Path) -> None:
        place = root / path
        if place.is_dir():
            shutil.rmtree(place)
        elif place.exists():
            place.unlink()
        place.symlink_to(aim)

    return change


def _folder(path: str, inside: str | None = "note.txt") -> Change:
    """A folder where a file belongs."""

    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).mkdir()
        if inside:
            (root / path / inside).write_text("x", encoding="utf-8")

    return change


def _file(path: str) -> Change:
    """A file where a folder belongs."""

    def change(root: Path) -> None:
        if (root / path).exists():
            shutil.rmtree(root / path)
        (root / path).write_text("x", encoding="utf-8")

    return change


def _fifo(path: str) -> Change:
    def change(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return change


LINKS = (
    does(
        "a linked artifact",
        _link(f"{FOLDER}/unit-plan.pdf", "../table-talk/goal-card.pdf"),
        "symbolic-link",
        f"{FOLDER}/unit-plan.pdf",
    ),
    does("a linked submission", _link(WORK, "../table-talk/index.md"), "symbolic-link", WORK),
    does("a linked folder", _link(FOLDER, "table-talk"), "symbolic-link", FOLDER),
    does(
        "a link to nothing", _link(f"{FOLDER}/new.pdf", "nothing.pdf"), "symbolic-link", f"{FOLDER}/new.pdf"
    ),
    does("a link in a circle", _link(f"{FOLDER}/round", "."), "symbolic-link", f"{FOLDER}/round"),
    does(
        "a link to the machine",
        _link("portfolios/amina-yusuf/log/2026-01-01-x.md", "/etc/passwd"),
        "symbolic-link",
        "portfolios/amina-yusuf/log/2026-01-01-x.md",
    ),
    does(
        "a linked roster",
        _link("portfolios/roster.yml", "../competencies/issuer.yml"),
        "symbolic-link",
        "portfolios/roster.yml",
    ),
    does(
        "a linked issuer",
        _link("competencies/issuer.yml", "../portfolios/roster.yml"),
        "symbolic-link",
        "competencies/issuer.yml",
    ),
    does(
        "a linked definition",
        _link("competencies/micro-credentials/pace-a-unit.yml", "thinking-aloud.yml"),
        "symbolic-link",
        "competencies/micro-credentials/pace-a-unit.yml",
    ),
    does(
        "a linked framework",
        _link("competencies/frameworks/leadership", "foundational"),
        "symbolic-link",
        "competencies/frameworks/leadership",
    ),
    does(
        "a linked person",
        _link("portfolios/amina-yusuf", "ben-okafor"),
        "symbolic-link",
        "portfolios/amina-yusuf",
    ),
    does(
        "linked definitions",
        _link("competencies/micro-credentials", "courses"),
        "symbolic-link",
        "competencies/micro-credentials",
    ),
    does(
        "a linked review",
        _link(f"{FOLDER}/reviews/2026-10-29-rosa-diaz.md", "2026-10-14-rosa-diaz.md"),
        "symbolic-link",
        f"{FOLDER}/reviews/2026-10-29-rosa-diaz.md",
    ),
    does(
        "a pipe for an artifact", _fifo(f"{FOLDER}/unit-plan.pdf"), "special-file", f"{FOLDER}/unit-plan.pdf"
    ),
    does(
        "a pipe for a log entry",
        _fifo("portfolios/amina-yusuf/log/2026-09-10-first-checks.md"),
        "special-file",
        "portfolios/amina-yusuf/log/2026-09-10-first-checks.md",
    ),
)

PLACES = (
    does("a folder for a submission's file", _folder(WORK), "misplaced-file", WORK),
    does("an empty folder for a submission's file", _folder(WORK, None), "missing-file", WORK),
    does(
        "a folder for an artifact",
        _folder(f"{FOLDER}/unit-plan.pdf"),
        "artifact-missing",
        WORK,
        "unit-plan.pdf",
    ),
    does(
        "a folder for the roster", _folder("portfolios/roster.yml"), "misplaced-file", "portfolios/roster.yml"
    ),
    does(
        "a folder for the issuer",
        _folder("competencies/issuer.yml"),
        "misplaced-file",
        "competencies/issuer.yml",
    ),
    does(
        "a folder for a definition",
        _folder("competencies/micro-credentials/pace-a-unit.yml"),
        "misplaced-file",
        "competencies/micro-credentials/pace-a-unit.yml",
    ),
    does(
        "a folder for a profile",
        _folder("portfolios/amina-yusuf/index.md"),
        "misplaced-file",
        "portfolios/amina-yusuf/index.md",
    ),
    does(
        "a folder for a log entry",
        _folder("portfolios/amina-yusuf/log/2026-10-06-who-decides.md"),
        "misplaced-file",
        "portfolios/amina-yusuf/log/2026-10-06-who-decides.md",
    ),
    does(
        "a file for a person",
        _file("portfolios/clara-lindqvist"),
        "misplaced-file",
        "portfolios/clara-lindqvist",
    ),
    does(
        "a file for a submission",
        _file("portfolios/farid-haddad/first-weeks"),
        "misplaced-file",
        "portfolios/farid-haddad/first-weeks",
    ),
    does(
        "a file for the log",
        _file("portfolios/farid-haddad/log"),
        "misplaced-file",
        "portfolios/farid-haddad/log",
    ),
    does("a file for reviews", _file(f"{FOLDER}/reviews"), "file-type-not-allowed", f"{FOLDER}/reviews"),
    does(
        "a file for the definitions",
        _file("competencies/micro-credentials"),
        "misplaced-file",
        "competencies/micro-credentials",
    ),
    does("a file for all definitions", _file("competencies"), "misplaced-file", "competencies"),
    does("a file for all portfolios", _file("portfolios"), "misplaced-file", "portfolios"),
    gone("no index.md", WORK, "missing-file"),
    gone("no framework.yml", "competencies/frameworks/leadership/framework.yml", "missing-file"),
    gone("a whole submission is fine", "portfolios/amina-yusuf/maths-choice-board", None),
    gone("a whole person is fine", "portfolios/hugo-brandt", None),
    gone("no portfolios at all is fine", "portfolios", None),
    put("a loose file", "portfolios/amina-yusuf/notes.md", "x", "misplaced-file"),
    put("a loose picture", "portfolios/amina-yusuf/me.png", b"\x89PNG\r\n\x1a\n", "misplaced-file"),
    put(
        "a picture in the log", "portfolios/amina-yusuf/log/photo.png", b"\x89PNG\r\n\x1a\n", "misplaced-file"
    ),
    put("a stranger among definitions", "competencies/notes.yml", "x: 1\n", "misplaced-file"),
    put("a loose file of portfolios", "portfolios/notes.txt", "x", "misplaced-file"),
    put(
        "a certificate as a PDF",
        "portfolios/amina-yusuf/credentials/pace.pdf",
        b"%PDF-1.7\n",
        "misplaced-file",
    ),
    put(
        "a self-assessment in the wrong folder",
        "portfolios/amina-yusuf/2026-11-13.yml",
        "ratings: {}\n",
        "misplaced-file",
    ),
)

MUTATIONS = (
    *LINKS,
    *PLACES,
)
