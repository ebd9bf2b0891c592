"""Putting an application together: the chosen work and what counts, in a folder that stands alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from proofolio.adapters.portable.parcel import parties
from proofolio.adapters.rendering.packet import write_packet
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.application import Application
from proofolio.core.model.body import Body
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.own import sent
from proofolio.core.publishing.packet import packet, unshown
from proofolio.core.publishing.page import Audience
from proofolio.pipeline import Inspection


@dataclass(frozen=True, slots=True)
class Packed:
    """What was packed: the pieces by title, with what the organisation's site shows of each."""

    name: str
    pieces: tuple[tuple[str, Visibility], ...]
    credentials: int


def pack(
    inspection: Inspection,
    person: str,
    role: Opportunity,
    chosen: tuple[str, ...],
    letter: Body | None,
    folder: Path,
) -> Packed:
    """Fill the packet's ``folder``. Raises ProofolioError when chosen work needs mending."""
    loaded, eligibility = inspection.loaded, inspection.progress[person].opportunities[role.id]
    portfolio = loaded.district.portfolios[person]
    works = [portfolio.submissions[slug] for slug in chosen]
    owner, issuer = parties(loaded.district, person)
    application = Application(
        person=person,
        name=owner.name,
        opportunity=role,
        eligibility=eligibility,
        pieces=tuple((each.slug, portfolio.visibility_of(each)) for each in works),
        letter=letter.text if letter else "",
        names=frozenset(
            (
                *eligibility.have,
                *(name for part in eligibility.parts for name in part.counted),
                *(each.id for each in role.pathways),
                *(each.micro_credential for each in works),
            )
        ),
        on=inspection.today,
    )
    shown = replace(inspection, loaded=replace(loaded, district=sent(loaded.district, person)))
    plan = shown.site(Audience.PUBLIC)
    faulty = unshown(plan, application)
    if faulty:
        raise ProofolioError(
            f"'{faulty[0]}' needs mending before it can be sent",
            f"proofolio check portfolios/{person}/{faulty[0]} says what is wrong",
        )
    organization = _organization(inspection, person)
    narrowed = packet(plan, application, organization, issuer.name)
    written = write_packet(narrowed, person, loaded.tree.root, folder)
    signed = sum(1 for path in written if path.startswith("credentials/") and path.endswith(".json"))
    return Packed(owner.name, tuple((each.title, portfolio.visibility_of(each)) for each in works), signed)


def _organization(inspection: Inspection, person: str) -> str | None:
    known, issuer = inspection.district.people.get(person), inspection.district.issuer
    found = issuer.organizations.get(known.organization or "") if known and issuer else None
    return found.name if found else None
