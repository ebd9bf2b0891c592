"""One slip anywhere in the demo is told once, where it stands, and is nobody else's trouble.

The tables in ``tests/doors/mutations`` say of each slip what a person would expect to be told.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.doors.mutation import Mutation
from tests.doors.mutations import (
    artifacts,
    bodies,
    frameworks,
    names,
    offers,
    people,
    records,
    reviews,
    texts,
    trees,
    work,
)

from proofolio import pipeline
from proofolio.adapters.demo.district import last_state
from proofolio.cli.main import main
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.diagnostics.rules import impact, submission
from proofolio.core.publishing.page import Audience, SitePlan, key

TODAY = date(2026, 11, 22)
MUTATIONS = (
    *frameworks.MUTATIONS,
    *offers.MUTATIONS,
    *people.MUTATIONS,
    *records.MUTATIONS,
    *work.MUTATIONS,
    *artifacts.MUTATIONS,
    *bodies.MUTATIONS,
    *reviews.MUTATIONS,
    *texts.MUTATIONS,
    *trees.MUTATIONS,
    *names.MUTATIONS,
)
MERELY_LACKING = {
    rule.name for rule in (*submission.RULES, impact.IMPACT_WITHOUT_N, impact.IMPACT_WITHOUT_SOURCE)
} - {submission.CO_AUTHOR_IS_OWNER.name}
"""What is not there yet is shown as such: the work is published, and is not complete."""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's files without their history. Read only."""
    target = tmp_path_factory.mktemp("files") / "demo"
    last_state(target)
    return target


@pytest.fixture(scope="module")
def sound(files: Path) -> SitePlan:
    return pipeline.inspect(files, TODAY).site(Audience.PUBLIC)


def _name(mutation: Mutation) -> str:
    return f"{mutation.file.removeprefix('portfolios/').removeprefix('competencies/')}: {mutation.name}"


@pytest.mark.parametrize("mutation", MUTATIONS, ids=_name)
def test_one_slip(mutation: Mutation, files: Path, sound: SitePlan, tmp_path: Path) -> None:
    root = tmp_path / "district"
    shutil.copytree(files, root)
    mutation.change(root)
    inspection = pipeline.inspect(root, TODAY)
    told = inspection.located()
    found = [(each.finding.rule.name, each.finding.where.file, each.line) for each in told]
    assert found == mutation.expected(root)
    assert all(each.finding.hint for each in told)

    plan = inspection.site(Audience.PUBLIC)
    errors = {each.finding.where.file for each in told if each.finding.rule.severity is Severity.ERROR}
    if mutation.rule not in MERELY_LACKING:
        assert {each.path for each in plan.withheld} >= errors
    if mutation.person:
        others = {page.uri.split("/")[1] for page in sound.pages if page.uri.count("/") > 1} - {
            mutation.person
        }
        before, after = _of_others(sound, mutation.person, others), _of_others(plan, mutation.person, others)
        assert {uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)} == set()


def _of_others(plan: SitePlan, person: str, others: Collection[str]) -> Mapping[str, str]:
    """The pages of other people's portfolios that show nothing of this person's, by address."""
    return {
        page.uri: key(page, "")
        for page in plan.pages
        if page.uri.startswith("portfolios/")
        and page.uri.split("/")[1] in others
        and not any(each.startswith(f"portfolios/{person}/") for each in page.inputs)
    }


@pytest.mark.parametrize(
    "mutation", [each for each in MUTATIONS if each.rule][:: len(MUTATIONS) // 12], ids=_name
)
def test_the_command_says_the_same(mutation: Mutation, files: Path, tmp_path: Path) -> None:
    root = tmp_path / "district"
    shutil.copytree(files, root)
    mutation.change(root)
    result = CliRunner().invoke(main, ["check", "--root", str(root), "--format", "json"])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    found = [(each["rule"], each["file"], each["line"]) for each in json.loads(result.stdout)["findings"]]
    assert found == mutation.expected(root)


def test_there_are_many_and_each_has_a_name() -> None:
    names = [_name(each) for each in MUTATIONS]
    assert len(names) >= 120
    assert len(set(names)) == len(names)
