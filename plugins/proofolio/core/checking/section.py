"""Sections: what a micro-credential asks to be written, found in a body by id or title."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.wording import counted
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.submission import MISSING_REFLECTION, MISSING_SECTION, TOO_FEW_WORDS
from proofolio.core.model.body import Body, Section
from proofolio.core.model.micro_credential import MicroCredential, SectionAsked

REFLECTION = "reflection"


def section_gaps(micro_credential: MicroCredential, body: Body, file: Pointer) -> Iterator[Gap]:
    """Sections that are missing or too short. ``file`` is where the micro-credential is named."""
    for asked in micro_credential.sections.values():
        found = sections_for(asked, body)
        if not found:
            rule = MISSING_REFLECTION if asked.id == REFLECTION else MISSING_SECTION
            yield Gap(rule, f"the section '{asked.title}' is missing", file, _invitation(asked))
            continue
        words = sum(each.words for each in found)
        wanted = max(1, asked.min_words)
        if words < wanted:
            where = file.at(found[0].line)
            yield Gap(TOO_FEW_WORDS, _shortage(asked, words, wanted), where, asked.prompt)


def sections_for(asked: SectionAsked, body: Body) -> tuple[Section, ...]:
    """The body's sections that answer what is asked: by id, or by title whatever its spelling."""
    title = _letters(asked.title)
    return tuple(each for each in body.sections if each.id == asked.id or _letters(each.title) == title)


def _shortage(asked: SectionAsked, words: int, wanted: int) -> str:
    if words == 0:
        more = f"; {counted(wanted, 'word')} are asked" if asked.min_words > 1 else ""
        return f"the section '{asked.title}' is still empty{more}"
    return (
        f"the section '{asked.title}' has {counted(words, 'word')} of {wanted}: {wanted - words} more to go"
    )


def _invitation(asked: SectionAsked) -> str:
    return f"add the heading ## {asked.title}" + (f" and write: {asked.prompt}" if asked.prompt else "")


def _letters(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())
