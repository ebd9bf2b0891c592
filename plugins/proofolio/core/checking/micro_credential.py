"""Micro-credentials: what they are for, what they require, and that it can be done."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.cycle import closing, cycles
from proofolio.core.checking.misnamed import misnamed_criterion
from proofolio.core.checking.reference import (
    check_competency_name,
    check_micro_credential_name,
    hint_for,
)
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rules.micro_credential import (
    COMPETENCY_WITHOUT_RUBRIC,
    IMPOSSIBLE_ARTIFACTS,
    REQUIREMENT_CYCLE,
)
from proofolio.core.diagnostics.rules.reference import UNKNOWN_CRITERION, UNKNOWN_KIND
from proofolio.core.model.artifact import SEAT_TIME, ArtifactKind
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import MicroCredential

EVIDENCE_KINDS = frozenset(ArtifactKind) - SEAT_TIME


def check_micro_credentials(district: District) -> Iterator[Finding]:
    """Every micro-credential, then circles among what they require."""
    for each in district.micro_credentials.values():
        yield from check_micro_credential(district, each)
    yield from _check_requirement_cycles(district)


def check_micro_credential(district: District, micro_credential: MicroCredential) -> Iterator[Finding]:
    """One micro-credential's file."""
    where = micro_credential.source
    yield from check_competency_name(district, micro_credential.competency, where.down("competency"))
    yield from _check_criteria(district, micro_credential)
    for at, ref in enumerate(micro_credential.requires):
        yield from check_micro_credential_name(district, ref, where.down("requires", at))
    yield from _check_kinds(micro_credential)


def _check_criteria(district: District, micro_credential: MicroCredential) -> Iterator[Finding]:
    competency = district.competency_of(micro_credential)
    if competency is None:
        return
    known = competency.rubric.criteria
    if not known and not micro_credential.criteria and _only_names(district, competency):
        return
    if not known:
        message = f"competency '{competency.ref}' has no rubric, so nothing could be rated"
        yield Finding(COMPETENCY_WITHOUT_RUBRIC, message, micro_credential.source.down("competency"))
        return
    for at, ref in enumerate(micro_credential.criteria):
        slip = misnamed_criterion(competency, ref)
        if slip is not None:
            yield slip
        elif ref not in known:
            message = f"the rubric of '{competency.ref}' has no criterion '{ref}'"
            where = micro_credential.source.down("criteria", at)
            yield Finding(UNKNOWN_CRITERION, message, where, hint_for(ref, known))


def _only_names(district: District, competency: Competency) -> bool:
    """Whether nothing in a framework has a rubric: standards that work is filed under, not rated by."""
    every = district.frameworks[competency.framework].competencies.values()
    return not any(each.rubric.criteria for each in every)


def _check_kinds(micro_credential: MicroCredential) -> Iterator[Finding]:
    kinds = micro_credential.source.down("submission", "artifacts", "kinds")
    for kind, number in micro_credential.artifacts.kinds.items():
        if kind not in EVIDENCE_KINDS | SEAT_TIME:
            message = f"there is no kind of artifact '{kind}'"
            yield Finding(UNKNOWN_KIND, message, kinds.key(kind), hint_for(kind, EVIDENCE_KINDS))
        elif kind in SEAT_TIME and number > 0:
            message = f"artifacts of kind '{kind}' are asked for, but are never accepted as evidence"
            hint = "ask for evidence from practice; hours are counted from the log"
            yield Finding(IMPOSSIBLE_ARTIFACTS, message, kinds.key(kind), hint)


def _check_requirement_cycles(district: District) -> Iterator[Finding]:
    known = district.micro_credentials
    for found in cycles({each.id: each.requires for each in known.values()}):
        steps = [
            (name, known[name].source.down("requires", known[name].requires.index(following)))
            for name, following in zip(found, (*found[1:], found[0]), strict=True)
        ]
        yield closing(REQUIREMENT_CYCLE, "require one another", steps)
