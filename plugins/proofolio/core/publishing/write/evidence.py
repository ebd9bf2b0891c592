"""The form for evidence: a page for each micro-credential, and the document that its script reads."""

from __future__ import annotations

from proofolio.core.language import name
from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.artifact import SEAT_TIME, ArtifactKind
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.remark import Voice
from proofolio.core.publishing import forge
from proofolio.core.publishing.action import evidence_form, forge_of
from proofolio.core.publishing.page import Document, Page, WebLink
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.tag import themes_of
from proofolio.core.publishing.views.write import (
    AskedView,
    CriterionView,
    LimitsView,
    OptionView,
    WriteEvidenceView,
)
from proofolio.core.publishing.write.document import common, document, document_of, door
from proofolio.core.publishing.write.evidence_words import evidence_words
from proofolio.core.publishing.write.self_assessment import name_of

LIMITS = LimitsView(
    line=200,
    place=500,
    licence=60,
    text=2_000,
    section=30_000,
    commentary=8_000,
    artifacts=25,
    impact=10,
    demonstrates=10,
)


def evidence_form_page(scene: Scene, asked: MicroCredential) -> Page:
    """The page of one form."""
    competency = scene.district.competency_of(asked)
    view = WriteEvidenceView(
        document=document_of(address.of_evidence_form(asked.id)),
        about=scene.sight.micro_credential(asked.id),
        competency=scene.sight.competency(asked.competency),
        key_method=asked.key_method,
        criteria=tuple(
            CriterionView(each.title, competency.indicators.get(each.id) if competency else None)
            for each in scene.district.criteria_of(asked)
        ),
        sections=tuple(
            AskedView(each.id, each.title, each.prompt, each.min_words, each.stems)
            for each in asked.sections.values()
        ),
        artifacts_asked=_artifacts(asked),
        kinds=tuple(_kind(each) for each in ArtifactKind if each not in SEAT_TIME),
        seat_time=tuple(_kind(each) for each in ArtifactKind if each in SEAT_TIME),
        impact_asked=say("It is asked for here: one measure before and after, or several.")
        if asked.impact_required
        else say("It is welcome, not asked for: one measure before and after."),
        competencies=tuple(
            OptionView(each.ref, each.title)
            for each in scene.district.competencies()
            if scene.sight.publishes(each) and each is not competency
        ),
        themes=tuple(OptionView(each, name.plain(each)) for each in sorted(themes_of(scene))),
        limits=LIMITS,
        cycles=_cycles(asked),
        caution=None,
        door=door(scene),
        others=_others(scene, asked),
        log=address.WRITE_LOG if asked.cycles else None,
        log_about=name_of(scene.district, competency) if competency else None,
    )
    return Page(
        address.of_evidence_form(asked.id),
        say("Add evidence: {title}", title=asked.title),
        "write-evidence.html",
        view,
        None,
        say("Write evidence for “{title}” here, without Git.", title=asked.title),
        ("competencies/",),
        searchable=False,
    )


def evidence_document(scene: Scene, asked: MicroCredential) -> Document:
    """What the form's script has to know, as JSON: no word of anybody's work is in it."""
    uri = address.of_evidence_form(asked.id)
    data = {
        "id": asked.id,
        "title": asked.title,
        "sections": [
            {"id": each.id, "title": each.title, "min_words": each.min_words, "starters": each.stems}
            for each in asked.sections.values()
        ],
        "artifacts": {"at_least": asked.artifacts.at_least, "kinds": dict(asked.artifacts.kinds)},
        "impact": asked.impact_required,
        "kinds": [each.value for each in ArtifactKind],
        "kind_names": {each.value: name.plain(each.value) for each in ArtifactKind},
        "seat_time": sorted(each.value for each in SEAT_TIME),
        "competencies": _titles(scene),
        "themes": {each: name.plain(each) for each in sorted(themes_of(scene))},
        "voices": {each.value: name.plain(each.value) for each in Voice},
        "fields": _fields(),
        "reserved": address.RESERVED,
        "words": evidence_words(),
        **common(scene, uri),
    }
    return document(uri, data)


def _kind(kind: ArtifactKind) -> OptionView:
    return OptionView(kind.value, name.plain(kind.value))


def _titles(scene: Scene) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in scene.district.competencies():
        if scene.sight.publishes(each):
            found.setdefault(each.id, each.title)
            found[each.ref] = each.title
    return found


def _fields() -> dict[str, str]:
    return {
        "date": say("Day"),
        "setting": say("Class or group"),
        "subject": say("Subject"),
        "learners": say("Learners"),
        "problem": say("Question from the classroom"),
        "title": say("Evidence"),
        "kind": say("Kind"),
        "place": say("Where it is"),
        "measure": say("Measure"),
        "unit": say("Unit"),
        "before": say("Before"),
        "after": say("After"),
        "n": say("Learners measured"),
        "themes": say("Themes"),
        "at": say("Time"),
        "by": say("Who says it"),
        "note": say("Commentary"),
    }


def _artifacts(asked: MicroCredential) -> str:
    least = asked.artifacts.at_least
    kinds = ", ".join(
        says("{n} × {kind}", "{n} × {kind}", each, kind=name.plain(kind))
        for kind, each in asked.artifacts.kinds.items()
    )
    if not least and not kinds:
        return say("Nothing is asked for here, but what one can see convinces most.")
    if not kinds:
        return says(
            "At least {n} piece of evidence is asked for.",
            "At least {n} pieces of evidence are asked for.",
            least,
        )
    return says(
        "At least {n} piece of evidence is asked for, among them {kinds}.",
        "At least {n} pieces of evidence are asked for, among them {kinds}.",
        max(least, sum(asked.artifacts.kinds.values())),
        kinds=kinds,
    )


def _cycles(asked: MicroCredential) -> str | None:
    if not asked.cycles:
        return None
    return says(
        "Your log also has to tell of {n} learning cycle for this competency; this page does not see it.",
        "Your log also has to tell of {n} learning cycles for this competency; this page does not see them.",
        asked.cycles,
    )


def _others(scene: Scene, asked: MicroCredential) -> tuple[WebLink, ...]:
    """The issue form, and the forge's own editor with what there is room for."""
    kept = forge_of(scene)
    if kept is None:
        return ()
    folder = say("your-folder")
    path = f"portfolios/{folder}/{asked.id}/index.md"
    texts = scene.starters.evidence.get(asked.id, ()) if scene.starters else ()
    return (
        WebLink(
            say("Use the form on {host}", host=forge.host(kept)),
            forge.new_issue(kept, evidence_form(asked.id)),
        ),
        WebLink(say("Write the file itself in the editor"), forge.new_file(kept, path, texts[1:]).url),
    )
