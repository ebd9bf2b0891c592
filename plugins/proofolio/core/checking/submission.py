"""Submissions: everything a bid refers to, and, once it is submitted, everything it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname

from proofolio.core.checking.artifact import check_artifacts
from proofolio.core.checking.body import check_body
from proofolio.core.checking.completeness import gaps
from proofolio.core.checking.impact import check_impact
from proofolio.core.checking.reference import (
    check_competency_name,
    check_micro_credential_name,
    check_person_name,
    hint_for,
)
from proofolio.core.checking.review import check_review
from proofolio.core.checking.selector import is_settled, themes
from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.rules.reference import THEME_WITHOUT_COMPETENCY
from proofolio.core.diagnostics.rules.submission import CO_AUTHOR_IS_OWNER, TOO_FEW_CYCLES
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.submission import Status, Submission


def check_submission(district: District, submission: Submission, history: History) -> Iterator[Finding]:
    """One submission with its reviews."""
    source = submission.source
    where = source.down("micro_credential")
    yield from check_micro_credential_name(district, submission.micro_credential, where)
    for at, claim in enumerate(submission.demonstrates):
        where = source.down("demonstrates", at, "competency")
        yield from check_competency_name(district, claim.competency, where)
    yield from _check_themes(district, submission)
    yield from _check_co_authors(district, submission)
    yield from check_artifacts(district, submission)
    yield from check_impact(submission.impact)
    folder = dirname(source.file)
    # A listed file that is not there is told where it is listed, not again where it is linked to.
    listed = {each.file for each in submission.artifacts if each.file is not None}
    files = frozenset(f"{folder}/{each}" for each in {*(each.path for each in submission.files), *listed})
    yield from check_body(district, submission.body, source, files)
    if submission.status is Status.SUBMITTED and not submission.practice:
        unsure = _log_is_partly_unread(district, submission)
        for gap in gaps(district, submission):
            if gap.rule is not TOO_FEW_CYCLES or not unsure:
                yield gap.as_finding()
    for review in submission.reviews:
        yield from check_review(district, submission, review, history)
        yield from check_body(district, review.body, review.source, files)


def _log_is_partly_unread(district: District, submission: Submission) -> bool:
    """Whether a learning cycle may stand in an entry that has a finding of its own."""
    folder = f"{PORTFOLIOS}/{submission.person}/log/"
    portfolio = district.portfolios.get(submission.person)
    unread = (*(portfolio.broken if portfolio else ()), *district.broken.get("file", ()))
    return any(path.startswith(folder) for path in unread)


def _check_themes(district: District, submission: Submission) -> Iterator[Finding]:
    if not submission.themes or not is_settled(district):
        return
    known = themes(district)
    for at, theme in enumerate(submission.themes):
        if theme not in known:
            message = f"no competency has the theme '{theme}', so the work is listed under none"
            where = submission.source.down("themes", at)
            yield Finding(THEME_WITHOUT_COMPETENCY, message, where, hint_for(theme, known))


def _check_co_authors(district: District, submission: Submission) -> Iterator[Finding]:
    for at, person in enumerate(submission.co_authors):
        where = submission.source.down("with", at)
        if person == submission.person:
            message = f"'{person}' is the owner of this work, not a co-author"
            yield Finding(CO_AUTHOR_IS_OWNER, message, where, "name only the others under with")
        else:
            yield from check_person_name(district, person, where)
