"""A pathway's rule in words, and as nested parts."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.phrase import capital, either, figure, listed
from proofolio.core.language.say import say, says
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
            title = capital(_all(sight, rule))
            return RulePart("selector", title, told, len(offers), len(offers), None, (), offers)
        case AllOf():
            inner = taken | {each.id for each in rule.parts if isinstance(each, Named)}
            parts = tuple(rule_part(sight, each, inner) for each in rule.parts)
            title = _required(len(parts))
            return RulePart("all", title, say("All of these:"), len(parts), len(parts), None, parts, ())
        case AnyOf():
            parts = _choices(sight, rule, taken)
            return RulePart("any", _any(1, parts), say("One of these:"), 1, _offered(parts), None, parts, ())
        case AtLeast():
            parts = _choices(sight, rule, taken)
            told = _at_least(rule.number)
            title = _any(rule.number, parts)
            return RulePart("at-least", title, told, rule.number, _offered(parts), None, parts, ())


def summary(sight: Sight, rule: Requirement) -> str:
    """A rule in one sentence."""
    return f"{capital(_phrase(sight, rule))}."


def titles(sight: Sight, rule: Requirement) -> tuple[str, ...]:
    """The heading of each part at the top of a rule: what a person's progress is counted in."""
    whole = rule_part(sight, rule)
    return tuple(each.title for each in whole.parts) if whole.kind == "all" else (whole.title,)


def in_short(sight: Sight, rule: Requirement) -> str:
    """A rule in one sentence without names: "All four required, and any four of eight."."""
    whole = rule_part(sight, rule)
    plain = whole.kind != "all" or all(each.kind == "named" for each in whole.parts)
    if plain or len(whole.parts) < 2:
        return f"{capital(whole.title)}."
    told = [_quoted(each.title) if each.kind == "named" else _lower(each.title) for each in whole.parts]
    return capital(say("{first}, and {last}.", first=", ".join(told[:-1]), last=told[-1]))


def shape_of(pathway: Pathway) -> str:
    """``stack`` when the rule is one plain list of things to earn, else ``pathway``."""
    rule = pathway.rule
    plain = isinstance(rule, AllOf | AnyOf | AtLeast) and all(isinstance(each, Named) for each in rule.parts)
    return "stack" if plain else "pathway"


def _any(wanted: int, parts: tuple[RulePart, ...]) -> str:
    """How many of how many; and of what, when one selector picks them."""
    told = {"n": figure(wanted), "of": figure(_offered(parts))}
    if [each.kind for each in parts] == ["selector"]:
        what = parts[0].words
        return says("Any {n} of {of} {what}", "Any {n} of {of} {what}", wanted, **told, what=what)
    return says("Any {n} of {of}", "Any {n} of {of}", wanted, **told)


def _required(number: int) -> str:
    if number < 2:
        return say("Required")
    return say("All {n} required", n=figure(number))


def _at_least(number: int) -> str:
    return says("At least {n} of these:", "At least {n} of these:", number, n=figure(number))


def _quoted(title: str) -> str:
    return say("“{title}”", title=title)


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
    """What a selector picks, without an article."""
    match selector.facet:
        case Facet.FRAMEWORK:
            return say("micro-credentials of the framework “{title}”", title=_title(sight, selector))
        case Facet.KIND:
            return say("micro-credentials whose accepted evidence holds {what}", what=_title(sight, selector))
        case Facet.THEME:
            return say("micro-credentials with the theme {theme}", theme=_title(sight, selector))
        case Facet.DOMAIN:
            return say("micro-credentials of the domain “{title}”", title=_title(sight, selector))
        case Facet.SET:
            return say("micro-credentials of the set “{title}”", title=_title(sight, selector))


def _all(sight: Sight, selector: Selector) -> str:
    """All that a selector picks."""
    match selector.facet:
        case Facet.FRAMEWORK:
            return say("all micro-credentials of the framework “{title}”", title=_title(sight, selector))
        case Facet.KIND:
            return say(
                "all micro-credentials whose accepted evidence holds {what}", what=_title(sight, selector)
            )
        case Facet.THEME:
            return say("all micro-credentials with the theme {theme}", theme=_title(sight, selector))
        case Facet.DOMAIN:
            return say("all micro-credentials of the domain “{title}”", title=_title(sight, selector))
        case Facet.SET:
            return say("all micro-credentials of the set “{title}”", title=_title(sight, selector))


def _title(sight: Sight, selector: Selector) -> str:
    if selector.facet is Facet.FRAMEWORK:
        return sight.framework(selector.value).title
    if selector.facet in (Facet.KIND, Facet.THEME):
        return words.plain(selector.value).lower()
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
            return _quoted(sight.achievement(rule.id).title)
        case Selector():
            return _all(sight, rule)
        case AllOf() if all(isinstance(each, Named) for each in rule.parts):
            many = len(rule.parts) > _MANY
            return say("all of {parts}", parts=_many(rule.parts) if many else listed(_each(sight, rule)))
        case AllOf():
            return _together([_phrase(sight, each) for each in rule.parts])
        case AnyOf():
            return say("one of {parts}", parts=_choice(sight, rule))
        case AtLeast():
            n, parts = figure(rule.number), _choice(sight, rule)
            return says("at least {n} of {parts}", "at least {n} of {parts}", rule.number, n=n, parts=parts)


def _together(phrases: list[str]) -> str:
    """Phrases that all hold; each may have commas of its own."""
    told = phrases[0] if phrases else ""
    for each in phrases[1:]:
        told = say("{first}, and {last}", first=told, last=each)
    return told


def _choice(sight: Sight, rule: AnyOf | AtLeast) -> str:
    return _many(rule.parts) if len(rule.parts) > _MANY else either(_each(sight, rule))


def _many(parts: tuple[Requirement, ...]) -> str:
    """Only the number of the parts: the page lists them."""
    return says("{n} thing to earn", "{n} things to earn", len(parts), n=figure(len(parts)))


def _each(sight: Sight, rule: AllOf | AnyOf | AtLeast) -> Iterator[str]:
    for each in rule.parts:
        if isinstance(each, Selector):
            yield say("the {what}", what=_picked(sight, each))
        else:
            yield _phrase(sight, each) if isinstance(each, Named) else f"({_phrase(sight, each)})"
