"""Labels: a pathway's rule in plain words, with titles."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.requirement import Assessor, Choice
from proofolio.core.awarding.wording import kind
from proofolio.core.language.phrase import shortened
from proofolio.core.language.say import say
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector

MOST = 8


def label(rule: Requirement, catalogue: Catalogue) -> str:
    """A rule as a phrase: a title, "All of: …", "4 of: …", "One of: …"."""
    match rule:
        case Named():
            return catalogue.title(rule.id)
        case Selector():
            return selection(rule, catalogue)
        case AllOf():
            return say("All of: {parts}", parts=_parts(rule, catalogue))
        case AnyOf():
            return say("One of: {parts}", parts=_parts(rule, catalogue))
        case AtLeast():
            return say("{n} of: {parts}", n=rule.number, parts=_parts(rule, catalogue))


def selection(selector: Selector, catalogue: Catalogue) -> str:
    """What a selector picks, as a phrase."""
    match selector.facet:
        case Facet.KIND:
            return say("accepted evidence with {what}", what=kind(selector.value))
        case Facet.THEME:
            return say("the theme “{title}”", title=selector.value)
        case Facet.FRAMEWORK:
            return say("the framework “{title}”", title=_title(selector, catalogue))
        case Facet.DOMAIN:
            return say("the domain “{title}”", title=_title(selector, catalogue))
        case Facet.SET:
            return say("the set “{title}”", title=_title(selector, catalogue))


def options(choice: Choice, assessor: Assessor, taken: frozenset[str]) -> Iterator[str]:
    """What is still open in a choice, in the rule's order, each once."""
    seen = set()
    for part in choice.parts:
        if isinstance(part, Selector) and part.facet is Facet.KIND:
            seen.add(selection(part, assessor.catalogue))
            yield selection(part, assessor.catalogue)
        elif isinstance(part, Named | Selector):
            counted = assessor.counts(part, taken)
            for name in assessor.offered(part, taken):
                if name not in counted and name not in seen:
                    seen.add(name)
                    yield assessor.catalogue.title(name)
        elif not assessor.met(part, taken):
            yield f"({label(part, assessor.catalogue)})"


def _parts(rule: AllOf | AnyOf | AtLeast, catalogue: Catalogue) -> str:
    return shortened(
        (
            label(each, catalogue) if isinstance(each, Named | Selector) else f"({label(each, catalogue)})"
            for each in rule.parts
        ),
        MOST,
    )


def _title(selector: Selector, catalogue: Catalogue) -> str:
    frameworks = catalogue.district.frameworks
    if selector.facet is Facet.FRAMEWORK:
        return frameworks[selector.value].title if selector.value in frameworks else selector.value
    home, _, name = selector.value.rpartition("/")
    titles = sorted(
        {
            each.title
            for framework in frameworks.values()
            if not home or framework.id == home
            for each in (framework.domains if selector.facet is Facet.DOMAIN else framework.sets)
            if each.id == name
        }
    )
    return titles[0] if titles else selector.value
