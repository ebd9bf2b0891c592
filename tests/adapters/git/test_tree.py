"""A commit's tree is the one that stands on the disk when it is checked out."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.adapters.git.conftest import Repository
from tests.cases.case import make

from proofolio.adapters.files.tree import read_tree
from proofolio.adapters.git.tree import read_commit_tree
from proofolio.adapters.git.worktree import differs
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.finding import Finding

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return sorted((each.rule.name, each.where.file, each.message) for each in findings)


@pytest.mark.parametrize(
    "rule",
    ["bad-name", "file-too-large", "file-type-not-allowed", "name-clash", "symbolic-link"],
)
def test_the_same_as_on_the_disk(rule: str, tmp_path: Path, new_repository: type[Repository]) -> None:
    root = make(rule, "fail", tmp_path / "district")
    repository = new_repository(root)
    repository.commit("All", {})
    there, committed = read_tree(root), read_commit_tree(root, "HEAD")
    assert committed.files == there.files
    assert told(committed.findings) == told(there.findings)
    assert told(committed.findings)
    assert not differs(root, committed)


@pytest.mark.parametrize("format_", ["sha1", "sha256"])
def test_files_and_ids_are_those_of_the_disk(
    format_: str, tmp_path: Path, new_repository: type[Repository]
) -> None:
    root = make("_base", "pass", tmp_path / "district")
    repository = new_repository.__new__(new_repository)
    repository.folder, repository.minute = root, 0
    repository.git("init", "--quiet", f"--object-format={format_}", "--template=")
    repository.commit("All", {"portfolios/ada-moss/fair-shares/x.png": PNG})
    assert read_commit_tree(root, "HEAD").files == read_tree(root).files


def test_a_repository_inside_is_refused(repository: Repository) -> None:
    repository.commit("One", {"portfolios/a/index.md": "x\n"})
    head = repository.git("rev-parse", "HEAD")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{head},portfolios/a/inner")
    repository.git("commit", "--quiet", "-m", "Two")
    tree = read_commit_tree(repository.folder, "HEAD")
    assert [(each.rule.name, each.where.file) for each in tree.findings] == [
        ("special-file", "portfolios/a/inner")
    ]
    assert list(tree.files) == ["portfolios/a/index.md"]


def test_what_is_known_already_is_not_read_again(repository: Repository) -> None:
    repository.commit("One", {"portfolios/a/b/x.png": b"no picture", "portfolios/a/b/y.png": PNG})
    before = read_commit_tree(repository.folder, "HEAD")
    repository.commit("Two", {"portfolios/a/b/y.png": b"no picture either"})
    after = read_commit_tree(repository.folder, "HEAD", before)
    assert told(after.findings) == told(read_tree(repository.folder).findings)
    assert len(after.findings) == 2


def test_line_ends_are_not_converted(repository: Repository) -> None:
    repository.commit("One", {"portfolios/a/index.md": b"x\r\ny\r\n", ".gitattributes": "* text eol=lf\n"})
    repository.git("config", "core.autocrlf", "true")
    blob = repository.git("rev-parse", "HEAD:portfolios/a/index.md")
    assert read_commit_tree(repository.folder, "HEAD").files["portfolios/a/index.md"].blob == blob


def test_a_difference_of_the_disk(repository: Repository) -> None:
    repository.commit("One", {"portfolios/a/index.md": "x\ny\n", "portfolios/a/x.png": PNG})
    tree = read_commit_tree(repository.folder, "HEAD")
    assert not differs(repository.folder, tree)
    repository.write({"portfolios/a/index.md": "x\r\ny\r\n"})
    assert not differs(repository.folder, tree), "only the line ends"
    repository.write({"portfolios/a/new.md": "x\n"})
    assert differs(repository.folder, tree)
    repository.write({"portfolios/a/new.md": None, "portfolios/a/x.png": PNG + b"1"})
    assert differs(repository.folder, tree)
    assert not differs(repository.folder / "nowhere", tree)


def test_an_older_commit_and_a_folder_that_was_not_there(repository: Repository) -> None:
    first = repository.commit("One", {"README.md": "x\n"})
    repository.commit("Two", {"portfolios/a/index.md": "x\n"})
    repository.commit("Three", {"portfolios/a/index.md": None, "portfolios/b/index.md": "y\n"})
    assert list(read_commit_tree(repository.folder, "HEAD~1").files) == ["portfolios/a/index.md"]
    with pytest.raises(ProofolioError, match="holds neither"):
        read_commit_tree(repository.folder, first)
