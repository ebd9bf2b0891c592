"""Moodle's competency frameworks as ours: top rows with children are domains, then come competencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from proofolio.core.converting.bare import bare
from proofolio.core.converting.identify import DEVICES, RESERVED, Ids
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.keeping import under
from proofolio.core.converting.moodle import cells
from proofolio.core.converting.moodle.account import account
from proofolio.core.converting.moodle.row import FREE, NAME, Row, read_rows
from proofolio.core.converting.moodle.tree import Branch, Tree, branches, grown
from proofolio.core.converting.plain import title
from proofolio.core.converting.scale import STANDARD
from proofolio.core.converting.sorting import ordered
from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain, Framework

SHORT = 40
"""Characters in the id of an indicator, which is also its title on pages."""


def read(records: Sequence[Sequence[str]]) -> tuple[Imported, ...]:
    """The frameworks of a file, given as its records (the header first). Raises ``Unreadable``."""
    headers, rows, warnings = read_rows(records)
    found = branches(rows)
    if not found:
        why = "no row says that it is a framework"
        raise Unreadable([Trouble("column 'Is framework'", why, "write 1 there, in the framework's own row")])
    ids = Ids(*DEVICES)
    imported = []
    for branch in found:
        reader = _Reader(branch, headers, ids)
        imported.append(
            Imported(reader.framework(), account(branch, reader.tree, reader.framework(), warnings))
        )
    return tuple(imported)


class _Reader:
    """Makes one framework of its rows; asked twice, it gives the same."""

    def __init__(self, branch: Branch, headers: tuple[str, ...], ids: Ids) -> None:
        self.branch, self.headers, self.tree = branch, headers, grown(branch)
        row = branch.framework
        wish, _ = cells.id_and_code(row["idnumber"])
        self.id = ids.take(wish, row["idnumber"], row["shortname"], otherwise="framework")
        self.usual = _usual(branch.rows)
        self.numbers: dict[str, str] = {}
        self._made: Framework | None = None

    def framework(self) -> Framework:
        """The framework with all that its rows hold."""
        if self._made is None:
            self._made = self._framework()
        return self._made

    def _framework(self) -> Framework:
        row = self.branch.framework
        domains, competencies = self._parts(self.tree)
        name, said = _words(row, self.id)
        return Framework(
            id=self.id,
            title=name,
            version="1",
            vision="",
            levels=cells.levels(row["scalevalues"], row["scaleconfiguration"]) or STANDARD,
            domains=tuple(domains),
            sets=(),
            provenance=None,
            competencies=ordered(competencies, domains),
            source=Pointer(f"competencies/frameworks/{self.id}/framework.yml"),
            description=said,
            kept=under(NAME, self._kept_framework(row)),
        )

    def _parts(self, tree: Tree) -> tuple[list[Domain], list[Competency]]:
        domains: list[Domain] = []
        of_domain: dict[int, str | None] = {}
        ids, named = Ids(*RESERVED), Ids()
        own: dict[int, str] = {}
        rows: list[Row] = []
        for root in tree.roots:
            below = tree.below(root)
            if below:
                domain = self._domain(root, named)
                domains.append(domain)
                of_domain.update({each.number: domain.id for each in below})
            rows.extend(below or (root,))
        for each in rows:
            own[each.number] = ids.take(*_wishes(each), otherwise="competency")
            self.numbers[own[each.number]] = each["idnumber"]
        return domains, [self._competency(each, own, of_domain.get(each.number)) for each in rows]

    def _domain(self, row: Row, ids: Ids) -> Domain:
        chosen = ids.take(*_wishes(row), otherwise="domain")
        name, said = _words(row, chosen)
        kept = self._kept(row, *cells.written(name, said)) | _number(row, chosen)
        kept |= {each: row[each] for each in ("parentidnumber", "relatedidnumbers") if row[each]}
        return Domain(chosen, name, said, under(NAME, kept))

    def _competency(self, row: Row, own: Mapping[int, str], domain: str | None) -> Competency:
        name, said = _words(row, own[row.number])
        _, code = cells.id_and_code(row["idnumber"])
        related = self._related(row, own)
        kept = self._kept(row, *cells.written(name, said)) | _number(row, code or own[row.number])
        numbers = [self.numbers[each] for each in related]
        if row["relatedidnumbers"] != cells.written_references(numbers):
            kept |= {"relatedidnumbers": row["relatedidnumbers"], "related": list(related)}
        above = self.tree.first.get(row["parentidnumber"].strip()) if domain else None
        if row["parentidnumber"] != (above["idnumber"] if above else ""):
            kept["parentidnumber"] = row["parentidnumber"]
        indicators, details = self._indicators(row)
        if details:
            kept["indicators"] = details
        return bare(
            self.id,
            own[row.number],
            name,
            domain=domain,
            statement=said,
            indicators=indicators,
            code=code,
            kept=under(NAME, kept),
            related=tuple(related),
        )

    def _related(self, row: Row, own: Mapping[int, str]) -> list[str]:
        """The competencies that a row's cross-references name; each once, and never itself."""
        rows = (self.tree.first.get(each) for each in cells.references(row["relatedidnumbers"]))
        found = [own[each.number] for each in rows if each and each.number in own and each is not row]
        return list(dict.fromkeys(found))

    def _indicators(self, row: Row) -> tuple[dict[str, str], dict[str, dict[str, object]]]:
        """What stands below a competency: texts by id, and what is kept of each."""
        ids = Ids()
        texts: dict[str, str] = {}
        details: dict[str, dict[str, object]] = {}
        for below, parent in self.tree.all_below(row):
            text = cells.words(below["shortname"], below["description"])
            short = title(below["shortname"])[: SHORT + 1]
            short = short.rpartition(" ")[0] if len(short) > SHORT and " " in short else short
            chosen = ids.take(short, below["idnumber"], otherwise="indicator")
            texts[chosen] = text or title(below["idnumber"]) or chosen
            details[chosen] = self._kept(below, *cells.written_words(texts[chosen])) | {
                "idnumber": below["idnumber"]
            }
            if below["relatedidnumbers"]:
                details[chosen]["relatedidnumbers"] = below["relatedidnumbers"]
            if parent is not row or below["parentidnumber"] != row["idnumber"]:
                details[chosen]["parentidnumber"] = below["parentidnumber"]
        return texts, details

    def _kept(self, row: Row, shortname: str, said: str) -> dict[str, object]:
        """What a row says and the two cells that would be written for it do not."""
        kept: dict[str, object] = {"place": row.number - 1}
        for column, made in (("shortname", shortname), ("description", said)):
            if row[column] != made:
                kept[column] = row[column]
        kept.update({each: row[each] for each in FREE if row[each] != self.usual.get(each, "")})
        if row.extra:
            kept["extra"] = dict(row.extra)
        return kept

    def _kept_framework(self, row: Row) -> dict[str, object]:
        made = cells.written(*_words(row, self.id))
        kept: dict[str, object] = {"place": row.number - 1, "columns": list(self.headers)}
        kept |= {each: row[each] for each in FREE if row[each]}
        pairs = (
            ("shortname", made[0]),
            ("description", made[1]),
            ("idnumber", self.id),
            ("parentidnumber", ""),
        )
        kept |= {column: row[column] for column, same in pairs if row[column] != same}
        if row["relatedidnumbers"]:
            kept["relatedidnumbers"] = row["relatedidnumbers"]
        if self.usual:
            kept["usual"] = dict(self.usual)
        if row.extra:
            kept["extra"] = dict(row.extra)
        return kept


def _words(row: Row, otherwise: str) -> tuple[str, str]:
    """Title and statement; a row without a name is called by its number."""
    name, said = cells.name_and_statement(row["shortname"], row["description"])
    return name or title(row["idnumber"]) or otherwise, said


def _wishes(row: Row) -> tuple[str, ...]:
    wish, _ = cells.id_and_code(row["idnumber"])
    name, _ = cells.name_and_statement(row["shortname"], row["description"])
    return wish, name, row["idnumber"]


def _number(row: Row, made: str) -> dict[str, object]:
    return {"idnumber": row["idnumber"]} if row["idnumber"] != made else {}


def _usual(rows: Sequence[Row]) -> dict[str, str]:
    """What most rows have in each free column: said once, so that it need not stand in every file."""
    usual = {}
    for column in FREE:
        (common, number), *_ = Counter(each[column] for each in rows).most_common(1) or [("", 0)]
        if common and number > 1:
            usual[column] = common
    return usual
