"""Building for an audience: into a folder of its own, over nothing else, and never passed off as another."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from proofolio.adapters.hosting import build as module
from proofolio.adapters.hosting.audience import audience_of
from proofolio.adapters.hosting.build import worth_telling
from proofolio.adapters.hosting.verify import verify
from proofolio.adapters.rendering.inside import mark
from proofolio.adapters.rendering.policy import insert, policy
from proofolio.cli.main import main
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.publishing.page import Audience

HTML = "<!doctype html><html><head><title>x</title></head><body><main>words</main></body></html>"


def made(folder: Path, audience: str | None, html: str = HTML) -> Path:
    """A built site: a page, and a manifest that says whom it is for."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(insert(html, policy()), "utf-8")
    if audience is not None:
        (folder / "proofolio.json").write_text(json.dumps({"audience": audience}), "utf-8")
    return folder


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """In place of the host: notes how it was called, and builds a page for whom it was told."""
    calls: list[dict[str, Any]] = []

    class Child:
        returncode = 0
        stdout = ("INFO    -  Cleaning\n", "WARNING -  withheld: a file\n")

        def __init__(self, command: list[str], **more: Any) -> None:
            whom = more["env"]["PROOFOLIO_AUDIENCE"]
            calls.append({"command": command, "audience": whom})
            html = mark(HTML, "Cedar Valley") if whom == "internal" else HTML
            made(Path(command[command.index("--site-dir") + 1]), whom, html)

        def __enter__(self) -> Child:
            return self

        def __exit__(self, *_: object) -> None:
            """Done."""

    monkeypatch.setattr(subprocess, "Popen", Child)
    assert module.subprocess is subprocess
    return calls


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    return tmp_path


def build(repository: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(repository), *more])


@pytest.mark.parametrize(("whom", "folder"), [("public", "site"), ("internal", "site-internal")])
def test_each_audience_has_its_own_folder(
    repository: Path, host: list[dict[str, Any]], whom: str, folder: str
) -> None:
    done = build(repository, "--audience", whom)
    assert done.exit_code == 0, done.output
    assert host[0]["audience"] == whom
    assert f"Built the {whom} site in {repository / folder}: 1 pages" in done.output
    assert "withheld: a file" in done.output
    assert "Cleaning" not in done.output
    assert audience_of(repository / folder) is Audience(whom)


def test_without_a_word_it_is_the_public_one_and_strict_is_passed_on(
    repository: Path, host: list[dict[str, Any]]
) -> None:
    assert build(repository, "--strict").exit_code == 0
    assert host[0]["audience"] == "public"
    assert "--strict" in host[0]["command"]


@pytest.mark.parametrize(
    ("there", "words"), [("public", "holds the public site"), (None, "no site of ours, and building would")]
)
def test_what_is_there_is_neither_swept_away_nor_taken_the_place_of(
    repository: Path, host: list[dict[str, Any]], there: str | None, words: str
) -> None:
    made(repository / "here", there)
    done = build(repository, "--audience", "internal", "--site-dir", str(repository / "here"))
    assert done.exit_code == 2
    assert words in done.output
    assert host == []


def test_the_same_site_is_built_again_over_itself(repository: Path, host: list[dict[str, Any]]) -> None:
    assert build(repository).exit_code == 0
    assert build(repository).exit_code == 0


def test_without_a_configuration_it_says_which_file_is_missing(tmp_path: Path) -> None:
    done = build(tmp_path)
    assert done.exit_code == 2
    assert "there is no mkdocs.yml" in done.output


def test_a_message_of_several_lines_is_told_whole_or_not_at_all() -> None:
    lines = [
        "INFO    -  pages:\n",
        "  - a.md\n",
        "WARNING -  two:\n",
        "  - b.md\n",
        "\n",
        "INFO    -  done\n",
    ]
    assert list(worth_telling(lines)) == ["WARNING -  two:", "  - b.md"]


def test_an_internal_site_is_refused_by_its_manifest_and_by_any_of_its_pages(tmp_path: Path) -> None:
    by_manifest = made(tmp_path / "a", "internal")
    by_page = made(tmp_path / "b", "public", mark(HTML, None))
    for each in (by_manifest, by_page):
        with pytest.raises(ProofolioError, match="for your own people"):
            verify(each)
        assert verify(each, Audience.INTERNAL).pages == 1


def test_the_public_site_does_not_pass_for_the_internal_one(tmp_path: Path) -> None:
    with pytest.raises(ProofolioError, match="this is the public site"):
        verify(made(tmp_path / "a", "public"), Audience.INTERNAL)
    assert verify(made(tmp_path / "b", None)).pages == 1


def test_a_page_says_for_whom_it_is_whatever_its_theme(tmp_path: Path) -> None:
    announced = HTML.replace("<main>", '<div data-md-component="announce">\n</div><main>')
    for html in (HTML, announced, HTML.replace("<body>", '<BODY dir="ltr">')):
        marked = mark(html.replace("<title>", '<meta name="robots" content="index"><title>'), "A & B")
        assert marked.count("Internal: for A &amp; B’s own people. Not for the public.") == 1
        assert marked.count('name="robots"') == 1
        assert "noindex" in marked
        assert marked.index("Internal:") < marked.index("<main>")
    assert 'announce"><aside' in mark(announced, "A")
