"""The form for a personal plan: its page, and the document that its script reads."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.forge import Forge, ForgeKind
from proofolio.core.model.succession import successor
from proofolio.core.publishing import forge
from proofolio.core.publishing.action import forge_of
from proofolio.core.publishing.page import Document, Page, WebLink
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.plan_form import OptionGroup, PlanFormView
from proofolio.core.publishing.views.write import OptionView
from proofolio.core.publishing.write.document import common, document, document_of, door
from proofolio.core.publishing.write.plan_words import plan_words
from proofolio.core.publishing.write.self_assessment import name_of

MOST = 20
"""How many goals there may be. More is no plan."""


def plan_form_page(scene: Scene) -> Page:
    """The page of the form."""
    frameworks = [each for each in scene.district.frameworks.values() if scene.sight.publishes(each)]
    view = PlanFormView(
        document=document_of(address.WRITE_PLAN),
        pathways=tuple(
            OptionView(each.id, each.title, each.audience)
            for each in scene.district.pathways.values()
            if scene.sight.publishes(each)
        ),
        competencies=tuple(competency_options(scene)),
        levels=tuple(
            OptionGroup(each.title, tuple(OptionView(level.id, level.title) for level in each.levels))
            for each in frameworks
        ),
        most=MOST,
        door=door(scene),
        others=_others(scene),
    )
    told = say("Goals, pathways and where you would like to go: put into your profile here, without Git.")
    return Page(
        address.WRITE_PLAN, say("My plan"), "write-plan.html", view, None, told, ("competencies/",), False
    )


def plan_document(scene: Scene) -> Document:
    """What the form's script has to know, as JSON."""
    kept = forge_of(scene)
    data = {
        "id": "plan",
        "edit": forge.edit(kept, "portfolios") if kept else None,
        "view": _view(kept) if kept else None,
        "words": plan_words(),
        **common(scene, address.WRITE_PLAN),
    }
    return document(address.WRITE_PLAN, data)


def _others(scene: Scene) -> tuple[WebLink, ...]:
    """The folders with everybody's profile, where the forge's editor is at hand."""
    kept = forge_of(scene)
    if kept is None:
        return ()
    told = say("Find my folder on {host}, and change my profile in the editor", host=forge.host(kept))
    return (WebLink(told, forge.look(kept, "portfolios")),)


def _view(kept: Forge) -> str:
    """Where the forge shows a file, with a button that copies it whole."""
    shown = forge.look(kept, "portfolios")
    return shown.replace("/tree/", "/blob/", 1) if kept.kind is ForgeKind.GITHUB else shown


def competency_options(scene: Scene) -> Iterator[OptionGroup]:
    """What can be chosen, framework by framework: nobody begins with what was replaced."""
    for framework in scene.district.frameworks.values():
        options = tuple(
            OptionView(name_of(scene.district, each), each.title)
            for each in framework.competencies.values()
            if scene.sight.publishes(each) and successor(scene.district, each) is None
        )
        if options:
            yield OptionGroup(framework.title, options)
