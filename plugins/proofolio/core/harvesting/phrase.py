"""One line of a review, taken apart: a name, a level, a next step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from proofolio.core.harvesting.spelling import Meant, folded, meant
from proofolio.core.harvesting.vocabulary import Vocabulary

LONGEST_LABEL = 8
MOST_SIGNS = 12
"""Where a line is parted at most: what stands behind so many signs is no name."""
MOST_PARTS = 24
LONGEST_PART = 200
_SIGN = "[\u2300-\u2793\u2795-\u2798\u27a0-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\u20e3\U0001f000-\U0001faff]"
"""The small pictures that people put beside a level."""
_APART = re.compile(r"(?P<sign>[;,.|])\s*(?:and\s+)?(?=\w)|(?P<and>\s+and)\s+(?=\w)", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?::|=>|->|→|⇒|=|\|)\s*|\s+-+\s+|\s*[–—―]\s*|\s+-(?=\w)|(?<=\w)-\s+")
_LEVEL = re.compile(
    rf"(?:[\s\"'(\[]|{_SIGN})*(?P<words>[^\W_]+(?:[ _-][^\W_]+){{0,3}}?)(?:[\"')\]]|\s*{_SIGN})*"
    r"(?P<rest>\s*(?:$|[,;.!()|/:=–—―→⇒]|\s-+(?=\s|\w)|->|=>|\s+(?:or|to|and)\s|(?=\bnext\b)).*)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:^|(?<=[\s,;.!()|/:=–—→⇒>*-]))next(?:[ -]steps?)?\s*(?:[:=→⇒|]|[–—-]+(?=\s)|->|=>)\s*", re.I
)
_ARROW = re.compile(r"^\s*[,;.]?\s*(?:→|⇒|->|=>)\s*")
_ARROWS = re.compile(r"(?:[\s,;.]|→|⇒|->|=>)*(?:→|⇒|->|=>)\s*")
_OWN_NEXT = re.compile(
    r"next(?:[ -]?steps?)?(?:\s+(?:for|on|in)\s+(?P<after>[^:=–—→|]+?)|\s*\((?P<inside>[^)]+)\))?\s*"
    r"(?:$|(?:[:=→⇒|]|[–—-]+(?=\s)|->|=>)\s*)(?P<step>.*)",
    re.IGNORECASE,
)
_OTHERS_NEXT = re.compile(
    r"(?P<name>.+?)[\s,:–—-]+next(?:[ -]?steps?)?\s*(?:[:=→⇒]|[–—-]+(?=\s))\s*(?P<step>.*)", re.IGNORECASE
)
OPEN = re.compile(r"[\s.…_?|<>\[\]-]*")
"""What stands where something is still to be filled in."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level and what stands behind it. ``several``: more than one was named, so none is."""

    meant: Meant
    rest: str
    several: bool = False
    untouched: bool = False


@dataclass(frozen=True, slots=True)
class Rating:
    """A line that names a criterion. ``level`` is None when what follows is no level."""

    criterion: Meant
    label: str
    value: str
    level: Level | None


def rating(bare: str, words: Vocabulary) -> Rating | None:
    """A line that begins with a criterion's name and a sign that separates it from the rest."""
    found = None
    for label, value in parted(bare):
        criterion = meant(label, words.criterion_names)
        if criterion is None:
            continue
        here = Rating(criterion, label, value, level(value, words))
        if here.level is not None:
            return here
        found = found or (here if criterion.sure else None)
    return found or _side_by_side(bare, words)


def stray(bare: str, words: Vocabulary) -> tuple[str, str] | None:
    """Label and level of a line that has a rating's form, but names no criterion."""
    for label, value in parted(bare):
        given = level(value, words)
        if given and given.meant.id and given.meant.sure and not given.several and not given.untouched:
            alone = not given.rest.strip(" .!") or next_in(given.rest)[1] is not None
            short = len(folded(label).split("-")) <= LONGEST_LABEL // 2
            return (label, given.meant.id) if alone and short and folded(label) else None
    return None


def level(value: str, words: Vocabulary) -> Level | None:
    """The level that a text begins with, if what follows leaves no doubt that it is one."""
    found = _LEVEL.match(value)
    named = meant(found["words"], words.level_names) if found else None
    if not found or named is None:
        return None
    rest = found["rest"]
    others = re.split(r"\s*[|/]\s*|(?:^|\s+)(?:or|to|and)\s+", rest.strip())
    head = rest.lstrip()[:3].lower()
    if head.startswith(("|", "/")) or head in ("or ", "to ", "and"):
        also = [level_at(word, words) for word in others if word.strip()]
        ids = {named.id, *(each for each in also if each)}
        if len(ids) > 1:
            return Level(Meant(None), rest, several=True, untouched=ids >= set(words.levels))
        if head in ("or ", "to ", "and"):
            return None
    return Level(Meant(None), rest, several=True) if _another(named.id, rest, words) else Level(named, rest)


