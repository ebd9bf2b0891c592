"""Under which identifier and URI things stand in the CASE package that a site publishes.

What came with a name of its own keeps it: another tool's crosswalk may point there. Everything else
is called by its page's address, and its identifier is made from that (RFC 9562, version 5), so that it
stays the same from build to build.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from proofolio.core.model import address
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain, Framework

CASE = "case"
"""The format's name, under which ``kept`` holds what it has and we have not."""
PACKAGES = "ims/case/v1p1/CFPackages"
DOCUMENTS = "ims/case/v1p1/CFDocuments.json"


@dataclass(frozen=True, slots=True)
class CaseIdentity:
    """A thing's UUID and URI in CASE (1EdTech Competencies and Academic Standards Exchange)."""

    identifier: str
    uri: str


def of_framework(site: str, framework: Framework) -> CaseIdentity:
    """A framework: the ``CFDocument``. ``site`` is the issuer's address."""
    return identity(case(framework.kept), address.on_web(site, address.of_framework(framework)))


def of_domain(site: str, framework: Framework, domain: Domain) -> CaseIdentity:
    """A domain: a ``CFItem`` below the document."""
    page = address.on_web(site, address.of_framework(framework))
    return identity(case(domain.kept), f"{page}#domain-{domain.id}")


def of_competency(site: str, competency: Competency) -> CaseIdentity:
    """A competency: a ``CFItem``."""
    return identity(case(competency.kept), _page(site, competency))


def of_indicator(site: str, competency: Competency, indicator: str) -> CaseIdentity:
    """An indicator, by id: a ``CFItem`` below its competency."""
    kept = mapping(mapping(competency.kept.get("indicators")).get(indicator))
    return identity(case(kept), _at(site, competency, f"indicator-{indicator}"))


def of_rubric(site: str, competency: Competency) -> CaseIdentity:
    """The ``CFRubric`` of the criteria that came in no rubric of their own."""
    return identity({}, _at(site, competency, "rubric"))


def of_criterion(site: str, competency: Competency, criterion: str) -> CaseIdentity:
    """A criterion of the rubric, by id: a ``CFRubricCriterion``."""
    return identity(_criterion(competency, criterion), f"{_page(site, competency)}#{criterion}")


def of_level(site: str, competency: Competency, criterion: str, level: str) -> CaseIdentity:
    """A level of a criterion: a ``CFRubricCriterionLevel``."""
    kept = mapping(mapping(_criterion(competency, criterion).get("levels")).get(level))
    return identity(kept, _at(site, competency, f"{criterion}-{level}"))


def package_uri(framework: CaseIdentity) -> str:
    """The file of a framework's package, from the site's root."""
    return f"{PACKAGES}/{framework.identifier}.json"


def identity(kept: Mapping[str, Any], uri: str) -> CaseIdentity:
    """The identity that was kept, or one made of the address."""
    own = kept.get("uri")
    uri = own if isinstance(own, str) and own else uri
    return CaseIdentity(uuid_of(kept.get("identifier")) or str(uuid5(NAMESPACE_URL, uri)), uri)


def uuid_of(value: object) -> str | None:
    """A UUID as it was written; None for anything else."""
    try:
        return value if isinstance(value, str) and str(UUID(value)) == value.lower() else None
    except ValueError:
        return None


def case(kept: Mapping[str, Any]) -> Mapping[str, Any]:
    """What of CASE was kept for a thing."""
    return mapping(kept.get(CASE))


def mapping(value: object) -> Mapping[str, Any]:
    """The value, if it is a mapping; else an empty one."""
    return value if isinstance(value, Mapping) else {}


def _criterion(competency: Competency, criterion: str) -> Mapping[str, Any]:
    return mapping(mapping(case(competency.kept).get("criteria")).get(criterion))


def _page(site: str, competency: Competency) -> str:
    return address.on_web(site, address.of_competency(competency))


def _at(site: str, competency: Competency, fragment: str) -> str:
    """An address on the competency's page; a criterion has its own id as fragment and comes first."""
    while fragment in competency.rubric.criteria:
        fragment += "-"
    return f"{_page(site, competency)}#{fragment}"
