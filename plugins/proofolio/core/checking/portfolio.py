"""Portfolios: everything in one person's folder."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.credential import check_credential
from proofolio.core.checking.log_entry import check_log_entry
from proofolio.core.checking.profile import check_profile
from proofolio.core.checking.recognition import check_showcase
from proofolio.core.checking.self_assessment import check_self_assessment
from proofolio.core.checking.submission import check_submission
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.portfolio import Portfolio


def check_portfolios(district: District, history: History) -> Iterator[Finding]:
    """Every portfolio."""
    for portfolio in district.portfolios.values():
        yield from check_portfolio(district, portfolio, history)


def check_portfolio(district: District, portfolio: Portfolio, history: History) -> Iterator[Finding]:
    """One portfolio: profile, self-assessments, submissions, log, credentials."""
    if portfolio.profile is not None:
        yield from check_profile(district, portfolio.profile)
        yield from check_showcase(district, portfolio.person, portfolio.profile)
    for assessment in portfolio.self_assessments:
        yield from check_self_assessment(district, assessment)
    for submission in portfolio.submissions.values():
        yield from check_submission(district, submission, history)
    for entry in portfolio.log:
        yield from check_log_entry(district, entry)
    for credential in portfolio.credentials.values():
        yield from check_credential(district, credential)
