"""Moodle's files of competency frameworks (CSV)."""

from __future__ import annotations

from proofolio.adapters.interchange.delimited import Records, fits_any, table, written
from proofolio.adapters.interchange.format import Format
from proofolio.core.converting.imported import Imported, warned
from proofolio.core.converting.moodle.read import read
from proofolio.core.converting.moodle.row import is_header, ordered_as_exported
from proofolio.core.converting.moodle.write import write
from proofolio.core.converting.report import Report
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework


class _Moodle:
    name = "moodle"
    title = "Moodle competency framework (CSV)"
    suffix = ".csv"

    def recognises(self, data: bytes) -> bool:
        return fits_any(data, _fits)

    def read(self, data: bytes) -> tuple[Imported, ...]:
        found = table(data, _fits)
        return warned(read(found.records), found.warnings)

    def write(self, framework: Framework, _district: District) -> tuple[bytes, Report]:
        records, report = write(framework)
        return written(records, mark=False), report


def _fits(records: Records) -> bool:
    return bool(records) and (is_header(records[0]) or bool(ordered_as_exported(records)))


MOODLE: Format = _Moodle()
