"""The demo's data: what each commit writes, and which version a review says it read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from proofolio.adapters.demo import district
from proofolio.adapters.demo.district import changes_of
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.digest import blob_of, digest_of

FOLDER = "portfolios/amina-yusuf/menu-maths"
REVIEW = f"{FOLDER}/reviews/2026-10-05-rosa-diaz.md"
ASKED = '---\nreviewed: "@digest"\nverdict: met\n---\nreviewed: "@digest" stays here\n'


def stamped(text: str, **files: str) -> bytes:
    digest = digest_of({name.replace("_", "."): blob_of(content.encode()) for name, content in files.items()})
    return text.replace('reviewed: "@digest"', f"reviewed: {digest}", 1).encode()


def test_a_review_names_what_stood_there_just_before(step) -> None:
    steps = [
        step(0, {f"{FOLDER}/index.md": "one", f"{FOLDER}/photo.png": "p", f"{FOLDER}-2/index.md": "other"}),
        step(1, {f"{FOLDER}/index.md": "two"}, delete=[f"{FOLDER}/photo.png"]),
        step(2, {REVIEW: ASKED, f"{FOLDER}/index.md": "three"}),
        step(3, {REVIEW: ASKED + "Again.\n"}),
    ]
    first, second = [change.write[REVIEW] for change in list(changes_of(steps, {}))[2:]]
    assert first == stamped(ASKED, index_md="two")
    assert second == stamped(ASKED + "Again.\n", index_md="three")


def test_only_reviews_are_stamped(step) -> None:
    steps = [step(0, {f"{FOLDER}/index.md": "one"}), step(1, {f"{FOLDER}/index.md": ASKED})]
    assert list(changes_of(steps, {}))[1].write[f"{FOLDER}/index.md"] == ASKED.encode()


def test_a_review_of_nothing_is_faulty(step) -> None:
    steps = [step(0, {"portfolios/roster.yml": "x"}), step(1, {f"{FOLDER}/index.md": "one", REVIEW: ASKED})]
    with pytest.raises(ProofolioError, match=r"reviews portfolios/amina-yusuf/menu-maths/"):
        list(changes_of(steps, {}))


def test_deleting_takes_files_and_folders(step) -> None:
    written = {"a/one": "1", "a/two": "2", "ab": "3", "c": "4"}
    steps = [step(0, written), step(1, {"a/two": "5"}, delete=["a", "c"])]
    change = list(changes_of(steps, {}))[1]
    assert change.delete == ("a/one", "c")
    assert change.write == {"a/two": b"5"}


def test_deleting_what_is_not_there_is_faulty(step) -> None:
    with pytest.raises(ProofolioError, match="deletes gone"):
        list(changes_of([step(0, {"a": "1"}, delete=["gone"])], {}))


def test_the_scaffold_comes_with_the_last_step(step) -> None:
    first, second = changes_of([step(0, {"a": "1"}), step(1, {"b": "2"})], {"README.md": b"x"})
    assert set(first.write) == {"a"}
    assert set(second.write) == {"b", "README.md"}


class TestTheRealData:
    """What ships in the package."""

    def test_steps_come_in_the_order_of_their_moments(self) -> None:
        moments = [change.step.at for change in district.changes()]
        assert len(moments) > 2
        assert moments == sorted(moments)

    def test_the_scaffold_is_whole(self) -> None:
        *_, last = district.changes()
        assert {"README.md", ".gitignore", ".gitattributes"} <= set(last.write)
        assert b"\n/site/\n" in last.write[".gitignore"]
        assert b"\nportfolios/** -text\n" in last.write[".gitattributes"]

    def test_the_last_state_is_written_without_git(self, tmp_path: Path) -> None:
        (tmp_path / "README.md").write_text("mine")
        count = district.last_state(tmp_path)
        written = {
            path.relative_to(tmp_path).as_posix(): path.read_bytes()
            for path in tmp_path.rglob("*")
            if path.is_file()
        }
        assert written.pop("README.md") == b"mine"
        assert written == district.final_files()
        assert len(written) == count
        assert {path.split("/")[0] for path in written} == {"competencies", "portfolios"}

    def test_every_review_is_stamped(self) -> None:
        reviews = {path: text for path, text in district.final_files().items() if "/reviews/" in path}
        assert reviews
        unstamped = [
            path
            for path, text in reviews.items()
            if not re.search(rb"^reviewed: sha256:[0-9a-f]{64}$", text, re.M)
        ]
        assert unstamped == []

    def test_people_have_their_names(self) -> None:
        assert district.names()["rosa-diaz"] == "Rosa Díaz"
