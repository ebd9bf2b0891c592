"""Who found the work to be good enough, on behalf of the issuer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proofolio.core.issuing.naming import page_of, person_at
from proofolio.core.issuing.wording import listing
from proofolio.core.model.district import District
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.standing import Decision
from proofolio.core.model.submission import Submission
from proofolio.core.model.visibility import Visibility

Json = dict[str, Any]


def assessors(
    district: District,
    issuer: Issuer,
    asked: MicroCredential,
    decision: Decision,
    submission: Submission,
    credential: str,
) -> Json:
    """Open Badges 3.0, ``Profile``, for ``source``.

    One person with a public portfolio has that page as id. Several, one without, and those who stay
    unnamed are told on the credential's own page. ``credential`` is the credential's id.
    """
    elsewhere = f"{page_of(credential)}#reviewers"
    if asked.review.blind:
        return _profile(elsewhere, f"Reviewers of {issuer.name}")
    people = _who(decision, submission)
    names = listing(district.name_of(each) for each in people)
    alone = people[0] if len(people) == 1 else None
    portfolio = district.portfolios.get(alone) if alone else None
    if alone and portfolio is not None and portfolio.visibility is Visibility.PUBLIC:
        return _profile(person_at(issuer.url, alone), names)
    return _profile(elsewhere, names)


def _profile(address: str, name: str) -> Json:
    return {"id": address, "type": ["Profile"], "name": name}


def _who(decision: Decision, submission: Submission) -> tuple[str, ...]:
    """Who rated this version and, in their order of saying so, who else said that it is met."""
    rated = [each for standing in decision.criteria.values() for each in standing.by]
    agreed = _agreeing(submission, decision)
    return tuple(dict.fromkeys((*rated, *agreed)))


def _agreeing(submission: Submission, decision: Decision) -> Iterable[str]:
    """Those who approved it on the day of the decision without rating anything themselves."""
    for each in submission.reviews:
        fresh = each.reviewed == submission.digest
        theirs = each.reviewer not in (submission.person, *submission.co_authors)
        if fresh and theirs and each.verdict.value == "met" and each.on == decision.decided_on:
            yield each.reviewer
