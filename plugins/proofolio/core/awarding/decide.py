"""Decide: from what the files say to what everybody has reached, with reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from proofolio.core.awarding.award import award
from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.competency import competencies, sets
from proofolio.core.awarding.decision import decision
from proofolio.core.awarding.eligibility import eligibilities
from proofolio.core.awarding.growth import growth
from proofolio.core.awarding.holdings import current
from proofolio.core.awarding.hours import each_time, earned_hours, tally
from proofolio.core.awarding.judgement import judge
from proofolio.core.awarding.pathway import journey
from proofolio.core.awarding.plan import goals
from proofolio.core.awarding.renewal import renewal
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.submission import SubmissionKey

Gaps = Mapping[SubmissionKey, tuple[Gap, ...]]


def decide(district: District, gaps: Gaps, today: date) -> dict[str, PersonProgress]:
    """Decide everything about every portfolio, by person.

    ``gaps`` says what the checks found missing; a submission without an entry is complete. Names
    that lead nowhere count for nothing and raise nothing: the checks report them. The result does
    not depend on the order in which anything was loaded.
    """
    catalogue = Catalogue.of(district)
    return {
        person: _decide(portfolio, gaps, catalogue, today)
        for person, portfolio in sorted(district.portfolios.items())
    }


def _decide(portfolio: Portfolio, gaps: Gaps, catalogue: Catalogue, today: date) -> PersonProgress:
    submissions = sorted(portfolio.submissions.values(), key=lambda each: each.slug)
    judgements = [judge(each, gaps.get(each.key, ()), catalogue, today) for each in submissions]
    awards = award(judgements, portfolio.credentials.values(), catalogue, today)
    way = journey(awards, catalogue, today)
    mastery = competencies(portfolio, judgements, current(awards.claims, today), catalogue)
    given = (one for each in awards.claims.values() for one in each_time(claim.award for claim in each))
    credited = earned_hours(given, way.finished_on, portfolio.log, catalogue)
    hours = tally(credited)
    profile = portfolio.profile
    return PersonProgress(
        person=portfolio.person,
        decisions={each.submission.slug: decision(each, awards, catalogue, today) for each in judgements},
        awards=awards.best,
        competencies=mastery,
        growth=growth(judgements, portfolio.self_assessments, catalogue),
        sets=sets(mastery, catalogue),
        pathways=way.progress,
        hours=hours,
        renewal=renewal(profile.renewal if profile else None, catalogue.district.renewals, credited),
        goals=goals(profile.plan if profile else (), mastery, catalogue),
        opportunities=eligibilities(awards, way.assessor, hours.total, today),
    )
