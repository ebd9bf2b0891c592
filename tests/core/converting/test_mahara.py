from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.converting.frameworks import frameworks, wild

from proofolio.core.converting.mahara.read import read
from proofolio.core.converting.mahara.write import write
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.model.framework import Framework

Data = dict[str, Any]
number = st.sampled_from([1, 2, "1", "2", "1.0", 1.5, None, True])


def some(keys: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


words = {
    "shortname": wild | st.none(),
    "description": wild | st.none(),
    "extra": st.sampled_from([None, 1, [], {"a": 1}]),
}
element = st.builds(
    lambda name, rest: {"name": name, **rest},
    wild.filter(bool),
    some(
        {
            **words,
            "standardid": number,
            "elementid": number,
            "parentelementid": number,
            "parentid": number,
            "parent": number,
        }
    ),
)
standard = st.builds(
    lambda name, rest: {"name": name, **rest},
    wild.filter(bool),
    some({**words, "standardid": number, "standardelement": st.lists(element, max_size=4, min_size=1)}),
)
framework_ = st.builds(
    lambda name, rest: {"name": name, **rest},
    wild.filter(bool),
    some(
        {
            "description": wild,
            "selfassess": st.booleans(),
            "institution": st.just("all"),
            "evidencestatuses": st.sampled_from(
                [[], None, [{"begun": "B"}, {"completed": "C"}], {"0": "x", "3": ""}, "y"]
            ),
            "other": st.just([1, 2]),
        }
    ),
)


@settings(max_examples=30, deadline=None)
@given(framework_, st.lists(standard, min_size=1, max_size=3), st.lists(element, max_size=5))
def test_the_newer_shape_is_written_back(fw: Data, standards: list[Data], elements: list[Data]) -> None:
    for each in standards:
        each.pop("standardelement", None)
    data = {"framework": {**fw, "standards": standards, "standardelements": elements}}
    (found,) = read(data)
    written, _ = write(found.framework)
    assert written == data


@settings(max_examples=30, deadline=None)
@given(framework_, st.lists(standard, min_size=1, max_size=3), some({"version": st.just(2)}))
def test_the_older_shape_is_written_back(fw: Data, standards: list[Data], beside: Data) -> None:
    data = {"framework": {**fw, "standards": standards}, **beside}
    (found,) = read(data)
    written, _ = write(found.framework)
    if any("standardelement" in s for s in standards):
        assert written == data


@settings(max_examples=30, deadline=None)
@given(frameworks())
def test_our_own_come_back_as_far_as_the_format_goes(framework: Framework) -> None:
    records, _ = write(framework)
    (found,) = read(records)
    again, _ = write(found.framework)
    assert again == records


ELEMENTS = [
    {
        "shortname": "1.1",
        "name": "One",
        "standardid": 1,
        "elementid": "1.1",
        "description": "A &amp; <b>B</b>",
    },
    {"name": "Below", "standardid": 1, "elementid": "1.1.1"},
    {"name": "Two", "standardid": 9, "elementid": "2"},
]


@pytest.mark.parametrize("key", ["parentelementid", "parentid", "parent"])
def test_elements_below_others_are_indicators(key: str) -> None:
    elements = [ELEMENTS[0], {**ELEMENTS[1], key: "1.1"}, ELEMENTS[2]]
    data = {
        "framework": {
            "name": "F",
            "standards": [{"name": "S", "standardid": 1}],
            "standardelements": elements,
        }
    }
    (found,) = read(data)
    one = found.framework.competencies["one"]
    assert (one.code, one.statement, dict(one.indicators)) == ("1.1", "A & B", {"below": "Below"})
    assert found.framework.competencies["two"].domain is None
    assert found.report.warnings == ("1 element of a standard that is not in the file; no domain has them",)
    assert dict(found.report.held) == {
        "standards": 1,
        "standard elements": 2,
        "sub-elements": 1,
        "evidence statuses": 0,
    }
    assert write(found.framework)[0] == data


def test_a_parent_that_is_only_true_is_the_element_before() -> None:
    elements = [{"name": "One", "parent": False}, {"name": "Below", "parent": True}]
    data = {
        "framework": {
            "name": "F",
            "standards": [{"name": "S", "standardelement": elements}, {"name": "Empty"}],
        }
    }
    (found,) = read(data)
    assert list(found.framework.competencies["one"].indicators) == ["below"]
    assert [each.id for each in found.framework.domains] == ["s", "empty"]
    assert write(found.framework)[0] == data


def test_statuses_are_the_levels() -> None:
    statuses = [{"completed": "Meets it"}, {"begun": "Ready"}]
    (found,) = read({"framework": {"name": "F", "evidencestatuses": statuses, "standards": [{"name": "S"}]}})
    assert [(each.id, each.title, each.mastery) for each in found.framework.levels] == [
        ("begun", "Ready", False),
        ("incomplete", "Doesn't match the standard", False),
        ("partialcomplete", "Partially matches the standard", False),
        ("completed", "Meets it", True),
    ]


def test_everything_that_is_wrong_is_told_by_its_path() -> None:
    data = {
        "framework": {
            "name": 1,
            "standards": [{"name": "S"}, 2],
            "standardelements": [{"description": []}, {}],
        }
    }
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert {each.where for each in caught.value.troubles} == {
        "$.framework.name",
        "$.framework.standards[1]",
        "$.framework.standardelements[0].description",
        "$.framework.standardelements[0].name",
        "$.framework.standardelements[1].name",
    }
    for empty in ([], {}, {"framework": 1}, {"framework": {"name": "F"}}):
        with pytest.raises(Unreadable):
            read(empty)


def test_every_member_that_is_not_known_has_a_line() -> None:
    element = {"name": "E", "standardid": 1, "standardelements": [{"name": "below"}]}
    data = {
        "framework": {
            "name": "con",
            "colour": "red",
            "evidencestatuses": [{"begun": "b"}, {"excellent": "E"}],
            "standards": [{"name": "S", "standardid": 1, "icon": "i"}],
            "standardelements": [element],
        },
        "beside": 1,
    }
    (found,) = read(data)
    told = {each.what: each.count for each in found.report.notes}
    assert found.framework.id == "con-2"
    assert told["evidence statuses that the file does not name"] == 3
    assert told["evidence statuses that Mahara does not have"] == 1
    for name in ("colour", "beside", "icon", "standardelements"):
        assert any(f"“{name}”" in each for each in told)
    assert write(found.framework)[0] == data
