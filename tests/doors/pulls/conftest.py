"""The base's repository, made once, and a clone of it for each test."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock
from tests.doors.pulls.district import Repository, build, copy


@pytest.fixture(scope="session")
def origin(shared: Path) -> Repository:
    """The base's repository. Read only."""
    target = shared / "pulls-origin"
    with FileLock(str(target) + ".lock"):
        if target.exists():
            return Repository(target)
        built = build(shared / "pulls-being-built")
        built.top.rename(target)
        return Repository(target)


@pytest.fixture
def clone(origin: Repository, tmp_path: Path) -> Repository:
    """A clone of one's own, on the branch ``work``."""
    return copy(origin, tmp_path / "clone")
