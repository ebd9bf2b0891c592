"""``check --base`` in whole, shallow, bare and damaged clones, and with odd names of versions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.doors.pulls.district import WORK, Repository, build, copy, review
from tests.doors.pulls.judging import judge, run

from proofolio.adapters.git.history import read_history


@pytest.mark.parametrize(
    ("base", "says"),
    [
        ("nowhere", "there is no version 'nowhere' in this clone"),
        ("--output=/tmp/x", "is not the name of a version"),
        ("-h", "is not the name of a version"),
        ("", "is not the name of a version"),
        ("main\nwork", "is not the name of a version"),
        ("main:portfolios", "there is no version 'main:portfolios'"),
    ],
)
def test_a_base_that_is_none(clone: Repository, base: str, says: str) -> None:
    result = run("check", "--root", str(clone.root), f"--base={base}", "--actor", "ada-moss")
    assert result.exit_code == 2
    assert says in result.stderr
    result = run(
        "check", "--root", str(clone.root), "--base", "main", f"--head={base}", "--actor", "ada-moss"
    )
    assert result.exit_code == 2
    assert says in result.stderr


def test_a_tag_with_the_name_of_the_branch_is_not_taken_for_it(clone: Repository) -> None:
    clone.edit("portfolios/roster.yml", "    coach: carl-finch\n", "    roles: [leader]\n")
    clone.git("tag", "main", clone.commit())
    result = judge(clone, "ada-moss")
    assert result.exit_code == 2
    assert "two versions called 'main'" in result.stderr
    assert judge(clone, "ada-moss", base="refs/heads/main").exit_code == 1


@pytest.mark.parametrize("place", ["main", "refs/main"])
def test_a_file_in_the_repository_with_the_name_of_the_branch_is_not_taken_for_it(
    clone: Repository, place: str
) -> None:
    """Git itself would look there first."""
    clone.edit("portfolios/roster.yml", "    coach: carl-finch\n", "    roles: [leader]\n")
    (clone.top / ".git" / place).write_text(f"{clone.commit()}\n", encoding="utf-8")
    result = judge(clone, "ada-moss")
    assert result.exit_code == 2
    assert "two versions called 'main'" in result.stderr
    assert judge(clone, "ada-moss", base="refs/heads/main").exit_code == 1


def test_a_tag_of_a_tag_is_a_version(clone: Repository) -> None:
    for name, of in (("first", "main"), ("second", "first"), ("third", "second")):
        clone.git("tag", "--annotate", "--message", "A tag", name, of)
    clone.add(f"{WORK}/index.md")
    assert judge(clone, "ada-moss", base="third").exit_code == 0


def test_a_clone_without_the_files_is_refused_with_the_way_out(clone: Repository, tmp_path: Path) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    clone.git("config", "uploadpack.allowFilter", "true")
    for filter_ in ("blob:none", "tree:0"):
        top = tmp_path / filter_.replace(":", "-")
        more = (f"--filter={filter_}", "--no-checkout")
        clone.git("clone", "--quiet", *more, clone.top.as_uri(), str(top))
        result = run(
            "check",
            "--root",
            str(top),
            "--base",
            "origin/main",
            "--head",
            "origin/work",
            "--actor",
            "ada-moss",
        )
        assert result.exit_code == 2
        assert "without --filter" in result.stderr


def test_a_damaged_history_is_not_taken_for_an_unrelated_one(clone: Repository) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    clone.git("unpack-objects", "-q", given=_packed(clone))
    (clone.top / ".git/objects/info/commit-graph").unlink(missing_ok=True)  # it would stand in
    first = clone.git("rev-list", "--max-parents=0", "main")
    (clone.top / ".git" / "objects" / first[:2] / first[2:]).unlink()
    result = judge(clone, "ada-moss")
    assert result.exit_code == 2
    assert "missing or damaged" in result.stderr


def _packed(clone: Repository) -> bytes:
    """What is in the repository's pack, taken away from it, to be stored file by file."""
    (pack,) = (clone.top / ".git" / "objects" / "pack").glob("*.pack")
    content = pack.read_bytes()
    for each in pack.parent.iterdir():
        each.unlink()
    return content


def test_a_shallow_clone_is_refused_with_the_way_out(clone: Repository, tmp_path: Path) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    shallow = Repository(tmp_path / "shallow")
    clone.git("clone", "--quiet", "--depth=1", "--no-single-branch", clone.top.as_uri(), str(shallow.top))
    result = run("check", "--root", str(shallow.root), "--base", "origin/main", "--actor", "ada-moss")
    assert result.exit_code == 2
    assert "fetch-depth: 0" in result.stderr


