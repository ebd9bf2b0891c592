"""What the organisation writes once: issuer and roster."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from proofolio.adapters.files.documents.fields import Address, Count, Day, Document, Id, Ref, Text, none_yet
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.issuer import Issuer, Organization
from proofolio.core.model.person import Person, Role

FORMAT = 1


class OrganizationDocument(Document):
    """Who people belong to: a school or a department."""

    name: Text
    within: Annotated[Ref | None, Field(description="The organisation that this one is part of.")] = None


class IssuerDocument(Document):
    """competencies/issuer.yml: who keeps the competencies and issues the credentials."""

    format: Annotated[Count, Field(description="Version of the file formats; always 1.")]
    id: Annotated[Id, Field(description="Used in the ids of credentials; never change it.")]
    name: Text
    url: Annotated[Address, Field(description="Where the site is published.")]
    organizations: dict[Id, OrganizationDocument] = {}

    def model(self, source: Pointer) -> Issuer:
        """The issuer as the core knows it."""
        organizations = {
            key: Organization(key, each.name, each.within) for key, each in sorted(self.organizations.items())
        }
        return Issuer(self.id, self.name, self.url, organizations, source)


class PersonDocument(Document):
    """One person on the roster."""

    name: Text
    github: Annotated[Text | None, Field(description="Forge account; commits map to people by it.")] = None
    organization: Ref | None = None
    roles: tuple[Role, ...] = (Role.EDUCATOR,)
    coach: Annotated[Ref | None, Field(description="The id of the person who coaches.")] = None
    since: Day | None = None


class RosterDocument(Document):
    """portfolios/roster.yml: everybody whom the organisation knows."""

    people: Annotated[dict[Id, PersonDocument], BeforeValidator(none_yet)]

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
            )
            for key, each in sorted(self.people.items())
        }


class Relation(StrEnum):
    """How an aligned item of another framework relates to this one."""

    EXACT = "exact"
    BROADER = "broader"
    NARROWER = "narrower"
    RELATED = "related"
