from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.converting.frameworks import frameworks, wild

from proofolio.core.converting.mahara.read import read
from proofolio.core.converting.mahara.write import write
from proofolio.core.model.framework import Framework

number = st.sampled_from([1, 2, "1", "2", "1.0", 1.5, None, True])


def some(keys: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)

words = {"shortname": wild | st.none(), "description": wild | st.none(), "extra": st.sampled_from([None, 1, [], {"a": 1}])}
element = st.builds(
    lambda name, rest: {"name": name, **rest},
    wild.filter(bool),
    some({**words, "standardid": number, "elementid": number, "parentelementid": number, "parentid": number, "parent": number}),
)
standard = st.builds(
    lambda name, rest: {"name": name, **rest},
    wild.filter(bool), some({**words, "standardid": number, "standardelement": st.lists(element, max_size=4, min_size=1)})
)
framework_ = st.builds(
    lambda name, rest: {"name": name, **rest},
    wild.filter(bool),
    some(
        {
            "description": wild,
            "selfassess": st.booleans(),
            "institution": st.just("all"),
            "evidencestatuses": st.sampled_from([[], None, [{"begun": "B"}, {"completed": "C"}], {"0": "x", "3": ""}, "y"]),
            "other": st.just([1, 2]),
        }
    ),
)


@settings(max_examples=200, deadline=None)
@given(framework_, st.lists(standard, min_size=1, max_size=3), st.lists(element, max_size=5))
def test_new(fw, standards, elements) -> None:
    for each in standards: each.pop("standardelement", None)
    data = {"framework": {**fw, "standards": standards, "standardelements": elements}}
    (found,) = read(data)
    written, _ = write(found.framework)
    assert written == data


@settings(max_examples=200, deadline=None)
@given(framework_, st.lists(standard, min_size=1, max_size=3), some({"version": st.just(2)}))
def test_old(fw, standards, beside) -> None:
    data = {"framework": {**fw, "standards": standards}, **beside}
    (found,) = read(data)
    written, _ = write(found.framework)
    if any("standardelement" in s for s in standards):
        assert written == data


@settings(max_examples=60, deadline=None)
@given(frameworks())
def test_ours(framework: Framework) -> None:
    records, _ = write(framework)
    (found,) = read(records)
    again, _ = write(found.framework)
    assert again == records
