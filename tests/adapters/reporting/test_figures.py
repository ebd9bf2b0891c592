"""CSV and JSON say what the report says, and a spreadsheet runs none of it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
from tests.core.figuring.districts import INTERNAL, PUBLIC, award, by_chance, nobody, person, with_awards

from proofolio.adapters.reporting.figures_csv import report_csv, report_tables
from proofolio.adapters.reporting.figures_json import report_json
from proofolio.adapters.reporting.figures_text import report_text
from proofolio.core.figuring.report import report
from proofolio.core.model.figures import Slice


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize("audience", [PUBLIC, INTERNAL])
def test_csv_and_json_hold_the_same_figures(audience: str) -> None:
    found = report(replace(by_chance(4, 30), audience=audience))
    table = {
        (each["organization"], each["period"], each["framework"], each["figure"]): each
        for each in rows(report_csv(found))
    }
    data = json.loads(report_json(found))
    from_json = {
        (part["organization"], part["period"], part["framework"], name): value
        for part in data["slices"]
        for name, value in part["figures"].items()
    }
    assert table.keys() == from_json.keys()
    assert len(table) == len(found.figures)
    for each in found.figures:
        key = (each.slice.organization, each.slice.period, each.slice.framework, each.measure.id)
        assert from_json[key]["value"] == each.value
        assert from_json[key].get("suppressed", False) is each.suppressed
        assert table[key]["value"] == (
            "" if each.value is None else f"{each.value:.2f}".rstrip("0").rstrip(".")
        )
        assert table[key]["suppressed"] == str(each.suppressed).lower()
        assert table[key]["definition"] == each.measure.definition
        assert table[key]["as_of"] == "2026-11-22"


def test_what_is_suppressed_has_no_value_anywhere() -> None:
    found = report(by_chance(4, 30))
    assert any(each.suppressed for each in found.figures)
    for name, text in report_tables(found).items():
        for each in rows(text):
            if each.get("suppressed") == "true":
                told = [
                    each.get(key, "") for key in ("value", "of" if name == "figures.csv" else "value", "n")
                ]
                assert not any(told), (name, each)
    assert "inside" not in json.loads(report_json(found))


def test_the_same_figures_make_the_same_bytes() -> None:
    one, two = (report(replace(by_chance(7, 25), audience=INTERNAL)) for _ in range(2))
    backwards = by_chance(7, 25)
    three = report(replace(backwards, audience=INTERNAL, awards=backwards.awards[::-1]))
    assert report_json(one) == report_json(two) == report_json(three)
    assert report_tables(one) == report_tables(two)


def test_no_name_is_a_formula() -> None:
    facts = with_awards(
        replace(
            nobody(INTERNAL),
            organizations={"east": ("=1+1", None), "west": ("@West", None)},
            people=(replace(person("ada", "east"), name="=HYPERLINK(0)"), person("ben", "west")),
        ),
        [award("ada", "asking", date(2026, 2, 2))],
    )
    for text in report_tables(report(facts)).values():
        for line in csv.reader(io.StringIO(text)):
            assert not [cell for cell in line if cell.startswith(("=", "@", "+"))]


def test_the_summary_says_figures_with_their_meaning() -> None:
    found = report(replace(by_chance(4, 30), audience=INTERNAL))
    text = report_text(found)
    assert "30  People enrolled" in text
    assert "East School" in text
    assert "East School" not in report_text(found, Slice("west")).partition("By organisation")[2]
    public = report_text(report(by_chance(4, 30)))
    assert "not shown" in public
    assert "fewer than 5 people" in public
