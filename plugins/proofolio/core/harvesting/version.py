"""Which version of a submission somebody speaks of: the commit's, or the one that a line names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proofolio.core.harvesting.evidence import Work
from proofolio.core.harvesting.offer import short
from proofolio.core.model.submission import SubmissionKey


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why no version can be told, and what to do."""

    why: str
    remedy: str


def version_of(
    key: SubmissionKey, given: str | None, looked_at: Work | None, versions: Sequence[Work]
) -> Work | Unclear:
    """The version that was read.

    ``given`` are the digits of a version line, ``looked_at`` is what the forge ties the words to (None
    for a comment in the conversation), ``versions`` are all that the pull request had. Nothing is
    guessed: where line and forge differ, neither counts.
    """
    name = "/".join(key)
    if looked_at is not None:
        if given is None or _is(looked_at, given):
            return looked_at
        return Unclear(
            f"the block names version {given[:12]} of {name}, and the review was handed in on version"
            f" {short(looked_at.digest)}",
            "Please look at the newer version, and write the version that you rate.",
        )
    if given is None and len(versions) == 1:
        return versions[0]
    if given is None:
        return Unclear(
            f"{name} had {len(versions)} versions in this pull request, and a comment belongs to none",
            "Please add the version line, or hand it in as a review.",
        )
    named = [each for each in versions if _is(each, given)]
    if len(named) == 1:
        return named[0]
    return Unclear(
        f"{name} never had a version {given[:12]} in this pull request", "Please copy the version line again."
    )


def _is(work: Work, digits: str) -> bool:
    return work.digest.removeprefix("sha256:").startswith(digits)
