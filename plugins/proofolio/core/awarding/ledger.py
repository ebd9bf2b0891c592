"""The ledger: signed credentials, which stay the educator's whatever changes afterwards."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from proofolio.core.awarding.judgement import Judgement
from proofolio.core.awarding.reviews import by_others
from proofolio.core.model.credential import Credential
from proofolio.core.model.duration import Duration
from proofolio.core.model.review import Verdict
from proofolio.core.model.revocation import Revocation


@dataclass(frozen=True, slots=True)
class Ended:
    """A credential that was revoked, when nothing else in the ledger takes its place."""

    credential: Credential
    revocation: Revocation

    def is_outlived_by(self, judgement: Judgement) -> bool:
        """Whether work has been decided anew since: what led to the credential must not bring it back."""
        return judgement.decided_on is not None and judgement.decided_on > self.revocation.on


def by_achievement(
    credentials: Iterable[Credential], revoked: Container[str] = frozenset()
) -> dict[str, Credential]:
    """One credential per achievement: the one that lasts longest, then the earliest.

    ``revoked`` are the ids of those that count for nothing.
    """
    found: dict[str, Credential] = {}
    for each in sorted(newest(credentials), key=_order):
        known = found.get(each.achievement)
        if each.id not in revoked and (known is None or lasts(each.valid_until) > lasts(known.valid_until)):
            found[each.achievement] = each
    return found


def ended(
    credentials: Iterable[Credential], revocations: Mapping[str, Revocation]
) -> dict[str, tuple[Ended, ...]]:
    """The revoked credentials by achievement, the last revoked first."""
    found: dict[str, list[Ended]] = {}
    for each in sorted(newest(credentials), key=_order):
        if each.id in revocations:
            found.setdefault(each.achievement, []).append(Ended(each, revocations[each.id]))
    return {
        name: tuple(sorted(each, key=lambda one: one.revocation.on, reverse=True))
        for name, each in found.items()
    }


def newest(credentials: Iterable[Credential]) -> Iterator[Credential]:
    """The credentials without those that a correction has taken the place of."""
    found: dict[str, Credential] = {}
    for each in sorted(credentials, key=lambda each: (each.valid_from, each.source.file)):
        found[each.id] = each
    yield from found.values()


def _order(credential: Credential) -> tuple[str, date, str]:
    return credential.achievement, credential.on, credential.source.file


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
        each.verdict is Verdict.MET and each.on <= credential.on for each in by_others(judgement.submission)
    )


def behind(credential: Credential, bids: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The submissions that a credential stands for, among a person's bids for it.

    Those that met the bar by its day. When none did (the credential came from elsewhere), all that
    are handed in.
    """
    earned = tuple(each for each in bids if earned_it(each, credential))
    return earned or tuple(each for each in bids if each.handed_in)
