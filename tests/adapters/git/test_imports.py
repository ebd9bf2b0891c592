"""A history that came in with an import tells nothing of how the work here came about."""

from __future__ import annotations

from pathlib import Path

from tests.adapters.git.conftest import Repository

from proofolio.adapters.git.history import read_history

WORK = "portfolios/amina-yusuf/menu-maths/index.md"
REVIEW = "portfolios/amina-yusuf/menu-maths/reviews/2026-10-05-rosa-diaz.md"
PLACE = "portfolios/amina-yusuf/imported/elsewhere"


def grafted(tmp_path: Path, beside: dict[str, str]) -> tuple[Repository, str]:
    """A repository with work of its own, and a merge that brings in an unrelated line with the same paths."""
    here = Repository(tmp_path / "here")
    mine = here.commit("My own", {WORK: "mine\n"})
    here.git("switch", "--quiet", "--orphan", "other")
    here.commit("Theirs", {WORK: "theirs\n", REVIEW: "met\n"}, GIT_AUTHOR_NAME="Rosa Diaz")
    here.git("switch", "--quiet", "main")
    here.git("merge", "--quiet", "--strategy=ours", "--allow-unrelated-histories", "--no-commit", "other")
    here.write(
        {f"{PLACE}/portfolio/menu-maths/index.md": "theirs\n", f"{PLACE}/provenance.json": "{}\n", **beside}
    )
    here.git("add", "--all")
    here.git("commit", "--quiet", "-m", "Bring it in")
    return here, mine


def test_files_of_the_same_name_keep_their_own_history(tmp_path: Path) -> None:
    here, mine = grafted(tmp_path, {})
    here.commit("A review, in the same words", {REVIEW: "met\n"})
    found = read_history(here.folder)
    assert [each.commit for each in found.by_path[WORK]] == [mine]
    assert [each.revision.commit for each in found.versions["portfolios/amina-yusuf/menu-maths"]] == [mine]
    assert found.origins[REVIEW].name == "Amina Yusuf"
    assert f"{PLACE}/provenance.json" in found.by_path


def test_a_merge_that_changes_work_here_is_part_of_its_history(tmp_path: Path) -> None:
    here, _ = grafted(tmp_path, {WORK: "theirs\n"})
    found = read_history(here.folder)
    assert {each.subject for each in found.by_path[WORK]} >= {"My own", "Theirs"}


def test_a_later_merge_of_the_branch_keeps_it_out(tmp_path: Path) -> None:
    here, mine = grafted(tmp_path, {})
    here.git("branch", "import", "HEAD")
    here.git("reset", "--quiet", "--hard", mine)
    here.commit("Meanwhile", {"portfolios/amina-yusuf/index.md": "me\n"})
    here.git("merge", "--quiet", "--no-ff", "-m", "Merge the import", "import")
    found = read_history(here.folder)
    assert [each.commit for each in found.by_path[WORK]] == [mine]
