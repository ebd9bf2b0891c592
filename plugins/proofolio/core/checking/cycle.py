"""Finding circles: things that need one another so that nobody could begin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def cycles(graph: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle that a walk in sorted order closes, each once, its first name leading.

    A walk keeps its own trail instead of calling itself, so that a very long chain is no danger.
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
