"""What is not public leaves no trace: fifty words in hidden places, none of them in any file of the site."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from PIL import Image, PngImagePlugin
from tests.sites import build, pages

pytestmark = pytest.mark.slow

Plant = Callable[[Path, str], None]

DRAFT = "portfolios/amina-yusuf/table-talk"
PRACTICE = "portfolios/clara-lindqvist/picture-planners"
INTERNAL = "portfolios/ben-okafor/family-reading-postcards"
INSIDE = "portfolios/clara-lindqvist"  # the whole portfolio is internal
HIDDEN = "portfolios/clara-lindqvist/block-corner-conferences"
SHOWN = "portfolios/amina-yusuf/menu-maths"


def front(path: str, **keys: object) -> Plant:
    """Keys of a file's front matter; ``WORD`` in them becomes the planted word."""

    def plant(root: Path, word: str) -> None:
        place = root / path
        _, matter, body = place.read_text(encoding="utf-8").split("---\n", 2)
        said = yaml.safe_load(matter)
        for key, value in keys.items():
            said[key] = _filled(value, said.get(key), word)
        text = yaml.safe_dump(said, allow_unicode=True, sort_keys=False)
        place.write_text(f"---\n{text}---\n{body}", encoding="utf-8")

    return plant


def _filled(value: object, there: object, word: str) -> object:
    if isinstance(value, str):
        return value.replace("WORD", word)
    if isinstance(value, dict):
        return {key: _filled(each, None, word) for key, each in value.items()}
    if isinstance(value, list):
        before = list(there) if isinstance(there, list) else []
        return [*before, *(_filled(each, None, word) for each in value)]
    return value


def body(path: str, text: str = "\nWORD\n") -> Plant:
    """Some text at the end of a file."""

    def plant(root: Path, word: str) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text.replace("WORD", word))

    return plant


def new(path: str, text: str = "WORD\n") -> Plant:
    """A new file; its name and its text may hold the word."""

    def plant(root: Path, word: str) -> None:
        place = root / path.replace("WORD", word)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text.replace("WORD", word), encoding="utf-8")

    return plant


def swap(path: str, pattern: str, put: str) -> Plant:
    """A replacement in a file, once."""

    def plant(root: Path, word: str) -> None:
        place = root / path
        text, number = re.subn(pattern, put.replace("WORD", word), place.read_text(encoding="utf-8"), count=1)
        assert number == 1, (path, pattern)
        place.write_text(text, encoding="utf-8")

    return plant


def once(path: str, text: str) -> Plant:
    """A text that was in a public file in one commit, and was taken out in the next."""

    def plant(root: Path, word: str) -> None:
        place = root / path
        before = place.read_text(encoding="utf-8")
        place.write_text(before + text.replace("WORD", word), encoding="utf-8")
        _commit(root, "Something more")
        place.write_text(before, encoding="utf-8")
        _commit(root, "Taken out again")

    return plant


def commit(
    path: str, message: str, author: str = "A Teacher <teacher@example.org>", with_draft: bool = False
) -> Plant:
    """A commit whose message or author holds the word."""

    def plant(root: Path, word: str) -> None:
        for each in (path, *([f"{DRAFT}/index.md"] if with_draft else [])):
            with (root / each).open("a", encoding="utf-8") as file:
                file.write("\nOne more line.\n")
        _commit(root, message.replace("WORD", word), author.replace("WORD", word))

    return plant


def _commit(root: Path, message: str, author: str = "A Teacher <teacher@example.org>") -> None:
    who = ["-c", "user.name=A Teacher", "-c", "user.email=teacher@example.org"]
    subprocess.run(["git", *who, "add", "-A"], cwd=root, check=True, capture_output=True)
    subprocess.run(
        ["git", *who, "commit", "-q", "-m", message, "--author", author],
        cwd=root,
        check=True,
        capture_output=True,
    )


