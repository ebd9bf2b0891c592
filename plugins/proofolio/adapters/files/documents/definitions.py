"""What the organisation writes once: issuer and roster."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from proofolio.adapters.files.documents.fields import (
    Address,
    Count,
    Day,
    Document,
    Id,
    Ref,
    SigningKey,
    Text,
    none_yet,
    says,
)
from proofolio.adapters.files.documents.micro_credential import StipendDocument
from proofolio.adapters.files.documents.recipient import HashedEmailDocument, hashed
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.forge import Forge, ForgeKind
from proofolio.core.model.issuer import Issuer, Organization
from proofolio.core.model.person import Person, Role
from proofolio.core.model.stipend_limit import StipendLimit

FORMAT = 1


class OrganizationDocument(Document):
    """Who people belong to: a school or a department."""

    name: Annotated[Text, says("Its name, as people say it.")]
    within: Annotated[Ref | None, says("The organisation that this one is part of, by its id.")] = None


class RepositoryDocument(Document):
    """Where the repository is kept on the web."""

    url: Annotated[
        Address, says("The repository's page, such as https://github.com/our-district/portfolios.")
    ]
    branch: Annotated[Text, says("The branch that the site is published from.")] = "main"
    forge: Annotated[ForgeKind, says("What runs that site. Forgejo is gitea here.")] = ForgeKind.GITHUB
    folder: Annotated[Text, says("The folder in the repository that holds competencies and portfolios.")] = ""

    def model(self) -> Forge:
        """The forge as the core knows it."""
        return Forge(self.forge, self.url.removesuffix("/"), self.branch, self.folder.strip("/"))


class StipendLimitDocument(Document):
    """The most that is paid to one person in one year."""

    at_most: Annotated[StipendDocument, says("The most for one person in one year, such as 1500 USD.")]
    year_starts: Annotated[
        str,
        Field(
            strict=True,
            pattern="^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
            description="Month and day on which a year begins, in quotation marks, such as 07-01.",
        ),
    ] = "01-01"

    def model(self) -> StipendLimit:
        """The limit as the core knows it."""
        month, day = map(int, self.year_starts.split("-"))
        return StipendLimit(self.at_most.model(), month, day)


class IssuerDocument(Document):
    """competencies/issuer.yml: who keeps the competencies and issues the credentials."""

    format: Annotated[Count, says("The version of the file formats; always 1.")]
    id: Annotated[
        Id, says("A short name for the whole organisation. Credentials hold it, so never change it.")
    ]
    name: Annotated[Text, says("The organisation's full name.")]
    url: Annotated[Address, says("Where the site is published. Links to explanations begin with it.")]
    organizations: Annotated[
        dict[Id, OrganizationDocument], says("The schools and departments that people belong to, by id.")
    ] = {}
    repository: Annotated[
        RepositoryDocument | None,
        says("Where the repository is kept on the web. With it, pages get links for adding and editing."),
    ] = None
    stipends: Annotated[
        StipendLimitDocument | None, says("How much is paid in stipends at most. Without this key: no limit.")
    ] = None

    def model(self, source: Pointer) -> Issuer:
        """The issuer as the core knows it."""
        organizations = {
            key: Organization(key, each.name, each.within) for key, each in sorted(self.organizations.items())
        }
        forge = self.repository.model() if self.repository else None
        limit = self.stipends.model() if self.stipends else None
        return Issuer(self.id, self.name, self.url, organizations, source, forge, limit)


class PersonDocument(Document):
    """One person on the roster."""

    name: Annotated[Text, says("The name that the site shows.")]
    github: Annotated[Text | None, says("The person's account on the forge; no two people share one.")] = None
    organization: Annotated[
        Ref | None, says("Where the person belongs: an id from organizations in issuer.yml.")
    ] = None
    roles: Annotated[
        tuple[Role, ...], says("What the person may do. Coaches, assessors and approvers may review.")
    ] = (Role.EDUCATOR,)
    coach: Annotated[Ref | None, says("The id of the person who coaches; somebody with the role coach.")] = (
        None
    )
    since: Annotated[Day | None, says("The day on which the person joined.")] = None
    github_id: Annotated[
        Count | None,
        says("The account's own number. It stays when a login is given up and taken by somebody else."),
    ] = None
    signing_keys: Annotated[
        tuple[SigningKey, ...], says("SSH public keys that the person signs commits with, a line each.")
    ] = ()
    email: Annotated[
        HashedEmailDocument | None,
        BeforeValidator(hashed),
        says("The e-mail address, hashed, for credentials. proofolio recipient prints what to write here."),
    ] = None


class RosterDocument(Document):
    """portfolios/roster.yml: everybody whom the organisation knows."""

    people: Annotated[
        dict[Id, PersonDocument],
        BeforeValidator(none_yet),
        says("Everybody, by id. A person's id is also the name of the folder with the portfolio."),
    ]

    def model(self, source: Pointer) -> dict[str, Person]:
        """The people by id, sorted."""
        return {
            key: Person(
                key,
                each.name,
                each.github,
                each.organization,
                frozenset(each.roles),
                each.coach,
                each.since,
                source.down("people", key),
                each.github_id,
                each.signing_keys,
                each.email.model() if each.email else None,
            )
            for key, each in sorted(self.people.items())
        }


class Relation(StrEnum):
    """How an aligned item of another framework relates to this one."""

    EXACT = "exact"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"
