"""A framework on a sheet as ours. Everything that is wrong is told at once, by row and column."""

from __future__ import annotations

from collections.abc import Sequence

from proofolio.core.converting.identify import DEVICES, Ids, identifier
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.plain import line, prose
from proofolio.core.converting.report import Note, Report
from proofolio.core.converting.scale import STANDARD, STANDARD_NOTE
from proofolio.core.converting.sheet.cells import unsafe
from proofolio.core.converting.sheet.competency import Maker
from proofolio.core.converting.sheet.head import Head, Row, read_head
from proofolio.core.converting.sheet.layout import REMARK, head_key, is_table
from proofolio.core.converting.sheet.table import columns, entries
from proofolio.core.converting.sorting import ordered
from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.framework import Framework, Provenance

LIMIT = 20_000


def read(grid: Sequence[Sequence[str]], sheet: str = "", taken: Ids | None = None) -> tuple[Imported, ...]:
    """The frameworks on one sheet; ``sheet`` is its name, for messages. Raises ``Unreadable``."""
    where = f"sheet '{sheet}', " if sheet else ""
    if len(grid) > LIMIT:
        raise Unreadable([Trouble(where, f"there are {len(grid)} rows (at most {LIMIT})", "split the sheet")])
    rows = [
        (number, [unsafe(each) for each in row])
        for number, row in enumerate(grid, 1)
        if any(each.strip() for each in row) and not row[0].lstrip().startswith(REMARK)
    ]
    starts = [at for at, (_, row) in enumerate(rows) if head_key(row[0]) == "title"]
    if not starts and any(is_table(row) for _, row in rows):
        starts = [0]
    if not starts:
        hint = "write one with: proofolio import --template csv FILE"
        raise Unreadable([Trouble(where.rstrip(", "), "no row begins with “Framework”", hint)])
    ids = taken or Ids(*DEVICES)
    found: list[Imported] = []
    troubles: list[Trouble] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        try:
            found.append(_framework(rows[start:end], where, ids))
        except Unreadable as error:
            troubles.extend(error.troubles)
    if troubles:
        raise Unreadable(troubles)
    return tuple(found)


def _framework(rows: Sequence[Row], where: str, ids: Ids) -> Imported:
    top = next((at for at, (_, row) in enumerate(rows) if is_table(row)), None)
    above = [(number, row) for number, row in rows[:top] if any(row)]
    head = read_head(above, where)
    if top is None:
        hint = "a row must name the columns: Competency id, Title, Statement, Criterion and so on"
        raise Unreadable(
            [*head.troubles, Trouble(f"{where}row {rows[0][0]}", "there is no table below", hint)]
        )
    known = columns(rows[top], head, where)
    own = ids.take(head.texts.get("id", ""), head.texts.get("title", ""), otherwise="framework")
    given = head.levels
    scale = given or STANDARD
    maker = Maker(own, head, known, scale, where)
    body = entries(rows[top + 1 :], known)
    for each in body:
        maker.name(each)
    competencies = [maker.competency(each) for each in body]
    if not body:
        head.troubles.append(Trouble(f"{where}row {rows[top][0]}", "there is no competency below this row"))
    if head.troubles:
        raise Unreadable(head.troubles)
    framework = Framework(
        id=own,
        title=line(head.texts.get("title", "")) or own.replace("-", " ").capitalize(),
        version=line(head.texts.get("version", "")) or "1",
        vision=prose(head.texts.get("vision", "")),
        levels=scale,
        domains=tuple(head.domains),
        sets=tuple(head.sets),
        provenance=_provenance(head),
        competencies=ordered(competencies, head.domains),
        source=Pointer(f"competencies/frameworks/{own}/framework.yml"),
        description=prose(head.texts.get("description", "")),
    )
    return Imported(framework, _report(framework, head, maker, rows[top + 1 :], bool(given)))


def _provenance(head: Head) -> Provenance | None:
    title, publisher, url, licence = (
        line(head.texts.get(key, "")) or None for key in ("source", "publisher", "url", "licence")
    )
    return Provenance(title, publisher, url, licence) if title or publisher or url or licence else None


def _report(framework: Framework, head: Head, maker: Maker, rows: Sequence[Row], scaled: bool) -> Report:
    every = framework.competencies.values()
    held = {"rows": len(rows), "competencies": maker.entries}
    made = {
        "frameworks": 1,
        "domains": len(framework.domains),
        "competencies": len(every),
        "indicators": sum(len(each.indicators) for each in every),
        "rubric criteria": sum(len(each.rubric.criteria) for each in every),
        "levels": len(framework.levels),
        "sets": len(framework.sets),
    }
    notes = []
    if not scaled:
        notes.append(STANDARD_NOTE)
    if not head.texts.get("version"):
        notes.append(
            Note("the sheet has no version", 1, 'the framework has version "1"; change it in framework.yml')
        )
    if head.texts.get("id") and identifier(head.texts["id"]) != head.texts["id"]:
        notes.append(Note("the framework's id was no id", 1, f"it is '{framework.id}'"))
    notes.extend(maker.notes())
    return Report(held, made, tuple(notes), tuple(head.warnings))
