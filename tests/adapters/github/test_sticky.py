"""One comment and one issue, kept up to date; nobody else's is ever touched."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.forge import BOT, NAME, TOKEN, Forge, running

from proofolio.adapters.github.api import Api
from proofolio.adapters.github.repository import Repository
from proofolio.adapters.github.sticky import LONGEST_TEXT, Outcome, keep_comment, keep_issue

MARK = "<!-- proofolio: summary -->\n"


@pytest.fixture
def forge() -> Iterator[Forge]:
    with running(Forge()) as made:
        yield made


@pytest.fixture
def repository(forge: Forge) -> Repository:
    return Repository(Api(forge.address, TOKEN), NAME)


def test_posted_then_unchanged_then_updated(forge: Forge, repository: Repository) -> None:
    assert keep_comment(repository, 4, "summary", "one") is Outcome.POSTED
    assert keep_comment(repository, 4, "summary", "one") is Outcome.UNCHANGED
    assert keep_comment(repository, 4, "summary", "two") is Outcome.UPDATED
    assert [each["body"] for each in forge.comments[4]] == [MARK + "two"]
    assert len(forge.sent()) == 2


def test_line_ends_of_the_forges_own_are_no_change(forge: Forge, repository: Repository) -> None:
    forge.comments[4] = [{"id": 1, "user": {"login": BOT}, "body": (MARK + "a\nb").replace("\n", "\r\n")}]
    assert keep_comment(repository, 4, "summary", "a\nb") is Outcome.UNCHANGED


@pytest.mark.parametrize(
    "comment",
    [
        {"id": 1, "user": {"login": "mallory"}, "body": MARK + "planted"},
        {"id": 1, "user": {"login": "github-actions"}, "body": MARK + "planted"},
        {"id": 1, "user": None, "body": MARK + "planted"},
        {"id": 1, "user": {"login": BOT}, "body": "Somebody wrote: " + MARK},
        {"id": 1, "user": {"login": BOT}, "body": None},
        {"id": 1, "user": {"login": BOT}, "body": "<!-- proofolio: reply 7 -->\nother"},
    ],
)
def test_no_other_comment_is_taken_for_ours(forge: Forge, repository: Repository, comment: dict) -> None:
    forge.comments[4] = [dict(comment)]
    assert keep_comment(repository, 4, "summary", "one") is Outcome.POSTED
    assert forge.comments[4][0] == comment


def test_ours_is_found_on_a_later_page(forge: Forge, repository: Repository) -> None:
    talk = [{"id": each, "user": {"login": "x"}, "body": "talk"} for each in range(7)]
    forge.comments[4] = [*talk, {"id": 50, "user": {"login": BOT}, "body": MARK + "one"}]
    assert keep_comment(repository, 4, "summary", "two") is Outcome.UPDATED


def test_a_token_of_an_account_writes_in_its_name(forge: Forge, repository: Repository) -> None:
    forge.account = "district-bot"
    forge.comments[4] = [
        {"id": 1, "user": {"login": BOT}, "body": MARK + "one"},
        {"id": 2, "user": {"login": "district-bot"}, "body": MARK + "one"},
    ]
    assert keep_comment(repository, 4, "summary", "two") is Outcome.UPDATED
    assert [each["body"] for each in forge.comments[4]] == [MARK + "one", MARK + "two"]


def test_a_text_beyond_the_forges_limit_is_cut(forge: Forge, repository: Repository) -> None:
    keep_comment(repository, 4, "summary", "x" * 100_000)
    body = forge.comments[4][0]["body"]
    assert len(body) == LONGEST_TEXT
    assert "the rest is left out" in body
    assert keep_comment(repository, 4, "summary", "x" * 100_000) is Outcome.UNCHANGED


def test_one_issue_is_kept(forge: Forge, repository: Repository) -> None:
    forge.issues = [
        {"number": 1, "title": "Waiting", "user": {"login": "mallory"}, "body": "planted"},
        {"number": 2, "title": "Waiting", "user": {"login": BOT}, "body": "x", "pull_request": {"url": "u"}},
        {"number": 3, "title": "Other", "user": {"login": BOT}, "body": "x"},
    ]
    before = [dict(each) for each in forge.issues]
    assert keep_issue(repository, "Waiting", "proofolio", "one") is Outcome.POSTED
    assert keep_issue(repository, "Waiting", "proofolio", "one") is Outcome.UNCHANGED
    assert keep_issue(repository, "Waiting", "proofolio", "two") is Outcome.UPDATED
    assert forge.issues[:3] == before
    assert [each["body"] for each in forge.issues[3:]] == ["two"]
    assert forge.issues[3]["labels"] == [{"name": "proofolio"}]
