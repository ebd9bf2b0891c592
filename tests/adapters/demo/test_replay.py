"""The demo's repository: real Git, and the same bytes whoever makes it."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from proofolio.adapters.demo import district
from proofolio.adapters.demo.district import changes_of
from proofolio.adapters.demo.replay import DOMAIN, replay, write_repository
from proofolio.adapters.git.history import read_history
from proofolio.adapters.git.mailmap import parse_mailmap
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.identity import person_of
from proofolio.core.model.person import Person


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode()


def test_commits_say_who_when_and_why(step, people, tmp_path: Path) -> None:
    steps = [
        step(0, {"portfolios/a.md": "one"}, message="Start\n\nWith a reason.\n"),
        step(1, {"portfolios/a.md": "two"}, author="rosa-diaz", co_authors=["amina-yusuf", "ben-okafor"]),
    ]
    assert write_repository(tmp_path / "new" / "folder", changes_of(steps, {}), people) == 2
    shown = git(tmp_path / "new" / "folder", "log", "--reverse", "--format=%an|%ae|%ai|%cn|%ce|%ci%n%B---")
    amina = "Amina Yusuf|amina-yusuf@people.cedar-valley.example.org|2026-10-05 16:20:00 -0600"
    rosa = "Rosa Díaz|rosa-diaz@people.cedar-valley.example.org|2026-10-05 17:20:00 -0600"
    assert shown.replace("\n\n---", "\n---") == (
        f"{amina}|{amina}\nStart\n\nWith a reason.\n---\n"
        f"{rosa}|{rosa}\nSubject\n\n"
        "Co-authored-by: Amina Yusuf <amina-yusuf@people.cedar-valley.example.org>\n"
        "Co-authored-by: Ben Okafor <ben-okafor@people.cedar-valley.example.org>\n---\n"
    )


def test_files_arrive_byte_for_byte(step, people, tmp_path: Path) -> None:
    odd = 'portfolios/a "quoted" \\ ü b.md'
    steps = [
        step(0, {odd: "one\r\ntwo\n", "portfolios/gone.md": "x", ".gitattributes": "* text=auto\n"}),
        step(1, {"portfolios/empty.md": ""}, delete=["portfolios/gone.md"]),
    ]
    write_repository(tmp_path, changes_of(steps, {}), people)
    if os.name != "nt":
        assert (tmp_path / odd).read_bytes() == b"one\r\ntwo\n"
    assert (tmp_path / "portfolios/empty.md").read_bytes() == b""
    assert not (tmp_path / "portfolios/gone.md").exists()
    assert git(tmp_path, "symbolic-ref", "HEAD").strip() == "refs/heads/main"


def test_an_unknown_author_stops_before_anything_is_made(step, people, tmp_path: Path) -> None:
    with pytest.raises(ProofolioError, match="nobody is not in the roster"):
        write_repository(tmp_path / "x", changes_of([step(0, {"a": "1"}, author="nobody")], {}), people)
    assert not (tmp_path / "x").exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(ProofolioError, match="not empty") as caught:
        replay(tmp_path)
    assert caught.value.hint
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(ProofolioError, match="is a file"):
        replay(tmp_path / "mine.txt")


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ProofolioError, match="Git is not installed"):
        replay(tmp_path / "x")
    assert not (tmp_path / "x").exists()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real demo's repository."""
    target = tmp_path_factory.mktemp("demo")
    assert replay(target) == len(list(district.changes()))
    return target


def test_the_same_commits_each_time(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another user, with settings, a time zone and hooks of their own, makes the same repository."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "reference-transaction", "post-index-change"):
        (hooks / name).write_text("#!/bin/sh\nexit 1\n")
        (hooks / name).chmod(0o755)
    (tmp_path / "attributes").write_text("* text eol=crlf\n")
    (tmp_path / ".gitconfig").write_text(
        f"[core]\n\tautocrlf = true\n\tattributesFile = {(tmp_path / 'attributes').as_posix()}\n"
        f"\thooksPath = {hooks.as_posix()}\n[commit]\n\tgpgSign = true\n"
        "[user]\n\tname = Somebody\n\temail = else@example.org\n[init]\n\tdefaultBranch = trunk\n"
    )
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Somebody")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2000-01-01T00:00:00Z")
    monkeypatch.setenv("GIT_DEFAULT_HASH", "sha256")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    again = tmp_path / "again"
    replay(again)
    for name in os.environ.keys() & {"GIT_DIR", "GIT_DEFAULT_HASH"}:
        monkeypatch.delenv(name)
    assert git(again, "log", "--format=%H") == git(made, "log", "--format=%H")
    assert (again / "README.md").read_bytes() == (made / "README.md").read_bytes()
    assert git(again, "ls-files", "-s") == git(made, "ls-files", "-s")


def test_the_work_tree_is_the_last_commit(made: Path) -> None:
    assert git(made, "status", "--porcelain") == ""
    for path, content in district.final_files().items():
        assert (made / path).read_bytes() == content


def test_each_review_read_what_its_submission_was(made: Path) -> None:
    """The digests that the replay filled in are digests that the history, read back, knows."""
    known = read_history(made).digests_before
    reviews = [path for path in district.final_files() if re.fullmatch(r"portfolios/.+/reviews/.+\.md", path)]
    assert reviews
    for path in reviews:
        found = re.search(r"^reviewed: (\S+)$", (made / path).read_text(encoding="utf-8"), re.MULTILINE)
        assert found
        assert found.group(1) in known[path]


@pytest.fixture(scope="module")
def roster() -> dict[str, Person]:
    """The real demo's people."""
    listed = yaml.safe_load(district.final_files()[district.ROSTER])["people"]
    return {
        id_: Person(
            id_, each["name"], each["github"], None, frozenset(), None, None, Pointer(district.ROSTER)
        )
        for id_, each in listed.items()
    }


def test_the_mailmap_knows_everybody_s_account(made: Path, roster: dict[str, Person]) -> None:
    mailmap = parse_mailmap((made / ".mailmap").read_bytes())
    assert {id_: mailmap.proper(b"Whoever", f"{id_}@{DOMAIN}".encode()) for id_ in roster} == {
        id_: (each.name.encode(), f"{each.github}@users.noreply.github.com".encode())
        for id_, each in roster.items()
    }
    assert len(mailmap.by_email) == len(roster), "it names nobody who is not on the roster"


def test_every_author_and_co_author_is_found(made: Path, roster: dict[str, Person]) -> None:
    every = [change.step for change in district.changes()]
    steps = {(step.at, step.message.partition("\n")[0]): step for step in every}
    seen = set()
    for revisions in read_history(made).by_path.values():
        for revision in revisions:
            step = steps[revision.at, revision.subject]
            seen.update(step.co_authors)
            assert person_of(revision.author, roster) == step.author
            found = [person_of(each, roster) for each in revision.co_authors]
            assert found == list(step.co_authors)
    assert seen, "the demo has co-authors"
