from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.converting.frameworks import frameworks, wild

from proofolio.core.converting.imported import Imported
from proofolio.core.converting.moodle.read import read
from proofolio.core.converting.moodle.row import COLUMNS
from proofolio.core.converting.moodle.write import write
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.model.framework import Framework

HEADERS = list(COLUMNS.values())
numbers = st.sampled_from(["1", "1.1", "1,2", "a", "unit-one", "", " 2", "1.1.1", "9", "comp-two"]) | wild


@st.composite
def files(draw: st.DrawFn) -> list[list[str]]:
    """A file of one framework: rows in any order, with parents that may lead nowhere or in circles."""
    count = draw(st.integers(0, 8))
    rows = []
    for _ in range(count):
        cells = {
            "parentidnumber": draw(numbers),
            "idnumber": draw(numbers),
            "shortname": draw(wild),
            "description": draw(wild),
            "descriptionformat": draw(st.sampled_from(["1", "", "0"])),
            "ruletype": draw(st.sampled_from(["", r"core_competency\competency_rule_all"])),
            "ruleconfig": draw(st.sampled_from(["", "null"])),
            "relatedidnumbers": draw(st.lists(numbers, max_size=3).map(",".join)),
            "exportid": draw(st.sampled_from(["", "17"])),
            "isframework": draw(st.sampled_from(["", "0"])),
            "scalevalues": draw(st.sampled_from(["", "A,B"])),
        }
        rows.append([cells.get(each, "") for each in COLUMNS])
    own = {
        "idnumber": draw(numbers),
        "shortname": draw(wild),
        "description": draw(wild),
        "scalevalues": draw(st.sampled_from(["", "A,B,C", "A, B,,A", "x"])),
        "scaleconfiguration": draw(
            st.sampled_from(
                [
                    "",
                    "[",
                    '[{"scaleid":"1"},{"id":2,"scaledefault":1,"proficient":1}]',
                    '[{"id":9,"proficient":1}]',
                ]
            )
        ),
        "isframework": "1",
        "taxonomy": draw(st.sampled_from(["", "domain,competency"])),
    }
    rows.insert(draw(st.integers(0, len(rows))), [own.get(each, "") for each in COLUMNS])
    order = draw(st.permutations(range(len(HEADERS))))
    return [[row[at] for at in order] for row in [HEADERS, *rows] if any(each.strip() for each in row)]


@settings(max_examples=30, deadline=None)
@given(files())
def test_what_is_read_is_written_back(records: list[list[str]]) -> None:
    (found,) = read(records)
    written, _ = write(found.framework)
    assert written == records
    made = found.report.made
    assert made["domains"] + made["competencies"] + made["indicators"] == len(records) - 2


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_our_own_come_back_as_far_as_the_format_goes(framework: Framework) -> None:
    records, _ = write(framework)
    (found,) = read(records)
    again, _ = write(found.framework)
    assert again == records
    used = {each.domain for each in framework.competencies.values()}
    domains = [each.title for each in framework.domains if each.id in used]
    assert [each.title for each in found.framework.domains][: len(domains)] == domains


def table(
    *rows: str, header: str = "Parent ID number|ID number|Shortname|Description|Is framework|Related"
) -> list[list[str]]:
    return [each.split("|") for each in (header, *rows)]


def only(*rows: str) -> Imported:
    (found,) = read(table("|talk|Talking||1", *rows))
    return found


def test_levels_of_the_tree_in_any_order() -> None:
    found = only("C|D|Deepest", "B|C|Deeper", "A|B|Below", "|A|Top", "|E|Alone", "C|F|Deepest too")
    framework = found.framework
    assert [each.title for each in framework.domains] == ["Top"]
    below = framework.competencies["below"]
    assert (below.domain, list(below.indicators.values())) == ("top", ["Deeper", "Deepest", "Deepest too"])
    assert framework.competencies["alone"].domain is None
    assert dict(found.report.held)["rows"] == 7
    assert any(
        each.what.startswith("competencies more than three") and each.count == 2
        for each in found.report.notes
    )


def test_references_with_commas_and_those_that_lead_nowhere() -> None:
    found = only("|A,1|One|||b,gone", "|b|Two|||A%2C1,b")
    assert found.framework.competencies["one"].related == ("two",)
    assert found.framework.competencies["two"].related == ("one",)
    assert found.report.warnings == ("row 3 (A,1): the cross-reference to 'gone' leads nowhere",)


