"""A teacher's three rounds with her coach, in a real repository, as the people and the workflows do it.

Ada hands in evidence; Carl reviews in the pull request; she revises; the first pull request is merged
after the second round; a third round comes in another. In the end everything has to agree: standing,
digests, dates, who did what, and the story.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.cases.case import BASE
from tests.doors.forge import Clone, pull, review, run

WORK = "portfolios/ada-moss/fair-shares"
ADA = ("Ada Moss", "501+ada-moss@users.noreply.github.com")
CARL = ("Carl Finch", "502+carl-finch@users.noreply.github.com")
BOT = ("proofolio", "bot@users.noreply.github.com")
FIRST = "I gave feedback while they still cut the paper, and most changed it."
SECOND = "I gave feedback while they still cut the paper, and 17 of 24 cut again."
THIRD = SECOND + " Two of them show their first and their second cut in the slips."
ROUND_ONE = """Thank you for the slips.

timely: Secure
used: starting – next: say how many learners changed their work
"""
ROUND_TWO = """| criterion | level | next |
| --- | --- | --- |
| timely | secure | |
| Used | Starting | show one learner's work before and after |

verdict: revise
"""
ROUND_THREE = "timely - secure\nused - secure\nverdict: met\n\nNow I can see it."


said = partial(review, login="carl-finch")


class Desk(Clone):
    """The repository, with everybody who commits to it."""

    def as_(self, who: tuple[str, str], day: str) -> Desk:
        self.author, self.day, self.minute = who, day, 0
        return self

    def write(self, message: str, text: str, slips: str = "name,changed\n") -> str:
        index = (BASE / WORK / "index.md").read_text(encoding="utf-8").replace(FIRST, text)
        return self.commit(message, **{f"{WORK}/index.md": index, f"{WORK}/slips.csv": slips})

    def status(self) -> dict[str, Any]:
        said = run(self.folder, "status", "ada-moss", "--format", "json")
        assert said.exit_code == 0, said.output
        found: dict[str, Any] = json.loads(said.output)["people"]["ada-moss"]["submissions"]["fair-shares"]
        return found

    def digest(self) -> str:
        return run(self.folder, "digest", f"{WORK}").output.strip()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "district"
    shutil.copytree(BASE, folder)
    shutil.rmtree(folder / WORK)
    empty = Clone.__new__(Clone)
    empty.folder, empty.minute, empty.day, empty.author = folder, 0, "2026-10-01", CARL
    empty.git("init", "--quiet", "--initial-branch=main", "--template=")
    empty.commit("The definitions and the roster")
    return Desk(folder)


@pytest.fixture
def told(desk: Desk) -> dict[str, Any]:
    """The whole tale, played; what was seen on the way."""
    seen: dict[str, Any] = {"standings": [], "digests": [], "checks": []}

    def look(base: str, login: str) -> None:
        done = run(desk.folder, "check", "--base", base, "--actor", login)
        seen["checks"].append((done.exit_code, done.output))

    def record(day: str, *payloads: Any) -> None:
        desk.as_(BOT, day).harvest(*payloads)
        desk.commit("Record the reviews")
        seen["standings"].append(desk.status()["standing"])

    start = desk.start
    # Round one and two: in one pull request.
    desk.branch("fair-shares")
    one = desk.as_(ADA, "2026-10-05").write("Fair shares: first version", FIRST)
    seen["digests"].append(desk.digest())
    look("main", "ada-moss")
    two = desk.as_(ADA, "2026-10-12").write("Say how many cut again", SECOND)
    seen["digests"].append(desk.digest())
    look("main", "Ada-Moss")
    merged = desk.merge("fair-shares")
    conversation = (
        pull(start, two, merged, login="ada-moss"),
        [
            review(
                1, ROUND_ONE, one, login="carl-finch", at="2026-10-07T15:00:00Z", state="CHANGES_REQUESTED"
            ),
            review(2, ROUND_TWO, two, login="carl-finch", at="2026-10-14T09:30:00Z", state="COMMENTED"),
        ],
    )
    record("2026-10-15", *conversation)
    # Round three: another pull request.
    before = desk.head()
    desk.branch("fair-shares-again", before)
    three = desk.as_(ADA, "2026-10-20").write("Two cuts each", THIRD, "name,changed\nA,yes\n")
    seen["digests"].append(desk.digest())
    look("main", "ada-moss")
    seen["standings"].append(desk.status()["standing"])
    merged = desk.merge("fair-shares-again")
    last = (
        pull(before, three, merged, login="ada-moss", number=15),
        [
            review(
                3,
                ROUND_THREE,
                three,
                login="carl-finch",
                at="2026-10-22T16:00:00Z",
                state="APPROVED",
                pull=15,
            )
        ],
    )
    record("2026-10-23", *last)
    seen["again"] = (desk.harvest(*conversation), desk.harvest(*last), desk.git("status", "--porcelain"))
    return seen


def test_every_version_passes_the_check_as_ada_s_own_change(told: dict[str, Any]) -> None:
    for code, output in told["checks"]:
        assert code == 0, output
        assert "Ada Moss" in output


def test_the_standings_follow_the_rounds(told: dict[str, Any]) -> None:
    assert told["standings"] == ["revise", "waiting", "met"]


def test_each_review_binds_to_exactly_what_carl_read(desk: Desk, told: dict[str, Any]) -> None:
    folder = desk.folder / WORK / "reviews"
    found = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}
    days = ["2026-10-07", "2026-10-14", "2026-10-22"]
    assert list(found) == [f"{day}-carl-finch.md" for day in days]
    for text, digest in zip(found.values(), told["digests"], strict=True):
        assert f"reviewed: {digest}\n" in text
    assert len(set(told["digests"])) == 3
    assert run(desk.folder, "check").exit_code == 0


def test_a_second_harvest_changes_nothing(told: dict[str, Any]) -> None:
    first, last, changed = told["again"]
    assert {each["result"] for each in (*first["outcomes"], *last["outcomes"])} == {"unchanged"}
    assert changed == ""


def test_the_decision_rests_on_the_last_round(desk: Desk, told: dict[str, Any]) -> None:
    status = desk.status()
    assert (status["complete"], status["competent"], status["standing"]) == (True, True, "met")
    assert status["criteria"]["used"] == {
        **status["criteria"]["used"],
        "level": "secure",
        "by": ["carl-finch"],
    }
    assert status["stale_reviews"] == 2


def test_the_story_tells_all_of_it(desk: Desk, told: dict[str, Any]) -> None:
    said = run(desk.folder, "story", "ada-moss/fair-shares", "--format", "json")
    assert said.exit_code == 0, said.output
    story = json.loads(said.output)
    assert story["standing"] == "met"
    assert story["decided_on"] == "2026-10-22"
    assert [each["digest"] for each in story["versions"]] == told["digests"]
    assert [each["at"][:10] for each in story["versions"]] == ["2026-10-05", "2026-10-12", "2026-10-20"]
    assert [[each["verdict"] for each in version["reviews"]] for version in story["versions"]] == [
        ["revise"],
        ["revise"],
        ["met"],
    ]
    everything = json.dumps(story["versions"][1], ensure_ascii=False)
    assert "17 of 24 cut again" in everything
    assert "slips.csv" in json.dumps(story["versions"][2])
    assert "@" not in said.output


def test_the_words_of_the_story_at_a_terminal(desk: Desk, told: dict[str, Any]) -> None:
    said = run(desk.folder, "story", "fair-shares").output
    for words in ("{+", "[-", "Ada Moss", "Carl Finch", "show one learner's work before and after"):
        assert words in said, said


MEDDLING: dict[str, tuple[Callable[[Desk], Any], str]] = {
    "an evidence file changed afterwards": (
        lambda d: d.write("One more thing", THIRD + " And more."),
        "stale",
    ),
    "only the reviews changed": (lambda d: None, "met"),
}


@pytest.mark.parametrize("name", MEDDLING)
def test_what_changes_afterwards(desk: Desk, told: dict[str, Any], name: str) -> None:
    do, standing = MEDDLING[name]
    do(desk.as_(ADA, "2026-10-30"))
    assert desk.status()["standing"] == standing


def test_one_command_confirms_what_still_stands(desk: Desk, told: dict[str, Any]) -> None:
    desk.as_(ADA, "2026-10-30").write("A comma", THIRD + " Really.")
    done = run(desk.folder, "confirm", "ada-moss/fair-shares", "carl-finch", "--date", "2026-11-01")
    assert done.exit_code == 0, done.output
    assert desk.status()["standing"] == "met"
