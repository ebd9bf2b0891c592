"""Two organisations and what goes from one to the other: the demo with a few secrets, and a small one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from proofolio.cli.main import main

DRAFT, MESSAGE, DELETED = "zanzibar-pelican", "quicksilver-walrus", "obsidian-heron"
"""Words that stand in other people's work, in a message about it, and in what they deleted."""


def git(folder: Path, *arguments: str, **extra: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **extra}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env={**clean, **settings}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8", "replace").strip()


def commit(folder: Path, message: str, files: dict[str, str | None]) -> str:
    for path, text in files.items():
        place = folder / path
        if text is None:
            place.unlink()
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", message)
    return git(folder, "rev-parse", "HEAD")


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def log(folder: Path, *what: str) -> list[str]:
    """Authors, committers, dates and whole messages, newest first."""
    told = git(folder, "log", "-z", "--format=%an|%ae|%ai|%cn|%ce|%ci|%B", *what)
    return [each for each in told.split("\0") if each.strip()]


@pytest.fixture(scope="session")
def home(shared: Path, demo: Path) -> Path:
    """The demo, with words that must not leave it with Amina. Read only."""
    target = shared / "portable-home"
    with FileLock(f"{target}.lock"):
        if not target.exists():
            work = shared / "portable-home-being-made"
            shutil.copytree(demo, work)
            git(work, "config", "user.name", "Ben Okafor")
            git(work, "config", "user.email", "ben-okafor@people.cedar-valley.example.org")
            page = "---\ntitle: {0}\nmicro_credential: pace-a-unit\n---\n## Context\n{0}\n"
            gone = "portfolios/ben-okafor/soon-gone/index.md"
            commit(work, "Start something", {gone: page.format(DELETED)})
            commit(work, "Take it away", {gone: None})
            log_entry = (
                "---\ntitle: Together\nkind: collaboration\nhours: 1\nwith: [ben-okafor]\n---\nNotes.\n"
            )
            secret = f"portfolios/ben-okafor/{DRAFT}/index.md"
            both = {
                secret: page.format(DRAFT),
                "portfolios/amina-yusuf/log/2026-11-20-together.md": log_entry,
            }
            commit(work, f"Draft about {MESSAGE}, and a log entry", both)
            work.rename(target)
    return target


@pytest.fixture(scope="session")
def package(shared: Path, home: Path) -> Path:
    """Amina's package. Read only."""
    target = shared / "portable-package"
    with FileLock(f"{target}.lock"):
        if not target.exists():
            os.environ.setdefault("SOURCE_DATE_EPOCH", "1795305600")
            assert run("export-portfolio", "amina-yusuf", "--to", target, "--root", home).exit_code == 0
    return target


ISSUER = "format: 1\nid: north-shore\nname: North Shore Schools\nurl: https://north-shore.example.org\n"
ROSTER = """people:
  amina-yusuf: {name: Amina Yusuf, github: amina-y, roles: [educator]}
  kim-park: {name: Kim Park, github: kim-p, roles: [leader]}
  noor-bakker: {name: Noor Bakker, github: noor-b, roles: [educator]}
"""
PROFILE = "---\nheadline: New here\nvisibility: public\n---\nAbout me.\n"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A small organisation where Amina has just begun."""
    return organisation(tmp_path / "north-shore", ISSUER)


def organisation(target: Path, issuer: str) -> Path:
    target.mkdir(parents=True)
    git(target, "init", "--quiet", "--initial-branch=main", "--template=")
    git(target, "config", "user.name", "Kim Park")
    git(target, "config", "user.email", "kim-p@users.noreply.github.com")
    files: dict[str, str | None] = {
        "competencies/issuer.yml": issuer,
        "portfolios/roster.yml": ROSTER,
        "portfolios/amina-yusuf/index.md": PROFILE,
    }
    commit(target, "Begin", files)
    return target
