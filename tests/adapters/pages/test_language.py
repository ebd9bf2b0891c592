"""No word of a page is fixed in its template: whatever is visible, or heard, comes from the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from tests.adapters.pages.filled import TEMPLATES, Filler, page
from tests.adapters.pages.reading import Reading

from proofolio.adapters.language.catalogue import tongue
from proofolio.adapters.rendering.keys import engine
from proofolio.adapters.rendering.menu import called, menu, palette
from proofolio.adapters.rendering.pages import PageRenderer, environment
from proofolio.adapters.rendering.theme import in_english, mend
from proofolio.adapters.rendering.verifier import DATA, data, verifier
from proofolio.adapters.rendering.wording import FILTERS, day
from proofolio.core.language.say import speaking
from proofolio.core.language.tongue import English

# what stays as it is in every language
KNOWN = re.compile(r"did\.json|revocations\.json|eddsa-rdfc-2022|\{\w+\}")
HEARD = re.compile(r"aria-(label|description|valuetext|roledescription)|title|alt|placeholder|data-.*")
UNHEARD = {"data-root", "data-base", "data-pf-verify"}
LETTERS = re.compile(r"[^\W\d_]{2,}")
KEPT = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]*>|&\w+;|[^\W\d_]")


class Wordless(English):
    """A language without letters: what still has some was not asked for."""

    code = "zxx"

    def text(self, message: str) -> str:
        """The message with a dot for every letter."""
        return KEPT.sub(lambda found: "·" if len(found[0]) == 1 else found[0], message)

    def plural(self, one: str, many: str, number: float) -> str:
        """The same."""
        return self.text(one if number == 1 else many)

    def context(self, context: str, message: str) -> str:
        """The same."""
        return self.text(message)

    def month(self, on: date) -> str:
        """No name of a month."""
        return f"{on.month}·{on.year}"


@pytest.mark.parametrize("turn", range(-1, 7))
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_word_of_a_template_is_asked_for(renderer: PageRenderer, template: str, turn: int) -> None:
    with speaking(Wordless()):
        for most in (0, 1, 2):
            view = Filler("7", "2026-10-05", None if turn < 0 else turn, most).view(TEMPLATES[template])
            html = renderer.render(page(template, view, "7"), lambda uri: uri).html
            assert list(_words(html)) == []


def _words(html: str) -> Iterator[str]:
    """What a page shows or says that has letters."""
    for each in Reading(html).elements:
        own = each.words
        for inner in each.inside:
            own = own.replace(inner.words, " ", 1)
        heard = {name for name in each.attributes if HEARD.fullmatch(name)} - UNHEARD
        for text in (own if each.tag != "code" else "", *(each.get(name) for name in heard)):
            if LETTERS.search(KNOWN.sub("", text)):
                yield f"<{each.tag}> {text.strip()}"
