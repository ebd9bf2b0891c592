"""Hours of professional learning beside those that are asked, in words."""

from __future__ import annotations

from proofolio.core.language.say import says


def counted_hours(have: float, asked: float) -> str:
    """Whether the hours are enough, and how many more are needed, as one sentence."""
    more = round(asked - have, 2)
    if more <= 0:
        return says(
            "{n} hour of professional learning; {asked} are asked.",
            "{n} hours of professional learning; {asked} are asked.",
            have,
            asked=asked,
        )
    return says(
        "{have} of {asked} hours of professional learning; {n} more is needed.",
        "{have} of {asked} hours of professional learning; {n} more are needed.",
        more,
        have=have,
        asked=asked,
    )
