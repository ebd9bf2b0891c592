"""The forms for reviews, self-assessments and plans: what they offer, in whose words, and nobody's work."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.core.publishing.builders import TODAY, district, page, portfolio, reviewed, submission
from tests.core.publishing.laid_out import laid_out
from tests.core.publishing.test_action import HUB, kept, links

from proofolio.core.awarding.decide import decide
from proofolio.core.drafting.assessed import name_of as drafted_name
from proofolio.core.drafting.starters import starters
from proofolio.core.model.forge import Forge, ForgeKind
from proofolio.core.model.history import History
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.write.log_words import log_words
from proofolio.core.publishing.write.plan_words import plan_words
from proofolio.core.publishing.write.pulls import pulls
from proofolio.core.publishing.write.review_words import review_words
from proofolio.core.publishing.write.self_assessment import name_of
from proofolio.core.publishing.write.self_assessment_words import self_assessment_words
from proofolio.core.publishing.write.shared_words import shared_words


def site(*portfolios: Any, forge: Forge | None = HUB, audience: Audience = Audience.PUBLIC) -> SitePlan:
    given = kept(*portfolios, forge=forge)
    return laid_out(given, decide(given, {}, TODAY), History(), audience, (), TODAY, starters=starters(given))


def document(made: SitePlan, uri: str) -> dict[str, Any]:
    return json.loads(next(each.content for each in made.documents if each.uri == uri))


def test_work_leads_to_its_review_with_exactly_its_version() -> None:
    work = submission("ann", "menu")
    made = site(portfolio("ann", work))
    found = links(made, "portfolios/ann/menu/index.md")["Review it here"].form
    assert found is not None
    assert found.uri == f"write/review/{work.micro_credential}/index.md"
    assert found.fragment == f"of=ann/menu&version={work.digest.removeprefix('sha256:')}"
    assert found.person is None


def test_the_rubric_is_there_with_where_mastery_begins() -> None:
    made = site(portfolio("ann"))
    view = page(made, "write/review/pacing/index.md").view
    asked = document(made, "write/review/pacing/form.json")
    assert [each.id for each in view.rows] == [each["id"] for each in asked["criteria"]]
    assert [each.id for each in view.levels] == [each["id"] for each in asked["levels"]]
    assert [each["mastery"] for each in asked["levels"]] == [each.mastery for each in view.levels]
    assert any(cell.descriptor for row in view.rows for cell in row.cells)
    assert asked["rubric"].startswith("sha256:")


@pytest.mark.parametrize("audience", list(Audience))
def test_nothing_of_anybodys_private_work_is_in_them(audience: Audience) -> None:
    hidden = reviewed(
        submission("ann", "canary", word="canary", visibility=Visibility.PRIVATE), word="canary"
    )
    with_it, without = (site(portfolio("ann", *work), audience=audience) for work in ((hidden,), ()))
    for made in (with_it, without):
        forms = [each.content for each in made.documents if each.uri.startswith("write/")]
        assert not any("canary" in each for each in forms)
    written = [
        [each for each in made.documents if each.uri.startswith("write/") and "form.json" in each.uri]
        for made in (with_it, without)
    ]
    assert written[0] == written[1]


def test_a_review_knows_the_title_and_whose_it_is_of_what_is_shown_for_its_micro_credential() -> None:
    hidden = submission("ann", "hidden", visibility=Visibility.PRIVATE)
    inside = submission("ann", "inside", visibility=Visibility.INTERNAL)
    work = portfolio(
        "ann", submission("ann", "menu"), submission("ann", "heard", "listening"), hidden, inside
    )
    known = {
        each: document(site(work, audience=each), "write/review/pacing/form.json")["works"]
        for each in Audience
    }
    assert list(known[Audience.PUBLIC]) == ["ann/menu"]
    assert set(known[Audience.PUBLIC]["ann/menu"]) == {"title", "person"}
    assert list(known[Audience.INTERNAL]) == ["ann/inside", "ann/menu"]


def test_without_a_forge_there_are_forms_all_the_same() -> None:
    made = site(portfolio("ann"), forge=None)
    assert page(made, "write/plan/index.md").view.door is None
    assert document(made, "write/plan/form.json")["edit"] is None
    assert document(made, "write/review/pacing/form.json")["pulls"] is None


@pytest.mark.parametrize(
    ("kind", "search", "one"),
    [
        (ForgeKind.GITHUB, "/pulls?q=is%3Apr%20is%3Aopen%20", "/pull/"),
        (ForgeKind.GITEA, "/pulls?type=all&state=open&q=", "/pulls/"),
    ],
)
def test_where_a_forge_has_its_proposals(kind: ForgeKind, search: str, one: str) -> None:
    found = pulls(replace(HUB, kind=kind))
    assert found["search"] == HUB.url + search
    assert found["one"] + "12" + found["files"] == f"{HUB.url}{one}12/files"


def test_a_competency_goes_by_the_same_name_here_and_in_the_file() -> None:
    given = district()
    for each in given.competencies():
        assert name_of(given, each) == drafted_name(given, each)


def test_every_word_has_its_places_and_no_key_is_missing() -> None:
    made = site(portfolio("ann"))
    for uri in ("write/review/pacing", "write/plan", "write/log"):
        words = document(made, f"{uri}/form.json")["words"]
        assert all(isinstance(each, str) or len(each) == 2 for each in words.values())
        assert {"saved", "missing", "open.paste"} <= set(words)


SCRIPTS = Path(__file__).parents[3] / "plugins/proofolio/adapters/rendering/assets/write"


@pytest.mark.parametrize(
    ("words", "scripts"),
    [
        (review_words, ("review", "rated")),
        (self_assessment_words, ("self-assessment", "last")),
        (plan_words, ("plan",)),
        (log_words, ("log",)),
    ],
)
def test_every_sentence_is_said_and_none_is_idle(
    words: Callable[[], Mapping[str, Any]], scripts: tuple[str, ...]
) -> None:
    code = "\n".join((SCRIPTS / f"{each}.js").read_text("utf-8") for each in scripts)
    own = set(words()) - set(shared_words())
    said = set(re.findall(r'"([a-z]+(?:\.[a-z]+)+)"', code)) | set(re.findall(r'"(last|rated)"', code))
    said |= set(re.findall(r'says?\("([a-z.]+)"', code))
    made = {each for each in own if each.startswith("unclear.") or ".lines" in each}
    assert own - said - made == set()
    places = {"plan.", "pf-", "me.person", "index.md", "review.md", "self-assessment.yml"}
    assert {each for each in said if each not in words() and not each.startswith(tuple(places))} == set()


def test_a_course_and_evidence_with_learning_cycles_lead_to_the_log() -> None:
    made = site(portfolio("ann"))
    course = page(made, "competencies/courses/pace-by-data.md").view
    assert (course.log, course.id) == ("write/log/index.md", "pace-by-data")
    asked = document(made, "write/log/form.json")
    assert course.id in asked["courses"]
    assert asked["courses"][course.id]["competency"] in asked["competencies"]
    given = kept(portfolio("ann"))
    for key, each in given.micro_credentials.items():
        view = page(made, f"write/evidence/{key}/index.md").view
        assert (view.log is not None) == bool(each.cycles)
        assert view.log_about in asked["competencies"]
    found = links(made, "portfolios/ann/index.md")["Add a reflection to the log"].form
    assert found is not None
    assert (found.uri, found.person) == ("write/log/index.md", "ann")
    hub = page(made, "write/index.md").view
    assert "write/log/index.md" in [each.link.uri for each in hub.others]
    assert [each.uri for each in hub.reviews] == [
        f"write/review/{each}/index.md" for each in ("guiding", "listening", "pacing")
    ]
