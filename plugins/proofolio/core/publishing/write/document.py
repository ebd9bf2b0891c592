"""What the scripts of the forms read: a JSON document beside each page, and the people to choose from."""

from __future__ import annotations

import json
import posixpath

from proofolio.core.language.say import say, spoken
from proofolio.core.publishing import forge
from proofolio.core.publishing.action import forge_of
from proofolio.core.publishing.page import Document
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.write import DoorView

PEOPLE = "write/people.json"
"""The people that the audience may see, for choosing who one is."""


def people_document(scene: Scene) -> Document:
    """Who may be chosen: the people whose portfolio or work the audience sees, by name."""
    named = sorted(
        (
            {
                "id": person,
                "name": scene.district.name_of(person),
                "folders": [it.slug for it in each.submissions],
            }
            for person, each in scene.people.items()
            if scene.sight.opens(person) or each.submissions
        ),
        key=lambda each: (str(each["name"]).casefold(), str(each["id"])),
    )
    return Document(PEOPLE, json.dumps({"people": named}, ensure_ascii=False, indent=1) + "\n")


def common(scene: Scene, uri: str) -> dict[str, object]:
    """What every form's document holds besides ``id`` and ``words``: site, language, people, the forge."""
    issuer = scene.district.issuer
    return {
        "site": issuer.id if issuer else "",
        "language": spoken().code,
        "people": posixpath.relpath(PEOPLE, posixpath.dirname(uri)),
        "handover": handover(scene),
    }


def document(uri: str, data: object) -> Document:
    """The JSON beside the form whose page is at ``uri``."""
    return Document(document_of(uri), json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def document_of(uri: str) -> str:
    """Where a form's JSON is, by its page."""
    return uri.removesuffix("index.md") + "form.json"


def door(scene: Scene) -> DoorView | None:
    """Where a form hands over; None without a forge."""
    kept = forge_of(scene)
    where = forge.host(kept) if kept else None
    if where is None:
        return None
    told = say(
        "This is an example: {host} belongs to nobody, so the last step leads nowhere here.", host=where
    )
    return DoorView(where, told if forge.is_nobodys(where) else None)


def handover(scene: Scene) -> dict[str, object] | None:
    """The forge's addresses, as far as they are the same for everybody; None without a forge."""
    kept = forge_of(scene)
    if kept is None:
        return None
    return {
        "head": forge.new_file(kept, "").url,
        "room": forge.room(kept),
        "upload": forge.upload(kept, "portfolios"),
        "host": forge.host(kept),
    }
