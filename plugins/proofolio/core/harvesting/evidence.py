"""What was reviewed: the submissions of a pull request, as each commit had them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proofolio.core.model.submission import SubmissionKey


@dataclass(frozen=True, slots=True)
class Work:
    """A submission as one commit had it. ``authors`` are its owner and the co-authors it names."""

    digest: str
    authors: frozenset[str]
    micro_credential: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the local repository knows of a pull request's commits.

    ``at`` maps a commit to the submissions that the pull request had changed by then; a commit that
    is not in the clone is not in it. ``versions`` are all versions that a submission had within the
    pull request, oldest first. ``recorded`` are the digests that it ever had in the history here,
    ``here`` the submissions that are in the folder now. ``folder`` is where the district lies in its
    repository: "" for the top, else a path that ends in a slash.
    """

    at: Mapping[str, Mapping[SubmissionKey, Work]] = field(default_factory=dict)
    versions: Mapping[SubmissionKey, tuple[Work, ...]] = field(default_factory=dict)
    recorded: Mapping[SubmissionKey, frozenset[str]] = field(default_factory=dict)
    here: frozenset[SubmissionKey] = frozenset()
    folder: str = ""
