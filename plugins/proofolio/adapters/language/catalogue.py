"""Languages from catalogues: gettext's files, read by Babel, which also knows days and numbers."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from gettext import c2py
from importlib.resources import files
from importlib.resources.abc import Traversable

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import known_words
from proofolio.core.language.tongue import English, Tongue

DOMAIN = "proofolio"
_PLACE = files("proofolio.adapters.language") / "locales"


class Translated:
    """A language with a catalogue. What the catalogue lacks is said in English."""

    def __init__(self, code: str, catalogue: Catalog) -> None:
        self.code = code
        self._locale = Locale.parse(code, sep="-")
        self._catalogue = catalogue
        self._form = c2py(catalogue.plural_expr)

    def text(self, message: str) -> str:
        """The translation."""
        return self._found(message, None) or message

    def plural(self, one: str, many: str, number: float) -> str:
        """The form that the language uses for this number (CLDR's or the catalogue's own rule)."""
        entry = self._catalogue.get(one)
        if entry is None or entry.fuzzy or not isinstance(entry.string, (tuple, list)):
            return one if number == 1 else many
        forms = entry.string
        # a fraction is never one thing, whatever its whole part
        at = self._form(int(number)) if number == int(number) else len(forms) - 1
        return forms[at] or (one if number == 1 else many)

    def context(self, context: str, message: str) -> str:
        """The translation for this use of the word."""
        return self._found(message, context) or message

    def day(self, on: date) -> str:
        """A day in the language's long form."""
        return format_date(on, "long", self._locale)

    def month(self, on: date) -> str:
        """A day's month and year as the language writes them."""
        return format_skeleton("yMMMM", on, locale=self._locale)

    def number(self, value: float) -> str:
        """A figure with the language's signs for thousands and decimals."""
        return format_decimal(round(value, 2), locale=self._locale)

    def _found(self, message: str, context: str | None) -> str | None:
        entry = self._catalogue.get(message, context)
        if entry is None or entry.fuzzy:
            return None
        # a message that is also some other's singular stands in the catalogue with it
        text = entry.string if isinstance(entry.string, str) else next(iter(entry.string or ()), None)
        return text or None


def known_languages() -> tuple[str, ...]:
    """The languages that there are words in, by tag."""
    return "en", *sorted(each.name for each in _PLACE.iterdir() if each.is_dir())


@cache
def tongue(code: str) -> Tongue:
    """The language with this tag (``es``, or ``es-MX``, which speaks ``es``). Raises ProofolioError."""
    plain = _plain(code)
    if plain == "en":
        return English()
    if plain not in known_languages():
        raise ProofolioError(f"there are no words in '{code}' yet", known_words(known_languages()))
    with _file(plain).open("rb") as file:
        return Translated(code.replace("_", "-"), read_po(file, locale=plain))


@cache
def edition(code: str) -> str:
    """Which words a language has: the same text as long as none of them changes; empty for English."""
    plain = _plain(code)
    return "" if plain == "en" else hashlib.sha256(_file(plain).read_bytes()).hexdigest()


def _plain(code: str) -> str:
    return code.replace("_", "-").partition("-")[0].lower()


def _file(language: str) -> Traversable:
    return _PLACE / language / "LC_MESSAGES" / f"{DOMAIN}.po"
