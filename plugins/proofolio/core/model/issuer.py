"""The organisation that keeps the competencies and issues credentials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.forge import Forge
from proofolio.core.model.stipend_limit import StipendLimit


@dataclass(frozen=True, slots=True)
class Organization:
    """Who people belong to: a school, a department. May lie within another (``within``)."""

    id: str
    name: str
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who stands behind the frameworks and the credentials (Open Badges ``Profile``).

    ``forge`` is where the repository is kept on the web, if the issuer says so; ``stipend_limit`` the
    most that is paid to one person in a year.
    """

    id: str
    name: str
    url: str
    organizations: Mapping[str, Organization]
    source: Pointer
    forge: Forge | None = None
    stipend_limit: StipendLimit | None = None
