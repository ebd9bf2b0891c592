"""Verifications for people: a line a check, and one plain sentence."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator

from proofolio.adapters.reporting.visible import one_line
from proofolio.core.verifying.check import Check, Name, State
from proofolio.core.verifying.verification import Verdict, Verification

_MARKS = {State.HOLDS: "ok", State.FAILS: "NO", State.UNKNOWN: "?"}
_LABELS = {
    Name.READABLE: "Can be read",
    Name.BAKED: "Image",
    Name.CONTEXTS: "Vocabulary",
    Name.NOTHING_UNSIGNED: "All signed",
    Name.SHAPE: "Form",
    Name.ISSUER: "Issuer",
    Name.KEY: "Issuer's key",
    Name.SIGNATURE: "Signature",
    Name.HOSTED: "Shown",
    Name.DATES: "Dates",
    Name.STATUS: "Revocation",
    Name.RECIPIENT: "Recipient",
    Name.EVIDENCE: "Evidence",
    Name.COPY: "Own address",
    Name.BADGES: "Badges",
}
_TELLING = (
    Name.READABLE,
    Name.BAKED,
    Name.ISSUER,
    Name.KEY,
    Name.SIGNATURE,
    Name.NOTHING_UNSIGNED,
    Name.HOSTED,
    Name.STATUS,
    Name.DATES,
    Name.RECIPIENT,
    Name.BADGES,
)
_LONGEST = 500
_MOST, _MOST_PARTS = 6, 2
_INDENT = " " * 20


def as_text(
    verified: Iterable[tuple[str, Verification, str | None]], columns: int = 96, every: bool = False
) -> str:
    """Each document by its name, with what replaced it, if anything did.

    Of several, those that are accepted take one line, unless ``every`` check is wanted.
    """
    verified = list(verified)
    lines: list[str] = []
    for name, each, replaced_by in verified:
        if replaced_by is not None:
            lines.append(f"Replaced: {_clipped(name)} (the one that counts is {_clipped(replaced_by)})")
        elif len(verified) > 1 and each.accepted and not every:
            lines.append(f"Accepted: {_clipped(each.title)} ({_clipped(name)})")
        else:
            lines += (
                ["", *_whole(name, each, columns), ""] if len(verified) > 1 else _whole(name, each, columns)
            )
    counted = [each for _, each, replaced_by in verified if replaced_by is None]
    if len(verified) > 1:
        accepted = sum(each.accepted for each in counted)
        lines += ["", f"{accepted} of {len(counted)} accepted."]
    text = "\n".join(lines).replace("\n\n\n", "\n\n").strip("\n")
    return f"{text}\n"


def conclusion(found: Verification) -> str:
    """What follows, in one sentence."""
    if found.verdict is Verdict.ACCEPTED:
        return f"Accepted: {_clipped(found.title)}. It is genuine, and it holds today."
    if found.verdict is Verdict.REFUSED and found.genuine:
        return f"Not accepted, although it is genuine: {_clipped(_first(found.failed).words)}"
    if found.verdict is Verdict.REFUSED:
        return f"Not accepted: {_clipped(_first(found.failed).words)}"
    if not found.missing:
        return "Not accepted: not everything that matters could be looked at."
    return f"Not accepted, though nothing is wrong with it: {_clipped(_first(found.missing).words)}"


def _whole(name: str, found: Verification, columns: int) -> Iterator[str]:
    yield _clipped(name)
    if found.title:
        yield _clipped(found.title)
    yield from _checks(found, columns)
    yield conclusion(found)


def _checks(found: Verification, columns: int) -> Iterator[str]:
    left = Counter(each.name for each in found.checks)
    shown: Counter[Name] = Counter()
    # Of many badges, those that matter: a list is only long when somebody made it so.
    for each in sorted(found.checks, key=lambda each: left[each.name] > _MOST and each.state is State.HOLDS):
        shown[each.name] += 1
        if shown[each.name] > _MOST:
            continue
        head = f"  {_MARKS[each.state]:<3} {_LABELS[each.name]:<14}"
        yield textwrap.fill(
            _clipped(each.words),
            max(columns, 60),
            initial_indent=head,
            subsequent_indent=_INDENT,
            break_long_words=False,
            break_on_hyphens=False,
        )
    for name, count in shown.items():
        if count > _MOST:
            yield f"      {_LABELS[name]:<14} and {count - _MOST} more of the kind"
    wanting = [each for each in found.parts if not each.accepted]
    for part in wanting[:_MOST_PARTS]:
        yield f"  Inside: {_clipped(part.title)}"
        for line in _checks(part, columns - 2):
            yield textwrap.indent(line, "  ")
    if len(wanting) > _MOST_PARTS:
        yield f"  Inside: {len(wanting) - _MOST_PARTS} more that are not accepted"


def _first(checks: tuple[Check, ...]) -> Check:
    """The check that tells a reader most: who and whether before how."""
    order = {name: at for at, name in enumerate(_TELLING)}
    return min(checks, key=lambda each: order.get(each.name, len(order)))


def _clipped(text: str) -> str:
    """Somebody else's text, on one line, with nothing that a terminal would obey."""
    shown = one_line(text[: 2 * _LONGEST])
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
