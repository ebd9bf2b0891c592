"""Where a person stands: what is demonstrated, what could come next and why, and growth over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.publishing.builders import (
    TODAY,
    district,
    log_entry,
    portfolio,
    reviewed,
    site,
    submission,
    view,
)
from tests.core.publishing.definitions import micro_credential

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.duration import Duration
from proofolio.core.model.pathway import Pathway, PathwayAward
from proofolio.core.model.plan import Goal, RenewalPlan
from proofolio.core.model.progress import PartProgress, PathwayProgress
from proofolio.core.model.requirement import AllOf, AtLeast, Named
from proofolio.core.model.self_assessment import SelfAssessment, SelfRating
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.pathway import upcoming

ANN = "portfolios/ann/index.md"
TRANSCRIPT = "portfolios/ann/credentials/transcript.md"
BARE = {"plan": (), "pathways": (), "renewal": None}


def paced(level: str = "proficient", **changes: object):
    return reviewed(submission("ann", "paced"), level, **changes)


def with_profile(given, **changes: object):
    return replace(given, profile=replace(given.profile, **{**BARE, **changes}))


def without_sets(made):
    return replace(made, frameworks={key: replace(each, sets=()) for key, each in made.frameworks.items()})


def suggested(made, audience: Audience = Audience.PUBLIC, today: date = TODAY) -> dict[str, str]:
    """The reason for each suggestion, by title."""
    board = view(site(made, audience, today=today), ANN).board
    return {each.micro_credential.title: each.reason for each in board.suggestions}


TITLES = {each: micro_credential(each, "main/mastery").title for each in ("pacing", "listening", "guiding")}
AT = Pointer("competencies/pathways/both.yml")
ROUTE = AllOf((Named("pacing", AT), Named("listening", AT)), AT)


@pytest.mark.parametrize(
    ("profile", "work", "key", "reason"),
    [
        (
            {"plan": (Goal("Better", "main/mastery", "exemplary"),)},
            (),
            "pacing",
            "The plan aims at Exemplary in Title of mastery; not every criterion is rated there yet.",
        ),
        ({"plan": (Goal("Better", "lead/guiding"),)}, (), "guiding", "The plan names Title of guiding."),
        ({}, (paced(),), "listening", "It builds on {pacing}, which is earned."),
        ({"pathways": ("both",)}, (paced(),), "listening", "It finishes Both."),
        ({"pathways": ("both",)}, (), "pacing", "It counts for Both, where 0 of 2 are done."),
    ],
)
def test_every_suggestion_says_why(profile, work, key, reason):
    both = Pathway("both", "Both", None, ROUTE, None, AT)
    given = with_profile(portfolio("ann", *work), **profile)
    made = without_sets(district(given, pathways={**district().pathways, "both": both}))
    assert suggested(made)[TITLES[key]] == reason.format(**TITLES)


def test_the_last_of_a_set_and_what_ran_out_are_suggested():
    made = district(with_profile(portfolio("ann", paced())))
    alone = replace(made, pathways={})
    assert suggested(alone)[TITLES["listening"]] == "It completes the set Core."
    nothing_yet = replace(district(with_profile(portfolio("ann", self_assessments=()))), pathways={})
    first = "It is the first of the set Core that is not shown yet; everything else builds on this set."
    assert suggested(nothing_yet) == {TITLES["pacing"]: first, TITLES["guiding"]: first}
    brief = replace(alone.micro_credentials["pacing"], expires=Duration(months=1))
    over = replace(alone, micro_credentials={**alone.micro_credentials, "pacing": brief})
    later = suggested(over, today=date(2027, 3, 1))
    assert later[TITLES["pacing"]] == "It was earned before, and ran out on 1 December 2026."


def test_without_a_plan_ratings_come_first_then_the_own_view_then_what_all_else_builds_on():
    assessed = SelfAssessment("ann", date(2026, 9, 1), (), Pointer("portfolios/ann/self-assessments/x.yml"))

    def told(*work, **own: str) -> dict[str, str]:
        ratings = tuple(SelfRating(each.replace("__", "/"), level) for each, level in own.items())
        given = with_profile(portfolio("ann", *work, self_assessments=(replace(assessed, ratings=ratings),)))
        made = replace(district(given), pathways={})
        choice = replace(
            made.micro_credentials["pacing"],
            id="choosing",
            title="Choosing",
            criteria=("choice",),
            requires=(),
        )
        return suggested(replace(made, micro_credentials={**made.micro_credentials, "choosing": choice}))

    partly = reviewed(submission("ann", "paced", demonstrates=()), ratings={"pace": "proficient"})
    assert told(partly)["Choosing"] == (
        "In Title of mastery, 1 of 2 criteria are at mastery; this asks for Choice."
    )
    lowest = told(main__mastery="developing", lead__guiding="emerging", main__questions="proficient")
    assert lowest[TITLES["guiding"]] == (
        "The self-assessment puts Title of guiding at Emerging, and nothing lower."
    )
    assert lowest[TITLES["pacing"]].startswith("It is the first of the set Core")
    one = told(main__mastery__pace="emerging")
    assert one[TITLES["pacing"]] == (
        "The self-assessment puts Pace in Title of mastery at Emerging, and nothing lower."
    )
    above = told(main__mastery="proficient", lead__guiding="exemplary")
    assert not any("self-assessment" in each for each in above.values()), "nothing there asks for more"


def test_what_is_suggested_is_no_aim_again():
    goal = (Goal("Pace", "main/mastery", "proficient"),)
    shown = view(site(district(with_profile(portfolio("ann", self_assessments=()), plan=goal))), ANN).board
    assert TITLES["pacing"] in {each.micro_credential.title for each in shown.suggestions}
    assert shown.aims == ()


@pytest.mark.parametrize(("ordered", "wanted"), [(True, {"pacing"}), (False, {"pacing", "guiding"})])
def test_where_an_order_is_recommended_the_first_that_is_missing_is_suggested(ordered, wanted):
    rule = AllOf((Named("pacing", AT), Named("guiding", AT)), AT)
    both = Pathway("both", "Both", None, rule, None, AT, ordered)
    given = with_profile(portfolio("ann"), pathways=("both",))
    counted = suggested(district(given, pathways={"both": both}))
    assert {
        key for key, each in TITLES.items() if counted.get(each, "").startswith("It counts for Both")
    } == wanted


@pytest.mark.parametrize(
    ("rule", "begun", "wanted"),
    [
        (AllOf((Named("a", AT), Named("b", AT)), AT), (), {"a"}),
        (AllOf((Named("a", AT), Named("b", AT)), AT), ("a",), {"b"}),
        (AllOf((Named("a", AT), Named("b", AT)), AT), ("a", "b"), set()),
        (AtLeast(1, (Named("a", AT), Named("b", AT)), AT), (), {"a"}),
    ],
)
def test_what_is_handed_in_gives_way_to_the_next_in_order(rule, begun, wanted):
    way = Pathway("way", "Way", None, rule, None, AT, ordered=True)
    parts = (PartProgress("", 0, 1, False, (), ("a",)), PartProgress("", 0, 1, False, (), ("b",)))
    if isinstance(rule, AtLeast):
        parts = (PartProgress("", 0, 1, False, (), ("a", "b")),)
    assert upcoming(way, PathwayProgress("way", False, (), (), (), parts), begun) == wanted


def test_what_is_missing_is_named_and_so_is_what_is_above_mastery():
    part = paced(ratings={"pace": "proficient"})
    shown = view(site(district(portfolio("ann", part))), ANN).board
    words = {each.competency.title: each.words for each in shown.progress}
    assert words["Title of mastery"] == "1 of 2 criteria rated, aiming at Proficient; not rated yet: Choice"
    part = paced("developing", ratings={"pace": "developing"}, next_steps={"pace": "More."})
    shown = view(site(district(portfolio("ann", part))), ANN).board
    assert shown.progress[0].words == (
        "Developing so far, aiming at Proficient; below it or not rated yet: Pace, Choice"
    )
    most = paced(ratings={"pace": "exemplary", "choice": "proficient"})
    (done,) = [
        each
        for each in view(site(district(portfolio("ann", most))), ANN).board.demonstrated
        if each.competency.title == "Title of mastery"
    ]
    assert done.strengths == "Above mastery: Pace"
    assert not any(
        each.strengths for each in view(site(district(portfolio("ann", paced()))), ANN).board.demonstrated
    )


def test_what_is_earned_or_begun_is_not_suggested_and_what_needs_more_says_so():
    goal = (Goal("Hear them", "main/questions", "proficient"), Goal("Pace", "main/mastery", "proficient"))
    begun = view(site(district(with_profile(portfolio("ann", paced("developing")), plan=goal))), ANN).board
    assert TITLES["pacing"] not in {each.micro_credential.title for each in begun.suggestions}
    (listening,) = [each for each in begun.suggestions if each.micro_credential.title == TITLES["listening"]]
    assert [each.title for each in listening.before] == [TITLES["pacing"]]
    earned = view(site(district(with_profile(portfolio("ann", paced()), plan=goal))), ANN).board
    assert TITLES["pacing"] not in {each.micro_credential.title for each in earned.suggestions}
    assert all(each.before == () for each in earned.suggestions)


def test_what_a_licence_lacks_is_a_reason_inside_the_organisation_only():
    licence = RenewalPlan("state", date(2026, 7, 1))
    made = replace(district(with_profile(portfolio("ann"), renewal=licence)), pathways={})
    assert not any("licence" in each for each in suggested(made).values())
    inside = suggested(made, Audience.INTERNAL)
    assert inside[TITLES["pacing"]].startswith("The licence still lacks 15 hours in Content; this gives")


def test_hidden_work_changes_no_suggestion_and_no_picture():
    def told(*work) -> tuple:
        shown = view(site(district(with_profile(portfolio("ann", *work)))), ANN)
        return shown.board, shown.curve, shown.grown

    hidden = replace(paced(), visibility=Visibility.PRIVATE)
    assert told(hidden) == told()


def test_a_closed_portfolio_has_no_board():
    made = district(portfolio("ann", visibility=Visibility.PRIVATE))
    assert not any(each.uri.startswith("portfolios/ann/") for each in site(made).pages)


def grown(*levels: str):
    """Work that was rated once for each level, in a version of its own, the last as it is today."""
    work = submission("ann", "paced")
    for each in levels:
        work = reviewed(work, each)
    versions = [f"sha256:{number}" for number in range(1, len(levels))] + [work.digest]
    reviews = (replace(each, reviewed=at) for each, at in zip(work.reviews, versions, strict=True))
    return replace(work, reviews=tuple(reviews))


def test_growth_counts_criteria_at_mastery_day_by_day():
    shown = view(site(district(portfolio("ann", grown("emerging", "proficient")))), ANN)
    curve = shown.curve
    assert curve.since is None
    assert [(each.on, each.at, each.rated, each.mastery) for each in curve.steps] == [
        ("2026-11-01", 0, 2, 0),
        ("2026-11-02", 1000, 2, 2),
    ]
    assert (curve.ticks, curve.top) == ((0, 1, 2), 2)
    assert curve.words == (
        "Criteria at mastery grew from 0 on 1 November 2026 to 2 on 2 November 2026;"
        " 2 had been rated by then."
    )
    assert [each.title for each in curve.steps[1].earned] == [TITLES["pacing"]]
    (row,) = shown.grown
    assert (row.versions, row.reviews, row.first, row.latest, row.of) == (2, 2, 0, 2, 2)


def test_what_changed_since_its_review_is_a_last_step_that_agrees_with_the_map():
    work = replace(grown("emerging", "proficient"), digest="sha256:changed")
    other = reviewed(submission("ann", "led", "guiding", demonstrates=()), "proficient")
    shown = view(site(district(portfolio("ann", work, other))), ANN)
    *before, now = shown.curve.steps
    assert [(each.rated, each.mastery, each.stale) for each in before] == [(3, 1, ()), (3, 3, ())]
    assert (now.on, now.at, now.rated, now.mastery, now.works) == ("2026-11-22", 1000, 1, 1, ())
    assert [each.title for each in now.stale] == ["plain title of paced"]
    assert now.rated == sum(row.rated for each in shown.maps for row in each.rows)
    assert before[-1].at < 1000
    assert shown.curve.ends == "2026-11-22"
    assert shown.curve.words.endswith("to 3 on 2 November 2026; 3 had been rated by then.")
    assert shown.curve.since == (
        "1 piece of work has changed since its review: today 1 of 1 rated criteria are at mastery."
    )


def test_what_changed_on_the_day_of_the_last_rating_is_that_days_end():
    work = replace(grown("emerging", "proficient"), digest="sha256:changed")
    shown = view(site(district(portfolio("ann", work)), today=date(2026, 11, 2)), ANN)
    assert [(each.on, each.at, each.rated) for each in shown.curve.steps] == [
        ("2026-11-01", 0, 2),
        ("2026-11-02", 1000, 0),
    ]


def test_one_day_of_ratings_is_no_line():
    shown = view(site(district(portfolio("ann", paced()))), ANN)
    assert (shown.curve, shown.grown) == (None, ())


def test_the_stricter_of_two_reviewers_counts_and_the_line_may_fall():
    shown = view(site(district(portfolio("ann", grown("proficient", "developing")))), ANN)
    assert [each.mastery for each in shown.curve.steps] == [2, 0]
    assert shown.curve.words.startswith("0 of 2 rated criteria were at mastery on 2 November 2026")


def test_the_two_views_are_compared_in_a_sentence():
    shown = view(site(district(portfolio("ann", paced()))), ANN)
    assert shown.views_in_short == (
        "1 thing is rated by both: agreed on 0, reviewers see more in 1 and less in 0."
    )
    assert view(site(district(portfolio("ann"))), ANN).views_in_short is None


def test_the_transcript_tells_what_was_earned_by_whose_word_and_only_to_whom_it_may():
    shown = view(site(district(portfolio("ann", paced()))), TRANSCRIPT)
    (line,) = shown.lines
    assert (line.what.title, line.on, [each.title for each in line.by]) == (
        TITLES["pacing"],
        "2026-11-01",
        ["Rosa Example"],
    )
    assert (line.web, shown.verify) == (None, "https://valley.example.org/verify/")
    assert shown.hours.by_category == ()
    hidden = site(district(portfolio("ann", replace(paced(), visibility=Visibility.PRIVATE))))
    assert TRANSCRIPT not in {each.uri for each in hidden.pages}


def test_a_blind_reviewer_stays_unnamed_on_the_transcript():
    work = reviewed(submission("ann", "led", "guiding"))
    shown = view(site(district(portfolio("ann", work))), TRANSCRIPT)
    assert [(each.title, each.uri) for each in shown.lines[0].by] == [("A reviewer", None)]


def test_renewal_is_a_bar_for_the_organisation():
    made = district(portfolio("ann", paced()))
    inside = view(site(made, Audience.INTERNAL), ANN).hours
    outside = view(site(made), ANN).hours
    assert (inside.of, outside.of, outside.have) == (150, 0, 0)


@pytest.mark.parametrize("audience", list(Audience))
def test_the_hours_of_a_transcript_are_the_sum_of_its_lines(audience: Audience):
    made = district(portfolio("ann", paced(), log=(log_entry("ann", "first"), log_entry("ann", "second"))))
    shown = view(site(made, audience), TRANSCRIPT)
    given = [each.hours for each in shown.lines] + [shown.log]
    assert sum(float(each.split(" ")[0]) for each in given if each) == float(shown.hours.total.split(" ")[0])
    assert shown.log is not None
    assert view(site(district(portfolio("ann", paced(), log=()))), TRANSCRIPT).log is None


def test_a_finished_pathway_is_a_line_with_its_hours():
    made = district(portfolio("ann", paced()))
    award = PathwayAward("Both, done", 20)
    way = replace(made.pathways["route"], rule=AllOf((Named("pacing", AT),), AT), award=award)
    shown = view(site(replace(made, pathways={"route": way})), TRANSCRIPT)
    told = {each.what.uri: each.hours for each in shown.lines}
    assert told["competencies/pathways/route.md"] == "20 hours"
