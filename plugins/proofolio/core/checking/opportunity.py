"""Opportunities: roles that somebody can apply for."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.reference import check_name
from proofolio.core.checking.requirement import check_requirement
from proofolio.core.checking.wording import counted
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rules.opportunity import IMPOSSIBLE_EVIDENCE
from proofolio.core.diagnostics.rules.reference import UNKNOWN_PATHWAY
from proofolio.core.model.district import District
from proofolio.core.model.opportunity import Opportunity


def check_opportunities(district: District) -> Iterator[Finding]:
    """Every opportunity. One that has closed is nothing to mend."""
    for opportunity in district.opportunities.values():
        if opportunity.requires is not None:
            yield from check_requirement(district, opportunity.requires)
        for each in opportunity.pathways:
            yield from check_name(
                district, UNKNOWN_PATHWAY, "pathway", each.id, district.pathways, each.source
            )
        yield from _check_evidence(opportunity)


def _check_evidence(opportunity: Opportunity) -> Iterator[Finding]:
    least, most = opportunity.at_least, opportunity.at_most
    where = opportunity.source.down("evidence", "at_most")
    if most < least:
        asked = counted(least, "piece is", "pieces are")
        message = f"{asked} asked at least, but at most {most} can be chosen"
        yield Finding(IMPOSSIBLE_EVIDENCE, message, where)
    elif most < 1:
        message = "at most 0 pieces can be chosen, so an application would hold no evidence"
        yield Finding(IMPOSSIBLE_EVIDENCE, message, where, "write 1 or more")
