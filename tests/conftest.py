"""What many tests share: the demo district as a repository, and as a built site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from tests.sites import build

from proofolio.adapters.demo.replay import replay

EPOCH = "1795305600"  # 2026-11-22, the day on which the demo plays


@pytest.fixture(autouse=True)
def _a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all worker processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if (base.name.startswith("popen")) else base


@pytest.fixture(scope="session")
def demo(shared: Path) -> Path:
    """Cedar Valley with its history. Read only: copy it to change it."""
    target = shared / "demo"
    with FileLock(str(target) + ".lock"):
        if not target.exists():
            replay(target)
    return target


@pytest.fixture(scope="session")
def site(shared: Path, demo: Path) -> Path:
    """The demo's public site. Read only."""
    target = shared / "site"
    with FileLock(str(target) + ".lock"):
        if not target.exists():
            built = shared / "site-being-built"
            build(demo, built, EPOCH)
            built.rename(target)
    return target


@pytest.fixture
def district(demo: Path, tmp_path: Path) -> Path:
    """A copy of the demo to change, without its history."""
    target = tmp_path / "district"
    shutil.copytree(demo, target, ignore=shutil.ignore_patterns(".git"))
    return target
