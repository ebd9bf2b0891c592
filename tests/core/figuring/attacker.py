"""An attacker who knows every figure that is published, and linear algebra.

He writes each published sum as an equation over the smallest parts (whose organisation, which
stretch of time, which kind), leaves out the parts that are published to be empty, and asks of a
group whether its own sum follows: whether its row is in the span of the published rows.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

PRIME = (1 << 61) - 1
Part = Hashable
Row = dict[int, int]


@dataclass
class Attacker:
    """What is known: sets of parts with their sums."""

    sums: list[tuple[frozenset[Part], float]]
    empty: frozenset[Part] = field(init=False)
    classes: dict[Part, int] = field(init=False)
    rows: list[tuple[int, Row]] = field(init=False)

    def __post_init__(self) -> None:
        self.empty = frozenset(part for parts, value in self.sums if value == 0 for part in parts)
        equations = sorted({parts - self.empty for parts, _ in self.sums} - {frozenset()}, key=len)
        # Parts that stand in the same equations cannot be told apart, and count as one.
        seen: dict[Part, list[int]] = {}
        for at, parts in enumerate(equations):
            for part in parts:
                seen.setdefault(part, []).append(at)
        names: dict[tuple[int, ...], int] = {}
        self.classes = {part: names.setdefault(tuple(each), len(names)) for part, each in seen.items()}
        self.members = {number: set[Part]() for number in names.values()}
        for part, number in self.classes.items():
            self.members[number].add(part)
        self.rows = []
        for parts in equations:
            row = self._reduced({self.classes[part]: 1 for part in parts})
            if row:
                pivot = min(row)
                inverse = pow(row[pivot], -1, PRIME)
                self.rows.append((pivot, {key: value * inverse % PRIME for key, value in row.items()}))

    def knows(self, group: Iterable[Part]) -> bool:
        """Whether the group's sum follows from what is published."""
        wanted = frozenset(group) - self.empty
        if not wanted or not wanted <= self.classes.keys():
            return False
        numbers = {self.classes[part] for part in wanted}
        if any(not self.members[number] <= wanted for number in numbers):
            return False
        return not self._reduced(dict.fromkeys(numbers, 1))

    def _reduced(self, row: Mapping[int, int]) -> Row:
        left = dict(row)
        for pivot, known in self.rows:
            factor = left.get(pivot, 0)
            if factor:
                for key, value in known.items():
                    rest = (left.get(key, 0) - factor * value) % PRIME
                    if rest:
                        left[key] = rest
                    else:
                        left.pop(key, None)
        return left


def unions(parts: Sequence[Hashable]) -> Iterable[frozenset[Hashable]]:
    """Every set of these, but the empty one."""
    for bits in range(1, 1 << len(parts)):
        yield frozenset(part for at, part in enumerate(parts) if bits >> at & 1)
