"""The tree of a package's items: who stands below whom, and what each becomes by its depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from proofolio.core.converting.case.package import Package
from proofolio.core.converting.case.value import Json, ours, text, whole

CHILD = "isChildOf"


class Role(StrEnum):
    """What an item becomes."""

    DOMAIN = "domain"
    COMPETENCY = "competency"
    INDICATOR = "indicator"


@dataclass(slots=True)
class Tree:
    """The items' places. Keys are those of the package; ``""`` is the document.

    ``homes`` maps what lies below a domain to its competency, ``order`` holds every item, parents
    first, each level in its order. ``placed`` maps an item to the position (in ``associations``) of the
    one that places it. ``lost`` are items that nothing places, ``circles`` those that were taken out of
    a circle; both stand at the top.
    """

    parent: dict[str, str] = field(default_factory=dict)
    children: dict[str, list[str]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    placed: dict[str, int] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    circles: list[str] = field(default_factory=list)

    def competency_of(self, key: str) -> str | None:
        """The competency that an item is, or belongs to as an indicator; None for a domain."""
        return self.homes.get(key)

    def below(self, key: str) -> Iterator[str]:
        """Everything below an item, depth first, in order."""
        todo = list(reversed(self.children.get(key, ())))
        while todo:
            each = todo.pop()
            yield each
            todo.extend(reversed(self.children.get(each, ())))


def tree(package: Package) -> Tree:
    """Place every item. The first ``isChildOf`` that leads somewhere counts, in the file's order."""
    found = Tree()
    for at, each in enumerate(package.associations):
        if each.get("associationType") == CHILD:
            child, parent = (
                package.resolve(each.get(end)) for end in ("originNodeURI", "destinationNodeURI")
            )
            if child and parent is not None and child != parent and child not in found.parent:
                found.parent[child] = parent
                found.placed[child] = at
    _break_circles(package, found)
    found.lost = [key for key in package.items if key not in found.parent and key not in found.circles]
    ranks: dict[str, tuple[bool, int, int]] = {}
    for at, key in enumerate(package.items):
        found.children.setdefault(found.parent.setdefault(key, ""), []).append(key)
        place = package.associations[found.placed[key]] if key in found.placed else {}
        number = whole(place.get("sequenceNumber"))
        ranks[key] = (number is None, number or 0, at)
    for siblings in found.children.values():
        siblings.sort(key=ranks.__getitem__)
    found.order = list(found.below(""))
    for key in found.order:
        above = found.roles.get(found.parent[key])
        found.roles[key] = _role(package.items[key], not found.children.get(key), above)
        if found.roles[key] is not Role.DOMAIN:
            found.homes[key] = key if found.roles[key] is Role.COMPETENCY else found.homes[found.parent[key]]
    return found


def _break_circles(package: Package, found: Tree) -> None:
    safe: set[str] = {""}
    for start in package.items:
        path: dict[str, None] = {}
        key = start
        while key not in safe and key not in path and key in found.parent:
            path[key] = None
            key = found.parent[key]
        if key in path:
            circle = set(list(path)[list(path).index(key) :])
            first = next(each for each in package.items if each in circle)
            found.circles.append(first)
            del found.parent[first], found.placed[first]
        safe.update(path)


def _role(item: Json, leaf: bool, above: Role | None) -> Role:
    """By depth; only at the top may the item's own type say that it is a competency, or a domain."""
    if above is Role.DOMAIN:
        return Role.COMPETENCY
    if above is not None:
        return Role.INDICATOR
    told = text(ours(item).get("kind")) or text(item.get("CFItemType")).lower()
    if told == Role.DOMAIN or (not leaf and told != Role.COMPETENCY):
        return Role.DOMAIN
    return Role.COMPETENCY
