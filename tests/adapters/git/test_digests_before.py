"""Which digests a submission had before a review of it came in."""

from __future__ import annotations

from pathlib import Path

import pytest

from proofolio.adapters.git.history import read_history
from proofolio.core.model.digest import blob_of, digest_of

FOLDER = "portfolios/amina-yusuf/menu-maths"
PAGE, PHOTO, DEEP = f"{FOLDER}/index.md", f"{FOLDER}/photo.png", f"{FOLDER}/data/class one.csv"
REVIEW = f"{FOLDER}/reviews/2026-10-05-rosa-diaz.md"


def digest(**files: str) -> str:
    names = {"page": "index.md", "photo": "photo.png", "deep": "data/class one.csv"}
    return digest_of({names[name]: blob_of(content.encode()) for name, content in files.items()})


def before(repository, review: str = REVIEW) -> frozenset[str] | None:
    return read_history(repository.folder).digests_before.get(review)


def test_every_earlier_state_and_no_later_one(repository) -> None:
    repository.commit("First", {PAGE: "one"})
    repository.commit("Photo", {PHOTO: "p", DEEP: "d"})
    repository.commit("Second", {PAGE: "two"})
    repository.commit("Review", {REVIEW: "fine"})
    repository.commit("Third", {PAGE: "three"})
    assert before(repository) == {
        digest(page="one"),
        digest(page="one", photo="p", deep="d"),
        digest(page="two", photo="p", deep="d"),
    }


def test_deleted_files_are_gone_from_later_states(repository) -> None:
    repository.commit("First", {PAGE: "one", PHOTO: "p"})
    repository.commit("No photo", {PHOTO: None})
    repository.commit("Review", {REVIEW: "fine"})
    assert before(repository) == {digest(page="one", photo="p"), digest(page="one")}


def test_reviews_and_credentials_are_no_part_of_the_digest(repository) -> None:
    repository.commit("First", {PAGE: "one", f"{FOLDER}/credentials/x.json": "{}"})
    repository.commit("Someone else's review", {f"{FOLDER}/reviews/2026-10-01-tomas-reyes.md": "hm"})
    repository.commit("Review", {REVIEW: "fine"})
    assert before(repository) == {digest(page="one")}


def test_a_review_that_came_with_the_work_is_left_out(repository) -> None:
    repository.commit("Import", {PAGE: "one", REVIEW: "fine"})
    assert before(repository) is None


def test_a_review_that_came_before_any_work_is_left_out(repository) -> None:
    repository.commit("Review", {REVIEW: "fine"})
    repository.commit("First", {PAGE: "one"})
    assert before(repository) is None


def test_a_folder_with_reviews_alone_was_no_submission_yet(repository) -> None:
    repository.commit("Too early", {f"{FOLDER}/reviews/2026-10-01-tomas-reyes.md": "hm"})
    repository.commit("Review", {REVIEW: "fine"})
    assert before(repository) is None


def test_the_review_s_present_text_counts_not_its_first(repository) -> None:
    repository.commit("First", {PAGE: "one"})
    repository.commit("Review", {REVIEW: "hm"})
    repository.commit("Second", {PAGE: "two"})
    repository.commit("Review confirmed", {REVIEW: "fine"})
    repository.commit("Third", {PAGE: "three"})
    assert before(repository) == {digest(page="one"), digest(page="two")}


def test_changed_in_the_review_s_own_commit_is_not_before(repository) -> None:
    repository.commit("First", {PAGE: "one"})
    repository.commit("Review and a change", {REVIEW: "fine", PAGE: "two"})
    assert before(repository) == {digest(page="one")}


def test_an_uncommitted_edit_of_the_review_comes_after_everything(repository) -> None:
    repository.commit("First", {PAGE: "one"})
    repository.commit("Review", {REVIEW: "fine"})
    repository.commit("Second", {PAGE: "two"})
    assert before(repository) == {digest(page="one")}
    repository.write({REVIEW: "fine now"})
    assert before(repository) == {digest(page="one"), digest(page="two")}


