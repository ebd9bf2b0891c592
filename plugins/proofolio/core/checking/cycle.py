"""Finding circles: things that need one another so that nobody could begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from proofolio.core.checking.wording import circle
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule


def cycles(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle that a walk in sorted order closes, each once, its first name leading.

    The walk keeps its own trail instead of calling itself, so that a very long chain is no danger.
    Breaking every circle found leaves a graph without any.
    """
    done: set[str] = set()
    told: set[tuple[str, ...]] = set()
    for start in sorted(graph):
        trail: list[str] = []
        ahead: list[Iterator[str]] = []
        _step(start, graph, trail, ahead, done)
        while ahead:
            following = next(ahead[-1], None)
            if following is None:
                ahead.pop()
                done.add(trail.pop())
            elif following in trail:
                found = _turned(trail[trail.index(following) :])
                if found not in told:
                    told.add(found)
                    yield found
            else:
                _step(following, graph, trail, ahead, done)


def closing(rule: Rule, said: str, steps: Sequence[tuple[str, Pointer]]) -> Finding:
    """The finding for a circle: at its first step, with the other steps beside it.

    Args:
        rule: which rule is broken.
        said: what the things do to one another ("need one another").
        steps: each name of the circle, with the place where it names the following one.
    """
    names = [name for name, _ in steps]
    message = f"these {said}: {circle(names)}"
    related = tuple(Related(where, f"'{name}' names the next one here") for name, where in steps[1:])
    return Finding(rule, message, steps[0][1], "take one of these steps out", related)


def _step(
    name: str,
    graph: Mapping[str, Sequence[str]],
    trail: list[str],
    ahead: list[Iterator[str]],
    done: set[str],
) -> None:
    if name in graph and name not in done:
        trail.append(name)
        ahead.append(iter(sorted(set(graph[name]))))


def _turned(names: Sequence[str]) -> tuple[str, ...]:
    first = names.index(min(names))
    return (*names[first:], *names[:first])
