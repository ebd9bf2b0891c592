"""Whether somebody may apply, as text and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

from proofolio.core.checking.application import Hurdle
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.progress import Eligibility


def eligibility_text(
    name: str, role: Opportunity, found: Eligibility, hurdles: Sequence[Hurdle], late: str | None
) -> str:
    """A sentence on whether, and the reasons below it. ``late`` says that it has closed."""
    told = f"{name} meets what “{role.title}” asks."
    if not found.met:
        told = f"{name} does not meet all that “{role.title}” asks yet."
    lines = [told, *(f"  {each}" for each in found.because)]
    lines += [f"  - {each.message}" + (f" ({each.hint})" if each.hint else "") for each in hurdles]
    return "\n".join((*lines, *([late] if late else []))) + "\n"


def eligibility_json(
    name: str, role: Opportunity, found: Eligibility, hurdles: Sequence[Hurdle], late: str | None
) -> str:
    """The same for other programs. ``missing`` tells of the chosen work and the letter."""
    told = {
        "opportunity": role.id,
        "title": role.title,
        "closes": role.closes.isoformat() if role.closes else None,
        "closed": late is not None,
        "name": name,
        "met": found.met,
        "have": found.have,
        "still": found.still,
        "because": found.because,
        "hours": found.hours,
        "hours_asked": found.hours_asked,
        "parts": [asdict(each) for each in found.parts],
        "missing": [asdict(each) for each in hurdles],
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