def test_so_does_a_review_that_is_not_committed_yet(repository) -> None:
    repository.commit("First", {PAGE: "one"})
    repository.write({PAGE: "two", REVIEW: "fine"})
    assert before(repository) == {digest(page="one")}


def test_line_ends_alone_are_no_edit(repository) -> None:
    repository.commit("First", {PAGE: "one"})
    repository.commit("Review", {REVIEW: "fine\nwell done\n"})
    repository.commit("Second", {PAGE: "two"})
    repository.write({REVIEW: "fine\r\nwell done\r\n"})
    assert before(repository) == {digest(page="one")}


def test_a_symbolic_link_is_neither_counted_nor_followed(repository, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("fine")
    repository.commit("First", {PAGE: "one"})
    try:
        (repository.folder / PHOTO).symlink_to("index.md")
    except OSError:
        pytest.skip("this system makes no symbolic links")
    repository.commit("Link", {})
    repository.commit("Review", {REVIEW: "fine"})
    assert before(repository) == {digest(page="one")}
    linked = repository.folder / f"{FOLDER}/reviews/2026-10-06-tomas-reyes.md"
    linked.symlink_to(secret)
    assert set(read_history(repository.folder).digests_before) == {REVIEW}


@pytest.mark.parametrize("folder", ["log", "self-assessments", "credentials"])
def test_other_folders_of_a_portfolio_are_no_submissions(repository, folder: str) -> None:
    review = f"portfolios/amina-yusuf/{folder}/reviews/a.md"
    repository.commit("First", {f"portfolios/amina-yusuf/{folder}/a.md": "one"})
    repository.commit("Review", {review: "fine"})
    assert before(repository, review) is None


def test_states_of_two_branches_do_not_mix(repository) -> None:
    repository.commit("Start", {PAGE: "one"})
    repository.git("checkout", "--quiet", "-b", "photo")
    repository.commit("Photo", {PHOTO: "p"})
    repository.git("checkout", "--quiet", "-b", "text", "main")
    repository.commit("Text", {PAGE: "two"})
    repository.commit("Review of the text", {REVIEW: "fine"})
    repository.git("checkout", "--quiet", "main")
    repository.merge("photo")
    repository.merge("text")
    repository.commit("Second review", {f"{FOLDER}/reviews/2026-10-06-rosa-diaz.md": "fine"})
    # On the branch, the review saw the text without the photo; a straight replay would never have had that.
    found = before(repository)
    assert found is not None
    assert digest(page="two") in found
    assert digest(page="two", photo="p") not in found
    later = before(repository, f"{FOLDER}/reviews/2026-10-06-rosa-diaz.md")
    assert later == {
        digest(page="one"),
        digest(page="one", photo="p"),
        digest(page="two"),
        digest(page="two", photo="p"),
    }


def test_what_a_merge_leaves_out_is_out(repository) -> None:
    repository.commit("Start", {PAGE: "one"})
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("Work", {PAGE: "two", PHOTO: "p"})
    repository.git("checkout", "--quiet", "main")
    repository.commit("Meanwhile", {"portfolios/roster.yml": "people:"})
    repository.merge("work", "--strategy=ours")
    repository.commit("More", {DEEP: "d"})
    repository.commit("Review", {REVIEW: "fine"})
    found = before(repository)
    assert found is not None
    assert digest(page="one", deep="d") in found
    assert digest(page="two", photo="p") in found
    assert digest(page="two", photo="p", deep="d") not in found


def test_a_sha256_repository_tells_revisions_but_no_digests(new_repository, tmp_path: Path) -> None:
    repository = new_repository(tmp_path / "district")
    (repository.folder / ".git").rename(tmp_path / "gone")
    repository.git("init", "--quiet", "--object-format=sha256", "--template=")
    repository.commit("First", {PAGE: "one"})
    repository.commit("Review", {REVIEW: "fine"})
    history = read_history(repository.folder)
    assert history.known
    assert len(history.by_path[PAGE]) == 1
    assert history.digests_before == {}
