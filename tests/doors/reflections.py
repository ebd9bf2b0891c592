"""One teacher's log of six years, tagged with national standards, as a converter would write it.

The tree and the counts are made side by side from the same plan, without the package: the counts
are what ``status`` and the site have to say.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

ENTRIES = 111
GROUPS = {1: 6, 2: 6, 3: 7, 4: 5, 5: 5, 6: 4, 7: 4}
"""Seven standards with 37 focus areas between them."""
STAGES = ("graduate", "proficient", "highly-accomplished", "lead")
UNTAGGED = ("3-7", "5-2", "7-3")
"""Focus areas that no entry names."""
TEACHER = "jo-riley"
START = date(2019, 2, 4)
DAYS = 6 * 365
TITLES = (
    "Fractions: a second try",
    "“What if?” – asking better questions",
    "It's the pause that matters",
    'Saying "not yet" and meaning it',
    "Parents' evening #2: listening first",
    "Kia ora koutou: tētahi rā i te akomanga",
    "自主学习:第一步",
    "التعلّم معًا",
    "Обратная связь: меньше, но раньше",
    "- a list that was none",
    "Yes & no",
    "100% attendance? No: 60%",
    "[Draft] notes {room 4}",
    "Café, naïve, Ångström",
)


class Shape(StrEnum):
    """How the converter puts a reflection."""

    SUBMISSIONS = "submissions"
    LOG = "log"


@dataclass(frozen=True)
class Reflection:
    """One entry: its tags in order, the first of them the main one."""

    number: int
    on: date
    title: str
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """What the teacher wrote."""
        return (
            f"## What happened\n\nLesson {self.number} on {self.on:%A}. I asked more than I told.\n\n"
            "## What I take from it\n\nNext time I would wait longer — “three slow breaths”, as ever.\n"
        )


def focus_areas() -> tuple[str, ...]:
    """The ids of all 37, such as ``1-1``."""
    return tuple(f"{group}-{at}" for group, size in GROUPS.items() for at in range(1, size + 1))


def reflections() -> tuple[Reflection, ...]:
    """All 111, oldest first; one to four tags each, and every tag but three is used."""
    used = [each for each in focus_areas() if each not in UNTAGGED]
    made = []
    for number in range(ENTRIES):
        tags = [used[(number * 5 + step * step * 7) % len(used)] for step in range(1 + number % 4)]
        on = START + timedelta(days=number * DAYS // ENTRIES)
        title = TITLES[number % len(TITLES)]
        made.append(Reflection(number, on, title, tuple(dict.fromkeys(tags))))
    return tuple(made)


def expected(shape: Shape) -> dict[str, int]:
    """How many entries name each focus area; a log entry has room for its main one only."""
    counts: Counter[str] = Counter()
    for each in reflections():
        counts.update(each.tags if shape is Shape.SUBMISSIONS else each.tags[:1])
    return dict(counts)


def write(root: Path, shape: Shape, prefix: str = "", visibility: str = "public") -> None:
    """The tree; ``prefix`` starts the focus areas' ids (``focus-1-1``)."""
    for number, (path, text) in enumerate(_files(shape, prefix, visibility)):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(_encoded(text, number))


def _encoded(text: str, number: int) -> bytes:
    """With and without a byte-order mark, with either kind of line end, as they came from a PC."""
    data = text.replace("\n", "\r\n").encode() if number % 3 else text.encode()
    return b"\xef\xbb\xbf" + data if number % 2 else data


def _files(shape: Shape, prefix: str, visibility: str) -> Iterator[tuple[str, str]]:
    yield (
        "competencies/issuer.yml",
        "format: 1\nid: school\nname: A School\nurl: https://school.example.org\n",
    )
    yield (
        "portfolios/roster.yml",
        f"people:\n  {TEACHER}:\n    name: Jo Riley\n    roles: [educator]\n",
    )
    yield from _framework(prefix)
    yield f"portfolios/{TEACHER}/index.md", f"---\nvisibility: {visibility}\n---\nSix years of a journal.\n"
    for each in reflections():
        yield _submission(each, prefix) if shape is Shape.SUBMISSIONS else _entry(each, prefix)
    if shape is Shape.SUBMISSIONS:
        for focus in sorted({each.tags[0] for each in reflections()}):
            yield (
                f"competencies/micro-credentials/reflect-{focus}.yml",
                f"title: Reflections on focus area {focus}\ncompetency: standards/{prefix}{focus}\n",
            )


def _framework(prefix: str) -> Iterator[tuple[str, str]]:
    levels = "".join(
        f"  - {{id: {each}, title: {each.replace('-', ' ').title()}"
        f"{', mastery: true' if each == 'proficient' else ''}}}\n"
        for each in STAGES
    )
    domains = "".join(f"  - {{id: standard-{group}, title: Standard {group}}}\n" for group in GROUPS)
    yield (
        "competencies/frameworks/standards/framework.yml",
        f'title: Professional standards for teachers\nversion: "2018"\nlevels:\n{levels}domains:\n{domains}',
    )
    for each in focus_areas():
        yield (
            f"competencies/frameworks/standards/{prefix}{each}.yml",
            f"title: Focus area {each.replace('-', '.')}\ndomain: standard-{each[0]}\n"
            f"statement: What focus area {each} asks of a teacher.\n",
        )


def _submission(each: Reflection, prefix: str) -> tuple[str, str]:
    further = "".join(
        f"  - competency: {prefix}{tag}\n    because: The entry is tagged with it too.\n"
        for tag in each.tags[1:]
    )
    head = (
        f"title: {_titled(each)}\nmicro_credential: reflect-{each.tags[0]}\n"
        f"status: submitted\napplied: {{date: {each.on}}}\n"
        + (f"demonstrates:\n{further}" if further else "")
    )
    path = f"portfolios/{TEACHER}/{each.on}-entry-{each.number:03}/index.md"
    return path, f"---\n{head}---\n{each.text}"


def _entry(each: Reflection, prefix: str) -> tuple[str, str]:
    head = f"title: {_titled(each)}\nkind: reflection\ncompetency: {prefix}{each.tags[0]}\n"
    return f"portfolios/{TEACHER}/log/{each.on}-entry-{each.number:03}.md", f"---\n{head}---\n{each.text}"


def _titled(each: Reflection) -> str:
    """In quotes, except that a colon in a title is sometimes left as people write it."""
    bare = each.title[0].isalpha() and not set('"#') & set(each.title) and each.number % 5 == 0
    return each.title if bare else json.dumps(each.title, ensure_ascii=False)
