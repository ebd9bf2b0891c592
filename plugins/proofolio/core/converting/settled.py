"""References of imported frameworks that lead somewhere; the others are put aside, and told.

A reference that leads nowhere, or round in a circle, would be a finding. It is kept under
``kept: unresolved:`` so that nothing is lost, and a person can put it right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from proofolio.core.converting.imported import Imported
from proofolio.core.converting.report import Note
from proofolio.core.converting.wording import some
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Framework

UNRESOLVED = "unresolved"
_WHERE = "kept in the files under kept: unresolved:, until you name something that is here"


def settled(found: Sequence[Imported], there: Mapping[str, Framework]) -> tuple[Imported, ...]:
    """The same frameworks without references that lead nowhere; ``there`` are those kept already."""
    known = {**there, **{each.framework.id: each.framework for each in found}}
    settler = _Settler(known)
    return tuple(settler.framework(each) for each in found)


class _Settler:
    """Knows every competency, and the prerequisites and successors that were let through so far."""

    def __init__(self, known: Mapping[str, Framework]) -> None:
        self.known = known
        self.ways: dict[str, dict[str, list[str]]] = {"prerequisites": {}, "replaced_by": {}}

    def framework(self, found: Imported) -> Imported:
        """One framework with only what leads somewhere."""
        lost: list[str] = []
        circles: list[str] = []
        competencies = {
            key: self._competency(each, lost, circles) for key, each in found.framework.competencies.items()
        }
        notes = list(found.report.notes)
        warnings = list(found.report.warnings)
        if lost:
            notes.append(Note("references to competencies that are not here", len(lost), _WHERE))
            warnings.append(f"{some(lost)}: named, but there is no such competency here")
        if circles:
            notes.append(Note("references that lead round in a circle", len(circles), _WHERE))
            warnings.append(f"{some(circles)}: needed by what it needs itself")
        report = replace(found.report, notes=tuple(notes), warnings=tuple(warnings))
        return Imported(replace(found.framework, competencies=competencies), report)

    def _competency(self, each: Competency, lost: list[str], circles: list[str]) -> Competency:
        aside: dict[str, object] = {}
        kept: dict[str, tuple[str, ...]] = {}
        successor = (each.replaced_by,) if each.replaced_by else ()
        for key, refs in (
            ("prerequisites", each.prerequisites),
            ("related", each.related),
            ("replaced_by", successor),
        ):
            good: list[str] = []
            for ref in dict.fromkeys(refs):
                target = self._target(ref, each.framework)
                if target is None:
                    lost.append(ref)
                elif key in self.ways and self._reaches(key, target, each.ref):
                    circles.append(ref)
                else:
                    good.append(ref)
                    if key in self.ways:
                        self.ways[key].setdefault(each.ref, []).append(target)
            kept[key] = tuple(good)
            left = [ref for ref in refs if ref not in good]
            if left:
                aside[key] = left
        alignments = tuple(to for to in each.alignments if self._arrives(to.framework, to.target))
        if len(alignments) < len(each.alignments):
            missing = [to for to in each.alignments if to not in alignments]
            lost.extend(f"{to.framework}/{to.target}" for to in missing)
            aside["alignments"] = [
                {"framework": to.framework, "target": to.target, "relation": to.relation} for to in missing
            ]
        if not aside:
            return each
        return replace(
            each,
            prerequisites=kept["prerequisites"],
            related=kept["related"],
            replaced_by=next(iter(kept["replaced_by"]), None),
            alignments=alignments,
            kept={**each.kept, UNRESOLVED: aside},
        )

    def _arrives(self, framework: str, target: str) -> bool:
        """Whether an alignment leads to something, or to a framework that is not kept here."""
        return framework not in self.known or target in self.known[framework].competencies

    def _target(self, ref: str, near: str) -> str | None:
        """The full name of the one competency that a reference means."""
        head, _, tail = ref.rpartition("/")
        homes = [head] if head else [near]
        for home in homes:
            if home in self.known and tail in self.known[home].competencies:
                return f"{home}/{tail}"
        if head:
            return None
        found = [key for key, each in self.known.items() if tail in each.competencies]
        return f"{found[0]}/{tail}" if len(found) == 1 else None

    def _reaches(self, key: str, start: str, end: str) -> bool:
        """Whether one gets from one competency to another by what was let through, or is there already."""
        todo, seen = [start], {start}
        while todo:
            at = todo.pop()
            if at == end:
                return True
            for following in self._ways(key, at):
                if following not in seen:
                    seen.add(following)
                    todo.append(following)
        return False

    def _ways(self, key: str, ref: str) -> list[str]:
        return self.ways[key].get(ref, [])
