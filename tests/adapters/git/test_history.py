"""Revisions by path, out of real repositories."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from proofolio.adapters.git import log
from proofolio.adapters.git.history import read_history
from proofolio.adapters.git.naming import Naming
from proofolio.core.model.history import History, Revision
from proofolio.core.model.identity import Identity

AMINA = Identity("Amina Yusuf", "amina@example.org")
PAGE = "portfolios/amina-yusuf/menu-maths/index.md"


def subjects(history: History, path: str) -> list[str]:
    return [each.subject for each in history.by_path[path]]


def test_a_file_knows_its_revisions_oldest_first(repository) -> None:
    first = repository.commit("Add the roster", {"portfolios/roster.yml": "people:", "README.md": "x"})
    repository.commit("Nothing of ours", {"README.md": "y", "docs/a.md": "z"})
    second = repository.commit("First version", {PAGE: "one"})
    third = repository.commit(
        "Second version", {PAGE: "two", "portfolios/amina-yusuf/menu-maths/ä b.png": "p"}
    )
    history = read_history(repository.folder)
    assert history.known
    zone = timezone(timedelta(hours=-6))
    both = (PAGE, "portfolios/amina-yusuf/menu-maths/ä b.png")
    assert history.by_path[PAGE] == (
        Revision(second, datetime(2026, 10, 5, 16, 3, tzinfo=zone), AMINA, "First version", (PAGE,)),
        Revision(third, datetime(2026, 10, 5, 16, 4, tzinfo=zone), AMINA, "Second version", both),
    )
    assert history.by_path["portfolios/roster.yml"][0].commit == first
    assert set(history.by_path) == {"portfolios/roster.yml", *both}
    assert [each.commit for each in history.below("portfolios/amina-yusuf")] == [second, third]


def test_what_is_deleted_keeps_its_revisions(repository) -> None:
    repository.commit("Add", {PAGE: "one"})
    repository.commit("Delete", {PAGE: None})
    repository.commit("Again", {PAGE: "something else"})
    assert subjects(read_history(repository.folder), PAGE) == ["Add", "Delete", "Again"]


def test_the_root_may_be_a_folder_of_the_repository(repository) -> None:
    repository.commit("Add", {f"district/{PAGE}": "one", PAGE: "another district"})
    repository.commit("Change", {f"district/{PAGE}": "two"})
    history = read_history(repository.folder / "district")
    assert set(history.by_path) == {PAGE}
    assert subjects(history, PAGE) == ["Add", "Change"]
    assert history.by_path[PAGE][0].paths == (PAGE,)


def test_a_merge_is_no_revision_of_what_it_brings_together(repository) -> None:
    other = "portfolios/ben-okafor/index.md"
    repository.commit("Start", {PAGE: "one"})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("On the branch", {PAGE: "two"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Meanwhile", {other: "hello"})
    repository.merge("work")
    history = read_history(repository.folder)
    assert subjects(history, PAGE) == ["Start", "On the branch"]
    assert subjects(history, other) == ["Meanwhile"]


def test_a_merge_is_a_revision_where_it_settles_a_conflict(repository) -> None:
    repository.commit("Start", {PAGE: "one"})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("Theirs", {PAGE: "two"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Ours", {PAGE: "three"})
    with pytest.raises(subprocess.CalledProcessError):
        repository.merge("work")
    repository.commit("Settle", {PAGE: "two and three"})
    assert subjects(read_history(repository.folder), PAGE)[-1] == "Settle"
    assert len(subjects(read_history(repository.folder), PAGE)) == 4


def test_a_branch_merged_into_a_main_without_portfolios(repository) -> None:
    repository.commit("Readme", {"README.md": "x"})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("First", {PAGE: "one"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Readme again", {"README.md": "y"})
    repository.merge("work")
    assert subjects(read_history(repository.folder), PAGE) == ["First"]


def test_an_impossible_date_is_left_out_not_guessed(repository) -> None:
    repository.commit("Add", {PAGE: "one"})
    raw = repository.git("cat-file", "commit", "HEAD").replace("-0600", "+9999") + "\n"
    (repository.folder / "commit").write_text(raw)
    odd = repository.git("hash-object", "-t", "commit", "-w", "--literally", "commit")
    (repository.folder / "commit").unlink()
    repository.git("update-ref", "refs/heads/main", odd)
    repository.commit("Change", {PAGE: "two"})
    assert subjects(read_history(repository.folder), PAGE) == ["Change"]


def test_the_repository_s_configuration_is_not_obeyed(repository, tmp_path: Path) -> None:
    first = repository.commit("Add", {PAGE: "one"})
    last = repository.commit("Change", {PAGE: "two"})
    trap, sprung = tmp_path / "trap", tmp_path / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\n")
    trap.chmod(0o755)
    for name in (
        "core.fsmonitor",
        "diff.external",
        "core.pager",
        "gpg.program",
        "diff.evil.textconv",
        "diff.evil.command",
    ):
        repository.git("config", name, str(trap))
    for name, value in (("log.showSignature", "true"), ("log.showRoot", "false"), ("diff.relative", "true")):
        repository.git("config", name, value)
    repository.git("config", "diff.renames", "copies")
    repository.git("config", "log.date", "relative")
    repository.git("config", "color.ui", "always")
    repository.write({".gitattributes": "* diff=evil\n"})
    repository.git("replace", last, first)
    history = read_history(repository.folder)
    assert subjects(history, PAGE) == ["Add", "Change"]
    assert not sprung.exists()


def test_a_hook_s_environment_does_not_lead_elsewhere(
    repository, new_repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("Here", {PAGE: "one"})
    elsewhere = new_repository(tmp_path / "elsewhere")
    elsewhere.commit("Elsewhere", {PAGE: "one"})
    monkeypatch.setenv("GIT_DIR", str(elsewhere.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", "nowhere")
    assert subjects(read_history(repository.folder), PAGE) == ["Here"]
    assert os.environ["GIT_DIR"] == str(elsewhere.folder / ".git")


def test_another_git_s_output() -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter, read_history takes all
        log.read_log([b"commit abc\nAuthor: x\n\0"], Naming())


def test_reading_the_module_does_not_load_gitpython() -> None:
    script = "import sys, proofolio.adapters.git.history; print('git' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
