"""Circles: each found once, however long the chain."""

from __future__ import annotations

import pytest

from proofolio.core.checking.cycle import cycles


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({}, []),
        ({"a": ["b"], "b": ["c"], "c": []}, []),
        ({"a": ["a"]}, [("a",)]),
        ({"c": ["a"], "a": ["b"], "b": ["c"]}, [("a", "b", "c")]),
        ({"a": ["b"], "b": ["a", "c"], "c": ["b"]}, [("a", "b"), ("b", "c")]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, []),
        ({"x": ["b"], "b": ["c"], "c": ["b"]}, [("b", "c")]),
        ({"a": ["elsewhere"]}, []),
    ],
)
def test_each_circle_is_found_once_from_its_first_name(graph, expected) -> None:
    assert sorted(cycles(graph)) == expected


def test_a_chain_longer_than_the_call_stack_is_no_danger() -> None:
    graph = {f"{at:05}": [f"{at + 1:05}"] for at in range(5000)} | {"05000": ["00000"]}
    assert [len(each) for each in cycles(graph)] == [5001]
