"""Who put a review in, in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.adapters.git.conftest import Repository

from proofolio.adapters.git.history import read_history

WORK = "portfolios/amina/menu-maths"
REVIEW = f"{WORK}/reviews/2026-10-05-rosa.md"
FILES = {f"{WORK}/index.md": "work", REVIEW: "a review\n"}


def by(login: str) -> dict[str, str]:
    return {"GIT_AUTHOR_EMAIL": f"1+{login}@users.noreply.github.com"}


def origin(repository: Repository, path: str = REVIEW) -> str | None:
    found = read_history(repository.folder).origins.get(path)
    return found.login if found else None


@pytest.fixture
def reviewed(repository: Repository) -> Repository:
    """Evidence by Amina, with a review by Rosa."""
    repository.commit("Evidence", {f"{WORK}/index.md": "work"}, **by("amina"))
    repository.commit("Review", {REVIEW: "a review\n"}, **by("rosa"))
    return repository


def test_the_reviewer_put_it_in(reviewed: Repository) -> None:
    assert origin(reviewed) == "rosa"


def test_more_evidence_changes_nothing(reviewed: Repository) -> None:
    reviewed.commit("More", {f"{WORK}/index.md": "more work"}, **by("amina"))
    assert origin(reviewed) == "rosa"


def test_whoever_edits_it_put_the_present_text_in(reviewed: Repository) -> None:
    reviewed.commit("Edit", {REVIEW: "another review\n"}, **by("amina"))
    assert origin(reviewed) == "amina"
    reviewed.commit("Edit again", {REVIEW: "a better review\n"}, **by("rosa"))
    assert origin(reviewed) == "rosa"


def test_whoever_brings_an_earlier_text_back_put_it_in(reviewed: Repository) -> None:
    reviewed.commit("Not yet, after all", {REVIEW: "revise\n"}, **by("rosa"))
    reviewed.commit("Tidy", {REVIEW: "a review\n"}, **by("amina"))
    assert origin(reviewed) == "amina"


def test_a_renamed_folder_keeps_its_reviews_origins(reviewed: Repository) -> None:
    reviewed.git("mv", WORK, "portfolios/amina/ratios")
    reviewed.commit("Rename", {}, **by("amina"))
    assert origin(reviewed, REVIEW.replace("menu-maths", "ratios")) == "rosa"


def test_an_edit_within_a_rename_is_an_edit(reviewed: Repository) -> None:
    reviewed.git("mv", WORK, "portfolios/amina/ratios")
    path = REVIEW.replace("menu-maths", "ratios")
    reviewed.commit("Rename", {path: "a better review\n"}, **by("amina"))
    assert origin(reviewed, path) == "amina"


def test_a_copy_in_somebody_elses_portfolio_was_put_there_by_the_copier(reviewed: Repository) -> None:
    copied = {path.replace("amina", "ben"): text for path, text in FILES.items()}
    reviewed.commit("My work", copied, **by("ben"))
    assert origin(reviewed, REVIEW.replace("amina", "ben")) == "ben"
    assert origin(reviewed) == "rosa"


def test_a_merge_takes_nothing_from_the_reviewer(repository: Repository) -> None:
    repository.commit("Evidence", {f"{WORK}/index.md": "work"}, **by("amina"))
    repository.git("switch", "--quiet", "-c", "review")
    repository.commit("Review", {REVIEW: "a review\n"}, **by("rosa"))
    repository.git("switch", "--quiet", "main")
    repository.commit("Meanwhile", {"portfolios/amina/index.md": "hello"}, **by("amina"))
    repository.merge("review")
    assert origin(repository) == "rosa"


def test_an_evil_merge_puts_in_what_only_it_holds(repository: Repository) -> None:
    repository.commit("Evidence", {f"{WORK}/index.md": "work"}, **by("amina"))
    repository.git("switch", "--quiet", "-c", "more")
    repository.commit("More", {"portfolios/amina/index.md": "hello"}, **by("amina"))
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "more")
    repository.commit("Merge more", {REVIEW: "all is well\n"}, **by("amina"))
    assert origin(repository) == "amina"


def test_an_impossible_date_hides_nobody(reviewed: Repository) -> None:
    after_the_last_year = {"GIT_AUTHOR_DATE": "@253402300800 +0000"}
    reviewed.commit("Edit", {REVIEW: "another review\n"}, **by("amina"), **after_the_last_year)
    assert origin(reviewed) == "amina"


def test_what_is_not_committed_or_not_told_has_no_origin(reviewed: Repository, tmp_path: Path) -> None:
    reviewed.write({f"{WORK}/reviews/2026-10-09-tomas.md": "mine\n"})
    assert origin(reviewed, f"{WORK}/reviews/2026-10-09-tomas.md") is None
    assert read_history(tmp_path / "nowhere").origins == {}
    reviewed.git("clone", "--quiet", "--depth=1", reviewed.folder.as_uri(), str(tmp_path / "shallow"))
    assert read_history(tmp_path / "shallow").origins == {}
