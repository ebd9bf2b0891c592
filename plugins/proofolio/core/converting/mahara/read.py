"""Mahara's SmartEvidence frameworks as ours: standards are domains, their elements competencies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from proofolio.core.converting.bare import bare
from proofolio.core.converting.identify import DEVICES, RESERVED, Ids
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.keeping import under
from proofolio.core.converting.mahara import words
from proofolio.core.converting.mahara.account import account
from proofolio.core.converting.mahara.item import difference
from proofolio.core.converting.mahara.matrix import NAME, NESTED, Element, Matrix, matrix
from proofolio.core.converting.plain import prose
from proofolio.core.converting.sorting import ordered
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain, Framework

SHORT = 40


def read(data: object) -> tuple[Imported, ...]:
    """The framework in parsed JSON. Raises ``Unreadable``."""
    found = matrix(data)
    framework = _Reader(found).framework()
    return (Imported(framework, account(found, framework)),)


class _Reader:
    """Makes one framework of a matrix."""

    def __init__(self, found: Matrix) -> None:
        self.found = found
        self.id = Ids(*DEVICES).take(words.name_of(found.framework), otherwise="framework")
        self.below: dict[int, list[Element]] = defaultdict(list)
        for each in found.elements:
            if each.parent is not None:
                self.below[each.parent].append(each)

    def framework(self) -> Framework:
        """The framework with all that the file holds."""
        data = self.found.framework
        ids, own = Ids(), Ids(*RESERVED)
        domains = [self._domain(at, each, ids) for at, each in enumerate(self.found.standards)]
        top = [each for each in self.found.elements if each.parent is None]
        competencies = [
            self._competency(each, None if each.standard is None else domains[each.standard].id, own)
            for each in top
        ]
        title, told = words.name_of(data), words.said(data)
        scale = words.levels(data.get("evidencestatuses"))
        made = {
            "institution": "all",
            "name": title,
            "description": words.written(title, told),
            "selfassess": False,
            "evidencestatuses": words.written_levels(scale),
        }
        kept: dict[str, Any] = difference(data, made, ("standards", "standardelements"))
        if self.found.nested:
            kept["nested"] = self.found.nested
        if self.found.beside:
            kept["beside"] = dict(self.found.beside)
        return Framework(
            id=self.id,
            title=title,
            version="1",
            vision="",
            levels=scale,
            domains=tuple(domains),
            sets=(),
            provenance=None,
            competencies=ordered(competencies, domains),
            source=Pointer(f"competencies/frameworks/{self.id}/framework.yml"),
            description=told,
            kept=under(NAME, kept or {"data": {}}),
        )

    def _domain(self, at: int, data: Mapping[str, Any], ids: Ids) -> Domain:
        title, told = words.name_of(data), words.said(data)
        made = {**words.named(title, None), "description": words.written(title, told), "standardid": at + 1}
        kept = difference(data, made, NESTED)
        return Domain(ids.take(title, otherwise="domain"), title, told, under(NAME, kept))

    def _competency(self, element: Element, domain: str | None, ids: Ids) -> Competency:
        data = element.data
        title, told = words.name_of(data), words.said(data)
        code = words.code_of(str(data.get("shortname") or ""), title)
        own = ids.take(title, otherwise="competency")
        kept = self._kept(element, title, told, code, own)
        texts, details = self._indicators(element, own)
        if details:
            kept["indicators"] = details
        return bare(
            self.id,
            own,
            title,
            domain=domain,
            statement=told,
            indicators=texts,
            code=code,
            kept=under(NAME, kept),
        )

    def _kept(
        self,
        element: Element,
        title: str,
        told: str,
        code: str | None,
        own: str,
        above: Element | None = None,
    ) -> dict[str, Any]:
        made: dict[str, Any] = {
            **words.named(title, code),
            "description": words.written(title, told),
            "elementid": own,
        }
        if not self.found.nested and element.standard is not None:
            made["standardid"] = self.found.standards[element.standard].get("standardid")
        if above is not None:
            made["parentelementid"] = above.data.get("elementid")
        return {"place": element.place + 1, **difference(element.data, made)}

    def _indicators(
        self, element: Element, competency: str
    ) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
        ids = Ids()
        texts: dict[str, str] = {}
        details: dict[str, dict[str, Any]] = {}
        todo = list(reversed(self.below[element.place]))
        while todo:
            found = todo.pop()
            todo.extend(reversed(self.below[found.place]))
            name = words.name_of(found.data)
            short = name[: SHORT + 1].rpartition(" ")[0] if len(name) > SHORT and " " in name else name
            own = ids.take(short, otherwise="indicator")
            texts[own] = prose(words.sentence(found.data)) or own
            details[own] = self._kept(found, texts[own], "", None, f"{competency}.{own}", element)
        return texts, details
