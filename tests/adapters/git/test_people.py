"""Who commits, by the repository's own map of names, whatever anybody writes into a commit."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from proofolio.adapters.git.history import read_history
from proofolio.adapters.git.mailmap import parse_mailmap
from proofolio.adapters.git.naming import LONGEST_NAME, LONGEST_SUBJECT, Naming
from proofolio.core.model.history import Revision
from proofolio.core.model.identity import Identity

PAGE = "portfolios/amina-yusuf/menu-maths/index.md"
NOREPLY = "12345+amina-y@users.noreply.github.com"


def last(repository) -> Revision:
    return read_history(repository.folder).by_path[PAGE][-1]


def test_authors_and_co_authors_follow_the_mailmap(repository) -> None:
    mailmap = (
        f"# people\nAmina Yusuf-Berg <{NOREPLY}> <AMINA@example.org>\n"
        "<ben@users.noreply.github.com> <ben@school.example.org>\n"
    )
    message = (
        "Add\n\nCo-authored-by: Ben <ben@school.example.org>\nco-authored-BY: Amina <amina@example.org>\n"
        "Co-Authored-By: Rosa\n  Díaz <rosa@example.org>\nCo-authored-by: Ben <ben@school.example.org>\n"
        "Co-authored-by: no address\nCo-authored-by:\n"
    )
    repository.commit(message, {PAGE: "one", ".mailmap": mailmap})
    found = last(repository)
    assert found.author == Identity("Amina Yusuf-Berg", NOREPLY)
    assert found.author.login == "amina-y"
    assert found.co_authors == (
        Identity("Ben", "ben@users.noreply.github.com"),
        Identity("Rosa Díaz", "rosa@example.org"),
        Identity("no address", ""),
    )


def test_only_the_commit_s_own_mailmap_counts(repository, tmp_path: Path) -> None:
    first = repository.commit("Add", {PAGE: "one"})
    mapped = f"<{NOREPLY}> <amina@example.org>\n"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text(mapped)
    repository.git("config", "mailmap.file", str(elsewhere))
    blob = repository.git("hash-object", "-w", str(elsewhere))
    repository.git("config", "mailmap.blob", blob)
    repository.write({".mailmap": mapped})
    assert last(repository).author.email == "amina@example.org"
    repository.commit("Map", {PAGE: "two"})
    assert last(repository).author.email == NOREPLY
    assert read_history(repository.folder, first).by_path[PAGE][0].author.email == "amina@example.org"


def test_a_link_for_a_mailmap_is_none(repository, tmp_path: Path) -> None:
    (tmp_path / "map").write_text(f"<{NOREPLY}> <amina@example.org>\n")
    try:
        (repository.folder / ".mailmap").symlink_to(tmp_path / "map")
    except OSError:
        pytest.skip("this system makes no symbolic links")
    repository.commit("Add", {PAGE: "one"})
    assert last(repository).author.email == "amina@example.org"


def test_a_district_in_a_subfolder_has_the_repository_s_mailmap(repository) -> None:
    files = {f"district/{PAGE}": "one", ".mailmap": f"<{NOREPLY}> <amina@example.org>\n"}
    repository.commit("Add", files)
    found = read_history(repository.folder / "district").by_path[PAGE]
    assert found[0].author.email == NOREPLY


PAIRS = [
    ("Amina", "amina@example.org"),
    ("AMINA", "Amina@Example.org"),
    ("Ben", "ben@example.org"),
    ("Benjamin", "shared@example.org"),
    ("Somebody", "shared@example.org"),
    ("Nobody", "none@example.org"),
    ("Late", "late@example.org"),
]
MAILMAP = """
# a comment <x> <amina@example.org>
Amina Yusuf <amina@example.org>
Ben Okafor <ben@new.example.org> <ben@example.org>
  Benjamin Okafor   <ben@new.example.org>   Benjamin   <shared@example.org>
