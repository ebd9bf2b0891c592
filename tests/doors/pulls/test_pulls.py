"""Each pull request gets the right verdict, with its reason."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tests.doors.pulls.actors import ACTORS
from tests.doors.pulls.administration import ADMINISTRATION
from tests.doors.pulls.contents import CONTENTS
from tests.doors.pulls.district import Repository
from tests.doors.pulls.folders import FOLDERS
from tests.doors.pulls.forms import FORMS
from tests.doors.pulls.honest import HONEST
from tests.doors.pulls.judging import judge
from tests.doors.pulls.pull import Pull
from tests.doors.pulls.records import RECORDS
from tests.doors.pulls.reviews import REVIEWS

from proofolio.core.diagnostics.rules import authority

EXPECTED = Path(__file__).parent / "expected"
TABLE = (*HONEST, *REVIEWS, *FOLDERS, *ADMINISTRATION, *RECORDS, *ACTORS, *CONTENTS, *FORMS)


@pytest.mark.parametrize("pull", TABLE, ids=lambda each: each.name)
def test_pull(pull: Pull, clone: Repository) -> None:
    pull.do(clone)
    result = judge(clone, pull.actor, "--format", "json", number=pull.number)
    found = json.loads(result.stdout)["findings"]
    told = [f"{each['rule']}: {each['file']}: {each['message']}; {each['hint']}" for each in found]
    assert sorted({each["rule"] for each in found}) == sorted(pull.rules), told
    assert result.exit_code == (1 if pull.rules else 0)
    assert pull.says in "\n".join((*told, result.stderr)), told


def test_there_are_enough_and_every_rule_refuses_something() -> None:
    assert len(TABLE) >= 56
    assert len({each.name for each in TABLE}) == len(TABLE)
    used = {rule for each in TABLE for rule in each.rules}
    assert not {each.name for each in authority.RULES} - used


@pytest.mark.parametrize("rule", [each.name for each in authority.RULES])
def test_what_it_looks_like(rule: str, clone: Repository) -> None:
    """The reports that the pages about findings show."""
    pull = next(each for each in TABLE if each.rules == (rule,))
    pull.do(clone)
    report = judge(clone, pull.actor, number=pull.number).stdout.rpartition("Judged as")[0]
    report = report or judge(clone, pull.actor, number=pull.number).stdout.rpartition("Nobody on")[0]
    golden = EXPECTED / f"{rule}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(report, encoding="utf-8")
    assert report == golden.read_text(encoding="utf-8")
