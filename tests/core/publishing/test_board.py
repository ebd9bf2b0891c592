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
from proofolio.core.model.requirement import AllOf, Named
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience

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
    nothing_yet = replace(district(with_profile(portfolio("ann"))), pathways={})
    assert suggested(nothing_yet) == {}
    brief = replace(alone.micro_credentials["pacing"], expires=Duration(months=1))
    over = replace(alone, micro_credentials={**alone.micro_credentials, "pacing": brief})
    later = suggested(over, today=date(2027, 3, 1))
    assert later[TITLES["pacing"]] == "It was earned before, and ran out on 1 December 2026."


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
    assert [(each.on, each.at, each.rated, each.mastery) for each in curve.steps] == [
        ("2026-11-01", 0, 2, 0),
        ("2026-11-02", 1000, 2, 2),
    ]
    assert (curve.ticks, curve.top) == ((0, 1, 2), 2)
    assert curve.words == (
        "Criteria at mastery grew from 0 on 1 November 2026 to 2 on 2 November 2026; 2 are rated in all."
    )
    assert [each.title for each in curve.steps[1].earned] == [TITLES["pacing"]]
    (row,) = shown.grown
    assert (row.versions, row.reviews, row.first, row.latest, row.of) == (2, 2, 0, 2, 2)


def test_one_day_of_ratings_is_no_line():
    shown = view(site(district(portfolio("ann", paced()))), ANN)
    assert (shown.curve, shown.grown) == (None, ())


def test_the_stricter_of_two_reviewers_counts_and_the_line_may_fall():
    shown = view(site(district(portfolio("ann", grown("proficient", "developing")))), ANN)
    assert [each.mastery for each in shown.curve.steps] == [2, 0]
    assert shown.curve.words.startswith("0 of 2 rated criteria are at mastery on 2 November 2026")


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
