"""Which words of two texts are the same: found by rare words first, so that it stays quick and readable.

Two long texts share hundreds of small words by chance. So what stands exactly once in both (three words
in a row, or else a single one) is taken as an anchor, and only what lies between anchors is compared word
by word. The time it takes grows little faster than the texts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int, int]
_SMALL = 40_000
"""Two runs of words whose lengths multiply to less are compared word by word."""
_ENOUGH = 2_000_000
"""So much is compared word by word in all; a text made to take longer is told less closely."""
_LENGTHS = (3, 1)


def matches(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """The places, in both, of the words that are the same; rising in both."""
    found: list[Pair] = []
    waiting = [(0, len(before), 0, len(after))]
    left = _ENOUGH
    while waiting:
        low, high, start, end = waiting.pop()
        while low < high and start < end and before[low] == after[start]:
            found.append((low, start))
            low, start = low + 1, start + 1
        while low < high and start < end and before[high - 1] == after[end - 1]:
            high, end = high - 1, end - 1
            found.append((high, end))
        if low == high or start == end:
            continue
        size = (high - low) * (end - start)
        if size <= _SMALL:
            left -= size
            if left >= 0:
                found.extend(_by_word(before[low:high], after[start:end], low, start))
            continue
        last = (low, start)
        for at, there in _anchors(before[low:high], after[start:end], low, start):
            found.append((at, there))
            waiting.append((last[0], at, last[1], there))
            last = (at + 1, there + 1)
        if last != (low, start):
            waiting.append((last[0], high, last[1], end))
    return sorted(found)


def _by_word(before: Sequence[str], after: Sequence[str], low: int, start: int) -> Iterator[Pair]:
    for at, there, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for step in range(size):
            yield low + at + step, start + there + step


def _anchors(before: Sequence[str], after: Sequence[str], low: int, start: int) -> list[Pair]:
    """What stands once in both, in the longest order that is the same in both."""
    for length in _LENGTHS:
        here, there = _once(before, length), _once(after, length)
        both = sorted((at, there[each]) for each, at in here.items() if each in there)
        if both:
            return [(low + at, start + place) for at, place in _rising(both)]
    return []


def _once(words: Sequence[str], length: int) -> dict[tuple[str, ...], int]:
    runs = [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]
    often = Counter(runs)
    return {run: at for at, run in enumerate(runs) if often[run] == 1}


def _rising(pairs: list[Pair]) -> list[Pair]:
    """The longest part of the pairs (rising on the left) that rises on the right too."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, there) in enumerate(pairs):
        place = bisect_left(tops, there)
        before.append(ends[place - 1] if place else -1)
        if place == len(tops):
            tops.append(there)
            ends.append(at)
        else:
            tops[place], ends[place] = there, at
    chosen = []
    at = ends[-1]
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]
