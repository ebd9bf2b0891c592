"""Requirements: whether a pathway's rule is satisfied, and by what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.holdings import Holdings
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector

Choice = AnyOf | AtLeast
NOTHING: frozenset[str] = frozenset()


def wanted(choice: Choice) -> int:
    """How many a choice asks for."""
    return choice.number if isinstance(choice, AtLeast) else 1


def outright(rule: AllOf) -> frozenset[str]:
    """What an ``all_of`` names itself, also through an ``all_of`` within it."""
    names: set[str] = set()
    for part in rule.parts:
        if isinstance(part, Named):
            names.add(part.id)
        elif isinstance(part, AllOf):
            names |= outright(part)
    return frozenset(names)


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Each id once, where it first stands."""
    return tuple(dict.fromkeys(ids))


@dataclass(frozen=True, slots=True)
class Assessor:
    """Reads rules against one person's holdings.

    ``taken`` everywhere are the ids that an ``all_of`` around the rule names outright: a choice
    beside them does not count them a second time. Naming a pathway looks up whether it is finished,
    so pathways that name each other cannot send this round in circles (see ``finished``).
    """

    catalogue: Catalogue
    holdings: Holdings

    def holds(self, name: str) -> bool:
        """Whether a micro-credential or pathway is earned; one name for both is the former."""
        if self.catalogue.pathway(name) is not None:
            return name in self.holdings.pathways
        return name in self.holdings.ids

    def met(self, rule: Requirement, taken: frozenset[str] = NOTHING) -> bool:
        """Whether the rule is satisfied. A rule without parts never is."""
        match rule:
            case Named():
                return self.holds(rule.id)
            case Selector():
                return bool(self.offered(rule)) and not self.missing(rule)
            case AllOf():
                taken |= outright(rule)
                return bool(rule.parts) and all(self.met(part, taken) for part in rule.parts)
            case AnyOf() | AtLeast():
                return wanted(rule) > 0 and self.count(rule, taken) >= wanted(rule)

    def offered(self, part: Named | Selector, taken: frozenset[str] = NOTHING) -> tuple[str, ...]:
        """What a part of a choice offers; a kind of evidence may be shown by anything at all."""
        if isinstance(part, Named):
            return () if part.id in taken else (part.id,)
        offered = self.catalogue.selected(part)
        if part.facet is Facet.KIND:
            return unique((*offered, *sorted(self.holdings.ids)))
        return tuple(each for each in offered if each not in taken)

    def counts(self, part: Named | Selector, taken: frozenset[str] = NOTHING) -> tuple[str, ...]:
        """Those of the offered that are earned (and show the kind)."""
        offered = self.offered(part, taken)
        if isinstance(part, Selector) and part.facet is Facet.KIND:
            return tuple(each for each in offered if self.holdings.shows(each, part.value))
        return tuple(each for each in offered if self.holds(each))

    def count(self, choice: Choice, taken: frozenset[str] = NOTHING) -> int:
        """How much of a choice is there: distinct ids, and nested parts that are met."""
        ids: set[str] = set()
        nested = 0
        for part in choice.parts:
            if isinstance(part, Named | Selector):
                ids.update(self.counts(part, taken))
            else:
                nested += self.met(part, taken)
        return len(ids) + nested

    def missing(self, selector: Selector) -> tuple[str, ...]:
        """What a selector that stands for itself lacks: all that it offers is asked, of a kind one."""
        found = set(self.counts(selector))
        lacking = tuple(each for each in self.offered(selector) if each not in found)
        return () if found and selector.facet is Facet.KIND else lacking


def finished(catalogue: Catalogue, holdings: Holdings, names: Iterable[str] | None = None) -> Holdings:
    """The same holdings with every pathway (or every one of ``names``) that they finish.

    Goes round until nothing is added, so a pathway may name others in any order, and pathways that
    only wait for each other stay open.
    """
    open_ones = set(catalogue.district.pathways if names is None else names) - holdings.pathways
    while True:
        assessor = Assessor(catalogue, holdings)
        new = {name for name in open_ones if assessor.met(catalogue.district.pathways[name].rule)}
        if not new:
            return holdings
        holdings = holdings.finishing(new)
        open_ones -= new
