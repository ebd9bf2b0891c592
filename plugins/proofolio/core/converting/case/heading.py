"""A framework's own facts as the ``CFDocument`` and the definitions of a package, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from proofolio.core.converting.case import making
from proofolio.core.converting.case.compose import COMPETENCY, DOMAIN, INDICATOR, STRUCTURE, Things
from proofolio.core.converting.case.shape import DEFINITIONS, moment
from proofolio.core.converting.case.value import Json, is_web, rows, table, text
from proofolio.core.converting.case.wording import one_line, plain
from proofolio.core.model.case_identity import CaseIdentity, case
from proofolio.core.model.framework import Framework, Provenance

KINDS = {
    DOMAIN: "A family of competencies.",
    COMPETENCY: "What an educator can do.",
    INDICATOR: "What one can see of a competency.",
}
UNSTATED = "1"


def provenance_of(document: Mapping[str, Any]) -> Provenance:
    """Where a framework comes from, as its document tells."""
    url = text(document.get("officialSourceURL")) or text(document.get("uri"))
    return Provenance(
        None,
        one_line(document.get("publisher")) or one_line(document.get("creator")) or None,
        url if is_web(url) else None,
        one_line(table(document.get("licenseURI")).get("title")) or None,
    )


def version_of(document: Mapping[str, Any]) -> str:
    """The edition; the day of the last change for a document that tells none."""
    day = moment(document.get("lastChangeDateTime"))
    return one_line(document.get("version")) or (day[:10] if day else UNSTATED)


def made_document(things: Things) -> Json:
    """The document as we would make it."""
    framework, given = things.framework, things.framework.provenance or Provenance()
    made: Json = {
        "identifier": things.document.identifier,
        "uri": things.document.uri,
        "creator": text(case(framework.kept).get("creator")) or things.around.creator or "not stated",
        "title": framework.title,
        "lastChangeDateTime": things.changed,
        "caseVersion": making.VERSION,
        "version": framework.version,
    }
    if framework.description:
        made["description"] = framework.description
    if given.publisher:
        made["publisher"] = given.publisher
    if given.url and is_web(given.url):
        made["officialSourceURL"] = given.url
    if given.licence:
        made["licenseURI"] = making.link(given.licence, _licence(things, given.licence))
    return made


def document(things: Things) -> Json:
    """The document, with what was kept of an original."""
    framework = things.framework
    kept, given = case(framework.kept), framework.provenance or Provenance()
    left = {"caseVersion", *STRUCTURE}
    if things.around.overrides(framework.source.file, kept):
        left.add("lastChangeDateTime")
    own = {name: value for name, value in kept.items() if name not in left}
    if making.ABSENT in own:
        own[making.ABSENT] = [each for each in own[making.ABSENT] if each != "caseVersion"]
    holds = {
        "title": lambda value: one_line(value) == framework.title,
        "version": lambda value: version_of({**kept, "version": value}) == framework.version,
        "description": lambda value: plain(value) == framework.description,
        "publisher": lambda value: (one_line(value) or one_line(kept.get("creator"))) == given.publisher,
        "officialSourceURL": lambda value: given.url in (value or kept.get("uri"), None),
        "licenseURI": lambda value: (one_line(table(value).get("title")) or None) == given.licence,
    }
    return making.overlay(made_document(things), own, holds)


def definitions(things: Things, head: Mapping[str, Any], items: Iterable[Mapping[str, Any]]) -> Json:
    """The definitions that were kept, and those of the item types and the licence that are ours."""
    kept = table(case(things.framework.kept).get("definitions"))
    made: dict[str, list[Json]] = {"CFItemTypes": [], "CFLicenses": []}
    used = {text(table(each.get("CFItemTypeURI")).get("identifier")) for each in items}
    for kind, told in KINDS.items():
        thing = making.kind_identity(things.document, kind)
        if thing.identifier in used:
            made["CFItemTypes"].append(
                making.link(kind, thing)
                | {
                    "description": told,
                    "hierarchyCode": kind,
                    "typeCode": kind,
                    "lastChangeDateTime": things.changed,
                }
            )
    licence = table(head.get("licenseURI"))
    if licence and licence.get("identifier") == _licence(things, text(licence.get("title"))).identifier:
        more = {"licenseText": licence["title"], "lastChangeDateTime": things.changed}
        made["CFLicenses"].append(licence | more)
    found: Json = dict(kept)
    for name in DEFINITIONS:
        own = rows(kept.get(name))
        there = {text(each.get("identifier")) for each in own}
        every = [*own, *(each for each in made.get(name, ()) if each["identifier"] not in there)]
        if every:
            found[name] = every
    return found


def _licence(things: Things, name: str) -> CaseIdentity:
    uri = name if is_web(name) else f"{things.document.uri}#licence-{name.lower().replace(' ', '-')}"
    return CaseIdentity(str(uuid5(NAMESPACE_URL, uri)), uri)


def framework_extension(framework: Framework, head: Mapping[str, Any], name: str, levels: bool) -> Json:
    """What of a framework CASE has no place for. ``name`` is the id that its title would give."""
    told = provenance_of(head)
    given = framework.provenance
    source: object = None
    if given is None:
        source = "none"
    elif given != told:
        source = {
            key: value for key in ("title", "publisher", "url", "licence") if (value := getattr(given, key))
        }
        source = source or {"title": ""}
    return making.extension(
        {
            "id": framework.id if framework.id != name else None,
            "vision": framework.vision,
            "levels": [
                {"id": each.id, "title": each.title}
                | ({"mastery": True} if each.mastery else {})
                | ({"kept": dict(each.kept)} if each.kept else {})
                for each in framework.levels
            ]
            if levels
            else None,
            "sets": [
                {"id": each.id, "title": each.title} | ({"all": True} if each.prerequisite_for_all else {})
                for each in framework.sets
            ],
            "source": source,
            "kept": {key: value for key, value in framework.kept.items() if key != "case"},
        }
    )
