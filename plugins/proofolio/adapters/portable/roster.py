"""The roster of a package: the owner, and of the others no more than their names and roles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from proofolio.adapters.git.mailmap import Mailmap, parse_mailmap
from proofolio.core.model.district import District
from proofolio.core.model.identity import Identity, person_of
from proofolio.core.model.person import Person

_HEAD = "# The people who appear in this portfolio. Of all but its owner: names and roles only.\npeople:\n"


def roster(district: District, owner: str, people: Iterable[str]) -> str:
    """The text of ``portfolios/roster.yml`` with these people."""
    named = sorted(people)
    lines = (line for each in named for line in _entry(district.people[each], each == owner))
    return _HEAD + "".join(f"  {line}\n" for line in lines)


def own_mailmap(mailmap: bytes, district: District, owner: str) -> bytes:
    """The lines of a ``.mailmap`` that are about the owner."""
    kept = []
    for line in mailmap.splitlines():
        name, opened, rest = line.partition(b"<")
        email, closed, _ = rest.partition(b">")
        if opened and closed and parse_mailmap(line) != Mailmap():
            who = Identity(name.strip().decode("utf-8", "replace"), email.decode("utf-8", "replace"))
            if person_of(who, district.people) == owner:
                kept.append(line)
    return b"".join(each + b"\n" for each in kept)


def _entry(person: Person, whole: bool) -> Iterator[str]:
    yield f"{person.id}:"
    yield f"  name: {_quoted(person.name)}"
    if whole and person.github:
        yield f"  github: {_quoted(person.github)}"
    if whole and person.organization:
        yield f"  organization: {person.organization}"
    if person.roles:
        yield f"  roles: [{', '.join(sorted(each.value for each in person.roles))}]"
    if whole and person.coach:
        yield f"  coach: {person.coach}"
    if whole and person.since:
        yield f"  since: {person.since.isoformat()}"
    if whole and person.email:
        yield f"  email: {{hash: {_quoted(person.email.hash)}, salt: {_quoted(person.email.salt)}}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
