"""The review block, ready to fill in: what a comment or a page offers a reviewer to copy."""

from __future__ import annotations

from proofolio.core.harvesting.lines import INFO
from proofolio.core.harvesting.vocabulary import Vocabulary, vocabulary
from proofolio.core.model.district import District
from proofolio.core.model.submission import Submission, SubmissionKey

DIGITS = 12
"""How many digits of a digest name a version."""


def offer(district: District, submission: Submission) -> str:
    """The fenced block for a submission as it is now; "" when its micro-credential rates nothing.

    Whoever fills it in leaves one level on each line and writes over the dots. The fence may stay.
    """
    words = vocabulary(district, submission.micro_credential)
    return block(words, submission.key, submission.digest) if words else ""


def block(words: Vocabulary, key: SubmissionKey, digest: str) -> str:
    """The fenced block for a version of a submission."""
    return f"```{INFO}\n{form(words, key, digest)}\n```"


def form(words: Vocabulary, key: SubmissionKey, digest: str) -> str:
    """The block's lines, without the fence."""
    levels = " | ".join(words.levels)
    return "\n".join(
        (
            f"{key[0]}/{key[1]}:",
            *(f"{criterion}: {levels} – next: …" for criterion in words.criteria),
            "verdict: met | revise",
            f"version: {short(digest)}",
        )
    )


def short(digest: str) -> str:
    """The first digits of a digest, which name the version for people."""
    return digest.removeprefix("sha256:")[:DIGITS]
