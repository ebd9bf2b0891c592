"""The words of a small rubric."""

from __future__ import annotations

from proofolio.core.harvesting.block import Block
from proofolio.core.harvesting.lines import lines_of
from proofolio.core.harvesting.reader import read_block
from proofolio.core.harvesting.vocabulary import Vocabulary

LEVELS = ("emerging", "developing", "proficient", "exemplary")
WORDS = Vocabulary(
    criteria=("units-from-competencies", "pacing"),
    levels=LEVELS,
    criterion_names={
        "units-from-competencies": "units-from-competencies",
        "plans-units-from-competencies": "units-from-competencies",
        "pacing": "pacing",
    },
    level_names={**{each: each for each in LEVELS}, "not-yet-there": "emerging"},
    mastered=frozenset({"proficient", "exemplary"}),
    approval=False,
)


def read(text: str) -> Block:
    return read_block(lines_of(text), WORDS)
