"""Mahara's SmartEvidence files (.matrix)."""

from __future__ import annotations

from proofolio.adapters.interchange.format import Format
from proofolio.adapters.interchange.json_text import looks_like_json, parsed, written
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.mahara.matrix import is_matrix
from proofolio.core.converting.mahara.read import read
from proofolio.core.converting.mahara.write import write
from proofolio.core.converting.report import Report
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework


class _Mahara:
    name = "mahara"
    title = "Mahara SmartEvidence"
    suffix = ".matrix"

    def recognises(self, data: bytes) -> bool:
        try:
            return looks_like_json(data) and is_matrix(parsed(data))
        except Unreadable:
            return False

    def read(self, data: bytes) -> tuple[Imported, ...]:
        return read(parsed(data))

    def write(self, framework: Framework, _district: District) -> tuple[bytes, Report]:
        data, report = write(framework)
        return written(data), report


MAHARA: Format = _Mahara()
