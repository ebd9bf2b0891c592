"""The menu of a district without a ``nav:``, on a phone."""

from __future__ import annotations

from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from tests.e2e.conftest import Quiet
from tests.sites import build, newcomer

pytestmark = pytest.mark.slow


def test_the_drawer_lists_where_to_go(browser: Any, tmp_path: Path) -> None:
    build(newcomer(tmp_path / "district"), tmp_path / "site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site")))
    Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": 375, "height": 720})
    try:
        page.goto(f"http://127.0.0.1:{server.server_port}/portfolios/")
        page.locator('label.md-header__button[for="__drawer"]').click()
        menu = page.locator(".md-sidebar--primary .md-nav--primary > .md-nav__list > .md-nav__item")
        menu.get_by_text("Competencies", exact=True).wait_for(state="visible")
        shown = [name.strip() for name in menu.all_inner_texts()]
        assert shown[:3] == ["Home", "People", "Competencies"]
        assert len(shown) == 9
        menu.get_by_text("Figures", exact=True).click()
        page.wait_for_url("**/figures/")
    finally:
        page.close()
        server.shutdown()
