"""What still counts, and what is shown, when some files are wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from proofolio.core.diagnostics.finding import Finding, Gap
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.submission import Submission, SubmissionKey


def faulty_files(
    findings: Iterable[Finding], gaps: Mapping[SubmissionKey, tuple[Gap, ...]]
) -> frozenset[str]:
    """The files with errors that are more than something not there yet."""
    return frozenset(finding.where.file for finding in _errors(findings, gaps))


def countable(district: District, faulty: frozenset[str]) -> District:
    """The district without reviews and credentials that have errors: they decide nothing until mended."""

    def sound(submission: Submission) -> Submission:
        kept = tuple(each for each in submission.reviews if each.source.file not in faulty)
        return submission if len(kept) == len(submission.reviews) else replace(submission, reviews=kept)

    return _with_portfolios(
        district,
        lambda portfolio: replace(
            portfolio,
            submissions={slug: sound(each) for slug, each in portfolio.submissions.items()},
            credentials={
                name: each for name, each in portfolio.credentials.items() if each.source.file not in faulty
            },
        ),
    )


def gaps_with_errors(
    district: District, gaps: Mapping[SubmissionKey, tuple[Gap, ...]], findings: Iterable[Finding]
) -> dict[SubmissionKey, tuple[Gap, ...]]:
    """The gaps, and for each submission its own file's errors: faulty work is never complete."""
    by_file: dict[str, list[Gap]] = {}
    for finding in _errors(findings, gaps):
        gap = Gap(finding.rule, finding.message, finding.where, finding.hint)
        by_file.setdefault(finding.where.file, []).append(gap)
    return {
        each.key: (*gaps.get(each.key, ()), *by_file.get(each.source.file, ()))
        for each in district.submissions()
    }


def publishable(district: District, faulty: frozenset[str]) -> District:
    """The district without what has errors. Everything else is published."""

    def sound(portfolio: Portfolio) -> Portfolio:
        profile = portfolio.profile
        mine = f"portfolios/{portfolio.person}/"
        shown = {
            slug: each
            for slug, each in portfolio.submissions.items()
            if each.source.file not in faulty and not _faulty_artifact(each, faulty)
        }
        broken = {*portfolio.broken, *(file for file in faulty if file.startswith(mine))}
        return replace(
            portfolio,
            profile=None if profile is None or profile.source.file in faulty else profile,
            submissions=shown,
            self_assessments=tuple(
                each for each in portfolio.self_assessments if each.source.file not in faulty
            ),
            log=tuple(each for each in portfolio.log if each.source.file not in faulty),
            broken=tuple(sorted(broken)),
        )

    return _with_portfolios(countable(district, faulty), sound)


def _errors(findings: Iterable[Finding], gaps: Mapping[SubmissionKey, tuple[Gap, ...]]) -> Iterator[Finding]:
    """The errors that are more than something not there yet."""
    # By rule and place: the words may differ, as they also tell of reviews that count for nothing.
    lacking = {(gap.rule.name, gap.where) for each in gaps.values() for gap in each}
    for finding in findings:
        if finding.rule.severity is Severity.ERROR and (finding.rule.name, finding.where) not in lacking:
            yield finding


def _faulty_artifact(submission: Submission, faulty: frozenset[str]) -> bool:
    """Whether one of the files that the work consists of is itself refused."""
    folder = submission.source.file.rsplit("/", 1)[0]
    return any(f"{folder}/{each.path}" in faulty for each in submission.files)


def _with_portfolios(district: District, change: Callable[[Portfolio], Portfolio]) -> District:
    return replace(district, portfolios={name: change(each) for name, each in district.portfolios.items()})
