"""The site for an organisation's own people: its pages, and that none of it is on the public one."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from filelock import FileLock
from tests.conftest import EPOCH
from tests.e2e.browse import DESKTOP, NARROWEST, PHONE, open_page

from proofolio.cli.main import main

pytestmark = pytest.mark.slow

PAGES = ("", "inside/queue/", "inside/progress/", "inside/coaches/", "inside/agreement/", "figures/")
SIZES = {"desktop": DESKTOP, "phone": PHONE}
BANNER = "Internal: for Cedar Valley Unified School District’s own people. Not for the public."


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def inside(shared: Path, demo: Path) -> Path:
    """The demo's internal site, as ``proofolio build`` makes it. Read only."""
    target = shared / "inside"
    with FileLock(str(target) + ".lock"):
        if not target.exists():
            built = shared / "inside-being-built"
            command = ["build", "--audience", "internal", "--root", str(demo), "--site-dir", str(built)]
            done = CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": EPOCH})
            assert done.exit_code == 0, done.output
            assert "Built the internal site" in done.output
            built.rename(target)
    return target


@pytest.fixture(scope="session")
def within(inside: Path) -> Iterator[str]:
    """Where it is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(inside)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_every_page_of_it_says_whom_it_is_for(inside: Path) -> None:
    pages = sorted(inside.rglob("*.html"))
    assert len(pages) > 100
    for each in pages:
        html = each.read_text("utf-8")
        assert BANNER in html, each
        assert '<meta name="robots" content="noindex, nofollow">' in html, each
        assert 'rel="canonical"' not in html, each
    assert not list(inside.glob("sitemap*"))
    assert not list(inside.rglob("feed.xml"))
    assert (inside / "robots.txt").read_text("utf-8").splitlines()[-1] == "Disallow: /"


def test_it_is_not_published_by_accident(inside: Path, tmp_path: Path) -> None:
    target = tmp_path / "www"
    refused = CliRunner().invoke(main, ["publish", str(inside), str(target)])
    assert refused.exit_code == 2
    assert "for your own people" in refused.output
    assert not target.exists()
    assert CliRunner().invoke(main, ["publish", str(inside), "--audience", "internal"]).exit_code == 0


def test_nothing_of_it_is_on_the_public_site(site: Path, inside: Path) -> None:
    for each in ("inside", "assets/proofolio/inside"):
        assert not (site / each).exists()
    words = re.compile(rb"proofolio-audience|class=\"pf pf-inside|Farid Haddad|farid-haddad|Clara Lindqvist")
    found = [each for each in site.rglob("*") if each.is_file() and words.search(each.read_bytes())]
    assert found == []
    assert words.search((inside / "inside" / "progress" / "index.html").read_bytes())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_the_console_is_quiet(
    browser: Any, within: str, path: str, size: str, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, trouble = open_page(browser, within + path, SIZES[size], scheme)
    page.evaluate("document.querySelectorAll('.pf details').forEach(each => { each.open = true })")
    found = Axe().run(page).response
    told = [
        f"{each['id']}: {node['target']} {node['html'][:120]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
    page.context.close()
    assert told == []
    assert trouble == []


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_on_the_narrowest_phone(browser: Any, within: str, path: str) -> None:
    page, _ = open_page(browser, within + path, NARROWEST)
    page.evaluate("document.querySelectorAll('.pf details').forEach(each => { each.open = true })")
    wide = page.evaluate("document.scrollingElement.scrollWidth")
    page.context.close()
    assert wide <= NARROWEST[0]


def test_the_first_page_leads_with_the_days_work(browser: Any, within: str) -> None:
    page, _ = open_page(browser, within)
    first = page.locator("main h2").first
    assert first.inner_text() == "Today, 22 November 2026"
    page.get_by_role("link", name="Waiting for a review").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Review queue"
    page.context.close()


def test_a_coach_finds_what_waits_for_her_and_how_to_begin(browser: Any, within: str) -> None:
    page, trouble = open_page(browser, within + "inside/coaches/")
    page.get_by_role("link", name=re.compile("wait for Rosa Díaz")).click()
    page.wait_for_load_state("networkidle")
    rows = page.locator("tr[data-pf-item]:visible")
    assert rows.count() == 5
    assert all("rosa-diaz" in (each.get_attribute("data-asked") or "") for each in rows.all())
    assert page.get_by_role("search").get_by_role("status").inner_text() == "5 of 9 pieces of work"
    first = rows.first.get_by_role("link", name=re.compile("^Review "))
    assert re.search(r"write/review/[a-z-]+/#of=[a-z-]+/[a-z-]+$", first.get_attribute("href") or "")
    page.context.close()
    assert trouble == []


def test_the_queue_is_sorted_by_how_long_it_waits(browser: Any, within: str) -> None:
    page, _ = open_page(browser, within + "inside/queue/")
    cells = page.locator("tbody tr > td:nth-child(5)")
    days = [int(each.get_attribute("data-value") or 0) for each in cells.all()]
    assert days == sorted(days, reverse=True)
    page.get_by_role("button", name="Waiting since").press("Enter")
    page.get_by_role("button", name="Waiting since").press("Enter")
    assert [int(each.get_attribute("data-value") or 0) for each in cells.all()] == sorted(days)
    page.context.close()


def test_without_script_everything_is_there(browser: Any, within: str) -> None:
    page, _ = open_page(browser, within + "inside/progress/", DESKTOP, java_script_enabled=False)
    assert page.locator("tr[data-pf-item]:visible").count() == 9
    page.context.close()
