"""The pages for the organisation's own people: queue, coaches, progress, agreement, the day's work."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from tests.core.publishing.builders import TODAY, district, history, portfolio, reviewed, revision, submission
from tests.core.publishing.laid_out import laid_out
from tests.core.publishing.reports import inside, internal

from proofolio.core.awarding.agreement import agreement
from proofolio.core.awarding.decide import decide
from proofolio.core.awarding.queue import queue
from proofolio.core.model import address
from proofolio.core.model.agreement import Agreement, Concord, Disagreement
from proofolio.core.model.district import District
from proofolio.core.model.figures import Inside
from proofolio.core.model.history import History, Version
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.facts import _reviews
from proofolio.core.publishing.page import Audience, SitePlan

PAGES = (address.QUEUE, address.PROGRESS, address.COACHES, address.AGREEMENT)


def planned(given: District, told: Inside | None = None, **more: Any) -> SitePlan:
    decided = decide(given, {}, TODAY)
    remembered = more.pop("remembered", history())
    known = {
        "report": replace(internal(), inside=told),
        "queue": queue(given, decided, remembered, TODAY),
        "agreement": agreement(given, TODAY),
        **more,
    }
    return laid_out(given, decided, remembered, Audience.INTERNAL, (), TODAY, **known)


def view(site: SitePlan, uri: str) -> Any:
    return next(each.view for each in site.pages if each.uri == uri)


def saved(days: int, *works: str) -> History:
    """These pieces of work were saved so many days ago."""
    then = replace(revision(1, "Save"), at=datetime(2026, 11, 22, 9, tzinfo=UTC) - timedelta(days=days))
    versions = {
        f"portfolios/{each}": (Version(f"sha256:{each.replace('/', '-')}", then, {}),) for each in works
    }
    return replace(history(), versions=versions)


def test_the_queue_tells_what_waits_for_whom_since_when_and_how_to_begin() -> None:
    given = district(portfolio("ann", submission("ann", "paced")))
    site = planned(given, inside("ann"), remembered=saved(20, "ann/paced"))
    (row,) = view(site, address.QUEUE).rows
    assert (row.since, row.days, row.late, row.round) == ("2026-11-02", 20, True, 1)
    assert [each.title for each in row.asked] == ["Rosa Example"]
    assert (row.form, row.of) == (address.of_review_form("pacing"), "ann/paced")
    assert {each.name: each.values for each in row.filters} == {
        "asked": ("rosa",), "school": ("north",), "wait": ("first-review",)
    }  # fmt: skip
    facts = {each.label: (each.figure, each.of) for each in view(site, address.QUEUE).facts}
    assert facts["Waiting now"] == ("1", "1 longer than promised")
    assert facts["Longest wait"] == ("20 days", "")
    assert facts["Promise kept"] == ("7", "of 8")


@pytest.mark.parametrize(("days", "known"), [(25, 4), (21, 0), (20, None)])
def test_a_review_older_than_its_save_is_of_unknown_length(days: int, known: int | None) -> None:
    work = reviewed(submission("ann", "paced"))
    people: Any = [SimpleNamespace(submissions=[work])]
    assert work.reviews[0].on.isoformat() == "2026-11-01"
    assert [each.days for each in _reviews(people, saved(days, "ann/paced"), TODAY)] == [known]


def test_whoever_reviews_blind_is_not_named() -> None:
    given = district(portfolio("ann", submission("ann", "maps", "guiding")))
    (row,) = view(planned(given, inside("ann")), address.QUEUE).rows
    assert row.asked == ()
    assert row.whom == "A blind review, for whoever may"
    assert next(each.values for each in row.filters if each.name == "asked") == ()
    told = view(planned(given, inside("ann")), address.COACHES).blind
    assert told.startswith("1 blind review waits besides")


@pytest.mark.parametrize("visibility", list(Visibility))
def test_private_work_and_private_people_are_on_no_page(visibility: Visibility) -> None:
    given = district(portfolio("ann", submission("ann", "paced", word="planted"), visibility=visibility))
    site = planned(given, inside("ann"))
    whole = json.dumps([asdict(view(site, each)) for each in (*PAGES, address.LANDING)])
    hidden = visibility is Visibility.PRIVATE
    assert ("planted" in whole) is not hidden
    assert ("Work has waited 20 days" in whole) is not hidden
    assert len(view(site, address.PROGRESS).rows) == (0 if hidden else 1)
    (row,) = view(site, address.COACHES).rows
    assert len(row.coached) == (0 if hidden else 1)


def test_progress_shows_demonstrated_in_progress_and_why_help_may_be_due() -> None:
    work = reviewed(submission("ann", "paced"), "developing")
    given = district(portfolio("ann", work, reviewed(submission("ann", "maps", "guiding"))))
    (row,) = view(planned(given, inside("ann")), address.PROGRESS).rows
    assert row.person.title == "Ann Example"
    assert row.cohort == "August to December 2026"
    assert [each.work.title for each in row.under_way] == ["plain title of paced"]
    assert row.under_way[0].standing.id == "revise"
    assert row.help == ("Work has waited 20 days for a review.",)
    assert {each.name: each.values for each in row.filters}["help"] == ("yes",)


def test_a_coachs_load_leads_to_her_part_of_the_queue() -> None:
    given = district(portfolio("ann", submission("ann", "paced")))
    (row,) = view(planned(given, inside("ann")), address.COACHES).rows
    assert (row.people, row.waiting, row.longest, row.late, row.queue) == (
        1,
        1,
        "20 days",
        True,
        "asked=rosa",
    )
    assert "Ann Example" in [each.title for each in row.coached]


def test_agreement_of_a_few_pairs_says_that_it_says_nothing() -> None:
    few, enough = Concord(9, 9, 9, 0, 1.0), Concord(20, 15, 19, 1, 0.812)
    split = Disagreement(
        "ann", "paced", "pacing", "pace", "sha256:1", {"rosa": "proficient", "tom": "developing"}
    )
    known = Agreement(enough, {"pacing": few}, {"pacing": {"pace": few}}, (split,))
    given = district(portfolio("ann", submission("ann", "paced")))
    seen = view(planned(given, inside("ann"), agreement=known), address.AGREEMENT)
    facts = {each.label: each.figure for each in seen.facts}
    assert facts == {
        "Pairs of ratings": "20", "Same level": "75%", "Weighted kappa": "0.81", "Split at mastery": "1"
    }  # fmt: skip
    (group,) = seen.groups
    assert (group.whole.few, group.whole.exact, group.whole.kappa) == (True, "", "")
    # the levels stand in the order of the scale: who gave which is not told
    assert seen.splits[0].levels == ("Developing", "Proficient")
    assert "tom" not in json.dumps(asdict(seen.splits[0]))


def test_the_first_page_leads_with_the_days_work() -> None:
    given = district(portfolio("ann", submission("ann", "paced")))
    site = planned(given, inside("ann"), remembered=saved(20, "ann/paced"))
    today = view(site, address.LANDING).today
    assert [(each.label, each.figure) for each in today.facts][:2] == [
        ("Waiting for a review", "1"), ("May need help", "1")
    ]  # fmt: skip
    assert [each.work.title for each in today.waiting] == ["plain title of paced"]
    assert [each.reason for each in today.help] == ["Work has waited 20 days for a review."]


def test_an_empty_district_has_these_pages_and_they_are_empty() -> None:
    site = planned(district())
    assert {each.uri for each in site.pages} >= set(PAGES)
    assert view(site, address.QUEUE).rows == ()
    assert view(site, address.COACHES).rows == ()
    assert view(site, address.PROGRESS).rows == ()
    assert view(site, address.AGREEMENT).facts == ()
