"""Lines about the whole review: the verdict, the version, stepping back, a confirmation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from proofolio.core.harvesting.phrase import OPEN, filled, parted
from proofolio.core.harvesting.spelling import folded
from proofolio.core.model.review import Verdict

_VERSION = re.compile(r"(?:version|reviewed|digest)\s*[:=]?\s*(?P<digits>\S.*)", re.IGNORECASE)
_DIGITS = re.compile(r"(?:sha256:)?(?P<digits>[0-9a-f]{12,64})\W*", re.IGNORECASE)
_VERDICT_LABELS = frozenset({"verdict", "my-verdict", "overall-verdict", "final-verdict", "decision"})
_VERDICTS: Mapping[str, Verdict] = {
    **dict.fromkeys(
        ("met", "is-met", "yes", "pass", "passed", "approved", "accepted", "mastered", "mastery"), Verdict.MET
    ),
    **dict.fromkeys(
        (
            "revise",
            "not-yet",
            "not-met",
            "not-there-yet",
            "revision",
            "revisions",
            "please-revise",
            "to-revise",
        ),
        Verdict.REVISE,
    ),
    **dict.fromkeys(("no", "needs-revision", "needs-work", "changes-requested", "try-again"), Verdict.REVISE),
    **dict.fromkeys(("recused", "recuse", "recusal"), Verdict.RECUSED),
}
_RECUSALS = frozenset({"recuse", "recused", "recusal", "recuse-myself", "i-recuse", "i-recuse-myself"})
_CONFIRMATIONS = frozenset(
    {"confirm", "confirmed", "i-confirm", "i-confirm-this", "still-stands", "still-true", "it-still-stands"}
    | {"confirm-still-stands", "my-review-still-stands", "this-still-stands"}
)


def verdict(bare: str) -> tuple[Verdict | None, str] | None:
    """A line ``verdict: …``: what it says (None: nothing that is known), and what follows."""
    label, value = next(parted(bare), ("", ""))
    if folded(label) not in _VERDICT_LABELS:
        return None
    whole = _VERDICTS.get(folded(value))
    if whole:
        return whole, ""
    head = re.split(r"[,;.!(–—|/]|\s-+\s", value, maxsplit=1)
    if "|" in value or "/" in value:
        return None, ""
    return _VERDICTS.get(folded(head[0])), value[len(head[0]) :].strip(" ,;.!–—-") if len(head) > 1 else ""


def version(bare: str) -> str | None:
    """The digits that a line ``version: …`` gives; "" when they are no version; None for other lines."""
    found = _VERSION.fullmatch(bare)
    if not found or OPEN.fullmatch(found["digits"]):
        return None
    digits = _DIGITS.fullmatch(found["digits"].strip("` "))
    if digits:
        return digits["digits"].lower()
    alike = re.fullmatch(r"(?:sha256:)?[0-9a-f]{4,11}\W*", found["digits"].lower())
    return "" if alike else None


def recusal(bare: str) -> str | None:
    """The reason in a line ``recuse: …`` ("" without one); None for other lines."""
    return _said(bare, _RECUSALS)


def confirmation(bare: str) -> str | None:
    """What follows ``confirm`` or ``still stands`` ("" for nothing); None for other lines."""
    return _said(bare, _CONFIRMATIONS)


def _said(bare: str, words: frozenset[str]) -> str | None:
    if folded(bare) in words:
        return ""
    label, value = next(parted(bare), ("", ""))
    return filled(value) or "" if folded(label) in words else None
