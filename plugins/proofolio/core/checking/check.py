"""The second pass: do the files make sense together?"""

from __future__ import annotations

from datetime import date

from proofolio.core.checking.absent import set_aside
from proofolio.core.checking.course import check_courses
from proofolio.core.checking.framework import check_frameworks
from proofolio.core.checking.history import check_history
from proofolio.core.checking.issuing import check_issuing
from proofolio.core.checking.micro_credential import check_micro_credentials
from proofolio.core.checking.opportunity import check_opportunities
from proofolio.core.checking.pathway import check_pathways
from proofolio.core.checking.portfolio import check_portfolios
from proofolio.core.checking.recognition import check_recognitions
from proofolio.core.checking.renewal import check_renewals
from proofolio.core.checking.roster import check_roster
from proofolio.core.checking.survey import check_surveys
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.model.district import District
from proofolio.core.model.history import History


def check(district: District, history: History, today: date | None = None) -> tuple[Finding, ...]:
    """Every finding about meaning, definitions first, then people, then portfolio by portfolio.

    What submitted work lacks is among them; what drafts lack is not (see ``completeness.gaps``).
    Without ``today`` nothing is said to be still to come.
    """
    district, absent = set_aside(district)
    return (
        *absent,
        *check_frameworks(district),
        *check_micro_credentials(district),
        *check_pathways(district),
        *check_renewals(district),
        *check_opportunities(district),
        *check_courses(district),
        *check_surveys(district),
        *check_roster(district),
        *check_portfolios(district, history),
        *check_recognitions(district),
        *check_issuing(district, today),
        *check_history(history),
    )
