"""How our documents are written where JSON-LD leaves a choice: one way, so that any change shows.

To RDF a value and a list of it are the same, and so are the orders of a list; to the JSON Schemas of
Open Badges 3.0 and CLR 2.0, and to people, they are not.
"""

from __future__ import annotations

from collections.abc import Mapping

from proofolio.adapters.signing.vocabulary import Term

_LISTS = frozenset(
    {
        "credentialSchema",
        "endorsement",
        "endorsementJwt",
        "evidence",
        "proof",
        "rubricCriterionLevel",
        "termsOfUse",
    }
)
"""Members of which there can be several, besides those that their context declares as sets."""
_PLAIN_TYPES = frozenset(
    {
        "1EdTechJsonSchemaValidator2019",
        "BitstringStatusList",
        "BitstringStatusListEntry",
        "DataIntegrityProof",
        "IdentifierEntry",
        "IdentityObject",
        "Image",
    }
)
"""Types that the schemas want as a single word; all others stand in a list."""
_LEVELS = "rubricCriterionLevel"


def trouble_in_member(word: str, value: object, term: Term) -> str | None:
    """Why this is not how the member is written; None when it is."""
    several = term.many or word in _LISTS
    if several and not isinstance(value, list):
        return "is a list, even of one: write it in square brackets"
    if not several and isinstance(value, list):
        return "is a single value: write it without square brackets"
    if word == _LEVELS and isinstance(value, list) and not _ascending(value):
        return "is ordered from the lowest level to the highest"
    return None


def trouble_in_types(value: object) -> str | None:
    """Why this is not how the type of something is written; None when it is."""
    if isinstance(value, str) and value not in _PLAIN_TYPES:
        return "is a list, even of one: write it in square brackets"
    if isinstance(value, list) and _PLAIN_TYPES.intersection(each for each in value if isinstance(each, str)):
        return "is a single value: write it without square brackets"
    return None


def _ascending(levels: list[object]) -> bool:
    """Whether levels that say their number stand in its order."""
    said = [each.get("level") for each in levels if isinstance(each, Mapping)]
    numbers = [int(each) for each in said if isinstance(each, str) and each.isascii() and each.isdigit()]
    return len(numbers) < len(said) or numbers == sorted(numbers)
