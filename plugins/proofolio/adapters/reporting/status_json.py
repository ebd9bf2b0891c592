"""Standing as JSON: the keys of the file-formats page; keys may be added, none goes away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from proofolio.adapters.reporting.agreement import agreement_data
from proofolio.core.model.agreement import Agreement
from proofolio.core.model.district import District
from proofolio.core.model.learning_cycle import LearningCycle
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.standing import Decision


def status_json(
    district: District, progress: Mapping[str, PersonProgress], agreement: Agreement | None = None
) -> str:
    """The status of these people, by id, and how far the reviewers of their work agree."""
    people = {person: _person(district, each) for person, each in sorted(progress.items())}
    document = {"people": people} | ({"agreement": agreement_data(agreement)} if agreement else {})
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _person(district: District, progress: PersonProgress) -> dict[str, Any]:
    return {
        "name": district.name_of(progress.person),
        "submissions": {
            slug: _submission(each) | _cycle(district, progress, each)
            for slug, each in progress.decisions.items()
        },
        "micro_credentials": sorted(progress.awards),
        "awards": {
            name: {
                "on": award.on.isoformat(),
                "until": award.until.isoformat() if award.until else None,
                "submission": award.submission,
                "issued": award.issued,
            }
            for name, award in sorted(progress.awards.items())
        },
        "sets": {ref: {"have": each.have, "of": each.of} for ref, each in progress.sets.items()},
        "coverage": _coverage(district, progress),
        "by_alignment": {
            ref: list(each.through) for ref, each in progress.competencies.items() if each.through
        },
        "pathways": {
            name: {
                "met": each.met,
                "have": list(each.have),
                "still": list(each.still),
                "because": list(each.because),
            }
            for name, each in progress.pathways.items()
        },
        "hours": {"total": progress.hours.total, "by_category": dict(progress.hours.by_category)},
        "renewal": {
            name: {
                "met": each.met,
                "hours": each.hours,
                "of": each.of,
                "short": dict(each.short),
                "ends": each.ends.isoformat(),
                "because": list(each.because),
            }
            for name, each in progress.renewal.items()
        },
        "plan": [
            {
                "goal": each.goal.goal,
                "competency": each.goal.competency,
                "target": each.goal.target,
                "by": each.goal.by.isoformat() if each.goal.by else None,
                "reached": each.reached,
                "met": each.met,
            }
            for each in progress.goals
        ],
    }


def _coverage(district: District, progress: PersonProgress) -> dict[str, Any]:
    """Per framework: how many competencies some evidence names, and how often each."""
    found: dict[str, Any] = {}
    for framework in district.frameworks.values():
        counts = {}
        for competency in framework.competencies.values():
            each = progress.competencies.get(competency.ref)
            if each and (each.claimed or each.log_entries):
                counts[competency.id] = {"submissions": each.claimed, "log": each.log_entries}
        if counts:
            found[framework.id] = {
                "have": len(counts),
                "of": len(framework.competencies),
                "competencies": counts,
            }
    return found


def _cycle(district: District, progress: PersonProgress, decision: Decision) -> dict[str, Any]:
    """The phases of the learning cycle that the log has, where the micro-credential asks for cycles."""
    asked = district.micro_credentials.get(decision.micro_credential)
    competency = district.competency_of(asked) if asked and asked.cycles else None
    if asked is None or competency is None:
        return {}
    cycle = progress.competencies[competency.ref].cycle or LearningCycle({})
    return {
        "learning_cycle": {
            "asked": asked.cycles,
            "competency": competency.ref,
            "phases": {
                phase.value: {"count": done.count, "last": done.last.isoformat()}
                for phase, done in cycle.done.items()
            },
            "lacking": [each.value for each in cycle.lacking],
        }
    }


def _submission(decision: Decision) -> dict[str, Any]:
    return {
        "micro_credential": decision.micro_credential,
        "complete": decision.complete,
        "missing": [gap.message for gap in decision.missing],
        "competent": decision.competent,
        "criteria": {
            name: {"level": each.level, "by": list(each.by), "met": each.met}
            for name, each in decision.criteria.items()
        },
        "stale_reviews": decision.stale_reviews,
        "round": decision.round,
        "standing": decision.standing.value,
        "next_step": decision.next_step,
        "because": list(decision.because),
        "waits_for": decision.waits_for.value if decision.waits_for else None,
        "asked": list(decision.asked),
    }
