"""The pull request of a filed form: opened once, brought up to date, and told of in the issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.forge import NAME, TOKEN, Forge, pull, running

from proofolio.adapters.github.api import Api
from proofolio.adapters.github.filing import Filing
from proofolio.adapters.github.opening import open_and_answer
from proofolio.adapters.github.refusal import Refused
from proofolio.adapters.github.repository import Repository

FILING = Filing(
    12,
    "Thank you!",
    "portfolios/a/b/index.md",
    "",
    "form/12-pace-a-unit",
    "m",
    "Amina: Menu maths",
    "Closes #12",
)
SERVER = "https://forge.example/"


@pytest.fixture
def forge() -> Iterator[Forge]:
    with running(Forge()) as made:
        yield made


def answer(forge: Forge, filing: Filing = FILING, checked: str = "") -> str:
    return open_and_answer(Repository(Api(forge.address, TOKEN), NAME), filing, "main", SERVER, checked)


def test_it_is_opened_and_the_issue_has_the_link_and_the_check(forge: Forge) -> None:
    link = answer(forge, checked="1 warning")
    (made,) = forge.pulls
    assert (made["head"], made["base"]) == ("form/12-pace-a-unit", "main")
    assert (made["title"], made["body"]) == ("Amina: Menu maths", "Closes #12")
    (said,) = (each["body"] for each in forge.comments[12])
    assert link in said
    assert "1 warning" in said


def test_the_second_time_it_is_changed_and_not_opened_again(forge: Forge) -> None:
    forge.pulls = [
        pull(3, "a" * 40, head={"ref": "somebody-elses"}),
        pull(4, "a" * 40, head={"ref": FILING.branch}),
        pull(5, "a" * 40, head={"ref": "another"}),
    ]
    link = answer(forge, replace(FILING, title="Amina: Another title"))
    assert link == forge.pulls[1]["html_url"]
    assert [each.get("title") for each in forge.pulls] == [None, "Amina: Another title", None]
    answer(forge, replace(FILING, title="Amina: Another title"))
    assert len(forge.comments[12]) == 1


@pytest.mark.parametrize("status", [403, 422])
def test_where_workflows_may_not_open_it_the_answer_has_the_last_step(forge: Forge, status: int) -> None:
    forge.failures = [(200, {}, b"[]"), (status, {}, b'{"message": "not permitted to create pull requests"}')]
    link = answer(forge)
    assert link == f"{SERVER}{NAME}/compare/main...form/12-pace-a-unit?expand=1"
    assert link in forge.comments[12][0]["body"]


def test_other_trouble_is_told(forge: Forge) -> None:
    forge.failures = [(401, {}, b"{}")]
    with pytest.raises(Refused):
        answer(forge)
    assert forge.comments == {}


def test_a_reply_alone_opens_nothing_and_none_says_nothing(forge: Forge) -> None:
    assert answer(forge, Filing(12, "Nobody knows you.")) == ""
    assert forge.pulls == []
    assert forge.comments[12][0]["body"].endswith("Nobody knows you.")
    before = len(forge.asked)
    assert answer(forge, Filing(12, "")) == ""
    assert len(forge.asked) == before
