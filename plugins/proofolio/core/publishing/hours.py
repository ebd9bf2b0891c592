"""Hours of continuing education and the progress of a licence, as far as an audience may see them."""

from __future__ import annotations

from proofolio.core.language.name import plain
from proofolio.core.language.say import say
from proofolio.core.publishing import words
from proofolio.core.publishing.credit import renewal, tally
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.portfolio import CategoryHours, HoursView


def hours(scene: Scene, person: str) -> HoursView:
    """A person's hours. The public sees the total only: a licence is between her and the organisation."""
    seen = scene.people[person]
    sums = tally(seen.credits)
    total = words.hours(sums.total)
    if scene.audience is Audience.PUBLIC:
        return HoursView(total, (), ())
    by_category = tuple(
        CategoryHours(plain(key) if key else say("No category"), words.hours(each))
        for key, each in sums.by_category.items()
    )
    profile = scene.district.portfolios[person].profile
    planned = profile.renewal if profile else None
    cycle = renewal(scene.district, planned, seen.credits) if planned else None
    if cycle is None:
        return HoursView(total, by_category, ())
    return HoursView(total, by_category, cycle.told, cycle.have, cycle.of)
