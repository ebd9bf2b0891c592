"""Texts of files that somebody may start: what a link into the forge's editor brings along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proofolio.core.model.submission import SubmissionKey

Starter = tuple[str, ...]
"""One file's text at several lengths, the fullest first. An address takes the first that it can carry."""

UNREAD = "sha256:" + "0" * 64
"""Stands in a review's starter for the digest of the work, which differs from page to page."""


@dataclass(frozen=True, slots=True)
class Starters:
    """``evidence`` and ``reviews`` by micro-credential; ``log`` is for a reflection.

    ``blocks`` are the review blocks by submission, ready to fill in and to copy into a conversation.
    """

    evidence: Mapping[str, Starter] = field(default_factory=dict)
    reviews: Mapping[str, Starter] = field(default_factory=dict)
    log: Starter = ()
    blocks: Mapping[SubmissionKey, str] = field(default_factory=dict)
