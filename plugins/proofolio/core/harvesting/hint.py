"""Sentences that sound like a rating. They are never taken for one, and never passed over in silence."""

from __future__ import annotations

import re

from proofolio.core.harvesting.spelling import folded
from proofolio.core.harvesting.vocabulary import Vocabulary

MOST = 5
WHY = "it names a criterion and a level in a sentence, and I do not guess"
QUOTED = "it stands in a quotation, and those are somebody else's words"
WORDS = "it stands among the words below the ratings, and those are kept as they are"
EMPTY = "no level is chosen in it yet"
VERDICT = "a verdict stands on a line of its own, with the word before it: verdict: met"
_LONGEST = 240
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_VERDICTS = frozenset({"met", "not-met", "not-yet", "revise", "please-revise", "its-met", "this-is-met"})


def hint(bare: str, words: Vocabulary, topic: str | None) -> str | None:
    """Why a line should be asked about; None for ordinary words.

    ``topic`` is the criterion that a heading above names.
    """
    if folded(bare.replace("'", "")) in _VERDICTS:
        return VERDICT
    for sentence in [bare] if len(bare) <= _LONGEST else _SENTENCE.split(bare):
        said = f"-{folded(sentence[: 2 * _LONGEST])}-"
        rates = any(f"-{name}-" in said for name in words.level_names)
        if rates and (topic or any(f"-{name}-" in said for name in words.criterion_names)):
            return WHY
    return None
