"""What the words of a credential mean at each place in it, by the contexts that we carry.

JSON-LD lets a context add words for the members of one type or one property only. This follows the
Context Processing Algorithm (JSON-LD 1.1 API, 4.1 and 5.1.2) as far as our contexts need it: they are
pinned, so what they do not use (``@vocab``, ``@import``, ``@base``, ``@propagate``) cannot occur.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from proofolio.adapters.signing.contexts import CONTEXTS

NUMBERS = frozenset({"float", "double", "decimal", "integer", "nonNegativeInteger"})
"""XSD types that are written as JSON numbers."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word: what it stands for (an IRI or a keyword), the type of its values, its inner context.

    ``many`` tells that its values are written as a list.
    """

    iri: str
    type: str | None = None
    context: Any = None
    scoped: bool = False
    many: bool = False

    @property
    def xsd(self) -> str | None:
        """The XML Schema type of its values without its namespace (``dateTime``); None for others."""
        space, mark, name = (self.type or "").replace("xsd:", "XMLSchema#").rpartition("#")
        return name if mark and space.endswith("XMLSchema") else None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that count at one place. ``before`` is what counts again one node further down."""

    terms: Mapping[str, Term]
    before: Vocabulary | None = None

    def of(self, context: Any) -> Vocabulary:
        """These words and those of a context (an address, an object, null, or a list of them)."""
        terms = dict(self.terms)
        for each in context if isinstance(context, list) else [context]:
            if each is None:
                terms = {}
                continue
            words = CONTEXTS[each]["@context"] if isinstance(each, str) else each
            for inner in words if isinstance(words, list) else [words]:
                _define(inner, terms)
        return Vocabulary(terms)

    def for_types(self, types: Iterable[str]) -> Vocabulary:
        """These words and those that come with the types of a node; they count in that node only."""
        found = self
        for each in sorted(types):
            term = self.terms.get(each)
            if term is not None and term.scoped:
                found = Vocabulary(found.of(term.context).terms, self.before or self)
        return found

    def inside(self, node: Mapping[str, Any]) -> Vocabulary:
        """What counts in a node one further down, before its own types add to it."""
        only_named = len(node) == 1 and self.meaning(next(iter(node))) == "@id"
        return self if self.before is None or only_named else self.before

    def meaning(self, word: str) -> str | None:
        """What a word stands for; None when no context defines it."""
        term = self.terms.get(word)
        return term.iri if term else None


def _define(words: Mapping[str, Any], terms: dict[str, Term]) -> None:
    for word, definition in words.items():
        if word.startswith("@"):
            continue
        if definition is None:
            terms.pop(word, None)
            continue
        plain = {"@id": definition} if isinstance(definition, str) else definition
        iri = _full(plain.get("@id", word), words, terms)
        if iri is None:
            terms.pop(word, None)
            continue
        kind = plain.get("@type")
        kind = (_full(kind, words, terms) or kind) if kind else None
        terms[word] = Term(iri, kind, plain.get("@context"), "@context" in plain, _is_set(plain))


def _is_set(definition: Mapping[str, Any]) -> bool:
    return "@set" in str(definition.get("@container", ""))


def _full(name: str, words: Mapping[str, Any], terms: Mapping[str, Term]) -> str | None:
    """An IRI or keyword in full: ``obi:Achievement`` and words of the same context are spelt out."""
    if name.startswith("@"):
        return name
    head, colon, tail = name.partition(":")
    if not colon:
        meant = words.get(name)
        meant = meant.get("@id") if isinstance(meant, Mapping) else meant
        if isinstance(meant, str) and meant != name:
            return _full(meant, words, terms)
        return terms[name].iri if name in terms else None
    if tail.startswith("//"):
        return name
    prefix = words.get(head)
    prefix = prefix.get("@id") if isinstance(prefix, Mapping) else prefix
    if isinstance(prefix, str):
        return prefix + tail
    return terms[head].iri + tail if head in terms else name
