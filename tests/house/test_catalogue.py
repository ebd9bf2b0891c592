"""The catalogues are whole, and the messages in the sources are such that a catalogue can hold them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog, Message
from tests.house.catalogue import PACKAGE, catalogues, extracted, key, messages, read, updated

TRANSLATED = sorted(catalogues())
SPEAKERS = {"say": 1, "says": 2, "say_as": 2, "deferred": 1}
"""The functions of ``core/language/say.py`` that take messages, and how many texts each begins with."""
TERMINAL = {
    "adapters/reporting/figures_text.py",
    "adapters/reporting/story_text.py",
    "adapters/reporting/surveys_text.py",
}
"""Modules that say something which only a terminal shows: that is English."""
_PERCENT = re.compile(r"%\((\w+)\)s")
_STRAY = re.compile(r"(?<!%)%(?!%|\(\w+\)s)")


class Call(NamedTuple):
    """A call that says something, and where it stands."""

    place: str
    name: str
    node: ast.Call
    filled_later: bool
    """Whether it becomes markup at once, whose places are filled with markup."""


def sources() -> Iterator[Path]:
    for folder in ("core", "adapters/language", "adapters/rendering", "adapters/searching"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            if path.is_relative_to(PACKAGE / "core" / "issuing") or path.name == "say.py":
                continue
            yield path
    yield PACKAGE / "adapters" / "reporting" / "figures_csv.py"
    yield PACKAGE / "adapters" / "reporting" / "surveys_csv.py"
    yield PACKAGE / "mkdocs_plugin.py"


def calls() -> list[Call]:
    found = []
    for path in sources():
        markup: set[ast.expr] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id == "Markup":
                markup.update(node.args)
            if node.func.id in SPEAKERS:
                place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                found.append(Call(place, node.func.id, node, node in markup))
    return found


def texts(call: Call) -> list[ast.expr]:
    return call.node.args[: SPEAKERS[call.name]]


def raw(call: Call) -> bool:
    """Whether a script fills the places: a module of words for scripts gives them as they are."""
    module = call.place.partition(":")[0]
    return not call.node.keywords and module.endswith(("_words.py", "searching/told.py"))


def places(text: str) -> set[str]:
    """The named places of a message, whichever of the two ways it has them."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None} | set(
        _PERCENT.findall(text)
    )


@pytest.fixture(scope="module")
def found() -> Catalog:
    return extracted()


@pytest.fixture(scope="module")
def said() -> list[Call]:
    return calls()


def test_messages_stand_in_the_code_as_they_are(said: list[Call]) -> None:
    """A catalogue cannot find what is put together, not even from an f-string."""
    assert len(said) > 300
    for call in said:
        for each in texts(call):
            assert isinstance(each, ast.Constant), f"{call.place}: {call.name} needs its text as it is"
            assert isinstance(each.value, str), call.place


def test_every_place_of_a_message_is_filled(said: list[Call]) -> None:
    for call in said:
        later = call.name == "deferred" or call.filled_later or raw(call)
        if later or any(each.arg is None for each in call.node.keywords):
            continue
        given = {each.arg for each in call.node.keywords} | ({"n"} if call.name == "says" else set())
        words = texts(call)[1:] if call.name == "say_as" else texts(call)
        wanted = set().union(*(places(each.value) for each in words if isinstance(each, ast.Constant)))
        assert wanted | {"n"} == given | {"n"}, f"{call.place}: {sorted(wanted ^ given)}"
        assert wanted <= given, f"{call.place}: {sorted(wanted - given)}"


def test_the_forms_of_a_plural_name_the_same_things(found: Catalog) -> None:
    for each in messages(found).values():
        if each.pluralizable:
            one, many = each.id
            assert places(many) - places(one) <= {"n", "count"}, each.id
            assert places(one) <= places(many), each.id


def test_whoever_says_something_is_read_for_it() -> None:
    """A module in a new place is not in the catalogues until ``babel.cfg`` names the place."""
    speakers = {
        path
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module == "proofolio.core.language.say"
        and not SPEAKERS.keys().isdisjoint(each.name for each in node.names)
    }
    unread = {path.relative_to(PACKAGE).as_posix() for path in speakers - set(sources())}
    assert unread == TERMINAL


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_catalogue_has_the_messages_of_the_sources(code: str, found: Catalog) -> None:
    assert set(messages(read(code))) == set(messages(found)), "python -m tests.house.catalogue writes them"


@pytest.mark.parametrize("code", TRANSLATED)
def test_bringing_it_up_to_date_again_changes_nothing(code: str, found: Catalog) -> None:
    text = catalogues()[code].read_text(encoding="utf-8")
    assert text == updated(code, found), "python -m tests.house.catalogue writes it"


@pytest.mark.parametrize("code", TRANSLATED)
def test_everything_is_translated(code: str) -> None:
    catalogue = read(code)
    lacking = [
        each.id
        for each in messages(catalogue).values()
        if each.fuzzy or not all(forms(each)) or len(forms(each)) != count(catalogue, each)
    ]
    assert lacking == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_name_what_the_originals_name(code: str) -> None:
    for each in messages(read(code)).values():
        originals = (each.id,) if isinstance(each.id, str) else each.id
        wanted = set().union(*map(places, originals))
        for at, form in enumerate(filter(None, forms(each))):
            # the form for one may do without the figure
            may_lack = {"n", "count"} if each.pluralizable and at == 0 else set()
            assert places(form) <= wanted, (key(each), form)
            assert wanted - places(form) <= may_lack, (key(each), form)


@pytest.mark.parametrize("code", TRANSLATED)
def test_translations_begin_and_end_as_the_originals_do(code: str) -> None:
    """A sentence stays a sentence, a phrase a phrase, and blanks at the ends stay."""
    for each in messages(read(code)).values():
        original = key(each)[0]
        for form in filter(None, forms(each)):
            assert original.endswith(".") == form.endswith("."), (original, form)
            assert original[:1].isspace() == form[:1].isspace(), (original, form)
            assert original[-1:].isspace() == form[-1:].isspace(), (original, form)


@pytest.mark.parametrize("code", TRANSLATED)
def test_templates_can_fill_every_translation(code: str) -> None:
    """They fill it in with ``%``, even where there is nothing to fill in."""
    for each in messages(read(code)).values():
        if any(name.endswith(".html") for name, _ in each.locations):
            for text in (*forms(each), *((each.id,) if isinstance(each.id, str) else each.id)):
                assert not _STRAY.search(text), (key(each), text)


def forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string)


def count(catalogue: Catalog, message: Message) -> int:
    return catalogue.num_plurals if message.pluralizable else 1
