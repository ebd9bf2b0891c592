"""The commands that speak with a forge, and the one that writes a district's workflows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.forge import BOT, NAME, TOKEN, Forge, pull, running

from proofolio.adapters.github.callers import NAMES
from proofolio.adapters.github.issue import read_issue
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


def sent(forge: Forge) -> dict[str, object]:
    issue = {
        "number": 31,
        "title": "Evidence",
        "body": "### This form is for\r\n\r\nx — «y»",
        "state": "open",
    }
    forge.issues = [{**issue, "user": {"login": "amina-y", "id": 101}, "created_at": "2026-11-20T10:00:00Z"}]
    return forge.issues[0]


def test_a_forms_issue_is_kept_word_for_word_with_who_changed_it(forge: Forge, tmp_path: Path) -> None:
    told, file = sent(forge), tmp_path / "form.json"
    for editor, said in (("amina-y", {"login": "amina-y"}), (None, {"login": "ghost"})):
        forge.editors[31] = editor
        assert (
            invoke("pull", "issue", "--to", file, "--", "form/31-pace-a-unit").output == "fetched: issue 31\n"
        )
        assert json.loads(file.read_bytes()) == {**told, "editor": said}
    forge.editors.clear()
    invoke("pull", "issue", "--to", file, "--", "form/31-log")
    assert json.loads(file.read_bytes()) == {**told, "editor": None}
    assert read_issue(file).login == "amina-y"


@pytest.mark.parametrize(
    "branch",
    ["main", "form/", "form/31", "form/x-31", "form/031-a", "form/-31-a", "form/٣١-a", "form/31-a/b",
     "form/31-a\n", "form/31-$(x)", "form/9999999999-a", "Form/31-a", " form/31-a", "form/31/../32-a",
     "x/form/31-a", ""],
)  # fmt: skip
def test_from_another_branch_nothing_is_fetched(forge: Forge, tmp_path: Path, branch: str) -> None:
    sent(forge)
    result = invoke("pull", "issue", "--to", tmp_path / "form.json", "--", branch)
    assert (result.exit_code, "nothing is fetched" in result.output) == (0, True)
    assert forge.asked == []
    assert not (tmp_path / "form.json").exists()


def test_when_the_forge_does_not_say_who_changed_an_issue_there_is_no_form(
    forge: Forge, tmp_path: Path
) -> None:
    file = tmp_path / "form.json"
    given = ("pull", "issue", "--to", file, "--", "form/31-a")
    assert invoke(*given).exit_code == 2
    sent(forge)
    answers = (
        b'{"data": {}, "errors": [{"message": "no"}]}',
        b'{"data": {"repository": {"issue": null}}}',
        b"[]",
    )
    issue = json.dumps(forge.issues[0]).encode()
    for answer in answers:
        forge.failures = [(200, {}, issue), (200, {}, answer)]
        assert invoke(*given).exit_code == 2
    assert not file.exists()


def test_without_a_token_no_issue_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    result = invoke("pull", "issue", "--to", tmp_path / "form.json", "--", "form/31-a")
    assert (result.exit_code, "is not fetched" in result.output) == (0, True)


@pytest.mark.parametrize(("found", "state"), [("passed", "success"), ("failed", "failure")])
def test_a_commit_gets_a_status(
    forge: Forge, found: str, state: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_SERVER_URL", "https://forge.example/")
    monkeypatch.setenv("GITHUB_RUN_ID", "77")
    assert invoke("pull", "status", "a" * 40, "--name", "Check / It", "--found", found).exit_code == 0
    (made,) = forge.statuses["a" * 40]
    assert (made["state"], made["context"]) == (state, "Check / It")
    assert made["target_url"] == f"https://forge.example/{NAME}/actions/runs/77"
    assert 0 < len(made["description"]) <= 140


def test_a_status_is_of_a_commit_and_is_said(forge: Forge, monkeypatch: pytest.MonkeyPatch) -> None:
    assert invoke("pull", "status", "main", "--name", "x", "--found", "passed").exit_code == 2
    assert invoke("pull", "status", "a" * 40, "--name", "x").exit_code == 2
    monkeypatch.delenv("GITHUB_TOKEN")
    assert (
        "would be x: failed" in invoke("pull", "status", "a" * 40, "--name", "x", "--found", "failed").output
    )
    assert forge.asked == []
