"""``proofolio summary`` on real repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proofolio.adapters.reporting.summary_document import Summary, read_summary
from proofolio.cli.main import main
from proofolio.core.model.standing import Standing

FOLDER = "portfolios/amina-yusuf/menu-maths"
WORK = f"{FOLDER}/index.md"
AMINA, ROSA, BEN = "amina-y", "rosa-diaz-cv", "ben-okafor-cv"
CLEAN = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}


def git(place: Path, *words: str, by: str = AMINA) -> str:
    who = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Somebody"), ("EMAIL", f"{by}@users.noreply.github.com"))
    }
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *words], cwd=place, env=CLEAN | settings | who, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def clone(demo: Path, tmp_path: Path) -> Path:
    """The demo with its history, on a branch of its own."""
    git(tmp_path, "clone", "--quiet", str(demo), "clone")
    git(tmp_path / "clone", "switch", "--quiet", "-c", "change")
    return tmp_path / "clone"


def commit(place: Path, files: Mapping[str, str], by: str = AMINA) -> None:
    for path, text in files.items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "-m", "Change", by=by)


def call(place: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["summary", "--root", str(place), "--base", "main", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def told(place: Path, by: str = AMINA) -> Summary:
    result = call(place, "--actor", by, "--format", "json")
    assert result.exit_code == 0, result.output
    return read_summary(result.stdout_bytes)


def test_evidence_that_changes_after_its_review(clone: Path) -> None:
    commit(clone, {WORK: (clone / WORK).read_text(encoding="utf-8") + "\nOne more thought.\n"})
    found = told(clone)
    (work,) = found.works
    assert (found.refused, found.findings) == ((), ())
    assert work.complete
    assert work.file == WORK
    assert not (work.competent and work.after is Standing.STALE)
    assert found.next_step.text
    assert found.head == git(clone, "rev-parse", "HEAD")


def test_work_that_lacks_something(clone: Path) -> None:
    text = (clone / WORK).read_text(encoding="utf-8")
    head, _, _ = text.partition("## Reflection")
    new = head.replace("status: draft", "status: submitted")
    commit(clone, {"portfolios/amina-yusuf/brand-new/index.md": new})
    found = told(clone)
    work = next(each for each in found.works if "brand-new" in each.file)
    assert work.before is None
    assert not work.complete
    assert work.missing
    assert not work.competent


def test_somebody_elses_folder_is_refused_first(clone: Path) -> None:
    commit(clone, {WORK: "---\ntitle: Mine now\n---\n"}, by=BEN)
    found = told(clone, BEN)
    assert found.refused
    assert found.next_step.text.startswith(found.refused[0].message)
    assert "keeps this from being merged" in call(clone, "--actor", BEN, "--format", "markdown").output


def test_nothing_relevant(clone: Path) -> None:
    found = told(clone)
    assert (found.works, found.people, found.next_step.done) == ((), (), True)


def test_what_main_did_since_is_nobodys_loss(clone: Path) -> None:
    """A change that began before a review was merged does not take that review away."""
    git(clone, "switch", "--quiet", "main")
    git(clone, "branch", "--quiet", "--force", "change", "main~5")
    git(clone, "switch", "--quiet", "change")
    profile = "portfolios/amina-yusuf/index.md"
    commit(clone, {profile: (clone / profile).read_text(encoding="utf-8") + "\nHello.\n"})
    found = told(clone)
    assert found.works == ()
    assert all(not each.lost and not each.levels for each in found.people)
    assert found.others == 0
    assert found.base == git(clone, "merge-base", "main", "change")


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_every_format(clone: Path, form: str) -> None:
    commit(clone, {WORK: (clone / WORK).read_text(encoding="utf-8") + "\nOne more thought.\n"})
    result = call(clone, "--actor", AMINA, "--format", form)
    assert result.exit_code == 0
    assert "Amina Yusuf" in result.output
    assert "@" not in result.output


def test_the_work_tree_is_not_looked_at(clone: Path) -> None:
    (clone / WORK).write_text("---\nnot: [read\n", encoding="utf-8")
    assert told(clone).next_step.done


def test_a_base_that_is_not_there(clone: Path) -> None:
    result = CliRunner().invoke(main, ["summary", "--root", str(clone), "--base", "nowhere"])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
