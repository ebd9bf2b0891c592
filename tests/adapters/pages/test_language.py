"""No word of a page is fixed in its template: whatever is visible, or heard, comes from the catalogue."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
import yaml
from tests.adapters.pages.filled import TEMPLATES, Filler, page
from tests.adapters.pages.reading import Reading

from proofolio.adapters.language.catalogue import tongue
from proofolio.adapters.rendering.menu import called, menu, palette
from proofolio.adapters.rendering.pages import PageRenderer, environment
from proofolio.adapters.rendering.shell import Cover
from proofolio.adapters.rendering.theme import in_english, mend
from proofolio.adapters.rendering.transcript import transcript_html
from proofolio.adapters.rendering.verifier import DATA, data, verifier
from proofolio.adapters.rendering.wording import FILTERS, day
from proofolio.core.language.say import speaking
from proofolio.core.language.tongue import English
from proofolio.core.model.progress import HoursFor
from proofolio.core.recording.transcript import CredentialLine, Holds, HoursLine, RenewalLine, Transcript

# what stays as it is in every language
KNOWN = re.compile(
    r"data-=|index\.md|&\w+;|README\.md|did\.json|revocations\.json|eddsa-rdfc-2022|\{\w+\}"
    r"|https://…|CC-BY-4\.0|amina-yusuf/menu-maths"
)
HEARD = re.compile(r"aria-(label|description|valuetext|roledescription)|title|alt|placeholder|data-label")
FOR_SCRIPTS = re.compile(r"data-(?!pf-part$).*")  # that one only names a place
COMMENT = re.compile(r"\{#.*?#\}|\{% block name %\}.*?\{% endblock %\}", re.DOTALL)
EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
TRANSLATED = re.compile(r"\{%-? trans\b.*?endtrans [+-]?%\}|\{%.*?%\}", re.DOTALL)
SPOKEN = re.compile(r'\b(aria-label|title|alt|placeholder|data-label)="([^"]*)"')
LETTERS = re.compile(r"[^\W\d_]{2,}")
KEPT = re.compile(r"%\(\w+\)[sd]|\{\w+\}|<[^>]*>|&\w+;|[^\W\d_]")


PLACES = re.compile(r"\{\w+\}")
TEMPLATE_FOLDER = files("proofolio.adapters.rendering") / "templates"


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


@pytest.mark.parametrize("name", sorted(environment().list_templates()))
def test_no_template_has_words_of_its_own(name: str) -> None:
    """As far as one can tell without what fills it; this finds them in new templates, too."""
    source = (TEMPLATE_FOLDER / name).read_text("utf-8")
    source = TRANSLATED.sub("", EXPRESSION.sub("", COMMENT.sub(" ", source)))
    heard = [words for _, words in SPOKEN.findall(source)]
    shown = re.sub(r"<[^>]*>", " ", re.sub(r"<(style|script|code)\b.*?</\1>", " ", source, flags=re.DOTALL))
    assert [each for each in (*heard, *shown.split()) if LETTERS.search(KNOWN.sub("", each))] == []


def _words(html: str) -> Iterator[str]:
    """What a page shows or says that has letters."""
    for each in Reading(html).elements:
        own, deeper = each.words, set()
        for inner in each.inside:
            if id(inner) not in deeper:  # what lies deeper went with it, and takes no words elsewhere
                own = own.replace(inner.words, " ", 1)
                deeper |= {id(below) for below in inner.inside}
        heard = {name for name in each.attributes if HEARD.fullmatch(name)}
        # a single word may be a switch, several are a sentence that a script will say
        heard |= {name for name in each.attributes if FOR_SCRIPTS.fullmatch(name) and " " in each.get(name)}
        for text in (own if each.tag not in ("code", "style") else "", *(each.get(name) for name in heard)):
            if LETTERS.search(KNOWN.sub("", text)):
                yield f"<{each.tag}> {text.strip()}"


SPANISH = tongue("es")
LOGO = '<a href="/aqui/" title="x" class="md-header__button md-logo"></a><h1>404 - Not found</h1>'
NAV = [
    {"People": "portfolios/index.md"},
    {"Help": ["guides/index.md", {"For teachers": "guides/teacher.md"}, {"Our own": "own.md"}]},
    "about.md",
]


def test_the_proposed_names_of_the_menu_are_said_and_all_others_stay() -> None:
    assert menu(NAV) == NAV
    with speaking(SPANISH):
        assert menu(NAV) == [
            {"Personas": "portfolios/index.md"},
            {"Ayuda": ["guides/index.md", {"Para docentes": "guides/teacher.md"}, {"Our own": "own.md"}]},
            "about.md",
        ]
        assert menu(None) is None


@pytest.mark.parametrize("place", ["mkdocs.yml", "plugins/proofolio/adapters/demo/scaffold/mkdocs.yml"])
def test_every_name_of_the_proposal_is_known(place: str) -> None:
    with speaking(Wordless()):
        text = (Path(__file__).parents[3] / place).read_text("utf-8")
        named = yaml.safe_load(text.replace("!!python", "python"))
        switches = [each["toggle"]["name"] for each in named["theme"]["palette"]]
        for name in (*_names(named["nav"]), *switches):
            assert not LETTERS.search(called(name)), name


def _names(nav: object) -> Iterator[str]:
    for each in nav if isinstance(nav, list) else ():
        for name, target in each.items() if isinstance(each, dict) else ():
            yield name
            yield from _names(target)


def test_the_switch_between_light_and_dark_is_named() -> None:
    one = {"scheme": "slate", "toggle": {"icon": "sun", "name": "Switch to light colours"}}
    with speaking(SPANISH):
        assert palette([one, "teal"]) == [
            {"scheme": "slate", "toggle": {"icon": "sun", "name": "Cambiar a colores claros"}},
            "teal",
        ]
        assert palette({"toggle": False}) == {"toggle": False}
        assert palette(None) is None


def test_days_and_figures_are_written_as_the_language_writes_them() -> None:
    assert FILTERS["number"](12500.5) == "12,500.5"
    with speaking(SPANISH):
        assert day("2026-10-05") == '<time datetime="2026-10-05">5 de octubre de 2026</time>'
        assert FILTERS["number"](12500.5) == "12.500,5"
        assert day("pronto <b>") == "pronto &lt;b&gt;"


def test_the_page_for_missing_ones_and_the_way_past_the_navigation_are_said() -> None:
    with speaking(SPANISH):
        lost = mend(LOGO)
        past = mend('<div data-md-component="skip"></div><div class="pf" id="pf">')
    assert "<h1>Esta página no está aquí</h1>" in lost
    assert '<a href="/aqui/">' in lost
    assert ">Saltar al contenido</a>" in past


def test_a_country_is_said_too() -> None:
    html = '<html lang="es" class="no-js">'
    with speaking(tongue("es-MX")):
        assert mend(html) == '<html lang="es-MX" class="no-js">'
        assert mend(html.replace("es", "en")) == html.replace("es", "en")
    assert mend(html) == html


def test_english_headings_are_said_to_be_english() -> None:
    contents = '<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>'
    assert in_english(contents).startswith('<ul class="md-nav__list" data-md-component="toc" lang="en"')


def test_the_page_that_checks_speaks_the_language() -> None:
    english = json.loads(verifier()[DATA])["words"]
    with speaking(SPANISH):
        spanish = json.loads(verifier()[DATA])["words"]
        assert data()["words"] == spanish
    assert english["verdict.accepted"] == "Accepted"
    assert spanish["verdict.accepted"] == "Aceptada"
    assert spanish.keys() == english.keys()
    for key, words in english.items():
        assert sorted(PLACES.findall(words)) == sorted(PLACES.findall(spanish[key])), key
    assert json.loads(verifier()[DATA])["words"] == english


def test_frames_of_their_own_say_their_language() -> None:
    for name in ("standalone.html", "transcript.html"):
        source = (TEMPLATE_FOLDER / name).read_text("utf-8")
        assert source.startswith('<!doctype html>\n<html lang="{{ language() }}"'), name
    with speaking(tongue("es-MX")):
        assert environment().from_string("{{ language() }}").render() == "es-MX"


def test_the_language_and_its_words_are_part_of_every_key(
    renderer: PageRenderer, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = page("renewal.html", Filler("7").view(TEMPLATES["renewal.html"]), "7")

    def key() -> str:
        return renderer.key(one, lambda uri: uri)

    english = key()
    with speaking(SPANISH):
        spanish = key()
        monkeypatch.setattr("proofolio.adapters.rendering.keys.edition", lambda code: "other words")
        assert len({english, spanish, key()}) == 3


DAY = date(2026, 10, 5)
TRANSCRIPT = Transcript(
    *("7", "7", "7", "7", "7", "7", "7", DAY, DAY, DAY),
    credentials=tuple(CredentialLine("7", "7", HoursFor.LOG, DAY, DAY, each, "7", "7") for each in Holds),
    hours=tuple(HoursLine(DAY, "7", each, "", 12.5) for each in HoursFor),
    total=1250.5,
    by_category=(("", 12.5),),
    renewal=(RenewalLine("7", True, 1, 2, DAY, ("7",)), RenewalLine("7", False, 1, 2, DAY, ())),
)
EMPTY = Transcript(
    "7",
    "7",
    "",
    "",
    "",
    "",
    "",
    DAY,
    None,
    None,
    credentials=(),
    hours=(),
    total=0.0,
    by_category=(),
    renewal=(),
)


@pytest.mark.parametrize("given", [TRANSCRIPT, EMPTY, replace(TRANSCRIPT, verify="", until=None)])
def test_every_word_of_a_transcript_is_asked_for(given: Transcript) -> None:
    with speaking(Wordless()):
        body = transcript_html(given).partition("<body>")[2].removesuffix("</html>\n").removesuffix("</html>")
    assert list(_words(f"<html><body>{body}</html>")) == []


def test_a_transcript_in_spanish() -> None:
    with speaking(SPANISH):
        html = transcript_html(TRANSCRIPT)
    assert html.startswith('<!doctype html>\n<html lang="es">')
    assert '<time datetime="2026-10-05">5 de octubre de 2026</time>' in html
    assert ">1250,5<" in html or ">1.250,5<" in html
    assert "Vigente" in html


@pytest.mark.parametrize("mark", ["7", ""])
def test_every_word_of_a_site_of_one_s_own_is_asked_for(mark: str) -> None:
    cover = Cover("7", "7", "7", "https://7.example.org/", "2026-10-05", {})
    frame = environment().get_template("standalone.html")
    with speaking(Wordless()):
        html = frame.render(
            **dict.fromkeys(("title", "description", "style", "home", "content"), "7"),
            **dict.fromkeys(("links", "toc", "hidden"), ()),
            mark=mark,
            cover=cover,
        )
    inside = html.partition("<header")[2].removesuffix("</body>\n</html>")
    assert list(_words(f"<header{inside}".replace("README.md", ""))) == []
