"""The account of a pathway: why its rule is met, or what it still waits for, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.awarding.label import MOST, label, options, selection
from proofolio.core.awarding.requirement import NOTHING, Assessor, Choice, outright, wanted
from proofolio.core.awarding.shape import shape
from proofolio.core.awarding.wording import kind
from proofolio.core.language.phrase import figure, shortened
from proofolio.core.language.say import say, says
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector


def account(
    rule: Requirement,
    assessor: Assessor,
    within: frozenset[str],
    taken: frozenset[str] = NOTHING,
) -> Iterator[str]:
    """The sentences on one rule; at least one."""
    match rule:
        case Named():
            yield from _required((rule,), assessor, within)
        case Selector():
            yield from _selected(rule, assessor)
        case AllOf():
            taken |= outright(rule)
            named = tuple(each for each in rule.parts if isinstance(each, Named))
            if named:
                yield from _required(named, assessor, within)
            for part in rule.parts:
                if not isinstance(part, Named):
                    yield from account(part, assessor, within, taken)
            if not rule.parts:
                yield say("The rule asks for nothing, so it cannot be met.")
        case AnyOf() | AtLeast():
            yield from _chosen(rule, assessor, taken)


def _required(named: tuple[Named, ...], assessor: Assessor, within: frozenset[str]) -> Iterator[str]:
    catalogue = assessor.catalogue
    held = [catalogue.title(each.id) for each in named if assessor.holds(each.id)]
    lacking = [each.id for each in named if not assessor.holds(each.id)]
    if lacking:
        still = shortened((_progress(each, assessor, within) for each in lacking), MOST)
        yield say(
            "{have} of {of} required; still to earn: {titles}.", have=len(held), of=len(named), titles=still
        )
    else:
        titles = shortened(held, MOST)
        yield say("{have} of {of} required: {titles}.", have=len(held), of=len(named), titles=titles)
    for name in lacking:
        if not catalogue.knows(name):
            yield say("“{title}” is neither a known micro-credential nor a known pathway.", title=name)
        elif catalogue.pathway(name) is not None and name in within:
            title = catalogue.title(name)
            yield say("“{title}” leads back to itself, so it cannot be finished.", title=title)


def _progress(name: str, assessor: Assessor, within: frozenset[str]) -> str:
    title = assessor.catalogue.title(name)
    pathway = assessor.catalogue.pathway(name)
    if pathway is None or name in within:
        return title
    inside = shape(pathway.rule, assessor, NOTHING, within | {name})
    return say("{title} ({have} of {of})", title=title, have=inside.have, of=inside.of)


def _selected(selector: Selector, assessor: Assessor) -> Iterator[str]:
    found = shape(selector, assessor)
    what = selection(selector, assessor.catalogue)
    if selector.facet is Facet.KIND:
        yield from _with_kind(selector.value, found.counted, 1, assessor)
    elif not found.of:
        yield say("Nothing is offered for {what}, so this cannot be met.", what=what)
    elif found.met:
        titles = _titles(found.counted, assessor)
        yield say(
            "{have} of {of} of {what}: {titles}.", have=found.have, of=found.of, what=what, titles=titles
        )
    else:
        titles = _titles(found.open, assessor)
        yield say(
            "{have} of {of} of {what}; still to earn: {titles}.",
            have=found.have,
            of=found.of,
            what=what,
            titles=titles,
        )


def _with_kind(name: str, counted: tuple[str, ...], need: int, assessor: Assessor) -> Iterator[str]:
    have = min(len(counted), need)
    what = kind(name)
    if have == need:
        titles = _titles(counted, assessor)
        yield say("{have} of {need} with {what}: {titles}.", have=have, need=need, what=what, titles=titles)
    else:
        yield says(
            "{have} of {need} with {what}; {n} more is wanted.",
            "{have} of {need} with {what}; {n} more are wanted.",
            need - have,
            n=figure(need - have),
            have=have,
            need=need,
            what=what,
        )


def _chosen(choice: Choice, assessor: Assessor, taken: frozenset[str]) -> Iterator[str]:
    need = wanted(choice)
    if not choice.parts or need < 1:
        yield say("The rule asks for nothing, so it cannot be met.")
        return
    only = choice.parts[0]
    if len(choice.parts) == 1 and isinstance(only, Selector) and only.facet is Facet.KIND:
        yield from _with_kind(only.value, assessor.counts(only), need, assessor)
        return
    have = min(assessor.count(choice, taken), need)
    if have == need:
        made = (_nested(each, assessor, taken) for each in choice.parts)
        chosen = dict.fromkeys(title for each in made for title in each)
        yield say("{have} of {need} chosen: {titles}.", have=have, need=need, titles=shortened(chosen, MOST))
        return
    still, more = shortened(options(choice, assessor, taken), MOST), figure(need - have)
    if not still:
        yield say("{have} of {need} chosen; nothing else is offered.", have=have, need=need)
    elif have:
        told = {"n": more, "have": have, "need": need, "titles": still}
        yield say("{have} of {need} chosen; {n} more of: {titles}.", **told)
    else:
        told = {"n": more, "have": have, "need": need, "titles": still}
        yield say("{have} of {need} chosen; {n} of: {titles}.", **told)
    again = [each.id for each in choice.parts if isinstance(each, Named) and each.id in taken]
    again += [
        name
        for each in choice.parts
        if isinstance(each, Selector) and each.facet is not Facet.KIND
        for name in assessor.offered(each)
        if name in taken
    ]
    held = [assessor.catalogue.title(each) for each in dict.fromkeys(again) if assessor.holds(each)]
    if held:
        yield say("Required already, so not counted again: {titles}.", titles=shortened(held, MOST))


def _nested(part: Requirement, assessor: Assessor, taken: frozenset[str]) -> list[str]:
    """The titles with which a part of a choice counts."""
    if isinstance(part, Named | Selector):
        return [assessor.catalogue.title(each) for each in assessor.counts(part, taken)]
    return [f"({label(part, assessor.catalogue)})"] if assessor.met(part, taken) else []


def _titles(ids: tuple[str, ...], assessor: Assessor) -> str:
    return shortened((assessor.catalogue.title(each) for each in ids), MOST)
