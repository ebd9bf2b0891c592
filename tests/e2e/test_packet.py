"""The packet of an application in a real browser: opened as a file, with the network off."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.e2e.browse import DESKTOP, NARROWEST

from proofolio.cli.main import main

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def document(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Elena's application, unpacked."""
    folder = tmp_path_factory.mktemp("packet")
    letter, target = folder / "letter.md", folder / "elena.zip"
    letter.write_text("## Why\n\n" + "word " * 160, "utf-8")
    words = [
        "apply",
        "teacher-leader",
        "--person",
        "elena-marsh",
        "--letter",
        str(letter),
        "--to",
        str(target),
    ]
    words += [
        "--evidence",
        "choosing-the-novel",
        "--evidence",
        "three-routes-to-the-essay",
        "--root",
        str(demo),
    ]
    done = CliRunner().invoke(main, words, env={"SOURCE_DATE_EPOCH": "1795305600"})
    assert done.exit_code == 0, done.output
    with zipfile.ZipFile(target) as archive:
        archive.extractall(folder / "open")
    return folder / "open" / "index.html"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, NARROWEST])
def test_it_opens_from_the_file_system(
    browser: Any, document: Path, scheme: str, size: tuple[int, int]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, offline=True
    ).new_page()
    trouble: list[str] = []
    page.on("console", lambda each: trouble.append(each.text) if each.type in ("error", "warning") else None)
    page.on(
        "request",
        lambda each: trouble.append(each.url) if not each.url.startswith(("file:", "data:")) else None,
    )
    page.goto(document.as_uri())
    # without preload, as a page may not fetch the style sheet of a file, and need not
    trouble += [each["id"] for each in axe.run(page, options={"preload": False}).response["violations"]]
    assert trouble == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    broken = "[...document.images].filter(each => !each.complete || !each.naturalWidth).length"
    assert page.evaluate(broken) == 0
    page.context.close()


def test_each_piece_begins_a_sheet_of_its_own(browser: Any, document: Path) -> None:
    page = browser.new_context(offline=True).new_page()
    page.goto(document.as_uri())
    page.emulate_media(media="print")
    breaks = "all => all.map(each => getComputedStyle(each).breakBefore)"
    assert page.eval_on_selector_all(".pf-piece", breaks) == ["page", "page"]
    page.context.close()
