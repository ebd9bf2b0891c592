"""One slip anywhere in the demo is told once, where it stands, and is nobody else's trouble.

The tables in ``tests/doors/mutations`` say of each slip what a person would expect to be told.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.doors.mutation import Mutation, edit
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
from tests.sites import build, pages

from proofolio import pipeline
from proofolio.adapters.demo.district import last_state
from proofolio.cli.main import main
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.diagnostics.rules import impact, submission
from proofolio.core.publishing.page import Audience, Page, SitePlan

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


def _telling() -> list[Mutation]:
    """The first slip of each rule; the others are for whoever has a few minutes."""
    first: dict[str | None, Mutation] = {}
    for each in MUTATIONS:
        first.setdefault(each.rule, each)
    return list(first.values())


TELLING = _telling()
OTHERS = [each for each in MUTATIONS if each not in TELLING]


@pytest.mark.parametrize("mutation", TELLING, ids=_name)
def test_one_slip(mutation: Mutation, files: Path, sound: SitePlan, tmp_path: Path) -> None:
    _try(mutation, files, sound, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("mutation", OTHERS, ids=_name)
def test_another_slip(mutation: Mutation, files: Path, sound: SitePlan, tmp_path: Path) -> None:
    _try(mutation, files, sound, tmp_path)


def _try(mutation: Mutation, files: Path, sound: SitePlan, tmp_path: Path) -> None:
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
    assert {each.path for each in plan.withheld} == (errors if mutation.rule not in MERELY_LACKING else set())
    if mutation.person:
        others = {page.uri.split("/")[1] for page in sound.pages if page.uri.count("/") > 1} - {
            mutation.person
        }
        # When a whole person is gone, a page that named her has no longer anything to link to.
        gone = f"portfolios/{mutation.person}/" if not _has_page(plan, mutation.person) else None
        before, after = _of_others(sound, others, gone), _of_others(plan, others, gone)
        assert {uri for uri in before.keys() | after.keys() if before.get(uri) != after.get(uri)} == set()


def _has_page(plan: SitePlan, person: str) -> bool:
    return any(page.uri == f"portfolios/{person}/index.md" for page in plan.pages)


def _of_others(plan: SitePlan, others: Collection[str], gone: str | None) -> Mapping[str, Page]:
    """The pages of other people's portfolios, by address; without those that name who is gone."""
    return {
        page.uri: replace(page, inputs=())
        for page in plan.pages
        if page.uri.startswith("portfolios/")
        and page.uri.split("/")[1] in others
        and not (gone and any(each.startswith(gone) for each in page.inputs))
    }


@pytest.mark.parametrize("mutation", [each for each in OTHERS if each.rule][::40], ids=_name)
def test_the_command_says_the_same(mutation: Mutation, files: Path, tmp_path: Path) -> None:
    root = tmp_path / "district"
    shutil.copytree(files, root)
    mutation.change(root)
    result = CliRunner().invoke(main, ["check", "--root", str(root), "--format", "json"])
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit), result.exception
    found = [(each["rule"], each["file"], each["line"]) for each in json.loads(result.stdout)["findings"]]
    assert found == mutation.expected(root)


DIGEST = reviews.DIGEST
DIGESTS = [
    ("one digit", DIGEST[:-1] + "f", "unknown-digest"),
    ("all zeros", "sha256:" + "0" * 64, "unknown-digest"),
    ("cut short", DIGEST[:-1], "bad-digest"),
    ("an earlier version of the work is only stale", reviews.EARLIER, None),
]


@pytest.mark.parametrize(("name", "digest", "rule"), DIGESTS, ids=[each[0] for each in DIGESTS])
def test_history_knows_every_digest(
    name: str, digest: str, rule: str | None, demo: Path, tmp_path: Path
) -> None:
    root = tmp_path / "district"
    shutil.copytree(demo, root)
    mutation = edit(name, reviews.LAST, DIGEST, digest, rule)
    mutation.change(root)
    told = pipeline.inspect(root, TODAY).located()
    found = [(each.finding.rule.name, each.finding.where.file, each.line) for each in told]
    assert found == mutation.expected(root)


BUILT = (
    "frameworks/foundational/framework.yml: a level misspelt",
    "frameworks/foundational/framework.yml: no framework.yml",
    "frameworks/foundational/mastery-approach.yml: deleted",
    "micro-credentials/pace-a-unit.yml: deleted",
    "competencies: all definitions",
    "issuer.yml: no issuer",
    "roster.yml: no roster",
    "amina-yusuf: a linked person",
    "amina-yusuf/index.md: a folder for a profile",
    "amina-yusuf/menu-maths/index.md: an unfinished declaration",
    "amina-yusuf/menu-maths/index.md: an address with a bracket",
    "ben-okafor/wonder-wall/index.md: UTF-16",
)


@pytest.mark.slow
@pytest.mark.parametrize("name", BUILT)
def test_the_rest_is_published(name: str, demo: Path, site: Path, tmp_path: Path) -> None:
    root = tmp_path / "district"
    shutil.copytree(demo, root)
    mutation = next(each for each in MUTATIONS if _name(each) == name)
    mutation.change(root)
    said = build(root, tmp_path / "site", strict=False)
    assert f"withheld: {mutation.file}" in said
    after = pages(tmp_path / "site")
    for path in ("index.html", "portfolios/dmitri-volkov/titration-retakes/index.html"):
        assert path in after
    if mutation.person:
        before = pages(site)
        theirs = [each for each in before if each.startswith("portfolios/dmitri-volkov/")]
        assert [each for each in theirs if after.get(each) != before[each]] == []


def test_there_are_many_and_each_has_a_name() -> None:
    every = [_name(each) for each in MUTATIONS]
    assert len(every) >= 120
    assert len(set(every)) == len(every)
