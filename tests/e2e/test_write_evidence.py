"""Adding evidence in a browser, as a teacher does: with the keyboard, after a crash, on a phone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from tests.e2e.browse import DESKTOP, NARROWEST, PHONE, open_page

from proofolio.cli.main import main

pytestmark = pytest.mark.slow

FORM = "write/evidence/pace-a-unit/"
SAID = {
    each: ("So we go on as we do. " * times).strip()
    for each, times in (("context", 9), ("practice", 12), ("reflection", 18))
}
"""Just enough, in short words: in an address, every space takes five times its room."""
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = function (key) {
  if (key.includes("/draft/")) throw new DOMException("full", "QuotaExceededError");
};"""


class Desk:
    """A visitor's browser with the form in it; the forge is played by an empty page."""

    def __init__(
        self, browser: Any, address: str, size: tuple[int, int] = DESKTOP, scheme: str = "light"
    ) -> None:
        self.address = address
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            reduced_motion="reduce",
            locale="en-US",
        )
        self.sent: list[str] = []
        self.trouble: list[str] = []
        self.context.route("https://forge.example.org/**", lambda each: each.fulfill(body="the forge"))
        self.context.on("request", self._asked)

    def _asked(self, request: Any) -> None:
        if request.method != "GET" or "//127.0.0.1" not in request.url:
            self.sent.append(request.url)

    def open(self, path: str = FORM) -> Any:
        page = self.context.new_page()
        page.on("pageerror", lambda each: self.trouble.append(str(each)))
        page.on("console", lambda each: self.trouble.append(each.text) if each.type == "error" else None)
        page.goto(self.address + path)
        page.wait_for_selector("form[data-pf-write]:not([hidden])")
        return page

    def part(self, page: Any, name: str) -> str:
        return " ".join(page.locator(f'[data-pf-part="{name}"]').inner_text().split())


@pytest.fixture
def desk(browser: Any, address: str) -> Iterator[Desk]:
    made = Desk(browser, address)
    yield made
    made.context.close()
    assert made.trouble == []


def go(page: Any, field: str) -> None:
    """To a field by Tab alone; a radio button of a group that is passed over counts as reached."""
    for _ in range(160):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == field or page.evaluate(
            "sel => document.activeElement.matches(sel)", f'[data-pf-part="{field}"], [data-pf-add="{field}"]'
        ):
            return
    pytest.fail(f"the keyboard does not reach {field}")


def write(page: Any, field: str, text: str) -> None:
    go(page, field)
    page.keyboard.insert_text(text)


def settle(page: Any) -> None:
    page.wait_for_timeout(600)


def by_keyboard(page: Any) -> None:
    """Everything that is asked for, from top to bottom, without a mouse."""
    write(page, "pf-person", "amina-yusuf")
    write(page, "pf-title", "Ratios: a second try")
    go(page, "pf-date")
    page.keyboard.type("10052026")
    write(page, "pf-setting", "Grade 4, mornings")
    write(page, "pf-learners", "26")
    for section, said in SAID.items():
        write(page, f"pf-section-{section}", said)
    for number, (place, kind) in enumerate((("https://v.example.org/x", "Vid"), ("plan.pdf", "Unit")), 1):
        tab_to_button(page, "Add a piece of evidence")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == f"pf-artifact-{number}-place", (
            "one begins to type"
        )
        page.keyboard.insert_text(place)
        write(page, f"pf-artifact-{number}-title", f"Piece {number}")
        go(page, f"pf-artifact-{number}-kind")
        page.keyboard.type(kind)
    tab_to_button(page, "Add a measure")
    page.keyboard.press("Enter")
    page.keyboard.insert_text("Learners there")
    for field, text in (
        ("unit", "percent"),
        ("before", "41"),
        ("after", "78.5"),
        ("n", "26"),
        ("source", "Unit check"),
    ):
        write(page, f"pf-impact-3-{field}", text)
    go(page, "pf-status")
    page.keyboard.press("ArrowDown")


def tab_to_button(page: Any, words: str) -> None:
    for _ in range(160):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == words:
            return
    pytest.fail(f"the keyboard does not reach {words!r}")


