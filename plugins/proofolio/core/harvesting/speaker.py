"""Who speaks: which person on the roster a forge account is, and whether she may review."""

from __future__ import annotations

from collections.abc import Mapping

from proofolio.core.model.identity import account_of
from proofolio.core.model.person import Person
from proofolio.core.model.pull import Account


def speaker(account: Account | None, people: Mapping[str, Person]) -> tuple[str | None, str]:
    """The person's id, or None and why nobody is found.

    The account's number counts more than its login: logins can be changed, and taken by others.
    """
    if account is None:
        return None, "the account was deleted, so nobody can tell who said it"
    if account.bot:
        return None, f"{account.login} is a program"
    if account.number is not None:
        numbered = [each.id for each in people.values() if each.account_number == account.number]
        if len(numbered) == 1:
            return numbered[0], ""
    named = account_of(account.login, people.values()) if account.login.isascii() else None
    if named is None:
        return None, f"the account {account.login} is not on the roster"
    known = people[named].account_number
    if known is not None and account.number is not None and known != account.number:
        return None, f"the login {account.login} belongs to another account now than the roster's"
    return named, ""


def same(one: Account | None, other: Account | None) -> bool:
    """Whether two accounts are one."""
    if one is None or other is None:
        return False
    if one.number is not None and other.number is not None:
        return one.number == other.number
    return one.login.lower() == other.login.lower()
