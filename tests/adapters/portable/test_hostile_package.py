"""Packages made to harm: every one is refused, and nothing of it stays."""

from __future__ import annotations

import json
import os
import shutil
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.adapters.portable.conftest import git, run

from proofolio.adapters.portable import unpacking

Trick = Callable[[Path], None]


CEDAR = "did:web:cedar-valley.example.org:issuer"


def refused(package: Path, root: Path) -> str:
    """Import it: refused, and the repository is as it was."""
    before = git(root, "rev-parse", "HEAD"), git(root, "status", "--porcelain", "--ignored")
    result = run("import-portfolio", package, "--root", root, "--offline")
    assert result.exit_code == 2, result.output
    assert (git(root, "rev-parse", "HEAD"), git(root, "status", "--porcelain", "--ignored")) == before
    return result.output


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize(
    ("name", "mode", "content", "said"),
    [
        ("../out.txt", stat.S_IFREG, b"x", "leads out of it"),
        ("a/../../out.txt", stat.S_IFREG, b"x", "leads out of it"),
        ("/etc/out.txt", stat.S_IFREG, b"x", "leads out of it"),
        ("a\\..\\out.txt", stat.S_IFREG, b"x", "leads out of it"),
        ("C:out.txt", stat.S_IFREG, b"x", "leads out of it"),
        ("portfolio/link.md", stat.S_IFLNK, b"/etc/passwd", "no ordinary file"),
        ("portfolio/pipe", stat.S_IFIFO, b"", "no ordinary file"),
        ("PROVENANCE.json", stat.S_IFREG, b"{}", "is there twice"),
        ("portfolio/zeros.md", stat.S_IFREG, b"0" * (60 << 20), "enormous"),
    ],
)
def test_zip_files_with_tricks(
    package: Path, elsewhere: Path, tmp_path: Path, name: str, mode: int, content: bytes, said: str
) -> None:
    target = tmp_path / "trick.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(package / "provenance.json", "provenance.json")
        archive.writestr(entry(name, mode | 0o644), content, zipfile.ZIP_DEFLATED)
    assert said in refused(target, elsewhere)
    assert not (tmp_path / "out.txt").exists()


def test_too_many_files(elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_FILES", 3)
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(5):
            archive.writestr(f"{number}.md", b"x")
    assert "more than 3 files" in refused(tmp_path / "many.zip", elsewhere)


def test_what_is_no_package(elsewhere: Path, tmp_path: Path) -> None:
    (tmp_path / "text.zip").write_bytes(b"not a zip")
    assert "cannot be unpacked" in refused(tmp_path / "text.zip", elsewhere)
    (tmp_path / "empty").mkdir()
    assert "not a portfolio package" in refused(tmp_path / "empty", elsewhere)
    assert "there is no package" in refused(tmp_path / "nowhere", elsewhere)


@pytest.fixture
def altered(package: Path, tmp_path: Path) -> Path:
    target = tmp_path / "altered"
    shutil.copytree(package, target, ignore=shutil.ignore_patterns("site"))
    return target


def told(package: Path, **changes: object) -> None:
    place = package / "provenance.json"
    place.write_text(json.dumps({**json.loads(place.read_text("utf-8")), **changes}), "utf-8")


def test_a_credential_that_was_touched(altered: Path, elsewhere: Path) -> None:
    place = altered / "credentials" / "pace-a-unit.json"
    place.write_text(
        place.read_text("utf-8").replace("Pace a unit for mastery", "Pace every unit for mastery"), "utf-8"
    )
    assert "credentials/pace-a-unit.json does not verify" in refused(altered, elsewhere)


def test_a_credential_of_somebody_else(altered: Path, home: Path, elsewhere: Path) -> None:
    other = next(
        each
        for each in (home / "portfolios").glob("*/credentials/*.json")
        if each.parts[-3] != "amina-yusuf" and not each.name.endswith(".clr.json")
    )
    shutil.copy(other, altered / "credentials" / "borrowed.json")
    assert "credentials/borrowed.json does not verify" in refused(altered, elsewhere)


def test_without_the_list_of_revocations_no_credential_comes(altered: Path, elsewhere: Path) -> None:
    (altered / "issuer" / "revocations.json").unlink()
    said = run("import-portfolio", altered, "--root", elsewhere, "--offline").output
    assert "Pace a unit for mastery, for Amina Yusuf: stays behind: The issuer's list" in said
    assert not (elsewhere / "portfolios" / "amina-yusuf" / "credentials" / "external").exists()


def test_keys_of_another_organisation(altered: Path, elsewhere: Path) -> None:
    place = altered / "issuer" / "did.json"
    place.write_text(
        place.read_text("utf-8").replace("cedar-valley.example.org", "other.example.org"), "utf-8"
    )
    assert "not those of the organisation" in refused(altered, elsewhere)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"history": "0" * 40}, "not the one that its provenance tells of"),
        ({"history": "--upload-pack=touch"}, "provenance.json in the package is not as it should be"),
        ({"issuer": {"id": "../up", "name": "X"}}, "provenance.json in the package is not as it should be"),
        (
            {"issuer": {"id": "x", "name": "<script>"}},
            "provenance.json in the package is not as it should be",
        ),
        (
            {"person": {"id": "amina/../ben", "name": "X"}},
            "provenance.json in the package is not as it should be",
        ),
        ({"person": {"id": "ben-okafor", "name": "Amina Yusuf"}}, "nobody called 'ben-okafor'"),
        (
            {"issuer": {"id": "cedar-valley", "name": "X", "url": "https://cedar-valley.example.org"}},
            "at one address with keys of another",
        ),
        (
            {"issuer": {"id": "x", "name": "X", "url": "https://x.example", "did": CEDAR}},
            "at one address with keys of another",
        ),
        ({"issuer": {"id": "x", "name": "X"}}, "not those of the organisation that it names"),
        ({"exported": "2031-01-01"}, "a day that is still to come"),
        ({"format": 7}, "provenance.json in the package is not as it should be"),
    ],
)
def test_a_provenance_that_tells_something_else(
    altered: Path, elsewhere: Path, changes: dict[str, object], said: str
) -> None:
    told(altered, **changes)
    assert said in refused(altered, elsewhere)


