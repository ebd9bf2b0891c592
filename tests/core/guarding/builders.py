"""A proposal of one's own making, without Git."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime

from tests.core.checking.builders import district
from tests.core.checking.portfolios import portfolio, submission

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.guarding.guard import guard
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.model.change import Change, FileChange, Stored
from proofolio.core.model.district import District
from proofolio.core.model.history import History, Revision, Signature
from proofolio.core.model.identity import Identity
from proofolio.core.model.person import Person, Role

OLD, NEW = Stored("100644", "a" * 40), Stored("100644", "b" * 40)
TODAY = date(2026, 11, 22)
KEY = "ssh-ed25519 AAAA"


def person(name: str, *roles: str, **more: object) -> Person:
    """Somebody whose account is called as they are."""
    given = frozenset(Role(each) for each in ("educator", *roles))
    made = Person(name, name.title(), name, None, given, None, None, Pointer("portfolios/roster.yml"))
    return replace(made, **more)  # type: ignore[arg-type]


PEOPLE = {
    each.id: each
    for each in (
        person("ada", signing_keys=(KEY,)),
        person("ben"),
        person("carl", "coach"),
        person("lena", "leader", "coach"),
    )
}


def added(path: str, mode: str = "100644") -> FileChange:
    return FileChange(path, None, Stored(mode, "b" * 40))


def edited(path: str) -> FileChange:
    return FileChange(path, OLD, NEW)


def gone(path: str) -> FileChange:
    return FileChange(path, OLD, None)


def commit(
    login: str = "ada", signature: Signature = Signature.NONE, committer: Identity | None = None
) -> Revision:
    author = Identity(login.title(), f"{login}@users.noreply.github.com")
    at = datetime(2026, 11, 20, tzinfo=UTC)
    return Revision("c" * 40, at, author, "Work", signature=signature, committer=committer or author)


def with_work(co_authors: tuple[str, ...] = ()) -> District:
    """A district where Ada has handed something in."""
    work = replace(submission(), person="ada", slug="work", co_authors=co_authors)
    folder = replace(portfolio(), person="ada", submissions={"work": work})
    return replace(district(), people=PEOPLE, portfolios={"ada": folder})


def judged(
    who: str,
    *files: FileChange,
    base: District | None = None,
    head: District | None = None,
    commits: tuple[Revision, ...] = (),
    standing: Iterable[str] = (),
) -> list[tuple[str, str]]:
    """The rules that refuse it, with the paths."""
    before = base or with_work()
    proposal = Proposal(
        Change("a" * 40, "b" * 40, files, commits),
        PEOPLE[who],
        before,
        head or before,
        History(),
        TODAY,
        tuple(standing),
    )
    return [(each.rule.name, each.where.file) for each in guard(proposal)]
