"""Do the words of a document mean what we know them to mean?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.core.verifying.check import Check, Name, fails, holds
from proofolio.core.verifying.kind import Kind

CREDENTIALS_2 = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
CLR_2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"

_IN_ORDER: Mapping[Kind, tuple[tuple[str, ...], ...]] = {
    Kind.BADGE: ((CREDENTIALS_2, OPEN_BADGES_3), (CREDENTIALS_2, OPEN_BADGES_3, EXTENSIONS)),
    Kind.RECORD: (
        (CREDENTIALS_2, CLR_2, OPEN_BADGES_3),
        (CREDENTIALS_2, CLR_2, OPEN_BADGES_3, EXTENSIONS),
    ),
    Kind.STATUS_LIST: ((CREDENTIALS_2,),),
}


def contexts(document: Mapping[str, Any], kind: Kind) -> Check:
    """Whether ``@context`` names exactly the known vocabularies, in the standard's order."""
    named = document.get("@context")
    allowed = _IN_ORDER.get(kind, ())
    if isinstance(named, list) and any(named == list(each) for each in allowed):
        return holds(Name.CONTEXTS, "Its words are those of the standard.")
    known = {each for order in allowed for each in order}
    for each in named if isinstance(named, list) else [named]:
        if not isinstance(each, str):
            return fails(Name.CONTEXTS, "It does not say plainly in which words it is written.")
        if each not in known:
            return fails(Name.CONTEXTS, f"It uses words from {each}, whose meaning is not known here.")
    return fails(Name.CONTEXTS, "The vocabularies that it names are not all that it needs, in their order.")
