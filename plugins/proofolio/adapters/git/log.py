"""Reading ``git log --raw -z``: from its bytes to commits and what each changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

# Every commit, in an order where parents stand before their children. A merge is compared with its
# first parent, so that the state of the files can be followed exactly along each line of work.
LOG = (
    "log",
    "--raw",
    "-z",
    "--no-abbrev",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-show-signature",
    "--no-notes",
    "--encoding=UTF-8",
    "--relative",
    "--full-history",
    "--parents",
    "--topo-order",
    "--reverse",
    "--diff-merges=first-parent",
    "--format=%H%x00%P%x00%aI%x00%aN%x00%s",
    "HEAD",
    "--",
    "portfolios",
    "competencies",
)
LONGEST_SUBJECT = 300
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as a commit has it: Git's mode (``100644`` …) and blob id."""

    mode: str
    blob: str

    @property
    def regular(self) -> bool:
        """Whether this is an ordinary file, not a symbolic link or another repository."""
        return self.mode.startswith("100")


@dataclass(frozen=True, slots=True)
class Change:
    """A path and what stands there after the commit; None when it was deleted."""

    path: str
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit of the log. ``at`` is None where the recorded date is no possible date."""

    id: str
    parents: tuple[str, ...]
    at: datetime | None
    author: str
    subject: str
    changes: tuple[Change, ...]


def read_log(output: bytes) -> tuple[Commit, ...]:
    """The commits of the output of :data:`LOG`, parents first. ValueError if it is not such output."""
    tokens = output.split(b"\0")
    if tokens and not tokens[-1].strip():
        tokens.pop()
    return tuple(_commits(tokens))


def _commits(tokens: list[bytes]) -> Iterator[Commit]:
    at = 0
    while at < len(tokens):
        id_, parents, date, author, subject = (_text(token) for token in tokens[at : at + 5])
        at += 5
        changes: list[Change] = []
        # The first change follows the header's line end; a commit's id never starts with a colon.
        while at + 1 < len(tokens) and tokens[at].lstrip(b"\n").startswith(b":"):
            _, mode, _, blob, status = tokens[at].decode("ascii").split()
            entry = None if status == "D" else Entry(mode, blob)
            changes.append(Change(tokens[at + 1].decode("utf-8", "surrogateescape"), entry))
            at += 2
        yield Commit(id_, tuple(parents.split()), _moment(date), author, subject, tuple(changes))


def _text(token: bytes) -> str:
    """Plain text of one line: names and subjects come from anyone."""
    text = _HIDDEN.sub(" ", token.decode("utf-8", "replace")).strip()
    return text if len(text) <= LONGEST_SUBJECT else text[: LONGEST_SUBJECT - 1] + "…"


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
