"""The form in the browser and the command: the same bytes, the same words, the same things missing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.core.checking.builders import district
from tests.core.drafting.test_bid import ASKED
from tests.core.drafting.texts import MARKDOWN, NASTY, answers, finished

from proofolio.adapters.files.answers import read_answers
from proofolio.adapters.files.outline import count_words, outline, slug
from proofolio.adapters.files.proposal import named
from proofolio.adapters.rendering.bundle import bundled
from proofolio.core.checking.completeness import gaps
from proofolio.core.checking.section import sections_for
from proofolio.core.drafting.bid import bid
from proofolio.core.drafting.placed import placed
from proofolio.core.model.artifact import SEAT_TIME, ArtifactKind
from proofolio.core.model.forge import Forge, ForgeKind
from proofolio.core.model.micro_credential import ArtifactsAsked, SectionAsked
from proofolio.core.publishing import forge
from proofolio.core.publishing.write.evidence_words import evidence_words

pytestmark = pytest.mark.slow

SETS = 400
STARTERS = ("I can …",)
LONG = (
    "A title that goes on for very much longer than the name of any folder ought to",
    "Rechtsschutzversicherungsgesellschaftenundmehr",
    "Exactly forty characters are in this one",
    "Café à côté: élèves, œuvres, façons de faire à plusieurs",
    "学习者",
    "a-" * 40,
    "x" * 64 + " y",
)
SECTIONS = {
    "context": SectionAsked("context", "Context", min_words=20),
    "practice": SectionAsked("practice", "Straße & Weg", min_words=1, stems=STARTERS),
    "reflection": SectionAsked("reflection", "Looking back", min_words=60, stems=STARTERS),
    "other": SectionAsked("other", "Reflection"),
}
"""The last is called what the one before it is by its id, so a text in either counts for that one."""
WANTED = replace(
    ASKED,
    sections=SECTIONS,
    artifacts=ArtifactsAsked(3, {"video": 2, "certificate": 1}),
    impact_required=True,
)
DATA = {
    "id": WANTED.id,
    "title": WANTED.title,
    "sections": [
        {"id": each.id, "title": each.title, "min_words": each.min_words, "starters": each.stems}
        for each in SECTIONS.values()
    ],
    "artifacts": {"at_least": 3, "kinds": {"video": 2, "certificate": 1}},
    "impact": True,
    "kinds": [each.value for each in ArtifactKind],
    "seat_time": [each.value for each in SEAT_TIME],
    "words": evidence_words(),
}


@pytest.fixture(scope="module")
def page(browser: Any) -> Any:
    """A page with the form's script and nothing else."""
    made = browser.new_page()
    made.add_script_tag(content=bundled("write", "evidence", "proofolioForm"))
    made.evaluate("words => proofolioForm.$words.learn(words, 'en')", DATA["words"])
    yield made
    made.close()


@pytest.fixture(scope="module")
def sets() -> list[dict[str, Any]]:
    return [*(answers(seed, (*SECTIONS, "older")) for seed in range(SETS)), finished(), {}]


@pytest.fixture(scope="module")
def texts(sets: list[dict[str, Any]]) -> list[str]:
    return [bid(WANTED, read_answers(json.dumps(each).encode())) for each in sets]


def test_the_same_bytes(page: Any, sets: list[dict[str, Any]], texts: list[str]) -> None:
    # as JSON in ASCII, because halves of characters do not survive the way to the browser otherwise
    made = page.evaluate(
        "([data, sets]) => JSON.parse(sets).map((each) => proofolioForm.$document.bid(data, each))",
        [DATA, json.dumps(sets)],
    )
    different = [(ours, theirs) for ours, theirs in zip(texts, made, strict=True) if ours != theirs]
    assert not different, different[0]
    assert len(set(texts)) > SETS * 0.9, "the sets are worth comparing"


def test_the_same_words_and_the_same_missing(page: Any, sets: list[dict[str, Any]], texts: list[str]) -> None:
    from tests.adapters.files.test_answers import load

    made = page.evaluate(
        """([data, sets, texts]) => JSON.parse(sets).map((each, at) => ({
             words: [...proofolioForm.$missing.sectionWords(data, texts[at]).values()],
             gaps: proofolioForm.$missing.gaps(data, each, texts[at]).map(({ message }) => message),
           }))""",
        [DATA, json.dumps(sets), texts],
    )
    known = district(micro_credentials={WANTED.id: WANTED})
    for text, theirs in zip(texts, made, strict=True):
        work = load(text)
        words = [sum(each.words for each in sections_for(asked, work.body)) for asked in SECTIONS.values()]
        assert theirs["words"] == words, text
        assert theirs["gaps"] == [each.message for each in gaps(known, work)], text


def test_the_same_outline_of_any_text(page: Any) -> None:
    bodies = [
        *MARKDOWN,
        *("\n\n".join(("## A", one, "## B", other)) for one in MARKDOWN for other in MARKDOWN[::5]),
    ]
    found = page.evaluate(
        "texts => texts.map((each) => proofolioForm.$outline.outline(each).map((it) => [it.id, it.words]))",
        bodies,
    )
    assert found == [[[each.id, each.words] for each in outline(text).sections] for text in bodies]
    plain = [each for each in (*NASTY, *MARKDOWN) if each != "\ud83d"]
    assert page.evaluate("t => t.map(proofolioForm.$outline.countWords)", plain) == [
        count_words(t) for t in plain
    ]
    assert page.evaluate("t => t.map(proofolioForm.$outline.slug)", plain) == [slug(t) for t in plain]


def test_the_same_section_and_folder(page: Any) -> None:
    plain = [each for each in (*NASTY, *MARKDOWN) if each != "\ud83d"]
    bodies = [*plain, "\n".join(plain), "\n\n".join(reversed(plain))]
    found = page.evaluate(
        "([t, s]) => t.map((each) => proofolioForm.$body.placed(each, s))", [bodies, STARTERS]
    )
    assert found == [placed(each, STARTERS) for each in bodies]
    titles = [*plain, *LONG]
    assert page.evaluate("t => t.map((each) => proofolioForm.$document.folderOf(each, 'asked'))", titles) == [
        named(each, "asked") for each in titles
    ]


@pytest.mark.parametrize("kind", ForgeKind)
def test_the_same_address_and_the_same_limit(page: Any, kind: ForgeKind, texts: list[str]) -> None:
    kept = Forge(kind, "https://forge.example.org/a/b", folder="district")
    settled = {"head": forge.new_file(kept, "").url, "room": forge.room(kept)}
    path = "portfolios/ann-b/menu-2/index.md"
    lengths = [text[:size] for size in range(200, 4_000, 50) for text in (texts[0] * 40, texts[7] * 40)]
    every = [*texts, *lengths]
    found = page.evaluate(
        "([h, p, texts]) => texts.map((text) => proofolioForm.$handover.address(h, p, text))",
        [settled, path, every],
    )
    assert [(each["url"], each["text"]) for each in found] == [
        (made.url, made.text) for made in (forge.new_file(kept, path, [text]) for text in every)
    ]
    assert {bool(each["text"]) for each in found} == {True, False}
    whole = next(each for each in found if each["text"])
    assert parse_qs(urlsplit(whole["url"]).query)["value"] == [whole["text"]]
