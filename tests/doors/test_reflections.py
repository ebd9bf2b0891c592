"""One teacher's 111 reflections, tagged with 37 standards: they load, map and are counted exactly."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.doors.reflections import (
    ENTRIES,
    TEACHER,
    UNTAGGED,
    Shape,
    expected,
    focus_areas,
    reflections,
    write,
)

from proofolio import pipeline
from proofolio.cli.main import main
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.views.competency import CompetencyView
from proofolio.core.publishing.views.framework import FrameworkView

PREFIXES = ("", "focus-")
FRAMEWORK = "competencies/frameworks/standards"
SHAPES = [(shape, prefix) for shape in Shape for prefix in PREFIXES]


def run(*words: str) -> str:
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(params=SHAPES, ids=lambda each: f"{each[0]}-{each[1] or 'bare'}")
def tree(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, Shape, str]:
    shape, prefix = request.param
    write(tmp_path, shape, prefix)
    return tmp_path, shape, prefix


def site(root: Path, audience: Audience = Audience.PUBLIC) -> SitePlan:
    return pipeline.inspect(root, date(2026, 11, 22)).site(audience)


def test_the_maker_makes_what_it_says(tmp_path: Path) -> None:
    assert len(focus_areas()) == 37
    assert len(reflections()) == ENTRIES == 111
    assert (reflections()[-1].on - reflections()[0].on).days > 5 * 365
    assert {len(each.tags) for each in reflections()} == {1, 2, 3, 4}
    for shape in Shape:
        write(tmp_path / shape, shape)
        found = [path.read_bytes() for path in (tmp_path / shape).rglob("*.md")]
        for mark in (b"\xef\xbb\xbf", b"\r\n"):
            assert 0 < sum(mark in each for each in found) < len(found)
        assert {name for name in focus_areas() if name not in expected(shape)} == set(UNTAGGED)


def test_everything_loads_without_a_finding(tree: tuple[Path, Shape, str]) -> None:
    root, shape, _ = tree
    assert json.loads(run("check", "--root", str(root), "--format", "json"))["findings"] == []
    portfolio = pipeline.inspect(root, date(2026, 11, 22)).district.portfolios[TEACHER]
    work = portfolio.submissions.values() if shape is Shape.SUBMISSIONS else portfolio.log
    assert sorted(each.title for each in work) == sorted(each.title for each in reflections())


def test_status_reports_the_coverage_exactly(tree: tuple[Path, Shape, str]) -> None:
    root, shape, prefix = tree
    said = json.loads(run("status", "--root", str(root), "--format", "json"))["people"][TEACHER]
    counts = expected(shape)
    where = "submissions" if shape is Shape.SUBMISSIONS else "log"
    nothing = {"submissions": 0, "log": 0}
    assert said["coverage"] == {
        "standards": {
            "have": 34,
            "of": 37,
            "competencies": {f"{prefix}{name}": nothing | {where: number} for name, number in counts.items()},
        }
    }
    text = run("status", "--root", str(root))
    assert "Evidence  34 of 37 competencies of Professional standards for teachers" in text


def view(plan: SitePlan, uri: str) -> Any:
    return next(each.view for each in plan.pages if each.uri == uri)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_site_shows_the_same_numbers(tree: tuple[Path, Shape, str], audience: Audience) -> None:
    root, shape, prefix = tree
    plan, counts = site(root, audience), expected(shape)
    framework: FrameworkView = view(plan, f"{FRAMEWORK}/index.md")
    assert (framework.covered, framework.competencies) == (34, 37)
    assert framework.coverage.startswith("34 of 37 competencies")
    assert [len(each.competencies) for each in framework.domains] == [6, 6, 7, 5, 5, 4, 4]
    cards = {each.ref.uri: each for domain in framework.domains for each in domain.competencies}
    for name in focus_areas():
        uri = f"{FRAMEWORK}/{prefix}{name}.md"
        page: CompetencyView = view(plan, uri)
        told = [each.submission.title for each in page.evidence] + [each.title for each in page.log]
        wanted = [
            each.title
            for each in reflections()
            if name in (each.tags if shape is Shape.SUBMISSIONS else each.tags[:1])
        ]
        assert sorted(told) == sorted(wanted)
        assert len(told) == counts.get(name, 0)
        assert cards[uri].submissions + cards[uri].entries == counts.get(name, 0)


@pytest.mark.parametrize("shape", list(Shape))
def test_an_internal_portfolio_leaves_a_public_site_without_evidence(shape: Shape, tmp_path: Path) -> None:
    write(tmp_path, shape, visibility="internal")
    outside, inside = (site(tmp_path, each) for each in Audience)
    assert view(outside, f"{FRAMEWORK}/index.md").covered == 0
    assert view(inside, f"{FRAMEWORK}/index.md").covered == 34
    assert not [each.uri for each in outside.pages if TEACHER in each.uri]


def test_a_submission_counts_once_for_each_competency_that_it_names(tmp_path: Path) -> None:
    write(tmp_path, Shape.SUBMISSIONS)
    first = reflections()[0]
    place = tmp_path / f"portfolios/{TEACHER}/{first.on}-entry-000/index.md"
    text = place.read_text(encoding="utf-8")
    twice = "".join(
        f"  - competency: {name}\n    because: Said again.\n" for name in (first.tags[0], "7-1", "7-1")
    )
    place.write_text(re.sub(r"---\n## ", f"demonstrates:\n{twice}---\n## ", text), encoding="utf-8")
    said = json.loads(run("status", "--root", str(tmp_path), "--format", "json"))["people"][TEACHER]
    found = said["coverage"]["standards"]["competencies"]
    counts = expected(Shape.SUBMISSIONS)
    assert found[first.tags[0]]["submissions"] == counts[first.tags[0]]
    assert found["7-1"]["submissions"] == counts["7-1"] + 1
