"""Whose change it is: the forge's account, or else what the commits claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.diagnostics.finding import PORTFOLIOS, Finding
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules.authority import RECYCLED_ACCOUNT, UNKNOWN_ACTOR
from proofolio.core.model.change import Actor, Change
from proofolio.core.model.identity import Identity, account_of, person_of
from proofolio.core.model.person import Person

_ROSTER = Pointer(f"{PORTFOLIOS}/roster.yml")
_OF_THE_FORGE = frozenset({"noreply@github.com"})
"""Addresses that a forge commits by when somebody edits in the browser."""


def whose(change: Change, actor: Actor | None, people: Mapping[str, Person]) -> Person | Finding:
    """The person on the base's roster whose change this is, or why nobody can be told.

    Without an ``actor`` the commits are asked, which is weaker: anybody can write any name there.
    """
    if actor is None:
        return _claimed(change, people)
    found = account_of(actor.login, people.values())
    if found is None:
        return Finding(UNKNOWN_ACTOR, _why_nobody(actor.login, people), _ROSTER)
    person = people[found]
    known = person.account_number
    if known is not None and actor.number is not None and known != actor.number:
        message = f"the account '{actor.login}' has the number {actor.number}; {person.name}'s has {known}"
        return Finding(RECYCLED_ACCOUNT, message, _ROSTER)
    return person


def _why_nobody(login: str, people: Mapping[str, Person]) -> str:
    if not people:
        return "the base branch has no roster that can be read, so nobody can be told"
    if not login.strip():
        return "no account was named"
    same = [each for each in people.values() if each.github and each.github.lower() == login.lower()]
    if len(same) > 1:
        names = " and ".join(each.name for each in same)
        return f"the account '{login}' stands on the roster twice, for {names}"
    return f"the account '{login}' is nobody's on the roster"


def _claimed(change: Change, people: Mapping[str, Person]) -> Person | Finding:
    claims = dict.fromkeys(_claims(change))
    found = {person_of(each, people) for each in claims}
    if len(found) == 1 and (only := found.pop()) is not None:
        return people[only]
    if not claims:
        message = "no account was named, and there is no commit that names anybody"
    else:
        names = ", ".join(sorted({each.name for each in claims}))
        message = f"the commits name {names}; these are claims, and not of one person on the roster"
    hint = "name the account that opened the change with --actor"
    return Finding(UNKNOWN_ACTOR, message, _ROSTER, hint)


def _claims(change: Change) -> Iterator[Identity]:
    for commit in change.commits:
        yield commit.author
        if commit.committer is not None and commit.committer.email not in _OF_THE_FORGE:
            yield commit.committer
