"""The forms for reviews, self-assessments, plans, the log, and the commands: the same bytes and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date
from types import SimpleNamespace
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.core.drafting.said import assessments, demo, entries, plans, profiles, reviews

from proofolio.adapters.files.text import split
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.adapters.rendering.bundle import bundled
from proofolio.core.checking.rating import check_ratings
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.drafting.assessed import assessed, name_of
from proofolio.core.drafting.logged import LogAnswers, logged
from proofolio.core.drafting.plan import NEW, planned
from proofolio.core.drafting.reviewed import comment, reviewed
from proofolio.core.drafting.settings import Unclear
from proofolio.core.drafting.worded import step
from proofolio.core.model.body import Body
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.publishing.write.review_words import review_words

pytestmark = pytest.mark.slow

SETS = 200
DISTRICT = demo()
T = TypeVar("T")


def drawn(make: Callable[[st.DataObject], T]) -> list[T]:
    """So many examples, always the same."""
    found: list[T] = []

    @settings(
        max_examples=SETS,
        database=None,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def each(data: st.DataObject) -> None:
        found.append(make(data))

    each()
    assert len(found) >= 150
    return found


@pytest.fixture(scope="module")
def run(browser: Any) -> Any:
    """Calls a function on everything, on a page with nothing but a form's script."""
    pages = {}

    def called(form: str, expression: str, given_: list[Any]) -> list[Any]:
        if form not in pages:
            pages[form] = browser.new_page()
            pages[form].add_script_tag(content=bundled("write", form, "proofolioForm"))
            pages[form].evaluate("words => proofolioForm.$words.learn(words, 'en')", dict(review_words()))
        return pages[form].evaluate(f"all => all.map(each => ({expression})(...each))", given_)

    yield called
    for page in pages.values():
        page.close()


def asked_of(asked: Any) -> dict[str, Any]:
    framework = DISTRICT.frameworks[DISTRICT.competency_of(asked).framework]
    return {
        "criteria": [{"id": each.id} for each in DISTRICT.criteria_of(asked)],
        "levels": [{"id": each.id, "mastery": framework.is_mastery(each.id)} for each in framework.levels],
        "rubric": rubric_digest(DISTRICT, asked),
    }


@pytest.fixture(scope="module")
def reviewing() -> list[tuple[Any, Any]]:
    def one(data: st.DataObject) -> tuple[Any, Any]:
        asked = DISTRICT.micro_credentials[data.draw(st.sampled_from(sorted(DISTRICT.micro_credentials)))]
        return asked, data.draw(reviews(DISTRICT, asked))

    return drawn(one)


def test_a_review_is_the_same_file_and_the_same_comment(run: Any, reviewing: list[tuple[Any, Any]]) -> None:
    given_ = [[asked_of(asked), asdict(answers)] for asked, answers in reviewing]
    made = run(
        "review",
        "(a, b) => [proofolioForm.$reviewed.reviewed(a, b), proofolioForm.$reviewed.comment(a, b)]",
        given_,
    )
    for (asked, answers), (file, said) in zip(reviewing, made, strict=True):
        assert file == reviewed(DISTRICT, asked, answers)
        assert said == comment(DISTRICT, asked, answers)


def test_what_a_review_lacks_is_said_as_check_says_it(run: Any, reviewing: list[tuple[Any, Any]]) -> None:
    kept = [(asked, replace(each, verdict=each.verdict or "revise")) for asked, each in reviewing]
    kept = [(asked, each) for asked, each in kept if each.verdict != "recused"]
    given_ = [[asdict(answers), asked_of(asked)] for asked, answers in kept]
    made = run("review", "(a, b) => proofolioForm.$rated.gaps(a, b).map(each => each.message)", given_)
    assert sum(bool(each) for each in made) > 50
    for (asked, answers), found in zip(kept, made, strict=True):
        review = Review(
            on=date(2026, 11, 22),
            reviewer="nobody",
            reviewed=answers.version,
            rubric=None,
            ratings={key: each for key, each in answers.ratings.items() if each},
            next_steps={key: text for key, each in answers.next_steps.items() if (text := step(each))},
            verdict=Verdict(answers.verdict),
            origin=None,
            body=Body(""),
            source=Pointer("x.md"),
        )
        order = [each.id for each in DISTRICT.criteria_of(asked)]
        review = replace(review, ratings={key: review.ratings[key] for key in order if key in review.ratings})
        work = SimpleNamespace(micro_credential=asked.id)
        assert found == [each.message for each in check_ratings(DISTRICT, work, review)]  # type: ignore[arg-type]


