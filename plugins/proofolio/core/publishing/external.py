"""Credentials that other issuers gave: shown as theirs, with what was found when they were checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proofolio.core.language.say import say
from proofolio.core.model.external import ExternalCredential
from proofolio.core.publishing import words
from proofolio.core.publishing.page import Publication
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed import Signed, day, one, text
from proofolio.core.publishing.views.earned import ExternalCard

_MARKUP = re.compile(r"[<>\x00-\x1f\x7f]")
_FAILS = "Fails:"
_NOT = "Not verified:"


def external_cards(scene: Scene, person: str) -> tuple[ExternalCard, ...]:
    """A person's, newest first. One whose signature does not hold any more is not shown at all."""
    cards = [_card(scene, each) for each in _shown(scene, person)]
    cards.sort(key=lambda each: each.title)
    return tuple(sorted(cards, key=lambda each: each.on or "", reverse=True))


def external_files(scene: Scene) -> Iterator[Publication]:
    """The documents themselves, as they came, at the addresses where they lie."""
    for person in scene.people:
        for each in _shown(scene, person):
            if each.source.file in scene.proven:
                yield Publication(each.source.file, each.source.file)


def _shown(scene: Scene, person: str) -> Iterator[ExternalCredential]:
    if not scene.sight.opens(person):
        return
    for each in scene.district.portfolios[person].external.values():
        path = each.source.file
        recorded = path.removesuffix(".json") + ".yml"
        keyed = each.verified is not None and each.verified.by_key is not None
        if not scene.mending.paths & {path, recorded} and (path in scene.proven or not keyed):
            yield each


def _card(scene: Scene, each: ExternalCredential) -> ExternalCard:
    said, noted = each.document, each.verified
    proven = each.source.file in scene.proven
    failing = any(line.startswith((_FAILS, _NOT)) for line in noted.words) if noted else True
    since = day(said, "validFrom") or day(said, "issuanceDate") or day(said, "issuedOn")
    return ExternalCard(
        _title(said) or each.slug,
        _plain(text(one(said.get("issuer")), "name")) or say("another issuer"),
        each.source.file if proven else None,
        None,
        since.isoformat() if since else None,
        noted.on.isoformat() if noted and not proven else None,
        proven and not failing,
        _words(each, proven, scene.district.name_of(each.person)),
    )


def _words(each: ExternalCredential, proven: bool, owner: str) -> str:
    noted = each.verified
    told = [say("Not awarded here.")]
    made_out = _made_out_to(each.document)
    if made_out and made_out.casefold() != owner.casefold():
        told.append(say("Made out to {name}.", name=made_out))
    if noted is None:
        told.append(say("Nobody has recorded a check of it."))
    elif proven and noted.by_key:
        on, key = words.day(noted.on), noted.by_key[:12]
        told.append(say("Verified on {day} with the key that begins with {key}.", day=on, key=key))
    else:
        # the words are those of the record, in the language in which it was written
        why = next((line for line in noted.words if line.startswith(_NOT)), say("Not verified."))
        told.append(why if why.endswith(".") else f"{why}.")
    return " ".join(told)


def _made_out_to(said: Signed) -> str:
    """The name of whom it is for, where it tells one in the open."""
    listed = one(said.get("credentialSubject")).get("identifier")
    for each in listed if isinstance(listed, list) else (listed,):
        about = one(each)
        if about.get("identityType") == "name" and about.get("hashed") is False:
            return _plain(text(about, "identityHash"))
    return ""


def _title(said: Signed) -> str:
    subject = one(said.get("credentialSubject"))
    named = text(said, "name") or text(one(subject.get("achievement")), "name")
    return _plain(named or text(one(said.get("badge")), "name"))


def _plain(name: str | None) -> str:
    return " ".join(_MARKUP.sub(" ", name or "").split())
