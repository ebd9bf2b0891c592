"""The words that are said, in English without a catalogue and in Spanish with one."""

from __future__ import annotations

import io
from datetime import date

import pytest
from babel.messages.pofile import read_po

from proofolio.adapters.language.catalogue import Translated, known_languages, tongue
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.language.name import plain
from proofolio.core.language.phrase import capital, either, figure, listed, shortened
from proofolio.core.language.say import (
    day,
    deferred,
    month,
    number,
    said,
    say,
    say_as,
    says,
    speaking,
    spoken,
)

CATALOGUE = """
msgid ""
msgstr ""
"Language: es\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "From {before} to {after}"
msgstr "A {after} desde {before}"

msgid "{n} hour"
msgid_plural "{n} hours"
msgstr[0] "{n} hora"
msgstr[1] "{n} horas"

msgctxt "month"
msgid "May"
msgstr "mayo"

#, fuzzy
msgid "Draft"
msgstr "Borrador o así"

msgid "Earned"
msgstr ""

msgid "portfolio"
msgid_plural "portfolios"
msgstr[0] "portafolio"
msgstr[1] "portafolios"
"""
ON = date(2026, 10, 5)


def spanish(code: str = "es") -> Translated:
    return Translated(code, read_po(io.BytesIO(CATALOGUE.encode()), locale="es"))


def test_english_is_spoken_until_somebody_speaks_otherwise() -> None:
    assert (spoken().code, say("Earned")) == ("en", "Earned")
    with speaking(spanish()):
        assert spoken().code == "es"
    assert spoken().code == "en"


def test_the_language_before_comes_back_when_something_goes_wrong() -> None:
    with pytest.raises(ZeroDivisionError), speaking(spanish()):
        _ = 1 // 0
    assert spoken().code == "en"


@pytest.mark.parametrize(("value", "told"), [(1, "1 hour"), (0, "0 hours"), (1.5, "1.5 hours")])
def test_english_plurals(value: float, told: str) -> None:
    assert says("{n} hour", "{n} hours", value) == told


def test_what_is_not_filled_stays_as_it_is() -> None:
    assert say("competencies/{id}.yml") == "competencies/{id}.yml"
    assert say("{n} of {of}, {title}", n=1200, of=2.5, title="a {b}") == "1,200 of 2.5, a {b}"
    assert say("{met}", met=True) == "True"


def test_a_given_figure_takes_the_place_of_the_number() -> None:
    assert says("{n} hour", "{n} hours", 2, n=figure(2)) == "two hours"


def test_places_move_in_another_language() -> None:
    with speaking(spanish()):
        assert say("From {before} to {after}", before="lo que era", after="B") == "A B desde lo que era"


@pytest.mark.parametrize(
    ("value", "told"),
    [(1, "1 hora"), (0, "0 horas"), (2, "2 horas"), (1.5, "1,5 horas"), (21.5, "21,5 horas")],
)
def test_plurals_and_figures_are_the_languages_own(value: float, told: str) -> None:
    with speaking(spanish()):
        assert says("{n} hour", "{n} hours", value) == told


def test_a_context_tells_words_apart() -> None:
    with speaking(spanish()):
        assert (say_as("month", "May"), say_as("verb", "May"), say("May")) == ("mayo", "May", "May")


@pytest.mark.parametrize("message", ["Draft", "Earned", "Not in the catalogue"])
def test_what_the_catalogue_lacks_is_said_in_english(message: str) -> None:
    with speaking(spanish()):
        assert say(message) == message
        assert says(message, "many", 2) == "many"
        assert says(message, "many", 1) == message


def test_a_message_that_is_also_a_singular_is_found() -> None:
    with speaking(spanish()):
        assert (say("portfolio"), says("portfolio", "portfolios", 3)) == ("portafolio", "portafolios")


def test_a_deferred_message_waits_for_its_language() -> None:
    later = deferred("From {before} to {after}")
    assert said(later, before=1, after=2) == "From 1 to 2"
    with speaking(spanish()):
        assert said(later, before=1, after=2) == "A 2 desde 1"


def test_days_and_numbers_by_language() -> None:
    assert (day(ON), month(ON), number(12500.456)) == ("5 October 2026", "October 2026", "12,500.46")
    with speaking(spanish()):
        assert (day(ON), month(ON)) == ("5 de octubre de 2026", "octubre de 2026")
        assert (number(12500.456), number(4.80), number(15.0)) == ("12.500,46", "4,8", "15")


def test_a_country_has_its_own_figures() -> None:
    with speaking(spanish("es-MX")):
        assert spoken().code == "es-MX"
        assert (number(12500.5), says("{n} hour", "{n} hours", 1.5)) == ("12,500.5", "1.5 horas")


@pytest.mark.parametrize(("code", "spoken_as"), [("es", "es"), ("es-MX", "es-MX"), ("es_419", "es-419")])
def test_the_shipped_catalogue_speaks_spanish(code: str, spoken_as: str) -> None:
    with speaking(tongue(code)):
        assert spoken().code == spoken_as
        assert says("{n} hour", "{n} hours", 2) == "2 horas"


@pytest.mark.parametrize("code", ["en", "en-GB", "EN_us"])
def test_english_needs_no_catalogue(code: str) -> None:
    assert tongue(code).text("Earned") == "Earned"


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    assert {"en", "es"} <= set(known_languages())
    with pytest.raises(ProofolioError) as refused:
        tongue("tlh")
    assert "tlh" in refused.value.message
    assert "es" in (refused.value.hint or "")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (figure(0), "no"),
        (figure(4), "four"),
        (figure(12), "12"),
        (figure(1200), "1,200"),
        (figure(-1), "-1"),
        (listed([]), ""),
        (listed(["a"]), "a"),
        (listed(["a", "b", "c"]), "a, b and c"),
        (either(["a", "b"]), "a or b"),
        (either("abcde", 4), "a, b, c or 2 others"),
        (either("abcd", 4), "a, b, c or d"),
        (shortened("abcde", 3), "a, b, c and 2 more"),
        (shortened("abcd", 3), "a, b, c, d"),
        (capital("two words"), "Two words"),
        (capital(""), ""),
        (plain("student-work"), "Student work"),
        (plain("their_own-kind"), "Their own kind"),
    ],
)
def test_small_words(made: str, told: str) -> None:
    assert made == told


def test_kinds_of_our_own_are_translated_and_others_kept() -> None:
    with speaking(tongue("es")):
        assert plain("student-work") == "Trabajo de estudiantes"
        assert plain("their-own-kind") == "Their own kind"
