"""Our frameworks as rows of Moodle's file, with what was kept when one came from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from proofolio.core.converting.identify import Ids
from proofolio.core.converting.keeping import kept_of, part
from proofolio.core.converting.moodle import cells
from proofolio.core.converting.moodle.row import COLUMNS, FREE, NAME, column_of
from proofolio.core.converting.plain import title
from proofolio.core.converting.report import Note, Report
from proofolio.core.converting.sorting import placed
from proofolio.core.converting.unsaid import names, unsaid
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain, Framework

Cells = dict[str, str]
_TAXONOMIES = "domain,competency,indicator,indicator"


def write(framework: Framework) -> tuple[list[list[str]], Report]:
    """The records of a file with one framework, the header first, and what they could not hold."""
    writer = _Writer(framework)
    rows = placed(writer.rows())
    headers = _headers(framework, rows)
    records = [[_cell(row, header) for header in headers] for row in rows]
    return [headers, *records], _report(framework, rows)


class _Writer:
    """Writes one framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.kept = kept_of(framework.kept, NAME)
        self.usual = part(self.kept, "usual")
        self.numbers = {each.id: _number(each) for each in framework.competencies.values()}

    def rows(self) -> Iterator[tuple[object, Cells]]:
        """Every row with its place, in our own order."""
        yield self.kept.get("place", 0), self._framework()
        of_domain: dict[str | None, list[Competency]] = {}
        for each in self.framework.competencies.values():
            of_domain.setdefault(each.domain, []).append(each)
        for domain in self.framework.domains:
            kept, mine = kept_of(domain.kept, NAME), of_domain.pop(domain.id, [])
            if mine or kept:
                number = _text(kept, "idnumber", domain.id)
                yield kept.get("place"), self._domain(domain, number)
                for each in mine:
                    yield from self._competency(each, number)
        rest = [each for homeless in of_domain.values() for each in homeless]
        for each in rest:
            if not each.indicators:
                yield from self._competency(each, "")
        if any(each.indicators for each in rest):
            # what has others below it at the top of Moodle's tree is a domain
            other = Domain(_free_number(self.framework), "Other")
            yield None, self._domain(other, other.id)
            for each in rest:
                if each.indicators:
                    yield from self._competency(each, other.id)

    def _framework(self) -> Cells:
        own, kept = self.framework, self.kept
        name, said = cells.written(own.title, own.description)
        values, configuration = cells.written_levels(own.levels)
        same = _scale_is_the_same(own, kept)
        row = {
            **_free(kept, {}),
            "parentidnumber": _text(kept, "parentidnumber", ""),
            "idnumber": _text(kept, "idnumber", own.id),
            "relatedidnumbers": _text(kept, "relatedidnumbers", ""),
            "scalevalues": _text(kept, "scalevalues", "") if same else values,
            "scaleconfiguration": _text(kept, "scaleconfiguration", "") if same else configuration,
        }
        if not kept:
            row |= {"descriptionformat": "1", "isframework": "1", "taxonomy": _TAXONOMIES}
        return self._named(row, kept, own.title, own.description, (name, said))

    def _domain(self, domain: Domain, number: str) -> Cells:
        kept = kept_of(domain.kept, NAME)
        row = {**self._plain(kept), "idnumber": number, "parentidnumber": _text(kept, "parentidnumber", "")}
        row["relatedidnumbers"] = _text(kept, "relatedidnumbers", "")
        written = cells.written(domain.title, domain.statement)
        return self._named(row, kept, domain.title, domain.statement, written)

    def _competency(self, competency: Competency, above: str) -> Iterator[tuple[object, Cells]]:
        kept = kept_of(competency.kept, NAME)
        number = self.numbers[competency.id]
        row = {
            **self._plain(kept),
            "idnumber": number,
            "parentidnumber": _parent(_text(kept, "parentidnumber", above), above, competency.domain),
            "relatedidnumbers": self._related(competency, kept),
        }
        written = cells.written(competency.title, competency.statement)
        yield kept.get("place"), self._named(row, kept, competency.title, competency.statement, written)
        details = part(kept, "indicators")
        numbers = (_text(part(details, each), "idnumber", "") for each in competency.indicators)
        known = {number.strip(), *(each.strip() for each in numbers)} - {""}
        for key, text in competency.indicators.items():
            own = part(details, key)
            parent = _text(own, "parentidnumber", number)
            row = {
                **self._plain(own),
                "idnumber": _text(own, "idnumber", f"{number}-{key}"),
                "parentidnumber": parent if parent.strip() in known else number,
                "relatedidnumbers": _text(own, "relatedidnumbers", ""),
            }
            shortname, said = cells.written_words(text)
            original = _text(own, "shortname", shortname), _text(own, "description", said)
            named = cells.words(*original) or title(row["idnumber"]) or key
            row["shortname"], row["description"] = original if named == text else (shortname, said)
            yield own.get("place"), row | _extra(own)

    def _plain(self, kept: Mapping[str, Any]) -> Cells:
        return _free(kept, self.usual if self.usual or self.kept else {"descriptionformat": "1"})

    def _named(
        self, row: Cells, kept: Mapping[str, Any], name: str, said: str, written: tuple[str, str]
    ) -> Cells:
        """Name and description: as they were, while they still say what our fields say."""
        original = _text(kept, "shortname", written[0]), _text(kept, "description", written[1])
        read_name, read_said = cells.name_and_statement(*original)
        same = (read_name or title(row["idnumber"]) or name, read_said) == (name, said)
        row["shortname"], row["description"] = original if same else written
        return row | _extra(kept)

    def _related(self, competency: Competency, kept: Mapping[str, Any]) -> str:
        found = [self._own(each) for each in competency.related]
        written = cells.written_references([self.numbers[each] for each in found if each is not None])
        same = kept.get("related") == list(competency.related)  # the original still leads where it led
        return _text(kept, "relatedidnumbers", written) if same else written

    def _own(self, ref: str) -> str | None:
        key = ref.removeprefix(f"{self.framework.id}/")
        return key if key in self.framework.competencies else None


