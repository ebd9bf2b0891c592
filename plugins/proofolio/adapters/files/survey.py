"""Surveys with their answers: the questions from one file, what was answered from the table beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from proofolio.adapters.files.csv_reader import Cell, Table, read_csv
from proofolio.adapters.files.documents.survey import SurveyDocument
from proofolio.adapters.files.places import Kind
from proofolio.adapters.files.sheet import Sheet
from proofolio.adapters.files.shelf import FILE, Shelf
from proofolio.adapters.files.text import decode
from proofolio.adapters.files.tree import SourceFile
from proofolio.core.diagnostics.finding import Finding, Related
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rules import reading
from proofolio.core.diagnostics.rules.survey import (
    ANSWERED_TWICE,
    ANSWERS_WITHOUT_SURVEY,
    MALFORMED_CSV,
    MISSING_COLUMN,
    UNKNOWN_ANSWER,
    UNKNOWN_COLUMN,
)
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words, nearest
from proofolio.core.model.survey import Answer, Moment, Survey

MOST_TOLD = 50
"""Findings of one table: whoever exported it wrongly has the same trouble in every row."""
RESPONDENT, MOMENT = "respondent", "moment"
_MOMENTS = tuple(each.value for each in Moment)


def load_surveys(shelf: Shelf) -> dict[str, Survey]:
    """Every survey by id. One whose answers cannot be read has none, and a finding says why."""
    surveys: dict[str, Survey] = {}

    def build(name: str, document: SurveyDocument, sheet: Sheet) -> None:
        file = shelf.by_kind[Kind.SURVEY_ANSWERS].get((name,))
        answers = _answers(shelf, file, document) if file else ()
        answered = Pointer(file.path) if file else None
        surveys[name] = document.model(name, Pointer(sheet.file), answers, answered)

    shelf.each(Kind.SURVEY, SurveyDocument, build)
    for (name,), file in shelf.by_kind[Kind.SURVEY_ANSWERS].items():
        if name not in surveys and name not in shelf.broken[Kind.SURVEY.value]:
            wanted = f"{file.path.removesuffix('.csv')}.yml"
            if wanted not in shelf.broken[FILE]:
                idle = [key for key, each in surveys.items() if each.answered is None]
                near = nearest(name, idle)
                hint = f"rename the file to {near}.csv" if near else None
                message = f"there is no survey '{name}'"
                finding = Finding(ANSWERS_WITHOUT_SURVEY, message, Pointer(file.path), hint)
                shelf.findings.append(finding)
            shelf.broken_paths.add(file.path)
    return surveys


def _answers(shelf: Shelf, file: SourceFile, survey: SurveyDocument) -> tuple[Answer, ...]:
    """What a table says; nothing when something is wrong with it."""
    if file.data is None:  # too large, and said so
        shelf.broken_paths.add(file.path)
        return ()
    text = decode(file.data, file.path)
    table = text if isinstance(text, Finding) else read_csv(text, file.path)
    if isinstance(table, Finding):
        shelf.findings.append(table)
        shelf.broken_paths.add(file.path)
        return ()
    reader = _Reader(survey, table, file.path)
    answers = reader.answers()
    shelf.findings.extend(few(reader.findings))
    if reader.findings:
        shelf.broken_paths.add(file.path)
    return answers


def few(findings: list[Finding]) -> list[Finding]:
    """The first findings of one table; the last of them says how many more there are."""
    if len(findings) <= MOST_TOLD:
        return findings
    last = findings[MOST_TOLD - 1]
    more = f"{last.message} ({len(findings) - MOST_TOLD} more findings in this table are not told)"
    return [*findings[: MOST_TOLD - 1], replace(last, message=more)]


class _Reader:
    """Reads one table. No finding repeats what stands in a cell: it may say who answered."""

    def __init__(self, survey: SurveyDocument, table: Table, file: str) -> None:
        self.survey, self.table, self.file = survey, table, file
        self.findings: list[Finding] = []
        self.off_scale: dict[tuple[str, str], list[Cell]] = defaultdict(list)
        self.known = (RESPONDENT, MOMENT, *survey.items)
        self.places = {_folded(word): at for at, word in enumerate(survey.scale, 1)}

    def answers(self) -> tuple[Answer, ...]:
        """Every row as an answer; ``findings`` then holds what is wrong."""
        columns = self._columns()
        if self.findings:
            return ()
        answers = tuple(self._rows(columns))
        for (_, text), cells in self.off_scale.items():
            more = len(cells) - 1
            message = "this answer is not on the scale"
            if more:
                message += f" (nor are {more} more that say the same)" if more > 1 else " (nor is one more)"
            near = did_you_mean(text, self.survey.scale)
            words = ", ".join(self.survey.scale)
            hint = near or f"write 1 to {len(self.survey.scale)}, or one of: {words}"
            self.findings.append(Finding(UNKNOWN_ANSWER, message, cells[0].where, hint))
        self._twice(answers)
        return answers

    def _columns(self) -> Mapping[str, int]:
        """Where each column is."""
        head = self.table.head
        names = [each.text for each in head]
        where = head[0].where if head else Pointer(self.file)
        if not {RESPONDENT, MOMENT} & set(names):
            message = "the first row does not hold the headings" if head else "the file is empty"
            hint = f"begin with a row {','.join(self.known)}"
            self.findings.append(Finding(MALFORMED_CSV, message, where, hint))
            return {}
        meant = set()
        for at, each in enumerate(head):
            if each.text in names[:at] and each.text:
                self.findings.append(Finding(UNKNOWN_COLUMN, "this heading stands twice", each.where))
            elif each.text not in self.known:
                near = self._meant(each.text)
                meant.add(near)
                hint = f"did you mean {near}?" if near else known_words(self.known)
                message = "this column is no item of the survey" if each.text else "a column without heading"
                self.findings.append(Finding(UNKNOWN_COLUMN, message, each.where, hint))
        self.findings.extend(
            Finding(MISSING_COLUMN, f"the column '{each}' is missing", where, f"add {each} to the headings")
            for each in self.known
            if each not in names and each not in meant
        )
        return {name: at for at, name in enumerate(names)}

    def _meant(self, heading: str) -> str | None:
        """The column that a heading was meant to be: form tools head a column with the question itself."""
        asked = {_folded(each.text): key for key, each in self.survey.items.items()}
        return asked.get(_folded(heading)) or nearest(heading, self.known)

    def _rows(self, columns: Mapping[str, int]) -> Iterator[Answer]:
        for row in self.table.rows:
            respondent, moment = row[columns[RESPONDENT]], row[columns[MOMENT]]
            if not respondent.text:
                message = "this row does not say whose answers these are"
                hint = "write a code that pairs somebody's two rows, and is no name"
                self.findings.append(Finding(MALFORMED_CSV, message, respondent.where, hint))
            if _folded(moment.text) not in _MOMENTS:
                near = did_you_mean(moment.text, _MOMENTS)
                hint = f"{near} (allowed: before, after)" if near else "allowed: before, after"
                self.findings.append(Finding(reading.UNKNOWN_VALUE, "unknown moment", moment.where, hint))
                continue
            values = {key: self._value(key, row[columns[key]]) for key in self.survey.items}
            given = {key: value for key, value in values.items() if value is not None}
            yield Answer(_folded(respondent.text), Moment(_folded(moment.text)), given, respondent.where)

    def _value(self, item: str, cell: Cell) -> int | None:
        """The place on the scale of an answer, by number or by word; None for no answer."""
        if not cell.text:
            return None
        by_word = self.places.get(_folded(cell.text))
        if by_word is not None:
            return by_word
        if cell.text in map(str, range(1, len(self.survey.scale) + 1)):
            return int(cell.text)
        self.off_scale[item, _folded(cell.text)].append(cell)
        return None

    def _twice(self, answers: tuple[Answer, ...]) -> None:
        first: dict[tuple[str, Moment], Answer] = {}
        for each in answers:
            known = first.setdefault((each.respondent, each.moment), each)
            if known is not each and each.respondent:
                message = f"this respondent's answers {each.moment.value} stand here twice"
                related = (Related(known.where, "the other ones"),)
                self.findings.append(Finding(ANSWERED_TWICE, message, each.where, None, related))


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
