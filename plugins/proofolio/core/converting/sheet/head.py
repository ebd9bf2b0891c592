"""The rows above the table: the framework's own facts, its scale, domains and sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from proofolio.core.converting.identify import Ids, is_identifier
from proofolio.core.converting.plain import line, prose
from proofolio.core.converting.sheet.layout import HEAD, head_key, marked
from proofolio.core.converting.trouble import Trouble
from proofolio.core.model.framework import CompetencySet, Domain, Level

Row = tuple[int, Sequence[str]]
_TITLES = {each.key: each.header for each in HEAD}


@dataclass(slots=True)
class Head:
    """What stood above the table. ``texts`` are the rows with one value, by key."""

    texts: dict[str, str] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    domains: list[Domain] = field(default_factory=list)
    sets: list[CompetencySet] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def read_head(rows: Sequence[Row], where: str) -> Head:
    """The facts in the rows above the table."""
    head = Head()
    titles: list[str] = []
    ids: list[str] = []
    for number, row in rows:
        key = head_key(row[0]) if row else None
        cells = [each.strip() for each in row[1:]]
        filled = [each for each in cells if each]
        place = f"{where}row {number}"
        if key is None:
            head.warnings.append(
                f"{place}: '{line(row[0])[:40]}' is no known fact of a framework; it is left out"
            )
        elif key == "levels":
            titles = filled
        elif key == "level-ids":
            ids = filled
        elif key in ("domain", "set"):
            _group(head, key, cells, place)
        elif filled:
            if key in head.texts:
                head.troubles.append(
                    Trouble(place, f"'{_TITLES[key]}' stands there twice", "delete one of them")
                )
            head.texts[key] = filled[0]
            if len(filled) > 1:
                head.warnings.append(f"{place}: only the first cell beside '{_TITLES[key]}' is read")
    head.levels = levels(titles, ids, head, where)
    return head


def levels(titles: Sequence[str], ids: Sequence[str], head: Head, where: str) -> tuple[Level, ...]:
    """The scale of a row of names; the one with a mark is the threshold, else the highest."""
    pairs = [marked(each) for each in titles]
    names = [line(name) or f"Level {at}" for at, (name, _) in enumerate(pairs, 1)]
    marks = [at for at, (_, is_marked) in enumerate(pairs) if is_marked]
    if names and not marks:
        head.warnings.append(f"{where}no level has a * behind it, so the highest, '{names[-1]}', is mastery")
    if len(marks) > 1:
        head.warnings.append(f"{where}several levels have a * behind them; the lowest of them is mastery")
    if ids and (len(ids) != len(names) or len(set(ids)) != len(ids) or not all(map(is_identifier, ids))):
        why = "there must be one id for each level, each of its own: small letters, digits and hyphens"
        head.troubles.append(Trouble(f"{where}row 'Level ids'", why, "correct them, or delete the row"))
        ids = ()
    given = Ids()
    threshold = marks[0] if marks else len(names) - 1
    chosen = list(ids) or [given.take(name, otherwise=f"level-{at}") for at, name in enumerate(names, 1)]
    return tuple(
        Level(own, name, at == threshold) for at, (own, name) in enumerate(zip(chosen, names, strict=True))
    )


def _group(head: Head, key: str, cells: Sequence[str], place: str) -> None:
    """A domain or a set: id, name, and a third cell."""
    own, name, more = (*cells, "", "", "")[:3]
    groups: Sequence[Domain | CompetencySet] = head.domains if key == "domain" else head.sets
    title = line(name) or line(own)
    if not title:
        return
    taken = Ids(*(each.id for each in groups))
    chosen = own if is_identifier(own) and name else taken.take(own, name, otherwise=key)
    if any(each.id == chosen for each in groups):
        head.troubles.append(
            Trouble(place, f"there is another {key} with the id '{chosen}'", "give it its own")
        )
    elif key == "domain":
        head.domains.append(Domain(chosen, title, prose(more)))
    else:
        head.sets.append(CompetencySet(chosen, title, more.lower() in ("all", "yes", "x")))
