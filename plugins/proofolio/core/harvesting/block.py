"""The review block: what one comment says of one submission."""

from __future__ import annotations

from dataclasses import dataclass, field

from proofolio.core.model.review import Verdict


@dataclass(frozen=True, slots=True)
class Slip:
    """A line that looks like part of a review and could not be understood, and why."""

    line: str
    why: str


@dataclass(slots=True)
class Block:
    """What was understood. ``remarks`` say what a word with a slip in it was taken for.

    ``version`` are the digits of the digest that was read, if a line gives them; ``recused`` and
    ``confirmed`` are None unless said, else what was said with it. ``unclear``: two lines say
    opposite things. ``hints`` are lines that only sound like a rating; they matter when nothing was
    rated. ``text`` is everything else.
    """

    ratings: dict[str, str] = field(default_factory=dict)
    next_steps: dict[str, str] = field(default_factory=dict)
    verdict: Verdict | None = None
    version: str | None = None
    recused: str | None = None
    confirmed: str | None = None
    slips: list[Slip] = field(default_factory=list)
    hints: list[Slip] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unclear: bool = False
    text: str = ""

    @property
    def speaks(self) -> bool:
        """Whether anything was said that makes it a review."""
        return bool(self.ratings or self.next_steps or self.verdict) or self.steps_in

    @property
    def steps_in(self) -> bool:
        """Whether it is a recusal or a confirmation."""
        return self.recused is not None or self.confirmed is not None
