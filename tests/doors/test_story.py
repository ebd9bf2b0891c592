"""``proofolio story`` and the story on the site, from real repositories."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proofolio import pipeline
from proofolio.adapters.git.objects import read_blobs
from proofolio.adapters.rendering.markdown import MarkdownConverter
from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.cli.main import main
from proofolio.core.publishing.page import Audience

WORK = "amina-yusuf/menu-maths"
TODAY = date(2026, 11, 22)
CANARY = "Zebedee"


def tell(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["story", *arguments, "--root", str(root)], env={"COLUMNS": "80"})


def git(root: Path, *arguments: str) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    people = {f"GIT_{role}_{what}": "Amina Yusuf" for role in ("AUTHOR", "COMMITTER") for what in ("NAME",)}
    mail = {f"GIT_{role}_EMAIL": "amina@example.org" for role in ("AUTHOR", "COMMITTER")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", *arguments],
        cwd=root,
        env={**clean, **settings, **people, **mail},
        check=True,
        capture_output=True,
    )


@pytest.fixture
def clone(demo: Path, tmp_path: Path) -> Path:
    """A clone of the demo to change, with its history."""
    git(tmp_path, "clone", "--quiet", "--no-hardlinks", str(demo), "clone")
    return tmp_path / "clone"


def change(root: Path, old: str, new: str, work: str = WORK) -> None:
    path = root / "portfolios" / work / "index.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def save(root: Path, subject: str = "Change") -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", subject)


def test_the_whole_story_is_told_in_order(demo: Path) -> None:
    done = tell(demo, WORK)
    assert done.exit_code == 0, done.output
    heads = [
        "First version, 28 September 2026, by Amina Yusuf",
        "Rosa Díaz, 1 October 2026: revise",
        "Version 2, 9 October 2026, by Amina Yusuf",
        "+ pace-wall.png",
        "[-At the end-]",
        "Rosa Díaz, 14 October 2026: revise",
        "Version 3, 26 October 2026, by Amina Yusuf",
        "Rosa Díaz, 29 October 2026: met",
        "earned, 29 October 2026 after 3 rounds of review",
    ]
    places = [done.output.index(each) for each in heads]
    assert places == sorted(places)
    assert "{+In the fourth week+} each group" in " ".join(done.output.split())
    assert max(map(len, done.output.splitlines())) <= 80
    assert "\x1b" not in done.output
    assert "@" not in done.output


def test_the_story_as_json(demo: Path) -> None:
    told = json.loads(tell(demo, f"portfolios/{WORK}/index.md", "--format", "json").output)
    assert [each["number"] for each in told["versions"]] == [1, 2, 3]
    assert (told["standing"], told["decided_on"]) == ("earned", "2026-10-29")
    last = told["versions"][-1]
    assert last["digest"] == told["digest"]
    assert {"path": "unit-check.csv", "fate": "added", "before": None} in last["files"]
    assert [each["title"] for each in last["sections"]] == ["What I did", "Reflection"]
    assert {run["span"] for run in last["sections"][0]["words"]} == {"same", "added", "removed"}
    assert all(each["of_this_version"] for version in told["versions"] for each in version["reviews"])
    assert "@" not in json.dumps(told)


UNKNOWN = {
    "amina-yusuf/menu-math": "did you mean amina-yusuf/menu-maths?",
    "menu-mats": "did you mean amina-yusuf/menu-maths?",
    "amina-yusuf": "amina-yusuf has maths-choice-board, menu-maths",
    "nobody/at-all": "name it as PERSON/SUBMISSION",
    "": "name it as PERSON/SUBMISSION",
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_an_unknown_name_gets_a_hint(demo: Path, name: str) -> None:
    done = tell(demo, name)
    assert done.exit_code == 2
    assert f"there is no submission '{name}'" in done.output
    assert UNKNOWN[name] in done.output


def test_a_slug_alone_will_do_where_only_one_has_it(demo: Path) -> None:
    assert tell(demo, "menu-maths").output == tell(demo, WORK).output


def test_a_shallow_clone_says_how_to_fetch_the_rest(demo: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{demo}", "shallow")
    done = tell(tmp_path / "shallow", WORK)
    assert done.exit_code == 2
    assert "only the newest part of the history was fetched" in done.output
    assert "git fetch --unshallow" in done.output


def test_without_a_repository_there_is_no_story(district: Path) -> None:
    done = tell(district, WORK)
    assert done.exit_code == 2
    assert f"the story of {WORK} is not known: this folder is not a Git repository" in done.output


def test_work_that_was_never_saved_says_so(clone: Path) -> None:
    folder = clone / "portfolios" / WORK
    folder.with_name("brand-new").mkdir()
    (folder.with_name("brand-new") / "index.md").write_bytes((folder / "index.md").read_bytes())
    done = tell(clone, "amina-yusuf/brand-new")
    assert done.exit_code == 2
    assert "none of it is saved in Git yet" in done.output


def test_what_is_not_saved_yet_is_told_as_such(clone: Path) -> None:
    change(clone, "The real customer changed the talk", "The real cook changed the talk")
    told = tell(clone, WORK).output
    assert "Version 4, not saved in Git yet" in told
    assert "[-customer-] {+cook+}" in told
    assert "Changed since it was reviewed." in told


def page(root: Path, audience: Audience = Audience.PUBLIC) -> str:
    """The page of the work as HTML."""
    plan = pipeline.inspect(root, TODAY).site(audience)
    (found,) = [each for each in plan.pages if each.uri == f"portfolios/{WORK}/index.md"]
    return PageRenderer(plan, MarkdownConverter()).render(found, lambda uri: uri).html


def test_the_page_shows_the_rounds_and_what_changed(demo: Path) -> None:
    html = page(demo)
    assert html.count('class="pf-round') >= 4
    assert "<ins" in html
    assert "In the fourth week" in html
    assert "At the end" not in html
    assert "Every saved change" in html


def test_a_name_that_was_taken_out_is_in_no_byte_of_the_page(clone: Path) -> None:
    change(clone, "## Reflection", f"## {CANARY}")
    change(clone, "setting: Grade 4", f"setting: {CANARY}")
    change(clone, "The real customer changed", f"{CANARY} changed")
    change(clone, "## Context\n", f"## Context\n<!-- {CANARY} -->\n")
    (clone / "portfolios" / WORK / f"{CANARY}.pdf").write_bytes(b"%PDF-1.4\n")
    save(clone, "A save")
    digest = CliRunner().invoke(main, ["digest", str(clone / "portfolios" / WORK)]).output.strip()
    review = clone / "portfolios" / WORK / "reviews" / "2026-11-02-rosa-diaz.md"
    review.write_text(
        f"---\nreviewed: {digest}\nratings: {{pacing: proficient, units-from-competencies: proficient}}\n"
        "verdict: met\n---\nGood.\n",
        encoding="utf-8",
    )
    save(clone, "A review")
    git(clone, "checkout", "--quiet", "HEAD~2", "--", f"portfolios/{WORK}/index.md")
    (clone / "portfolios" / WORK / f"{CANARY}.pdf").unlink()
    save(clone, "Another save")
    outside, inside = page(clone), page(clone, Audience.INTERNAL)
    assert "Version 5" in outside
    assert "Changed since it was reviewed" in outside
    assert CANARY.lower() not in outside.lower()
    assert inside.count(CANARY) > 3
    assert "<del" in inside


def test_check_and_status_read_no_earlier_text(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object) -> dict[str, bytes]:
        raise AssertionError("a text was read")

    monkeypatch.setattr("proofolio.adapters.files.earlier.read_blobs", refuse)
    inspection = pipeline.inspect(demo, TODAY)
    assert inspection.progress
    with pytest.raises(AssertionError, match="a text was read"):
        inspection.site(Audience.PUBLIC)


def test_all_texts_of_a_site_are_read_with_one_question(demo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def listen(root: Path, ids: Iterable[str]) -> dict[str, bytes]:
        asked.append(list(ids))
        return read_blobs(root, asked[-1])

    monkeypatch.setattr("proofolio.adapters.files.earlier.read_blobs", listen)
    pipeline.inspect(demo, TODAY).site(Audience.PUBLIC)
    assert len(asked) == 1
    assert asked[0]


def test_a_review_that_needs_mending_makes_no_version(clone: Path) -> None:
    review = clone / "portfolios" / WORK / "reviews" / "2026-10-14-rosa-diaz.md"
    text = review.read_text(encoding="utf-8")
    review.write_text(text.replace("verdict: revise", "verdict: perhaps"), encoding="utf-8")
    html = page(clone)
    assert "Version 3" not in html
    assert "saved twice" in html
    assert "Nobody reviewed this version" not in html
