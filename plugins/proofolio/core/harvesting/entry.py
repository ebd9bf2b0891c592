"""What one reviewer said of one version of one submission at one time, and how it adds up."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from proofolio.core.harvesting.block import Block
from proofolio.core.harvesting.evidence import Work
from proofolio.core.harvesting.saying import About
from proofolio.core.harvesting.vocabulary import Vocabulary
from proofolio.core.model.pull import ReviewState
from proofolio.core.model.review import Verdict
from proofolio.core.model.submission import SubmissionKey


@dataclass(frozen=True, slots=True)
class Entry:
    """One reviewer's words on one version. ``decides``: an approver's decision, which rates nothing.

    ``place`` is the pull request's place among those that are read together.
    """

    place: int
    pull: int
    about: About
    at: datetime
    reviewer: str
    key: SubmissionKey
    work: Work
    words: Vocabulary
    block: Block
    text: str
    address: str | None
    state: ReviewState | None
    decides: Verdict | None = None

    @property
    def day(self) -> date:
        """The day in UTC, which names the file."""
        return self.at.astimezone(UTC).date()


@dataclass(slots=True)
class Round:
    """What a reviewer has said of one version, entry upon entry; the later word counts."""

    digest: str
    words: Vocabulary
    ratings: dict[str, str] = field(default_factory=dict)
    next_steps: dict[str, str] = field(default_factory=dict)
    verdict: Verdict | None = None
    recused: bool = False
    confirms: bool = False
    unclear: bool = False
    entries: list[Entry] = field(default_factory=list)

    def add(self, entry: Entry) -> None:
        """Take in what was said later."""
        block = entry.block
        for criterion, level in block.ratings.items():
            if level in self.words.mastered and self.ratings.get(criterion, level) != level:
                self.next_steps.pop(criterion, None)
            self.ratings[criterion] = level
        self.next_steps.update(block.next_steps)
        asks = Verdict.REVISE if entry.state is ReviewState.CHANGES_REQUESTED else None
        stated = block.verdict or entry.decides or asks
        self.verdict = stated if stated or block.ratings else self.verdict
        self.recused = self.recused or block.recused is not None
        self.confirms = self.confirms or block.confirmed is not None
        self.unclear = block.unclear
        self.entries.append(entry)

    @property
    def last(self) -> Entry:
        """The latest word."""
        return self.entries[-1]

    @property
    def text(self) -> str:
        """Everything that was said beside the ratings."""
        return "\n\n".join(each.text.strip("\n") for each in self.entries if each.text.strip())

    @property
    def only_decides(self) -> bool:
        """Whether this is an approver's decision upon somebody else's ratings."""
        return not self.ratings and any(each.decides for each in self.entries)
