"""The edits between two runs of words, tidied until they read like English and not like confetti."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from proofolio.core.telling.compare import Pair, matches
from proofolio.core.telling.passage import Token

_ISLAND = 2
"""So many unchanged words between two changes are told as changed with them."""
_WEAK_ISLAND = 5
"""And so many, when what was exchanged on both sides is at least twice as long."""
_FARTHEST = 200


@dataclass(frozen=True, slots=True)
class Edit:
    """Words ``start`` to ``end`` of the old text gave way to words ``low`` to ``high`` of the new."""

    start: int
    end: int
    low: int
    high: int

    @property
    def gone(self) -> int:
        """How many words were taken out."""
        return self.end - self.start

    @property
    def come(self) -> int:
        """How many words were put in."""
        return self.high - self.low


def edits(before: Sequence[Token], after: Sequence[Token]) -> list[Edit]:
    """The changes that lead from one run of words to the other, in order; everything between is the same."""
    pairs = matches([each.word for each in before], [each.word for each in after])
    return _merged(_slid(each, before, after) for each in _raw(pairs, len(before), len(after)))


def _raw(pairs: list[Pair], old: int, new: int) -> Iterable[tuple[Edit, int, int]]:
    """The edits, each with how far it may move to either side: half of the way, so that none meet."""
    found: list[Edit] = []
    start = low = 0
    for at, there in [*pairs, (old, new)]:
        if at > start or there > low:
            found.append(Edit(start, at, low, there))
        start, low = at + 1, there + 1
    for number, each in enumerate(found):
        left = (each.low - found[number - 1].high) // 2 if number else each.low
        last = number + 1 == len(found)
        yield each, left, new - each.high if last else (found[number + 1].low - each.high - 1) // 2


def _slid(given: tuple[Edit, int, int], before: Sequence[Token], after: Sequence[Token]) -> Edit:
    """The same edit where it begins and ends best.

    Words put in (or taken out) can often be told in several places: "a b [a b] c" is "[a b] a b c". The
    start of a paragraph or of a sentence is the better place.
    """
    edit, left, right = given
    if edit.gone and edit.come:
        return edit
    text, low, high = (after, edit.low, edit.high) if edit.come else (before, edit.start, edit.end)
    shifts = [0]
    for step in range(1, min(left, _FARTHEST) + 1):
        if text[low - step].word != text[high - step].word:
            break
        shifts.append(-step)
    for step in range(1, min(right, _FARTHEST) + 1):
        if text[low + step - 1].word != text[high + step - 1].word:
            break
        shifts.append(step)
    best = max(shifts, key=lambda shift: (_fit(text, low + shift), _fit(text, high + shift), -abs(shift)))
    return Edit(edit.start + best, edit.end + best, edit.low + best, edit.high + best)


def _fit(text: Sequence[Token], at: int) -> int:
    """How good a place between two words is for an edit to begin or end."""
    if at in (0, len(text)) or "\n\n" in text[at].gap:
        return 3
    if "\n" in text[at].gap:
        return 2
    return 1 if text[at - 1].ends_sentence else 0


def _merged(given: Iterable[Edit]) -> list[Edit]:
    found: list[Edit] = []
    for each in given:
        while found and _belong(found[-1], each):
            last = found.pop()
            each = Edit(last.start, each.end, last.low, each.high)
        found.append(each)
    return found


def _belong(one: Edit, other: Edit) -> bool:
    """Whether what stands unchanged between two edits is too little to be told as such."""
    between = other.low - one.high
    if between <= 0:
        return True
    small = min(max(one.gone, one.come), max(other.gone, other.come))
    alike = not (one.gone or other.gone) or not (one.come or other.come)
    if alike:  # only put in, or only taken out: what stands between did stay
        return False
    return between <= min(_ISLAND, 2 * small) or between <= min(_WEAK_ISLAND, small // 2)