def texted(path: str) -> Plant:
    """A text inside a picture's file, as cameras and programs put it there."""

    def plant(root: Path, word: str) -> None:
        with Image.open(root / path) as picture:
            told = PngImagePlugin.PngInfo()
            told.add_itxt("Comment", word, zip=True)
            picture.copy().save(root / path, pnginfo=told)

    return plant


def thanks(work: str, title: str = "WORD", name: str = "2026-11-17-thanks") -> Plant:
    """A recognition, complete and in order, of some work; the consent is another matter."""
    text = f"---\nwork: {work}\nby: grace-oduya\ntitle: {title}\n---\nWORD, and more.\n"
    return new(f"competencies/recognitions/{name}.md", text)


def both(*plants: Plant) -> Plant:
    """Several things with the same word."""

    def plant(root: Path, word: str) -> None:
        for each in plants:
            each(root, word)

    return plant


def submission(title: str, more: str = "") -> str:
    """A submission's text."""
    return (
        f"---\ntitle: {title}\nmicro_credential: goal-conferences\n{more}---\n"
        "## Context\n\nWORD and more.\n\n## Reflection\n\nWORD again.\n"
    )


PLANTS: dict[str, Plant] = {
    "the title of a draft": front(f"{DRAFT}/index.md", title="WORD"),
    "the body of a draft": body(f"{DRAFT}/index.md"),
    "a heading of a draft": body(f"{DRAFT}/index.md", "\n## WORD\n\nText.\n"),
    "the setting of a draft": front(f"{DRAFT}/index.md", applied={"setting": "WORD"}),
    "an artifact's title in a draft": front(
        f"{DRAFT}/index.md", artifacts=[{"url": "https://x.example.org/1", "kind": "video", "title": "WORD"}]
    ),
    "an artifact's address in a draft": front(
        f"{DRAFT}/index.md", artifacts=[{"url": "https://WORD.example.org/", "kind": "video", "title": "x"}]
    ),
    "the problem of practice of a draft": front(f"{DRAFT}/index.md", problem_of_practice="WORD"),
    "a measure of a draft": front(
        f"{DRAFT}/index.md", impact=[{"measure": "WORD", "unit": "percent", "before": 1, "after": 2, "n": 20}]
    ),
    "the source of a draft's figures": front(
        f"{DRAFT}/index.md",
        impact=[{"measure": "m", "unit": "percent", "before": 1, "after": 2, "n": 20, "source": "WORD"}],
    ),
    "a file beside a draft": new(f"{DRAFT}/WORD.txt"),
    "the words of a link in a draft": body(f"{DRAFT}/index.md", "\n[WORD](goal-card.pdf)\n"),
    "a review in an internal portfolio": body(f"{HIDDEN}/reviews/2026-10-22-rosa-diaz.md"),
    "a new draft's slug": new("portfolios/amina-yusuf/WORD/index.md", submission("A plan")),
    "a new draft's text": new("portfolios/amina-yusuf/another-plan/index.md", submission("A plan")),
    "the title of practice work": front(f"{PRACTICE}/index.md", title="WORD"),
    "the body of practice work": body(f"{PRACTICE}/index.md"),
    "public practice work": new(
        "portfolios/amina-yusuf/rehearsal/index.md",
        submission("A rehearsal", "stage: practice\nstatus: submitted\n"),
    ),
    "the title of internal work": front(f"{INTERNAL}/index.md", title="WORD"),
    "the body of internal work": body(f"{INTERNAL}/index.md"),
    "internal work's further competency": front(
        f"{INTERNAL}/index.md", demonstrates=[{"competency": "growth-mindset", "because": "WORD"}]
    ),
    "a file of internal work": new(f"{INTERNAL}/WORD.txt"),
    "a review of internal work": body(f"{INTERNAL}/reviews/2026-03-06-rosa-diaz.md"),
    "private work in a public portfolio": new(
        "portfolios/ben-okafor/a-worry/index.md",
        submission("A worry", "status: submitted\nvisibility: private\n"),
    ),
    "the slug of private work": new(
        "portfolios/ben-okafor/WORD/index.md",
        submission("A worry", "status: submitted\nvisibility: private\n"),
    ),
    "the title of private work": new(
        "portfolios/hugo-brandt/a-secret/index.md",
        submission("WORD", "status: submitted\nvisibility: private\n"),
    ),
    "the headline of an internal portfolio": front(f"{INSIDE}/index.md", headline="WORD"),
    "the text of an internal portfolio": body(f"{INSIDE}/index.md"),
    "the goal of an internal portfolio": front(
        f"{INSIDE}/index.md",
        plan=[{"goal": "WORD", "competency": "growth-mindset", "target": "proficient"}],
    ),
    "the career goal of an internal portfolio": front(f"{INSIDE}/index.md", career_goal="WORD"),
    "the name on the roster of somebody internal": swap(
        "portfolios/roster.yml", r"name: Clara Lindqvist", "name: Clara WORD"
    ),
    "the account of somebody internal": swap("portfolios/roster.yml", r"github: claralq", "github: WORD"),
    "the title of submitted work in an internal portfolio": front(f"{HIDDEN}/index.md", title="WORD"),
    "the body of submitted work in an internal portfolio": body(f"{HIDDEN}/index.md"),
    "an artifact of an internal portfolio": new(f"{HIDDEN}/WORD.csv", "a,b\n1,2\n"),
    "a log entry's title in an internal portfolio": front(f"{INSIDE}/log/2026-11-18-pegs.md", title="WORD"),
    "a log entry's text in an internal portfolio": body(f"{INSIDE}/log/2026-11-18-pegs.md"),
    "a log entry's name in an internal portfolio": new(
        f"{INSIDE}/log/2026-11-19-WORD.md", "---\ntitle: x\nkind: reflection\n---\nText.\n"
    ),
    "a note of a self-assessment in an internal portfolio": body(
        f"{INSIDE}/self-assessments/2026-11-10.yml", "  mastery-approach: {level: emerging, note: WORD}\n"
    ),
    "a private log entry of a public portfolio": new(
        "portfolios/amina-yusuf/log/2026-11-19-a-thought.md",
        "---\ntitle: WORD\nkind: reflection\nvisibility: private\n---\nWORD.\n",
    ),
    "an internal log entry of a public portfolio": new(
        "portfolios/amina-yusuf/log/2026-11-20-another.md",
        "---\ntitle: WORD\nkind: reflection\nvisibility: internal\nhours: 3\n---\nWORD.\n",
    ),
    "the name of a private log entry": new(
        "portfolios/amina-yusuf/log/2026-11-21-WORD.md",
        "---\ntitle: x\nkind: reflection\nvisibility: private\n---\nText.\n",
    ),
    "a private portfolio's headline": new(
        "portfolios/farid-haddad/index.md", "---\nheadline: WORD\nvisibility: private\n---\nWORD\n"
    ),
    "work in a private portfolio that says it is public": new(
        "portfolios/farid-haddad/loud/index.md",
        submission("WORD", "status: submitted\nvisibility: public\n"),
    ),
    "thanks for public work without consent": thanks("amina-yusuf/maths-choice-board", name="2026-11-11-a"),
    "the name of a file with thanks without consent": thanks(
        "amina-yusuf/who-is-in-my-room", "x", "2026-11-11-WORD"
    ),
    "thanks for work to which only one of two agrees": both(
        thanks("amina-yusuf/three-line-feedback", name="2026-11-12-a"),
        swap("portfolios/amina-yusuf/index.md", r"showcase: \[", "showcase: [three-line-feedback, "),
    ),
    "thanks for internal work": both(
        thanks("ben-okafor/family-reading-postcards", name="2026-11-13-a"),
        front("portfolios/ben-okafor/index.md", showcase=["family-reading-postcards"]),
    ),
    "thanks for work in an internal portfolio": both(
        thanks("clara-lindqvist/block-corner-conferences", name="2026-11-14-a"),
        front("portfolios/clara-lindqvist/index.md", showcase="all"),
    ),
    "thanks for a draft, with consent": both(
        thanks("dmitri-volkov/a-draft", name="2026-11-15-a"),
        new("portfolios/dmitri-volkov/a-draft/index.md", submission("A plan")),
    ),
    "thanks from somebody whose thanks are not the organisation's": new(
        "competencies/recognitions/2026-11-16-a.md",
        "---\nwork: dmitri-volkov/titration-retakes\nby: hugo-brandt\ntitle: WORD\n---\nWORD.\n",
    ),
    "a comment in public work": body(f"{SHOWN}/index.md", "\n<!-- WORD -->\n"),
    "a comment in public front matter": swap(
        f"{SHOWN}/index.md", r"\A---\n", "---\n# a note to myself: WORD\n"
    ),
    "a file beside public work that it does not name": new(f"{SHOWN}/WORD.txt"),
    "a hidden file beside public work": new(f"{SHOWN}/.WORD", "WORD\n"),
    "a note that stood in public work once": once(f"{SHOWN}/index.md", "\nWORD, said too early.\n"),
    "a file that lay beside public work once": once(f"{SHOWN}/index.md", "\n[WORD](WORD.csv)\n"),
    "the message of a commit on a draft": commit(f"{DRAFT}/index.md", "WORD: not ready"),
    "the message of a commit on public work and a draft": commit(
        f"{SHOWN}/index.md", "WORD: both at once", with_draft=True
    ),
    "the address of a commit's author": commit(
        f"{SHOWN}/index.md", "More", author="A Teacher <WORD@example.org>"
    ),
    "what a published picture carries": texted(f"{SHOWN}/pace-wall.png"),
    "a file at the root that is nobody's": new("WORD.md"),
    "the code of somebody who answered a survey": body(
        "competencies/surveys/pacing-2026.csv", "WORD,before,1,2,\nWORD,after,2,2,\n"
    ),
}