def follow(desk: Desk, page: Any) -> str:
    """Where the last step leads, in a new tab."""
    with desk.context.expect_page() as opened:
        page.keyboard.press("Enter")
    found = opened.value.url
    opened.value.close()
    return found


def told(page: Any, person: str = "amina-yusuf") -> dict[str, Any]:
    """The answers as the browser keeps them."""
    kept = page.evaluate(_KEPT)
    found = [json.loads(each)["answers"] for each in kept]
    return next(each for each in found if each["me"]["person"] == person)


def test_from_an_empty_form_to_a_file_that_passes_check(desk: Desk, district: Path, tmp_path: Path) -> None:
    page = desk.open()
    assert "6 things are still missing" in desk.part(page, "gap-count")
    by_keyboard(page)
    settle(page)
    assert "Saved in this browser at" in desk.part(page, "saved")
    page.close()  # as in a crash

    page = desk.open()
    assert "Restored what you wrote on" in desk.part(page, "restored-text")
    assert desk.part(page, "gap-count") == "Everything that is asked for is there."
    assert page.locator('[data-pf-part="gaps"] li').count() == 0
    assert page.input_value("#pf-section-reflection") == SAID["reflection"]
    go(page, "see")
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-pf-part="preview-box"]:not([hidden]) h3')
    assert "So we go on" in desk.part(page, "preview-box")
    go(page, "open")
    url = follow(desk, page)
    given = parse_qs(urlsplit(url).query)
    assert given["filename"] == ["portfolios/amina-yusuf/ratios-a-second-try/index.md"]
    assert desk.part(page, "uploads-list") == "plan.pdf"

    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(told(page)), encoding="utf-8")
    result = CliRunner().invoke(
        main,
        [
            "new",
            "submission",
            "amina-yusuf",
            "pace-a-unit",
            "--answers",
            str(answers),
            "--root",
            str(district),
        ],
    )
    assert result.exit_code == 0, result.output
    made = district / given["filename"][0]
    assert made.read_bytes() == given["value"][0].encode(), "the command writes what the form handed over"
    (made.parent / "plan.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    checked = CliRunner().invoke(main, ["check", "--root", str(district)])
    assert checked.exit_code == 0, checked.output
    assert not [each for each in desk.sent if not each.startswith("https://forge.example.org/")]


def test_what_is_too_long_for_an_address_is_copied_and_can_be_downloaded(desk: Desk, tmp_path: Path) -> None:
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desk.open(f"{FORM}?person=amina-yusuf")
    page.fill("#pf-title", "Long")
    page.fill("#pf-section-context", "Words — “ünd” more\n\n## of mine\n" * 300)
    settle(page)
    assert "Copy the text and open forge.example.org" in desk.part(page, "open")
    page.focus('[data-pf-part="open"]')
    url = follow(desk, page)
    assert parse_qs(urlsplit(url).query) == {"filename": ["portfolios/amina-yusuf/long/index.md"]}
    assert "Copied. In the new tab, paste it" in desk.part(page, "handed")
    whole = page.locator('[data-pf-part="file"]').text_content()
    assert page.evaluate("navigator.clipboard.readText()") == whole
    with page.expect_download() as waiting:
        page.click('[data-pf-part="download"]')
    assert waiting.value.suggested_filename == "index.md"
    waiting.value.save_as(tmp_path / "index.md")
    assert (tmp_path / "index.md").read_text(encoding="utf-8") == whole
    assert "### of mine" in whole


def test_what_keeps_it_from_being_handed_over_is_listed_and_reached(desk: Desk) -> None:
    page = desk.open()
    page.focus('[data-pf-part="open"]')
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.pfPart") == "summary"
    links = page.locator("[data-pf-summary-list] a")
    assert links.all_inner_texts() == [
        "Say who you are: the name of your folder, such as amina-yusuf.",
        "Say in one line what you did.",
    ]
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    field = page.locator("#pf-person")
    assert page.evaluate("document.activeElement.id") == "pf-person"
    assert field.get_attribute("aria-invalid") == "true"
    described = field.get_attribute("aria-describedby").split()
    assert page.locator(f"#{described[-1]}").inner_text() == links.first.inner_text()
    page.keyboard.insert_text("amina-yusuf")
    page.keyboard.press("Tab")
    settle(page)
    assert field.get_attribute("aria-invalid") is None
    page.fill("#pf-title", "Mine")
    page.check("[name=status][value=submitted]")
    page.click('[data-pf-part="open"]')
    assert "Something is missing" in page.locator("[data-pf-summary-list]").inner_text()
    assert len(desk.context.pages) == 1, "nothing was opened"


def test_what_is_said_of_a_film_and_the_themes_go_along(desk: Desk, district: Path, tmp_path: Path) -> None:
    page = desk.open(f"{FORM}?person=amina-yusuf")
    page.fill("#pf-title", "A film with remarks")
    page.get_by_role("button", name="Add a piece of evidence").click()
    page.keyboard.insert_text("https://v.example.org/x")
    said = page.locator("[name=commentary]")
    assert not said.is_visible(), "only a recording has times"
    page.select_option("[name=kind]", "video")
    said.fill(
        "12:40 I wait on purpose.\n1:05 student: I changed my mind here.\nsoon after\n2:00 mother: well"
    )
    said.blur()
    page.get_by_text("A theme runs through it").click()
    page.check("[name=themes][value=equitable]")
    settle(page)
    told_so = page.locator(".pf-write__card").inner_text()
    assert "This line is not read as a remark: “soon after”. Begin each with a time" in told_so
    page.click('[data-pf-part="open"]')
    (stop,) = page.locator("[data-pf-summary-list] a").all_inner_texts()
    assert stop.startswith("A student speaks in the commentary")
    assert len(desk.context.pages) == 1, "a student's words stay here without a yes"
    page.select_option("[name=consent]", "yes")
    said.fill(said.input_value().replace("soon after\n", ""))
    settle(page)
    assert "“mother:”. Who speaks is one of these" in page.locator(".pf-write__card").inner_text()
    page.focus('[data-pf-part="open"]')
    text = parse_qs(urlsplit(follow(desk, page)).query)["value"][0]
    assert '      - {at: "1:05", by: student, note: I changed my mind here.}\n' in text
    assert "\nthemes: [equitable]\n" in text

    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(told(page)), encoding="utf-8")
    asked = [
        "new",
        "submission",
        "amina-yusuf",
        "pace-a-unit",
        "--slug",
        "remarks",
        "--answers",
        str(answers),
    ]
    result = CliRunner().invoke(main, [*asked, "--root", str(district)])
    assert result.exit_code == 0, result.output
    assert (district / "portfolios/amina-yusuf/remarks/index.md").read_bytes() == text.encode()


