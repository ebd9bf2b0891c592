"""The associations of a package while they are gathered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.converting.case.package import names
from proofolio.core.converting.case.relating import RELATIONS
from proofolio.core.converting.case.value import Json, text
from proofolio.core.model.competency import Alignment

Key = tuple[str, str, str]


@dataclass(slots=True)
class Joined:
    """The associations of a package, and what could not become one.

    ``by_key`` holds those that the model says, by :func:`key`; ``unsaid`` the alignments without an
    address and the references that lead nowhere.
    """

    every: list[Json] = field(default_factory=list)
    by_key: dict[Key, Json] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    alignments: dict[str, list[Alignment]] = field(default_factory=dict)
    unsaid: int = 0
    nowhere: int = 0

    def add(self, made: Json, pool: Mapping[Key, Json], kind: str) -> bool:
        """Add what the model says, as it came if it is in ``pool``; False when that is said already."""
        name = key(made)
        if name in self.by_key:
            return False
        self.by_key[name] = pool.get(name, made)
        self.every.append(self.by_key[name])
        self.kinds[kind] = self.kinds.get(kind, 0) + 1
        return True


def key(given: Mapping[str, Any]) -> Key:
    """What an association says: from where, where to, and in which sense."""
    kind = text(given.get("associationType"))
    origin, destination = (
        next(names(given.get(each)), "") for each in ("originNodeURI", "destinationNodeURI")
    )
    return origin, destination, RELATIONS.get(kind, kind)
