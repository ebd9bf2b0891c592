"""Opening the tree: nothing is followed, nothing blocks, everything is measured."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from proofolio.adapters.files import tree as module
from proofolio.adapters.files.tree import open_source, read_tree
from proofolio.core.diagnostics.error import ProofolioError

FOLDER = "portfolios/ada/unit"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / FOLDER).mkdir(parents=True)
    return tmp_path


def put(root: Path, path: str, data: bytes = b"a,b\n") -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def told(root: Path) -> list[tuple[str, str]]:
    return [(each.rule.name, each.where.file.removeprefix(FOLDER + "/")) for each in read_tree(root).findings]


def test_a_file_has_its_size_its_git_blob_and_only_texts_keep_their_bytes(root: Path) -> None:
    put(root, f"{FOLDER}/index.md", b"---\n---\n")
    put(root, f"{FOLDER}/a.csv", b"a,b\n")
    put(root, "README.md")
    tree = read_tree(root)
    assert list(tree.files) == [f"{FOLDER}/a.csv", f"{FOLDER}/index.md"]
    text, artifact = tree.files[f"{FOLDER}/index.md"], tree.files[f"{FOLDER}/a.csv"]
    assert text.data == b"---\n---\n"
    assert (artifact.data, artifact.size) == (None, 4)
    assert artifact.blob == hashlib.sha1(b"blob 4\0a,b\n", usedforsecurity=False).hexdigest()
    assert [each.path for each in tree.below(FOLDER)] == list(tree.files)
    assert list(tree.below("portfolios/ad")) == []
    assert tree.findings == []


def test_links_are_told_and_never_followed(root: Path) -> None:
    secret = root / "secret.csv"
    secret.write_text("a,b")
    (root / FOLDER / "file.csv").symlink_to(secret)
    (root / FOLDER / "folder").symlink_to(root)
    (root / FOLDER / "nowhere.pdf").symlink_to("nowhere")
    (root / FOLDER / "circle").symlink_to("circle")
    names = ["circle", "file.csv", "folder", "nowhere.pdf"]
    assert told(root) == [("symbolic-link", each) for each in names]
    assert read_tree(root).files == {}
    with pytest.raises(OSError, match=r"."):
        open_source(root, f"{FOLDER}/file.csv")


def test_a_linked_portfolio_or_root_is_not_entered(root: Path) -> None:
    (root / "portfolios" / "ben").symlink_to(root / "portfolios" / "ada")
    (root / "competencies").symlink_to(root / "portfolios")
    assert told(root) == [("symbolic-link", "competencies"), ("symbolic-link", "portfolios/ben")]


def test_a_pipe_is_told_and_does_not_stop_the_reading(root: Path) -> None:
    os.mkfifo(root / FOLDER / "pipe.csv")
    put(root, f"{FOLDER}/real.csv")
    assert told(root) == [("special-file", "pipe.csv")]
    assert list(read_tree(root).files) == [f"{FOLDER}/real.csv"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"caf\xe9.csv", "caf\\udce9.csv"),
        ("re\u0301sume\u0301.csv".encode(), "re\u0301sume\u0301.csv"),
        (b"a\nb.csv", "a\\u000ab.csv"),
        ("a\u202eb.csv".encode(), "a\\u202eb.csv"),
        ("a\u200bb.csv".encode(), "a\\u200bb.csv"),
        (b"a:b.csv", "a:b.csv"),
        (b"what?.csv", "what?.csv"),
        (b"back\\slash.csv", "back\\slash.csv"),
        (b"con.csv", "con.csv"),
        (b"LPT1", "LPT1"),
        (b"space ", "space "),
        (b"dot.", "dot."),
        (b"x" * 201, "x" * 201),
    ],
)
def test_names_that_cannot_be_stored_everywhere(root: Path, name: bytes, shown: str) -> None:
    Path(os.fsdecode(os.fsencode(root / FOLDER) + b"/" + name)).write_bytes(b"a")
    assert told(root) == [("bad-name", shown)]
    assert read_tree(root).files == {}


@pytest.mark.parametrize(
    "name", ["résumé.csv", "日本語.csv", "a b (1), final-2.csv", "contents.csv", "x" * 196 + ".csv"]
)
def test_names_that_are_fine(root: Path, name: str) -> None:
    put(root, f"{FOLDER}/{name}")
    assert told(root) == []


@pytest.mark.parametrize(
    ("names", "rule"),
    [
        (("Plan.csv", "plan.csv"), ["name-clash"]),
        (("ﬁsh.csv", "fish.csv"), ["name-clash"]),
        (("straße.csv", "strasse.csv"), ["name-clash"]),
        (("plan.csv", "plan-2.csv"), []),
    ],
)
def test_names_that_are_one_file_elsewhere(root: Path, names: tuple[str, str], rule: list[str]) -> None:
    for name in names:
        put(root, f"{FOLDER}/{name}")
    assert [each for each, _ in told(root)] == rule


def test_folders_clash_too(root: Path) -> None:
    put(root, f"{FOLDER}/a.csv")
    put(root, "portfolios/Ada/unit/a.csv")
    assert [each for each, _ in told(root)] == ["name-clash"]


@pytest.mark.parametrize(
    ("path", "size", "rules"),
    [
        (f"{FOLDER}/index.md", 200 * 1024, []),
        (f"{FOLDER}/index.md", 200 * 1024 + 1, ["file-too-large"]),
        ("portfolios/roster.yml", 200 * 1024 + 1, []),
        ("portfolios/roster.yml", 4000 * 1024 + 1, ["file-too-large"]),
        (f"{FOLDER}/words.txt", 20 * 1024 * 1024, []),
        (f"{FOLDER}/words.txt", 20 * 1024 * 1024 + 1, ["file-too-large"]),
    ],
)
def test_sizes(root: Path, path: str, size: int, rules: list[str]) -> None:
    put(root, path, b"x" * size)
    tree = read_tree(root)
    assert [each.rule.name for each in tree.findings] == rules
    assert tree.files[path].size == size
    text = tree.files[path].data
    assert text is None if rules or path.endswith(".txt") else text is not None and len(text) == size


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("page.html", b"<p>", "file-type-not-allowed"),
        ("drawing.svg", b"<svg/>", "file-type-not-allowed"),
        ("run.exe", b"MZ", "file-type-not-allowed"),
        ("Makefile", b"all:", "file-type-not-allowed"),
        ("archive.tar.gz", b"\x1f\x8b", "file-type-not-allowed"),
        ("fake.pdf", b"<html>", "content-differs-from-extension"),
        ("fake.csv", b"a,<script>", "content-differs-from-extension"),
        ("empty.png", b"", "content-differs-from-extension"),
    ],
)
def test_types(root: Path, name: str, data: bytes, rule: str) -> None:
    put(root, f"{FOLDER}/{name}", data)
    assert told(root) == [(rule, name)]


@pytest.mark.parametrize("name", [".gitkeep", ".DS_Store", "notes.md", "data.json"])
def test_what_is_left_alone(root: Path, name: str) -> None:
    put(root, f"{FOLDER}/{name}", b"x")
    put(root, f"{FOLDER}/__pycache__/config.exe", b"x")
    assert told(root) == []


@pytest.mark.parametrize("inside", [".git", ".git/config.exe"])
def test_a_repository_inside_is_told_and_its_own_files_are_left_alone(root: Path, inside: str) -> None:
    put(root, f"{FOLDER}/{inside}", b"x")
    put(root, f"{FOLDER}/a.csv", b"a,b\n")
    assert told(root) == [("nested-repository", FOLDER)]
    assert f"{FOLDER}/a.csv" in read_tree(root).files


def test_what_cannot_be_opened_is_one_finding(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(root, f"{FOLDER}/a.csv")
    put(root, f"{FOLDER}/b.csv")
    opened = os.open

    def refuse(path, *rest) -> int:
        if str(path).endswith("a.csv"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(module.os, "open", refuse)
    assert told(root) == [("unreadable-file", "a.csv")]


def test_without_anything_to_read_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProofolioError, match="neither") as caught:
        read_tree(tmp_path)
    assert "--root" in (caught.value.hint or "")
    with pytest.raises(ProofolioError, match="no folder"):
        read_tree(tmp_path / "nowhere")
