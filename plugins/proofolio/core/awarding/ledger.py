"""The ledger: signed credentials, which stay the educator's whatever changes afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from proofolio.core.awarding.judgement import Judgement
from proofolio.core.awarding.reviews import by_others
from proofolio.core.model.credential import Credential
from proofolio.core.model.duration import Duration
from proofolio.core.model.review import Verdict


def by_achievement(credentials: Iterable[Credential]) -> dict[str, Credential]:
    """One credential per achievement: the one that lasts longest, then the earliest."""

    def order(credential: Credential) -> tuple[str, date, str]:
        return credential.achievement, credential.valid_from, credential.source.file

    found: dict[str, Credential] = {}
    for each in sorted(credentials, key=order):
        known = found.get(each.achievement)
        if known is None or lasts(each.valid_until) > lasts(known.valid_until):
            found[each.achievement] = each
    return found


def lasts(until: date | None) -> date:
    """The last day on which something holds; the end of time when nothing ends it."""
    return until or date.max


def over(start: date, expires: Duration | None) -> date | None:
    """The last day of what began at ``start``; None when it never ends (or ends beyond year 9999)."""
    if expires is None:
        return None
    try:
        return expires.after(start)
    except (OverflowError, ValueError):
        return None


def earned_it(judgement: Judgement, credential: Credential) -> bool:
    """Whether somebody else found this work to meet the bar by the day the credential is from.

    Asks for no role: who held which one on that day was settled when the credential was issued.
    """
    return judgement.handed_in and any(
        each.verdict is Verdict.MET and each.on <= credential.valid_from
        for each in by_others(judgement.submission)
    )


def behind(credential: Credential, bids: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The submissions that a credential stands for, among a person's bids for it.

    Those that met the bar by its day. When none did (the credential came from elsewhere), all that
    are handed in.
    """
    earned = tuple(each for each in bids if earned_it(each, credential))
    return earned or tuple(each for each in bids if each.handed_in)
