"""Which commits came to the branch since it was last looked at."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from proofolio.adapters.git import arrival
from proofolio.adapters.git.arrival import commits_since
from proofolio.core.diagnostics.error import ProofolioError


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    for name in ("one", "two", "three"):
        git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", name)
        git(tmp_path, "tag", name)
    return tmp_path


def names(root: Path, commits: list[str]) -> list[str]:
    return [git(root, "log", "-1", "--format=%s", each) for each in commits]


def test_what_came_since(repository: Path) -> None:
    assert names(repository, commits_since(repository, ["one"], "HEAD")) == ["three", "two"]
    assert commits_since(repository, ["HEAD"], "HEAD") == []


@pytest.mark.parametrize("unknown", ["refs/proofolio/recorded", "0" * 40, "", "--help", "x\ny"])
def test_the_first_that_is_known_counts(repository: Path, unknown: str) -> None:
    assert names(repository, commits_since(repository, [unknown, "two"], "HEAD")) == ["three"]
    assert names(repository, commits_since(repository, [unknown], "HEAD")) == ["three"]


def test_one_that_does_not_lead_here_is_passed_over(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--orphan", "other")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "elsewhere")
    assert names(repository, commits_since(repository, ["other", "one"], "three")) == ["three", "two"]


def test_a_merge_counts_once(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "-b", "side", "two")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "aside")
    git(repository, "checkout", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "-m", "merge", "side")
    assert names(repository, commits_since(repository, ["three"], "main")) == ["merge"]


def test_there_is_an_end(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arrival, "MOST", 1)
    assert names(repository, commits_since(repository, ["one"], "HEAD")) == ["three"]


def test_no_such_commit_is_said(repository: Path) -> None:
    with pytest.raises(ProofolioError, match="no version 'nowhere'"):
        commits_since(repository, [], "nowhere")
