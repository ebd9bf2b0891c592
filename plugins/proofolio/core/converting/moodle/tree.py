"""The tree that the rows of one framework make, in whatever order they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from proofolio.core.converting.moodle.row import Row
from proofolio.core.converting.wording import some


@dataclass(frozen=True, slots=True)
class Branch:
    """One framework's own row and the rows that belong to it."""

    framework: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """Rows by their parents. ``first`` finds a row by its ID number; warnings tell what does not fit."""

    roots: tuple[Row, ...]
    children: Mapping[int, tuple[Row, ...]]
    first: Mapping[str, Row]
    warnings: tuple[str, ...]

    def below(self, row: Row) -> tuple[Row, ...]:
        """The rows directly below one."""
        return self.children.get(row.number, ())

    def all_below(self, row: Row) -> Iterator[tuple[Row, Row]]:
        """Every row below one, with its parent; parents first."""
        todo = [(each, row) for each in reversed(self.below(row))]
        while todo:
            found, parent = todo.pop()
            yield found, parent
            todo.extend((each, found) for each in reversed(self.below(found)))


def branches(rows: Sequence[Row]) -> tuple[Branch, ...]:
    """The frameworks of a file; rows above the first framework's own belong to it too."""
    starts = [at for at, each in enumerate(rows) if each.is_framework]
    ends = [*starts[1:], len(rows)] if starts else []
    found = []
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        before = rows[:start] if number == 0 else ()
        found.append(Branch(rows[start], (*before, *rows[start + 1 : end])))
    return tuple(found)


def grown(branch: Branch) -> Tree:
    """The tree of a framework. What has no parent, or is its own, stands at the top."""
    first: dict[str, Row] = {}
    twice: list[str] = []
    for each in branch.rows:
        number = each["idnumber"].strip()
        if number in first and number:
            twice.append(number)
        first.setdefault(number, each)
    first.pop("", None)
    children: dict[int, list[Row]] = defaultdict(list)
    roots: list[Row] = []
    lost: list[str] = []
    circles: list[str] = []
    above = {"", branch.framework["idnumber"].strip()}
    for each in branch.rows:
        wanted = each["parentidnumber"].strip()
        parent = first.get(wanted)
        if parent is not None and parent is not each:
            children[parent.number].append(each)
        else:
            roots.append(each)
            if parent is each:
                circles.append(each.name)
            elif wanted not in above:
                lost.append(each.name)
    circles += _cut_circles(branch.rows, roots, children, first)
    warnings = [
        f"{some(names)}: {why}"
        for names, why in (
            (
                twice,
                "this ID number stands there more than once; what names it as parent belongs to the first",
            ),
            (lost, "the parent that the row names is not in the file; it stands at the top now"),
            (circles, "the rows name one another as parents; this one stands at the top now"),
        )
        if names
    ]
    return Tree(
        tuple(sorted(roots, key=lambda each: each.number)),
        {key: tuple(each) for key, each in children.items()},
        first,
        tuple(warnings),
    )


def _cut_circles(
    rows: Sequence[Row], roots: list[Row], children: dict[int, list[Row]], first: Mapping[str, Row]
) -> list[str]:
    """Put one row of each circle of parents at the top; the names of these rows."""
    reached: set[int] = set()
    cut: list[str] = []

    def reach(start: Row) -> None:
        todo = [start]
        while todo:
            found = todo.pop()
            if found.number not in reached:
                reached.add(found.number)
                todo.extend(children.get(found.number, ()))

    for each in roots:
        reach(each)
    for each in rows:
        if each.number not in reached:
            above = first[each["parentidnumber"].strip()].number
            children[above] = [below for below in children[above] if below is not each]
            roots.append(each)
            cut.append(each.name)
            reach(each)
    return cut
