"""A package's site in a real browser: opened as a file, with the network off."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from tests.e2e.browse import DESKTOP, NARROWEST

from proofolio.cli.main import main

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def alone(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Amina's stand-alone site."""
    target = tmp_path_factory.mktemp("package") / "amina"
    done = CliRunner().invoke(
        main, ["export-portfolio", "amina-yusuf", "--to", str(target), "--root", str(demo)]
    )
    assert done.exit_code == 0, done.output
    return target / "site"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_opens_from_the_file_system(browser: Any, alone: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = browser.new_context(
        viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, color_scheme=scheme, offline=True
    )
    page = context.new_page()
    trouble: list[str] = []
    page.on("console", lambda each: trouble.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda each: trouble.append(str(each)))
    page.on(
        "request",
        lambda each: trouble.append(each.url) if not each.url.startswith(("file:", "data:")) else None,
    )
    ahead, seen = [alone / "index.html"], set()
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        page.goto(here.as_uri())
        # without preload, as a page may not fetch the style sheet of a file, and need not
        found = axe.run(page, options={"preload": False}).response["violations"]
        trouble += [f"{here.name}: {each['id']}" for each in found]
        for href in page.eval_on_selector_all("a[href]", "all => all.map(each => each.href)"):
            parts = urlsplit(href)
            if parts.scheme == "file":
                there = Path(unquote(parts.path))
                trouble += [] if there.is_file() else [f"{here} leads nowhere: {href}"]
                ahead += [there] if there.suffix == ".html" and there.is_file() else []
        lost = page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(each => each.hash.slice(1))"
            ".filter(each => !document.getElementById(decodeURIComponent(each)))"
        )
        trouble += [f"{here}: #{each}" for each in lost]
        broken = (
            "[...document.images].filter(each => each.complete && !each.naturalWidth).map(each => each.src)"
        )
        trouble += page.evaluate(broken)
    assert trouble == []
    assert seen == set(alone.rglob("*.html"))
    assert len(seen) > 30
    context.close()


def test_it_fits_the_narrowest_screen_and_paper(browser: Any, alone: Path) -> None:
    page = browser.new_context(
        viewport={"width": NARROWEST[0], "height": NARROWEST[1]}, offline=True
    ).new_page()
    work = Path("portfolios") / "amina-yusuf" / "menu-maths" / "index.html"
    for place in (Path("index.html"), work):
        page.goto((alone / place).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST[0]
        assert page.get_by_role("heading", level=1).count() == 1
    page.emulate_media(media="print")
    assert not page.locator(".pk-head").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()
    page.context.close()


def test_no_script_and_nothing_from_elsewhere(alone: Path) -> None:
    for path in alone.rglob("*.html"):
        text = path.read_text("utf-8")
        assert "<script" not in text
        assert "proofolio:nowhere" not in text
        assert "<table>" not in text, "a wide table scrolls by itself, so the keyboard has to reach it"
        assert "Content-Security-Policy" in text
    style = (alone / "style.css").read_text("utf-8")
    assert "http" not in style.replace('[href^="http"]', "")
    assert "@import" not in style
