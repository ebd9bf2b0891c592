"""Standing: the one word for where a submission is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.awarding.award import Awards, renews
from proofolio.core.awarding.judgement import Judgement, asks_for_more
from proofolio.core.awarding.ledger import lasts, over
from proofolio.core.model.credential import Credential
from proofolio.core.model.revocation import Revocation
from proofolio.core.model.standing import Standing
from proofolio.core.model.submission import Status


@dataclass(frozen=True, slots=True)
class Place:
    """A standing with the days that belong to it, and the ledger's credential if that decides."""

    standing: Standing
    decided_on: date | None = None
    expires_on: date | None = None
    credential: Credential | None = None
    lacking: tuple[str, ...] = ()
    revocation: Revocation | None = None


def place(judgement: Judgement, awards: Awards, today: date) -> Place:
    """Where a submission stands today. The ledger goes before everything else."""
    slug = judgement.submission.slug
    last = awards.ended.get(slug)
    if last is not None and not _reviewed_since(judgement, last.revocation.on):
        on = judgement.decided_on or last.credential.on
        return Place(Standing.REVOKED, on, None, last.credential, revocation=last.revocation)
    credential = awards.stands_for.get(slug)
    if credential is not None and not _begun_again(judgement, credential, today):
        over_now = lasts(credential.valid_until) < today
        standing = Standing.EXPIRED if over_now else Standing.EARNED
        decided_on = judgement.decided_on or credential.on
        return Place(standing, decided_on, credential.valid_until, credential)
    lacking = awards.lacking.get(slug, ())
    if judgement.competent and not lacking:
        on = judgement.decided_on or today
        micro_credential = judgement.asked.micro_credential
        until = over(on, micro_credential.expires if micro_credential else None)
        return Place(Standing.EXPIRED if lasts(until) < today else Standing.MET, on, until)
    return Place(_open(judgement), lacking=lacking)


def _begun_again(judgement: Judgement, credential: Credential, today: date) -> bool:
    """Whether an expired credential's work has been looked at anew since."""
    if lasts(credential.valid_until) >= today:
        return False
    if judgement.competent:
        return renews(judgement, credential, today)
    return _reviewed_since(judgement, lasts(credential.valid_until))


def _reviewed_since(judgement: Judgement, day: date) -> bool:
    return any(each.on > day for each in judgement.reviews.fresh)


def _open(judgement: Judgement) -> Standing:
    if judgement.submission.status is Status.DRAFT:
        return Standing.DRAFT
    if judgement.missing:
        return Standing.INCOMPLETE
    reviews = judgement.reviews
    if not reviews.fresh:
        latest = reviews.latest
        if latest is None or asks_for_more(latest, judgement.asked):
            return Standing.WAITING
        return Standing.STALE
    return Standing.REVISE if judgement.paused else Standing.IN_REVIEW
