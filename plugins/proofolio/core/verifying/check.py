"""One thing that was looked at, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """It is as it should be; it is not; or it could not be found out."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


class Name(StrEnum):
    """What is looked at. These names are stable: programs may rely on them."""

    READABLE = "readable"
    BAKED = "baked"
    CONTEXTS = "contexts"
    NOTHING_UNSIGNED = "nothing-unsigned"
    SHAPE = "shape"
    ISSUER = "issuer"
    KEY = "key"
    SIGNATURE = "signature"
    HOSTED = "hosted"
    DATES = "dates"
    STATUS = "status"
    RECIPIENT = "recipient"
    EVIDENCE = "evidence"
    COPY = "copy"
    BADGES = "badges"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a verification: what was looked at, its state, and a sentence that says so.

    ``words`` are for people and may hold text of the document: show them through ``visible``.
    """

    name: Name
    state: State
    words: str


def holds(name: Name, words: str) -> Check:
    """It is as it should be."""
    return Check(name, State.HOLDS, words)


def fails(name: Name, words: str) -> Check:
    """It is not as it should be."""
    return Check(name, State.FAILS, words)


def unknown(name: Name, words: str) -> Check:
    """It could not be found out; ``words`` say why."""
    return Check(name, State.UNKNOWN, words)
