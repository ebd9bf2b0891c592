"""The one YAML reader: strict, small, and exact about places."""

from __future__ import annotations

from datetime import date

import pytest

from proofolio.adapters.files.sheet import Mark
from proofolio.adapters.files.yaml_reader import ORGANISATIONAL, Limits, read_yaml


def told(text: str, **options) -> list[tuple[str, int | None, int | None]]:
    reading = read_yaml(text, "a.yml", **options)
    assert all(each.where.file == "a.yml" for each in reading.findings)
    return [(each.rule.name, each.where.line, each.where.column) for each in reading.findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("NO", "NO"),
        ("y", "y"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ("null", None),
        ("12", 12),
        ("-3", -3),
        ("1_000", 1000),
        ("007", 7.0),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1:20:30", "1:20:30"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("9" * 30, "9" * 30),
        ("2026-10-05", date(2026, 10, 5)),
        ("2026-9-5", date(2026, 9, 5)),
        ("2026-10-05 10:00", "2026-10-05 10:00"),
        ("05.10.2026", "05.10.2026"),
        ("10/05/2026", "10/05/2026"),
        ('"2026-10-05"', "2026-10-05"),
        ('"12"', "12"),
        ("'no'", "no"),
        ("=", "="),
        ("naïve 🎉 日本", "naïve 🎉 日本"),
        ("half-past # five", "half-past"),
        ("|\n  two\n  lines\n", "two\nlines\n"),
        (">-\n  one\n  line\n", "one line"),
    ],
)
def test_values(text, value) -> None:
    data = read_yaml(f"key: {text}", "a.yml").data
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("title: Menu maths: ratios", "Menu maths: ratios"),
        ("title: It's: 'fine'", "It's: 'fine'"),
        ("title: One: two: three: four", "One: two: three: four"),
        ('title: Fair "shares": a recipe   # kept', 'Fair "shares": a recipe'),
        ("title: ends with a colon:", "ends with a colon:"),
        ("title: https://example.org/x", "https://example.org/x"),
    ],
)
def test_a_text_may_hold_a_colon_without_quotes(text, value) -> None:
    reading = read_yaml(text, "a.yml")
    assert (reading.data, reading.findings) == ({"title": value}, [])


def test_a_colon_in_a_list_of_mappings_keeps_every_place() -> None:
    reading = read_yaml("plan:\n  - goal: Pace: one unit\n    by: 2027-01-31", "a.yml", first_line=2)
    assert reading.data == {"plan": [{"goal": "Pace: one unit", "by": date(2027, 1, 31)}]}
    assert reading.values["plan", 0, "goal"] == Mark(3, 11)
    assert reading.keys["plan", 0, "by"] == Mark(4, 5)


def test_places_count_characters_and_start_at_the_first_line() -> None:
    reading = read_yaml('{"é😀": [a, {b: c}]}', "a.yml", first_line=5)
    assert reading.values["é😀",] == Mark(5, 8)
    assert reading.values["é😀", 1, "b"] == Mark(5, 16)


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("a: 1\nb: 2\na: 3", [("duplicate-key", 3, 1)]),
        ("a: 1\na: 2\na: 3", [("duplicate-key", 2, 1), ("duplicate-key", 3, 1)]),
        ("a: {b: 1, b: 2}", [("duplicate-key", 1, 11)]),
        ("a: 1\n'a': 2", [("duplicate-key", 2, 1)]),
        ("a: &x 1", [("yaml-feature", 1, 4)]),
        ("a: *x", [("yaml-feature", 1, 4)]),
        ("a: *bold* text", [("yaml-feature", 1, 4)]),
        ("a: !!python/object/apply:os.system [x]", [("yaml-feature", 1, 4)]),
        ("a: !important text", [("yaml-feature", 1, 4)]),
        ("a: !!str 1", [("yaml-feature", 1, 4)]),
        ("<<: {a: 1}", [("yaml-feature", 1, 1)]),
        ("a: {<<: {b: 1}}", [("yaml-feature", 1, 5)]),
        ("? [a, b]\n: c", [("wrong-type", 1, 3)]),
        ("a: 2026-02-30", [("bad-date", 1, 4)]),
        ("a: 2026-13-01\nb: 2026-00-01", [("bad-date", 1, 4), ("bad-date", 2, 4)]),
        ("a: " + "[" * 9 + "]" * 9, [("too-complex", 1, 11)]),
        ("a:\n\tb: c", [("malformed-yaml", 2, 1)]),
        ("a: b\n---\nc: d", [("malformed-yaml", 2, 1)]),
        ("%YAML 1.1\na: b", [("malformed-yaml", 2, 1)]),
    ],
)
def test_what_is_refused_and_where(text, findings) -> None:
    assert told(text) == findings


def test_a_duplicate_says_where_the_first_one_stands_and_hides_nothing_else() -> None:
    reading = read_yaml("a: 1\nb: 2\na: 3", "a.yml", first_line=2)
    (finding,) = reading.findings
    assert (finding.related[0].where.line, finding.related[0].where.column) == (2, 1)
    assert reading.data == {"a": 1, "b": 2}


@pytest.mark.parametrize("text", ["a: &x 1", "a: [b", "a: 2026-02-30", "a: " + "[" * 20])
def test_what_cannot_be_trusted_gives_no_data(text) -> None:
    assert read_yaml(text, "a.yml").data is None


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n"])
def test_an_empty_file_is_an_empty_mapping_or_nothing(text) -> None:
    reading = read_yaml(text, "a.yml")
    assert reading.findings == []
    assert not reading.data


def test_the_limits_hold_before_anything_is_built() -> None:
    limits = Limits(size=100, depth=3, nodes=10)
    assert told("a: " + "x" * 96, limits=limits) == []
    assert told("a: " + "x" * 98, limits=limits) == [("too-complex", 1, None)]
    assert told("a: " + "é" * 50, limits=limits) == [("too-complex", 1, None)], "bytes count, not letters"
    assert told("a: [[1]]", limits=limits) == []
    assert told("a: [[[1]]]", limits=limits) == [("too-complex", 1, 6)]
    assert told("a: [1, 2, 3, 4, 5, 6, 7]", limits=limits) == []
    assert told("a: [1, 2, 3, 4, 5, 6, 7, 8]", limits=limits) == [("too-complex", 1, 26)]


def test_the_organisations_files_may_be_larger() -> None:
    text = "people:\n" + "".join(f"  person-{number}: {{name: Ada}}\n" for number in range(5_000))
    assert told(text) == [("too-complex", 1, None)]
    assert told(text, limits=ORGANISATIONAL) == []


def test_an_alias_bomb_is_stopped_at_its_first_anchor() -> None:
    text = "a: &a [x,x,x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert told(text) == [("yaml-feature", 1, 4)]
