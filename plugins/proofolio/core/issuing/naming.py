"""Addresses inside a credential: of the achievement, and of what its results speak of."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.model.address import (
    of_competency,
    of_credential_file,
    of_micro_credential,
    of_pathway,
    of_person,
    on_web,
)
from proofolio.core.model.competency import Competency


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one achievement. ``page`` is its page on the web, and its id."""

    page: str

    @property
    def badge(self) -> str:
        """The picture of the achievement itself, of nobody's credential."""
        return f"{self.page}badge.png"

    @property
    def criteria(self) -> str:
        """What it takes: a node of its own, as the achievement's must not be described twice."""
        return f"{self.page}#criteria"

    @property
    def hours(self) -> str:
        """The clock hours that it grants."""
        return f"{self.page}#hours"

    @property
    def completion(self) -> str:
        """Whether a pathway is complete."""
        return f"{self.page}#completion"

    def criterion(self, criterion: str) -> str:
        """A criterion of the rubric."""
        return f"{self.page}#{criterion}"

    def level(self, criterion: str, level: str) -> str:
        """A level of a criterion."""
        return f"{self.page}#{criterion}-{level}"


def achievement_at(site: str, achievement: str, pathway: bool) -> Addresses:
    """The addresses of a micro-credential or pathway, by id."""
    return Addresses(on_web(site, of_pathway(achievement) if pathway else of_micro_credential(achievement)))


def competency_at(site: str, competency: Competency) -> Addresses:
    """The addresses of a competency, whose criteria and levels have fragments of the same form."""
    return Addresses(on_web(site, of_competency(competency)))


def person_at(site: str, person: str) -> str:
    """A person's page."""
    return on_web(site, of_person(person))


def credential_at(site: str, person: str, name: str) -> str:
    """A credential's own address, which is its id."""
    return on_web(site, of_credential_file(person, name))


def page_of(credential: str) -> str:
    """The page for people of the credential with this id."""
    return credential.removesuffix(".json") + "/"
