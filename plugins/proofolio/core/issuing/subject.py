"""The subject of a credential: who achieved what, with which results."""

from __future__ import annotations

from typing import Any

from proofolio.core.issuing.achievement import micro_credential_achievement
from proofolio.core.issuing.assessor import assessors
from proofolio.core.issuing.due import Due
from proofolio.core.issuing.evidence import is_public
from proofolio.core.issuing.naming import achievement_at, credential_at, person_at
from proofolio.core.issuing.recipient import identifiers
from proofolio.core.issuing.result import completion, hours_granted, rubric_results
from proofolio.core.issuing.stack import pathway_achievement
from proofolio.core.issuing.wording import midnight
from proofolio.core.model.competency import Competency
from proofolio.core.model.day import day
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.pathway import Pathway, PathwayAward
from proofolio.core.model.person import Person
from proofolio.core.model.progress import PathwayProgress
from proofolio.core.model.standing import Decision
from proofolio.core.model.submission import Submission

Json = dict[str, Any]


def recipient(site: str, person: Person) -> Json:
    """The members that say who it is."""
    return {
        "id": person_at(site, person.id),
        "type": ["AchievementSubject"],
        "identifier": list(identifiers(person)),
    }


def micro_credential_subject(
    district: District,
    issuer: Issuer,
    each: Due,
    asked: MicroCredential,
    competency: Competency,
    framework: Framework,
    submission: Submission,
    decision: Decision,
) -> Json:
    """Somebody who earned a micro-credential."""
    site = issuer.url
    at = achievement_at(site, asked.id, pathway=False)
    applied = submission.applied.on if is_public(district, submission) else None
    reached = f"on {day(each.on)} reviewers found every criterion met"
    return {
        **recipient(site, district.people[each.person]),
        "narrative": f"The work was read by people against the rubric, and {reached}.",
        "activityStartDate": midnight(applied) if applied and applied <= each.on else None,
        "source": assessors(
            district, issuer, asked, decision, submission, credential_at(site, each.person, each.name)
        ),
        "achievement": micro_credential_achievement(district, site, asked, competency, framework),
        "result": [
            *rubric_results(at, district.criteria_of(asked), decision),
            *hours_granted(at, asked.hours),
        ],
    }


def pathway_subject(
    district: District,
    issuer: Issuer,
    each: Due,
    pathway: Pathway,
    award: PathwayAward,
    reached: PathwayProgress,
) -> Json:
    """Somebody who finished a pathway."""
    at = achievement_at(issuer.url, pathway.id, pathway=True)
    return {
        **recipient(issuer.url, district.people[each.person]),
        "narrative": f"The pathway was finished on {day(each.on)}.",
        "achievement": pathway_achievement(district, issuer.url, pathway, award, reached.have),
        "result": [completion(at), *hours_granted(at, award.hours)],
    }