def _another(id_: str | None, rest: str, words: Vocabulary) -> bool:
    """Whether what stands behind a level is another one: ``developing → proficient``."""
    comment, step = next_in(rest)
    said = (folded(re.split(r"\s*\|\s*", each)[0]) for each in (comment, step or ""))
    others = {words.level_names.get(re.sub(r"^(?:(?:but|and|now|then|today)-)+", "", each)) for each in said}
    return bool(others - {None, id_})


def apart(bare: str, words: Vocabulary, by_bars: bool) -> list[str]:
    """A line that rates several criteria, as one line for each; ``by_bars``: ``|`` parts them too."""
    found, start = [], 0
    for sign in islice(_APART.finditer(bare), MOST_PARTS):
        if sign["sign"] == "|" and not by_bars:
            continue
        here = rating(bare[sign.end() : sign.end() + LONGEST_PART], words)
        level_ = here.level if here else None
        sure = here and here.criterion.id and level_ and level_.meant.id and level_.meant.sure
        if sure and rating(bare[start : sign.start()], words):
            found.append(bare[start : sign.start()])
            start = sign.end()
    return [*found, bare[start:]]


def level_at(text: str, words: Vocabulary) -> str | None:
    """The level that stands alone at the start of a text, sure and whole; None for anything else."""
    found = _LEVEL.match(text)
    named = meant(found["words"], words.level_names) if found else None
    return named.id if named and named.sure else None


def next_in(rest: str) -> tuple[str, str | None]:
    """What stands behind a level: free words, and the next step (None when there is none)."""
    found = _NEXT.search(rest)
    if found:
        return _trimmed(rest[: found.start()]), filled(rest[found.end() :])
    arrow = _ARROW.match(rest) or re.match(r"\s*\|\s*", rest)
    if arrow:
        return "", filled(rest[arrow.end() :])
    return _trimmed(rest), None


def own_next(bare: str) -> tuple[str | None, str] | None:
    """A line that gives a next step: the criterion as named (None: the one before), and the step."""
    pointed = _ARROWS.match(bare)
    if pointed and bare[pointed.end() :].strip():
        rest = bare[pointed.end() :]
        return _named_next(rest) or (None, rest)
    return _named_next(bare)


def _named_next(bare: str) -> tuple[str | None, str] | None:
    heading = bare.removeprefix("# ")
    found = _OWN_NEXT.fullmatch(heading)
    if found:
        return found["after"] or found["inside"], found["step"].strip()
    found = _OTHERS_NEXT.fullmatch(heading)
    if found and len(folded(found["name"]).split("-")) <= LONGEST_LABEL:
        return found["name"], found["step"].strip()
    return None


def filled(text: str) -> str | None:
    """A text that somebody wrote: None when only the dots or lines to fill in are there."""
    plain = text.strip().rstrip("|").strip()
    if plain.count('"') == 1 or (plain.count('"') == 2 and plain[:1] == plain[-1:] == '"'):
        plain = plain.strip('"')
    if plain.endswith((")", "]")) and not any(sign in plain for sign in "(["):
        plain = plain.rstrip(")]").rstrip()
    return None if not plain or OPEN.fullmatch(plain) else plain


def parted(bare: str) -> Iterator[tuple[str, str]]:
    """The line parted at each sign that may separate a name from what is said of it."""
    for found in islice(_BETWEEN.finditer(bare), MOST_SIGNS):
        label = bare[: found.start()].strip("# ")
        if len(folded(label).split("-")) > LONGEST_LABEL * 2:
            return
        yield label, bare[found.end() :]


def _side_by_side(bare: str, words: Vocabulary) -> Rating | None:
    """``pacing developing``, and nothing else on the line."""
    parts = bare.rstrip(" .!").split(" ")
    for at in range(1, min(len(parts), LONGEST_LABEL)):
        label, value = " ".join(parts[:at]), " ".join(parts[at:])
        criterion = meant(label, words.criterion_names)
        if criterion and criterion.sure and folded(value) in words.level_names:
            return Rating(criterion, label, value, Level(meant(value, words.level_names) or criterion, ""))
    return None


def _trimmed(text: str) -> str:
    return text.strip(" ,;.!()|/:=–—-→⇒")
