"""Every state that a Git repository can be in, and what the history says of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from proofolio import pipeline
from proofolio.adapters.git import command
from proofolio.adapters.git.history import read_history
from proofolio.core.checking.history import check_history
from proofolio.core.model.history import History, Reach

FOLDER = "portfolios/amina-yusuf/menu-maths"
PAGE = f"{FOLDER}/index.md"
TEXT = "".join(f"line {number}\n" for number in range(40))
FIRST = datetime.fromisoformat("2026-10-05T16:01:00-06:00")
LAST = datetime.fromisoformat("2026-10-05T16:02:00-06:00")
State = Callable[["object", Path], Path]


def two(repository) -> Path:
    """A page with two versions, at known moments."""
    repository.commit("First", {PAGE: TEXT, "portfolios/roster.yml": "people:\n"})
    repository.commit("Second", {PAGE: TEXT + "more\n"})
    return repository.folder


def whole(repository, _: Path) -> Path:
    return two(repository)


def plain_copy(repository, other: Path) -> Path:
    shutil.copytree(two(repository), other, ignore=shutil.ignore_patterns(".git"))
    return other


def no_folder(repository, other: Path) -> Path:
    two(repository)
    return other


def no_commits(repository, _: Path) -> Path:
    repository.write({PAGE: TEXT})
    return repository.folder


def an_orphan_branch(repository, _: Path) -> Path:
    two(repository)
    repository.git("checkout", "--quiet", "--orphan", "new")
    return repository.folder


def shallow(repository, other: Path) -> Path:
    repository.git("clone", "--quiet", "--depth=1", two(repository).as_uri(), str(other))
    return other


def shallow_and_fetched(repository, other: Path) -> Path:
    shallow(repository, other)
    repository.git("-C", str(other), "fetch", "--quiet", "--unshallow")
    return other


def without_contents(repository, other: Path) -> Path:
    two(repository)
    renamed = {PAGE: None, PAGE.replace("menu-maths", "menu"): TEXT + "more and more\n"}
    repository.commit("Another name", renamed)
    repository.commit("And back", {PAGE: TEXT + "more\n", PAGE.replace("menu-maths", "menu"): None})
    return _partial(repository, other, "blob:none")


def without_trees(repository, other: Path) -> Path:
    two(repository)
    return _partial(repository, other, "tree:0")


def _partial(repository, other: Path, wanted: str) -> Path:
    repository.git("config", "uploadpack.allowFilter", "true")
    origin = repository.folder.as_uri()
    repository.git("clone", "--quiet", f"--filter={wanted}", origin, str(other))
    shutil.move(repository.folder, repository.folder.with_name("gone"))  # nothing more can be fetched
    return other


def detached(repository, _: Path) -> Path:
    two(repository)
    repository.git("checkout", "--quiet", "--detach")
    return repository.folder


def linked_worktree(repository, other: Path) -> Path:
    two(repository)
    repository.git("worktree", "add", "--quiet", str(other), "-b", "more")
    return other


def worktree_without_its_repository(repository, other: Path) -> Path:
    linked_worktree(repository, other)
    shutil.move(repository.folder, repository.folder.with_name("gone"))
    return other


def submodule(repository, other: Path) -> Path:
    two(repository)
    outer = type(repository)(other)
    outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(repository.folder), "in")
    outer.commit("With a submodule", {})
    return other / "in"


def gitlink_within(repository, other: Path) -> Path:
    inner = type(repository)(other)
    inner.commit("Inner", {"a.md": "a"})
    two(repository)
    add = ("submodule", "--quiet", "add", str(other), "portfolios/amina-yusuf/inner")
    repository.git("-c", "protocol.file.allow=always", *add)
    repository.commit("Another repository", {})
    return repository.folder


def bare(repository, other: Path) -> Path:
    repository.git("clone", "--quiet", "--bare", str(two(repository)), str(other))
    return other


def inside_git(repository, _: Path) -> Path:
    return two(repository) / ".git"


def a_forged_repository(repository, _: Path) -> Path:
    """Files of the tree, laid out like a bare repository around the district."""
    root = two(repository) / "district"
    for name, text in (("HEAD", "ref: refs/heads/main\n"), ("config", "[core]\n\tbare = true\n")):
        repository.write({f"district/{name}": text})
    repository.write({f"district/{name}/a": "a" for name in ("objects", "refs")})
    repository.commit("A trap", {f"district/{PAGE}": TEXT})
    return root


def somebody_elses(repository, _: Path) -> Path:
    os.environ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1"
    return two(repository)


def uncommitted(repository, _: Path) -> Path:
    two(repository)
    repository.write({PAGE: "quite another text", f"{FOLDER}/new.md": "new"})
    return repository.folder


def staged(repository, _: Path) -> Path:
    two(repository)
    repository.write({PAGE: "quite another text"})
    repository.git("add", "--all")
    return repository.folder


def merging(repository, _: Path) -> Path:
    two(repository)
    repository.git("checkout", "--quiet", "-b", "work")
    repository.commit("Theirs", {PAGE: "theirs"})
    repository.git("checkout", "--quiet", "-b", "mine", "main")
    repository.commit("Ours", {f"{FOLDER}/other.md": "ours"})
    repository.commit("Ours too", {PAGE: "ours"})
    with pytest.raises(subprocess.CalledProcessError):
        repository.merge("work")
    assert (repository.folder / ".git" / "MERGE_HEAD").exists()
    return repository.folder


def replaced(repository, _: Path) -> Path:
    two(repository)
    forged = repository.git(
        "commit-tree", "HEAD^{tree}", "-m", "Forged", GIT_AUTHOR_DATE="2001-01-01T00:00:00Z"
    )
    repository.git("replace", "HEAD", forged)
    return repository.folder


def grafted(repository, _: Path) -> Path:
    two(repository)
    grafts = repository.folder / ".git" / "info" / "grafts"
    grafts.parent.mkdir(exist_ok=True)
    grafts.write_text(repository.git("rev-parse", "HEAD") + "\n")  # as if it had no parent
    return repository.folder


def subfolder(repository, _: Path) -> Path:
    repository.commit("First", {f"a/district/{PAGE}": TEXT})
    repository.commit("Second", {f"a/district/{PAGE}": TEXT + "more\n", PAGE: "another district's"})
    return repository.folder / "a" / "district"


def sha256(repository, _: Path) -> Path:
    shutil.rmtree(repository.folder / ".git")
    repository.git("init", "--quiet", "--object-format=sha256", "--initial-branch=main", "--template=")
    return two(repository)


def missing_commit(repository, _: Path) -> Path:
    two(repository)
    return _without(repository, "HEAD~1")


def missing_tree(repository, _: Path) -> Path:
    two(repository)
    return _without(repository, "HEAD~1:portfolios")


def missing_head(repository, _: Path) -> Path:
    two(repository)
    return _without(repository, "HEAD")


def missing_content(repository, _: Path) -> Path:
    two(repository)
    return _without(repository, f"HEAD~1:{PAGE}")


def corrupt_commit(repository, _: Path) -> Path:
    two(repository)
    place = _object(repository, "HEAD~1")
    place.chmod(0o644)
    place.write_bytes(b"nonsense")
    return repository.folder


def nonsense_for_a_head(repository, _: Path) -> Path:
    (two(repository) / ".git" / "HEAD").write_text("nonsense")
    return repository.folder


def nonsense_for_a_branch(repository, _: Path) -> Path:
    (two(repository) / ".git" / "refs" / "heads" / "main").write_text("nonsense")
    return repository.folder


def _object(repository, name: str) -> Path:
    id_ = repository.git("rev-parse", name)
    return repository.folder / ".git" / "objects" / id_[:2] / id_[2:]


def _without(repository, name: str) -> Path:
    _object(repository, name).unlink()
    return repository.folder


def packed(repository, _: Path) -> Path:
    two(repository)
    repository.git("repack", "-a", "-d", "-q")
    repository.git("pack-refs", "--all")
    repository.git("commit-graph", "write", "--reachable", "--changed-paths")
    return repository.folder


def alternates(repository, other: Path) -> Path:
    repository.git("clone", "--quiet", "--shared", str(two(repository)), str(other))
    return other


STATES: dict[State, tuple[Reach, str | None]] = {
    whole: (Reach.WHOLE, None),
    plain_copy: (Reach.NO_REPOSITORY, None),
    no_folder: (Reach.NO_REPOSITORY, None),
    no_commits: (Reach.NO_COMMITS, None),
    an_orphan_branch: (Reach.NO_COMMITS, None),
    shallow: (Reach.SHALLOW, "shallow-history"),
    shallow_and_fetched: (Reach.WHOLE, None),
    without_trees: (Reach.UNREADABLE, "history-unreadable"),
    detached: (Reach.WHOLE, None),
    linked_worktree: (Reach.WHOLE, None),
    worktree_without_its_repository: (Reach.UNREADABLE, "history-unreadable"),
    submodule: (Reach.WHOLE, None),
    gitlink_within: (Reach.WHOLE, None),
    bare: (Reach.NO_REPOSITORY, None),
    inside_git: (Reach.NO_REPOSITORY, None),
    a_forged_repository: (Reach.UNREADABLE, "history-unreadable"),
    somebody_elses: (Reach.NOT_TRUSTED, "repository-not-trusted"),
    uncommitted: (Reach.WHOLE, None),
    staged: (Reach.WHOLE, None),
    replaced: (Reach.WHOLE, None),
    grafted: (Reach.WHOLE, None),
    subfolder: (Reach.WHOLE, None),
    sha256: (Reach.WHOLE, None),
    missing_commit: (Reach.UNREADABLE, "history-unreadable"),
    missing_tree: (Reach.UNREADABLE, "history-unreadable"),
    missing_head: (Reach.UNREADABLE, "history-unreadable"),
    missing_content: (Reach.WHOLE, None),
    corrupt_commit: (Reach.UNREADABLE, "history-unreadable"),
    nonsense_for_a_head: (Reach.UNREADABLE, "history-unreadable"),
    nonsense_for_a_branch: (Reach.UNREADABLE, "history-unreadable"),
    packed: (Reach.WHOLE, None),
    alternates: (Reach.WHOLE, None),
}


@pytest.fixture(autouse=True)
def _as_nobody_in_particular(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of the user, and what a state sets is taken back."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "")
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_state(state: State, repository, tmp_path: Path) -> None:
    reach, finding = STATES[state]
    history = read_history(state(repository, tmp_path / "other"))
    assert history.reach is reach
    assert history.known == (reach is Reach.WHOLE)
    assert [each.rule.name for each in check_history(history)] == ([finding] if finding else [])
    if history.known:  # never a wrong date: either the right ones or none
        assert [each.at for each in history.by_path[PAGE]] == [FIRST, LAST]
        assert [each.subject for each in history.by_path[PAGE]] == ["First", "Second"]
    else:
        assert history == History(reach)


def test_in_the_middle_of_a_merge(repository, tmp_path: Path) -> None:
    history = read_history(merging(repository, tmp_path))
    assert history.reach is Reach.WHOLE
    assert [each.subject for each in history.by_path[PAGE]] == ["First", "Second", "Ours too"]


def test_a_partial_clone_follows_what_was_only_renamed(repository, tmp_path: Path) -> None:
    history = read_history(without_contents(repository, tmp_path / "other"))
    assert history.reach is Reach.WHOLE
    assert history.by_path[PAGE][-1].subject == "And back"


def test_nothing_of_ours_is_committed(repository) -> None:
    repository.commit("Readme", {"README.md": "x"})
    repository.write({PAGE: "one"})
    assert read_history(repository.folder) == History(Reach.WHOLE)


def test_no_folder_is_not_the_current_one(
    repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(two(repository))
    assert read_history(tmp_path / "absent") == History(Reach.NO_REPOSITORY)


def test_too_slow(repository, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("no time limit on Windows")
    two(repository)
    monkeypatch.setattr(command, "TIMEOUT_SECONDS", 0.3)
    fifo = repository.folder / ".git" / "HEAD"
    fifo.unlink()
    os.mkfifo(fifo)
    assert read_history(repository.folder) == History(Reach.UNREADABLE)


def test_no_git_at_all(repository) -> None:
    two(repository)
    script = (
        "import sys; from pathlib import Path; from proofolio.adapters.git.history import read_history;"
        "print(read_history(Path(sys.argv[1])).reach)"
    )
    environment = {**os.environ, "PATH": str(repository.folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    command_ = [sys.executable, "-c", script, str(repository.folder)]
    done = subprocess.run(command_, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "no-git"


@pytest.mark.parametrize("at", ["absent", "", "-p", "HEAD:portfolios", "a\nb", "HEAD..HEAD~1"])
def test_no_such_commit(repository, at: str) -> None:
    assert read_history(two(repository), at) == History(Reach.UNREADABLE)


def test_as_of_an_earlier_commit(repository) -> None:
    review = f"{FOLDER}/reviews/2026-10-05-rosa-diaz.md"
    two(repository)
    repository.commit("Review", {review: "fine"})
    repository.write({review: "edited, and not committed"})
    history = read_history(repository.folder, "HEAD~1")
    assert review not in history.by_path
    assert review not in history.digests_before
    assert [each.at for each in history.by_path[PAGE]] == [FIRST, LAST]


def test_another_repository_within_is_told_where_the_files_are_read(repository, tmp_path: Path) -> None:
    root = gitlink_within(repository, tmp_path / "other")
    (root / "portfolios/roster.yml").write_text("people: {}\n")
    found = pipeline.inspect(root, date(2026, 11, 20)).findings
    assert ("nested-repository", "portfolios/amina-yusuf/inner") in [
        (f.rule.name, f.where.file) for f in found
    ]
