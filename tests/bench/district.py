"""A whole made-up district of any size: the same bytes for the same numbers."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

LEVELS = ("emerging", "developing", "proficient", "exemplary")
CRITERIA = ("planning", "pacing", "feedback", "reflection")
COMPETENCIES = 40
PATHWAYS = 6
COACHES = 10
SETTINGS = """site_name: Bench
site_url: https://bench.example.org/
theme: {name: material, font: false}
plugins: [proofolio]
"""
START = date(2020, 9, 1)
_TEXT = (
    "learners unit check mastery group talk ratio reading model question answer evidence pace choice "
    "feedback table week lesson goal partner sketch measure revise explain compare notice wonder plan"
)
WORDS = _TEXT.split()


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything: ``people``, each with so many submissions, log entries and reviews."""

    people: int
    each: int = 10
    log: int = 1

    @property
    def submissions(self) -> int:
        """Submissions in all."""
        return self.people * self.each


def files(size: Size) -> Iterator[tuple[str, bytes]]:
    """Every file of the district, by path; a submission's review follows its evidence."""
    yield from _definitions()
    yield "portfolios/roster.yml", _roster(size)
    for person in range(size.people):
        name = _person(person)
        yield f"portfolios/{name}/index.md", _profile(person)
        for at in range(size.each):
            yield from _submission(f"portfolios/{name}/work-{at:03}", person, at)
        for at in range(size.log):
            yield from _entry(name, person, at)


def write(size: Size, root: Path, history: bool = False) -> int:
    """Write the district below ``root``, with a commit for each thing when asked; how many files."""
    written = 0
    for path, data in files(size):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        written += 1
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "docs").mkdir(exist_ok=True)
    if history:
        _commit_all(size, root)
    return written


def _commit_all(size: Size, root: Path) -> None:
    """One commit for the definitions, then one for each work and each review."""

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=True)

    git("init", "-q", "-b", "main")
    command = ["git", "-C", str(root), "fast-import", "--quiet"]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as importing:
        assert importing.stdin is not None
        for number, (thing, members) in enumerate(groupby(files(size), lambda each: _thing(each[0]))):
            at = 1_600_000_000 + number * 60
            message = f"Add {thing}".encode()
            head = f"commit refs/heads/main\ncommitter A <a@example.org> {at} +0000\ndata {len(message)}\n"
            importing.stdin.write(head.encode() + message + b"\n")
            for path, data in members:
                importing.stdin.write(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(data), data))
    git("reset", "-q")


def _thing(path: str) -> str:
    """What a file comes in with: all definitions at once, then each work, each review, each entry."""
    parts = path.split("/")
    return "definitions" if parts[0] == "competencies" else "/".join(parts[: 4 if "reviews" in parts else 3])


def _definitions() -> Iterator[tuple[str, bytes]]:
    organizations = "".join(f"  school-{at}: {{name: School {at}}}\n" for at in range(8))
    yield (
        "competencies/issuer.yml",
        f"format: 1\nid: bench\nname: Bench District\nurl: https://bench.example.org\n"
        f"organizations:\n{organizations}".encode(),
    )
    levels = "".join(
        f"  - {{id: {each}, title: {each.title()}{', mastery: true' if each == 'proficient' else ''}}}\n"
        for each in LEVELS
    )
    domains = "".join(f"  - {{id: domain-{at}, title: Domain {at}}}\n" for at in range(5))
    yield (
        "competencies/frameworks/bench/framework.yml",
        f'title: Bench framework\nversion: "1"\nlevels:\n{levels}domains:\n{domains}'
        "sets:\n  first: {title: First, prerequisite_for: all}\n".encode(),
    )
    for at in range(COMPETENCIES):
        yield f"competencies/frameworks/bench/skill-{at:02}.yml", _competency(at)
        yield f"competencies/micro-credentials/badge-{at:02}.yml", _micro_credential(at)
    for at in range(PATHWAYS):
        named = ", ".join(f"badge-{(at * 5 + each) % COMPETENCIES:02}" for each in range(8))
        yield (
            f"competencies/pathways/way-{at}.yml",
            f"title: Way {at}\nrule:\n  at_least: 4\n  of: [{named}]\n".encode(),
        )


def _competency(at: int) -> bytes:
    rubric = "".join(
        f"  {criterion}:\n"
        + "".join(f"    {level}: {_words(at, 12)} at step {step}.\n" for step, level in enumerate(LEVELS))
        for criterion in CRITERIA
    )
    related = f"related: [skill-{(at + 1) % COMPETENCIES:02}]\n"
    sets = "sets: [first]\n" if at < 10 else ""
    return (
        f"title: Skill number {at}\ndomain: domain-{at % 5}\n{sets}statement: {_words(at, 14)}.\n"
        f"rubric:\n{rubric}{related}themes: [theme-{at % 3}]\n"
    ).encode()


