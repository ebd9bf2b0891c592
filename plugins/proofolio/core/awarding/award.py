"""Awards: our decision that somebody has earned a micro-credential."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.judgement import Judgement
from proofolio.core.awarding.ledger import (
    Ended,
    behind,
    by_achievement,
    earned_it,
    ended,
    lasts,
    newest,
    over,
)
from proofolio.core.model.credential import Credential
from proofolio.core.model.standing import Award


@dataclass(frozen=True, slots=True)
class Claim:
    """One ground for an award, with the kinds of artifact in the work that people accepted for it."""

    award: Award
    kinds: frozenset[str]

    def holds_on(self, day: date) -> bool:
        """Whether it has not expired by then."""
        return lasts(self.award.until) >= day


@dataclass(frozen=True, slots=True)
class Awards:
    """All that a person has earned.

    ``claims`` are the grounds per micro-credential, ``best`` the award that is shown for it.
    ``credentials`` is the ledger by achievement, pathways included. ``lacking`` names, by
    submission, the prerequisites that are not earned; ``stands_for`` the credential it earned, and
    ``ended`` the one that was revoked.
    """

    claims: Mapping[str, tuple[Claim, ...]]
    best: Mapping[str, Award]
    credentials: Mapping[str, Credential]
    lacking: Mapping[str, tuple[str, ...]]
    stands_for: Mapping[str, Credential]
    ended: Mapping[str, Ended] = field(default_factory=dict)


def award(
    judgements: Sequence[Judgement], ledger: Iterable[Credential], catalogue: Catalogue, today: date
) -> Awards:
    """Decide what one person has earned, from judgements (in order of slug) and the ledger."""
    every = tuple(ledger)
    revocations = catalogue.district.revocations
    credentials = by_achievement(every, revocations)
    revoked = ended(every, revocations)
    bids: dict[str, list[Judgement]] = {}
    for each in judgements:
        bids.setdefault(each.submission.micro_credential, []).append(each)

    over_for = {
        each.submission.slug: last
        for name, (last, *_) in revoked.items()
        for each in behind(last.credential, bids.get(name, ()))
        if not last.is_outlived_by(each)
    }
    claims: dict[str, list[Claim]] = {}
    stands_for: dict[str, Credential] = {}
    for name, credential in credentials.items():
        if catalogue.pathway(name) is not None:
            continue
        theirs = [each for each in bids.get(name, ()) if each.submission.slug not in over_for]
        stands_for.update((each.submission.slug, credential) for each in behind(credential, theirs))
        # An earlier one that was renewed is a ground too: what it gave in its time is history.
        claims[name] = [
            _issued(each, behind(each, theirs))
            for each in newest(every)
            if each.achievement == name and each.id not in revocations
        ]

    open_still = [each for each in judgements if each.submission.slug not in over_for]
    lacking = _accept(open_still, claims, stands_for, today)
    for grounds in claims.values():
        grounds.sort(key=_rank)
    return Awards(
        claims={name: tuple(claims[name]) for name in sorted(claims)},
        best={name: _best(claims[name], today) for name in sorted(claims)},
        credentials=credentials,
        lacking=lacking,
        stands_for=stands_for,
        ended=over_for,
    )


def _accept(
    judgements: Sequence[Judgement],
    claims: dict[str, list[Claim]],
    stands_for: Mapping[str, Credential],
    today: date,
) -> dict[str, tuple[str, ...]]:
    """Turn competent work into claims until nothing more follows; say what the others lack.

    One award may open the way to the next, in any order of files, so this goes round until a round
    changes nothing. Micro-credentials that require each other therefore open nothing.
    """
    waiting = [each for each in judgements if each.competent]
    while True:
        lacking = {each.submission.slug: _lacking(each, claims) for each in waiting}
        ready = [each for each in waiting if not lacking[each.submission.slug]]
        if not ready:
            return lacking
        waiting = [each for each in waiting if lacking[each.submission.slug]]
        for each in ready:
            if renews(each, stands_for.get(each.submission.slug), today):
                claims.setdefault(each.submission.micro_credential, []).append(_met(each))


def renews(judgement: Judgement, credential: Credential | None, today: date) -> bool:
    """Whether work earns something beside its credential.

    The decision that led to a credential must not outlive it, so once that has expired only a later
    decision counts.
    """
    if credential is None or lasts(credential.valid_until) >= today:
        return True
    return judgement.decided_on is not None and judgement.decided_on > lasts(credential.valid_until)


def _lacking(judgement: Judgement, claims: Mapping[str, Sequence[Claim]]) -> tuple[str, ...]:
    """The prerequisites that were not held on the day of the decision, nor earned since."""
    day = judgement.decided_on or date.min
    return tuple(
        name
        for name in judgement.asked.requires
        if not any(each.holds_on(day) for each in claims.get(name, ()))
    )


def _met(judgement: Judgement) -> Claim:
    submission = judgement.submission
    on = judgement.decided_on or date.min
    micro_credential = judgement.asked.micro_credential
    until = over(on, micro_credential.expires if micro_credential else None)
    given = Award(submission.person, submission.micro_credential, on, until, submission.slug, issued=False)
    return Claim(given, _kinds([judgement]))


def _issued(credential: Credential, mine: Sequence[Judgement]) -> Claim:
    slug = min((each.submission.slug for each in mine), default=None)
    given = Award(
        credential.person,
        credential.achievement,
        credential.on,
        credential.valid_until,
        slug,
        issued=True,
    )
    # Work that nobody accepted proves nothing about kinds, even when a credential stands for it.
    return Claim(given, _kinds(each for each in mine if earned_it(each, credential)))


def _kinds(judgements: Iterable[Judgement]) -> frozenset[str]:
    return frozenset(artifact.kind.value for each in judgements for artifact in each.submission.artifacts)


def _rank(claim: Claim) -> tuple[bool, int, date, str]:
    """The ledger's awards first, of those the one that lasts longest; then by day."""
    given = claim.award
    short = date.max.toordinal() - lasts(given.until).toordinal() if given.issued else 0
    return not given.issued, short, given.on, given.submission or ""


def _best(claims: Sequence[Claim], today: date) -> Award:
    """The ledger's award, else the earliest decided; expired ones only when there is no other."""
    current = [each for each in claims if each.holds_on(today)]
    if current:
        return current[0].award
    return max(claims, key=lambda each: (lasts(each.award.until), each.award.issued)).award