def word(number: int) -> str:
    """A word that occurs nowhere else: letters and digits, so that no index splits it."""
    return f"zyxplant{number:02d}q"


def opened(content: bytes) -> Iterator[bytes]:
    """The bytes, and what is packed in them: gzip (search index, sitemap), zlib (texts in PNG)."""
    yield content
    if content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    if content[:4] == b"\x89PNG":
        for found in re.finditer(rb"(?:iTXt|zTXt)", content):
            start = content.find(b"x\x9c", found.end())
            if start >= 0:
                try:
                    yield zlib.decompressobj().decompress(content[start:])
                except zlib.error:
                    continue


def test_the_sieve_finds_what_is_there(tmp_path: Path) -> None:
    """The test below is worth something only if it would find a word, packed ones too."""
    packed = gzip.compress(b"..." + word(7).upper().encode())
    assert any(word(7).encode() in each.lower() for each in opened(packed))


def test_fifty_planted_words_are_in_no_file_of_the_site(demo: Path, tmp_path: Path) -> None:
    assert len(PLANTS) >= 50
    copy = tmp_path / "planted"
    shutil.copytree(demo, copy, symlinks=True)
    for number, plant in enumerate(PLANTS.values()):
        plant(copy, word(number))
    _commit(copy, "All of it")
    build(copy, tmp_path / "site", strict=False)
    found = set()
    for path, content in pages(tmp_path / "site").items():
        texts = [each.lower() for each in opened(content)]
        for number, what in enumerate(PLANTS):
            wanted = word(number)
            if wanted in path.lower() or any(wanted.encode() in each for each in texts):
                found.add((what, path))
    assert sorted(found) == []
    # and what is public is there, so that the site was built from these files
    assert (tmp_path / "site/portfolios/amina-yusuf/menu-maths/index.html").is_file()
