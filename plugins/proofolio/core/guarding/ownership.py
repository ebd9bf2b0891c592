"""CODEOWNERS: whom the forge asks to review what, from the roster."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from proofolio.core.diagnostics.finding import PORTFOLIOS
from proofolio.core.model.person import Person, Role

_ACCOUNT = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,38}[A-Za-z0-9_])?", re.ASCII)
_FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_HEADER = (
    "# Who is asked to review what. Written by: proofolio codeowners --write",
    f"# Do not edit it: change {PORTFOLIOS}/roster.yml, and write it anew.",
    "# The last line that fits a file counts.",
)
KEPT_BY_LEADERS = (
    "/competencies/",
    f"/{PORTFOLIOS}/roster.yml",
    "/.github/",
    "/CODEOWNERS",
    "/docs/CODEOWNERS",
    "/mkdocs.yml",
    "/.mailmap",
)
"""What stands after the portfolios, as the last line that fits counts."""


def codeowners(people: Mapping[str, Person], folder: str = "") -> str:
    """The text of CODEOWNERS for these people.

    ``folder`` is where the district lies in the repository, "" for its top: the forge wants paths
    from there, but its own files always lie at the top.
    """
    leaders = _accounts(each for each in people.values() if Role.LEADER in each.roles)
    inside = f"/{folder.strip('/')}" if folder.strip("/") else ""
    silent = sorted(
        each.id for each in people.values() if Role.LEADER in each.roles and not _accounts((each,))
    )
    lines = [*_HEADER, *(f"# {each} is a leader without an account that can be asked." for each in silent)]
    lines += ["", *_line("*", leaders), ""]
    for person in sorted(people.values(), key=lambda each: each.id):
        lines += _portfolio(person, people, leaders, inside)
    lines.append("")
    for path in KEPT_BY_LEADERS:
        own = path.startswith(("/competencies", f"/{PORTFOLIOS}", "/mkdocs"))
        lines += _line(f"{inside if own else ''}{path}", leaders)
    return "\n".join((*lines, ""))


def _portfolio(
    person: Person, people: Mapping[str, Person], leaders: tuple[str, ...], inside: str
) -> Iterator[str]:
    """The coach is asked about a person's folder; without one, or without an account, the leaders."""
    if not _FOLDER.fullmatch(person.id):
        return
    coach = people.get(person.coach) if person.coach and person.coach != person.id else None
    asked = _accounts((coach,)) if coach else ()
    if coach and not asked:
        yield f"# {coach.id} has no account that can be asked, so the leaders are:"
    yield from _line(f"{inside}/{PORTFOLIOS}/{person.id}/", asked or _others(leaders, person))


def _others(leaders: tuple[str, ...], person: Person) -> tuple[str, ...]:
    """The leaders without the person, as nobody is asked about their own work, unless they are alone."""
    own = f"@{person.github}".lower()
    return tuple(each for each in leaders if each.lower() != own) or leaders


def _line(path: str, accounts: tuple[str, ...]) -> Iterator[str]:
    place = path.replace(" ", "\\ ")
    if accounts:
        yield f"{place} {' '.join(accounts)}"
    else:
        yield f"# {place} has nobody: no leader on the roster has an account"


def _accounts(people: Iterable[Person]) -> tuple[str, ...]:
    """The accounts that can stand in such a file; anything else on the roster is passed over."""
    found = {each.github for each in people if each.github and _ACCOUNT.fullmatch(each.github)}
    return tuple(f"@{each}" for each in sorted(found, key=str.lower))
