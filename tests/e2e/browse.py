"""Opening pages of the demo's site, and noting everything that goes wrong on the way."""

from __future__ import annotations

from typing import Any

DESKTOP, PHONE, NARROWEST = (1280, 900), (375, 740), (320, 640)

PAGES = {
    "landing": "",
    "people": "portfolios/",
    "bright spots": "bright-spots/",
    "portfolio": "portfolios/amina-yusuf/",
    "portfolio with most": "portfolios/elena-marsh/",
    "transcript": "portfolios/amina-yusuf/credentials/transcript/",
    "submission earned": "portfolios/amina-yusuf/menu-maths/",
    "submission sent back": "portfolios/amina-yusuf/maths-choice-board/",
    "submission changed since": "portfolios/amina-yusuf/three-line-feedback/",
    "submission in review": "portfolios/rosa-diaz/coaching-ben/",
    "submission waiting": "portfolios/ben-okafor/reading-graphs-with-seven-year-olds/",
    "submission with commentary": "portfolios/dmitri-volkov/titration-retakes/",
    "competencies": "competencies/",
    "themes": "competencies/themes/",
    "framework": "competencies/frameworks/foundational/",
    "competency": "competencies/frameworks/foundational/mastery-approach/",
    "library": "competencies/micro-credentials/",
    "micro-credential": "competencies/micro-credentials/pace-a-unit/",
    "credential": "portfolios/amina-yusuf/credentials/pace-a-unit/",
    "credential revoked": "portfolios/elena-marsh/credentials/feedback-that-moves-learning.2026-01-30/",
    "credential expired": "portfolios/dmitri-volkov/credentials/study-your-own-practice/",
    "credential of a pathway": "portfolios/ben-okafor/credentials/relationships-stack/",
    "issuer": "issuer/",
    "pathways": "competencies/pathways/",
    "pathway": "competencies/pathways/teacher-leadership/",
    "stack": "competencies/pathways/assessment-stack/",
    "courses": "competencies/courses/",
    "course": "competencies/courses/pace-by-data/",
    "renewal": "competencies/renewal/example-state/",
    "opportunities": "competencies/opportunities/",
    "opportunity": "competencies/opportunities/teacher-leader/",
    "figures": "figures/",
    "guide": "guides/teacher/",
    "glossary": "glossary/",
    "findings": "findings/",
    "finding": "findings/unknown-competency/",
    "search": "search/",
    "not found": "404.html",
}
"""One page of each kind."""


def expect(what: Any) -> Any:
    """Playwright's assertion that waits.

    It looks again without running a string in the page, as ``wait_for_function`` does from its second
    look on, which the pages' security policy forbids. Imported late: the fast tests go without Playwright.
    """
    from playwright.sync_api import expect as waiting

    return waiting(what)


def open_page(
    browser: Any, address: str, size: tuple[int, int] = DESKTOP, scheme: str = "light", **more: Any
) -> tuple[Any, list[str]]:
    """A page, and a list that grows with everything it should not have said or asked for."""
    page = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce", **more
    ).new_page()
    trouble: list[str] = []
    page.on("console", lambda each: trouble.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda each: trouble.append(str(each)))
    page.on("request", lambda each: trouble.append(each.url) if "//127.0.0.1" not in each.url else None)
    answer = page.goto(address, wait_until="networkidle")
    if not answer.ok:
        trouble.append(f"{answer.status} {address}")
    return page, trouble