def test_a_name_that_no_folder_can_have_is_told_of_and_used_nowhere(desk: Desk) -> None:
    page = desk.open(f"{FORM}?person={'amina-' * 11}yusuf")
    page.fill("#pf-title", "A title that goes on for very much longer than a name")
    page.focus('[data-pf-part="open"]')
    page.keyboard.press("Enter")
    (told,) = page.locator("[data-pf-summary-list] a").all_inner_texts()
    assert "at most 64" in told
    page.fill("#pf-person", "amina-yusuf")
    page.evaluate("name => { document.getElementById('pf-folder').value = name; }", "long-" * 13)
    page.focus('[data-pf-part="open"]')
    page.keyboard.press("Enter")
    assert page.locator("[data-pf-summary-list] a").all_inner_texts() == [told]
    path = "portfolios/amina-yusuf/a-title-that-goes-on-for-very-much/index.md"
    assert path in page.locator('[data-pf-part="path"]').text_content()
    page.click("[data-pf-summary-list] a")
    assert page.evaluate("document.activeElement.id") == "pf-folder", "its fold opens"
    page.fill("#pf-folder", "short")
    settle(page)
    page.focus('[data-pf-part="open"]')
    given = parse_qs(urlsplit(follow(desk, page)).query)
    assert given["filename"] == ["portfolios/amina-yusuf/short/index.md"]


