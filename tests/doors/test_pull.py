"""The commands that speak with a forge, and the one that writes a district's workflows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.forge import BOT, NAME, TOKEN, Forge, pull, running

from proofolio.adapters.github.callers import NAMES
from proofolio.cli.main import main

MARK = "<!-- proofolio:reply review-1-abc -->"


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def forge(monkeypatch: pytest.MonkeyPatch) -> Iterator[Forge]:
    with running(Forge(pulls=[pull(3, "a" * 40)])) as made:
        for name, value in (("API_URL", made.address), ("REPOSITORY", NAME), ("TOKEN", TOKEN)):
            monkeypatch.setenv(f"GITHUB_{name}", value)
        yield made


def test_fetch_then_the_commits_that_it_speaks_of(forge: Forge, tmp_path: Path) -> None:
    assert "fetched" in invoke("pull", "fetch", "3", "--to", tmp_path).output
    assert invoke("pull", "commits", tmp_path).output == "a" * 40 + "\n"


@pytest.mark.parametrize("number", ["0", "-1", "x", "3/../4", str(10**10)])
def test_a_number_is_a_number(forge: Forge, tmp_path: Path, number: str) -> None:
    assert invoke("pull", "fetch", "--to", tmp_path, "--", number).exit_code == 2
    assert forge.asked == []


def test_a_pull_request_that_is_not_there_is_said(forge: Forge, tmp_path: Path) -> None:
    result = invoke("pull", "fetch", "4", "--to", tmp_path)
    assert result.exit_code == 2
    assert "nothing there" in result.output
    assert TOKEN not in result.output


def replies(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "replies.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def test_an_answer_is_posted_once(forge: Forge, tmp_path: Path) -> None:
    file = replies(tmp_path, [{"pull": 3, "in_reply_to": None, "marker": MARK, "text": f"{MARK}\nHow to"}])
    forge.comments[3] = [{"id": 1, "user": {"login": "mallory"}, "body": f"{MARK} planted, to silence it"}]
    assert invoke("pull", "reply", file).output == "3: posted\n"
    assert invoke("pull", "reply", file).output == "3: unchanged\n"
    assert [each["user"]["login"] for each in forge.comments[3]] == ["mallory", BOT]


@pytest.mark.parametrize(
    "content",
    [
        {},
        [[]],
        [{"pull": "3", "marker": MARK, "text": MARK}],
        [{"pull": 3, "marker": MARK, "text": "without"}],
        [{"pull": 3, "marker": "", "text": ""}],
        "x" * 5_000_000,
    ],
)
def test_what_holds_no_answers_is_refused(forge: Forge, tmp_path: Path, content: object) -> None:
    result = invoke("pull", "reply", replies(tmp_path, content))
    assert result.exit_code == 2
    assert "holds no answers" in result.output
    assert forge.asked == []


def test_without_a_token_answers_are_shown(
    forge: Forge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_TOKEN")
    file = replies(tmp_path, [{"pull": 3, "marker": MARK, "text": f"{MARK}\nHow to"}])
    assert "#3\n" + MARK in invoke("pull", "reply", file).output
    assert forge.asked == []


def test_a_districts_workflows_are_written_once(tmp_path: Path) -> None:
    (tmp_path / "portfolios").mkdir()
    pin = "cedar-valley/proofolio@" + "0" * 40
    assert invoke("workflows", pin, "--root", tmp_path).exit_code == 0
    assert sorted(path.stem for path in (tmp_path / ".github/workflows").iterdir()) == sorted(NAMES)
    again = invoke("workflows", pin, "--root", tmp_path)
    assert again.exit_code == 2
    assert "is there already" in again.output
