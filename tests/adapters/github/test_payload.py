"""Pull requests out of JSON, in all the shapes in which it is saved."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.doors.forge import comment, line_comment, pull, review

from proofolio.adapters.github.payload import read_pulls
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.pull import Account, Pull, ReviewState

BASE, HEAD, MERGED = "1" * 40, "2" * 40, "3" * 40
PULL = pull(BASE, HEAD, MERGED)
REVIEWS = [review(1, "a", HEAD), review(2, "b", HEAD, state="APPROVED")]
LINE = line_comment(5, "c", HEAD, "portfolios/a/b/index.md", in_review=1)
SAID = comment(7, "d")


def write(folder: Path, *texts: str) -> list[Path]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"file{number}.json"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def read(folder: Path, *payloads: Any) -> Pull:
    (found,) = read_pulls(write(folder, *(json.dumps(each) for each in payloads)))
    return found


@pytest.fixture
def plain(tmp_path: Path) -> Pull:
    return read(tmp_path, PULL, REVIEWS, [LINE], [SAID])


def test_every_field(plain: Pull) -> None:
    assert (plain.number, plain.base, plain.head, plain.merged) == (12, BASE, HEAD, MERGED)
    assert plain.opened_by == Account("amina-y", 1001)
    first, second = plain.reviews
    assert first.by == Account("rosa-diaz-cv", 2002)
    assert first.at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert (first.state, second.state) == (ReviewState.COMMENTED, ReviewState.APPROVED)
    assert first.address == "https://github.com/cedar-valley/portfolios/pull/12#pullrequestreview-1"
    (line,) = plain.line_comments
    assert (line.path, line.line, line.review, line.reply) == ("portfolios/a/b/index.md", 12, 1, False)
    (said,) = plain.comments
    assert (said.text, said.edited) == ("d", False)


def test_in_any_order_and_wrapping(tmp_path: Path, plain: Pull) -> None:
    bundle = {"pull": PULL, "reviews": REVIEWS, "review_comments": [LINE], "issue_comments": [SAID]}
    shapes: list[list[Any]] = [
        [[SAID], [LINE], REVIEWS, PULL],
        [REVIEWS[1], SAID, LINE, REVIEWS[0], PULL],
        [bundle],
        [[[REVIEWS[0]], [REVIEWS[1]]], [[LINE]], [[SAID], []], PULL],
        [PULL, REVIEWS, REVIEWS, [LINE], [SAID], []],
        [{"pull_request": PULL, "reviews": REVIEWS, "comments": [LINE, SAID]}],
    ]
    for shape in shapes:
        assert read(tmp_path, *shape) == plain


def test_pages_one_after_another_in_one_file(tmp_path: Path, plain: Pull) -> None:
    text = json.dumps([REVIEWS[0]]) + json.dumps([REVIEWS[1]]) + "\n" + json.dumps([LINE])
    (found,) = read_pulls(write(tmp_path, text, json.dumps([PULL, SAID])))
    assert found == plain


def test_a_folder(tmp_path: Path, plain: Pull) -> None:
    (tmp_path / "12").mkdir()
    write(tmp_path / "12", json.dumps(PULL), json.dumps(REVIEWS), json.dumps([LINE]), json.dumps([SAID]))
    assert read_pulls([tmp_path / "12"]) == (plain,)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_as_other_programs_save_it(tmp_path: Path, encoding: str, plain: Pull) -> None:
    path = tmp_path / "all.json"
    path.write_bytes(json.dumps([PULL, *REVIEWS, LINE, SAID]).encode(encoding))
    assert read_pulls([path]) == (plain,)


def test_events(tmp_path: Path, plain: Pull) -> None:
    lower = {**REVIEWS[1], "state": "approved"}
    sender = {"sender": PULL["user"], "repository": {"id": 1, "full_name": "x/y"}}
    issue = {"number": 12, "title": "x", "state": "open", "user": None, "pull_request": {"url": ""}}
    events = [
        {"action": "submitted", "review": lower, "pull_request": PULL, **sender},
        {"action": "submitted", "review": REVIEWS[0], "pull_request": PULL, **sender},
        {"action": "created", "comment": LINE, "pull_request": PULL, **sender},
        {"action": "created", "comment": SAID, "issue": issue, **sender},
    ]
    assert read(tmp_path, *events) == plain
    gone = {"action": "deleted", "comment": SAID, "issue": issue, **sender}
    assert read(tmp_path, gone, *events).comments == ()


def test_an_event_about_an_issue_on_its_own_is_no_pull_request(tmp_path: Path) -> None:
    said = {**SAID, "html_url": "https://github.com/cedar-valley/portfolios/issues/3#issuecomment-7"}
    said["issue_url"] = "https://api.github.com/repos/cedar-valley/portfolios/issues/3"
    event = {"action": "created", "comment": said, "issue": {"number": 3, "title": "x"}}
    assert read_pulls(write(tmp_path, json.dumps(event))) == ()


def test_nulls_and_gaps(tmp_path: Path) -> None:
    bare = {**REVIEWS[0], "body": None, "user": None, "commit_id": None, "html_url": None, "more": {"x": [1]}}
    line = {**LINE, "line": None, "original_line": None, "user": None, "pull_request_review_id": None}
    found = read(tmp_path, {**PULL, "user": None, "merged_at": None, "merged": False}, [bare], [line])
    assert found.opened_by is None
    assert found.merged is None
    (one,) = found.reviews
    assert (one.text, one.by, one.commit, one.address) == ("", None, None, None)
    assert found.line_comments[0].line is None
    ghost = {**REVIEWS[0], "user": {"login": "ghost", "id": 10137, "type": "User"}}
    assert read(tmp_path, PULL, [ghost], []).reviews[0].by is None
    missing = {key: value for key, value in REVIEWS[0].items() if key not in ("body", "submitted_at")}
    assert read(tmp_path, PULL, [{**missing, "state": "PENDING"}], []).reviews[0].at is None


def test_odd_values_do_no_harm(tmp_path: Path) -> None:
    odd = {
        **REVIEWS[0],
        "body": "a\r\nb\ud800",
        "commit_id": "HEAD; rm -rf /",
        "submitted_at": "0001-01-01T00:00:00+23:00",
        "user": {"login": ["x"], "id": True},
    }
    (one,) = read(tmp_path, PULL, [odd]).reviews
    assert (one.text, one.commit, one.at, one.by) == ("a\nb?", None, None, None)


def test_gitea_and_forgejo(tmp_path: Path) -> None:
    web = "https://git.example.org/cedar/portfolios"
    person = {"id": 4, "login": "rosa-diaz-cv", "full_name": "Rosa", "email": "", "is_admin": False}
    made = {
        "id": 3,
        "url": f"{web}/pulls/7",
        "number": 7,
        "user": {**person, "login": "amina-y", "id": 5},
        "title": "x",
        "state": "closed",
        "html_url": f"{web}/pulls/7",
        "merged": True,
        "merged_at": "2026-11-20T12:00:00+01:00",
        "merge_commit_sha": MERGED,
        "base": {"label": "main", "ref": "main", "sha": BASE, "repo_id": 1, "repo": {}},
        "head": {"label": "x", "ref": "x", "sha": HEAD, "repo_id": 1, "repo": {}},
        "merge_base": BASE,
    }
    handed_in = {
        "id": 9,
        "user": person,
        "team": None,
        "state": "REQUEST_CHANGES",
        "body": "x",
        "commit_id": HEAD,
        "stale": False,
        "official": True,
        "dismissed": False,
        "comments_count": 1,
        "submitted_at": "2026-11-20T11:00:00+01:00",
        "updated_at": "2026-11-20T11:00:00+01:00",
        "html_url": f"{web}/pulls/7#issuecomment-20",
        "pull_request_url": f"{web}/pulls/7",
    }
    line = {
        "id": 21,
        "body": "y",
        "user": person,
        "resolver": None,
        "pull_request_review_id": 9,
        "created_at": "2026-11-20T11:00:00+01:00",
        "updated_at": "2026-11-20T11:00:00+01:00",
        "path": "portfolios/a/b/index.md",
        "commit_id": HEAD,
        "original_commit_id": "",
        "diff_hunk": "@@",
        "position": 4,
        "original_position": 0,
        "html_url": f"{web}/pulls/7#issuecomment-21",
        "pull_request_url": f"{web}/pulls/7",
    }
    said = {
        "id": 22,
        "html_url": f"{web}/pulls/7#issuecomment-22",
        "pull_request_url": f"{web}/pulls/7",
        "issue_url": "",
        "user": person,
        "body": "z",
        "created_at": "2026-11-20T11:00:00+01:00",
        "updated_at": "2026-11-20T11:30:00+01:00",
    }
    asked = {**handed_in, "id": 10, "state": "REQUEST_REVIEW"}
    found = read(
        tmp_path, made, [handed_in, {**handed_in, "id": 11, "dismissed": True}, asked], [line], [said]
    )
    assert (found.number, found.merged) == (7, MERGED)
    assert [each.state for each in found.reviews] == [ReviewState.CHANGES_REQUESTED, ReviewState.DISMISSED]
    assert found.reviews[0].at == datetime(2026, 11, 20, 10, tzinfo=UTC)
    assert found.line_comments[0].line == 4
    assert found.comments[0].edited


def test_several_pull_requests_stay_apart(tmp_path: Path) -> None:
    other = pull(BASE, HEAD, MERGED, number=13)
    paths = write(tmp_path, json.dumps([PULL, other, *REVIEWS, review(3, "x", HEAD, pull=13)]))
    assert [(each.number, len(each.reviews)) for each in read_pulls(paths)] == [(12, 2), (13, 1)]


def test_an_edited_review_counts_as_it_is_now(tmp_path: Path) -> None:
    older = {**SAID, "body": "old", "updated_at": "2026-11-20T10:30:00Z"}
    newer = {**SAID, "body": "new", "updated_at": "2026-11-20T11:30:00Z"}
    for order in ([older, newer], [newer, older]):
        assert read(tmp_path, PULL, order).comments[0].text == "new"
    for order in (
        [REVIEWS[0], {**REVIEWS[0], "state": "DISMISSED"}],
        [{**REVIEWS[0], "state": "DISMISSED"}, REVIEWS[0]],
    ):
        assert read(tmp_path, PULL, order).reviews[0].state is ReviewState.DISMISSED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", None),
        ("[]", None),
        ("[{]", "is not JSON"),
        ('{"message": "Bad credentials"}', "the forge answered 'Bad credentials'"),
        ('{"a": 1}', "holds no pull request"),
        ("[" * 200_000, "nested too deeply"),
        ("1" * 5000, "too long"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, text: str, words: str | None) -> None:
    paths = write(tmp_path, text)
    if words is None:
        assert read_pulls(paths) == ()
        return
    with pytest.raises(ProofolioError) as error:
        read_pulls(paths)
    assert words in error.value.message
    assert "file0.json" in error.value.message


def test_too_large_and_missing(tmp_path: Path) -> None:
    large = tmp_path / "large.json"
    large.write_bytes(b" " * (20 * 1024 * 1024 + 1))
    with pytest.raises(ProofolioError, match="larger than 20 MiB"):
        read_pulls([large])
    with pytest.raises(ProofolioError, match="there is no file"):
        read_pulls([tmp_path / "nothing.json"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(ProofolioError, match="holds no"):
        read_pulls([tmp_path / "empty"])


def test_a_review_without_a_day_of_its_own_has_that_of_its_last_change(tmp_path: Path) -> None:
    odd = {**REVIEWS[0], "submitted_at": "0001-01-01T00:00:00Z", "updated_at": "2026-11-20T10:00:00Z"}
    assert read(tmp_path, PULL, odd).reviews[0].at == datetime(2026, 11, 20, 10, tzinfo=UTC)


def test_a_state_that_is_new_to_us_is_kept_apart(tmp_path: Path) -> None:
    odd = {**REVIEWS[0], "state": "SHRUGGED"}
    assert read(tmp_path, PULL, [odd]).reviews[0].state is ReviewState.UNKNOWN
