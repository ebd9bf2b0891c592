"""Write the catalogues of the interface's words: what the sources say now, with the translations there are.

    python -m tests.house.catalogue

Messages that are gone leave; new ones come without a translation, for somebody to write. Nothing is
guessed, and nothing in the files changes but for their words: no dates, no line numbers.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[2] / "plugins" / "proofolio"
LANGUAGE = PACKAGE / "adapters" / "language"
LOCALES = LANGUAGE / "locales"
KEYWORDS = {
    "say": None,
    "says": (1, 2),
    "say_as": ((1, "c"), 2),
    "deferred": None,
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
"""Which functions take messages: ``core/language/say.py``, and what templates call."""
_WIDTH = 100
_HEADER = """\
# {language}: the words of Proofolio's pages. `python -m tests.house.catalogue` brings it up to date.
msgid ""
msgstr ""
"Project-Id-Version: proofolio\\n"
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""
Key = tuple[str, str | None]


def extracted() -> Catalog:
    """Every message of the sources, without translations."""
    with (LANGUAGE / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = Catalog()
    for name, _, message, comments, context in extract_from_dir(
        PACKAGE, methods, options, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    ):
        found.add(message, None, [(name, None)], auto_comments=comments, context=context)
    return found


def catalogues() -> dict[str, Path]:
    """The catalogues by language."""
    return {path.parents[1].name: path for path in sorted(LOCALES.glob("*/LC_MESSAGES/proofolio.po"))}


def read(code: str) -> Catalog:
    """The catalogue of a language, as it is."""
    with catalogues()[code].open("rb") as file:
        return read_po(file, locale=code)


def key(message: Message) -> Key:
    """What a message is looked up by."""
    one = message.id if isinstance(message.id, str) else message.id[0]
    return one, message.context


def messages(catalogue: Catalog) -> dict[Key, Message]:
    """Its messages, without the header."""
    return {key(each): each for each in catalogue if each.id}


def updated(code: str, found: Catalog) -> str:
    """The text of a language's catalogue, with the messages that were found."""
    old, made = messages(read(code)), Catalog(locale=code)
    for each in found:
        if not each.id:
            continue
        before = old.get(key(each))
        made.add(
            each.id,
            _kept(before, each.pluralizable),
            [(name, None) for name in sorted({name for name, _ in each.locations})],
            auto_comments=sorted(set(each.auto_comments)),
            user_comments=before.user_comments if before else (),
            context=each.context,
        )
    written = io.BytesIO()
    write_po(written, made, width=_WIDTH, omit_header=True, sort_output=True, include_lineno=False)
    language = made.locale.get_language_name("en") if made.locale else code
    head = _HEADER.format(language=language, code=code, plural_forms=made.plural_forms)
    return head + written.getvalue().decode("utf-8")


def _kept(before: Message | None, plural: bool) -> str | tuple[str, ...] | None:
    if before is None or before.fuzzy or before.pluralizable != plural:
        return None
    return before.string


def main() -> None:
    """Bring every catalogue up to date."""
    found = extracted()
    for code, path in catalogues().items():
        path.write_text(updated(code, found), encoding="utf-8")
        lacking = sum(1 for each in messages(read(code)).values() if not _whole(each))
        print(f"{path.relative_to(PACKAGE)}: {lacking} without a translation")  # noqa: T201


def _whole(message: Message) -> bool:
    return bool(message.string) if isinstance(message.string, str) else all(message.string)


if __name__ == "__main__":
    main()
