"""Everything in a document that a signature would not cover, or not the same way everywhere.

RDF canonicalisation drops what it does not understand and merges what it finds twice; a signature
over the rest looks sound. So a document is looked through before it is signed and when it is
verified ("safe mode", Verifiable Credential Data Integrity 1.0, 2.4.1), and nothing is let pass that
could be changed afterwards without breaking the signature.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.adapters.signing import form
from proofolio.adapters.signing.contexts import CONTEXTS, CREDENTIALS_V2
from proofolio.adapters.signing.fault import Fault, Step, Trouble, path_of
from proofolio.adapters.signing.repeated import Nodes
from proofolio.adapters.signing.scalar import trouble_in, trouble_in_address
from proofolio.adapters.signing.vocabulary import Term, Vocabulary

EMBEDDED = "verifiableCredential"
"""The member whose entries are signed documents of their own."""
_FORGIVEN = frozenset({Trouble.TWICE, Trouble.FORM})
_DEEPEST = 40
_MOST_FAULTS = 50
Steps = tuple[Step, ...]


def faults(document: object, *, lenient: bool = False) -> tuple[Fault, ...]:
    """What is wrong with a document, in its own order; empty when it can be signed and trusted.

    ``lenient`` is for documents from elsewhere: it lets pass that something is described in two
    places (as many issuers do with ``creator``), which a signature covers only as a whole, and that
    a list of one is written without brackets, or a single value with them, which means the same.
    """
    if not isinstance(document, Mapping):
        return (Fault("", "a credential is a JSON object", Trouble.SHAPE),)
    looked = _Look()
    looked.credential(document, (), looked.nodes.scope())
    found = [*looked.found, *looked.nodes.faults()]
    if lenient:
        found = [each for each in found if each.trouble not in _FORGIVEN]
    return tuple(found[:_MOST_FAULTS])


class _Look:
    """One look through a document."""

    def __init__(self) -> None:
        self.found: list[Fault] = []
        self.nodes = Nodes()

    def say(self, steps: Steps, trouble: Trouble, why: str) -> None:
        if len(self.found) < _MOST_FAULTS:
            self.found.append(Fault(path_of(steps), why, trouble))

    def credential(self, node: Mapping[str, Any], steps: Steps, scope: int) -> None:
        """A document with contexts of its own: the whole, or one that is embedded in it."""
        context = node.get("@context")
        place = (*steps, "@context")
        if not isinstance(context, list) or not context or context[0] != CREDENTIALS_V2:
            self.say(place, Trouble.SHAPE, f"must be a list that begins with {CREDENTIALS_V2}")
            return
        unknown = [each for each in context if not isinstance(each, str) or each not in CONTEXTS]
        for each in unknown:
            what = each if isinstance(each, str) else "a context of its own"
            self.say(place, Trouble.WORD, f"Proofolio does not carry {what}, so nobody could vouch for it")
        if len({str(each) for each in context}) < len(context):
            self.say(place, Trouble.TWICE, "names a context twice")
        if not unknown:
            self.node(node, Vocabulary({}).of(context), steps, scope)

    def node(self, node: Mapping[str, Any], words: Vocabulary, steps: Steps, scope: int) -> None:
        """An object: its id, its types and all its members."""
        if len(steps) > _DEEPEST:
            self.say(steps, Trouble.SHAPE, "lies too deep")
            return
        types = node.get("type")
        named = [each for each in (types if isinstance(types, list) else [types]) if isinstance(each, str)]
        inner = words.for_types(named)
        for word, value in node.items():
            place = (*steps, word)
            meaning = inner.meaning(word)
            if word == "@context":
                continue
            if word.startswith("@") or meaning is None:
                self.say(
                    place, Trouble.WORD, f"no context defines '{word}' here: a signature would not cover it"
                )
            elif meaning == "@id":
                self._id(value, place)
            elif meaning == "@type":
                self._types(value, words, place)
            else:
                self._member(value, inner.terms[word], inner, place, scope)
        self.nodes.add(node, steps, scope)

    def _id(self, value: object, place: Steps) -> None:
        why = trouble_in_address(value)
        if why:
            self.say(place, *why)

    def _types(self, value: object, words: Vocabulary, place: Steps) -> None:
        why = form.trouble_in_types(value)
        if why:
            self.say(place, Trouble.FORM, why)
        entries = value if isinstance(value, list) else [value]
        if not entries:
            self.say(place, Trouble.EMPTY, "names no type")
        for index, each in enumerate(entries):
            here = (*place, index) if isinstance(value, list) else place
            if not isinstance(each, str):
                self.say(here, Trouble.SHAPE, "a type is a word")
            elif (words.meaning(each) or "@").startswith("@"):
                self.say(here, Trouble.WORD, f"no context defines the type '{each[:80]}'")
            elif each in entries[:index]:
                self.say(here, Trouble.TWICE, f"names the type '{each}' twice")

    def _member(self, value: object, term: Term, words: Vocabulary, place: Steps, scope: int) -> None:
        why = form.trouble_in_member(str(place[-1]), value, term)
        if why:
            self.say(place, Trouble.FORM, why)
        if not isinstance(value, list):
            self._value(value, term, words, place, scope)
            return
        if not value:
            self.say(place, Trouble.EMPTY, "is an empty list: leave it out")
        for index, each in enumerate(value):
            here = (*place, index)
            if isinstance(each, list):
                self.say(here, Trouble.SHAPE, "is a list in a list")
            elif any(_same(each, earlier) for earlier in value[:index]):
                self.say(here, Trouble.TWICE, "stands in this list twice")
            else:
                self._value(each, term, words, here, scope)

    def _value(self, value: object, term: Term, words: Vocabulary, place: Steps, scope: int) -> None:
        if value is None or value == {}:
            self.say(place, Trouble.EMPTY, "is empty: leave it out")
        elif isinstance(value, Mapping):
            if "@context" in value and EMBEDDED in place[-2:]:
                self.credential(value, place, self.nodes.scope())
            elif "@context" in value:
                self.say(
                    (*place, "@context"), Trouble.SHAPE, "a context stands only at the top of a credential"
                )
            else:
                inside = words.inside(value)
                self.node(value, inside.of(term.context) if term.scoped else inside, place, scope)
        else:
            scoped = words.of(term.context) if term.scoped else words
            why = trouble_in(value, term, scoped)
            if why:
                self.say(place, *why)


def _same(one: object, other: object) -> bool:
    """Whether two entries of a list are the same entry; 1, 1.0 and true are three things."""
    return type(one) is type(other) and one == other
