"""Taking everything along: what the package holds, and what it must not."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from tests.adapters.portable.conftest import DELETED, DRAFT, MESSAGE, commit, git, log, run

FOLDER = "portfolios/amina-yusuf"


@pytest.fixture(scope="module")
def clone(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("clone") / "mine"
    git(package, "clone", "--quiet", str(package / "repository.bundle"), str(target))
    return target


def test_the_history_is_the_folders_own(home: Path, clone: Path) -> None:
    there, here = log(home, "--", FOLDER), log(clone, "history")
    assert len(here) == len(there) > 30
    differ = [(one, other) for one, other in zip(here, there, strict=True) if one != other]
    assert len(differ) == 1
    assert MESSAGE in differ[0][1]
    assert differ[0][0].split("|")[:6] == differ[0][1].split("|")[:6]
    touched = git(clone, "log", "history", "--format=", "--name-only").split("\n")
    assert {each.split("/")[1] for each in touched if each} == {"amina-yusuf"}
    assert git(clone, "rev-parse", f"history:{FOLDER}") == git(home, "rev-parse", f"HEAD:{FOLDER}")
    assert git(clone, "rev-parse", "main^") == git(clone, "rev-parse", "history")


def test_the_repository_stands_alone(clone: Path) -> None:
    result = run("check", "--root", clone)
    assert result.exit_code == 0, result.output
    git(clone, "fsck", "--full", "--strict")


def test_every_commit_is_mapped_to_its_original(home: Path, package: Path, clone: Path) -> None:
    told = json.loads((package / "provenance.json").read_text("utf-8"))
    assert told["issuer"]["did"] == "did:web:cedar-valley.example.org:issuer"
    assert told["head"] == git(home, "rev-parse", "HEAD")
    assert told["history"] == git(clone, "rev-parse", "history")
    assert set(told["commits"]) == set(git(clone, "rev-list", "history").split())
    assert set(told["commits"].values()) == set(git(home, "rev-list", "HEAD", "--", FOLDER).split())


def test_the_files_lie_in_it_as_they_are(home: Path, package: Path) -> None:
    there = {each.relative_to(home / FOLDER): each for each in (home / FOLDER).rglob("*") if each.is_file()}
    here = {
        each.relative_to(package / "portfolio")
        for each in (package / "portfolio").rglob("*")
        if each.is_file()
    }
    assert here == set(there)
    assert all(
        (package / "portfolio" / path).read_bytes() == each.read_bytes() for path, each in there.items()
    )


def test_nothing_of_anybody_else_leaves(package: Path, clone: Path) -> None:
    for word in (DRAFT, MESSAGE, DELETED):
        found = [path for path in package.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]
        assert found == []
        assert not [path for path in package.rglob("*") if word in path.name]
    ids = git(clone, "cat-file", "--batch-all-objects", "--batch-check=%(objectname)").split()
    whole = "".join(git(clone, "cat-file", "-p", each) for each in ids)
    assert not any(word in whole for word in (DRAFT, MESSAGE, DELETED))
    roster = git(clone, "show", "main:portfolios/roster.yml")
    assert "clara-lindqvist" not in roster
    assert "ben-okafor-cv" not in roster  # others: names and roles only
    assert "portfolios/ben-okafor" not in git(clone, "ls-tree", "-r", "--name-only", "main")
    assert set(git(clone, "show", "main:.mailmap").split("\n")) == {
        "Amina Yusuf <amina-y@users.noreply.github.com> <amina-yusuf@people.cedar-valley.example.org>"
    }


def test_the_record_holds_rows_that_a_spreadsheet_opens(package: Path) -> None:
    record = json.loads((package / "record.json").read_text("utf-8"))
    titles = {each["title"]: each["standing"] for each in record["submissions"]}
    assert titles["Menu maths: ratios with a real restaurant"] == "earned"
    text = (package / "record" / "submissions.csv").read_bytes().decode("utf-8")
    assert text.startswith("id,title,micro_credential")
    assert "Menu maths: ratios with a real restaurant" in text


def test_it_verifies_without_a_network(package: Path) -> None:
    result = run("verify", package)
    assert result.exit_code == 0, result.output


def test_the_same_input_gives_the_same_bytes(home: Path, package: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.zip"
    assert run("export-portfolio", "amina-yusuf", "--to", made, "--root", home).exit_code == 0
    with zipfile.ZipFile(made) as archive:
        for name in archive.namelist():
            assert archive.read(name) == (package / name).read_bytes(), name
        there = sorted(each.relative_to(package).as_posix() for each in package.rglob("*") if each.is_file())
        told = archive.infolist()
    assert [each.filename for each in told] == there
    assert len({(each.date_time, each.external_attr, each.create_system) for each in told}) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("amina-yusu",), "did you mean amina-yusuf"),
        (("sam-oconnell-nobody",), "there is no portfolio"),
    ],
)
def test_somebody_who_is_not_there(home: Path, tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    result = run("export-portfolio", *arguments, "--to", tmp_path / "out", "--root", home)
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / "out").exists()


def test_nothing_is_overwritten(home: Path, tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine", "utf-8")
    result = run("export-portfolio", "amina-yusuf", "--to", tmp_path, "--root", home)
    assert result.exit_code == 2
    assert "is not empty" in result.output
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


def test_a_shallow_clone_is_refused(home: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{home}", "short")
    result = run("export-portfolio", "amina-yusuf", "--to", tmp_path / "out", "--root", tmp_path / "short")
    assert result.exit_code == 2
    assert "unshallow" in result.output


def test_without_git_there_is_no_history_and_it_says_so(district: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("export-portfolio", "amina-yusuf", "--to", out, "--root", district)
    assert result.exit_code == 0, result.output
    assert "no Git history" in result.output
    assert not (out / "repository.bundle").exists()
    assert (out / "definitions" / "portfolios" / "roster.yml").is_file()
    assert "no Git history" in (out / "README.md").read_text("utf-8")
    assert (out / "site" / "index.html").is_file()


@pytest.fixture(scope="module")
def taken(home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """What was said, and the package, when one work is private and the profile has unsaved changes."""
    folder = tmp_path_factory.mktemp("taken")
    work, out = folder / "work", folder / "out"
    shutil.copytree(home, work)
    page = f"{FOLDER}/menu-maths/index.md"
    text = (work / page).read_text("utf-8")
    text = text.replace("status: submitted", "status: submitted\nvisibility: private", 1)
    commit(work, "Keep it to myself", {page: text})
    (work / FOLDER / "index.md").write_text("---\nvisibility: public\n---\nNot saved yet.\n", "utf-8")
    result = run("export-portfolio", "amina-yusuf", "--to", out, "--root", work)
    assert result.exit_code == 0, result.output
    return result.output, out


def test_what_is_not_committed_stays_behind_and_is_said(taken: tuple[str, Path]) -> None:
    said, out = taken
    assert "changes that are not" in said
    assert "Not saved yet" not in (out / "portfolio" / "index.md").read_text("utf-8")


def test_private_work_is_shown_to_its_owner_and_marked(taken: tuple[str, Path]) -> None:
    site = taken[1] / "site"
    page = (site / FOLDER / "menu-maths" / "index.html").read_text("utf-8")
    assert "private, so it is shown to nobody" in page
    assert "menu-maths/index.html" in (site / "index.html").read_text("utf-8")


def test_the_users_settings_take_no_part(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trap = tmp_path / "ran"
    settings = tmp_path / "config"
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    hook = hooks / "reference-transaction"
    hook.write_text(f"#!/bin/sh\ntouch {trap}\n", "utf-8")
    hook.chmod(0o755)
    settings.write_text(f"[core]\n\thooksPath = {hooks}\n\tfsmonitor = touch {trap}\n", "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    assert run("export-portfolio", "amina-yusuf", "--to", tmp_path / "out.zip", "--root", home).exit_code == 0
    assert not trap.exists()
