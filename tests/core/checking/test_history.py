"""What is said where Git cannot tell what happened."""

from __future__ import annotations

import pytest

from proofolio.core.checking.history import check_history
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.model.history import History, Reach

TOLD = {
    Reach.SHALLOW: ("shallow-history", "--unshallow"),
    Reach.NOT_TRUSTED: ("repository-not-trusted", "safe.directory"),
    Reach.UNREADABLE: ("history-unreadable", "clone"),
}


@pytest.mark.parametrize("reach", Reach)
def test_each_reach(reach: Reach) -> None:
    found = list(check_history(History(reach)))
    if reach not in TOLD:
        assert found == []
        return
    rule, way_out = TOLD[reach]
    assert [each.rule.name for each in found] == [rule]
    assert way_out in (found[0].hint or "")
    assert found[0].rule.severity is Severity.WARNING, "nobody's work is withheld for it"
    assert found[0].person is None
