"""Artifacts: the things from the classroom that prove a claim."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from proofolio.core.model.remark import Remark


class ArtifactKind(StrEnum):
    """What an artifact is. Attendance and certificates earn hours, never a competency."""

    AUDIO = "audio"
    CLASSROOM_MATERIAL = "classroom-material"
    DATA = "data"
    DOCUMENT = "document"
    IMAGE = "image"
    LESSON_PLAN = "lesson-plan"
    LINK = "link"
    OBSERVATION = "observation"
    STUDENT_WORK = "student-work"
    UNIT = "unit"
    VIDEO = "video"
    ATTENDANCE = "attendance"
    CERTIFICATE = "certificate"


RECORDINGS = frozenset({ArtifactKind.VIDEO, ArtifactKind.AUDIO})
"""What has a time to speak of."""
SEAT_TIME = frozenset({ArtifactKind.ATTENDANCE, ArtifactKind.CERTIFICATE})


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the submission, or an address elsewhere; exactly one of ``file`` and ``url``.

    ``commentary`` are remarks on a recording, as they stand in the file.
    """

    file: str | None
    url: str | None
    kind: ArtifactKind
    title: str
    licence: str | None = None
    consent: bool | None = None
    commentary: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file below a submission's folder: path from that folder, size in bytes, Git blob id."""

    path: str
    size: int
    blob: str
