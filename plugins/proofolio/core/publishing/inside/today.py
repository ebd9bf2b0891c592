"""The day's work, on the first page of an internal site: what waits, and who may need help."""

from __future__ import annotations

from proofolio.core.language.say import number, say, says
from proofolio.core.model import address
from proofolio.core.model.figures import Inside
from proofolio.core.publishing.inside.progress import concerns, help_row
from proofolio.core.publishing.inside.queue import pace_facts, queue_rows
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.inside import FactView, TodayView

_MOST = 3
"""So many of each: the first page is where a morning begins, not where it ends."""


def today(scene: Scene) -> TodayView | None:
    """The day's work; None on the public site, and where nothing is known of it."""
    report = scene.report
    if scene.audience is not Audience.INTERNAL or report is None:
        return None
    inside = report.inside or Inside()
    rows = queue_rows(scene, inside.pace)
    troubled = concerns(scene, inside)
    people = len({each.person for each in troubled})
    late = sum(1 for each in rows if each.late)
    facts = (
        FactView(
            say("Waiting for a review"),
            number(len(rows)),
            says("{n} is waiting longer than promised.", "{n} are waiting longer than promised.", late)
            if late
            else say("Nothing has waited longer than promised."),
            uri=address.QUEUE,
        ),
        FactView(
            say("May need help"),
            number(people),
            say(
                "People whose work rests or waits too long, of whom nothing was heard lately, who have no "
                "portfolio or no coach, or who lack hours for a licence."
            ),
            uri=address.PROGRESS,
        ),
        *pace_facts(inside.pace)[-1:],
    )
    return TodayView(
        scene.today.isoformat(),
        facts,
        rows[:_MOST],
        tuple(help_row(scene, each) for each in troubled[:_MOST]),
    )
