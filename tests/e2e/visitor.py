"""Somebody who opens the page that checks credentials, and what the site answers to their browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from tests.e2e.issued import DIGEST, Json, Organisation, written

DID, LIST = "issuer/did.json", "issuer/revocations.json"
FACTS = "portfolios/amina-yusuf/menu-maths/evidence.json"
COPY = "portfolios/amina-yusuf/credentials/pace-a-unit.json"
RECORD = "portfolios/amina-yusuf/credentials/record.clr.json"

CHECK_ALL = """async ([texts, asked]) => {
  const { $page, $examine } = proofolioVerifier;
  const { tools, world } = await $page.prepare(document.getElementById("pf-verify"));
  const here = world();
  const found = [];
  for (const text of texts) {
    const { verdict, because, checks } = await $examine.examine(text, here, tools, asked);
    found.push({ verdict, because: because[0]?.name, checks });
  }
  return found;
}"""


def published(organisation: Organisation, **changes: object) -> dict[str, object]:
    """What a site publishes of an issuer and one badge, by path."""
    return {
        DID: organisation.document(),
        LIST: organisation.revocations(),
        FACTS: {"digest": DIGEST},
        COPY: None,
        RECORD: None,
        **changes,
    }


class Visitor:
    """A page at ``verify/`` of the site. ``files`` are answered in place of the site's; None is missing."""

    def __init__(self, browser: Any, address: str, files: Mapping[str, object], **more: Any) -> None:
        context = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **more}
        script = context.pop("script", None)
        self.address = address
        self.files = files
        self.page = browser.new_context(**context).new_page()
        self.requests: list[Any] = []
        self.trouble: list[str] = []
        if script:
            self.page.add_init_script(script)
        self.page.on("request", lambda each: self.requests.append(each))
        self.page.on("pageerror", lambda each: self.trouble.append(str(each)))
        self.page.on("console", self._heard)
        self.page.route("**/*", self._answer)

    def open(self, query: str = "") -> Visitor:
        """Go to the page."""
        self.page.goto(f"{self.address}verify/{query}", wait_until="networkidle")
        return self

    def give(self, data: bytes, name: str = "badge.json") -> Visitor:
        """Choose a file, and wait for what comes of it."""
        file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        self.page.set_input_files("input[type=file]", file)
        self.page.wait_for_selector(f'.pf-outcome__tally:has-text("{name}")')
        self.page.wait_for_selector("[data-pf-verify=result]:not([aria-busy])")
        return self

    def checks(self) -> dict[str, str]:
        """The state of each check of the document itself; the worst of several."""
        rank = ("fails", "unknown", "holds")
        found: dict[str, str] = {}
        for each in self.page.query_selector_all(".pf-lookups[aria-labelledby=pf-outcome] > .pf-lookup"):
            name, state = each.get_attribute("data-check"), each.get_attribute("data-state")
            found[name] = min(found.get(name, state), state, key=rank.index)
        return found

    @property
    def verdict(self) -> str:
        """The heading of the result."""
        return str(self.page.inner_text(".pf-outcome__title").strip())

    @property
    def last(self) -> str:
        """The sentence that everything comes down to."""
        return str(self.page.inner_text(".pf-last__words"))

    def check_all(self, documents: list[Json], asked: str = "") -> list[dict[str, Any]]:
        """Many documents at once, without showing them."""
        texts = [written(each).decode() for each in documents]
        found: list[dict[str, Any]] = self.page.evaluate(CHECK_ALL, [texts, asked])
        return found

    def close(self) -> None:
        """Leave."""
        self.page.context.close()

    def _heard(self, message: Any) -> None:
        # what is missing is missing on purpose
        if message.type in ("error", "warning") and "404" not in message.text:
            self.trouble.append(message.text)

    def _answer(self, route: Any) -> None:
        path = route.request.url.removeprefix(self.address)
        if path not in self.files:
            route.continue_()
        elif self.files[path] is None:
            route.fulfill(status=404, body="nothing here")
        else:
            body = self.files[path]
            text = body if isinstance(body, str) else json.dumps(body)
            route.fulfill(status=200, content_type="application/json", body=text)


def visits(browser: Any, address: str, usual: Mapping[str, object]) -> Iterator[Callable[..., Visitor]]:
    """Opens the page as often as a test likes; ``usual`` is what the site publishes."""
    made: list[Visitor] = []

    def opened(files: Mapping[str, object] | None = None, query: str = "", **more: Any) -> Visitor:
        made.append(Visitor(browser, address, files or usual, **more))
        return made[-1].open(query)

    yield opened
    for each in made:
        each.close()