def _micro_credential(at: int) -> bytes:
    return (
        f"title: Badge number {at}\ncompetency: bench/skill-{at:02}\nhours: 5\nsubmission:\n  sections:\n"
        "    context: {title: Context, min_words: 40}\n    reflection: {title: Reflection, min_words: 60}\n"
        "  artifacts: {at_least: 1}\n"
    ).encode()


def _roster(size: Size) -> bytes:
    people = [
        f"  {_person(at)}:\n    name: Person Number {at}\n    github: account-{at}\n"
        f"    organization: school-{at % 8}\n    roles: [educator]\n    coach: coach-{at % COACHES}\n"
        for at in range(size.people)
    ]
    coaches = [f"  coach-{at}:\n    name: Coach {at}\n    roles: [coach]\n" for at in range(COACHES)]
    return ("people:\n" + "".join(people + coaches)).encode()


def _profile(person: int) -> bytes:
    visibility = "internal" if person % 10 == 9 else "public"
    return (
        f"---\nheadline: Grade {person % 12}\nvisibility: {visibility}\npathways: [way-{person % PATHWAYS}]\n"
        f"plan:\n  - {{goal: Try {WORDS[person % 20]}, competency: skill-{person % COMPETENCIES:02}, "
        f"target: proficient}}\n---\n{_words(person, 60)}.\n"
    ).encode()


def _submission(folder: str, person: int, at: int) -> Iterator[tuple[str, bytes]]:
    seed = person * 31 + at * 7
    badge = (person + at * 3) % COMPETENCIES
    on = START + timedelta(days=(seed * 13) % 2000)
    url = f"https://work.example.org/{person}/{at}"
    text = (
        f'---\ntitle: "Work {at}: {WORDS[seed % 20]} and {WORDS[seed % 17]}"\n'
        f"micro_credential: badge-{badge:02}\nstatus: submitted\napplied: {{date: {on}, learners: 24}}\n"
        f"demonstrates:\n  - {{competency: skill-{(badge + 11) % COMPETENCIES:02}, because: It shows too.}}\n"
        f"artifacts:\n  - {{url: {url}, kind: video, title: Film, consent: yes}}\n---\n"
        f"## Context\n\n{_words(seed, 90)}. See [[skill-{(badge + 1) % COMPETENCIES:02}]].\n\n"
        "| Week | Before | After |\n|---|---|---|\n"
        + "".join(f"| {week} | {week * 3} | {week * 5} |\n" for week in range(1, 5))
        + f"\n## Reflection\n\n{_words(seed + 3, 120)}.\n\n> {_words(seed + 5, 20)}\n\n"
        + "".join(f"- {_words(seed + row, 9)}\n" for row in range(5))
        + f"\n{_words(seed + 9, 70)}, as in [my other work](../work-{(at + 1) % 10:03}/index.md).\n"
    ).encode()
    yield f"{folder}/index.md", text
    level = LEVELS[1 + seed % 3]
    ratings = "".join(f"  {criterion}: {level}\n" for criterion in CRITERIA)
    steps = "".join(f"  {criterion}: Show more of it.\n" for criterion in CRITERIA)
    below = level == "developing"
    reviewed_on = on + timedelta(days=14)
    yield (
        f"{folder}/reviews/{reviewed_on}-coach-{person % COACHES}.md",
        (
            f"---\nreviewed: {digest({'index.md': text})}\nratings:\n{ratings}"
            + (f"next_steps:\n{steps}verdict: revise\n" if below else "verdict: met\n")
            + f"---\n{_words(seed, 40)}.\n"
        ).encode(),
    )


def _entry(name: str, person: int, at: int) -> Iterator[tuple[str, bytes]]:
    on = START + timedelta(days=person % 300 + at)
    yield (
        f"portfolios/{name}/log/{on}-entry-{at}.md",
        f"---\ntitle: Entry {at}\nkind: practice\nhours: 1.5\n"
        f"competency: skill-{(person + at) % COMPETENCIES:02}\n---\n{_words(person, 40)}.\n".encode(),
    )


def digest(contents: dict[str, bytes]) -> str:
    """The digest of a submission, written out here once more, independently of the package."""
    rows = sorted(
        path.encode() + b"\0" + hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest().encode() + b"\n"
        for path, data in contents.items()
    )
    return "sha256:" + hashlib.sha256(b"".join(rows)).hexdigest()


def _person(at: int) -> str:
    return f"person-{at:05}"


def _words(seed: int, number: int) -> str:
    found = (WORDS[(seed * 17 + at * at + at * 5) % len(WORDS)] for at in range(number))
    return " ".join(found).capitalize()
