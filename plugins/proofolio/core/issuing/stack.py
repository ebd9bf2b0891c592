"""The achievement of a pathway: its rule, and what was finished on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proofolio.core.issuing.achievement import badge, hours_description
from proofolio.core.issuing.alignment import to_competency
from proofolio.core.issuing.naming import achievement_at
from proofolio.core.issuing.rule import rule_in_words
from proofolio.core.issuing.wording import as_markdown
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.pathway import Pathway, PathwayAward

Json = dict[str, Any]


def pathway_achievement(
    district: District, site: str, pathway: Pathway, award: PathwayAward, counted: Iterable[str]
) -> Json:
    """Open Badges 3.0, ``Achievement``. ``counted`` are the micro-credentials that finished it."""
    at = achievement_at(site, pathway.id, pathway=True)
    whom = f" For whom: {pathway.audience.rstrip('.')}." if pathway.audience else ""
    competencies: dict[str, Competency] = {}
    for name in counted:
        asked = district.micro_credentials.get(name)
        competency = district.competency_of(asked) if asked else None
        if competency is not None:
            competencies[competency.ref] = competency
    return {
        "id": at.page,
        "type": ["Achievement"],
        "achievementType": "LearningProgram",
        "name": award.title,
        "description": f"A pathway of micro-credentials.{whom}",
        "criteria": {
            "id": at.criteria,
            "narrative": f"Finish the pathway *{as_markdown(pathway.title)}*:\n\n"
            + rule_in_words(district, pathway.rule),
        },
        "image": badge(at, award.title),
        "humanCode": pathway.id,
        "alignment": [to_competency(district, site, competencies[ref]) for ref in sorted(competencies)],
        "resultDescription": [
            {
                "id": at.completion,
                "type": ["ResultDescription"],
                "name": "Completion of the pathway",
                "resultType": "Status",
            },
            *hours_description(at, award.hours),
        ],
    }