def test_a_self_assessment_is_the_same_file(run: Any) -> None:
    def one(data: st.DataObject) -> tuple[str, Any]:
        framework = data.draw(st.sampled_from(sorted(DISTRICT.frameworks)))
        return framework, data.draw(assessments(DISTRICT, framework))

    sets = drawn(one)
    given_ = []
    for key, answers in sets:
        framework = DISTRICT.frameworks[key]
        names = [(name_of(DISTRICT, each), each.rubric.criteria) for each in framework.competencies.values()]
        targets = [target for name, rows in names for target in (name, *(f"{name}/{row}" for row in rows))]
        asked = {"targets": targets, "levels": [{"id": each.id} for each in framework.levels]}
        given_.append([asked, asdict(answers)])
    made = run("self-assessment", "(a, b) => proofolioForm.$assessed.assessed(a, b)", given_)
    assert made == [assessed(DISTRICT, key, answers) for key, answers in sets]
    read = run(
        "self-assessment",
        "text => proofolioForm.$values.values(text.split('\\n'))",
        [[each] for each in made],
    )
    assert read == [texts(read_yaml(each, "x.yml").data) for each in made]


def test_a_plan_changes_a_profile_in_the_same_way(run: Any) -> None:
    sets = drawn(lambda data: (data.draw(profiles()), data.draw(plans(DISTRICT))))
    expected = [planned(profile, answers) for profile, answers in sets]
    made = run(
        "plan",
        "(a, b) => proofolioForm.$planned.planned(a, b)",
        [[profile, asdict(answers)] for profile, answers in sets],
    )
    assert made == [asdict(each) if isinstance(each, Unclear) else each for each in expected]
    assert sum(isinstance(each, str) for each in expected) > 50


def test_the_lines_of_a_plan_alone_are_those_that_go_into_a_profile(run: Any) -> None:
    sets = drawn(lambda data: data.draw(plans(DISTRICT)))
    made = run("plan", "each => proofolioForm.$planned.alone(each)", [[asdict(each)] for each in sets])
    assert [f"---\n{each}---\n" for each in made] == [planned("---\n---\n", each) for each in sets]


def test_the_plan_that_was_written_is_read_again(run: Any) -> None:
    sets = drawn(lambda data: data.draw(plans(DISTRICT)))
    files = [str(planned(NEW, each)) for each in sets]
    yaml = [split(each, "x.md").yaml for each in files]  # type: ignore[union-attr]
    made = run("plan", "text => proofolioForm.$values.values(text.split('\\n'))", [[each] for each in yaml])
    assert made == [texts(read_yaml(each, "x.md").data) for each in yaml]


HOSTILE = (
    LogAnswers(),
    LogAnswers(
        title='"---\nkind: x" # <!--', kind="party\n", hours="01,50", text="---\n# Big\n```\n<script>"
    ),
    LogAnswers(
        title="on", hours="744.000001", category="2-x", competency="a/b/c", course="A", text="\ufeff\n"
    ),
    LogAnswers(
        kind="coaching", observed="ben\u202e", companions=("a, b]", " ", "x", "x", "null"), hours="0.0"
    ),
    LogAnswers(
        kind="observation", observed="{a}: b", follow_up="- a\r\n> b", visibility="all", text="===\na"
    ),
    LogAnswers(category="x" * 65, competency="x" * 64 + "/" + "y" * 65, course="x" * 64, hours="-0"),
)


def test_an_entry_of_the_log_is_the_same_file(run: Any) -> None:
    sets = [*HOSTILE, *drawn(lambda data: data.draw(entries(DISTRICT)))]
    given_ = [[{**asdict(each), "with": list(each.companions)}] for each in sets]
    made = run("log", "(a) => proofolioForm.$logged.logged(a)", given_)
    assert made == [logged(each) for each in sets]


def texts(data: Any) -> Any:
    """Everything as texts, as a form needs it."""
    if isinstance(data, dict):
        return {key: texts(each) for key, each in data.items()}
    if isinstance(data, list):
        return [texts(each) for each in data]
    return "" if data is None else str(data)
