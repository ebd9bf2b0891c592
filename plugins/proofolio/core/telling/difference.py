"""What changed between two versions of a text, passage by passage, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from proofolio.core.model.story import SectionChange, Span, Words
from proofolio.core.telling.edit import edits
from proofolio.core.telling.passage import Passage, Token

Flags = tuple[bool, ...]
Pairing = tuple[int | None, int | None]
_ALIKE = 0.5


def difference(
    before: Sequence[Passage],
    after: Sequence[Passage],
    standing: Sequence[Flags] | None = None,
    stood: Sequence[Flags] | None = None,
    titles: frozenset[str] | None = None,
) -> tuple[SectionChange, ...]:
    """The passages that changed, whole, in reading order.

    The words that are the same and those added, joined, are the new passage; those that are the same
    and those removed are the old one, but for the blanks between words.

    Args:
        before: the earlier text.
        after: the later text.
        standing: for each word of ``after``, whether it stands in the work today; None: all do.
        stood: the same for ``before``; None: none does that is not in ``after``.
        titles: the headings of the work today; None: those of ``after``.
    """
    if titles is None:
        titles = frozenset(each.title for each in after)
    found = []
    for old, new in pair(before, after):
        was = before[old] if old is not None else None
        now = after[new] if new is not None else None
        title = now.title if now else was.title if was else ""
        change = _change(
            was.tokens if was else (),
            now.tokens if now else (),
            standing[new] if standing is not None and new is not None else None,
            stood[old] if stood is not None and old is not None else None,
        )
        renamed = was.title if was and now and was.title != now.title else None
        changed = any(each.span is not Span.SAME for each in change[0])
        if changed or renamed is not None or was is None or now is None:
            found.append(SectionChange(title, *change, before=renamed, stands=title in titles))
    return tuple(found)


def kept(before: Sequence[Passage], after: Sequence[Passage]) -> tuple[Flags, ...]:
    """For each word of each passage of ``before``: whether it still stands, in its place, in ``after``."""
    partners = {old: new for old, new in pair(before, after) if old is not None and new is not None}
    found = []
    for at, passage in enumerate(before):
        if at not in partners:
            found.append((False,) * len(passage.tokens))
            continue
        flags = [True] * len(passage.tokens)
        for edit in edits(passage.tokens, after[partners[at]].tokens):
            flags[edit.start : edit.end] = [False] * edit.gone
        found.append(tuple(flags))
    return tuple(found)


def _change(
    before: Sequence[Token], after: Sequence[Token], standing: Flags | None, stood: Flags | None
) -> tuple[tuple[Words, ...], int, int]:
    words: list[Words] = []
    added = removed = low = 0
    for edit in edits(before, after):
        words.extend(_runs(Span.SAME, after, low, edit.low, standing, True))
        words.extend(_runs(Span.REMOVED, before, edit.start, edit.end, stood, False))
        if edit.gone and edit.low == 0 and after:
            # something stands before the text's first word now, and is to be parted from it
            gap = before[edit.end].gap if edit.end < len(before) else " "
            after = (Token(after[0].word, gap), *after[1:])
        words.extend(_runs(Span.ADDED, after, edit.low, edit.high, standing, True))
        added += sum(each.counts for each in after[edit.low : edit.high])
        removed += sum(each.counts for each in before[edit.start : edit.end])
        low = edit.high
    words.extend(_runs(Span.SAME, after, low, len(after), standing, True))
    return tuple(words), added, removed


def _runs(
    span: Span, tokens: Sequence[Token], start: int, end: int, stands: Flags | None, otherwise: bool
) -> Iterable[Words]:
    """The words from ``start`` to ``end``, parted where what stands today meets what does not."""
    cuts = [start, *(at for at in range(start + 1, end) if stands and stands[at] != stands[at - 1]), end]
    for low, high in pairwise(cuts):
        if low < high:
            text = "".join(each.gap + each.word for each in tokens[low:high])
            yield Words(span, text, stands[low] if stands else otherwise)


def pair(before: Sequence[Passage], after: Sequence[Passage]) -> list[Pairing]:
    """Which earlier passage became which: by title, else by what is written in it. In reading order."""
    places: dict[tuple[str, int], int] = {}
    for at, key in enumerate(_keys(before)):
        places[key] = at
    partner: dict[int, int] = {}
    for at, key in enumerate(_keys(after)):
        if key in places:
            partner[at] = places[key]
    taken = set(partner.values())
    lonely = [at for at in range(len(before)) if at not in taken]
    words = {at: _vocabulary(before[at]) for at in lonely}
    for at in range(len(after)):
        if at not in partner and lonely:
            own = _vocabulary(after[at])
            best = max(lonely, key=lambda old: _likeness(words[old], own))
            if _likeness(words[best], own) >= _ALIKE:
                partner[at] = best
                lonely.remove(best)
    found: list[Pairing] = [(partner.get(at), at) for at in range(len(after))]
    for old in lonely:  # what is gone is told after what stood before it
        found.insert(_after(found, old), (old, None))
    return found


def _after(found: list[Pairing], old: int) -> int:
    earlier = [at for at, (other, _) in enumerate(found) if other is not None and other < old]
    return earlier[-1] + 1 if earlier else 0


def _keys(passages: Sequence[Passage]) -> Iterable[tuple[str, int]]:
    """Title without regard to case, and which of that title."""
    seen: dict[str, int] = {}
    for each in passages:
        name = each.title.casefold()
        seen[name] = seen.get(name, -1) + 1
        yield name, seen[name]


def _vocabulary(passage: Passage) -> frozenset[str]:
    return frozenset(each.word.casefold() for each in passage.tokens)


def _likeness(here: frozenset[str], there: frozenset[str]) -> float:
    """How much two passages have in common, 0 to 1, by their distinct words."""
    return 2 * len(here & there) / (len(here) + len(there)) if here or there else 0.0