def test_a_history_that_was_rewritten_is_refused(clone: Repository) -> None:
    clone.git("checkout", "--quiet", "--orphan", "new")
    clone.commit("All of it, anew")
    clone.git("branch", "--quiet", "-M", "new", "work")
    result = judge(clone, "lena-hart")
    assert result.exit_code == 2
    assert "no commit in common" in result.stderr


def test_without_a_repository(tmp_path: Path, clone: Repository) -> None:
    (clone.top / ".git").rename(tmp_path / "away")
    result = run("check", "--root", str(clone.root), "--base", "main")
    assert result.exit_code == 2
    assert "Git knows no repository" in result.stderr


def test_more_files_than_there_can_be_are_not_even_listed(
    clone: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few folders, each put many times into the next, are millions of files in some kilobytes."""
    monkeypatch.setattr("proofolio.adapters.git.change.MOST_FILES", 5)
    for number in range(5):
        clone.write(f"{WORK}/page-{number}.txt", "Some text.\n")
    assert judge(clone, "ada-moss").exit_code == 0
    clone.write(f"{WORK}/page-5.txt", "Some text.\n")
    result = judge(clone, "ada-moss")
    assert result.exit_code == 2
    assert "more than 5 files differ" in result.stderr


def test_a_change_that_would_spoil_the_history_is_refused(
    clone: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The millions of files came and went again within the branch."""
    monkeypatch.setattr("proofolio.adapters.git.log.MOST_FILES", 50)
    clone.add(f"{WORK}/index.md")
    assert judge(clone, "ada-moss").exit_code == 0
    for number in range(51):
        clone.write(f"{WORK}/page-{number}.txt", "Some text.\n")
    clone.commit()
    for number in range(51):
        clone.delete(f"{WORK}/page-{number}.txt")
    result = judge(clone, "ada-moss")
    assert result.exit_code == 1
    assert "history-unreadable" in result.stdout


def test_a_bare_repository_has_all_that_is_needed(clone: Repository, tmp_path: Path) -> None:
    clone.add(f"{WORK}/index.md")
    clone.commit()
    bare = tmp_path / "bare.git"
    clone.git("clone", "--quiet", "--bare", str(clone.top), str(bare))
    result = run("check", "--root", str(bare), "--base", "main", "--head", "work", "--actor", "ben-oak")
    assert "not-your-folder" in result.stdout


def test_a_bare_repository_knows_which_versions_there_were(clone: Repository, tmp_path: Path) -> None:
    clone.write(f"{WORK}/reviews/2026-11-20-dora-lane.md", review("sha256:" + "0123456789abcdef" * 4))
    clone.commit()
    bare = tmp_path / "bare.git"
    clone.git("clone", "--quiet", "--bare", str(clone.top), str(bare))
    for root in (bare, clone.top / ".git", clone.top):
        result = run("check", "--root", str(root), "--base", "main", "--head", "work", "--actor", "dora-lane")
        assert "unknown-digest" in result.stdout


def test_a_district_in_a_subfolder(tmp_path: Path) -> None:
    build(tmp_path / "origin", "schools/district")
    clone = copy(Repository(tmp_path / "origin", "schools/district"), tmp_path / "clone")
    clone.add(f"{WORK}/index.md")
    assert judge(clone, "ada-moss").exit_code == 0
    result = judge(clone, "ben-oak", "--format", "json")
    assert [(each["rule"], each["file"]) for each in json.loads(result.stdout)["findings"]] == [
        ("not-your-folder", f"{WORK}/index.md")
    ]
    (clone.top / "README.md").write_text("Changed.\n", encoding="utf-8")
    result = judge(clone, "ada-moss", "--format", "json")
    assert [(each["rule"], each["file"]) for each in json.loads(result.stdout)["findings"]] == [
        ("mixed-change", "../../README.md"),
        ("not-your-role", "../../README.md"),
    ]


def test_settings_of_submodules_that_git_refuses_do_not_hide_the_history(clone: Repository) -> None:
    path = f"{WORK}/more"
    settings = f'[submodule "more"]\n\tpath = {path}\n\turl = ./more\n\tupdate = !touch canary\n'
    clone.write(".gitmodules", settings)
    head = clone.git("rev-parse", "HEAD")
    clone.git("update-index", "--add", "--cacheinfo", f"160000,{head},{path}")
    clone.git("add", ".gitmodules")
    clone.seal()
    assert read_history(clone.root).known
    assert read_history(clone.root, "work").known
