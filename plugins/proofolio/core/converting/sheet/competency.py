"""One competency of its rows on a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from proofolio.core.converting.identify import RESERVED, Ids, identifier, is_identifier
from proofolio.core.converting.keeping import under
from proofolio.core.converting.plain import line, prose
from proofolio.core.converting.report import Note
from proofolio.core.converting.sheet import cells
from proofolio.core.converting.sheet.head import Head
from proofolio.core.converting.sheet.layout import NAME, TABLE
from proofolio.core.converting.sheet.table import Columns, Entry, at
from proofolio.core.converting.trouble import Trouble
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.competency import Alignment, Competency, Exemplar, Resource
from proofolio.core.model.framework import CompetencySet, Domain, Level
from proofolio.core.model.rubric import Criterion, Rubric

RELATIONS = ("exact", "broader", "narrower", "related")
_HEADERS = {each.key: each.header for each in TABLE}
_PAIR = re.compile(r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*):\s+(?P<text>.+)", re.DOTALL)
_WORDS = 6


class Maker:
    """Makes the competencies of one framework; domains and sets that are only named are added to the head."""

    def __init__(
        self, framework: str, head: Head, known: Columns, scale: Sequence[Level], where: str
    ) -> None:
        self.framework, self.head, self.known, self.scale, self.where = framework, head, known, scale, where
        self.entries = 0
        self._ids = Ids(*RESERVED)
        self._own: dict[int, str] = {}
        self._added = {"domain": 0, "set": 0, "other": 0}

    def name(self, entry: Entry) -> None:
        """Give an entry its id."""
        self.entries += 1
        given = self.known.cell(entry.row, "id")
        chosen = self._ids.take(
            given, self._text(entry, "title"), self._text(entry, "code"), otherwise="competency"
        )
        if given and chosen != given:
            why = f"'{given}' is no id that is free; '{chosen}' would be one"
            if is_identifier(given) or not identifier(given):
                self._trouble(
                    entry.number, "id", why, "ids are small letters, digits and hyphens, each used once"
                )
            else:
                self.head.warnings.append(
                    f"{self._place(entry.number, 'id')}: '{line(given)}' became '{chosen}'"
                )
        self._own[entry.number] = chosen

    def competency(self, entry: Entry) -> Competency:
        """The competency; what is wrong with it is told to the head."""
        own = self._own[entry.number]
        title = line(self._text(entry, "title"))
        if not title:
            self._trouble(
                entry.number, "title", "there is no title", "say in a few words what an educator can do"
            )
        indicators, rubric = self._rows(entry)
        others = {name: value for name, at_ in self.known.others.items() if (value := at(entry.row, at_))}
        self._added["other"] += len(others)
        return Competency(
            framework=self.framework,
            id=own,
            title=title,
            domain=self._domain(self._text(entry, "domain")),
            sets=tuple(dict.fromkeys(self._set(each) for each in cells.names(self._all(entry, "sets")))),
            statement=prose(self._text(entry, "statement")),
            why=prose(self._text(entry, "why")),
            indicators=indicators,
            rubric=rubric,
            prerequisites=self._refs(entry, "prerequisites"),
            related=self._refs(entry, "related"),
            themes=self._themes(entry),
            pitfalls=self._pairs(entry, "pitfalls"),
            practice=self._pairs(entry, "practice"),
            exemplars=tuple(self._exemplars(entry)),
            resources=tuple(self._resources(entry)),
            alignments=tuple(self._alignments(entry)),
            source=Pointer(f"competencies/frameworks/{self.framework}/{own}.yml"),
            replaced_by=line(self._text(entry, "replaced_by")) or None,
            code=line(self._text(entry, "code")) or None,
            kept=under(NAME, others),
        )

    def notes(self) -> Iterator[Note]:
        """What was made or put aside on the way."""
        if self._added["domain"]:
            yield Note(
                "domains that only the table names", self._added["domain"], "added, in the order of the table"
            )
        if self._added["set"]:
            yield Note("sets that only the table names", self._added["set"], "added")
        if self._added["other"]:
            where = "kept in the files under kept: sheet:, and written back on export"
            yield Note("cells of columns that nobody knows", self._added["other"], where)

    def _text(self, entry: Entry, key: str) -> str:
        return self.known.cell(entry.row, key)

    def _all(self, entry: Entry, key: str) -> str:
        """A column that may hold lists: all lines of all rows, each once (merged cells repeat them)."""
        found = [each for _, row in entry.rows for each in cells.lines(self.known.cell(row, key))]
        return "\n".join(dict.fromkeys(found))

    def _rows(self, entry: Entry) -> tuple[dict[str, str], Rubric]:
        ids = Ids()
        indicators: dict[str, str] = {}
        criteria: dict[str, Criterion] = {}
        for number, row in entry.rows:
            name, text = self.known.cell(row, "criterion"), prose(self.known.cell(row, "indicator"))
            words = {level: prose(at(row, position)) for level, position in self.known.levels.items()}
            described = {level: told for level, told in words.items() if told}
            if not (name or text or described):
                continue
            own = ids.take(name, " ".join(text.split()[:_WORDS]), otherwise="criterion")
            if is_identifier(name) and own != name:
                self._trouble(
                    number, "criterion", f"'{name}' stands there twice", "give each criterion its own name"
                )
            if text:
                indicators[own] = text
            elif not described:
                indicators[own] = prose(name)
            if described:
                self._described(number, words)
                ranked = {each.id: described[each.id] for each in self.scale if each.id in described}
                criteria[own] = Criterion(own, own.replace("-", " ").capitalize(), ranked)
        return indicators, Rubric(criteria)

    def _described(self, number: int, words: Mapping[str, str]) -> None:
        """A criterion is described at every level, and no two levels say the same."""
        seen: dict[str, str] = {}
        for level in self.scale:
            told = words.get(level.id, "")
            if not told:
                self._trouble(
                    number, level.title, "this level is not described", "describe every level, or none"
                )
            elif told.casefold() in seen:
                why = f"it says the same as '{seen[told.casefold()]}'"
                self._trouble(number, level.title, why, "say what is different at this level")
            seen.setdefault(told.casefold(), level.title)

    def _domain(self, cell: str) -> str | None:
        name = line(cell)
        if not name:
            return None
        for each in self.head.domains:
            if name == each.id:
                return each.id
        for each in self.head.domains:
            if name.casefold() == each.title.casefold():
                return each.id
        self._added["domain"] += 1
        chosen = Ids(*(each.id for each in self.head.domains)).take(name, otherwise="domain")
        self.head.domains.append(Domain(chosen, name))
        return chosen

    def _set(self, cell: str) -> str:
        name = line(cell)
        for each in self.head.sets:
            if name == each.id or name.casefold() == each.title.casefold():
                return each.id
        self._added["set"] += 1
        chosen = Ids(*(each.id for each in self.head.sets)).take(name, otherwise="set")
        self.head.sets.append(CompetencySet(chosen, name))
        return chosen

    def _refs(self, entry: Entry, key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(line(each) for each in cells.names(self._all(entry, key)) if line(each)))

    def _themes(self, entry: Entry) -> tuple[str, ...]:
        found = [identifier(each) for each in cells.names(self._all(entry, "themes"))]
        return tuple(dict.fromkeys(each for each in found if each))

    def _pairs(self, entry: Entry, key: str) -> dict[str, str]:
        ids = Ids()
        found: dict[str, str] = {}
        for each in cells.lines(self._all(entry, key)):
            pair = _PAIR.fullmatch(each)
            own, text = (pair["id"], pair["text"]) if pair and is_identifier(pair["id"]) else ("", each)
            if prose(text):
                found[ids.take(own, " ".join(text.split()[:_WORDS]), otherwise=key)] = prose(text)
        return found

    def _exemplars(self, entry: Entry) -> Iterator[Exemplar]:
        for parts in self._linked(entry, "exemplars"):
            title, url, kind, *more = (*parts, "", "")[: max(4, len(parts))]
            yield Exemplar(line(title), url, line(kind) or "link", prose(" ".join(more)) or None)

    def _resources(self, entry: Entry) -> Iterator[Resource]:
        for title, url, *_ in self._linked(entry, "resources"):
            yield Resource(line(title), url)

    def _linked(self, entry: Entry, key: str) -> Iterator[list[str]]:
        for each in cells.lines(self._all(entry, key)):
            parts = cells.parts(each)
            if len(parts) == 1:
                parts = [each, each]
            if line(parts[0]) and _is_address(parts[1]):
                yield parts
            else:
                why = f"'{line(each)[:60]}' names no web address"
                self._trouble(entry.number, key, why, "write: title | https://…")

    def _alignments(self, entry: Entry) -> Iterator[Alignment]:
        for each in cells.lines(self._all(entry, "alignments")):
            parts = [line(part) for part in cells.parts(each)]
            if len(parts) == 3 and all(parts) and parts[2].lower() in RELATIONS:
                yield Alignment(parts[0], parts[1], parts[2].lower())
            else:
                hint = "write: framework | competency there | exact (or broader, narrower, related)"
                self._trouble(entry.number, "alignments", f"'{line(each)[:60]}' cannot be read", hint)

    def _trouble(self, number: int, key: str, why: str, hint: str) -> None:
        self.head.troubles.append(Trouble(self._place(number, key), why, hint))

    def _place(self, number: int, key: str) -> str:
        return f"{self.where}row {number}, column '{_HEADERS.get(key, key)}'"


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", text)
        )
    except ValueError:
        return False
