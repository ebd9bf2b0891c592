from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.converting.frameworks import frameworks

from proofolio.adapters.interchange.formats import FORMATS, format_of
from proofolio.adapters.interchange.spreadsheet import CSV, WORKBOOK, template
from proofolio.core.converting.sheet.guide import example
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework

NOWHERE = District(None, {}, {}, {}, {}, {}, {}, {})
SMALL = "Framework,Ours\nLevels,Low,High *\n\nTitle,Statement\nTeach well,So that people learn\n"


def book(fill: Any) -> bytes:
    made = openpyxl.Workbook()
    fill(made, made.active)
    into = io.BytesIO()
    made.save(into)
    return into.getvalue()


def small(sheet: Any) -> None:
    for row in (
        ("Framework", "Ours"),
        ("Levels", "Low", "High *"),
        (),
        ("Title", "Domain", "Code"),
        ("Teach", "D", "1"),
    ):
        sheet.append(row)


@settings(max_examples=8, deadline=None)
@given(frameworks())
def test_both_kinds_hold_a_whole_framework(framework: Framework) -> None:
    for each in (CSV, WORKBOOK):
        data, _ = each.write(framework, NOWHERE)
        assert format_of(data) is each
        (found,) = each.read(data)
        assert found.framework == framework


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_template_is_an_example_that_can_be_read(kind: str) -> None:
    (found,) = format_of(template(kind, example())).read(template(kind, example()))
    assert found.framework == example()
    assert not found.report.warnings


@pytest.mark.parametrize(
    ("data", "warnings"),
    [
        (SMALL.encode(), 0),
        (b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode(), 0),
        (SMALL.replace(",", ";").encode(), 0),
        (SMALL.replace(",", "\t").encode(), 0),
        (SMALL.encode("utf-16"), 0),
        (SMALL.replace("Ours", "Ours é").encode("cp1252"), 1),
    ],
)
def test_text_of_any_program(data: bytes, warnings: int) -> None:
    (found,) = format_of(data).read(data)
    assert list(found.framework.competencies) == ["teach-well"]
    assert found.framework.title.startswith("Ours")
    assert len(found.report.warnings) == warnings


def test_excel_and_its_ways() -> None:
    def fill(made: Any, sheet: Any) -> None:
        small(sheet)
        sheet["C5"] = date(2026, 2, 1)
        sheet.append(["Teach more", None, 1.5])
        sheet.append(["Teach most", None, 2.0])
        sheet.merge_cells("B5:B6")
        sheet["D5"] = "=1+1"
        hidden = made.create_sheet("Secret")
        hidden.sheet_state = "hidden"
        small(hidden)
        made.create_sheet("Notes").append(["just", "words"])

    (found,) = WORKBOOK.read(book(fill))
    made = found.framework.competencies
    assert {key: each.code for key, each in made.items()} == {
        "teach": "2026-02-01",
        "teach-more": "1.5",
        "teach-most": "2",
    }
    assert [each.domain for each in made.values()] == ["d", "d", None]
    told = "\n".join(found.report.warnings)
    for each in ("'Secret' is hidden", "'Notes' holds no framework", "C5 into a date", "merged", "formula"):
        assert each in told


def test_two_sheets_are_two_frameworks_and_their_troubles_name_the_sheet() -> None:
    def fill(made: Any, sheet: Any) -> None:
        small(sheet)
        small(made.create_sheet("More"))

    found = WORKBOOK.read(book(fill))
    assert [each.framework.id for each in found] == ["ours", "ours-2"]

    def broken(made: Any, sheet: Any) -> None:
        fill(made, sheet)
        made["More"]["A5"] = None

    with pytest.raises(Unreadable) as caught:
        WORKBOOK.read(book(broken))
    assert caught.value.troubles[0].where == "sheet 'More', row 5, column 'Title'"


def _bomb() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 70 * 1024 * 1024)
    return into.getvalue()


def _entities() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr(
            "xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
        )
    return into.getvalue()


def _other() -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return into.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (_bomb(), "unpacks to more"),
        (_entities(), "entities"),
        (_other(), "no Excel workbook"),
        (b"PK\x03\x04rubbish", "damaged"),
        (b"\xd0\xcf\x11\xe0rest", "old kind"),
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"x" * (20 * 1024 * 1024 + 1), "more than 20 MiB"),
        (b"hello", "nothing here reads"),
        (b'{"framework": ', "line 1"),
        (b'{"a": 1, "a": 2}', "stands twice"),
        (b'{"framework": {"name": "\\ud800"}}', "half of a character"),
        (b'{"framework": {"name": "N", "standards": [], "x": [123456789012345678]}}', "$.framework.x[0]"),
        (b'{"framework": 1e999}', "so many digits"),
        (b"[" * 100_000, "nested too deeply"),
        (b"a\x00b", "this is no text"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as caught:
        format_of(data).read(data)
    assert why in str(caught.value)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_nothing_breaks_a_reader(data: st.DataObject) -> None:
    """Damaged files of every format end in words, or in a framework."""
    name = data.draw(st.sampled_from(list(FORMATS)))
    whole = WHOLE.setdefault(name, FORMATS[name].write(example(), NOWHERE)[0])
    at = data.draw(st.integers(0, len(whole)))
    rest = data.draw(st.sampled_from([whole[at:], whole[at + 1 :], whole[at + 40 :], b""]))
    damaged = whole[:at] + data.draw(st.binary(max_size=3)) + rest
    with contextlib.suppress(Unreadable, ProofolioError):
        assert FORMATS[name].read(damaged)


WHOLE: dict[str, bytes] = {}


def test_a_first_line_may_say_what_parts_the_cells() -> None:
    (found,) = CSV.read(("sep=;\r\n" + SMALL.replace(",", ";")).encode())
    assert list(found.framework.competencies) == ["teach-well"]


def test_a_cell_may_hold_a_picture() -> None:
    (found,) = CSV.read(SMALL.replace("So that", "x" * 200_000).encode())
    assert len(found.framework.competencies["teach-well"].statement) > 200_000


def test_a_quotation_mark_that_never_closes_is_told_with_its_line() -> None:
    with pytest.raises(Unreadable) as caught:
        format_of(b'Name,Text\nx,"y\nz,w\n')
    assert caught.value.troubles[0].where == "line 2"


def test_entities_are_found_in_utf_16_too() -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("xl/workbook.xml", '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>'.encode("utf-16"))
    with pytest.raises(Unreadable, match="entities"):
        WORKBOOK.read(into.getvalue())


@pytest.mark.parametrize("place", [(1, 301), (20_002, 1)])
def test_no_cell_is_left_out_without_a_word(place: tuple[int, int]) -> None:
    def fill(_: Any, sheet: Any) -> None:
        small(sheet)
        sheet.cell(*place).value = "far away"

    with pytest.raises(Unreadable, match="more than 20,001 rows or 300 columns"):
        WORKBOOK.read(book(fill))
