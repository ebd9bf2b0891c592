"""A credential of the ledger: the signed document that says what was earned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.diagnostics.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Credential:
    """What the ledger's JSON says (Open Badges 3.0, ``AchievementCredential``).

    ``achievement`` is the micro-credential's or pathway's id, which is the file's name.
    ``signed`` tells that the document carries a proof; whether it holds is for ``verify``.
    """

    person: str
    achievement: str
    id: str
    name: str
    valid_from: date
    valid_until: date | None
    signed: bool
    source: Pointer
