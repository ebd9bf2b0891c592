"""Routes: the fewest things that would finish a pathway."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.holdings import Holdings
from proofolio.core.awarding.requirement import NOTHING, Assessor, Choice, finished, outright, unique
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Requirement, Selector

_DEEPEST = 24  # pathways within pathways; deeper ones are not followed


@dataclass(frozen=True, slots=True)
class Route:
    """Ids to earn, in the rule's order. Not ``open`` when even they would not finish it."""

    ids: tuple[str, ...] = ()
    open: bool = True

    @property
    def cost(self) -> tuple[bool, int]:
        """What makes one route better than another: that it leads there, then how short it is."""
        return not self.open, len(self.ids)


def route(rule: Requirement, holdings: Holdings, catalogue: Catalogue, pathway: str | None) -> Route:
    """What would meet a rule: none of the ids can be left out. ``pathway`` is whose rule it is, if any's."""
    if pathway is None:
        planner = _Planner(catalogue, NOTHING, catalogue.leading(rule))
    else:
        planner = _Planner(catalogue, frozenset({pathway}), catalogue.leading_to(pathway))
    found = planner.plan(rule, holdings, NOTHING)
    kept = found.ids
    for each in reversed(found.ids if found.open else ()):
        fewer = tuple(name for name in kept if name != each)
        if Assessor(catalogue, planner.after(fewer, holdings)).met(rule):
            kept = fewer
    return Route(kept, found.open)


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans greedily: what is named outright first, then each choice with what is planned so far.

    ``nested`` are the pathways that lead to this one, which what is planned may finish.
    """

    catalogue: Catalogue
    within: frozenset[str]
    nested: tuple[str, ...]

    def plan(self, rule: Requirement, holdings: Holdings, taken: frozenset[str]) -> Route:
        assessor = Assessor(self.catalogue, holdings)
        if assessor.met(rule, taken):
            return Route()
        match rule:
            case Named():
                return self._named(rule.id, holdings)
            case Selector() if rule.facet is Facet.KIND:
                return Route(self._showing(rule, assessor)[:1])
            case Selector():
                lacking = assessor.missing(rule)
                return Route(lacking, bool(lacking))
            case AllOf():
                return self._all(rule, holdings, taken | outright(rule))
            case AnyOf() | AtLeast():
                return self._choose(rule, holdings, taken)

    def _named(self, name: str, holdings: Holdings) -> Route:
        pathway = self.catalogue.pathway(name)
        if pathway is None:
            return Route((name,), self.catalogue.knows(name))
        if name in self.within or len(self.within) > _DEEPEST:
            return Route((), False)
        inner = _Planner(self.catalogue, self.within | {name}, self.nested)
        return inner.plan(pathway.rule, holdings, NOTHING)

    def _all(self, rule: AllOf, holdings: Holdings, taken: frozenset[str]) -> Route:
        ids: list[str] = []
        leads = bool(rule.parts)
        for part in sorted(rule.parts, key=_openness):
            found = self.plan(part, holdings, taken)
            leads = leads and found.open
            ids.extend(found.ids)
            holdings = self.after(found.ids, holdings)
        return Route(unique(ids), leads)

    def _choose(self, choice: Choice, holdings: Holdings, taken: frozenset[str]) -> Route:
        ids: list[str] = []
        for option in sorted(self._options(choice, holdings, taken), key=lambda each: each.cost):
            if Assessor(self.catalogue, holdings).met(choice, taken):
                break
            ids.extend(option.ids)
            holdings = self.after(option.ids, holdings)
        return Route(unique(ids), Assessor(self.catalogue, holdings).met(choice, taken))

    def after(self, ids: Iterable[str], holdings: Holdings) -> Holdings:
        """The holdings once these are earned too."""
        more = holdings.plus(ids)
        return finished(self.catalogue, more, self.nested) if self.nested else more

    def _options(self, choice: Choice, holdings: Holdings, taken: frozenset[str]) -> Iterator[Route]:
        assessor = Assessor(self.catalogue, holdings)
        for part in choice.parts:
            if isinstance(part, Selector) and part.facet is Facet.KIND:
                yield from (Route((name,)) for name in self._showing(part, assessor))
            elif isinstance(part, Named | Selector):
                counted = set(assessor.counts(part, taken))
                for name in assessor.offered(part, taken):
                    if name not in counted:
                        yield self._named(name, holdings)
            elif not assessor.met(part, taken):
                yield self.plan(part, holdings, taken)

    @staticmethod
    def _showing(selector: Selector, assessor: Assessor) -> tuple[str, ...]:
        """What could show a kind: new work first, then work that is earned without it."""
        shown = set(assessor.counts(selector))
        without = (each for each in assessor.offered(selector) if each not in shown)
        return tuple(sorted(without, key=assessor.holds))


def _openness(part: Requirement) -> int:
    """Plan the settled parts first; evidence of a kind can come with whatever else is planned."""
    match part:
        case Named():
            return 0
        case AllOf():
            return 1
        case Selector() if part.facet is Facet.KIND:
            return 3
        case AnyOf() | AtLeast() if any(_openness(each) == 3 for each in part.parts):
            return 3
        case _:
            return 2
