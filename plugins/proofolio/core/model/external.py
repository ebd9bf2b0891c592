"""A credential that another issuer gave to somebody here, and what was found when it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Verified:
    """That a credential from elsewhere was checked: when, and what was found.

    ``by_key`` is the key that its signature was made with, in multibase form; ``method`` the id of that
    key, which says whose it is; ``words`` are the checks, one sentence each.
    """

    on: date
    by_key: str | None
    method: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExternalCredential:
    """``credentials/external/<slug>.json`` with ``<slug>.yml``; ``verified`` None without the latter."""

    person: str
    slug: str
    document: Mapping[str, Any] = field(repr=False)
    verified: Verified | None
    source: Pointer