def test_a_link_in_the_folder_is_not_followed(altered: Path, elsewhere: Path, tmp_path: Path) -> None:
    place = altered / "record.json"
    place.rename(tmp_path / "away.json")
    place.symlink_to(tmp_path / "away.json")
    assert "there is no record.json" in refused(altered, elsewhere)


def test_open_files_that_are_not_those_of_the_history(altered: Path, elsewhere: Path) -> None:
    (altered / "portfolio" / "index.md").write_text("---\nvisibility: public\n---\nAnother one.\n", "utf-8")
    assert "is not what its history ends in" in refused(altered, elsewhere)


def rebundled(package: Path, tmp_path: Path, change: Trick) -> None:
    """Make the package's history anew with a change that git itself allows."""
    work = tmp_path / "rebundled"
    git(tmp_path, "clone", "--quiet", str(package / "repository.bundle"), str(work))
    git(work, "config", "user.name", "Mallory")
    git(work, "config", "user.email", "mallory@example.org")
    git(work, "switch", "--quiet", "--detach", "history")
    change(work)
    git(work, "add", "--all", "--force")
    git(work, "commit", "--quiet", "-m", "One more")
    git(work, "tag", "--force", "history", "HEAD")
    git(work, "commit", "--quiet", "--allow-empty", "-m", "Definitions")
    git(work, "branch", "--force", "main", "HEAD")
    os.remove(package / "repository.bundle")
    target = str(package / "repository.bundle")
    git(work, "bundle", "create", "--quiet", target, "refs/heads/main", "refs/tags/history")
    told(package, history=git(work, "rev-parse", "history"))


def _foreign_file(work: Path) -> None:
    (work / ".github").mkdir()
    (work / ".github" / "evil.yml").write_text("on: push\n", "utf-8")


def _foreign_folder(work: Path) -> None:
    (work / "portfolios" / "kim-park").mkdir()
    (work / "portfolios" / "kim-park" / "index.md").write_text("mine now\n", "utf-8")


def _link(work: Path) -> None:
    (work / "portfolios" / "amina-yusuf" / "out.md").symlink_to("/etc/passwd")


def _clash(work: Path) -> None:
    for name in ("Notes", "notes"):
        (work / "portfolios" / "amina-yusuf" / name).mkdir()
        (work / "portfolios" / "amina-yusuf" / name / f"{name}.txt").write_text("x", "utf-8")


def _odd_name(work: Path) -> None:
    (work / "portfolios" / "amina-yusuf" / "a\u202eb.md").write_text("x", "utf-8")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_foreign_file, "holds more than one portfolio"),
        (_foreign_folder, "holds more than one portfolio"),
        (_link, "is not an ordinary file"),
        (_odd_name, "has a name that cannot stay"),
        (_clash, "differ only in capitals or width"),
    ],
)
def test_histories_with_more_than_the_portfolio(
    altered: Path, elsewhere: Path, tmp_path: Path, change: Trick, said: str
) -> None:
    rebundled(altered, tmp_path, change)
    assert said in refused(altered, elsewhere)


def test_a_folder_that_was_there_in_between(altered: Path, elsewhere: Path, tmp_path: Path) -> None:
    def come_and_go(work: Path) -> None:
        _foreign_folder(work)
        git(work, "add", "--all")
        git(work, "commit", "--quiet", "-m", "Come")
        shutil.rmtree(work / "portfolios" / "kim-park")

    rebundled(altered, tmp_path, come_and_go)
    assert "holds more than one portfolio" in refused(altered, elsewhere)


def test_a_bundle_that_is_none_or_is_damaged(altered: Path, elsewhere: Path) -> None:
    place = altered / "repository.bundle"
    data = bytearray(place.read_bytes())
    place.write_bytes(b"#!/bin/sh\n" + bytes(data))
    assert "not a Git bundle" in refused(altered, elsewhere)
    data[len(data) // 2] ^= 0xFF
    place.write_bytes(bytes(data))
    assert "not sound" in refused(altered, elsewhere)
