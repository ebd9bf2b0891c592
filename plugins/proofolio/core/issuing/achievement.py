"""The achievement of a micro-credential: what was asked, with its rubric, as it is on the day of issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from proofolio.core.issuing.alignment import to_competency, to_criterion, to_level, to_others
from proofolio.core.issuing.naming import Addresses, achievement_at
from proofolio.core.issuing.wording import as_markdown, number
from proofolio.core.model.competency import Competency
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.rubric import Criterion

Json = dict[str, Any]
HOURS = "Continuing-education clock hours"


def micro_credential_achievement(
    district: District, site: str, asked: MicroCredential, competency: Competency, framework: Framework
) -> Json:
    """Open Badges 3.0, ``Achievement``; empty members are for tidying."""
    at = achievement_at(site, asked.id, pathway=False)
    criteria = district.criteria_of(asked)
    narrative = "\n".join(_criteria(asked, competency, framework, criteria))
    domain = next((each.title for each in framework.domains if each.id == competency.domain), None)
    return {
        "id": at.page,
        "type": ["Achievement"],
        "achievementType": "MicroCredential",
        "name": asked.title,
        "description": asked.key_method or competency.statement,
        "criteria": {"id": at.criteria, "narrative": narrative},
        "image": badge(at, asked.title),
        "humanCode": asked.id,
        "version": framework.version,
        "fieldOfStudy": domain,
        "tag": list(dict.fromkeys(competency.themes)),
        "alignment": list(_alignments(district, site, competency)),
        "resultDescription": [
            *(_criterion(site, at, competency, framework, each) for each in criteria),
            *hours_description(at, asked.hours),
        ],
    }


def badge(at: Addresses, title: str) -> Json:
    """The picture of the achievement."""
    return {"id": at.badge, "type": "Image", "caption": f"Badge: {title}"}


def hours_description(at: Addresses, hours: float) -> Iterator[Json]:
    """The clock hours that the award grants, if any: credits would be another unit."""
    if hours:
        yield {
            "id": at.hours,
            "type": ["ResultDescription"],
            "name": HOURS,
            "resultType": "Result",
            "requiredValue": number(hours),
            "valueMin": "0",
            "valueMax": number(hours),
        }


def _alignments(district: District, site: str, competency: Competency) -> Iterator[Json]:
    own = to_competency(district, site, competency)
    yield own
    others = {each["targetUrl"]: each for each in to_others(district, site, competency)}
    yield from (each for url, each in others.items() if url != own["targetUrl"])


def _criterion(
    site: str, at: Addresses, competency: Competency, framework: Framework, criterion: Criterion
) -> Json:
    mastery = framework.mastery
    return {
        "id": at.criterion(criterion.id),
        "type": ["ResultDescription"],
        "name": criterion.title,
        "resultType": "RubricCriterionLevel",
        "requiredLevel": at.level(criterion.id, mastery.id) if mastery else None,
        "rubricCriterionLevel": [
            {
                "id": at.level(criterion.id, level.id),
                "type": ["RubricCriterionLevel"],
                "name": level.title,
                "level": str(rank),
                "description": criterion.descriptors.get(level.id),
                "alignment": [to_level(site, competency, criterion, level)],
            }
            for rank, level in enumerate(framework.levels, 1)
        ],
        "alignment": [to_criterion(site, competency, criterion)],
    }


def _criteria(
    asked: MicroCredential, competency: Competency, framework: Framework, criteria: tuple[Criterion, ...]
) -> Iterator[str]:
    """What it takes, in Markdown."""
    if asked.key_method:
        yield as_markdown(asked.key_method)
        yield ""
    level = f" ({as_markdown(framework.mastery.title)} or above)" if framework.mastery else ""
    rubric = f"the rubric for *{as_markdown(competency.title)}*"
    yield f"Reviewers read the work against {rubric} and find every criterion met{level}:"
    yield ""
    for each in criteria:
        yield f"- {as_markdown(each.title)}"
    asks = [*(f"a section *{as_markdown(each.title)}*" for each in asked.sections.values()), *_pieces(asked)]
    if asks:
        yield ""
        yield "The work holds:"
        yield ""
        for line in asks:
            yield f"- {line}"


def _pieces(asked: MicroCredential) -> Iterator[str]:
    if asked.artifacts.at_least:
        pieces = "piece" if asked.artifacts.at_least == 1 else "pieces"
        yield f"at least {asked.artifacts.at_least} {pieces} of evidence"
    for kind, count in asked.artifacts.kinds.items():
        yield f"at least {count} of the kind {kind.replace('-', ' ')}"
    if asked.impact_required:
        yield "what changed for learners, measured before and after"
    if asked.cycles:
        yield f"at least {asked.cycles} learning {'cycle' if asked.cycles == 1 else 'cycles'}"
