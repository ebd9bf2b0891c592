"""Answers to reviewers: what could not be understood, why, and how to write it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from proofolio.core.harvesting.block import Slip
from proofolio.core.harvesting.offer import block
from proofolio.core.harvesting.outcome import Reply
from proofolio.core.harvesting.prose import code
from proofolio.core.harvesting.vocabulary import Vocabulary
from proofolio.core.model.submission import SubmissionKey

MARK = "<!-- proofolio:"
"""How every comment that Proofolio posts begins one of its lines."""

Choice = tuple[SubmissionKey, Vocabulary, str]
"""A submission that may be rated: its key, its words, its digest."""


def answer(
    pull: int,
    about: tuple[str, int],
    address: str | None,
    paragraphs: Iterable[str],
    choices: Sequence[Choice] = (),
) -> Reply:
    """A reply to what was said in ``about`` (its kind and number), with the blocks to fill in."""
    parts = [each for each in paragraphs if each]
    if choices:
        each = "it" if len(choices) == 1 else "them"
        parts.append(
            "This is how to write it. Copy what you need into a comment or a review, leave one level on each"
            f" line and write over the dots; I will find {each}."
        )
        parts += [block(words, key, digest) for key, words, digest in choices]
    text = "\n\n".join(parts)
    seal = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:10]
    marker = f"{MARK}reply {about[0]}-{about[1]}-{seal} -->"
    return Reply(pull, address, marker, f"{marker}\n{text}\n")


def misunderstood(slips: Sequence[Slip], words: Vocabulary | None) -> str:
    """The lines that were not understood, quoted, with the reason and what is possible."""
    if not slips:
        return ""
    noun = "this line" if len(slips) == 1 else "these lines"
    rows = [f"I could not understand {noun}:", ""]
    rows += [f"- {code(each.line)} – {each.why}." for each in slips]
    if words:
        rows += ["", f"Criteria: {_listed(words.criteria)}. Levels: {_listed(words.levels)}."]
    return "\n".join(rows)


def unsure(hints: Sequence[Slip]) -> str:
    """The lines that only sound like a rating, quoted, and what became of them."""
    rows = ["Thank you. This sounds like a rating, and I did not take it for one:", ""]
    rows += [f"- {code(each.line)} – {each.why}." for each in hints]
    rows += ["", "Nothing of it is kept as a rating yet. If it was not meant as one, there is nothing to do."]
    return "\n".join(rows)


def answered(reply: Reply, texts: Iterable[str]) -> bool:
    """Whether one of the comments is this reply already."""
    return any(reply.marker in text for text in texts)


def by_us(text: str) -> bool:
    """Whether a comment was posted by Proofolio, whoever's token it used."""
    return re.match(r"\s*<!-- proofolio:", text) is not None


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
