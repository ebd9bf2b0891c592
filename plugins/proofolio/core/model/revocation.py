"""A revocation: the organisation's word that a credential no longer holds, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.diagnostics.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Revocation:
    """``competencies/issuer/revocations/<date>-<slug>.yml``; ``credential`` is the credential's ``id``.

    ``reason`` is for the public: it stands on the credential's page.
    """

    credential: str
    on: date
    reason: str
    source: Pointer
