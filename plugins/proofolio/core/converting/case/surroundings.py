"""What a framework needs of the world around it to become a package: addresses, names, days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from typing import Any

from proofolio.core.converting.case.shape import moment
from proofolio.core.model.district import District
from proofolio.core.model.history import History

LONG_AGO = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a package will stand.

    ``site`` is the issuer's address and ``creator`` its name; ``day`` (a date-time) is said of what
    nobody knows the last change of. ``district`` holds the other frameworks that associations may
    lead to.
    """

    site: str = ""
    creator: str = ""
    day: str = LONG_AGO
    history: History = field(default_factory=History)
    district: District | None = None

    @classmethod
    def of(cls, district: District, history: History | None = None, day: str = LONG_AGO) -> Surroundings:
        """The surroundings in a district."""
        issuer = district.issuer
        site, creator = (issuer.url, issuer.name) if issuer else ("", "")
        return cls(site, creator, day, history or History(), district)

    def changed(self, path: str, kept: Mapping[str, Any], otherwise: str | None = None) -> str:
        """When a file last changed: as Git tells it, else as it was kept, else ``otherwise``.

        A file that Git knows one commit of was brought in by it. What it came with then is the truth.
        """
        known = self.history.by_path.get(path, ())
        own = moment(kept.get("lastChangeDateTime"))
        if known and (len(known) > 1 or own is None):
            return known[-1].at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return own or otherwise or self.day

    def overrides(self, path: str, kept: Mapping[str, Any]) -> bool:
        """Whether Git knows better than what was kept."""
        return "lastChangeDateTime" in kept and len(self.history.by_path.get(path, ())) > 1
