"""The record's smaller parts as people read them: changes, replacement, observations, cycles, career."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.core.publishing.builders import (
    district,
    history,
    log_entry,
    page,
    portfolio,
    revision,
    site,
)

from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.core.publishing.page import SitePlan

OLD = "competencies/frameworks/main/mastery.md"
FILE = "competencies/frameworks/main/mastery.yml"


def words(renderer: PageRenderer, plan: SitePlan, uri: str) -> str:
    """What a page says, without its markup."""
    made = renderer.render(page(plan, uri), lambda target: target).html
    return " ".join(re.sub(r"<[^>]+>", " ", made).split())


def test_the_latest_five_changes_stand_and_the_rest_folds(renderer: PageRenderer) -> None:
    steps = tuple(revision(number, f"Step {number}.") for number in range(1, 8))
    made = renderer.render(page(site(district(), remembered=history({FILE: steps})), OLD), str).html
    section = made.partition('id="changes"')[2].partition("</section>")[0]
    open_part, _, folded = section.partition("<details")
    assert re.findall(r"Step \d", open_part) == [f"Step {n}" for n in (7, 6, 5, 4, 3)]
    assert re.findall(r"Step \d", folded) == ["Step 2", "Step 1"]
    assert "by Ann Example" in section


def test_without_changes_there_is_no_section(renderer: PageRenderer) -> None:
    assert "How it came about" not in words(renderer, site(district()), OLD)


def test_a_replaced_competency_says_so(renderer: PageRenderer) -> None:
    given = district()
    main = given.frameworks["main"]
    old = replace(main.competencies["mastery"], replaced_by="questions")
    main = replace(main, competencies={**main.competencies, "mastery": old})
    plan = site(replace(given, frameworks={**given.frameworks, "main": main}))
    told = words(renderer, plan, OLD)
    assert "Replaced by Title of questions" in told
    assert "stays earned" in told
    assert "Replaces Title of mastery" in words(renderer, plan, "competencies/frameworks/main/questions.md")
    assert "Replaced by Title of questions" in words(renderer, plan, "competencies/frameworks/main/index.md")


def test_a_portfolio_shows_observation_cycle_and_career(renderer: PageRenderer) -> None:
    entry = log_entry("ann", "a", observed="cid", follow_up="We talk on <Friday>.", companions=())
    mine = portfolio("ann", log=(entry,))
    assert mine.profile is not None
    mine = replace(mine, profile=replace(mine.profile, career_goal="The Everything award"))
    given = district(mine, portfolio("cid"))
    everything = {key: replace(each, title="Everything") for key, each in given.pathways.items()}
    told = words(renderer, site(replace(given, pathways=everything)), "portfolios/ann/index.md")
    assert ", of Cid Example" in told
    assert "Follow-up We talk on &lt;Friday&gt;." in told
    assert "Observe once on 7 October 2026" in told
    assert "To close the circle: try it with learners, write down what you make of it and" in told
    assert re.search(r"The Everything award Everything : \d of \d so far\. What is missing", told)
