"""Visiting the demo's site in Spanish: the language is said, spoken, and no script falls back to English."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.browse import open_page
from tests.e2e.conftest import Quiet
from tests.sites import build

pytestmark = pytest.mark.slow

MENU = ["Inicio", "Personas", "Competencias", "Microcredenciales", "Rutas", "Cursos"]


@pytest.fixture(scope="module")
def spanish(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the demo is served with one setting changed, to Spanish as it is spoken in Mexico."""
    root = tmp_path_factory.mktemp("es-MX")
    shutil.copytree(demo, root / "district", symlinks=True)
    settings = root / "district" / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("language: en", "language: es-MX")
    settings.write_text(text, encoding="utf-8")
    build(root / "district", root / "site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(root / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_the_language_is_said_and_the_menu_speaks_it(browser: Any, spanish: str) -> None:
    page, trouble = open_page(browser, f"{spanish}portfolios/amina-yusuf/menu-maths/")
    assert page.get_attribute("html", "lang") == "es-MX"
    tabs = [each.strip() for each in page.locator(".md-tabs__link").all_inner_texts()]
    assert [each for each in tabs if each in MENU] == MENU
    assert page.locator("label[title^='Cambiar a colores']").count() >= 1
    assert page.get_by_role("heading", name="Retroalimentación", exact=True).is_visible()
    assert page.locator(".pf time").first.inner_text().count(" de ") == 2
    page.context.close()
    assert trouble == []


def test_a_portfolio_and_the_list_of_competencies_speak_it(browser: Any, spanish: str) -> None:
    page, trouble = open_page(browser, f"{spanish}portfolios/amina-yusuf/")
    assert page.get_by_role("heading", name="Diario de aprendizaje", exact=True).count() == 1
    page.goto(f"{spanish}competencies/", wait_until="networkidle")
    page.fill(".pf-filter input[type=search]", "feedback")
    state = page.inner_text("[data-pf-count]")
    assert state.split()[1:] == ["de", state.split()[2], "competencias"]
    assert page.inner_text("[data-pf-clear]") == "Mostrar todo"
    page.context.close()
    assert trouble == []


def test_the_page_that_checks_credentials_speaks_it(browser: Any, spanish: str) -> None:
    page, trouble = open_page(browser, f"{spanish}verify/")
    page.click("a.pf-try >> nth=0")
    page.wait_for_selector("[data-pf-verify=result]:not([hidden], [aria-busy]) .pf-outcome__title")
    assert page.inner_text(".pf-outcome__title").strip() == "Aceptada"
    words = page.locator("[data-check=dates] .pf-lookup__words").inner_text()
    assert words.startswith("Está vigente desde el ")
    assert words.count(" de ") >= 2
    assert page.inner_text("[data-check=signature] .pf-lookup__state") == "Se cumple"
    assert "Comprobado en este navegador el " in page.inner_text(".pf-last")
    page.set_input_files(
        "input[type=file]", {"name": "x.json", "mimeType": "text/plain", "buffer": b"nothing"}
    )
    page.wait_for_selector('.pf-outcome__tally:has-text("x.json")')
    assert page.inner_text(".pf-outcome__title").strip() == "No aceptada"
    page.context.close()
    assert trouble == []


def test_what_is_english_is_said_to_be(browser: Any, spanish: str) -> None:
    page, trouble = open_page(browser, f"{spanish}guides/teacher/")
    assert page.get_attribute("html", "lang") == "es-MX"
    assert page.evaluate("document.querySelector('article h1').closest('[lang]').lang") == "en"
    assert page.evaluate("document.querySelector('[data-md-component=toc]').closest('[lang]').lang") == "en"
    assert page.evaluate("document.querySelector('.md-tabs').closest('[lang]').lang") == "es-MX"
    page.goto(f"{spanish}404.html")
    assert page.inner_text("article h1") == "Esta página no está aquí"
    page.context.close()
    assert trouble == []