def _parent(kept: str, above: str, domain: str | None) -> str:
    """The parent as it was written, while the competency is still where it was."""
    return kept if domain is None and not above else (kept if kept.strip() == above.strip() else above)


def _free_number(framework: Framework) -> str:
    """An ID number for a row that no domain has."""
    return Ids(*(each.id for each in framework.domains), *framework.competencies).take("other")


def _number(competency: Competency) -> str:
    kept = kept_of(competency.kept, NAME).get("idnumber")
    if isinstance(kept, str) and cells.id_and_code(kept)[1] == competency.code:
        return kept
    return competency.code or competency.id


def _text(kept: Mapping[str, Any], key: str, otherwise: str) -> str:
    found = kept.get(key)
    return found if isinstance(found, str) else otherwise


def _free(kept: Mapping[str, Any], usual: Mapping[str, Any]) -> Cells:
    return {each: _text(kept, each, _text(usual, each, "")) for each in FREE}


def _extra(kept: Mapping[str, Any]) -> Cells:
    return {f"extra:{key}": each for key, each in part(kept, "extra").items() if isinstance(each, str)}


def _scale_is_the_same(framework: Framework, kept: Mapping[str, Any]) -> bool:
    if not kept:
        return False
    read = cells.levels(_text(kept, "scalevalues", ""), _text(kept, "scaleconfiguration", ""))
    return not read or [(each.id, each.title, each.mastery) for each in read] == [
        (each.id, each.title, each.mastery) for each in framework.levels
    ]


def _headers(framework: Framework, rows: Sequence[Cells]) -> list[str]:
    """The columns that the file had, and any other that is needed now; without a file, today's."""
    kept = kept_of(framework.kept, NAME).get("columns")
    headers = [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []
    if not headers:
        return list(COLUMNS.values())
    there = {column_of(each) for each in headers}
    missing = [each for each in COLUMNS if each not in there and any(row.get(each) for row in rows)]
    return headers + [COLUMNS[each] for each in missing]


def _cell(row: Cells, header: str) -> str:
    column = column_of(header)
    return row.get(column, "") if column else row.get(f"extra:{header}", "")


def _report(framework: Framework, rows: Sequence[Cells]) -> Report:
    held, notes = unsaid(framework, ("indicators", "related"), NAME)
    long = sum(len(each) > cells.NAME_LIMIT for each in names(framework))
    where = "cut, as Moodle does; the whole name begins the description"
    cut = Note(f"names of more than {cells.NAME_LIMIT} characters", long, where)
    elsewhere = sum(
        each.removeprefix(f"{framework.id}/") not in framework.competencies
        for competency in framework.competencies.values()
        for each in competency.related
    )
    away = Note("related competencies of other frameworks", elsewhere, "left out")
    every = framework.competencies.values()
    homeless = sum(each.domain is None and bool(each.indicators) for each in every)
    other = Note("competencies with indicators and without a domain", homeless, "below a row “Other”")
    used = {each.domain for each in every}
    bare = sum(each.id not in used and not kept_of(each.kept, NAME) for each in framework.domains)
    empty = Note("domains without competencies", bare, "left out: Moodle would take them for competencies")
    commas = Note(
        "levels with a comma in their title",
        sum("," in each.title for each in framework.levels),
        "written with a semicolon",
    )
    made = {"rows": len(rows), "frameworks": 1, "competencies": len(rows) - 1}
    return Report(held, made, tuple(each for each in (cut, away, other, empty, commas, *notes) if each.count))
