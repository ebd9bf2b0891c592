"""Credentials in a list: this issuer's, and those from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.views.standing import StandingView


@dataclass(frozen=True, slots=True)
class CredentialCard:
    """A credential in a list. ``kind`` in words; ``badge`` is the picture's URI; days are ISO 8601."""

    ref: Ref
    kind: str
    badge: str
    on: str
    until: str | None
    state: StandingView


@dataclass(frozen=True, slots=True)
class ExternalCard:
    """A credential from another issuer, with what a check of it found, in words.

    ``holds``: everything that was checked held. ``uri`` is the file as it came, ``badge`` its picture;
    ``on`` the day of issue, ``checked`` the day of the check.
    """

    title: str
    issuer: str
    uri: str | None
    badge: str | None
    on: str | None
    checked: str | None
    holds: bool
    words: str
