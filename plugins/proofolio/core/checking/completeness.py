"""Completeness: what a micro-credential asks for and a submission does not have yet.

This is the machine's half. Whether the work is competent is for people, and is not decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from proofolio.core.checking.impact import impact_gaps
from proofolio.core.checking.section import section_gaps
from proofolio.core.diagnostics.finding import Gap
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.submission import (
    MISSING_ARTIFACT_KIND,
    MISSING_IMPACT,
    TOO_FEW_ARTIFACTS,
    TOO_FEW_CYCLES,
)
from proofolio.core.language.say import say, says
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
            message = say("the impact on learners is asked for and not given yet")
            hint = say("add a measure under impact, with its values before and after")
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
        hint = says(
            "add {n} artifact under artifacts",
            "add {n} artifacts under artifacts",
            asked.at_least - len(have),
        )
        yield Gap(TOO_FEW_ARTIFACTS, _too_few(asked.at_least, len(have)), where, hint)
    kinds = Counter(each.kind.value for each in have)
    for kind, number in asked.kinds.items():
        # A micro-credential that asks for attendance is wrong itself; nobody can fill that gap.
        if kind not in SEAT_TIME and kinds[kind] < number:
            hint = say("add an artifact of kind '{kind}'", kind=kind)
            yield Gap(MISSING_ARTIFACT_KIND, _too_few_of(kind, number, kinds[kind]), where, hint)


def _too_few(asked: int, have: int) -> str:
    if have:
        return says(
            "{asked} artifacts asked, only {n} is there yet",
            "{asked} artifacts asked, only {n} are there yet",
            have,
            asked=asked,
        )
    return says("{n} artifact asked, none is there yet", "{n} artifacts asked, none is there yet", asked)


def _too_few_of(kind: str, asked: int, have: int) -> str:
    if have:
        return says(
            "{asked} artifacts of kind '{kind}' asked, only {n} there yet",
            "{asked} artifacts of kind '{kind}' asked, only {n} there yet",
            have,
            asked=asked,
            kind=kind,
        )
    return says(
        "{n} artifact of kind '{kind}' asked, none there yet",
        "{n} artifacts of kind '{kind}' asked, none there yet",
        asked,
        kind=kind,
    )


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
        message = _too_few_cycles(micro_credential.cycles, have, competency.id, last)
        hint = say(
            "write a log entry with competency: {competency} about what you tried or noticed",
            competency=competency.id,
        )
        yield Gap(TOO_FEW_CYCLES, message, submission.source.down("micro_credential"), hint)


def _too_few_cycles(asked: int, have: int, competency: str, last: date | None) -> str:
    if last is None:
        return says(
            "{n} learning cycle asked, {have} logged for '{competency}'",
            "{n} learning cycles asked, {have} logged for '{competency}'",
            asked,
            have=have,
            competency=competency,
        )
    return says(
        "{n} learning cycle asked, {have} logged for '{competency}' up to {day}",
        "{n} learning cycles asked, {have} logged for '{competency}' up to {day}",
        asked,
        have=have,
        competency=competency,
        day=last,
    )


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
