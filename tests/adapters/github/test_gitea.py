"""What Gitea and Forgejo do differently: told by the address, and dealt with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.forge import NAME, pull

from proofolio.adapters.github.api import Api
from proofolio.adapters.github.fetching import fetch_issue
from proofolio.adapters.github.pulls import fetch_pull, merged_pulls
from proofolio.adapters.github.refusal import Refused
from proofolio.adapters.github.repository import Repository
from proofolio.adapters.github.sticky import keep_issue

HEAD = "a" * 40


class Gitea(Api):
    """Answers from a table; what is not in it is not there."""

    def __init__(self, answers: dict[str, Any]) -> None:
        super().__init__("https://forge.example/api/v1")
        self.answers = answers
        self.sent: list[Any] = []

    def get(self, path: str, **query: str | int) -> Any:
        if path not in self.answers:
            raise Refused(404, "nothing there")
        return self.answers[path]

    def pages(self, path: str, **query: str | int) -> list[Any]:
        return list(self.get(path))

    def send(self, method: str, path: str, content: Any) -> Any:
        self.sent.append((method, path, content))
        return content


@pytest.mark.parametrize(
    ("address", "gitea"),
    [
        ("https://forge.example/api/v1", True),
        ("https://forge.example/api/v1/", True),
        ("https://api.github.com", False),
    ],
)
def test_it_is_told_by_the_address(address: str, gitea: bool) -> None:
    assert Api(address).gitea is gitea


def test_line_comments_come_review_by_review(tmp_path: Path) -> None:
    at = f"/repos/{NAME}/pulls/3"
    api = Gitea(
        {
            at: pull(3, HEAD),
            f"{at}/reviews": [{"id": 1}, {"id": 2}],
            f"{at}/reviews/1/comments": [{"id": 11}],
            f"{at}/reviews/2/comments": [{"id": 21}, {"id": 22}],
            f"/repos/{NAME}/issues/3/comments": [],
        }
    )
    folder = fetch_pull(Repository(api, NAME), 3, tmp_path)
    kept = json.loads((folder / "review-comments.json").read_text(encoding="utf-8"))
    assert [each["id"] for each in kept] == [11, 21, 22]


def test_a_commit_has_one_pull_request_or_none() -> None:
    api = Gitea({f"/repos/{NAME}/commits/{HEAD}/pull": pull(3, HEAD)})
    assert merged_pulls(Repository(api, NAME), [HEAD, "b" * 40], "main") == [3]


def test_the_issue_has_no_label() -> None:
    issues = f"/repos/{NAME}/issues"
    api = Gitea({issues: [], "/user": {"login": "bot"}})
    keep_issue(Repository(api, NAME), "Waiting", "proofolio", "text")
    assert api.sent == [("POST", issues, {"title": "Waiting", "body": "text"})]


def test_an_issue_is_kept_without_who_changed_it(tmp_path: Path) -> None:
    issue = {"number": 3, "body": "x", "user": {"login": "amina-y", "id": 4}}
    api = Gitea({f"/repos/{NAME}/issues/3": issue})
    fetch_issue(Repository(api, NAME), 3, tmp_path / "form.json")
    assert json.loads((tmp_path / "form.json").read_bytes()) == issue
    assert api.sent == []