<desk@new.example.org> <shared@example.org>
Early <early@example.org> <late@example.org>
Later <late@example.org>
broken <line
<> <none@example.org>
Trailing <a@example.org> <late@example.org> and more
"""


def test_the_mailmap_is_read_as_git_reads_it(repository) -> None:
    repository.write({".mailmap": MAILMAP})
    asked = "\n".join(f"{name} <{email}>" for name, email in PAIRS)
    done = subprocess.run(
        ["git", "check-mailmap", "--stdin"],
        cwd=repository.folder,
        input=asked,
        capture_output=True,
        text=True,
    )
    mailmap = parse_mailmap(MAILMAP.encode())
    ours = [mailmap.proper(name.encode(), email.encode()) for name, email in PAIRS]
    assert [f"{name.decode()} <{email.decode()}>" for name, email in ours] == done.stdout.splitlines()


HOSTILE = {
    "control": "Amina\x07Yusuf",
    "escape": "\x1b[31mAmina\x1b[0m",
    "direction": "\u202eAmina\u202c \u2066Yusuf\u2069\u200f",
    "separators": "Amina\x1eYusuf\x1f\x0b\x0c",
    "line ends": "Amina\u2028Yusuf\u2029\x85",
    "nothing to see": "Amina\u200b\u2060\ufeff\u00adYusuf\U000e0041",
    "long": "A" * 10_000,
    "like a change": ":100644 100644 abc def M",
    "a colon": ":x",
}


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_names(repository, name: str) -> None:
    message = f"{name}\n\nCo-authored-by: {name} <other@example.org>\n"
    repository.commit(message, {PAGE: "one"}, GIT_AUTHOR_NAME=name)
    repository.commit("Next", {PAGE: "two"})
    first, second = read_history(repository.folder).by_path[PAGE]
    assert second.subject == "Next"
    assert first.author.email == "amina@example.org"
    assert [each.email for each in first.co_authors] == ["other@example.org"]
    for text in (first.author.name, first.subject, first.co_authors[0].name):
        assert text.isprintable()
        assert text == text.strip()
        assert len(text) <= LONGEST_SUBJECT
    assert len(first.author.name) <= LONGEST_NAME


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        (b"A\xff\xfe <a@example.org> 1760000000 +0000", Identity("A\ufffd\ufffd", "a@example.org")),
        (b" <> 1760000000 +0000", Identity("", "")),
        (b"A <a b@example.org> 1760000000 +0000", Identity("A", "")),
        (b"A <a\xe2\x80\xae@example.org> 1760000000 +0000", Identity("A", "")),
        (b"A <amina-y@users.noreply.github.com\x07> 1760000000 +0000", Identity("A", "")),
        (b"A <a@b> <c@d> 1760000000 +0000", Identity("A", "a@b")),
        (b"no address at all", None),
        (b"A <a@example.org> 99999999999999999999 +0000", None),
        (b"A <a@example.org>", None),
    ],
)
def test_hostile_author_lines(repository, author: bytes, expected: Identity | None) -> None:
    repository.commit("Add", {PAGE: "one"})
    raw = repository.git("cat-file", "commit", "HEAD").encode().split(b"\n")
    raw[1] = b"author " + author
    (repository.folder / "commit").write_bytes(b"\n".join(raw) + b"\n")
    odd = repository.git("hash-object", "-t", "commit", "-w", "--literally", "commit")
    (repository.folder / "commit").unlink()
    repository.git("update-ref", "refs/heads/main", odd)
    repository.commit("Change", {PAGE: "two"})
    found = read_history(repository.folder).by_path[PAGE]
    assert found[-1].subject == "Change"
    assert [each.author for each in found[:-1]] == ([expected] if expected else [])


def test_a_thousand_co_authors_are_not_all_told(repository) -> None:
    trailers = "".join(f"Co-authored-by: P{number} <p{number}@example.org>\n" for number in range(1000))
    repository.commit("Add\n\n" + trailers, {PAGE: "one"})
    assert len(last(repository).co_authors) == 50


def test_a_mailmap_cannot_bring_hidden_characters_in(repository) -> None:
    repository.commit(
        "Add", {PAGE: "one", ".mailmap": "A\u202eB <x\u200by@example.org> <amina@example.org>\n"}
    )
    assert last(repository).author == Identity("A B", "")


def test_each_pair_is_looked_at_once() -> None:
    naming = Naming(parse_mailmap(b"A <a@b.org> <c@d.org>"))
    assert naming.identity(b"x", b"c@d.org") is naming.identity(b"x", b"c@d.org")
    assert naming.signed(b"x <c@d.org>") == Identity("A", "a@b.org")
