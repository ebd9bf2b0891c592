"""A credential of the ledger: the signed document that says what was earned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Credential:
    """What the ledger's JSON says (Open Badges 3.0, ``AchievementCredential``).

    ``achievement`` is the micro-credential's or pathway's id, with which the file's name begins: the
    first credential is ``<achievement>.json``, a later one ``<achievement>.<date>.json`` (a renewal has
    an ``id`` of its own, a correction that of what it corrects). ``signed`` tells that the document
    carries a proof; whether it holds is for ``verify``. ``document`` is the whole JSON. ``awarded_on``
    is the original day of the award, where the document says it.
    """

    person: str
    achievement: str
    id: str
    name: str
    valid_from: date
    valid_until: date | None
    signed: bool
    source: Pointer
    document: Mapping[str, Any] = field(default_factory=dict, repr=False)
    awarded_on: date | None = None

    @property
    def on(self) -> date:
        """The day of the award: a correction is valid from later on, and was earned no later."""
        return self.awarded_on or self.valid_from

    @property
    def file_name(self) -> str:
        """The file's name without its ending."""
        return self.source.file.rsplit("/", 1)[-1].removesuffix(".json")

    @property
    def status_index(self) -> int | None:
        """Its bit in the issuer's status list; None when it has no usable status entry."""
        entry = self.document.get("credentialStatus")
        index = entry.get("statusListIndex") if isinstance(entry, Mapping) else None
        return int(index) if isinstance(index, str) and index.isascii() and index.isdigit() else None