def test_a_form_begun_afresh_keeps_what_was_there(desk: Desk) -> None:
    page = desk.open(f"{FORM}?person=ben-okafor")
    page.fill("#pf-title", "The first")
    page.fill("#pf-section-context", "Words of the first.")
    settle(page)
    page.reload()
    page.click('[data-pf-part="afresh"]')
    assert page.input_value("#pf-title") == ""
    assert page.input_value("#pf-person") == "ben-okafor", "who writes is remembered"
    page.fill("#pf-title", "The second")
    settle(page)
    page.click('[data-pf-part="others"] summary')
    page.click('[data-pf-part="others-list"] button:has-text("The first")')
    assert page.input_value("#pf-section-context") == "Words of the first."
    page.on("dialog", lambda each: each.accept())
    page.click('[data-pf-part="delete"]')
    settle(page)
    assert [each["title"] for each in _drafts(page)] == ["The second"]


def test_two_pages_with_the_same_draft_lose_nothing(desk: Desk) -> None:
    page = desk.open()
    page.fill("#pf-title", "Begun")
    settle(page)
    other = desk.open()
    other.fill("#pf-title", "Changed there")
    settle(other)
    page.fill("#pf-title", "Changed here")
    settle(page)
    assert sorted(each["title"] for each in _drafts(page)) == ["Changed here", "Changed there"]
    assert "both are kept" in page.locator('[data-pf-part="live"]').inner_text()


@pytest.mark.parametrize(("script", "said"), [(NO_STORAGE, "saves nothing here"), (FULL, "no room left")])
def test_without_room_to_save_it_says_so_and_works(
    browser: Any, address: str, script: str, said: str
) -> None:
    desk = Desk(browser, address)
    desk.context.add_init_script(script)
    page = desk.open(f"{FORM}?person=amina-yusuf")
    page.fill("#pf-title", "Unsaved")
    settle(page)
    assert said in desk.part(page, "saved")
    page.focus('[data-pf-part="open"]')
    assert "Unsaved" in parse_qs(urlsplit(follow(desk, page)).query)["value"][0]
    assert set(desk.trouble) <= {"no"}, "the theme asks for storage too, and is told so"
    desk.context.close()


def test_rows_move_and_come_back_without_the_keyboard_losing_its_place(desk: Desk) -> None:
    page = desk.open()
    add = page.get_by_role("button", name="Add a piece of evidence")
    for place in ("one.pdf", "two.pdf", "three.pdf"):
        add.press("Enter")
        page.keyboard.insert_text(place)

    def places() -> list[str]:
        return page.eval_on_selector_all('[name="place"]', "all => all.map((each) => each.value)")

    up = page.get_by_role("button", name="Move up")
    up.nth(2).focus()
    page.keyboard.press("Enter")
    assert places() == ["one.pdf", "three.pdf", "two.pdf"]
    assert page.evaluate("document.activeElement.matches('[data-pf-up]')")
    page.keyboard.press("Enter")
    assert places() == ["three.pdf", "one.pdf", "two.pdf"]
    assert page.evaluate("document.activeElement.value") == "three.pdf", "up at the top, the row keeps it"
    page.get_by_role("button", name="Take out").nth(1).press("Enter")
    assert places() == ["three.pdf", "two.pdf"]
    assert page.evaluate("document.activeElement.textContent") == "Take out"
    page.get_by_role("button", name="Bring it back").press("Enter")
    assert places() == ["three.pdf", "one.pdf", "two.pdf"]
    assert page.evaluate("document.activeElement.value") == "one.pdf"
    assert page.locator(".pf-write__card legend").all_inner_texts() == ["Piece 1", "Piece 2", "Piece 3"]


def test_as_much_help_as_one_likes(desk: Desk) -> None:
    page = desk.open()
    starter = page.locator("[data-pf-starter]").first
    starter.press("Enter")
    area = page.locator("#pf-section-reflection")
    words = starter.inner_text()
    assert area.input_value() == words
    assert page.evaluate("getSelection().toString()") == "…", "writing goes on where the dots were"
    settle(page)
    assert desk.part(page, "count-reflection") == "0 words of at least 120"
    page.keyboard.insert_text("she said so.")
    settle(page)
    assert area.input_value() == words.replace("…", "she said so.")
    assert desk.part(page, "count-reflection") == "13 words of at least 120"
    page.check("[name='me.help'][value=prompts]")
    assert not starter.is_visible()
    assert page.locator("#pf-section-context-hint").is_visible()
    page.check("[name='me.help'][value=plain]")
    assert not page.locator("#pf-section-context-hint").is_visible()
    settle(page)
    page.reload()
    page.wait_for_selector("form[data-pf-write]:not([hidden])")
    assert not starter.is_visible(), "it is remembered with the draft"


