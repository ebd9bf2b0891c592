"""Asking a forge: pages, second tries, refusals in plain words, and a token that stays secret."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.forge import NAME, TOKEN, Forge, pull, running

from proofolio.adapters.github import api as module
from proofolio.adapters.github.api import Api
from proofolio.adapters.github.pulls import fetch_pull, merged_pulls, open_pull, spoken_of
from proofolio.adapters.github.repository import Repository, repository_of
from proofolio.core.diagnostics.error import ProofolioError

HEAD = "a" * 40
LIST = f"/repos/{NAME}/pulls"


@pytest.fixture
def forge() -> Iterator[Forge]:
    with running(Forge(pulls=[pull(number, f"{number:040x}") for number in range(1, 6)])) as made:
        yield made


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def api(forge: Forge, slept: list[float]) -> Api:
    return Api(forge.address, TOKEN, slept.append)


def test_all_pages_are_followed(forge: Forge, api: Api) -> None:
    assert [each["number"] for each in api.pages(LIST, state="open")] == [1, 2, 3, 4, 5]
    assert len(forge.asked) == 3
    assert forge.tokens == {f"Bearer {TOKEN}"}


def test_a_netrc_does_not_replace_the_token(
    forge: Forge, api: Api, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    api.get(f"{LIST}/1")
    assert forge.tokens == {f"Bearer {TOKEN}"}


@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (502, {}, b"<html>"),
        (503, {}, b""),
        (429, {"Retry-After": "7"}, b"{}"),
        (403, {"Retry-After": "7"}, b"{}"),
        (403, {}, b'{"message": "You have exceeded a secondary rate limit"}'),
    ],
)
def test_passing_trouble_is_waited_for(
    forge: Forge, api: Api, slept: list[float], status: int, headers: dict[str, str], body: bytes
) -> None:
    forge.failures = [(status, headers, body)] * 2
    assert api.get(f"{LIST}/1")["number"] == 1
    assert slept == ([7.0, 7.0] if headers else [2.0, 4.0])


def test_what_was_sent_is_not_sent_twice_unless_nothing_was_done(
    forge: Forge, api: Api, slept: list[float]
) -> None:
    path = f"/repos/{NAME}/issues/1/comments"
    forge.failures = [(502, {}, b"")]
    with pytest.raises(ProofolioError, match="trouble of its own"):
        api.send("POST", path, {"body": "x"})
    assert len(forge.sent()) == 1
    forge.failures = [(429, {"Retry-After": "1"}, b"")]
    api.send("POST", path, {"body": "x"})
    assert len(forge.comments[1]) == 1


@pytest.mark.parametrize(
    ("status", "headers", "body", "words"),
    [
        (401, {}, b"{}", "does not accept the token"),
        (403, {}, b'{"message": "Resource not accessible"}', "does not allow that .*Resource not"),
        (404, {}, b"{}", "nothing there"),
        (410, {}, b"{}", "nothing there"),
        (301, {"Location": "https://elsewhere.example/"}, b"", "has moved"),
        (
            422,
            {},
            b'{"message": "Validation\\u202e failed"}',
            "does not understand .*Validation\ufffd failed",
        ),
        (418, {}, b"[]", "refused, 418"),
        (403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9999999999"}, b"{}", "less often"),
    ],
)
def test_a_refusal_is_told_in_plain_words(
    forge: Forge, api: Api, status: int, headers: dict[str, str], body: bytes, words: str
) -> None:
    forge.failures = [(status, headers, body)] * 9
    with pytest.raises(ProofolioError, match=words) as caught:
        api.get(f"{LIST}/1")
    assert TOKEN not in caught.value.message + str(caught.value.hint)


def test_lasting_trouble_ends_after_four_tries(forge: Forge, api: Api, slept: list[float]) -> None:
    forge.failures = [(500, {}, b"")] * 9
    with pytest.raises(ProofolioError, match="trouble of its own, 500"):
        api.get(LIST)
    assert slept == [2.0, 4.0, 8.0]


def test_a_limit_that_ends_soon_is_waited_for(forge: Forge, api: Api, slept: list[float]) -> None:
    soon = str(int(time.time()) + 20)
    forge.failures = [(403, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": soon}, b"{}")]
    api.get(f"{LIST}/1")
    assert 15 < slept[0] <= 20


def test_no_network_is_said(slept: list[float]) -> None:
    with pytest.raises(ProofolioError, match=r"127\.0\.0\.1:9 cannot be reached"):
        Api("http://127.0.0.1:9", TOKEN, slept.append).get(LIST)
    assert len(slept) == 3


@pytest.mark.parametrize("body", [b"{not json", b"\xff\xfe", b"[" * 100_000])
def test_an_answer_that_is_none(forge: Forge, api: Api, body: bytes) -> None:
    forge.failures = [(200, {}, body)]
    with pytest.raises(ProofolioError, match="cannot be read"):
        api.get(LIST)


def test_a_list_that_is_none(forge: Forge, api: Api) -> None:
    forge.failures = [(200, {}, b'{"message": "hello"}')]
    with pytest.raises(ProofolioError, match="something else than a list"):
        api.pages(LIST)


def test_an_endless_answer_is_not_read(forge: Forge, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_ANSWER", 1000)
    forge.failures = [(200, {}, b'"' + b"x" * 5000 + b'"')]
    with pytest.raises(ProofolioError, match="larger than"):
        api.get(LIST)


def test_endless_pages_end(forge: Forge, api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    with pytest.raises(ProofolioError, match="more than 2 pages"):
        api.pages(LIST)


def test_the_token_goes_to_no_other_server(forge: Forge, api: Api) -> None:
    forge.failures = [(200, {"Link": '<http://elsewhere.example/x>; rel="next"'}, b"[]")]
    with pytest.raises(ProofolioError, match="another server"):
        api.pages(LIST)


@pytest.mark.parametrize(
    "address", ["http://forge.example", "ftp://forge.example", "forge", "https://a:b@c.example"]
)
def test_the_token_is_not_sent_in_the_open(address: str) -> None:
    with pytest.raises(ProofolioError):
        Api(address, TOKEN)


@pytest.mark.parametrize("name", ["", "portfolios", "a/b/c", "../x/y", "a/b?x=1", "a/..", "a b/c"])
def test_a_repository_has_an_owner_and_a_name(name: str) -> None:
    with pytest.raises(ProofolioError, match="which repository"):
        repository_of({"GITHUB_REPOSITORY": name})


def test_a_pull_request_is_kept_word_for_word(forge: Forge, api: Api, tmp_path: Path) -> None:
    forge.reviews[3] = [{"id": each, "commit_id": f"{each:040x}", "body": "é\ud800"} for each in range(5)]
    forge.line_comments[3] = [{"id": 7}]
    forge.comments[3] = [{"id": 8}, {"id": 9}, {"id": 10}]
    folder = fetch_pull(Repository(api, NAME), 3, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [
        "issue-comments.json",
        "pull.json",
        "review-comments.json",
        "reviews.json",
    ]
    assert spoken_of(tmp_path) == [f"{each:040x}" for each in range(5)]


def test_only_what_was_merged_here_is_recorded(forge: Forge, api: Api) -> None:
    forge.pulls += [
        pull(10, HEAD, merged_at=None),
        pull(11, HEAD, base={"ref": "other", "repo": {"full_name": NAME}}),
        pull(12, HEAD, base={"ref": "main", "repo": {"full_name": "upstream/portfolios"}}),
        pull(13, HEAD, base={"ref": "main", "repo": {"full_name": NAME.upper()}}),
    ]
    forge.commits = {HEAD: [10, 11, 12, 13, 2], "c" * 40: [2, 1]}
    assert merged_pulls(Repository(api, NAME), [HEAD, "c" * 40], "main") == [1, 2, 13]


def test_a_commits_pull_request_is_found_among_the_open_ones(forge: Forge, api: Api) -> None:
    repository = Repository(api, NAME)
    found = open_pull(repository, f"{5:040x}", "amina-y/portfolios", "menu-maths")
    assert found is not None
    assert found["number"] == 5
    assert open_pull(repository, HEAD, None, None) is None
    assert open_pull(repository, f"{5:040x}", "somebody/else", None) is None
    forge.pulls.append(pull(6, f"{5:040x}"))
    assert open_pull(repository, f"{5:040x}", None, None) is None, "two claim it"


@pytest.mark.parametrize("head", ["main", "--upload-pack=x", "a" * 39, "../../user"])
def test_only_a_whole_id_is_looked_up(api: Api, head: str) -> None:
    with pytest.raises(ProofolioError, match="not a commit's id"):
        open_pull(Repository(api, NAME), head, None, None)


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://api.github.com", "https://api.github.com/graphql"),
        ("https://forge.example/api/v3/", "https://forge.example/api/graphql"),
    ],
)
def test_the_other_api_has_an_address_of_its_own(
    address: str, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[str] = []

    def answer(self: Api, method: str, to: str, **more: object) -> tuple[bytes, None]:
        found.append(f"{method} {to}")
        return b'{"data": {"x": 1}}', None

    monkeypatch.setattr(Api, "_ask", answer)
    assert Api(address).graph("query { x }") == {"x": 1}
    assert found == [f"POST {asked}"]
