"""What a portfolio brought along: where it comes from, and the record that its organisation gave it."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from proofolio.adapters.files.documents.credential import Moment
from proofolio.adapters.files.documents.fields import Address, Amount, Id, Text
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.imported import ImportedPortfolio, ImportedWork
from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility

_MOST_COMMITS = 100_000
CommitId = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{40}(?:[0-9a-f]{24})?$")]


def _tidy(text: str) -> str:
    """A title as the other organisation has it, without what could be taken for markup."""
    return " ".join(re.sub(r"[<>\x00-\x1f\x7f]", " ", text).split())


Line = Annotated[str, StringConstraints(max_length=2_000), AfterValidator(_tidy)]


class _Open(BaseModel):
    """A later version of the package's format may say more."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class OwnerDocument(_Open):
    """Whose portfolio it is."""

    id: Id
    name: Text


class HomeDocument(_Open):
    """The organisation that it comes from."""

    id: Id
    name: Text
    url: Address | None = None
    did: Annotated[str, StringConstraints(pattern=r"^(?:did:web:[A-Za-z0-9.%_~:-]{1,400})?$")] = ""


class ArrivalDocument(_Open):
    """When it was brought in, and by whom."""

    on: Moment
    by: Line


class ProvenanceDocument(_Open):
    """provenance.json of a package, and of what was imported from one (then with ``imported``)."""

    format: Annotated[int, Field(ge=1, le=1)]
    person: OwnerDocument
    issuer: HomeDocument
    exported: Moment
    head: CommitId | None = None
    history: CommitId | None = None
    commits: Annotated[dict[CommitId, CommitId], Field(max_length=_MOST_COMMITS)] = {}
    imported: ArrivalDocument | None = None


class WorkDocument(_Open):
    """A row of the record's table of submissions, as far as it is shown elsewhere."""

    title: Line
    micro_credential_title: Line = ""
    competency: Line = ""
    standing: Line = ""
    status: Line = Status.DRAFT.value
    practice: bool = False
    visibility: Visibility = Visibility.PRIVATE
    decided_on: Moment | None = None
    hours: Amount | None = None

    def model(self) -> ImportedWork:
        """The work as the core knows it."""
        return ImportedWork(
            self.title,
            self.micro_credential_title,
            self.competency,
            self.standing,
            self.decided_on,
            self.hours,
            self.visibility,
        )


class RecordDocument(_Open):
    """record.json of a package, as far as it is shown elsewhere."""

    submissions: tuple[WorkDocument, ...] = ()

    def works(self) -> tuple[ImportedWork, ...]:
        """The work that was handed in, latest decision first."""
        handed_in = [
            each for each in self.submissions if each.status == Status.SUBMITTED and not each.practice
        ]
        ordered = sorted(handed_in, key=lambda each: each.title)
        ordered.sort(key=lambda each: str(each.decided_on or ""), reverse=True)
        return tuple(each.model() for each in ordered)


def imported_portfolio(
    ids: tuple[str, str], told: ProvenanceDocument, record: RecordDocument | None, file: str
) -> ImportedPortfolio | None:
    """What the two say together; None when it does not say when it came."""
    if told.imported is None:
        return None
    person, folder = ids
    home = told.issuer
    return ImportedPortfolio(
        *(person, folder, told.person.id, home.id, home.name, home.url, told.exported),
        *(told.imported.on, told.imported.by, record.works() if record else (), Pointer(file)),
    )