def test_nothing_that_is_written_becomes_markup(desk: Desk) -> None:
    page = desk.open()
    poison = (
        '<img src=x onerror="document.title=1"> [go](javascript:alert(1)) ![p](https://x.example/p.png)'
        " <script>x</script>"
    )
    page.fill("#pf-title", poison)
    page.fill(
        "#pf-section-context",
        f"{poison}\n\n| a |\n| - |\n| {poison} |\n\n```\n{poison}\n```\n\n<!-- {poison} -->",
    )
    page.click('[data-pf-part="see"]')
    page.wait_for_selector('[data-pf-part="preview-box"]:not([hidden]) .prose')
    box = page.locator('[data-pf-part="preview-box"]')
    assert box.locator("img, script, iframe").count() == 0
    assert box.locator("a").count() == 0
    assert "javascript:alert(1)" in box.inner_text() or "go" in box.inner_text()
    assert desk.sent == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROWEST])
def test_axe_finds_nothing_in_any_state(
    browser: Any, address: str, size: tuple[int, int], scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    desk = Desk(browser, address, size, scheme)
    page = desk.open()

    def clean(state: str) -> None:
        page.wait_for_timeout(500)
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert not found, (
            state,
            [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found],
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], state

    clean("empty")
    page.click('[data-pf-part="open"]')
    clean("stopped")
    page.fill("#pf-person", "amina-yusuf")
    page.fill("#pf-title", "W" * 120)
    page.fill("#pf-section-context", "One.\n\n| a | b |\n| --- | --- |\n| " + "wide " * 40 + "| c |")
    for words in ("Add a piece of evidence", "Add a measure"):
        page.get_by_role("button", name=words).click()
        page.keyboard.insert_text("x" * 90)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.get_by_role("button", name="Add a competency").click()
    clean("rows and errors")
    page.click('[data-pf-part="see"]')
    page.wait_for_selector('[data-pf-part="preview-box"]:not([hidden]) .prose')
    clean("preview")
    page.reload()
    page.wait_for_selector('[data-pf-part="restored"]:not([hidden])')
    clean("restored")
    small = page.evaluate(_TOO_SMALL)
    assert not small, small
    assert desk.trouble == []
    desk.context.close()


def test_the_page_to_choose_from(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, f"{address}write/", PHONE)
    page.get_by_role("link", name="Pace a unit for mastery").click()
    page.wait_for_selector("form[data-pf-write]:not([hidden])")
    assert page.url.endswith(FORM)
    assert trouble == []


def test_without_script_it_says_so_and_shows_the_other_ways(browser: Any, address: str) -> None:
    with _scriptless(browser) as page:
        page.goto(address + FORM)
        assert "This form needs script" in page.locator("#pf").inner_text()
        assert page.get_by_role("link", name="Use the form on forge.example.org").is_visible()
        assert not page.locator("form[data-pf-write]").is_visible()


_KEPT = "Object.entries(localStorage).filter(([key]) => key.includes('/draft/')).map(([, each]) => each)"
_TOO_SMALL = """() => [...document.querySelectorAll('.pf-write :is(button, a, input, select, textarea)')]
  .filter((each) => {
    const { width, height } = each.getBoundingClientRect();
    const inline = getComputedStyle(each).display === 'inline' || each.closest('label.pf-choice');
    return width && !inline && (width < 24 || height < 24);
  }).map((each) => each.outerHTML.slice(0, 120))"""


def _drafts(page: Any) -> list[dict[str, Any]]:
    kept = page.evaluate(_KEPT)
    return [json.loads(each)["answers"] for each in kept]


@contextmanager
def _scriptless(browser: Any) -> Iterator[Any]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()
