"""A pathway's rule in words, and as nested parts."""

from __future__ import annotations

from proofolio.core.model.pathway import Pathway
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector
from proofolio.core.publishing import words
from proofolio.core.publishing.page import Ref
from proofolio.core.publishing.sight import Sight
from proofolio.core.publishing.views.pathway import RulePart

_NOTHING: frozenset[str] = frozenset()
_MANY = 6


def rule_part(sight: Sight, rule: Requirement, taken: frozenset[str] = _NOTHING) -> RulePart:
    """A rule as nested parts. ``taken`` is required outright above, so no choice offers it again."""
    match rule:
        case Named():
            ref = sight.achievement(rule.id)
            return RulePart("named", ref.title, ref.title, 1, 1, ref, (), ())
        case Selector():
            offers = _offers(sight, rule, taken)
            told = _picked(sight, rule)
            title = f"All {told}"
            return RulePart("selector", title, told, len(offers), len(offers), None, (), offers)
        case AllOf():
            inner = taken | {each.id for each in rule.parts if isinstance(each, Named)}
            parts = tuple(rule_part(sight, each, inner) for each in rule.parts)
            title = f"All {words.figure(len(parts))} required" if len(parts) > 1 else "Required"
            return RulePart("all", title, "All of these:", len(parts), len(parts), None, parts, ())
        case AnyOf():
            parts = _choices(sight, rule, taken)
            return RulePart("any", _any(1, parts), "One of these:", 1, _offered(parts), None, parts, ())
        case AtLeast():
            parts = _choices(sight, rule, taken)
            told = f"At least {words.spelt(rule.number, 'of these', 'of these')}:"
            title = _any(rule.number, parts)
            return RulePart("at-least", title, told, rule.number, _offered(parts), None, parts, ())


def summary(sight: Sight, rule: Requirement) -> str:
    """A rule in one sentence."""
    return f"{words.sentence(_phrase(sight, rule))}."


def titles(sight: Sight, rule: Requirement) -> tuple[str, ...]:
    """The heading of each part at the top of a rule: what a person's progress is counted in."""
    whole = rule_part(sight, rule)
    return tuple(each.title for each in whole.parts) if whole.kind == "all" else (whole.title,)


def in_short(sight: Sight, rule: Requirement) -> str:
    """A rule in one sentence without names: "All four required, and any four of eight."."""
    whole = rule_part(sight, rule)
    plain = whole.kind != "all" or all(each.kind == "named" for each in whole.parts)
    if plain or len(whole.parts) < 2:
        return f"{words.sentence(whole.title)}."
    told = [f"“{each.title}”" if each.kind == "named" else _lower(each.title) for each in whole.parts]
    return f"{words.sentence(', '.join(told[:-1]))}, and {told[-1]}."


def shape_of(pathway: Pathway) -> str:
    """``stack`` when the rule is one plain list of things to earn, else ``pathway``."""
    rule = pathway.rule
    plain = isinstance(rule, AllOf | AnyOf | AtLeast) and all(isinstance(each, Named) for each in rule.parts)
    return "stack" if plain else "pathway"


def _any(wanted: int, parts: tuple[RulePart, ...]) -> str:
    """How many of how many; and of what, when one selector picks them."""
    told = f"Any {words.figure(wanted)} of {words.figure(_offered(parts))}"
    return f"{told} {parts[0].words}" if [each.kind for each in parts] == ["selector"] else told


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _choices(sight: Sight, rule: AnyOf | AtLeast, taken: frozenset[str]) -> tuple[RulePart, ...]:
    open_parts = (each for each in rule.parts if not (isinstance(each, Named) and each.id in taken))
    return tuple(rule_part(sight, each, taken) for each in open_parts)


def _offered(parts: tuple[RulePart, ...]) -> int:
    """How many things a choice is made from: a selector counts by what it picks."""
    return sum(len(each.offers) if each.kind == "selector" else 1 for each in parts)


def _offers(sight: Sight, selector: Selector, taken: frozenset[str]) -> tuple[Ref, ...]:
    picked = (each for each in sight.district.selected(selector) if each not in taken)
    return tuple(sight.micro_credential(each) for each in picked)


def _picked(sight: Sight, selector: Selector) -> str:
    value = selector.value
    match selector.facet:
        case Facet.FRAMEWORK:
            return f"micro-credentials of the framework “{sight.framework(value).title}”"
        case Facet.KIND:
            return f"micro-credentials whose accepted evidence holds {words.plain(value).lower()}"
        case Facet.THEME:
            return f"micro-credentials with the theme {words.plain(value).lower()}"
        case Facet.DOMAIN | Facet.SET:
            return f"micro-credentials of the {selector.facet.value} “{_title(sight, selector)}”"


def _title(sight: Sight, selector: Selector) -> str:
    home, _, name = selector.value.rpartition("/")
    for framework in sight.district.frameworks.values():
        groups = framework.domains if selector.facet is Facet.DOMAIN else framework.sets
        for each in groups:
            if each.id == name and home in ("", framework.id):
                return each.title
    return selector.value


def _phrase(sight: Sight, rule: Requirement) -> str:
    match rule:
        case Named():
            return f"“{sight.achievement(rule.id).title}”"
        case Selector():
            return f"all {_picked(sight, rule)}"
        case AllOf() if all(isinstance(each, Named) for each in rule.parts):
            return f"all of {_listed(sight, rule.parts, 'and')}"
        case AllOf():
            return ", and ".join(_phrase(sight, each) for each in rule.parts)
        case AnyOf():
            return f"one of {_listed(sight, rule.parts, 'or')}"
        case AtLeast():
            return f"at least {words.spelt(rule.number, 'of', 'of')} {_listed(sight, rule.parts, 'or')}"


def _listed(sight: Sight, parts: tuple[Requirement, ...], joint: str) -> str:
    """The parts in a row; only their number when there are many: the page lists them."""
    if len(parts) > _MANY:
        return words.spelt(len(parts), "thing to earn", "things to earn")
    named = (
        f"the {_picked(sight, each)}" if isinstance(each, Selector)
        else _phrase(sight, each) if isinstance(each, Named)
        else f"({_phrase(sight, each)})"
        for each in parts
    )  # fmt: skip
    return words.listed(named, joint)
