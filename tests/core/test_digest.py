"""The digest a review binds to, as formats.md defines it."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from proofolio.core.model.digest import blob_of, counts, digest_of

A, B = "a" * 40, "b" * 40


def test_it_is_the_sha256_of_the_sorted_lines() -> None:
    lines = f"index.md\0{A}\n".encode() + f"photo.png\0{B}\n".encode()
    expected = "sha256:" + hashlib.sha256(lines).hexdigest()
    assert digest_of({"photo.png": B, "index.md": A}) == expected


def test_lines_sort_by_bytes_not_by_letters() -> None:
    # "Z" sorts before "a", "é" after "z", and "a b" before "a/b", as their bytes do.
    paths = ["é.png", "a/b", "Z", "a b", "z"]
    ordered = ["Z", "a b", "a/b", "z", "é.png"]
    lines = b"".join(path.encode() + b"\0" + A.encode() + b"\n" for path in ordered)
    assert digest_of(dict.fromkeys(paths, A)) == "sha256:" + hashlib.sha256(lines).hexdigest()


@pytest.mark.parametrize(
    "path", ["reviews/2026-10-05-rosa-diaz.md", "credentials/pace-a-unit.json", "reviews/a/b"]
)
def test_what_is_about_the_work_does_not_count(path: str) -> None:
    assert not counts(path)
    assert digest_of({"index.md": A, path: B}) == digest_of({"index.md": A})


@pytest.mark.parametrize(
    "path", ["reviews.md", "my-reviews/a.md", "work/reviews/a.md", "Reviews/a.md", "credentials"]
)
def test_what_only_resembles_it_counts(path: str) -> None:
    assert counts(path)
    assert digest_of({"index.md": A, path: B}) != digest_of({"index.md": A})


def test_content_and_place_both_matter() -> None:
    digests = {
        digest_of({"a": A}),
        digest_of({"a": B}),
        digest_of({"b": A}),
        digest_of({"a": A, "b": B}),
        digest_of({}),
    }
    assert len(digests) == 5


def test_a_name_that_is_not_utf8_counts_by_its_bytes() -> None:
    line = b"caf\xe9.txt\0" + A.encode() + b"\n"
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    assert digest_of({name: A}) == "sha256:" + hashlib.sha256(line).hexdigest()


@pytest.mark.parametrize("content", [b"", b"hello\n", b"\x00\xff" * 70_000])
def test_blob_ids_are_those_of_git(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(content)
    asked = subprocess.run(
        ["git", "hash-object", "--no-filters", "file"], cwd=tmp_path, capture_output=True, check=True
    )
    assert blob_of(content) == asked.stdout.decode().strip()
