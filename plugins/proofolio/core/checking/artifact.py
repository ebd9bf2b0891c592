"""Artifacts: there, inside the folder, listed once, and evidence of practice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname

from proofolio.core.checking.place import is_withheld
from proofolio.core.checking.reference import hint_for
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.artifact import (
    ARTIFACT_MISSING,
    ARTIFACT_OUTSIDE_FOLDER,
    COMMENTARY_WITHOUT_CONSENT,
    COMMENTARY_WITHOUT_RECORDING,
    DUPLICATE_ARTIFACT,
    SEAT_TIME_AS_EVIDENCE,
)
from proofolio.core.model.artifact import RECORDINGS, SEAT_TIME, Artifact
from proofolio.core.model.district import District
from proofolio.core.model.remark import Voice
from proofolio.core.model.submission import Submission

# These two folders are not part of what a review is bound to.
APART = frozenset({"reviews", "credentials"})
_ELSEWHERE = re.compile(r"^(?:[a-z]:|[a-z][a-z0-9+.-]*://)", re.IGNORECASE)


def check_artifacts(district: District, submission: Submission) -> Iterator[Finding]:
    """Every artifact of a submission, whatever its status."""
    folder = dirname(submission.source.file)
    files = {each.path for each in submission.files}
    first: dict[str, Pointer] = {}
    for at, artifact in enumerate(submission.artifacts):
        where = submission.source.down("artifacts", at)
        yield from _check_kind(artifact, where.down("kind"))
        if artifact.file is not None and not is_withheld(district, f"{folder}/{artifact.file}"):
            yield from _check_file(artifact.file, files, where.down("file"))
        yield from _check_once(artifact, first, where)
        yield from _check_commentary(artifact, where)


def is_outside(path: str) -> bool:
    """Whether a path leaves the submission's folder, or enters a part that no review covers."""
    steps = path.split("/")
    odd = "\\" in path or path.startswith(("/", "~")) or _ELSEWHERE.match(path) is not None
    return odd or ".." in steps or next((step for step in steps if step not in {"", "."}), "") in APART


def _check_kind(artifact: Artifact, where: Pointer) -> Iterator[Finding]:
    if artifact.kind in SEAT_TIME:
        message = f"'{artifact.kind}' is not evidence of a competency"
        hint = "show what you did with learners; the hours belong in your log"
        yield Finding(SEAT_TIME_AS_EVIDENCE, message, where, hint)


def _check_file(path: str, files: set[str], where: Pointer) -> Iterator[Finding]:
    if is_outside(path):
        message = f"'{path}' is outside this submission's folder"
        hint = "copy the file into the folder and give its name only"
        if "://" in path:
            hint = "for an address, write url instead of file"
        yield Finding(ARTIFACT_OUTSIDE_FOLDER, message, where, hint)
    elif path not in files:
        known = {each for each in files if each != "index.md" and not is_outside(each)}
        hint = hint_for(path, known) if known else "add the file to this submission's folder"
        yield Finding(ARTIFACT_MISSING, f"there is no file '{path}' in this folder", where, hint)


def _check_once(artifact: Artifact, first: dict[str, Pointer], where: Pointer) -> Iterator[Finding]:
    key, target = ("url", artifact.url) if artifact.file is None else ("file", artifact.file)
    if target is None:
        return
    place = where.down(key)
    if target in first:
        related = (Related(first[target], "first listed here"),)
        yield Finding(DUPLICATE_ARTIFACT, f"'{target}' is listed twice", place, related=related)
    first.setdefault(target, place)


def _check_commentary(artifact: Artifact, where: Pointer) -> Iterator[Finding]:
    """Remarks need something that has a time; the words of students, that they agreed."""
    if artifact.commentary and artifact.kind not in RECORDINGS:
        message = f"an artifact of kind '{artifact.kind}' has no time to comment on"
        yield Finding(COMMENTARY_WITHOUT_RECORDING, message, where.down("commentary"))
    spoken = [at for at, each in enumerate(artifact.commentary) if each.by is Voice.STUDENT]
    if spoken and artifact.consent is not True:
        message = f"'{artifact.title}' holds words of a student, and does not say consent: yes"
        yield Finding(COMMENTARY_WITHOUT_CONSENT, message, where.down("commentary", spoken[0], "by"))
