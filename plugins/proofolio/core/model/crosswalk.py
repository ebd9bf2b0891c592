"""The crosswalk: in which other competencies, mostly of other frameworks, the same evidence counts.

An alignment says how its target compares with the competency that holds it. What shows a competency
shows the very same one elsewhere (``exact``), and one that asks for less (``narrower``); it does not
show one that asks for more (``broader``) or something near (``related``). Read from the target's side
the same line says the reverse: evidence for the broader one counts in the narrower one. What is the
same as the same is the same, so exact alignments are followed as far as they go; any other is one
step from the competency that the evidence is for, and no chain is made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proofolio.core.model.competency import Alignment, Competency
from proofolio.core.model.district import District
from proofolio.core.model.succession import line

EXACT, BROADER, NARROWER, RELATED = "exact", "broader", "narrower", "related"
REVERSED = {EXACT: EXACT, BROADER: NARROWER, NARROWER: BROADER, RELATED: RELATED}
"""How a relation reads from the other end."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """All alignments between the competencies of a district, followed once.

    ``onward`` maps a competency (``framework/id``) to those in which its evidence counts by alignment,
    each with how it compares with them: ``exact``, or ``broader`` when it is the broader one.
    ``named`` maps it to everything that is aligned with it on either side, with how that other one
    compares with it.
    """

    district: District | None = None
    onward: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    named: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, district: District) -> Crosswalk:
        """The crosswalk of a district. Alignments that lead out of it, or nowhere, are not in it."""
        named: dict[str, dict[str, str]] = {}
        for competency in district.competencies():
            for alignment in competency.alignments:
                found = aligned(district, alignment)
                if found is None or found.ref == competency.ref or alignment.relation not in REVERSED:
                    continue
                named.setdefault(competency.ref, {}).setdefault(found.ref, alignment.relation)
                named.setdefault(found.ref, {}).setdefault(competency.ref, REVERSED[alignment.relation])
        same = _same(named)
        return cls(district, {ref: _onward(ref, named, same.get(ref, ())) for ref in named}, named)

    def counts(self, competency: Competency | None) -> tuple[Competency, ...]:
        """Every competency in which evidence for this one counts, itself first, each once.

        Those that replace it are among them, and what is aligned with any of these.
        """
        if competency is None or self.district is None:
            return () if competency is None else (competency,)
        own = line(self.district, competency)
        found = {each.ref: each for each in own}
        for each in own:
            for ref in self.onward.get(each.ref, ()):
                found.update({later.ref: later for later in line(self.district, self.district.competency(ref))
                              if later.ref not in found})  # fmt: skip
        return tuple(found.values())

    def passage(self, origin: Competency, to: Competency) -> tuple[Competency, str] | None:
        """By which alignment evidence for ``origin`` counts in ``to``; None when it is by none.

        The competency that is aligned with ``to`` (``origin``, or one that replaces it) or with one that
        ``to`` replaces, and how it compares: ``exact`` or ``broader``.
        """
        own = line(self.district, origin) if self.district else (origin,)
        if self.district is None or to in own:
            return None
        for each in own:
            for ref, relation in self.onward.get(each.ref, {}).items():
                if to in line(self.district, self.district.competency(ref)):
                    return each, relation
        return None


def aligned(district: District, alignment: Alignment) -> Competency | None:
    """The competency of this district that an alignment names; None for one that is kept elsewhere."""
    framework = district.frameworks.get(alignment.framework)
    return framework.competencies.get(alignment.target) if framework else None


def _same(named: Mapping[str, Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Each competency with itself and all that are the same, however many exact alignments lie between."""
    groups: dict[str, tuple[str, ...]] = {}
    for start in named:
        if start in groups:
            continue
        found = {start: None}
        todo = [start]
        while todo:
            for ref, relation in named.get(todo.pop(), {}).items():
                if relation == EXACT and ref not in found:
                    found[ref] = None
                    todo.append(ref)
        group = tuple(sorted(found))
        groups.update(dict.fromkeys(group, group))
    return groups


def _onward(start: str, named: Mapping[str, Mapping[str, str]], same: tuple[str, ...]) -> dict[str, str]:
    """Where evidence for one counts: what is aligned with it first, in the files' order."""
    own = named.get(start, {})
    found = {ref: EXACT for ref, relation in own.items() if relation == EXACT}
    found |= {ref: EXACT for ref in same if ref != start}
    for ref, relation in own.items():
        if relation == NARROWER and ref not in found:
            found[ref] = BROADER  # the evidence is for the broader of the two
    return found
