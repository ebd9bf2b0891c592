"""What was said in a pull request, in order: each review with its line comments, each comment."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from proofolio.core.harvesting.speaker import same
from proofolio.core.model.pull import Account, LineComment, Pull, ReviewState

About = tuple[str, int]
"""The kind (``review``, ``line``, ``comment``) and the forge's number of something said."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One review or comment. ``state`` is None for what is no review; ``commit`` what was looked at.

    ``lines`` are its comments at places in files. ``bound`` tells that the forge ties it to a commit.
    """

    about: About
    by: Account | None
    at: datetime
    state: ReviewState | None
    text: str
    commit: str | None
    address: str | None
    lines: tuple[LineComment, ...] = ()
    bound: bool = True

    @property
    def silent(self) -> bool:
        """Whether there are no words in it at all."""
        return not self.text.strip() and not self.lines


def sayings(pull: Pull, folder: str = "") -> tuple[Saying, ...]:
    """Everything that was handed in, oldest first. Pending reviews are nobody's business yet.

    ``folder`` is where the district lies in its repository; the places of lines are told from there.
    """
    found = []
    placed = [replace(each, path=each.path.removeprefix(folder)) for each in pull.line_comments]
    taken: set[int] = set()
    for review in pull.reviews:
        if review.at is None or review.state is ReviewState.PENDING:
            continue
        own = tuple(each for each in placed if _belongs(each, review.number, review.by))
        taken.update(each.number for each in own)
        about = ("review", review.number)
        found.append(
            Saying(about, review.by, review.at, review.state, review.text, review.commit, review.address, own)
        )
    for line in placed:
        if line.number not in taken:
            about = ("line", line.number)
            found.append(Saying(about, line.by, line.at, None, "", line.commit, line.address, (line,)))
    for comment in pull.comments:
        about = ("comment", comment.number)
        found.append(
            Saying(about, comment.by, comment.at, None, comment.text, None, comment.address, bound=False)
        )
    return tuple(sorted(found, key=lambda each: (each.at, each.about)))


def _belongs(line: LineComment, review: int, by: Account | None) -> bool:
    return line.review == review and (same(line.by, by) or (line.by is None and by is None))
