"""The review queue for other programs; keys may be added, none goes away."""

from __future__ import annotations

import json
from typing import Any

from proofolio.core.model.district import District
from proofolio.core.model.queue import Queue, Waiting


def queue_json(district: District, queue: Queue) -> str:
    """``{"waiting": […], "turnaround": {…}}``, the longest wait first."""
    turnaround = queue.turnaround
    document = {
        "waiting": [_waiting(district, each) for each in queue.waiting],
        "turnaround": {
            "median_days": turnaround.days,
            "n": turnaround.reviewed,
            "over_days": turnaround.over,
        },
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _waiting(district: District, each: Waiting) -> dict[str, Any]:
    submission = each.submission
    return {
        "person": submission.person,
        "name": district.name_of(submission.person),
        "submission": submission.slug,
        "title": submission.title,
        "micro_credential": submission.micro_credential,
        "standing": each.standing.value,
        "waits_for": each.wait.value,
        "round": each.round,
        "asked": list(each.asked),
        "since": each.since.isoformat() if each.since else None,
        "days": each.days,
        "blind": each.blind,
    }
