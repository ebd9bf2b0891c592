"""Keys and inputs of pages: whatever changes a page's HTML changes its key, and is one of its inputs."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from tests.adapters.pages.editions import Desk, Edit, Edition, Press
from tests.sites import pages

from proofolio.adapters.rendering.keys import MANIFEST, engine, manifest

AMINA = "portfolios/amina-yusuf"
WORK = f"{AMINA}/menu-maths/index.md"
EARLIER = f"{AMINA}/who-is-in-my-room"
COMPETENCIES = "competencies/frameworks/foundational"
LINKS = """

It began with [](../who-is-in-my-room/index.md) and [the room](../who-is-in-my-room/).
[[growth-mindset]] came later, as did
[[promote-learner-agency|handing over]], <a href="../../rosa-diaz/">Rosa</a> and a [draft](../table-talk/).
"""
OTHERS_LINKS = """

See what [Amina](../../amina-yusuf/index.md) did in [](../../amina-yusuf/who-is-in-my-room/).
"""
REVIEW = """---
reviewed: sha256:9edba7c96a94bafdd0397efff6324fa4f8176220659c495c8127147b9784b005
ratings: {units-from-competencies: proficient, pacing: proficient}
verdict: met
---
Well made; compare [](../../who-is-in-my-room/index.md).
"""
LOG = """---
title: A new entry
kind: reflection
competency: growth-mindset
hours: 1
---
With thanks to [[mastery-approach]].
"""


def picture(width: int, height: int) -> bytes:
    """A plain picture of this size."""
    made = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(made, "PNG")
    return made.getvalue()


def change(path: str, old: str, new: str) -> Edit:
    """An edit that replaces some words."""
    return lambda desk: desk.change(path, old, new)


def remove(path: str) -> Edit:
    """An edit that deletes a file or folder."""
    return lambda desk: desk.remove(path)


def write(path: str, data: bytes | str) -> Edit:
    """An edit that adds or replaces a file."""
    return lambda desk: desk.write(path, data.encode() if isinstance(data, str) else data)


EDITS: dict[str, Edit] = {
    "a word of a body": change(WORK, "a family restaurant", "a large restaurant"),
    "a word of somebody's profile": change(f"{AMINA}/index.md", "for ten years", "for eleven years"),
    "a headline": change(f"{AMINA}/index.md", "Grade 4, mathematics", "Grade 5, mathematics"),
    "a linked work's title": change(f"{EARLIER}/index.md", "title: ", "title: Renamed "),
    "a linked work becomes a draft": change(f"{EARLIER}/index.md", "submitted", "draft"),
    "a linked work becomes internal": change(f"{EARLIER}/index.md", "---\n", "---\nvisibility: internal\n"),
    "a linked work is deleted": remove(EARLIER),
    "a linked draft is handed in": change(
        f"{AMINA}/table-talk/index.md", "status: draft", "status: submitted"
    ),
    "a linked competency's title": change(f"{COMPETENCIES}/growth-mindset.yml", "title: ", "title: Renamed "),
    "a linked competency that is deleted": remove(f"{COMPETENCIES}/growth-mindset.yml"),
    "a competency of the same name elsewhere": write(
        "competencies/frameworks/leadership/growth-mindset.yml", "title: Growth mindset of leaders\n"
    ),
    "a demonstrated competency's title": change(
        f"{COMPETENCIES}/promote-learner-agency.yml", "title: ", "title: Renamed "
    ),
    "a descriptor of a rubric": change(
        f"{COMPETENCIES}/mastery-approach.yml", "proficient: ", "proficient: So "
    ),
    "a level's title": change(f"{COMPETENCIES}/framework.yml", "title: Proficient", "title: Accomplished"),
    "a micro-credential's title": change(
        "competencies/micro-credentials/pace-a-unit.yml", "Pace a", "Time a"
    ),
    "a pathway's rule": change("competencies/pathways/teacher-leadership.yml", "title: ", "title: New "),
    "a name on the roster": change("portfolios/roster.yml", "name: Rosa Díaz", "name: Rosa Díaz Romero"),
    "a coach on the roster": change("portfolios/roster.yml", "coach: rosa-diaz", "coach: tomas-reyes"),
    "an organisation's name": change("competencies/issuer.yml", "Cedar Elementary School", "Cedar School"),
    "a review's words": change(
        f"{AMINA}/menu-maths/reviews/2026-10-01-rosa-diaz.md", "Amina, the cook", "The cook"
    ),
    "a new review": write(f"{AMINA}/menu-maths/reviews/2026-11-20-tomas-reyes.md", REVIEW),
    "a review that is deleted": remove(f"{AMINA}/menu-maths/reviews/2026-10-29-rosa-diaz.md"),
    "a new log entry": write(f"{AMINA}/log/2026-11-19-new-entry.md", LOG),
    "a picture of another size": write(f"{AMINA}/menu-maths/pace-wall.png", picture(320, 200)),
    "a picture that is an artifact only": write(
        f"{AMINA}/three-line-feedback/before-and-after.png", picture(9, 9)
    ),
    "a coach's portfolio becomes internal": change(
        "portfolios/rosa-diaz/index.md", "visibility: public", "visibility: internal"
    ),
    "a linked portfolio becomes internal": change(
        f"{AMINA}/index.md", "visibility: public", "visibility: internal"
    ),
    "a portfolio is opened": change("portfolios/clara-lindqvist/index.md", "internal", "public"),
    "a self-assessment": write(
        f"{AMINA}/self-assessments/2026-11-20.yml", "ratings: {growth-mindset: proficient}\n"
    ),
    "a definition with an error": change("competencies/pathways/teacher-leadership.yml", "rule:", "rules:"),
    "a competency that a coach's plan names is deleted": remove(
        "competencies/frameworks/leadership/coach-colleagues.yml"
    ),
    "a file with an error": change(f"{AMINA}/index.md", "headline:", "headlin:"),
}
QUICK = (
    "a word of a body",
    "a linked work's title",
    "a linked work becomes internal",
    "a linked work is deleted",
    "a descriptor of a rubric",
    "a name on the roster",
    "a new review",
    "a new log entry",
    "a picture of another size",
    "a portfolio is opened",
    "a file with an error",
)
"""One of each sort is tried in every run, the others in the slow one: each takes the whole site."""
SPURIOUS = {"a new log entry": 2}
"""How many keys change although the HTML stays the same: each has a page made for nothing."""


@pytest.fixture(scope="module")
def press(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Press:
    root = tmp_path_factory.mktemp("press") / "demo"
    shutil.copytree(demo, root, symlinks=True)
    for path, more in ((WORK, LINKS), ("portfolios/ben-okafor/morning-meeting-reset/index.md", OTHERS_LINKS)):
        place = root / path
        place.write_text(place.read_text(encoding="utf-8") + more, encoding="utf-8")
    return Press(root)


@pytest.fixture(scope="module")
def before(press: Press) -> Edition:
    return press.print()


@pytest.fixture
def desk(press: Press) -> Iterator[Desk]:
    made = Desk(press.root)
    yield made
    made.put_back()


def names(inputs: tuple[str, ...], path: str) -> bool:
    return any(path == each or (each.endswith("/") and path.startswith(each)) for each in inputs)


@pytest.mark.parametrize(
    "edit", [pytest.param(each, marks=() if each in QUICK else pytest.mark.slow) for each in EDITS]
)
def test_what_changes_a_page_changes_its_key_and_is_an_input(
    edit: str, press: Press, before: Edition, desk: Desk
) -> None:
    EDITS[edit](desk)
    after = press.print()
    both = [uri for uri in before if uri in after]
    changed = [uri for uri in both if before[uri].html != after[uri].html]
    come_or_gone = sorted(before.keys() ^ after.keys())
    assert changed or come_or_gone, "the edit does nothing; choose another one"
    assert [uri for uri in changed if before[uri].key == after[uri].key] == []
    spurious = [
        uri for uri in both if before[uri].key != after[uri].key and before[uri].html == after[uri].html
    ]
    assert len(spurious) <= SPURIOUS.get(edit, 0), spurious
    # Before or after: what is new is not known before, and what is gone not after.
    unnamed = [
        uri
        for uri in (*changed, *come_or_gone)
        if not any(
            names(edition[uri].inputs, path)
            for edition in (before, after)
            if uri in edition
            for path in desk.touched
        )
    ]
    assert unnamed == []


def test_the_same_tree_has_the_same_keys(press: Press, before: Edition) -> None:
    assert {uri: each.key for uri, each in press.print().items()} == {
        uri: each.key for uri, each in before.items()
    }


def test_every_page_has_a_key_of_its_own(before: Edition) -> None:
    keys = [each.key for each in before.values()]
    assert len(set(keys)) == len(keys)
    assert all(len(each) == 64 for each in keys)


def test_the_engine_is_part_of_every_key(
    press: Press, before: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("proofolio.adapters.rendering.keys.engine", lambda: "another " + engine())
    after = press.print()
    assert not {each.key for each in after.values()} & {each.key for each in before.values()}


def test_the_manifest_is_sorted_and_holds_nothing_but_pages_and_keys() -> None:
    text = manifest({"b.md": "2", "a.md": "1"})
    assert json.loads(text) == {"format": 1, "audience": "public", "pages": {"a.md": "1", "b.md": "2"}}
    assert text.index("a.md") < text.index("b.md")


def test_a_site_comes_with_its_manifest(site: Path) -> None:
    found = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    listed = {uri.removesuffix("index.md").removesuffix(".md").rstrip("/") for uri in found["pages"]}
    there = {
        path.removesuffix("/index.html").removesuffix("index.html")
        for path in pages(site)
        if path.endswith("index.html")
    }
    assert listed <= there
    assert {each for each in there if each.startswith("portfolios")} == {
        each for each in listed if each.startswith("portfolios")
    }
    assert "farid-haddad" not in json.dumps(found), "a portfolio that nobody outside may see"
