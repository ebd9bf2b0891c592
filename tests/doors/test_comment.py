"""``proofolio comment --site``: where the words about a finding lead."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.doors.pulls.district import WORK, Repository, build
from tests.doors.pulls.judging import run

from proofolio.cli.main import main

SITE = "https://portfolios.example.org"


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The summary of a change that is refused."""
    folder = tmp_path_factory.mktemp("comment")
    repository: Repository = build(folder / "district")
    repository.git("switch", "--quiet", "-c", "work")
    repository.add(f"{WORK}/index.md")
    repository.commit()
    given = ("--root", str(repository.root), "--base", "main", "--actor", "ben-oak", "--format", "json")
    path = folder / "summary.json"
    path.write_text(run("summary", *given).stdout, encoding="utf-8")
    return path


def comment(report: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["comment", "--report", str(report), "--head-sha", "a" * 40, *more])


@pytest.fixture(autouse=True)
def _nothing_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOKEN", "SERVER_URL", "REPOSITORY"):
        monkeypatch.delenv(f"GITHUB_{name}", raising=False)


@pytest.mark.parametrize("site", [SITE, f"{SITE}/", f"{SITE}/district", f"{SITE}:8443"])
def test_findings_link_to_their_pages(report: Path, site: str) -> None:
    said = comment(report, "--site", site)
    assert said.exit_code == 0, said.output
    assert f"[not-your-folder](<{site.rstrip('/')}/findings/not-your-folder/>)" in said.output


@pytest.mark.parametrize("more", [(), ("--site", "")])
def test_without_a_site_there_are_no_links(report: Path, more: tuple[str, ...]) -> None:
    said = comment(report, *more)
    assert "not-your-folder" in said.output
    assert "](<" not in said.output


@pytest.mark.parametrize(
    "site",
    [
        "http://portfolios.example.org",
        "portfolios.example.org",
        "https://",
        "https:///x",
        "https://user:secret@example.org",
        "https://user@example.org",
        "https://example.org/?q=1",
        "https://example.org/#x",
        "https://example.org/>)[x](javascript:alert(1)",
        "https://example.org/a b",
        "https://example.org\n::error::x",
        "https://[::1",
        "https://exаmple.org",
        "javascript:alert(1)",
        "HTTPS://EXAMPLE.ORG",
        "https://example.org/" + "a" * 400,
    ],
)
def test_anything_else_is_refused_and_nothing_is_said(report: Path, site: str) -> None:
    said = comment(report, "--site", site)
    assert said.exit_code == 2
    assert "give the address of a site" in said.output
    assert "## " not in said.output
