"""Requirements: the parts of a pathway's rule, and whether they can be met."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.checking.reference import excused, hint_for
from proofolio.core.checking.selector import check_selector, is_known, is_settled
from proofolio.core.checking.wording import counted
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rules.pathway import EMPTY_RULE, IMPOSSIBLE_RULE, OVERLAPPING_CHOICE
from proofolio.core.diagnostics.rules.reference import UNKNOWN_MICRO_CREDENTIAL
from proofolio.core.model.artifact import SEAT_TIME
from proofolio.core.model.district import District
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector

Choice = AnyOf | AtLeast
NOTHING: frozenset[str] = frozenset()


def check_requirement(
    district: District, node: Requirement, beside: frozenset[str] = NOTHING, counted_here: bool = False
) -> Iterator[Finding]:
    """One node of a rule and all below it.

    Args:
        district: the definitions that the rule may name.
        node: the node.
        beside: what the ``all_of`` around the node require outright, by name.
        counted_here: the node is one of the options of a choice, which counts what it picks.
    """
    match node:
        case Named():
            yield from _check_named(district, node)
        case Selector():
            yield from check_selector(district, node, counted_here)
        case AllOf():
            yield from _check_empty(node, "all_of")
            for part in node.parts:
                yield from check_requirement(district, part, beside | outright(node))
        case AnyOf() | AtLeast():
            yield from _check_empty(node, "any_of" if isinstance(node, AnyOf) else "of")
            yield from _check_overlap(node, beside)
            yield from _check_number(district, node, beside)
            for part in node.parts:
                yield from check_requirement(district, part, beside, counted_here=True)


def outright(node: Requirement) -> frozenset[str]:
    """What a node requires by name, without any choice."""
    if isinstance(node, Named):
        return frozenset({node.id})
    if isinstance(node, AllOf):
        return NOTHING.union(*(outright(part) for part in node.parts))
    return NOTHING


def offered(district: District, node: Choice, beside: frozenset[str]) -> int:
    """How many different things a choice offers.

    What is required beside it does not count again, but a selector of evidence (``kind``) does:
    the required work itself may bring that evidence. A nested rule counts as one.
    """
    names: set[str] = set()
    nested = 0
    for part in node.parts:
        if isinstance(part, Named):
            names |= {part.id} - beside
        elif isinstance(part, Selector):
            picked = set(district.selected(part))
            names |= picked if part.facet is Facet.KIND else picked - beside
        else:
            nested += 1
    return len(names) + nested


def _check_named(district: District, node: Named) -> Iterator[Finding]:
    known = {*district.micro_credentials, *district.pathways}
    unread = excused(district, "micro-credential", node.id) or excused(district, "pathway", node.id)
    if node.id not in known and not unread:
        message = f"unknown micro-credential '{node.id}'"
        yield Finding(UNKNOWN_MICRO_CREDENTIAL, message, node.source, hint_for(node.id, known))


def _check_empty(node: AllOf | AnyOf | AtLeast, key: str) -> Iterator[Finding]:
    if not node.parts:
        yield Finding(EMPTY_RULE, f"'{key}' is empty, so nothing is asked here", node.source.key(key))


def _check_overlap(node: Choice, beside: frozenset[str]) -> Iterator[Finding]:
    for part in node.parts:
        if isinstance(part, Named) and part.id in beside:
            message = f"'{part.id}' is offered as a choice, but is required anyway"
            yield Finding(OVERLAPPING_CHOICE, message, part.source, "remove it from the choice")


def _check_number(district: District, node: Choice, beside: frozenset[str]) -> Iterator[Finding]:
    number, where = 1, node.source.key("any_of")
    if isinstance(node, AtLeast):
        number, where = node.number, node.source.down("at_least")
    if number < 1:
        yield Finding(IMPOSSIBLE_RULE, f"at_least {number} asks for nothing", where, "write 1 or more")
    elif node.parts and _countable(district, node):
        offers = offered(district, node, beside)
        if number > offers:
            there = f"only {counted(offers, 'is', 'are')}" if offers else "none is"
            message = f"{counted(number, 'is', 'are')} wanted, but {there} offered"
            already = sorted(beside & offered_names(district, node))
            hint = f"required anyway, so not counted again: {', '.join(already)}" if already else None
            yield Finding(IMPOSSIBLE_RULE, message, where, hint)


def offered_names(district: District, node: Choice) -> frozenset[str]:
    """Everything that a choice names or picks, counted or not."""
    names: set[str] = set()
    for part in node.parts:
        if isinstance(part, Named):
            names.add(part.id)
        elif isinstance(part, Selector) and part.facet is not Facet.KIND:
            names.update(district.selected(part))
    return frozenset(names)


def _countable(district: District, node: Choice) -> bool:
    """Whether what the selectors pick is certain; names count as written, even unknown ones."""
    selectors = [part for part in node.parts if isinstance(part, Selector)]
    return not selectors or (
        is_settled(district)
        and all(is_known(district, each) and each.value not in SEAT_TIME for each in selectors)
    )
