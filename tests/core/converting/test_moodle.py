from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.converting.frameworks import frameworks, wild

from proofolio.core.converting.moodle.read import read
from proofolio.core.converting.moodle.row import COLUMNS
from proofolio.core.converting.moodle.write import write
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
            st.sampled_from(["", "[", '[{"scaleid":"1"},{"id":2,"scaledefault":1,"proficient":1}]', '[{"id":9,"proficient":1}]'])
        ),
        "isframework": "1",
        "taxonomy": draw(st.sampled_from(["", "domain,competency"])),
    }
    rows.insert(draw(st.integers(0, len(rows))), [own.get(each, "") for each in COLUMNS])
    order = draw(st.permutations(range(len(HEADERS))))
    return [[row[at] for at in order] for row in [HEADERS, *rows] if any(each.strip() for each in row)]


@settings(max_examples=200, deadline=None)
@given(files())
def test_what_is_read_is_written_back(records: list[list[str]]) -> None:
    (found,) = read(records)
    written, _ = write(found.framework)
    assert written == records
    made = found.report.made
    assert made["domains"] + made["competencies"] + made["indicators"] == len(records) - 2


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_ours(framework: Framework) -> None:
    records, _ = write(framework)
    (found,) = read(records)
    again, _ = write(found.framework)
    assert again == records
    assert [each.title for each in found.framework.domains] == [each.title for each in framework.domains if any(c.domain==each.id for c in framework.competencies.values())]
