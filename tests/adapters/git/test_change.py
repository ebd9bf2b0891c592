"""What a head changes: told by trees, whatever stands between."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.adapters.git.conftest import Repository

from proofolio.adapters.git.change import change
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.change import FileChange
from proofolio.core.model.history import Signature

PAGE = "portfolios/amina-yusuf/menu-maths/index.md"


@pytest.fixture
def started(repository: Repository) -> Repository:
    repository.commit("Start", {PAGE: "One.\n", "mkdocs.yml": "site_name: A\n"})
    repository.git("switch", "--quiet", "-c", "work")
    return repository


def files(repository: Repository, base: str = "main") -> dict[str, FileChange]:
    return {each.path: each for each in change(repository.folder, base).files}


def test_added_changed_and_gone(started: Repository) -> None:
    started.commit("Work", {PAGE: "Two.\n", "new.txt": "x\n", "mkdocs.yml": None})
    found = files(started)
    assert sorted(found) == ["mkdocs.yml", "new.txt", PAGE]
    assert found["new.txt"].before is None
    assert found["mkdocs.yml"].after is None
    before, after = found[PAGE].before, found[PAGE].after
    assert before is not None
    assert after is not None
    assert (before.mode, len(before.blob), before.blob != after.blob) == ("100644", 40, True)


def test_a_rename_is_two_changes(started: Repository) -> None:
    started.git("config", "diff.renames", "copies")
    started.git("mv", PAGE, "elsewhere.md")
    started.commit("Move", {})
    found = files(started)
    assert sorted(found) == ["elsewhere.md", PAGE]
    assert found[PAGE].before == found["elsewhere.md"].after


def test_names_come_as_they_are(started: Repository) -> None:
    blob = started.git("rev-parse", f"HEAD:{PAGE}")
    for name in ("a\nb", 'quo"te\\', "tab\there", "ä", " edge "):
        started.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{name}")
    started.git("commit", "--quiet", "-m", "Odd")
    assert sorted(files(started)) == sorted(("a\nb", 'quo"te\\', "tab\there", "ä", " edge "))


def test_main_going_on_is_not_part_of_it(started: Repository) -> None:
    mine = started.commit("Mine", {PAGE: "Two.\n"})
    started.git("switch", "--quiet", "main")
    started.commit("Theirs", {"mkdocs.yml": "site_name: B\n"})
    started.git("switch", "--quiet", "work")
    assert list(files(started)) == [PAGE]
    started.merge("main")
    found = change(started.folder, "main")
    assert [each.path for each in found.files] == [PAGE]
    assert found.commits[0].commit == mine
    assert len(found.commits) == 2, "the merge, and not what came in by it"


def test_what_only_a_merge_changes_is_there(started: Repository) -> None:
    started.commit("Mine", {PAGE: "Two.\n"})
    started.git("switch", "--quiet", "main")
    started.commit("Theirs", {"other.txt": "x\n"})
    started.git("switch", "--quiet", "work")
    started.git("merge", "--quiet", "--no-ff", "--no-commit", "main")
    started.commit("Merge", {"mkdocs.yml": "site_name: Evil\n"})
    assert sorted(files(started)) == ["mkdocs.yml", PAGE]


def test_commits_are_oldest_first_with_author_and_committer(started: Repository) -> None:
    first = started.commit("First", {PAGE: "Two.\n"}, GIT_COMMITTER_NAME="GitHub")
    second = started.commit("Second\n\nMore about it.", {PAGE: "Three.\n"})
    commits = change(started.folder, "main").commits
    assert [(each.commit, each.subject) for each in commits] == [(first, "First"), (second, "Second")]
    assert commits[0].author.name == "Amina Yusuf"
    assert commits[0].committer is not None
    assert commits[0].committer.name == "GitHub"
    assert commits[0].signature is Signature.NONE
    assert commits[0].at.isoformat().startswith("2026-10-05T16:")


def test_the_bases_mailmap_counts(started: Repository) -> None:
    started.git("switch", "--quiet", "main")
    started.commit("Map", {".mailmap": "Amina <amina-y@users.noreply.github.com> <amina@example.org>\n"})
    started.git("switch", "--quiet", "-C", "work")
    started.commit("Own map", {".mailmap": "Rosa <rosa-d@users.noreply.github.com> <amina@example.org>\n"})
    (commit,) = change(started.folder, "main").commits
    assert commit.author.login == "amina-y"


def test_a_signature_that_is_no_signature_is_bad_or_unchecked(started: Repository) -> None:
    started.commit("Work", {PAGE: "Two.\n"})
    head, _, message = started.git("cat-file", "commit", "HEAD").partition("\n\n")
    lines = "gpgsig -----BEGIN SSH SIGNATURE-----\n bm90aGluZw==\n -----END SSH SIGNATURE-----"
    place = started.folder.parent / "commit"
    place.write_text(f"{head}\n{lines}\n\n{message}\n", encoding="utf-8")
    made = started.git("hash-object", "-t", "commit", "-w", str(place))
    (commit,) = change(started.folder, "main", made).commits
    assert commit.signature is Signature.BAD


def test_paths_are_relative_to_the_district(started: Repository) -> None:
    started.commit(
        "Work", {"a/b/portfolios/x.txt": "x\n", "a/c.txt": "x\n", "top.txt": "x\n", "a/bb.txt": "x\n"}
    )
    found = [each.path for each in change(started.folder / "a" / "b", "main").files]
    assert sorted(found) == ["../../top.txt", "../bb.txt", "../c.txt", "portfolios/x.txt"]


def test_nothing_is_no_change(started: Repository) -> None:
    found = change(started.folder, "main")
    assert found.files == ()
    assert found.commits == ()


@pytest.mark.parametrize("name", ["", "-x", "--output=x", "no-such", "main\x00", "HEAD:mkdocs.yml"])
def test_names_of_no_version(started: Repository, name: str) -> None:
    with pytest.raises(ProofolioError):
        change(started.folder, name)


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(ProofolioError, match="no repository"):
        change(tmp_path, "main")
