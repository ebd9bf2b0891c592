"""Sections: what a micro-credential asks to be written, found in a body by id or title."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.diagnostics.finding import Gap
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.submission import MISSING_REFLECTION, MISSING_SECTION, TOO_FEW_WORDS
from proofolio.core.language.say import say, says
from proofolio.core.model.body import Body, Section
from proofolio.core.model.micro_credential import MicroCredential, SectionAsked

REFLECTION = "reflection"


def section_gaps(micro_credential: MicroCredential, body: Body, file: Pointer) -> Iterator[Gap]:
    """Sections that are missing or too short. ``file`` is where the micro-credential is named."""
    for asked in micro_credential.sections.values():
        found = sections_for(asked, body)
        if not found:
            rule = MISSING_REFLECTION if asked.id == REFLECTION else MISSING_SECTION
            message = say("the section '{title}' is missing", title=asked.title)
            yield Gap(rule, message, file, _invitation(asked))
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
    if words == 0 and asked.min_words > 1:
        return say("the section '{title}' is still empty; {n} words are asked", title=asked.title, n=wanted)
    if words == 0:
        return say("the section '{title}' is still empty", title=asked.title)
    return says(
        "the section '{title}' has {n} word of {wanted}: {more} more to go",
        "the section '{title}' has {n} words of {wanted}: {more} more to go",
        words,
        title=asked.title,
        wanted=wanted,
        more=wanted - words,
    )


def _invitation(asked: SectionAsked) -> str:
    if not asked.prompt:
        return say("add the heading ## {title}", title=asked.title)
    return say("add the heading ## {title} and write: {prompt}", title=asked.title, prompt=asked.prompt)


def _letters(title: str) -> str:
    return "".join(letter for letter in title.casefold() if letter.isalnum())
