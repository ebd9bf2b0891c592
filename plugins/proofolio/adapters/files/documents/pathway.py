"""Pathways and their rule language."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from proofolio.adapters.files.documents.fields import Amount, Document, Flag, Ref, Text, says
from proofolio.adapters.files.documents.micro_credential import StipendDocument
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.pathway import Pathway, PathwayAward
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector

TAG = "rule:"
"""Starts the tags that pydantic puts into an error's location; they are no keys of the file."""


def _which(value: Any) -> str | None:
    """Which form of the rule a value is, told by its keys."""
    if isinstance(value, str):
        return f"{TAG}name"
    if not isinstance(value, dict):
        return None
    if "at_least" in value or "of" in value:
        return f"{TAG}at_least"
    for form in ("all_of", "any_of"):
        if form in value:
            return TAG + form
    return f"{TAG}selector"


def _pool(value: Any) -> str | None:
    return (
        f"{TAG}list"
        if isinstance(value, (list, tuple))
        else f"{TAG}selector"
        if isinstance(value, dict)
        else None
    )


class SelectorDocument(Document):
    """All micro-credentials with one quality; exactly one key."""

    framework: Annotated[Ref | None, says("All whose competency is in this framework.")] = None
    domain: Annotated[
        Ref | None, says("All whose competency is in this domain, written domain or framework/domain.")
    ] = None
    set: Annotated[Ref | None, says("All whose competency is in this set, written set or framework/set.")] = (
        None
    )
    theme: Annotated[Ref | None, says("All whose competency names this theme.")] = None
    kind: Annotated[Ref | None, says("All whose accepted evidence holds an artifact of this kind.")] = None

    @model_validator(mode="after")
    def _one_quality(self) -> SelectorDocument:
        if len(self.chosen()) > 1:
            names = " and ".join(facet.value for facet, _ in self.chosen())
            message = "a selector names one quality, not {names}; put each in a part of its own"
            raise PydanticCustomError("bad-rule", message, {"names": names})
        return self

    def chosen(self) -> list[tuple[Facet, str]]:
        """The keys that were given: one, or none in an empty rule."""
        given = ((facet, getattr(self, facet.value)) for facet in Facet)
        return [(facet, value) for facet, value in given if value is not None]


class AllOfDocument(Document):
    """Every part is needed."""

    all_of: Annotated[tuple[RuleDocument, ...], says("Rules, every one of which has to be met.")]


class AnyOfDocument(Document):
    """One part is enough."""

    any_of: Annotated[tuple[RuleDocument, ...], says("Rules, one of which has to be met.")]


Pool = Annotated[
    Annotated[tuple["RuleDocument", ...], Tag(f"{TAG}list")]
    | Annotated[SelectorDocument, Tag(f"{TAG}selector")],
    Discriminator(
        _pool,
        custom_error_type="bad-rule",
        custom_error_message="of wants a list of ids, or one of framework, domain, set, theme, kind",
    ),
]


class AtLeastDocument(Document):
    """So many of the parts."""

    at_least: Annotated[int, Field(strict=True, description="How many are needed; 1 or more.")]
    of: Annotated[Pool, says("What can be chosen from.")]


RuleDocument = Annotated[
    Annotated[Ref, Tag(f"{TAG}name")]
    | Annotated[AllOfDocument, Tag(f"{TAG}all_of")]
    | Annotated[AnyOfDocument, Tag(f"{TAG}any_of")]
    | Annotated[AtLeastDocument, Tag(f"{TAG}at_least")]
    | Annotated[SelectorDocument, Tag(f"{TAG}selector")],
    Discriminator(
        _which,
        custom_error_type="bad-rule",
        custom_error_message="a rule is an id, or one of all_of, any_of, at_least … of",
    ),
]

AllOfDocument.model_rebuild()
AnyOfDocument.model_rebuild()
AtLeastDocument.model_rebuild()


class PathwayAwardDocument(Document):
    """What finishing gives."""

    title: Annotated[Text, says("What somebody who finishes may be called.")]
    hours: Annotated[Amount, says("Clock hours for finishing, on top of those of the micro-credentials.")] = 0
    stipend: Annotated[
        StipendDocument | None, says("Money for finishing. It is shown; nobody pays it from here.")
    ] = None


class PathwayDocument(Document):
    """competencies/pathways/<id>.yml."""

    title: Annotated[Text, says("The pathway's name.")]
    audience: Annotated[Text | None, says("For whom it is.")] = None
    rule: Annotated[RuleDocument, says("What has to be earned.")]
    ordered: Annotated[
        Flag, says("Whether the order in which the rule is written is recommended. No award depends on it.")
    ] = False
    award: Annotated[PathwayAwardDocument | None, says("What finishing gives.")] = None

    def model(self, pathway_id: str, source: Pointer) -> Pathway:
        """The pathway as the core knows it."""
        award = self.award
        return Pathway(
            id=pathway_id,
            title=self.title,
            audience=self.audience,
            rule=requirement(self.rule, source.down("rule")),
            award=PathwayAward(award.title, award.hours, award.stipend.model() if award.stipend else None)
            if award
            else None,
            source=source,
            ordered=self.ordered,
        )


def requirement(rule: Any, at: Pointer) -> Requirement:
    """One node of a rule as the core knows it, with its place in the file."""
    match rule:
        case str():
            return Named(rule, at)
        case AllOfDocument():
            return AllOf(_parts(rule.all_of, at.down("all_of")), at)
        case AnyOfDocument():
            return AnyOf(_parts(rule.any_of, at.down("any_of")), at)
        case AtLeastDocument():
            of = at.down("of")
            parts = _parts(rule.of, of) if isinstance(rule.of, tuple) else _selectors(rule.of, of)
            return AtLeast(rule.at_least, parts, at)
        case _:
            selectors = _selectors(rule, at)
            return selectors[0] if len(selectors) == 1 else AllOf(selectors, at)


def _parts(rules: tuple[Any, ...], at: Pointer) -> tuple[Requirement, ...]:
    return tuple(requirement(each, at.down(index)) for index, each in enumerate(rules))


def _selectors(rule: SelectorDocument, at: Pointer) -> tuple[Requirement, ...]:
    return tuple(Selector(facet, value, at.down(facet.value)) for facet, value in rule.chosen())
