"""What a person brought along from another organisation."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import WebLink
from proofolio.core.publishing.views.standing import StandingView


@dataclass(frozen=True, slots=True)
class WorkElsewhere:
    """A piece of work there: what it was for, and how it stood. ``on`` is the ISO day of a decision."""

    title: str
    asked: str
    standing: StandingView
    on: str | None
    hours: str | None


@dataclass(frozen=True, slots=True)
class ElsewhereView:
    """``home`` is the organisation; ``words`` say whose word all this is; ``folder`` shows the files.

    ``id`` is good for an anchor.
    """

    id: str
    home: WebLink
    words: str
    works: tuple[WorkElsewhere, ...]
    folder: WebLink | None
