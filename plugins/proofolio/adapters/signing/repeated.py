"""Things that a document describes more than once.

RDF merges all descriptions of one identified thing. A member that stands in two of them can be taken
out of one without a trace, so a thing is described once, and referred to by its id elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from proofolio.adapters.signing.fault import Fault, Step, Trouble, path_of

_ROLES = frozenset({"issuer"})
"""What a document that embeds others must say as fully as they do, or its words could be taken out."""


@dataclass(frozen=True, slots=True)
class _Described:
    """One description: where, in which document, as what, with which members."""

    steps: tuple[Step, ...]
    scope: int
    words: frozenset[str]

    @property
    def role(self) -> str:
        return next((each for each in reversed(self.steps) if isinstance(each, str)), "")


class Nodes:
    """All identified things of a document, as they are met. Embedded credentials are scopes of their own.

    What an embedded credential says is covered by its own signature, which is verified too.
    """

    def __init__(self) -> None:
        self._scopes = 0
        self._described: dict[str, list[_Described]] = {}

    def scope(self) -> int:
        """A new scope: 0 for the whole document, others for what is embedded in it."""
        self._scopes += 1
        return self._scopes - 1

    def add(self, node: Mapping[str, Any], steps: tuple[Step, ...], scope: int) -> None:
        """A description; an object with nothing but its id is none, it refers to one."""
        name = node.get("id")
        words = frozenset(node) - {"id", "@context"}
        if isinstance(name, str) and words:
            self._described.setdefault(name, []).append(_Described(steps, scope, words))

    def faults(self) -> list[Fault]:
        """What is described twice within one scope, or less fully than in an embedded credential."""
        found = []
        for name, descriptions in self._described.items():
            first: dict[int, _Described] = {}
            for each in descriptions:
                if each.scope in first:
                    where = path_of(first[each.scope].steps) or "the credential itself"
                    why = f"describes {name[:200]}, as does {where}: describe it once"
                    found.append(Fault(path_of(each.steps), why, Trouble.TWICE))
                first.setdefault(each.scope, each)
            outer = first.get(0)
            inner = [each for each in descriptions if each.scope and each.role in _ROLES]
            if outer is None or outer.role not in _ROLES:
                continue
            less = sorted(set().union(*(each.words for each in inner)) - outer.words)
            if less:
                why = f"says less than the credentials within: give it {', '.join(less)} as well"
                found.append(Fault(path_of(outer.steps), why, Trouble.TWICE))
        return found
