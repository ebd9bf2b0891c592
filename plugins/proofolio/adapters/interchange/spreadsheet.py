"""A framework on a sheet: as CSV, or as an Excel workbook."""

from __future__ import annotations

from proofolio.adapters.interchange.delimited import Records, fits_any, table, written
from proofolio.adapters.interchange.format import Format
from proofolio.adapters.interchange.workbook import is_workbook, read_workbook, write_workbook
from proofolio.core.converting.identify import Ids
from proofolio.core.converting.imported import Imported, warned
from proofolio.core.converting.report import Report
from proofolio.core.converting.sheet.guide import guide, remarks
from proofolio.core.converting.sheet.layout import is_sheet
from proofolio.core.converting.sheet.read import read
from proofolio.core.converting.sheet.write import write
from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework

_GUIDE = "How to fill it in"


class _Csv:
    name = "csv"
    title = "Spreadsheet (CSV)"
    suffix = ".csv"

    def recognises(self, data: bytes) -> bool:
        return fits_any(data, _fits)

    def read(self, data: bytes) -> tuple[Imported, ...]:
        found = table(data, _fits)
        return warned(read(found.records), found.warnings)

    def write(self, framework: Framework, _district: District) -> tuple[bytes, Report]:
        grid, report = write(framework)
        return written(grid, mark=True), report


class _Workbook:
    name = "xlsx"
    title = "Spreadsheet (Excel workbook)"
    suffix = ".xlsx"

    def recognises(self, data: bytes) -> bool:
        return is_workbook(data)

    def read(self, data: bytes) -> tuple[Imported, ...]:
        found = read_workbook(data)
        ids = Ids()
        imported: list[Imported] = []
        warnings = list(found.warnings)
        troubles: list[Trouble] = []
        sheets = [each for each in found.sheets if each.title != _GUIDE and is_sheet(each.grid)]
        warnings += [
            f"sheet '{each.title}' holds no framework, so it is left out"
            for each in found.sheets
            if each not in sheets and each.title != _GUIDE and any(map(any, each.grid))
        ]
        if not sheets:
            hint = "the first cell of a sheet must be “Framework”; --template xlsx writes one to start from"
            raise Unreadable([Trouble("", "no sheet holds a framework", hint)])
        for each in sheets:
            try:
                name = each.title if len(sheets) > 1 else ""
                imported.extend(warned(read(each.grid, name, ids), each.warnings))
            except Unreadable as error:
                troubles.extend(error.troubles)
        if troubles:
            raise Unreadable(troubles)
        return warned(imported, warnings)

    def write(self, framework: Framework, _district: District) -> tuple[bytes, Report]:
        grid, report = write(framework)
        return write_workbook(((framework.title, grid), (_GUIDE, guide()))), report


def template(name: str, example: Framework) -> bytes:
    """A filled example to start from, with what each row and column is for."""
    grid, _ = write(example)
    if name == "csv":
        return written([*remarks(), *grid], mark=True)
    return write_workbook(((example.title, grid), (_GUIDE, guide())))


def _fits(records: Records) -> bool:
    return is_sheet(records)


CSV: Format = _Csv()
WORKBOOK: Format = _Workbook()