@pytest.mark.parametrize(
    ("rows", "warning"),
    [
        (("A|B|Two", "B|A|One"), "name one another"),
        (("A|A|One",), "name one another"),
        (("nobody|A|One",), "is not in the file"),
        (("|A|One", "|A|Other"), "more than once"),
        (("|A|",), "there is no name"),
        (("||One",), "there is no ID number"),
    ],
)
def test_odd_rows_are_kept_and_told(rows: tuple[str, ...], warning: str) -> None:
    found = only(*rows)
    made = found.report.made
    assert made["domains"] + made["competencies"] + made["indicators"] == len(rows)
    assert any(warning in each for each in found.report.warnings)


def test_several_frameworks_in_one_file() -> None:
    first, second = read(table("|early|Early|", "|one|One||1", "|a|A|", "|two|Two||1", "|a|A|"))
    assert set(first.framework.competencies) == {"early", "a"}
    assert set(second.framework.competencies) == {"a"}


@pytest.mark.parametrize(
    ("values", "configuration", "mastery", "told"),
    [
        ("No,Yes", '[{"scaleid":"1"},{"id":2,"scaledefault":1,"proficient":1}]', "yes", None),
        ("No,Yes,More", '[{"scaleid":"1"},{"id":3,"proficient":1},{"id":"2","proficient":"1"}]', "yes", None),
        ("No,Yes", "[]", "yes", "no value of the scale counts as proficient"),
        ("No,Yes", "{oops", "yes", "no value of the scale counts as proficient"),
        ("", "", "proficient", "the file holds no scale of levels"),
    ],
)
def test_scales(values: str, configuration: str, mastery: str, told: str | None) -> None:
    header = "ID number|Short name|Scale values|Scale configuration|Is framework"
    (found,) = read(table(f"t|T|{values}|{configuration}|1", header=header))
    assert found.framework.mastery is not None
    assert found.framework.mastery.id == mastery
    assert [each.what for each in found.report.notes if "scale" in each.what] == ([told] if told else [])


def test_names_that_were_cut() -> None:
    long = "Plans lessons with colleagues " * 5
    found = only(f"|a|Plans lessons with colleagues Plans...|{long}")
    assert (
        found.framework.competencies["plans-lessons-with-colleagues-plans-lessons-with-colleagues"].title
        == long.strip()
    )
    records, report = write(found.framework)
    assert records == table("|talk|Talking||1|", f"|a|Plans lessons with colleagues Plans...|{long}||")
    assert any(each.what == "names of more than 100 characters" for each in report.notes)


def test_rules_are_kept_and_told() -> None:
    header = "ID number|Short name|Rule type|Rule outcome|Rule config|Is framework"
    records = table("t|T||||1", r"a|A|core_competency\competency_rule_all|2|null|", header=header)
    (found,) = read(records)
    assert any(each.what.startswith("rules") and each.count == 1 for each in found.report.notes)
    assert write(found.framework)[0] == records


def test_a_file_without_its_columns_is_told_all_at_once() -> None:
    with pytest.raises(Unreadable) as caught:
        read([["ID number", "Nme", "ID number"], ["1", "2", "3"]])
    assert [each.why for each in caught.value.troubles] == [
        "the column 'Short name' is missing",
        "the column 'Is framework' is missing",
        "the column 'ID number' stands there twice",
    ]
    with pytest.raises(Unreadable, match="no row says that it is a framework"):
        read(table("|a|A||"))


def test_a_header_in_another_language_is_told_by_its_order() -> None:
    own = ["", "F", "Cadre", "", "1", "", "", "", "", "", "", "", "1", ""]
    row = ["", "a", "Poser des questions", "", "1", "", "", "", "", "", "", "", "", ""]
    (found,) = read([["Numéro ID parent", *(f"colonne {n}" for n in range(13))], own, row])
    assert [each.title for each in found.framework.competencies.values()] == ["Poser des questions"]
    assert "by their order" in found.report.warnings[0]


def test_an_unknown_header_above_other_rows_is_no_such_file() -> None:
    with pytest.raises(Unreadable):
        read([[f"column {n}" for n in range(14)], [*("x" * 14)]])


def test_no_framework_is_called_what_some_computers_cannot_store() -> None:
    own = ["", "con", "Con", "", "1", "", "", "", "", "", "", "", "1", ""]
    (found,) = read([HEADERS, own, ["", "1", "A", *[""] * 11]])
    assert found.framework.id == "con-2"
