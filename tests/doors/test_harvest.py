"""``proofolio harvest``: pull requests as the forge tells them, on real clones."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from tests.doors.forge import WEB, Clone, comment, line_comment, pull, review, run

WORK = "portfolios/amina-yusuf/menu-maths"
INDEX = f"{WORK}/index.md"
RATED = "units-from-competencies: proficient\npacing: exemplary\n"
DEVELOPING = "units: proficient\npacing: developing – next: show two learners\n"


@pytest.fixture(scope="module")
def merged(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """Two versions of one submission in a branch that was merged. Read only."""
    target = tmp_path_factory.mktemp("merged") / "clone"
    shutil.copytree(demo, target)
    made = Clone(target)
    text = (target / INDEX).read_text(encoding="utf-8")
    made.branch("evidence")
    made.first = made.commit("First version", **{INDEX: text + "\nOne more thing.\n"})
    made.second = made.commit("Second version", **{INDEX: text + "\nOne more thing, said better.\n"})
    made.merged = made.merge("evidence")
    return made


@pytest.fixture
def clone(merged: Clone, tmp_path: Path) -> Clone:
    """A copy of it to change."""
    shutil.copytree(merged.folder, tmp_path / "clone")
    mine = copy(merged)
    mine.folder = tmp_path / "clone"
    return mine


def payload(clone: Clone, **changes: Any) -> dict[str, Any]:
    return pull(clone.start, clone.second, clone.merged, **changes)


def written(clone: Clone) -> dict[str, str]:
    folder = clone.folder / WORK / "reviews"
    names = sorted(path.name for path in folder.glob("2026-11-2*.md"))
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def results(found: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """What became of each, by the end of its address."""
    return {
        re.split(r"#[a-z_]*-?", each["address"])[1].lstrip("r"): (each["result"], each["reason"])
        for each in found["outcomes"]
        if each["address"]
    }


def approvals() -> dict[str, tuple[Callable[[Clone], list[Any]], dict[str, tuple[str, str]], set[str]]]:
    """Name → what was said, what becomes of it (by number), which files come of it."""
    rosa = "2026-11-20-rosa-diaz.md"
    return {
        "an approval with ratings": (
            lambda c: [review(1, RATED, c.second, state="APPROVED")],
            {"1": ("written", "verdict met")},
            {rosa},
        ),
        "an approval that rates nothing": (
            lambda c: [review(1, "Lovely.", c.second, state="APPROVED")],
            {"1": ("asked", "rates nothing")},
            set(),
        ),
        "changes requested without ratings": (
            lambda c: [review(1, "Not yet.", c.second, state="CHANGES_REQUESTED")],
            {"1": ("asked", "rates nothing")},
            set(),
        ),
        "approval of an older commit, then the evidence changed": (
            lambda c: [review(1, RATED, c.first, state="APPROVED")],
            {"1": ("written", "verdict met")},
            {rosa},
        ),
        "approval, then dismissed": (
            lambda c: [review(1, RATED, c.second, state="DISMISSED")],
            {"1": ("ignored", "dismissed")},
            set(),
        ),
        "approval, then changes requested by the same account": (
            lambda c: [
                review(1, RATED, c.second, state="APPROVED"),
                review(2, DEVELOPING, c.second, state="CHANGES_REQUESTED", at="2026-11-20T11:00:00Z"),
            ],
            {"1": ("written", "same day's file"), "2": ("written", "pacing developing; verdict revise")},
            {rosa},
        ),
        "a deleted account": (
            lambda c: [review(1, RATED, c.second, login=None, state="APPROVED")],
            {"1": ("ignored", "account was deleted")},
            set(),
        ),
        "a commit that the forge forgot": (
            lambda c: [review(1, RATED, None, state="APPROVED")],
            {"1": ("asked", "no longer knows which version")},
            set(),
        ),
        "a program": (
            lambda c: [review(1, RATED, c.second, login="rosa-diaz-cv[bot]", kind="Bot", state="APPROVED")],
            {"1": ("ignored", "is a program")},
            set(),
        ),
        "a login that looks alike": (
            lambda c: [review(1, RATED, c.second, login="rosa-dıaz-cv", state="APPROVED")],
            {"1": ("ignored", "not on the roster")},
            set(),
        ),
        "the login in other letters": (
            lambda c: [review(1, RATED, c.second, login="Rosa-Diaz-CV", state="APPROVED")],
            {"1": ("written", "verdict met")},
            {rosa},
        ),
        "her own work": (
            lambda c: [review(1, RATED, c.second, login="amina-y", account=1001, state="APPROVED")],
            {"1": ("ignored", "no role that may review")},
            set(),
        ),
        "somebody without a reviewing role": (
            lambda c: [review(1, RATED, c.second, login="ben-okafor-cv", state="APPROVED")],
            {"1": ("ignored", "no role that may review")},
            set(),
        ),
        "a comment after the approval": (
            lambda c: [
                review(1, RATED, c.second, state="APPROVED"),
                review(2, "One more thought.", c.second, at="2026-11-20T12:00:00Z"),
            ],
            {"1": ("written", "verdict met"), "2": ("commented", "rates nothing")},
            {rosa},
        ),
        "an approval after the ratings": (
            lambda c: [
                review(1, RATED, c.second),
                review(2, "", c.second, state="APPROVED", at="2026-11-20T12:00:00Z"),
            ],
            {"1": ("written", "verdict met"), "2": ("commented", "beside the ratings")},
            {rosa},
        ),
        "several coaches": (
            lambda c: [
                review(1, RATED, c.second, state="APPROVED"),
                review(2, DEVELOPING, c.second, login="treyes-coach", account=3003),
            ],
            {"1": ("written", "verdict met"), "2": ("written", "verdict revise")},
            {rosa, "2026-11-20-tomas-reyes.md"},
        ),
        "a pending review": (
            lambda c: [review(1, RATED, c.second, state="PENDING", at=None)],
            {},
            set(),
        ),
        "a commit that is not in the clone": (
            lambda c: [review(1, RATED, "0" * 39 + "1", state="APPROVED")],
            {"1": ("waiting", "git fetch origin refs/pull/12/head")},
            set(),
        ),
        "ratings without the next step": (
            lambda c: [review(1, "units: proficient\npacing: developing", c.second)],
            {"1": ("asked", "a next step for pacing")},
            set(),
        ),
        "ratings of one criterion only": (
            lambda c: [review(1, "pacing: proficient", c.second)],
            {"1": ("asked", "a rating for units-from-competencies")},
            set(),
        ),
        "met, and below mastery": (
            lambda c: [review(1, DEVELOPING + "verdict: met", c.second)],
            {"1": ("asked", "pacing is below mastery")},
            set(),
        ),
        "stepping back": (
            lambda c: [review(1, "recuse: she is my sister", c.second)],
            {"1": ("written", "verdict recused")},
            {rosa},
        ),
    }


@pytest.mark.parametrize("name", approvals())
def test_an_approval_is_worth_what_it_says(clone: Clone, name: str) -> None:
    said, expected, files = approvals()[name]
    found = clone.harvest(payload(clone), said(clone))
    became = results(found)
    assert became.keys() == expected.keys()
    for number, (result, words) in expected.items():
        assert became[number][0] == result, became[number]
        assert words in became[number][1]
    assert written(clone).keys() == files
    before = written(clone)
    again = clone.harvest(payload(clone), said(clone))
    assert written(clone) == before
    assert {each["result"] for each in again["outcomes"]}.isdisjoint({"kept"})
    checked = run(clone.folder, "check", WORK)
    assert checked.exit_code == 0, checked.output


def test_an_approval_of_an_older_version_is_stale(clone: Clone) -> None:
    clone.harvest(payload(clone), [review(1, RATED, clone.first, state="APPROVED")])
    status = json.loads(run(clone.folder, "status", "amina-yusuf", "--format", "json").output)
    assert status["people"]["amina-yusuf"]["submissions"]["menu-maths"]["stale_reviews"] == 4


def test_a_recycled_login_is_nobody(clone: Clone) -> None:
    roster = clone.folder / "portfolios/roster.yml"
    text = roster.read_text(encoding="utf-8").replace(
        "github: rosa-diaz-cv", "github: rosa-diaz-cv\n    github_id: 2002"
    )
    roster.write_text(text, encoding="utf-8")
    found = clone.harvest(payload(clone), [review(1, RATED, clone.second, account=666, state="APPROVED")])
    assert results(found)["1"] == (
        "ignored",
        "the login rosa-diaz-cv belongs to another account now than the roster's",
    )
    renamed = clone.harvest(payload(clone), [review(1, RATED, clone.second, login="rosa-new", account=2002)])
    assert results(renamed)["1"][0] == "written"


def test_a_squashed_pull_request_keeps_the_review_of_what_was_merged(demo: Path, tmp_path: Path) -> None:
    shutil.copytree(demo, tmp_path / "clone")
    clone = Clone(tmp_path / "clone")
    text = (clone.folder / INDEX).read_text(encoding="utf-8")
    clone.branch("evidence")
    first = clone.commit("First", **{INDEX: text + "\nOne.\n"})
    second = clone.commit("Second", **{INDEX: text + "\nTwo.\n"})
    merged = clone.squash("evidence")
    said = [
        review(1, DEVELOPING + "The wall is a joy.", first, at="2026-11-19T10:00:00Z"),
        review(2, RATED, second, state="APPROVED"),
    ]
    alone = results(clone.harvest(pull(clone.start, second, merged), said[:1]))
    assert alone["1"][0] == "ignored"
    assert "squashed" in alone["1"][1]
    found = results(clone.harvest(pull(clone.start, second, merged), said))
    assert found["1"][0] == "commented"
    assert "quoted in the same person's next review" in found["1"][1]
    assert found["2"][0] == "written"
    ((name, kept),) = written(clone).items()
    assert name == "2026-11-20-rosa-diaz.md"
    assert "pacing: exemplary\nverdict: met" in kept
    assert "**Earlier on 2026-11-19**" in kept
    assert "- pacing: developing – next: show two learners" in kept
    assert "> The wall is a joy." in kept
    assert run(clone.folder, "check", WORK).exit_code == 0


def test_a_co_author_reviews_nothing(clone: Clone) -> None:
    text = (clone.folder / INDEX).read_text(encoding="utf-8")
    clone.branch("more", clone.merged)
    head = clone.commit("With Rosa", **{INDEX: text.replace("\n---\n", "\nwith: [rosa-diaz]\n---\n", 1)})
    merged = clone.merge("more")
    found = clone.harvest(pull(clone.merged, head, merged), [review(1, RATED, head, state="APPROVED")])
    assert results(found)["1"] == ("ignored", "Rosa Díaz took part in the work, and nobody reviews their own")


def test_who_opened_the_pull_request_does_not_review_it(clone: Clone) -> None:
    opened = payload(clone, login="rosa-diaz-cv")
    found = clone.harvest(opened, [review(1, RATED, clone.second, account=1001)])
    assert results(found)["1"][0] == "ignored"
    assert "opened this pull request" in results(found)["1"][1]


def test_an_approver_approves_where_that_is_asked(clone: Clone) -> None:
    place = clone.folder / "competencies/micro-credentials/pace-a-unit.yml"
    text = place.read_text(encoding="utf-8")
    asked = text.replace("review: {reviewers: 1}", "review: {reviewers: 1, approval: true}")
    place.write_text(asked, encoding="utf-8")
    by = {"login": "treyes-coach", "account": 3003}
    approval = review(1, "All in order.", clone.second, state="APPROVED", **by)
    found = clone.harvest(payload(clone), [approval])
    assert results(found)["1"] == ("written", "nothing rated; verdict met")
    (kept,) = written(clone).values()
    assert "ratings" not in kept
    assert "verdict: met" in kept
    assert "All in order." in kept
    assert run(clone.folder, "check", WORK).exit_code == 0
    back = review(2, "", clone.second, state="CHANGES_REQUESTED", at="2026-11-20T12:00:00Z", **by)
    clone.harvest(payload(clone), [approval, back])
    assert "verdict: revise" in "".join(written(clone).values())
    assert run(clone.folder, "check", WORK).exit_code == 0


def test_an_approver_may_write_the_verdict(clone: Clone) -> None:
    place = clone.folder / "competencies/micro-credentials/pace-a-unit.yml"
    text = place.read_text(encoding="utf-8").replace("{reviewers: 1}", "{reviewers: 1, approval: true}")
    place.write_text(text, encoding="utf-8")
    said = [review(1, "Verdict: met", clone.second, login="treyes-coach", account=3003)]
    assert results(clone.harvest(payload(clone), said))["1"] == ("written", "nothing rated; verdict met")
    said = [review(1, "Verdict: met", clone.second)]
    assert results(clone.harvest(payload(clone), said))["1"][0] == "asked"


def test_an_unfinished_round_is_not_asked_about_when_a_later_one_is_whole(clone: Clone) -> None:
    said = [
        review(1, "pacing: proficient", clone.first),
        review(2, RATED, clone.second, at="2026-11-21T10:00:00Z"),
    ]
    found = clone.harvest(payload(clone), said)
    assert results(found)["1"][0] == "commented"
    assert "never completed (a rating for units-from-competencies)" in results(found)["1"][1]
    assert found["replies"] == []


def test_three_rounds_in_pages_and_pieces(clone: Clone, tmp_path: Path) -> None:
    said = [
        review(1, DEVELOPING + "\nGood start, @amina-y.", clone.first, at="2026-11-20T10:00:00Z"),
        review(2, RATED, clone.second, at="2026-11-21T10:00:00Z"),
    ]
    line = line_comment(5, "Say *who*.", clone.first, INDEX, in_review=1)
    clone.harvest([said[1]], [line], payload(clone), [said[0]])
    kept = written(clone)
    assert list(kept) == ["2026-11-20-rosa-diaz.md", "2026-11-21-rosa-diaz.md"]
    first = kept["2026-11-20-rosa-diaz.md"]
    assert "Good start, amina-y." in first
    assert f"[`index.md`, line 12]({WEB}/pull/12#discussion_r5):\n\n> Say *who*." in first
    assert f'source: "{WEB}/pull/12#pullrequestreview-1"' in first
    clone.harvest({"pull": payload(clone), "reviews": said, "review_comments": [line], "comments": []})
    assert written(clone) == kept


def test_two_versions_on_one_day_are_one_file_that_tells_of_both(clone: Clone) -> None:
    said = [
        review(1, DEVELOPING + "The wall is good.", clone.first),
        review(2, RATED, clone.second, at="2026-11-20T18:00:00Z"),
    ]
    found = results(clone.harvest(payload(clone), said))
    assert found["1"][0] == found["2"][0] == "written"
    (kept,) = written(clone).values()
    assert "pacing: exemplary" in kept
    assert "**Earlier on 2026-11-20**, of version" in kept
    assert "- pacing: developing – next: show two learners" in kept
    assert "> The wall is good." in kept


def test_a_later_word_on_the_same_version_goes_on(clone: Clone) -> None:
    said = [
        review(1, "units: proficient\npacing: developing", clone.second),
        review(2, "pacing next: show two learners", clone.second, at="2026-11-21T08:00:00Z"),
    ]
    found = clone.harvest(payload(clone), said)
    assert list(written(clone)) == ["2026-11-21-rosa-diaz.md"]
    assert "pacing: show two learners" in written(clone)["2026-11-21-rosa-diaz.md"]
    assert found["replies"] == []


def test_an_edited_review_is_written_anew_and_a_hand_edit_stays(clone: Clone) -> None:
    clone.harvest(payload(clone), [review(1, DEVELOPING, clone.second)])
    edited = [review(1, RATED, clone.second)]
    assert results(clone.harvest(payload(clone), edited))["1"][0] == "written"
    (path,) = (clone.folder / WORK / "reviews").glob("2026-11-2*.md")
    by_hand = path.read_text(encoding="utf-8").replace("---\n\n<!--", "---\nA typing error mended.\n\n<!--")
    assert by_hand != path.read_text(encoding="utf-8")
    path.write_text(by_hand, encoding="utf-8")
    found = results(clone.harvest(payload(clone), [review(1, DEVELOPING, clone.second)]))
    assert found["1"][0] == "kept"
    assert "by hand" in found["1"][1]
    assert path.read_text(encoding="utf-8") == by_hand


def test_a_review_written_by_hand_is_never_replaced(clone: Clone) -> None:
    path = clone.folder / WORK / "reviews/2026-11-20-rosa-diaz.md"
    path.write_text("---\nverdict: revise\n---\n", encoding="utf-8")
    found = results(clone.harvest(payload(clone), [review(1, RATED, clone.second)]))
    assert found["1"] == ("kept", "there is a review of this day already, and it came from somewhere else")
    assert path.read_text(encoding="utf-8") == "---\nverdict: revise\n---\n"


def test_a_review_dismissed_after_it_was_kept_is_a_leaders_business(clone: Clone) -> None:
    clone.harvest(payload(clone), [review(1, RATED, clone.second)])
    before = written(clone)
    found = clone.harvest(payload(clone), [review(1, RATED, clone.second, state="DISMISSED")])
    assert "a leader decides" in results(found)["1"][1]
    assert written(clone) == before


def test_a_comment_needs_the_version_unless_there_was_only_one(clone: Clone) -> None:
    found = clone.harvest(payload(clone), [comment(7, RATED)])
    assert results(found)["7"][0] == "asked"
    assert "had 2 versions" in found["replies"][0]["text"]
    digest = re.search(r"version: ([0-9a-f]{12})", found["replies"][0]["text"])
    assert digest
    found = clone.harvest(payload(clone), [comment(7, f"{RATED}version: {digest[1]}")])
    assert results(found)["7"][0] == "written"
    assert f"reviewed: sha256:{digest[1]}" in "".join(written(clone).values())


def test_the_offer_filled_in_is_understood_whole(clone: Clone) -> None:
    bare = clone.harvest(payload(clone), [review(1, "", clone.second, state="APPROVED")])
    text = bare["replies"][0]["text"]
    block = text[text.index("```review") :]
    filled = block.replace("emerging | developing | proficient | exemplary", "developing")
    filled = filled.replace("next: …", "next: show two learners").replace("met | revise", "revise")
    found = clone.harvest(payload(clone), [review(2, filled, clone.second)])
    assert results(found)["2"] == (
        "written",
        "units-from-competencies developing, pacing developing; verdict revise",
    )
    assert found["replies"] == []
    nothing = clone.harvest(payload(clone), [review(3, block, clone.second)])
    assert results(nothing)["3"][0] == "commented"


def test_what_is_not_understood_comes_back_once(clone: Clone, tmp_path: Path) -> None:
    said = [review(1, "units: proficient\npacing: quite good @amina-y", clone.second)]
    file = tmp_path / "replies.json"
    found = clone.harvest(payload(clone), said, options=("--replies", str(file)))
    (reply,) = found["replies"]
    assert "`pacing: quite good @amina-y` – what follows 'pacing' is not one of the levels" in reply["text"]
    assert "a rating for pacing" in reply["text"]
    assert reply["in_reply_to"] == f"{WEB}/pull/12#pullrequestreview-1"
    assert json.loads(file.read_text(encoding="utf-8")) == found["replies"]
    posted = comment(9, reply["text"], login="proofolio[bot]", kind="Bot")
    assert clone.harvest(payload(clone), said, [posted])["replies"] == []


def test_a_review_of_two_submissions_names_them(clone: Clone) -> None:
    other = "portfolios/amina-yusuf/three-line-feedback/index.md"
    clone.branch("both", clone.merged)
    one = (clone.folder / INDEX).read_text(encoding="utf-8")
    two = (clone.folder / other).read_text(encoding="utf-8")
    head = clone.commit("Both", **{INDEX: one + "\nMore.\n", other: two + "\nMore.\n"})
    merged = clone.merge("both")
    opened = pull(clone.merged, head, merged)
    found = clone.harvest(opened, [review(1, "verdict: met", head)])
    assert results(found)["1"][0] == "asked"
    assert "menu-maths" in found["replies"][0]["text"]
    text = f"## menu-maths\n{RATED}\nLovely.\n\n**three-line-feedback:**\nverdict: revise\n"
    became = clone.harvest(opened, [review(2, text, head)])["outcomes"]
    assert {(each["submission"], each["result"]) for each in became} == {
        ("amina-yusuf/menu-maths", "written"),
        ("amina-yusuf/three-line-feedback", "asked"),
    }
    found = clone.harvest(opened, [review(3, RATED, head, at="2026-11-22T10:00:00Z")])
    assert found["outcomes"][0]["submission"] == "amina-yusuf/menu-maths"


def test_confirm_in_a_review(clone: Clone) -> None:
    said = [
        review(1, DEVELOPING, clone.first),
        review(2, "Still stands.", clone.second, at="2026-11-21T10:00:00Z"),
    ]
    assert results(clone.harvest(payload(clone), said))["2"][0] == "written"
    kept = written(clone)["2026-11-21-rosa-diaz.md"]
    assert "pacing: developing" in kept
    assert "pacing: show two learners" in kept
    assert "Confirmed after looking at what changed since 2026-11-20." in kept


def test_words_without_ratings_go_with_the_next_review(clone: Clone) -> None:
    said = [
        review(1, "I like the wall.", clone.first, at="2026-11-19T10:00:00Z"),
        review(2, RATED, clone.second),
    ]
    found = results(clone.harvest(payload(clone), said))
    assert found["1"] == (
        "commented",
        "it rates nothing; its words are kept with the same person's next review",
    )
    assert "I like the wall." in written(clone)["2026-11-20-rosa-diaz.md"]


def test_before_the_merge_nothing_is_written(clone: Clone) -> None:
    clone.git("checkout", "--quiet", "-B", "elsewhere", clone.start)
    found = clone.harvest(pull(clone.start, clone.second), [review(1, RATED, clone.second)])
    assert results(found)["1"][0] == "waiting"
    assert written(clone) == {}


def test_a_dry_run_writes_nothing(clone: Clone) -> None:
    found = clone.harvest(payload(clone), [review(1, RATED, clone.second)], options=("--dry-run",))
    assert results(found)["1"][0] == "written"
    assert written(clone) == {}


def test_reviews_alone_are_enough(clone: Clone) -> None:
    assert results(clone.harvest([review(1, RATED, clone.second)]))["1"][0] == "written"
    assert run(clone.folder, "check", WORK).exit_code == 0


def test_a_hostile_text_stays_text(clone: Clone) -> None:
    text = (
        f"{RATED}---\nreviewed: sha256:0\n---\n# Big\n<script>alert(1)</script> ![x](https://evil.example/p.png)\n"
        "[a](javascript:alert(1)) [[nothing]] <![CDATA[ \u202e\x00 [ref]: javascript:x\n[ref]: javascript:x\n"
        + "[" * 500
        + "\n"
        + "-" * 60
        + "\n```\n<![\n"
        + "> " * 60
        + "\n"
        + "a" * 9000
    )
    clone.harvest(payload(clone), [review(1, text, clone.second)])
    (kept,) = written(clone).values()
    assert len(kept) < 22_000
    checked = run(clone.folder, "check", WORK)
    assert checked.exit_code == 0, checked.output
    assert "<script" not in kept


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is not JSON"),
        ('{"message": "Not Found", "status": "404"}', "the forge answered 'Not Found'"),
        ('[{"id": 1}]', "holds no pull request"),
        ("[" * 100_000, "nested too deeply"),
        ("\xff", "is not JSON"),
    ],
)
def test_what_is_no_payload_is_said_with_its_file(
    clone: Clone, tmp_path: Path, content: str, words: str
) -> None:
    path = tmp_path / "odd.json"
    path.write_text(content, encoding="utf-8")
    result = run(clone.folder, "harvest", str(path))
    assert result.exit_code == 2
    assert "odd.json" in result.output
    assert words in result.output


def test_what_a_branch_took_over_from_main_is_not_what_it_hands_in(clone: Clone) -> None:
    place = clone.folder / "competencies/micro-credentials/pace-a-unit.yml"
    asked = place.read_text(encoding="utf-8").replace("{reviewers: 1}", "{reviewers: 1, approval: true}")
    clone.branch("mine", clone.merged)
    text = (clone.folder / INDEX).read_text(encoding="utf-8")
    clone.commit("Mine", **{INDEX: text + "\nMine.\n"})
    clone.git("checkout", "--quiet", "main")
    other = "portfolios/ben-okafor/reading-graphs-with-seven-year-olds/index.md"
    theirs = (clone.folder / other).read_text(encoding="utf-8")
    clone.commit("Ben's", **{other: theirs + "\nBen's.\n", place.relative_to(clone.folder).as_posix(): asked})
    clone.git("checkout", "--quiet", "mine")
    clone.git("merge", "--quiet", "--no-edit", "main")
    head = clone.head()
    merged = clone.merge("mine")
    approval = review(1, "", head, state="APPROVED", login="treyes-coach", account=3003)
    found = clone.harvest(pull(clone.merged, head, merged), [approval])
    assert [each["submission"] for each in found["outcomes"]] == ["amina-yusuf/menu-maths"]


def test_a_district_in_a_folder_of_its_repository(demo: Path, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    shutil.copytree(demo, whole / "district", ignore=shutil.ignore_patterns(".git"))
    made = Clone(whole)
    index = f"district/{INDEX}"
    text = (whole / index).read_text(encoding="utf-8")
    made.branch("evidence")
    head = made.commit("Evidence", **{index: text + "\nMore.\n"})
    merged = made.merge("evidence")
    made.folder = whole / "district"
    said = [review(1, RATED, head)], [line_comment(5, "Say who.", head, index, in_review=1)]
    found = made.harvest(pull(made.start, head, merged), *said)
    assert results(found)["1"][0] == "written"
    (kept,) = written(made).values()
    assert "[`index.md`, line 12]" in kept


def test_a_shallow_clone_and_no_clone_are_said(clone: Clone, tmp_path: Path) -> None:
    path = tmp_path / "pull.json"
    path.write_text(json.dumps([payload(clone), review(1, RATED, clone.second)]), encoding="utf-8")
    shallow = tmp_path / "shallow"
    clone.git("clone", "--quiet", "--depth=1", f"file://{clone.folder}", str(shallow))
    result = run(shallow, "harvest", str(path))
    assert result.exit_code == 2
    assert "git fetch --unshallow" in result.output
    shutil.rmtree(clone.folder / ".git")
    result = run(clone.folder, "harvest", str(path))
    assert result.exit_code == 2
    assert "Git knows no repository" in result.output


def test_a_link_on_the_way_is_not_followed(clone: Clone, tmp_path: Path) -> None:
    shutil.rmtree(clone.folder / WORK / "reviews")
    (tmp_path / "outside").mkdir()
    (clone.folder / WORK / "reviews").symlink_to(tmp_path / "outside")
    path = tmp_path / "pull.json"
    path.write_text(json.dumps([payload(clone), review(1, RATED, clone.second)]), encoding="utf-8")
    result = run(clone.folder, "harvest", str(path))
    assert result.exit_code == 2
    assert "is a link" in result.output
    assert list((tmp_path / "outside").iterdir()) == []


def test_two_pull_requests_on_one_day_are_one_file(clone: Clone) -> None:
    clone.branch("later", clone.merged)
    text = (clone.folder / INDEX).read_text(encoding="utf-8")
    head = clone.commit("Later", **{INDEX: text + "\nLater.\n"})
    merged = clone.merge("later")
    other = pull(clone.merged, head, merged, number=13)
    said = [review(1, DEVELOPING, clone.second), review(2, RATED, head, at="2026-11-20T19:00:00Z", pull=13)]
    clone.harvest(payload(clone), other, said)
    (kept,) = written(clone).values()
    assert "pacing: exemplary" in kept
    assert "Earlier on 2026-11-20" in kept
    clone.harvest(other, said, payload(clone))
    assert list(written(clone).values()) == [kept]


def test_the_text_says_what_became_of_each(clone: Clone, tmp_path: Path) -> None:
    path = tmp_path / "pull.json"
    said = [review(1, RATED, clone.second), review(2, "x", clone.second, login="somebody\x1b[2J")]
    path.write_text(json.dumps([payload(clone), *said]), encoding="utf-8")
    result = run(clone.folder, "harvest", str(path))
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0] == f"written: #12 Rosa Díaz – {WORK}/reviews/2026-11-20-rosa-diaz.md"
    assert lines[1] == "  units-from-competencies proficient, pacing exemplary; verdict met"
    assert "\x1b" not in result.output


def test_ratings_in_a_comment_on_a_line_are_of_the_work_that_it_stands_in(clone: Clone) -> None:
    line = line_comment(5, RATED + "\nSee the wall.", clone.second, INDEX, in_review=1, line=3)
    found = results(clone.harvest(payload(clone), [review(1, "", clone.second)], [line]))
    assert found["1"] == ("written", "units-from-competencies proficient, pacing exemplary; verdict met")
    (kept,) = written(clone).values()
    assert "> See the wall." in kept
    alone = line_comment(6, "Another thought.", clone.second, INDEX, in_review=None)
    assert results(clone.harvest(payload(clone), [alone]))["6"][0] == "commented"


SILENCE: dict[str, tuple[str, str]] = {
    "a sentence": ("I'd put pacing at developing. Next: show two learners.", "in a sentence"),
    "a short sentence": ("Pacing is developing.", "in a sentence"),
    "a heading, then a sentence": ("## Pacing\n\nI think this is developing by now.", "in a sentence"),
    "the block in a quotation": ("> pacing: developing – next: show two learners", "in a quotation"),
    "only a word": ("Met!", "verdict: met"),
    "the block as it was offered": (
        "```review\npacing: emerging | developing | proficient | exemplary – next: …\n```",
        "no level is chosen",
    ),
}


@pytest.mark.parametrize("name", SILENCE)
def test_what_sounds_like_a_rating_is_not_met_with_silence(clone: Clone, name: str) -> None:
    text, words = SILENCE[name]
    for said in (review(1, text, clone.second), comment(1, text)):
        found = clone.harvest(payload(clone), [said])
        (reply,) = found["replies"]
        assert words in reply["text"]
        assert "```review" in reply["text"]
        assert results(found)["1"][0] == "asked"
        again = clone.harvest(payload(clone), [said, comment(9, reply["text"], login="bot", account=9)])
        assert again["replies"] == []
        rated = clone.harvest(
            payload(clone),
            [said, review(2, RATED, clone.second, at="2026-11-20T12:00:00Z")],
            options=("--dry-run",),
        )
        assert rated["replies"] == []
        assert results(rated)["1"][0] == "commented"


def test_a_rating_that_cannot_count_is_answered(clone: Clone) -> None:
    clone.branch("empty", clone.merged)
    clone.git("commit", "--quiet", "--allow-empty", "--message", "Nothing yet")
    early = clone.head()
    clone.git("checkout", "--quiet", "main")
    before = review(1, RATED, early)
    (reply,) = clone.harvest(payload(clone), [before])["replies"]
    assert "had not changed any submission" in reply["text"]
    own = payload(clone)
    own["user"] = before["user"]
    (reply,) = clone.harvest(own, [review(1, RATED, clone.second)])["replies"]
    assert "nobody reviews what they hand in" in reply["text"]
    assert clone.harvest(own, [review(1, "Thank you.", clone.second)])["replies"] == []


def test_a_review_that_no_longer_rates_says_where_its_file_is(clone: Clone) -> None:
    clone.harvest(payload(clone), [review(1, RATED, clone.second)])
    found = results(clone.harvest(payload(clone), [review(1, "Later.", clone.second)]))
    assert found["1"][1].endswith(f"stands in {WORK}/reviews/2026-11-20-rosa-diaz.md")


def test_only_the_work_that_was_not_understood_is_offered_again(clone: Clone) -> None:
    other = "portfolios/ben-okafor/reading-graphs-with-seven-year-olds"
    clone.branch("both", clone.merged)
    mine = (clone.folder / INDEX).read_text(encoding="utf-8")
    theirs = (clone.folder / f"{other}/index.md").read_text(encoding="utf-8")
    head = clone.commit("Both", **{INDEX: mine + "\nA.\n", f"{other}/index.md": theirs + "\nB.\n"})
    merged = clone.merge("both")
    text = f"menu-maths:\n{RATED}\nreading-graphs-with-seven-year-olds:\npacing: proficient"
    found = clone.harvest(pull(clone.merged, head, merged), [review(1, text, head)])
    assert [each["result"] for each in found["outcomes"]] == ["written", "asked"]
    (reply,) = found["replies"]
    assert "'pacing' is not a criterion that is asked here" in reply["text"]
    assert "clear-targets" in reply["text"]
    assert "amina-yusuf/menu-maths" not in reply["text"]


def test_a_state_that_nobody_knows_rates_nothing(clone: Clone) -> None:
    found = clone.harvest(payload(clone), [review(1, RATED, clone.second, state="SHRUGGED")])
    assert results(found)["1"][0] == "ignored"
    assert "not known here" in results(found)["1"][1]
    assert written(clone) == {}


def test_what_is_packed_is_said(clone: Clone, tmp_path: Path) -> None:
    path = tmp_path / "reviews.json"
    path.write_bytes(gzip.compress(b"[]"))
    result = run(clone.folder, "harvest", str(path))
    assert result.exit_code == 2
    assert "reviews.json is packed" in result.output
