"""Our frameworks as Mahara's SmartEvidence file, with what was kept when one came from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from proofolio.core.converting.keeping import kept_of, part
from proofolio.core.converting.mahara import words
from proofolio.core.converting.mahara.item import Data, restored
from proofolio.core.converting.mahara.matrix import NAME
from proofolio.core.converting.plain import prose
from proofolio.core.converting.report import Note, Report
from proofolio.core.converting.sorting import placed
from proofolio.core.converting.unsaid import names, unsaid
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain, Framework

_OTHER = "Other"


def write(framework: Framework) -> tuple[Data, Report]:
    """The file's data, and what it could not hold."""
    return _Writer(framework).whole(), _report(framework)


class _Writer:
    """Writes one framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.kept = kept_of(framework.kept, NAME)
        nested = self.kept.get("nested")
        self.nested = nested if isinstance(nested, str) else None
        self.standards = [self._standard(at, each) for at, each in enumerate(framework.domains)]
        self.numbers = {
            domain.id: standard.get("standardid")
            for domain, standard in zip(framework.domains, self.standards, strict=True)
        }

    def whole(self) -> Data:
        """Everything."""
        elements = placed(self._elements())
        own: Data = self._framework()
        homeless = [each for each, domain in elements if domain is None]
        if homeless and not self.kept:
            number = len(self.standards) + 1
            self.standards.append(
                {"shortname": _OTHER, "name": _OTHER, "description": "", "standardid": number}
            )
            for each in homeless:
                each["standardid"] = number
        if self.nested:
            for domain, standard in zip(self.framework.domains, self.standards, strict=False):
                mine = [each for each, home in elements if home == domain.id]
                if mine:
                    standard[self.nested] = mine
            rest = homeless
        else:
            rest = [each for each, _ in elements]
        own["standards"] = self.standards
        if rest or not self.nested:
            own["standardelements"] = rest
        beside = part(self.kept, "beside")
        return {**beside, "framework": own}

    def _framework(self) -> Data:
        framework = self.framework
        made: Data = {
            "institution": "all",
            "name": framework.title,
            "description": words.written(framework.title, framework.description),
            "selfassess": False,
            "evidencestatuses": words.written_levels(framework.levels),
        }
        own = restored(
            self.kept,
            made,
            lambda data: (words.name_of(data), words.said(data)) == (framework.title, framework.description),
        )
        read = [(each.id, each.title, each.mastery) for each in words.levels(own.get("evidencestatuses"))]
        if read != [(each.id, each.title, each.mastery) for each in framework.levels]:
            own["evidencestatuses"] = made["evidencestatuses"]
        return own

    def _standard(self, at: int, domain: Domain) -> Data:
        made: Data = {
            **words.named(domain.title, None),
            "description": words.written(domain.title, domain.statement),
            "standardid": at + 1,
        }
        return restored(
            kept_of(domain.kept, NAME),
            made,
            lambda data: (words.name_of(data), words.said(data)) == (domain.title, domain.statement),
        )

    def _elements(self) -> Iterator[tuple[object, tuple[Data, str | None]]]:
        """Every element with its place and the domain to which it belongs."""
        for each in self.framework.competencies.values():
            home = each.domain if each.domain in self.numbers else None
            kept = kept_of(each.kept, NAME)
            element = self._element(each, kept, home)
            yield kept.get("place"), (element, home)
            yield from self._indicators(each, kept, home, element.get("elementid"))

    def _element(self, competency: Competency, kept: Mapping[str, Any], home: str | None) -> Data:
        made: Data = {
            **words.named(competency.title, competency.code),
            "description": words.written(competency.title, competency.statement),
            "elementid": competency.id,
        }
        if not self.nested and home is not None:
            made["standardid"] = self.numbers[home]
        data = restored(
            kept,
            made,
            lambda data: (
                (words.name_of(data), words.said(data)) == (competency.title, competency.statement)
                and words.code_of(str(data.get("shortname") or ""), words.name_of(data)) == competency.code
            ),
        )
        return self._at_home(data, home)

    def _at_home(self, data: Data, home: str | None) -> Data:
        """The standard's number as it was kept, unless the competency moved to another domain."""
        if home is not None and not self.nested and str(data.get("standardid")) != str(self.numbers[home]):
            data["standardid"] = self.numbers[home]
        return data

    def _indicators(
        self, competency: Competency, kept: Mapping[str, Any], home: str | None, above: object
    ) -> Iterator[tuple[object, tuple[Data, str | None]]]:
        details = part(kept, "indicators")
        for key, text in competency.indicators.items():
            own = part(details, key)
            made: Data = {
                **words.named(text, None),
                "description": words.written(text, ""),
                "elementid": f"{competency.id}.{key}",
            }
            if not self.nested and home is not None:
                made["standardid"] = self.numbers[home]
            made["parentelementid"] = above
            data = restored(own, made, partial(_says, key, text))
            yield own.get("place"), (self._at_home(data, home), home)


def _says(key: str, text: str, data: Data) -> bool:
    """Whether an original still says the indicator; one without words was called as its id."""
    said = prose(words.sentence(data))
    return said == text or (not said and text == key)


def _report(framework: Framework) -> Report:
    held, notes = unsaid(framework, ("indicators",), NAME)
    long = sum(len(each) > words.NAME_LIMIT for each in names(framework))
    lost = len(framework.levels) - words.carried(framework.levels)
    homeless = sum(each.domain is None for each in framework.competencies.values())
    told = (
        Note(
            f"names of more than {words.NAME_LIMIT} characters", long, "cut; the whole begins the description"
        ),
        Note(
            "levels beside the lowest, the one below mastery, and mastery", lost, "left out: Mahara has four"
        ),
        Note(
            "competencies without a domain",
            homeless,
            f"they are below the standard “{_OTHER}”, or as they were",
        ),
    )
    made = {
        "standards": len(framework.domains),
        "standard elements": len(framework.competencies),
        "sub-elements": sum(len(each.indicators) for each in framework.competencies.values()),
        "evidence statuses": len(words.STATUSES),
    }
    return Report(held, made, tuple(each for each in (*told, *notes) if each.count))
