"""The page of figures: whatever somebody chooses, each number is the one in the files."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from tests.e2e.browse import DESKTOP, NARROWEST, PAGES, expect, open_page
from tests.e2e.paper import printed

from proofolio.core.language.say import number

pytestmark = pytest.mark.slow

HIDDEN, NOTHING = "not shown", "–"
READ = """() => {
  const words = (each) => each.textContent.trim().replace(/\\s+/g, " ");
  const seen = (each) => !each.closest("[hidden]");
  // What somebody sees: a fold that is merely closed counts, a part that is hidden does not.
  const shown = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const cell = (row, name) => {
    const found = row.querySelector(`[data-pf-cell=${name}]`);
    return seen(found) ? words(found) : null;
  };
  const group = "[data-pf-framework]:not([hidden])";
  const cells = (row) => [...row.querySelectorAll("[data-pf-cell]")].filter(seen);
  const told = (row) => cells(row).map((each) => [each.dataset.pfCell, words(each)]);
  const part = (card, name) => card.querySelector(`[data-pf-${name}]`);
  const stats = shown("[data-pf-measure]");
  const shares = stats.filter((each) => !part(each, "of").hidden);
  return {
    stats: Object.fromEntries(stats.map((each) => [each.dataset.pfMeasure, words(part(each, "text"))])),
    of: Object.fromEntries(shares.map((each) => [each.dataset.pfMeasure, words(part(each, "of"))])),
    ranking: shown("[data-pf-ranking] tbody tr").map((row) => [row.dataset.pfKey, cell(row, "value")]),
    trend: Object.fromEntries(shown("[data-pf-step]").map((row) => [
      row.dataset.pfStep, Object.fromEntries(told(row)),
    ])),
    cover: Object.fromEntries(shown(`${group} [data-pf-cover]`).map((row) => [
      row.dataset.pfCover, [cell(row, "value"), cell(row, "n")],
    ])),
    competencies: Object.fromEntries(shown(`${group} [data-pf-competency]`).map((row) => [
      row.dataset.pfCompetency, cell(row, "n"),
    ])),
    ledger: shown("[data-pf-ledger] tbody tr").map((row) => words(row.querySelector("th a"))),
    surveys: shown("[data-pf-survey]").map((each) => [...each.querySelectorAll("[data-pf-item]")].map(
      (row) => [row.dataset.pfItem, ...cells(row).map(words)],
    )),
  };
}"""


@pytest.fixture(scope="module")
def data(site: Path) -> dict[str, Any]:
    """``figures.json``."""
    found: dict[str, Any] = json.loads((site / "figures" / "figures.json").read_text("utf-8"))
    return found


@pytest.fixture(scope="module")
def rows(site: Path) -> dict[tuple[str, str, str, str], dict[str, str]]:
    """``figures.csv`` by measure, organisation, period and framework."""
    with (site / "figures" / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        names = ("figure", "organization", "period", "framework")
        return {tuple(row[each] for each in names): row for row in csv.DictReader(file)}  # type: ignore[misc]


def written(value: float | None, unit: str, suppressed: bool) -> str:
    if suppressed:
        return HIDDEN
    if value is None:
        return NOTHING
    return f"{number(value)}%" if unit == "percent" else number(value)


def tells(figures: Iterable[dict[str, Any]]) -> bool:
    """Whether the files tell any of these figures."""
    return any(each.get("value") is not None for each in figures)


def surveyed(item: dict[str, Any]) -> list[str]:
    """A row of a survey's table, from the file."""
    moved = [number(item[each]) for each in ("up", "same", "down") if item[each] is not None]
    before, after, change = (number(item[each]) for each in ("before", "after", "change"))
    return [item["item"], f"Before {before}", f"After {after}", f"+{change}", *moved, f"of {item['n']}"]


def inside(data: dict[str, Any], organization: str) -> set[str]:
    """An organisation and those that lie within it."""
    found = {organization}
    while more := {
        each["id"] for each in data["organizations"] if each["within"] in found and each["id"] not in found
    }:
        found |= more
    return found


