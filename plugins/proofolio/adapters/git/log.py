"""Reading ``git log --raw -z``: from its bytes to commits and what each changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from proofolio.adapters.git.naming import Naming, plain
from proofolio.core.model.identity import Identity

ROOTS = (b"portfolios/", b"competencies/")
LIKENESS = "-M70%"
"""How much of a file must have stayed for a rename, when it was changed in the same commit."""
IDENTICAL = "-M100%"
"""Only files that were not changed; finding those takes no file's content."""
# Every commit, in an order where parents stand before their children. A merge is compared with its
# first parent, so that the state of the files can be followed exactly along each line of work.
# There is no path here: Git would compare every two trees twice, once to choose the commits.
LOG = (
    "log",
    "--raw",
    "-z",
    "--no-abbrev",
    "-l200",
    "--no-ext-diff",
    "--no-textconv",
    "--ignore-submodules=none",  # or else Git reads .gitmodules, and gives up at what it does not like
    "--no-color",
    "--no-show-signature",
    "--no-notes",
    "--no-mailmap",
    "--encoding=UTF-8",
    "--relative",
    "--date-order",
    "--reverse",
    "--diff-merges=first-parent",
    "--format=%H%x00%P%x00%aI%x00%an%x00%ae%x00%s%x00%(trailers:key=Co-authored-by,valueonly,unfold)",
)
_FIELDS = 7
_ID_LENGTHS = (40, 64)
_NO_DATE = "1970-01-01T00:00:00+00:00"  # what Git prints for a date that it cannot hold
_MOST_CO_AUTHORS = 50
MOST_FILES = 100_000
"""Files that one change may touch. A few folders, each put many times into the next, are millions."""


class Entry(NamedTuple):
    """A file as a commit has it: Git's mode (``100644`` …) and blob id."""

    mode: str
    blob: str

    @property
    def regular(self) -> bool:
        """Whether this is an ordinary file, not a symbolic link or another repository."""
        return self.mode.startswith("100")


class Change(NamedTuple):
    """A path and what stands there after the commit; None when it was deleted.

    ``source`` is the path that it was renamed from. That path has a change of its own.
    """

    path: str
    entry: Entry | None
    source: str | None = None


class Commit(NamedTuple):
    """One commit of the log. ``at`` is None where the recorded date is no possible date."""

    id: str
    parents: tuple[str, ...]
    at: datetime | None
    author: Identity
    subject: str
    co_authors: tuple[Identity, ...]
    changes: tuple[Change, ...]


def read_log(output: Iterable[bytes], naming: Naming) -> tuple[Commit, ...]:
    """The commits of the output of :data:`LOG`, parents first. ValueError if it is not such output.

    The output comes in pieces of any length. Only changes below ``portfolios`` and ``competencies``
    are told.
    """
    return tuple(_commits(tokens_of(output), naming))


def tokens_of(output: Iterable[bytes]) -> Iterator[bytes]:
    """The tokens of output that Git ended with a NUL each. ValueError when the last one is not whole."""
    rest = b""
    for piece in output:
        *whole, rest = (rest + piece).split(b"\0")
        yield from whole
    if rest.strip():
        raise ValueError("the output breaks off")


def _commits(tokens: Iterator[bytes], naming: Naming) -> Iterator[Commit]:
    together: dict[tuple[bytes, Identity], tuple[Identity, ...]] = {}
    token = next(tokens, b"")
    while token:
        id_, parents, date, name, email, subject, trailers = token, *islice(tokens, _FIELDS - 1)
        if len(id_) not in _ID_LENGTHS:
            raise ValueError("not the output of this log")
        changes: list[Change] = []
        token = next(tokens, b"")
        # The first change follows the header's line end; a commit's id never starts with a colon.
        while token.startswith((b":", b"\n:")):
            _, mode, _, blob, status = token.split()
            path = next(tokens, b"")
            if status.startswith((b"R", b"C")):
                changes.extend(_renamed(mode, blob, path, next(tokens, b"")))
            elif path.startswith(ROOTS):
                changes.append(Change(_path(path), None if status == b"D" else _entry(mode, blob)))
            if len(changes) > MOST_FILES:
                raise ValueError("more files in one commit than anybody has")
            token = next(tokens, b"")
        author = naming.identity(name, email)
        if trailers and (trailers, author) not in together:
            together[trailers, author] = _co_authors(trailers, naming, author)
        yield Commit(
            id_.decode("ascii"),
            tuple(parents.decode("ascii").split()),
            moment(date.decode("ascii", "replace")),
            author,
            plain(subject),
            together[trailers, author] if trailers else (),
            tuple(changes),
        )


def _renamed(mode: bytes, blob: bytes, old: bytes, new: bytes) -> Iterator[Change]:
    ours = old.startswith(ROOTS)
    if ours:
        yield Change(_path(old), None)
    if new.startswith(ROOTS):
        yield Change(_path(new), _entry(mode, blob), _path(old) if ours else None)


@lru_cache(maxsize=1 << 15)
def _entry(mode: bytes, blob: bytes) -> Entry:
    return Entry(mode.decode("ascii"), blob.decode("ascii"))


@lru_cache(maxsize=1 << 15)
def _path(token: bytes) -> str:
    return token.decode("utf-8", "surrogateescape")


def _co_authors(trailers: bytes, naming: Naming, author: Identity) -> tuple[Identity, ...]:
    """Those of ``Name <address>`` lines, each once, without the author."""
    lines = [line for line in trailers.split(b"\n") if line.strip()][:_MOST_CO_AUTHORS]
    found = dict.fromkeys(naming.signed(line) for line in lines)
    return tuple(each for each in found if each != author and (each.name or each.email))


def moment(text: str) -> datetime | None:
    """The moment that Git writes so; None for no possible date."""
    try:
        return datetime.fromisoformat(text) if text != _NO_DATE else None
    except ValueError:
        return None
