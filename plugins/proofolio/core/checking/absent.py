"""Definitions that are not there, though files of several owners name them.

When two people's files name the same thing, it is not they who are wrong: its file was deleted or
renamed. That is one finding, where the file should be, and nobody's work is withheld for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches

from proofolio.core.checking.naming import Naming, namings
from proofolio.core.checking.reference import competency_excused, excused
from proofolio.core.checking.wording import counted
from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.reading import MISSING_FILE
from proofolio.core.model.district import District

NEAR = 0.85
SHOWN = 3
LEDGER = "credentials"
_PLACES = {
    "competency": "competencies/frameworks/{framework}/{name}.yml",
    "micro-credential": "competencies/micro-credentials/{name}.yml",
    "pathway": "competencies/pathways/{name}.yml",
    "course": "competencies/courses/{name}.md",
    "renewal": "competencies/renewal/{name}.yml",
}


def set_aside(district: District) -> tuple[District, tuple[Finding, ...]]:
    """The district in which what is absent counts as told, and the findings that tell it."""
    there: dict[tuple[str, str, str | None], bool] = {}
    known = _known(district)
    named: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for each in namings(district):
        full = (each.kind, each.name, each.framework)
        if full not in there:
            there[full] = _is_there(district, known, each)
        if not there[full]:
            named[each.kind, each.name].append(each)
    used = {(kind, name) for kind, name, _ in there}
    broken = {kind: set(names) for kind, names in district.broken.items()}
    findings = []
    for (kind, name), places in sorted(named.items()):
        if len({_owner(each.source) for each in places}) < 2:
            continue
        idle = [each for each in known[kind] if (kind, each) not in used]
        renamed = get_close_matches(name, idle, n=1, cutoff=NEAR)
        if not renamed and get_close_matches(name, known[kind], n=1, cutoff=NEAR):
            continue  # the same slip twice: each is told where it is, with the name that was meant
        findings.append(_told(kind, name, places, known[kind][renamed[0]] if renamed else None))
        broken.setdefault(kind, set()).add(name)
    if not findings:
        return district, ()
    told = {kind: frozenset(names) for kind, names in broken.items()}
    return replace(district, broken=told), tuple(findings)


def _told(kind: str, name: str, places: list[Naming], renamed: Pointer | None) -> Finding:
    related = tuple(Related(each.where, "named here") for each in places[:SHOWN])
    number = counted(len({each.source.file for each in places}), "file")
    noun = "renewal profile" if kind == "renewal" else kind
    if renamed is not None:
        own, _, ending = renamed.file.rsplit("/", 1)[-1].rpartition(".")
        message = f"nothing names '{own}', but {number} name the {noun} '{name}'"
        return Finding(MISSING_FILE, message, renamed, f"rename the file to {name}.{ending}", related)
    framework = next((each.framework for each in places if each.framework), "<framework>")
    path = _PLACES[kind].format(framework=framework, name=name)
    message = f"there is no {noun} '{name}', and {number} name it"
    return Finding(MISSING_FILE, message, Pointer(path), "restore the file from Git, or its name", related)


def _owner(source: Pointer) -> str:
    """Whose file it is: a person's, or the organisation's, which also keeps the ledger."""
    steps = source.file.split("/")
    return steps[1] if steps[0] == PORTFOLIOS and LEDGER not in steps else ""


def _known(district: District) -> Mapping[str, Mapping[str, Pointer]]:
    """By kind, every definition's id with its file."""
    return {
        "competency": {each.id: each.source for each in district.competencies()},
        "micro-credential": {each.id: each.source for each in district.micro_credentials.values()},
        "pathway": {each.id: each.source for each in district.pathways.values()},
        "course": {each.id: each.source for each in district.courses.values()},
        "renewal": {each.id: each.source for each in district.renewals.values()},
    }


def _is_there(district: District, known: Mapping[str, Mapping[str, Pointer]], naming: Naming) -> bool:
    """Whether a name leads to something, or to something that has its own finding already."""
    if naming.kind != "competency":
        return naming.name in known[naming.kind] or excused(district, naming.kind, naming.name)
    ref = f"{naming.framework}/{naming.name}" if naming.framework else naming.name
    return bool(district.competencies_named(ref)) or competency_excused(district, ref)