def test_every_choice_shows_what_the_files_say(
    browser: Any, address: str, data: dict[str, Any], rows: dict[tuple[str, str, str, str], dict[str, str]]
) -> None:
    page, trouble = open_page(browser, address + PAGES["figures"])
    units = {each["id"]: each["unit"] for each in data["measures"]}
    fields = {
        each: page.locator(f"[data-pf-narrow] select[name={each}]")
        for each in ("organization", "period", "framework")
    }
    choices = [["", *(each["id"] for each in data[f"{name}s"] if each["id"] != "all")] for name in fields]
    compared = 0
    for chosen in product(*choices):
        for field, value in zip(fields.values(), chosen, strict=True):
            field.select_option(value=value)
        organization, period, framework = chosen[0], chosen[1] or "all", chosen[2]
        where = {"organization": organization, "period": period, "framework": framework}
        labels = [each.locator("option:checked").inner_text().strip() for each in fields.values()]
        wanted = (
            " · ".join(text for text, value in zip(labels, chosen, strict=True) if value) or "All figures"
        )
        figures = next(each for each in data["slices"] if where.items() <= each.items())["figures"]
        steps = [
            each
            for each in data["trend"]
            if (each["organization"], each["framework"]) == (organization, framework)
        ]
        covers = [
            each
            for each in data["coverage"]
            if each["organization"] == organization and framework in ("", each["framework"])
        ]
        ranks = [
            each
            for each in data["ranking"]
            if (each["organization"], each["period"]) == (organization, period)
            and framework in ("", each["framework"])
        ]
        told_at_all = (
            tells(figures.values())
            or any(tells(each["figures"].values()) for each in steps)
            or tells(covers)
            or tells(ranks)
        )
        if not told_at_all:
            wanted += (
                ": figures about people are not shown. Each is about fewer than 5 people, or would give away "
                "such a figure."
            )
        expect(page.locator("[data-pf-told]")).to_have_text(wanted)
        seen = page.evaluate(READ)
        assert bool(seen["stats"]) == tells(figures.values()), chosen
        for measure, text in seen["stats"].items():
            one = figures.get(measure, {})
            assert text == written(one.get("value"), units[measure], one.get("suppressed", False)), (
                chosen,
                measure,
            )
            row = rows.get((measure, organization, period, framework))
            if row is not None:
                told = float(row["value"]) if row["value"] else None
                assert told == one.get("value"), (chosen, measure)
                compared += 1
        if seen["stats"]:
            assert {key: f"of {number(each['of'])}" for key, each in figures.items() if "of" in each} == seen[
                "of"
            ]
        # A list, a column or a group of which the files tell nothing is not shown; everything else is.
        ranked = [
            [f"{each['kind']}/{each['id']}", written(each["value"], "credentials", each["suppressed"])]
            for each in ranks
            if tells(ranks)
        ]
        assert seen["ranking"] == ranked, chosen
        expect(page.locator("[data-pf-none-ranked]")).to_be_visible(visible=not ranks and told_at_all)
        drawn = {name for each in steps for name, one in each["figures"].items() if tells([one])}
        for step in steps:
            if drawn:
                row_seen = seen["trend"][step["step"]["id"]]
                assert set(row_seen) == drawn, chosen
                for measure, text in row_seen.items():
                    one = step["figures"].get(measure, {})
                    assert text == written(one.get("value"), units[measure], one.get("suppressed", False))
        assert bool(seen["trend"]) == bool(drawn), chosen
        covered = {}
        for name in {each["framework"] for each in covers}:
            group = [each for each in covers if each["framework"] == name]
            peopled = any(each["n"] is not None for each in group)
            for each in group if tells(group) else ():
                covered[f"{name}/{each['domain']}"] = [
                    HIDDEN if each["suppressed"] else f"{each['value']} of {each['of']}",
                    written(each["n"], "people", each["suppressed"]) if peopled else None,
                ]
        assert seen["cover"] == covered, chosen
        singles = [each for each in data["competencies"] if each["organization"] == organization]
        telling = {each["framework"] for each in singles if tells([each])}
        single = {
            each["competency"]: written(each["value"], "people", each["suppressed"])
            for each in singles
            if framework in ("", each["framework"]) and each["framework"] in telling
        }
        assert seen["competencies"] == single, chosen
        span = next(each for each in data["periods"] if each["id"] == period)
        measured = [
            each["measure"]
            for each in data["impact"]
            if (not organization or each["organization"] in inside(data, organization))
            and framework in ("", each["framework"])
            and (period == "all" or (each["on"] and span["first"] <= each["on"] <= span["last"]))
        ]
        assert sorted(seen["ledger"]) == sorted(measured), chosen
        asked = [
            [surveyed(one) for one in each["items"]]
            for each in data["surveys"]
            if not organization
            and framework in ("", each["framework"])
            and (period == "all" or span["first"] <= each["after"] <= span["last"])
        ]
        assert seen["surveys"] == asked, chosen
        expect(page.locator("[data-pf-no-survey]")).to_be_visible(visible=not asked)
    page.context.close()
    assert compared > 100
    assert trouble == []


