"""Real Git repositories to read, made in a temporary folder."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest


class Repository:
    """A Git repository that a test fills commit by commit, a minute apart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.minute = 0
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", "--template=")

    def git(self, *arguments: str, **extra: str) -> str:
        """Run Git here as nobody in particular, untouched by the user's own settings."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        people = {
            f"GIT_{role}_{what}": value
            for role in ("AUTHOR", "COMMITTER")
            for what, value in (
                ("NAME", "Amina Yusuf"),
                ("EMAIL", "amina@example.org"),
                ("DATE", f"2026-10-05T16:{self.minute:02d}:00-06:00"),
            )
        }
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env={**clean, **settings, **people, **extra},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode("utf-8", "replace").strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files without committing them; None deletes."""
        for path, content in files.items():
            file = self.folder / path
            if content is None:
                file.unlink()
                continue
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(self, subject: str, files: Mapping[str, str | bytes | None], **extra: str) -> str:
        """Write and commit files; the commit's id."""
        self.write(files)
        self.minute += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject, **extra)
        return self.git("rev-parse", "HEAD")

    def merge(self, branch: str, *options: str) -> str:
        """Merge a branch with a merge commit; the commit's id."""
        self.minute += 1
        self.git("merge", "--quiet", "--no-ff", *options, "-m", f"Merge {branch}", branch)
        return self.git("rev-parse", "HEAD")


@pytest.fixture
def new_repository() -> type[Repository]:
    """Makes further repositories: call it with a folder."""
    return Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository on the branch ``main``."""
    return Repository(tmp_path / "district")
