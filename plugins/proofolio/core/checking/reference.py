"""References: does a name lead to something, and to one thing only?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches

from proofolio.core.checking.misnamed import misnamed_levels
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule
from proofolio.core.diagnostics.rules.reference import (
    AMBIGUOUS_ID,
    UNKNOWN_COMPETENCY,
    UNKNOWN_LEVEL,
    UNKNOWN_MICRO_CREDENTIAL,
    UNKNOWN_PERSON,
)
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework


def excused(district: District, kind: str, ref: str) -> bool:
    """Whether a reference may lead to something that is there but could not be read.

    A roster that could not be read excuses everybody: anyone may stand on it.
    """
    if kind == "person" and district.broken.get("roster"):
        return True
    names = district.broken.get(kind, frozenset())
    return district.is_broken(kind, ref) or any(name.rsplit("/", 1)[-1] == ref for name in names)


def hint_for(word: str, known: Iterable[str]) -> str:
    """The nearest known word, or else the known words."""
    words = tuple(known)
    return did_you_mean(word, words) or known_words(words)


def misspelt(missing: Iterable[str], unknown: Iterable[str]) -> frozenset[str]:
    """Those of the missing words that an unknown word was probably meant to be.

    One slip of the pen is one finding: the unknown word is told, what is missing follows from it.
    """
    found: set[str] = set()
    wanted = list(missing)
    for word in unknown:
        left = [each for each in wanted if each not in found]
        found.update(get_close_matches(word.lower().replace("_", "-"), left, n=1))
    return frozenset(found)


def check_name(
    district: District, rule: Rule, kind: str, ref: str, known: Collection[str], where: Pointer
) -> Iterator[Finding]:
    """A reference by plain id. ``kind`` is that of ``District.broken``; spoken in the message."""
    if ref not in known and not excused(district, kind, ref):
        spoken = {"renewal": "renewal profile", "organization": "organisation"}.get(kind, kind)
        yield Finding(rule, f"unknown {spoken} '{ref}'", where, hint_for(ref, known))


def check_micro_credential_name(district: District, ref: str, where: Pointer) -> Iterator[Finding]:
    """A reference to a micro-credential."""
    known = district.micro_credentials
    yield from check_name(district, UNKNOWN_MICRO_CREDENTIAL, "micro-credential", ref, known, where)


def check_person_name(district: District, ref: str, where: Pointer) -> Iterator[Finding]:
    """A reference to somebody on the roster. A portfolio without an owner is told once, where it is."""
    if ref in district.portfolios:
        return
    yield from check_name(district, UNKNOWN_PERSON, "person", ref, district.people, where)


def check_competency_name(
    district: District, ref: str, where: Pointer, near: str | None = None
) -> Iterator[Finding]:
    """A reference to a competency, ``id`` or ``framework/id``; ``near`` is the writer's framework."""
    found = district.competencies_named(ref, near)
    if len(found) > 1:
        forms = " or ".join(each.ref for each in found)
        message = f"'{ref}' is the id of {len(found)} competencies"
        yield Finding(AMBIGUOUS_ID, message, where, f"write {forms}")
    elif not found and not competency_excused(district, ref):
        known = [each.ref if "/" in ref else each.id for each in district.competencies()]
        yield Finding(UNKNOWN_COMPETENCY, f"unknown competency '{ref}'", where, hint_for(ref, known))


def competency_excused(district: District, ref: str) -> bool:
    """Whether a competency may be among those whose file, or whose framework's, could not be read."""
    framework = ref.rpartition("/")[0]
    if framework:
        return excused(district, "competency", ref) or excused(district, "framework", framework)
    return excused(district, "competency", ref) or bool(district.broken.get("framework"))


def check_level_name(framework: Framework, ref: str, where: Pointer) -> Iterator[Finding]:
    """A reference to a level of a framework's scale."""
    if framework.level(ref) is None and framework.levels and ref not in misnamed_levels(framework):
        known = [level.id for level in framework.levels]
        hint = did_you_mean(ref, known) or f"lowest first: {', '.join(known)}"
        yield Finding(UNKNOWN_LEVEL, f"unknown level '{ref}'", where, hint)
