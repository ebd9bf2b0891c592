"""Completeness: what a micro-credential asks for and a submission does not have yet.

This is the machine's half. Whether the work is competent is for people, and is not decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from proofolio.core.checking.impact import impact_gaps
from proofolio.core.checking.section import section_gaps
from proofolio.core.checking.wording import counted
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.submission import (
    MISSING_ARTIFACT_KIND,
    MISSING_IMPACT,
    TOO_FEW_ARTIFACTS,
    TOO_FEW_CYCLES,
)
from proofolio.core.model.artifact import SEAT_TIME, Artifact
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import CYCLE_KINDS, LogEntry
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.review import Verdict
from proofolio.core.model.submission import Submission, SubmissionKey
from proofolio.core.model.succession import line


def all_gaps(district: District) -> dict[SubmissionKey, tuple[Gap, ...]]:
    """The gaps of every submission, person by person; an empty tuple means complete."""
    return {each.key: gaps(district, each) for each in district.submissions()}


def gaps(district: District, submission: Submission) -> tuple[Gap, ...]:
    """What the submission lacks. Of an unknown micro-credential nothing is asked."""
    micro_credential = district.micro_credentials.get(submission.micro_credential)
    found: list[Gap] = []
    if micro_credential is not None:
        asked_by = submission.source.down("micro_credential")
        found += section_gaps(micro_credential, submission.body, asked_by)
        found += _artifact_gaps(micro_credential, submission)
        if micro_credential.impact_required and not submission.impact:
            message = "the impact on learners is asked for and not given yet"
            hint = "add a measure under impact, with its values before and after"
            found.append(Gap(MISSING_IMPACT, message, asked_by, hint))
        found += _cycle_gaps(district, micro_credential, submission)
    found += impact_gaps(submission.impact)
    return tuple(found)


def evidence(submission: Submission) -> tuple[Artifact, ...]:
    """The artifacts that count: each thing once, and never attendance or certificates."""
    counting = (each for each in submission.artifacts if each.kind not in SEAT_TIME)
    once: dict[tuple[str | None, str | None], Artifact] = {}
    for artifact in counting:
        once.setdefault((artifact.file, artifact.url), artifact)
    return tuple(once.values())


def _artifact_gaps(micro_credential: MicroCredential, submission: Submission) -> Iterator[Gap]:
    asked, have = micro_credential.artifacts, evidence(submission)
    where = _artifacts_place(submission)
    if len(have) < asked.at_least:
        there = f"only {len(have)} {'is' if len(have) == 1 else 'are'}" if have else "none is"
        message = f"{counted(asked.at_least, 'artifact')} asked, {there} there yet"
        hint = f"add {counted(asked.at_least - len(have), 'artifact')} under artifacts"
        yield Gap(TOO_FEW_ARTIFACTS, message, where, hint)
    kinds = Counter(each.kind.value for each in have)
    for kind, number in asked.kinds.items():
        # A micro-credential that asks for attendance is wrong itself; nobody can fill that gap.
        if kind not in SEAT_TIME and kinds[kind] < number:
            there = f"only {kinds[kind]}" if kinds[kind] else "none"
            message = f"{counted(number, 'artifact')} of kind '{kind}' asked, {there} there yet"
            yield Gap(MISSING_ARTIFACT_KIND, message, where, f"add an artifact of kind '{kind}'")


def _artifacts_place(submission: Submission) -> Pointer:
    source = submission.source
    return source.key("artifacts") if submission.artifacts else source.down("micro_credential")


def _cycle_gaps(
    district: District, micro_credential: MicroCredential, submission: Submission
) -> Iterator[Gap]:
    competency = district.competency_of(micro_credential)
    portfolio = district.portfolios.get(submission.person)
    if micro_credential.cycles <= 0 or competency is None or portfolio is None:
        return
    last = _closed_on(submission)
    have = sum(
        _is_cycle_for(district, entry, competency.ref) and (last is None or entry.on <= last)
        for entry in portfolio.log
    )
    if have < micro_credential.cycles:
        until = f" up to {last}" if last is not None else ""
        wanted = counted(micro_credential.cycles, "learning cycle")
        message = f"{wanted} asked, {have} logged for '{competency.id}'{until}"
        hint = f"write a log entry with competency: {competency.id} about what you tried or noticed"
        yield Gap(TOO_FEW_CYCLES, message, submission.source.down("micro_credential"), hint)


def _is_cycle_for(district: District, entry: LogEntry, ref: str) -> bool:
    if entry.kind not in CYCLE_KINDS or entry.competency is None:
        return False
    found = district.competency(entry.competency)
    return any(each.ref == ref for each in line(district, found))


def _closed_on(submission: Submission) -> date | None:
    """The day on which reviewers said that the work as it is now is met; None while it is open.

    Cycles logged later did not lead to that work. As long as it is open, because it was sent back or
    has changed since, the author can still add some.
    """
    recused = {each.reviewer for each in submission.reviews if each.verdict is Verdict.RECUSED}
    closing = [
        each.on
        for each in submission.reviews
        if each.verdict is Verdict.MET and each.reviewed == submission.digest and each.reviewer not in recused
    ]
    return max(closing, default=None)
