"""Log entries: competencies, courses and people that exist."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.body import check_body
from proofolio.core.checking.reference import check_competency_name, check_name, check_person_name
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rules.people import NOT_AN_OBSERVATION
from proofolio.core.diagnostics.rules.reference import UNKNOWN_COURSE
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogEntry, LogKind


def check_log_entry(district: District, entry: LogEntry) -> Iterator[Finding]:
    """One entry of a log."""
    source = entry.source
    if entry.competency is not None:
        yield from check_competency_name(district, entry.competency, source.down("competency"))
    if entry.course is not None:
        where = source.down("course")
        yield from check_name(district, UNKNOWN_COURSE, "course", entry.course, district.courses, where)
    for at, person in enumerate(entry.companions):
        yield from check_person_name(district, person, source.down("with", at))
    if entry.observed is not None:
        where = source.down("observed")
        if entry.kind is not LogKind.OBSERVATION:
            message = f"the entry is of kind {entry.kind.value}, and says that somebody was observed"
            yield Finding(NOT_AN_OBSERVATION, message, where, "write kind: observation, or use with instead")
        yield from check_person_name(district, entry.observed, where)
    yield from check_body(district, entry.body, source)
