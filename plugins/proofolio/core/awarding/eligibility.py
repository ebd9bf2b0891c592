"""Eligibility: what somebody meets of all that an opportunity asks, and what is still missing."""

from __future__ import annotations

from datetime import date

from proofolio.core.awarding.award import Awards
from proofolio.core.awarding.pathway import judged
from proofolio.core.awarding.requirement import Assessor
from proofolio.core.language.hours import counted_hours
from proofolio.core.language.say import say
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.progress import Eligibility


def eligibilities(awards: Awards, assessor: Assessor, hours: float, today: date) -> dict[str, Eligibility]:
    """Every opportunity, by id. ``hours`` are those of professional learning that count today.

    An opportunity that has closed is judged all the same: whoever looks back may ask.
    """
    district = assessor.catalogue.district
    return {
        name: _eligibility(each, awards, assessor, hours, today)
        for name, each in sorted(district.opportunities.items())
    }


def _eligibility(
    opportunity: Opportunity, awards: Awards, assessor: Assessor, hours: float, today: date
) -> Eligibility:
    rule = opportunity.rule
    enough = hours >= opportunity.hours
    told = (counted_hours(hours, opportunity.hours),) if opportunity.hours else ()
    if rule is None:
        because = told or (say("Nothing has to be earned for it."),)
        return Eligibility(opportunity.id, enough, (), (), because, (), hours, opportunity.hours)
    found = judged(rule, assessor, awards, today)
    return Eligibility(
        opportunity.id,
        found.met and enough,
        found.have,
        found.still,
        (*found.because, *told),
        found.parts,
        hours,
        opportunity.hours,
    )
