"""One line of a review, taken apart: a name, a level, a next step, a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proofolio.core.harvesting.spelling import Meant, folded, meant
from proofolio.core.harvesting.vocabulary import Vocabulary
from proofolio.core.model.review import Verdict

LONGEST_LABEL = 8
_BETWEEN = re.compile(r"\s*(?::|=>|->|→|⇒|=|\|)\s*|\s+-+\s+|\s*[–—―]\s*|\s+-(?=\w)|(?<=\w)-\s+")
_LEVEL = re.compile(
    r"[\s\"'(]*(?P<words>[^\W_]+(?:[ _-][^\W_]+){0,3}?)[\"')]*"
    r"(?P<rest>\s*(?:$|[,;.!()|/:=–—―→⇒]|\s-+(?=\s|\w)|->|=>|\s+(?:or|to|and)\s|(?=\bnext\b)).*)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:^|(?<=[\s,;.!()|/:=–—→⇒>*-]))next(?:[ -]steps?)?\s*(?:[:=→⇒|]|[–—-]+(?=\s)|->|=>)\s*", re.I
)
_ARROW = re.compile(r"^\s*[,;.]?\s*(?:→|⇒|->|=>)\s*")
_OWN_NEXT = re.compile(
    r"next(?:[ -]?steps?)?(?:\s+(?:for|on|in)\s+(?P<after>[^:=–—→|]+?)|\s*\((?P<inside>[^)]+)\))?\s*"
    r"(?:$|(?:[:=→⇒|]|[–—-]+(?=\s)|->|=>)\s*)(?P<step>.*)",
    re.IGNORECASE,
)
_OTHERS_NEXT = re.compile(
    r"(?P<name>.+?)[\s,:–—-]+next(?:[ -]?steps?)?\s*(?:[:=→⇒]|[–—-]+(?=\s))\s*(?P<step>.*)", re.IGNORECASE
)
_VERSION = re.compile(r"(?:version|reviewed|digest)\s*[:=]?\s*(?P<digits>\S.*)", re.IGNORECASE)
_DIGITS = re.compile(r"(?:sha256:)?(?P<digits>[0-9a-f]{12,64})\W*", re.IGNORECASE)
_OPEN = re.compile(r"[\s.…_?|<>\[\]-]*")

_VERDICT_LABELS = frozenset({"verdict", "my-verdict", "overall-verdict", "final-verdict", "decision"})
_VERDICTS: Mapping[str, Verdict] = {
    **dict.fromkeys(
        ("met", "is-met", "yes", "pass", "passed", "approved", "accepted", "mastered", "mastery"), Verdict.MET
    ),
    **dict.fromkeys(
        (
            "revise",
            "not-yet",
            "not-met",
            "not-there-yet",
            "revision",
            "revisions",
            "please-revise",
            "to-revise",
        ),
        Verdict.REVISE,
    ),
    **dict.fromkeys(("no", "needs-revision", "needs-work", "changes-requested", "try-again"), Verdict.REVISE),
    **dict.fromkeys(("recused", "recuse", "recusal"), Verdict.RECUSED),
}
_RECUSALS = frozenset({"recuse", "recused", "recusal", "recuse-myself", "i-recuse", "i-recuse-myself"})
_CONFIRMATIONS = frozenset(
    {"confirm", "confirmed", "i-confirm", "i-confirm-this", "still-stands", "still-true", "it-still-stands"}
    | {"confirm-still-stands", "my-review-still-stands", "this-still-stands"}
)


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
    for label, value in _parts(bare):
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
    for label, value in _parts(bare):
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
    return Level(named, rest)


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
    arrow = _ARROW.match(bare)
    if arrow and bare[arrow.end() :].strip():
        inner = own_next(bare[arrow.end() :])
        return inner or (None, bare[arrow.end() :])
    heading = bare.removeprefix("# ")
    found = _OWN_NEXT.fullmatch(heading)
    if found:
        return found["after"] or found["inside"], found["step"].strip()
    found = _OTHERS_NEXT.fullmatch(heading)
    if found and len(folded(found["name"]).split("-")) <= LONGEST_LABEL:
        return found["name"], found["step"].strip()
    return None


def verdict(bare: str) -> tuple[Verdict | None, str] | None:
    """A line ``verdict: …``: what it says (None: nothing that is known), and what follows."""
    label, value = next(_parts(bare), ("", ""))
    if folded(label) not in _VERDICT_LABELS:
        return None
    whole = _VERDICTS.get(folded(value))
    if whole:
        return whole, ""
    head = re.split(r"[,;.!(–—|/]|\s-+\s", value, maxsplit=1)
    if "|" in value or "/" in value:
        return None, ""
    return _VERDICTS.get(folded(head[0])), value[len(head[0]) :].strip(" ,;.!–—-") if len(head) > 1 else ""


def version(bare: str) -> str | None:
    """The digits that a line ``version: …`` gives; "" when they are no version; None for other lines."""
    found = _VERSION.fullmatch(bare)
    if not found or _OPEN.fullmatch(found["digits"]):
        return None
    digits = _DIGITS.fullmatch(found["digits"].strip("` "))
    if digits:
        return digits["digits"].lower()
    alike = re.fullmatch(r"(?:sha256:)?[0-9a-f]{4,11}\W*", found["digits"].lower())
    return "" if alike else None


def recusal(bare: str) -> str | None:
    """The reason in a line ``recuse: …`` ("" without one); None for other lines."""
    return _said(bare, _RECUSALS)


def confirmation(bare: str) -> str | None:
    """What follows ``confirm`` or ``still stands`` ("" for nothing); None for other lines."""
    return _said(bare, _CONFIRMATIONS)


def filled(text: str) -> str | None:
    """A text that somebody wrote: None when only the dots or lines to fill in are there."""
    plain = text.strip().rstrip("|").strip()
    if plain.count('"') == 1 or (plain.count('"') == 2 and plain[:1] == plain[-1:] == '"'):
        plain = plain.strip('"')
    return None if not plain or _OPEN.fullmatch(plain) else plain


def _said(bare: str, words: frozenset[str]) -> str | None:
    if folded(bare) in words:
        return ""
    label, value = next(_parts(bare), ("", ""))
    return filled(value) or "" if folded(label) in words else None


def _parts(bare: str) -> Iterator[tuple[str, str]]:
    """The line parted at each sign that may separate a name from what is said of it."""
    for found in _BETWEEN.finditer(bare):
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
