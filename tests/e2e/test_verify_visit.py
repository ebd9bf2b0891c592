"""Visiting the page that checks credentials: by keyboard, on a phone, in the dark, with hostile files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from tests.e2e.baked import png, svg
from tests.e2e.browse import DESKTOP, NARROWEST, PAGES, PHONE, open_page
from tests.e2e.issued import PERSON, UNSIGNED, Json, Organisation, written
from tests.e2e.visitor import COPY, LIST, Visitor, published, visits

pytestmark = pytest.mark.slow

CEDAR = Organisation()
GOOD = CEDAR.badge()
BAD = GOOD | {"name": "Mallory’s own"}
RECORD = CEDAR.record(GOOD, CEDAR.badge(id=f"{PERSON}credentials/second.json"))
Open = Callable[..., Visitor]
STATES = {"accepted": GOOD, "refused": BAD, "undecided": GOOD, "record": RECORD}


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Open]:
    """Opens the page of a site that publishes the sound badge."""
    yield from visits(browser, address, published(CEDAR, **{COPY: GOOD}))


def _size(size: tuple[int, int]) -> dict[str, int]:
    return {"width": size[0], "height": size[1]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=str)
def test_axe_finds_nothing_in_any_state(visit: Open, size: tuple[int, int], scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    found = []
    for state, document in STATES.items():
        files = published(CEDAR, **({LIST: None} if state == "undecided" else {COPY: GOOD}))
        visitor = visit(files, viewport=_size(size), color_scheme=scheme)
        found += _faults(Axe().run(visitor.page).response) if state == "accepted" else []
        visitor.give(written(document))
        visitor.page.evaluate(
            "document.querySelectorAll('.pf details').forEach(each => { each.open = true })"
        )
        found += _faults(Axe().run(visitor.page).response)
        assert visitor.trouble == []
    assert found == []


def _faults(response: Any) -> list[str]:
    return [f"{each['id']}: {node['target']}" for each in response["violations"] for node in each["nodes"]]


@pytest.mark.parametrize("state", STATES)
def test_it_fits_the_narrowest_phone(visit: Open, state: str) -> None:
    visitor = visit(viewport=_size(NARROWEST))
    visitor.give(written(STATES[state]), "a-file-with-a-very-long-name-" + "x" * 90 + ".json")
    visitor.page.evaluate("document.querySelectorAll('.pf details').forEach(each => { each.open = true })")
    assert visitor.page.evaluate("document.scrollingElement.scrollWidth") <= NARROWEST[0]
    for each in visitor.page.query_selector_all(".pf-desk button, .pf-desk input[type=text]"):
        assert each.bounding_box()["height"] >= 43.5


def test_by_keyboard_alone_and_the_result_is_read_first(visit: Open) -> None:
    visitor = visit()
    page = visitor.page
    file = {"name": "b.json", "mimeType": "application/json", "buffer": written(BAD)}
    # asked for early: the browser needs a moment until it hands over its dialogue
    page.on("filechooser", lambda chooser: chooser.set_files(file))
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == "Choose a file":
            break
    assert page.evaluate("document.activeElement.innerText") == "Choose a file"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.wait_for_selector(".pf-outcome")
    assert page.evaluate("document.activeElement.id") == "pf-outcome"
    assert page.evaluate("document.activeElement.innerText").strip() == "Not accepted"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.pf a, .pf summary, .pf button')")


def test_a_state_is_a_mark_and_a_word(visit: Open) -> None:
    visitor = visit().give(written(BAD))
    for each in visitor.page.query_selector_all(".pf-lookup"):
        words = each.query_selector(".pf-lookup__state").inner_text()
        mark = each.evaluate(
            "each => getComputedStyle(each.querySelector('.pf-lookup__mark'), '::before').content"
        )
        expected = {"Holds": '"✓"', "Fails": '"✕"', "Not known": '"?"', "Not asked": '""'}
        assert mark == expected[words]
        assert each.query_selector(".pf-lookup__mark").get_attribute("aria-hidden") == "true"


def test_a_changed_name_is_said_aloud_without_moving(visit: Open) -> None:
    visitor = visit().give(written(GOOD))
    visitor.page.fill("#pf-asked", "mallory@example.org")
    visitor.page.press("#pf-asked", "Enter")
    status = visitor.page.locator("[role=status][data-pf-verify=status]")
    visitor.page.wait_for_selector("[data-check=recipient][data-state=fails]")
    assert status.inner_text().startswith("Not accepted.")
    assert visitor.page.evaluate("document.activeElement.id") != "pf-outcome"


def test_without_script_it_says_how_else(visit: Open) -> None:
    visitor = visit(java_script_enabled=False)
    assert visitor.page.locator(".pf-notice").inner_text().startswith("This page needs script")
    assert not visitor.page.locator(".pf-desk").is_visible()
    assert visitor.page.locator("text=proofolio verify").first.is_visible()


def test_nothing_moves_while_it_loads(visit: Open) -> None:
    watch = """globalThis.moved = 0;
      new PerformanceObserver((list) => {
        for (const each of list.getEntries()) if (!each.hadRecentInput) globalThis.moved += each.value;
      }).observe({ type: "layout-shift", buffered: true });"""
    assert visit(script=watch).page.evaluate("globalThis.moved") < 0.02


@pytest.mark.parametrize("kind", ["landing", "portfolio", "submission earned", "library"])
def test_no_other_page_loads_any_of_it(browser: Any, address: str, kind: str) -> None:
    page, _ = open_page(browser, address + PAGES[kind])
    loaded = page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    page.context.close()
    assert not [each for each in loaded if "/verify/" in each]


PAYLOADS = (
    "<img src=x onerror='globalThis.owned=1'><script>globalThis.owned=1</script>",
    '"><svg onload=globalThis.owned=1>{{7*7}}${7*7}',
    "javascript:globalThis.owned=1//\u202egnp.exe",
)


def _everywhere(value: Any, payload: str) -> Any:
    if isinstance(value, dict):
        return {name: _everywhere(each, payload) for name, each in value.items()}
    if isinstance(value, list):
        return [_everywhere(each, payload) for each in value]
    return payload if isinstance(value, str) else value


def _hostile(payload: str) -> Iterator[Json]:
    yield _everywhere(GOOD, payload)
    keep = ("@context", "type", "proof")
    yield {
        **{name: _everywhere(each, payload) for name, each in GOOD.items()},
        **{each: GOOD[each] for each in keep},
    }
    yield GOOD | {payload: payload}
    yield GOOD | {"issuer": {**UNSIGNED["issuer"], "id": f"did:web:{payload}", "name": payload}}
    subject = deepcopy(UNSIGNED["credentialSubject"])
    subject["identifier"][0]["identityHash"] = payload.replace("\u202e", "")
    evidence = [{**UNSIGNED["evidence"][0], "name": payload}]
    signed = CEDAR.badge(name=payload, credentialSubject=subject, evidence=evidence, description=payload)
    yield signed
    yield CEDAR.record(signed, name=payload)


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_no_word_of_a_file_becomes_markup(visit: Open, payload: str) -> None:
    visitor = visit(published(CEDAR))
    scripts = visitor.page.evaluate("document.querySelectorAll('script, img, svg, a').length")
    before = len(visitor.requests)
    for number, document in enumerate(_hostile(payload)):
        visitor.give(written(document), f"hostile-{number}.json")
        result = visitor.page.locator("[data-pf-verify=result]")
        assert result.locator("script, img, svg, a, iframe, style").count() == 0
        assert "\u202e" not in result.inner_text()
    picture = f"<image href='https://evil.example/x.png'/><script>globalThis.owned=1</script><text>{payload[:0]}</text>"
    visitor.give(svg(written(GOOD), more=picture), "hostile.svg")
    assert visitor.verdict == "Accepted"
    visitor.give(png(written(GOOD)), "<img src=x onerror=globalThis.owned=1>.png".replace('"', ""))
    assert visitor.page.evaluate("globalThis.owned") is None
    assert visitor.page.evaluate("document.querySelectorAll('script, img, svg, a').length") == scripts
    assert all(each.url.startswith(visitor.address) for each in visitor.requests[before:])
    assert [each for each in visitor.trouble if "Content Security" in each] == []


OLD = """const known = SubtleCrypto.prototype.importKey;
  SubtleCrypto.prototype.importKey = function (format, key, algorithm, ...more) {
    if (algorithm?.name === "Ed25519") return Promise.reject(new DOMException("unknown"));
    return known.call(this, format, key, algorithm, ...more);
  };"""
ALONE = "delete globalThis.Worker;"


@pytest.mark.parametrize("script", [OLD, ALONE, OLD + ALONE], ids=["no Ed25519", "no worker", "neither"])
def test_browsers_that_lack_something_decide_the_same(visit: Open, script: str) -> None:
    # on the page itself the libraries run under its policy, which lets no text be run as code
    visitor = visit(script=script)
    assert visitor.give(written(GOOD), "good.json").verdict == "Accepted"
    assert visitor.give(written(BAD), "bad.json").checks()["signature"] == "fails"
    flipped = deepcopy(GOOD)
    value = flipped["proof"][0]["proofValue"]
    flipped["proof"][0]["proofValue"] = value[:-1] + ("2" if value[-1] == "1" else "1")
    assert visitor.give(written(flipped), "flipped.json").checks()["signature"] == "fails"
    fetched = any(each.url.endswith("noble-ed25519.js") for each in visitor.requests)
    assert fetched is (OLD in script)
    assert visitor.trouble == []
