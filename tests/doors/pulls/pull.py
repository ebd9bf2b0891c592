"""A pull request: who opens it, what it does, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.doors.pulls.district import Repository

Do = Callable[[Repository], object]


@dataclass(frozen=True)
class Pull:
    """One line of the table.

    Attributes:
        name: what is tried.
        actor: the account that opens it; None when the forge is not asked.
        do: makes the change on the branch ``work``; what it leaves on the disk is committed.
        rules: the rules that refuse it, sorted; none for one that is fine.
        number: the account's number.
        says: words that the report must hold.
    """

    name: str
    actor: str | None
    do: Do
    rules: tuple[str, ...] = ()
    number: int | None = None
    says: str = ""


def steps(*each: Do) -> Do:
    """Several things, one after another."""

    def do(repository: Repository) -> None:
        for step in each:
            step(repository)

    return do