def test_the_line_on_a_micro_credential_leads_to_its_survey(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + PAGES["micro-credential"], NARROWEST)
    page.get_by_role("link", name="Pacing for mastery, 2026").click()
    expect(page.get_by_role("heading", name="Pacing for mastery, 2026")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
    assert trouble == []


def test_a_choice_is_in_the_address_and_comes_back(browser: Any, address: str, data: dict[str, Any]) -> None:
    school = data["organizations"][0]
    page, trouble = open_page(browser, f"{address}{PAGES['figures']}#organization={school['id']}")
    told = page.locator("[data-pf-told]")
    expect(told).to_contain_text(school["title"])
    page.get_by_role("button", name="Show all").click()
    expect(told).to_have_text("All figures")
    assert "#" not in page.url
    page.context.close()
    assert trouble == []


def test_a_column_is_sorted_from_the_keyboard(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["figures"])
    table = page.locator("[data-pf-ledger]")
    head = table.get_by_role("button", name="Learners")
    head.focus()
    page.keyboard.press("Enter")
    column = table.locator("tbody tr > td:nth-child(5)")
    falling = [each.get_attribute("data-value") for each in column.all()]
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "descending"
    page.keyboard.press("Space")
    rising = [each.get_attribute("data-value") for each in column.all()]
    assert table.locator("th[aria-sort]").get_attribute("aria-sort") == "ascending"
    numbers = [float(each) for each in falling if each]
    assert numbers == sorted(numbers, reverse=True)
    assert [float(each) for each in rising if each] == sorted(numbers)
    assert len(numbers) > 5
    blank = len(falling) - len(numbers)
    assert not any(falling[len(numbers) :])
    assert not any(rising[len(rising) - blank :])
    page.context.close()


def test_the_chart_says_what_its_table_says_and_stays_within_the_page(browser: Any, address: str) -> None:
    page, trouble = open_page(browser, address + PAGES["figures"], NARROWEST)
    figure = page.locator("[data-pf-plot]")
    told = figure.locator("td[data-pf-cell]").evaluate_all(
        "cells => cells.filter((each) => each.cellIndex && each.dataset.value !== '' "
        "&& each.closest('table').rows[0].cells[each.cellIndex].dataset.pfDrawn !== undefined).length"
    )
    assert told > 1
    assert figure.locator(".pf-point").count() == told
    box = figure.locator("svg").bounding_box()
    assert box
    assert box["x"] + box["width"] <= NARROWEST[0]
    page.context.close()
    assert trouble == []


def test_without_script_every_table_is_there(browser: Any, address: str, data: dict[str, Any]) -> None:
    page, _ = open_page(browser, address + PAGES["figures"], DESKTOP, java_script_enabled=False)
    assert not page.locator("[data-pf-narrow]").is_visible()
    assert page.locator("[data-pf-step]").first.is_visible()
    assert page.locator("th button").count() == 0
    whole = next(
        each
        for each in data["slices"]
        if (each["organization"], each["period"], each["framework"]) == ("", "all", "")
    )
    assert page.locator("[data-pf-measure]").count() == len(whole["figures"])
    assert page.locator("[data-pf-competency]").count() == len(
        [each for each in data["competencies"] if not each["organization"]]
    )
    assert page.locator("[data-pf-ledger] tbody tr:visible").count() == len(data["impact"])
    # what is folded is the same as with the script
    seen = page.evaluate(READ)
    other, _ = open_page(browser, address + PAGES["figures"])
    other.locator("[data-pf-narrow] select").first.select_option(index=1)
    other.get_by_role("button", name="Show all").click()
    expect(other.locator("[data-pf-told]")).to_have_text("All figures")
    assert other.evaluate(READ) == seen
    other.context.close()
    page.context.close()


def test_what_cannot_be_fetched_is_said(browser: Any, address: str) -> None:
    page, _ = open_page(browser, address + PAGES["figures"])
    page.route(re.compile(r"figures\.json"), lambda route: route.abort())
    page.locator("[data-pf-narrow] select").first.select_option(index=1)
    page.get_by_text("The figures could not be fetched.").wait_for()
    assert page.locator("[data-pf-narrow] select").first.input_value() == ""
    page.context.close()


def test_on_paper_each_sheet_of_a_long_table_has_its_headings(
    browser: Any, address: str, tmp_path: Path
) -> None:
    sheets = printed(browser, address + PAGES["figures"], tmp_path / "figures.pdf")
    ledger = [each for each in sheets if "Source: " in each]
    assert len(ledger) > 1
    for each in ledger:
        line = next(line for line in each.splitlines() if "What was measured" in line)
        assert line.split() == ["What", "was", "measured", "Before", "After", "Change", "Learners", "Between"]
