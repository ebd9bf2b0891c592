"""Is everything there that a credential needs, in the form in which it belongs there?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from proofolio.core.verifying.check import Check, Name, fails, holds
from proofolio.core.verifying.forms import CLOSED, EITHER, NODES
from proofolio.core.verifying.guard import Found, loose_ends
from proofolio.core.verifying.kind import Kind
from proofolio.core.verifying.moment import moment
from proofolio.core.verifying.results import result_trouble

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_SCHEMAS = {
    Kind.BADGE: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
    Kind.RECORD: "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
}
_SCHEMA_TYPE = "1EdTechJsonSchemaValidator2019"
_MOST_SHOWN = 3
_WANTED = {
    "text": "should be a text",
    "address": "should be a whole address",
    "moment": "should be a day and hour with its time zone",
    "number": "should be a number",
    "flag": "should be true or false",
    "type": "should be the name of its kind",
    "any-type": "should be the name of its kind",
    "types": "should be a list with the name of its kind",
    "object": "should be a group of members",
}


def shape(document: Mapping[str, Any], kind: Kind) -> Check:
    """Whether the document has the members of its kind, and their parts agree with one another."""
    found = list(islice(_trouble(document, kind), _MOST_SHOWN + 1))
    if not found:
        return holds(Name.SHAPE, "Everything that it needs is there, and its parts agree with one another.")
    listed = "; ".join(f"{place} {why}" for place, why in found[:_MOST_SHOWN])
    more = "; and more" if len(found) > _MOST_SHOWN else ""
    return fails(Name.SHAPE, f"It is not put together as such a document has to be: {listed}{more}.")


def _trouble(document: Mapping[str, Any], kind: Kind) -> Iterator[Found]:
    yield from _node(document, kind.value, "")
    if kind is Kind.STATUS_LIST and not isinstance(document.get("issuer"), str):
        yield from _value(document.get("issuer"), "Profile", "issuer")
    yield from loose_ends(document)
    yield from _schemas(document, kind)
    subject = document.get("credentialSubject")
    if kind is Kind.BADGE and isinstance(subject, Mapping):
        if "id" not in subject and "identifier" not in subject:
            yield "credentialSubject", "does not say whose it is"
        yield from result_trouble(subject)


def _node(node: Mapping[str, Any], name: str, place: str) -> Iterator[Found]:
    members = NODES[name]
    for member, form in members.items():
        below = f"{place}.{member}" if place else member
        if member not in node:
            if form.endswith("!"):
                yield below, "is missing"
        elif member in EITHER and isinstance(node[member], list):
            yield from _value(node[member], f"[{form.rstrip('!')}]", below)
        elif form == "types!":
            yield from _types(node[member], name, below)
        elif form == "type!" and node[member] != name:
            yield below, _WANTED["type"]
        else:
            yield from _value(node[member], form.rstrip("!"), below)
    if name in CLOSED:
        yield from ((f"{place}.{each}", "does not belong there") for each in node if each not in members)
    if name == "Criteria" and not ("id" in node or "narrative" in node):
        yield place, "does not say what was asked for"


def _value(value: Any, form: str, place: str) -> Iterator[Found]:
    if form.startswith("["):
        if not isinstance(value, list):
            yield place, "should be a list"
            return
        for at, each in enumerate(value):
            yield from _value(each, form[1:-1], f"{place}[{at}]")
    elif form in NODES:
        if isinstance(value, Mapping):
            yield from _node(value, form, place)
        else:
            yield place, _WANTED["object"]
    elif not _fits(value, form):
        yield place, _WANTED[form]


def _fits(value: Any, form: str) -> bool:
    if form == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if form == "flag":
        return isinstance(value, bool)
    if form == "object":
        return isinstance(value, Mapping)
    if not isinstance(value, str):
        return False
    if form == "address":
        return bool(_ADDRESS.fullmatch(value))
    return moment(value) is not None if form == "moment" else True


def _types(value: Any, name: str, place: str) -> Iterator[Found]:
    if not isinstance(value, list) or name not in value or not all(isinstance(each, str) for each in value):
        yield place, _WANTED["types"]


def _schemas(document: Mapping[str, Any], kind: Kind) -> Iterator[Found]:
    types = document.get("type")
    if not isinstance(types, list) or not all(isinstance(each, str) for each in types):
        yield "type", _WANTED["types"]
    schemas = document.get("credentialSchema")
    for at, each in enumerate(schemas if isinstance(schemas, list) else ()):
        known = isinstance(each, Mapping) and each.get("type") == _SCHEMA_TYPE
        if not known or each.get("id") != _SCHEMAS.get(kind):
            yield f"credentialSchema[{at}]", "names a form that is not known here"
