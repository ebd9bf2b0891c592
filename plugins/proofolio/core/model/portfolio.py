"""A portfolio: all that belongs to one person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.credential import Credential
from proofolio.core.model.external import ExternalCredential
from proofolio.core.model.imported import ImportedPortfolio
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.self_assessment import SelfAssessment
from proofolio.core.model.showcase import Showcase
from proofolio.core.model.submission import Submission
from proofolio.core.model.visibility import Visibility


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person says of herself, and her plan; ``showcase`` is what may be held up to everyone."""

    headline: str | None
    career_goal: str | None
    visibility: Visibility
    pathways: tuple[str, ...]
    renewal: RenewalPlan | None
    plan: tuple[Goal, ...]
    body: Body
    source: Pointer
    showcase: Showcase = field(default_factory=Showcase)


@dataclass(frozen=True, slots=True)
class Portfolio:
    """One person's folder. ``profile`` is None when its file is missing or was withheld.

    ``credentials`` are the ledger by file name (``pace-a-unit``, ``pace-a-unit.2029-05-01``),
    ``external`` what other issuers gave, by slug, ``record`` the signed learner record (CLR 2.0),
    ``imported`` whole portfolios from other organisations, by folder.

    ``broken`` are the paths of this folder's files that could not be read: they are withheld, and
    the pages say so.
    """

    person: str
    profile: Profile | None
    submissions: Mapping[str, Submission]
    self_assessments: tuple[SelfAssessment, ...]
    log: tuple[LogEntry, ...]
    credentials: Mapping[str, Credential]
    broken: tuple[str, ...] = ()
    external: Mapping[str, ExternalCredential] = field(default_factory=dict)
    record: Mapping[str, Any] | None = field(default=None, repr=False)
    imported: Mapping[str, ImportedPortfolio] = field(default_factory=dict)

    @property
    def visibility(self) -> Visibility:
        """The default for everything in the portfolio; internal when nothing says otherwise."""
        return self.profile.visibility if self.profile else Visibility.INTERNAL

    def visibility_of(self, item: Submission | LogEntry) -> Visibility:
        """Who may see one item: its own word, but never more open than a private portfolio."""
        own = item.visibility or self.visibility
        return Visibility.PRIVATE if self.visibility is Visibility.PRIVATE else own
