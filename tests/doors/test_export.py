"""``proofolio export``: plain Markdown that another generator builds, with nothing of ours installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from tests.sites import pages, run

from proofolio.cli.main import main


def export(demo: Path, target: Path) -> str:
    result = CliRunner().invoke(main, ["export", str(target), "--root", str(demo)])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.slow
def test_another_generator_builds_what_was_exported(demo: Path, site: Path, tmp_path: Path) -> None:
    export(demo, tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Exported\ntheme: mkdocs\nplugins: []\nmarkdown_extensions: [tables]\n", encoding="utf-8"
    )
    done = run(tmp_path, tmp_path / "site", strict=True)
    assert done.returncode == 0, done.stdout + done.stderr
    ours = {path for path in pages(site) if path.endswith("index.html") and path.startswith(("port", "comp"))}
    theirs = {path for path in pages(tmp_path / "site") if path.endswith("index.html")}
    assert ours <= theirs


FEW = (
    "competencies/issuer.yml",
    "competencies/frameworks/foundational",
    "competencies/micro-credentials/pace-a-unit.yml",
    "portfolios/roster.yml",
    "portfolios/amina-yusuf/index.md",
    "portfolios/amina-yusuf/menu-maths",
)
"""What makes a small district; the whole one is exported in the slow run."""


def test_pages_are_markdown_with_a_little_front_matter(demo: Path, tmp_path: Path) -> None:
    for path in FEW:
        (tmp_path / "few" / path).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (demo / path).is_dir() else shutil.copy
        copy(demo / path, tmp_path / "few" / path)
    export(tmp_path / "few", tmp_path / "docs")
    text = (tmp_path / "docs/portfolios/amina-yusuf/menu-maths/index.md").read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2)
    assert yaml.safe_load(head)["title"].startswith("Menu maths")
    assert body.lstrip().count("\n# ") + body.lstrip().startswith("# ") == 1
    assert "<div" not in body
    assert "<table" not in body


def test_nothing_is_overwritten(demo: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(main, ["export", str(tmp_path), "--root", str(demo)])
    assert result.exit_code == 2
    assert "is not empty" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
