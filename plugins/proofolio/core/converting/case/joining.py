"""A framework's connections as the associations of a package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.converting.case import making
from proofolio.core.converting.case.compose import COMPETENCY, DOMAIN, Thing, Things
from proofolio.core.converting.case.connecting import connect
from proofolio.core.converting.case.joined import Joined, key
from proofolio.core.converting.case.tree import CHILD
from proofolio.core.converting.case.value import Json, rows, text
from proofolio.core.model import case_identity


def join(things: Things) -> Joined:
    """All associations: those that our files say, then those that were kept because they cannot."""
    found = Joined()
    pool = {key(each): each for kept in _kept(things) for each in rows(kept.get("carried"))}
    own = {each.id: each for each in things.framework.competencies.values()}
    for made in _places(things):
        found.add(made, pool, "places")
    for thing in things.every:
        if thing.kind == COMPETENCY:
            connect(found, things, thing, own[thing.id], pool)
    for kept in _kept(things):
        found.every.extend(rows(kept.get("associations")))
    return found


def _kept(things: Things) -> Iterator[Mapping[str, Any]]:
    yield case_identity.case(things.framework.kept)
    for each in things.every:
        yield each.kept


def _places(things: Things) -> Iterator[Json]:
    title = things.framework.title
    top = making.link(title, things.document)
    known = {each.id for each in things.framework.domains}
    domains = {each.id: each.domain for each in things.framework.competencies.values()}
    numbers: dict[str, int] = {}
    safe: set[tuple[str | None, str]] = set()
    for each in things.every:
        above = top
        if each.kind == COMPETENCY and domains[each.id] in known:
            domain = things.domain(domains[each.id] or "")
            above = domain.link if domain else top
        elif each.kind not in (COMPETENCY, DOMAIN):
            above = _above(things, each, safe).link
        if above is top and each.kept.get("unplaced"):
            continue  # nothing placed it where it came from, and nothing does now
        number = numbers[above["uri"]] = numbers.get(above["uri"], 0) + 1
        last = each.changed
        yield making.association(CHILD, each.link, above, things.document, last, number)


def _above(things: Things, indicator: Thing, safe: set[tuple[str | None, str]]) -> Thing:
    """The indicator that an indicator stood below, if it is still there and not below this one.

    ``safe`` are those from which the way up is known to end.
    """
    home = things.competency(indicator.within or "")
    first = things.indicator(home.id, text(indicator.kept.get("below")))
    path = {(indicator.within, indicator.id)}
    each = first
    while each is not None and (each.within, each.id) not in safe:
        if (each.within, each.id) in path:
            return home
        path.add((each.within, each.id))
        each = things.indicator(home.id, text(each.kept.get("below")))
    safe |= path
    return first or home
