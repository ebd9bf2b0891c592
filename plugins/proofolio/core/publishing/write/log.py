"""The form for an entry of the log: its page, and the document that its script reads."""

from __future__ import annotations

from proofolio.core.language import name
from proofolio.core.language.say import said, say
from proofolio.core.model import address
from proofolio.core.model.log_entry import CYCLE_KINDS, LogKind
from proofolio.core.publishing import forge
from proofolio.core.publishing.action import DAY, LOG_FORM, forge_of
from proofolio.core.publishing.page import Document, Page, WebLink
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.log_form import LogFormView
from proofolio.core.publishing.views.write import OptionView
from proofolio.core.publishing.write.document import common, document, document_of, door
from proofolio.core.publishing.write.log_words import PROMPTS, log_words
from proofolio.core.publishing.write.plan import competency_options
from proofolio.core.publishing.write.self_assessment import name_of


def log_form_page(scene: Scene) -> Page:
    """The page of the form."""
    view = LogFormView(
        document=document_of(address.WRITE_LOG),
        kinds=tuple(OptionView(each.value, name.plain(each), said(PROMPTS[each])) for each in LogKind),
        categories=tuple(OptionView(each, name.plain(each)) for each in _categories(scene)),
        competencies=tuple(competency_options(scene)),
        courses=tuple(
            OptionView(each.id, each.title)
            for each in scene.district.courses.values()
            if scene.sight.publishes(each)
        ),
        door=door(scene),
        others=_others(scene),
    )
    told = say("Write an entry for your log here, without Git: what you tried, saw or talked about.")
    title = say("An entry for my log")
    return Page(address.WRITE_LOG, title, "write-log.html", view, None, told, ("competencies/",), False)


def log_document(scene: Scene) -> Document:
    """What the form's script has to know, as JSON."""
    titles = {option.value: option.title for group in competency_options(scene) for option in group.options}
    data = {
        "id": "log",
        "kinds": {each.value: name.plain(each) for each in LogKind},
        "cycle_kinds": sorted(CYCLE_KINDS),
        "competencies": titles,
        "courses": _courses(scene),
        "fields": _fields(),
        "words": log_words(),
        **common(scene, address.WRITE_LOG),
    }
    return document(address.WRITE_LOG, data)


def _courses(scene: Scene) -> dict[str, dict[str, str]]:
    """Each course's title, and the competency that it leads towards, as files call it."""
    found = {}
    for course in scene.district.courses.values():
        if scene.sight.publishes(course):
            competency = scene.district.competency(course.competency)
            about = name_of(scene.district, competency) if competency else ""
            found[course.id] = {"title": course.title, "competency": about}
    return found


def _categories(scene: Scene) -> list[str]:
    """In which categories licences ask for hours."""
    shown = filter(scene.sight.publishes, scene.district.renewals.values())
    return sorted({category for each in shown for category in each.categories})


def _fields() -> dict[str, str]:
    return {
        "date": say("Day"),
        "kind": say("What it was"),
        "hours": say("Hours"),
        "competency": say("Competency"),
        "course": say("Micro-course"),
        "with": say("With whom"),
        "observed": say("Whom I watched"),
        "follow_up": say("What comes next"),
    }


def _others(scene: Scene) -> tuple[WebLink, ...]:
    """The issue form, and the forge's own editor."""
    kept = forge_of(scene)
    if kept is None:
        return ()
    folder, name = say("your-folder"), say("what-i-tried")
    path = f"portfolios/{folder}/log/{DAY}-{name}.md"
    texts = scene.starters.log if scene.starters else ()
    return (
        WebLink(say("Use the form on {host}", host=forge.host(kept)), forge.new_issue(kept, LOG_FORM)),
        WebLink(say("Write the file itself in the editor"), forge.new_file(kept, path, texts).url),
    )
