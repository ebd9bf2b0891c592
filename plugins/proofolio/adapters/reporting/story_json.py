"""The story of a submission as JSON; keys may be added, none goes away."""

from __future__ import annotations

import json
from typing import Any

from proofolio.adapters.reporting.marked import joined
from proofolio.core.model.district import District
from proofolio.core.model.review import Review
from proofolio.core.model.standing import Decision
from proofolio.core.model.story import Chapter, Story
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.revision import name_of


def story_json(district: District, submission: Submission, story: Story, decision: Decision | None) -> str:
    """The story with every word that changed. No e-mail address is in it."""
    told = {
        "person": story.person,
        "submission": story.slug,
        "title": submission.title,
        "micro_credential": submission.micro_credential,
        "digest": submission.digest,
        "versions": [_chapter(district, each) for each in story.chapters],
        "standing": decision.standing.value if decision else None,
        "decided_on": decision.decided_on.isoformat() if decision and decision.decided_on else None,
        "next_step": decision.next_step if decision else None,
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _chapter(district: District, chapter: Chapter) -> dict[str, Any]:
    return {
        "number": chapter.number,
        "digest": chapter.digest,
        "begun": chapter.begun.isoformat() if chapter.begun else None,
        "at": chapter.at.isoformat() if chapter.at else None,
        "authors": list(dict.fromkeys(name_of(district, each) for each in chapter.authors)),
        "saves": chapter.saves,
        "signature": chapter.signature.value,
        "submitted": chapter.submitted,
        "present": chapter.present,
        "same_as": chapter.same_as,
        "legible": chapter.legible,
        "sections": [
            {
                "title": each.title,
                "before": each.before,
                "added": each.added,
                "removed": each.removed,
                "words": [{"span": run.span.value, "text": run.text} for run in joined(each.words)],
            }
            for each in chapter.sections
        ],
        "files": [
            {"path": each.path, "fate": each.fate.value, "before": each.before} for each in chapter.files
        ],
        "facts": [
            {"key": each.key, "item": each.item or None, "before": each.before, "after": each.after}
            for each in chapter.facts
        ],
        "reviews": [_review(chapter, each) for each in chapter.reviews],
    }


def _review(chapter: Chapter, review: Review) -> dict[str, Any]:
    return {
        "on": review.on.isoformat(),
        "reviewer": review.reviewer,
        "verdict": review.verdict.value,
        "ratings": dict(review.ratings),
        "next_steps": dict(review.next_steps),
        "of_this_version": review.reviewed == chapter.digest,
    }
