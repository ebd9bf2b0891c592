"""What somebody brought along from another organisation: shown as its own, counted nowhere here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.visibility import Visibility


@dataclass(frozen=True, slots=True)
class ImportedWork:
    """A piece of work as the other organisation's record tells of it.

    ``asked`` is what it was for, ``standing`` how it stood there on the day of the export (the values of
    ``Standing``), ``hours`` what it gave there.
    """

    title: str
    asked: str
    competency: str
    standing: str
    decided_on: date | None
    hours: float | None
    visibility: Visibility


@dataclass(frozen=True, slots=True)
class ImportedPortfolio:
    """``portfolios/<person>/imported/<folder>/``: a portfolio as it left another organisation.

    ``id``, ``name`` and ``url`` are the organisation's, ``theirs`` is the person's id there. ``works``
    are those that were handed in; drafts and practice are in the folder and are not told of.
    """

    person: str
    folder: str
    theirs: str
    id: str
    name: str
    url: str | None
    exported: date
    imported: date
    by: str
    works: tuple[ImportedWork, ...]
    source: Pointer
