"""Definitions that are not there, though several people's files name them.

When files of different owners name the same thing, it is not they who are wrong: its file was deleted
or renamed. That is one finding, where the file should be, and nobody's work is withheld for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches

from proofolio.core.checking.reference import competency_excused, excused
from proofolio.core.checking.wording import counted
from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.reading import MISSING_FILE
from proofolio.core.model.district import District
from proofolio.core.model.requirement import Named, Requirement, Selector

NEAR = 0.85
SHOWN = 3
LEDGER = "credentials"
_FOLDERS = {
    "micro-credential": "competencies/micro-credentials/{}.yml",
    "pathway": "competencies/pathways/{}.yml",
    "course": "competencies/courses/{}.md",
    "renewal": "competencies/renewal/{}.yml",
}


@dataclass(frozen=True, slots=True)
class _Reference:
    """One file naming one thing. ``framework`` where the name of a competency says it."""

    kind: str
    name: str
    where: Pointer
    framework: str | None = None


def set_aside(district: District) -> tuple[District, tuple[Finding, ...]]:
    """The district in which what is absent counts as told, and what is told."""
    named: dict[tuple[str, str], list[_Reference]] = defaultdict(list)
    used: dict[str, set[str]] = defaultdict(set)
    for each in _references(district):
        used[each.kind].add(each.name)
        if not _is_there(district, each):
            named[each.kind, each.name].append(each)
    broken = {kind: set(names) for kind, names in district.broken.items()}
    findings = []
    for (kind, name), places in sorted(named.items()):
        known = _known(district, kind)
        idle = [each for each in known if each not in used[kind]]
        renamed = get_close_matches(name, idle, n=1, cutoff=NEAR)
        meant = get_close_matches(name, [each for each in known if each not in idle], n=1, cutoff=NEAR)
        if len({_owner(each.where) for each in places}) > 1 and (renamed or not meant):
            findings.append(_told(kind, name, places, known[renamed[0]] if renamed else None))
            broken.setdefault(kind, set()).add(name)
    told = {kind: frozenset(names) for kind, names in broken.items()}
    return (replace(district, broken=told) if findings else district), tuple(findings)


def _told(kind: str, name: str, places: list[_Reference], renamed: Pointer | None) -> Finding:
    files = sorted({each.where.file for each in places})
    related = tuple(Related(each.where, "named here") for each in places[:SHOWN])
    number = counted(len(files), "file")
    if renamed is not None:
        own = renamed.file.rsplit("/", 1)[-1]
        message = f"nothing names {own.rsplit('.', 1)[0]}, but {number} name the {kind} '{name}'"
        hint = f"rename the file to {name}.{own.rsplit('.', 1)[-1]}"
        return Finding(MISSING_FILE, message, Pointer(renamed.file), hint, related)
    framework = next((each.framework for each in places if each.framework), None)
    path = _FOLDERS.get(kind, f"competencies/frameworks/{framework or '<framework>'}/{{}}.yml").format(name)
    message = f"there is no {kind} '{name}', and {number} name it"
    return Finding(MISSING_FILE, message, Pointer(path), "restore the file from Git, or its name", related)


def _owner(where: Pointer) -> str:
    """Whose file it is: a person's, or the organisation's, which also keeps the ledger."""
    steps = where.file.split("/")
    return steps[1] if steps[0] == PORTFOLIOS and LEDGER not in steps else ""


def _known(district: District, kind: str) -> Mapping[str, Pointer]:
    match kind:
        case "competency":
            return {each.id: each.source for each in district.competencies()}
        case "micro-credential":
            return {each.id: each.source for each in district.micro_credentials.values()}
        case "pathway":
            return {each.id: each.source for each in district.pathways.values()}
        case "course":
            return {each.id: each.source for each in district.courses.values()}
        case _:
            return {each.id: each.source for each in district.renewals.values()}


def _is_there(district: District, ref: _Reference) -> bool:
    if ref.kind != "competency":
        return ref.name in _known(district, ref.kind) or excused(district, ref.kind, ref.name)
    full = f"{ref.framework}/{ref.name}" if ref.framework else ref.name
    return bool(district.competencies_named(full)) or competency_excused(district, full)


def _references(district: District) -> Iterator[_Reference]:
    """Every place that names a definition by its id."""
    for micro in district.micro_credentials.values():
        yield _competency(district, micro.competency, micro.source.down("competency"))
        for at, ref in enumerate(micro.requires):
            yield _Reference("micro-credential", ref, micro.source.down("requires", at))
    for competency in district.competencies():
        for key, refs in (("prerequisites", competency.prerequisites), ("related", competency.related)):
            for at, ref in enumerate(refs):
                yield _competency(district, ref, competency.source.down(key, at))
    for course in district.courses.values():
        yield _competency(district, course.competency, course.source.down("competency"))
    for pathway in district.pathways.values():
        for node in _names(pathway.rule):
            kind = "pathway" if node.id in district.pathways else "micro-credential"
            yield _Reference(kind, node.id, node.source)
    for person in district.portfolios:
        yield from _personal(district, person)


def _personal(district: District, person: str) -> Iterator[_Reference]:
    portfolio = district.portfolios[person]
    profile = portfolio.profile
    if profile is not None:
        for at, ref in enumerate(profile.pathways):
            yield _Reference("pathway", ref, profile.source.down("pathways", at))
        if profile.renewal is not None:
            yield _Reference("renewal", profile.renewal.profile, profile.source.down("renewal", "profile"))
        for at, goal in enumerate(profile.plan):
            if goal.competency is not None:
                yield _competency(district, goal.competency, profile.source.down("plan", at, "competency"))
    for assessment in portfolio.self_assessments:
        for rating in assessment.ratings:
            yield _competency(district, rating.target, assessment.source.down("ratings").key(rating.target))
    for entry in portfolio.log:
        if entry.competency is not None:
            yield _competency(district, entry.competency, entry.source.down("competency"))
        if entry.course is not None:
            yield _Reference("course", entry.course, entry.source.down("course"))
    for submission in portfolio.submissions.values():
        where = submission.source.down("micro_credential")
        yield _Reference("micro-credential", submission.micro_credential, where)
        for at, claim in enumerate(submission.demonstrates):
            yield _competency(district, claim.competency, submission.source.down("demonstrates", at))
    for credential in portfolio.credentials.values():
        kind = "pathway" if credential.achievement in district.pathways else "micro-credential"
        yield _Reference(kind, credential.achievement, credential.source)


def _competency(district: District, ref: str, where: Pointer) -> _Reference:
    """``id``, ``framework/id`` or, in self-assessments, either of them with a criterion behind."""
    steps = ref.split("/")
    if len(steps) > 1 and (steps[0] in district.frameworks or len(steps) > 2):
        return _Reference("competency", steps[1], where, steps[0])
    if len(steps) > 1 and where.at_key:
        return _Reference("competency", steps[0], where)
    return _Reference("competency", steps[-1], where, steps[0] if len(steps) > 1 else None)


def _names(rule: Requirement) -> Iterator[Named]:
    if isinstance(rule, Named):
        yield rule
    elif not isinstance(rule, Selector):
        for part in rule.parts:
            yield from _names(part)
