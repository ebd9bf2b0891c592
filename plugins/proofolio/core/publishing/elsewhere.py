"""Work that was brought along: shown under the name of the organisation it comes from."""

from __future__ import annotations

from proofolio.core.language.say import say
from proofolio.core.model.imported import ImportedPortfolio, ImportedWork
from proofolio.core.model.standing import Standing
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing import forge, words
from proofolio.core.publishing.page import WebLink
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.standing import DONE, label
from proofolio.core.publishing.views.elsewhere import ElsewhereView, WorkElsewhere
from proofolio.core.publishing.views.standing import StandingView


def elsewhere(scene: Scene, person: str) -> tuple[ElsewhereView, ...]:
    """What this person brought along, as far as the audience may see it; of each organisation the latest.

    The word on who may see a piece of work comes along with it, and a private portfolio stays private.
    """
    portfolio = scene.district.portfolios[person]
    latest: dict[str, ImportedPortfolio] = {}
    for each in sorted(portfolio.imported.values(), key=lambda one: (one.exported, one.folder)):
        if each.source.file not in scene.mending.paths:
            latest[each.id] = each
    views = (_view(scene, each) for _, each in sorted(latest.items()))
    return tuple(each for each in views if each.works)


def _view(scene: Scene, brought: ImportedPortfolio) -> ElsewhereView:
    private = scene.district.portfolios[brought.person].visibility is Visibility.PRIVATE
    shown = (each for each in brought.works if not private and scene.audience.sees(each.visibility))
    told = say(
        "{who} did this at {where} and brought it along on {day}. How it stood there, on {left}, is what the "
        "record that came with it says. It does not count towards anything here.",
        who=scene.district.name_of(brought.person),
        where=brought.name,
        day=words.day(brought.imported),
        left=words.day(brought.exported),
    )
    return ElsewhereView(
        brought.folder.replace(".", "-"),
        WebLink(brought.name, brought.url),
        told,
        tuple(_work(each) for each in shown),
        _folder(scene, brought),
    )


def _work(work: ImportedWork) -> WorkElsewhere:
    stood = next((each for each in Standing if each.value == work.standing), None)
    title = label(stood) if stood else words.plain(work.standing or "unknown")
    return WorkElsewhere(
        work.title,
        work.asked,
        StandingView(stood.value if stood else "unknown", title, "", stood in DONE),
        work.decided_on.isoformat() if work.decided_on else None,
        words.hours(work.hours) if work.hours else None,
    )


def _folder(scene: Scene, brought: ImportedPortfolio) -> WebLink | None:
    issuer = scene.district.issuer
    kept = issuer.forge if issuer else None
    if kept is None or not forge.host(kept):
        return None
    return WebLink(say("The files, as they came"), forge.look(kept, brought.source.file.rpartition("/")[0]))
