"""Who a commit says its author is, and which person on the roster that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proofolio.core.model.person import Person

_NOREPLY = re.compile(r"(?:\d+\+)?(?P<login>[^@+]+)@(?:users\.)?noreply\.[^@]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identity:
    """A name and an address as a commit claims them, after the repository's ``.mailmap``.

    Both are claims: anybody can write them. What proves more is the forge's account of whoever
    opened a pull request, or a signature that holds.
    """

    name: str
    email: str

    @property
    def login(self) -> str | None:
        """The forge account that a noreply address names; None for any other address.

        GitHub writes ``12345+login@users.noreply.github.com`` (older: without the number), Gitea
        and Forgejo ``login@noreply.<host>``.
        """
        found = _NOREPLY.fullmatch(self.email)
        return found["login"] if found else None


def person_of(identity: Identity, people: Mapping[str, Person]) -> str | None:
    """The id of the person whose forge account an identity's address names; None when none does.

    A name alone never finds anybody: people choose the names of their commits themselves.
    """
    return account_of(identity.login, people.values()) if identity.login else None


def account_of(login: str, people: Iterable[Person]) -> str | None:
    """The id of the one person with this forge account; accounts are the same in any letter case.

    Only of ASCII letters: others have small forms that look like them or become them.
    """
    if not login.isascii():
        return None
    wanted = login.lower()
    found = [each.id for each in people if each.github is not None and each.github.lower() == wanted]
    return found[0] if len(found) == 1 else None
