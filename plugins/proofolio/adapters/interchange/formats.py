"""Every format of frameworks, and which of them a file is of: told by what is in it, not by its name."""

from __future__ import annotations

from proofolio.adapters.interchange.case import CASE
from proofolio.adapters.interchange.delimited import must_be_parted
from proofolio.adapters.interchange.format import Format
from proofolio.adapters.interchange.json_text import looks_like_json, parsed
from proofolio.adapters.interchange.mahara import MAHARA
from proofolio.adapters.interchange.moodle import MOODLE
from proofolio.adapters.interchange.size import must_be_small
from proofolio.adapters.interchange.spreadsheet import CSV, WORKBOOK
from proofolio.adapters.interchange.workbook import is_workbook
from proofolio.core.converting.trouble import Trouble, Unreadable

FORMATS: dict[str, Format] = {each.name: each for each in (CASE, MAHARA, MOODLE, CSV, WORKBOOK)}


def format_of(data: bytes) -> Format:
    """The format of a file. Raises ``Unreadable`` for one that none of them knows."""
    must_be_small(data)
    for each in FORMATS.values():
        if each.recognises(data):
            return each
    if looks_like_json(data):
        parsed(data)  # a slip in it has its own place and words
    elif not is_workbook(data):
        must_be_parted(data)  # the same for a quotation mark that is never closed
    known = ", ".join(each.title for each in FORMATS.values())
    raise Unreadable(
        [Trouble("", "nothing here reads this file", f"known are: {known}; --as names one of them")]
    )
