"""Portfolios and submissions: what was claimed, what was decided, and by whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.publishing.builders import (
    district,
    history,
    log_entry,
    portfolio,
    reviewed,
    revision,
    site,
    submission,
    view,
)
from tests.core.publishing.definitions import micro_credential

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.body import Body
from proofolio.core.model.duration import Duration
from proofolio.core.model.history import History
from proofolio.core.model.impact import Impact
from proofolio.core.model.standing import Standing
from proofolio.core.publishing.impact import impact
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.standing import _WORDS

ANN = "portfolios/ann/index.md"
PACED = "portfolios/ann/paced/index.md"


def paced(level: str = "proficient", **changes: object):
    return reviewed(submission("ann", "paced"), level, **changes)


def test_complete_and_competent_are_two_things():
    waiting = view(site(district(portfolio("ann", submission("ann", "paced")))), PACED)
    assert (waiting.complete.complete, waiting.competent.competent) == (True, False)
    assert waiting.standing.label == "Waiting for review"
    assert waiting.because
    met = view(site(district(portfolio("ann", paced()))), PACED)
    assert (met.competent.competent, met.competent.met, met.competent.of) == (True, 2, 2)
    assert met.standing.done
    assert met.earned_on == "2026-11-01"


def test_a_card_tells_the_day_of_the_decision_before_that_of_the_last_change():
    later = history({PACED: (revision(20, paths=(PACED,)),)})

    def on(work):
        return view(site(district(portfolio("ann", work)), remembered=later), ANN).submissions[0].on

    assert on(paced()) == "2026-11-01"
    assert on(paced("developing")) == on(submission("ann", "paced")) == "2026-10-20"


def test_the_panel_shows_the_words_of_the_level_reached_and_of_what_is_asked():
    shown = view(site(district(portfolio("ann", paced("developing", word="try")))), PACED)
    first = shown.panel[0]
    assert (first.level.id, first.descriptor) == ("developing", "pace at developing")
    assert (first.met, first.next_step) == (False, "try next step")
    assert first.next_level.descriptor == "pace at proficient"
    assert [each.title for each in first.by] == ["Rosa Example"]
    met = view(site(district(portfolio("ann", paced()))), PACED).panel[0]
    assert met.next_level is None
    assert met.met


def test_a_review_of_an_earlier_version_is_told_apart():
    work = reviewed(paced("developing", reviewed="sha256:before"))
    shown = view(site(district(portfolio("ann", work))), PACED)
    assert [(each.on, each.fresh) for each in shown.reviews] == [("2026-11-01", False), ("2026-11-02", True)]
    assert "has changed since" in shown.reviews[0].freshness
    rating = shown.reviews[0].ratings[0]
    assert (rating.criterion, rating.level.words, rating.next_step) == (
        "Pace",
        "Developing, level 2 of 4",
        "plain next step",
    )


def test_a_level_that_left_the_scale_keeps_its_name():
    work = paced(ratings={"pace": "superb", "gone": "proficient"}, next_steps={})
    ratings = view(site(district(portfolio("ann", work))), PACED).reviews[0].ratings
    assert [(each.criterion, each.level, each.level_name) for each in ratings[:1]] == [
        ("Pace", None, "superb")
    ]
    assert (ratings[1].criterion, ratings[1].level_name) == ("gone", "Proficient")


def test_revisions_tell_the_story_in_order():
    review = "portfolios/ann/paced/reviews/2026-11-01-rosa.md"
    remembered = history(
        {
            PACED: (revision(1, "First try"), revision(9, "Show the pace")),
            "portfolios/ann/paced/plain.pdf": (revision(1, "First try"),),
            review: (revision(5, "Review", "Rosa Example"),),
            "portfolios/ann/paced/credentials/x.json": (revision(12, "Issue", "Bot"),),
        }
    )
    shown = view(site(district(portfolio("ann", paced())), remembered=remembered), PACED)
    assert [(each.on, each.words, each.who, each.subject) for each in shown.revisions] == [
        ("2026-10-01", "First version", "Ann Example", "First try"),
        ("2026-10-05", "Reviewed", "Rosa Example", "Review"),
        ("2026-10-09", "Revised", "Ann Example", "Show the pace"),
        ("2026-10-12", "Credential added", "Bot", "Issue"),
    ]
    assert [each.commit for each in remembered.below("portfolios/ann/paced")] == [
        f"{number:040x}" for number in (1, 5, 9, 12)
    ]


def test_without_git_the_page_says_so_and_shows_no_date_it_cannot_know():
    shown = site(district(portfolio("ann", submission("ann", "paced"))), remembered=History())
    assert not view(shown, PACED).history_known
    assert view(shown, PACED).revisions == ()


def measured(
    before: float, after: float, unit: str = "percent", lower: bool = False, n: int | None = 26
) -> Impact:
    return Impact("Target", unit, before, after, n, None, None, "Check", lower, Pointer("x"))


@pytest.mark.parametrize(
    ("given", "change", "direction", "scale"),
    [
        (measured(41, 78), "+37 percentage points", "better", 100.0),
        (measured(70.1, 83.1), "+13 percentage points", "better", 100.0),
        (measured(10, 9), "\u22121 percentage point", "worse", 100.0),
        (measured(12, 4, "absences", lower=True), "\u22128 absences", "better", 12.0),
        (measured(4, 12, "absences", lower=True), "+8 absences", "worse", 12.0),
        (measured(5, 5, "points"), "0 points", "same", 5.0),
        (measured(-2, 3, "points"), "+5 points", "better", None),
        (measured(86.4, 191.2), "+104.8 percentage points", "better", 191.2),
    ],
)
def test_impact_is_computed(given, change, direction, scale):
    shown = impact(given, Audience.PUBLIC)
    assert (shown.change, shown.direction, shown.scale) == (change, direction, scale)
    assert change in shown.words
    assert "26 learners" in shown.words


def test_the_mastery_map_marks_reached_own_and_target():
    shown = view(site(district(portfolio("ann", paced("exemplary")))), ANN)
    lead, main = shown.maps
    row = main.rows[0]
    assert (row.state, row.level.id, row.own.id, row.target.id) == (
        "demonstrated",
        "exemplary",
        "developing",
        "proficient",
    )
    assert [(each.reached, each.here, each.own, each.target) for each in row.cells] == [
        (True, False, False, False),
        (True, False, True, False),
        (True, False, False, True),
        (True, True, False, False),
    ]
    assert all(each.words for each in row.cells)
    assert main.summary == "1 of 2 competencies demonstrated, 1 in progress"
    # lead/guiding is aligned with it
    assert [each.words for each in lead.rows] == ["Demonstrated by alignment with Title of mastery (exact)"]
    assert [each.words for each in shown.sets] == ["1 of 1 Core", "1 of 2 Core"]


def test_a_level_is_reached_when_every_criterion_is_rated():
    work = paced(ratings={"pace": "exemplary"})
    row = view(site(district(portfolio("ann", work))), ANN).maps[-1].rows[0]
    assert (row.rated, row.of, row.level) == (1, 2, None)
    assert row.lowest.id == "exemplary"
    assert not any(each.reached for each in row.cells)
    assert [each.level.id for each in row.cells if each.so_far] == ["exemplary"]


def test_the_plan_stands_beside_what_was_reached():
    first, second = view(site(district(portfolio("ann", paced()))), ANN).plan
    assert (first.state, first.words, first.by) == ("met", "Reached: Proficient", "2027-01-31")
    assert (second.competency, second.state) == (None, "on-the-way")
    open_goal = view(site(district(portfolio("ann", paced("developing")))), ANN).plan[0]
    assert (open_goal.state, open_goal.words) == ("on-the-way", "On the way: Developing so far")


def test_own_view_stands_beside_the_reviewers():
    shown = view(site(district(portfolio("ann", paced()))), ANN)
    whole, pace, choice = shown.side_by_side
    assert [each.level.id for each in whole.own] == ["emerging", "developing"]
    assert whole.reviewers == ()
    assert pace.own[-1].note == "plain note"
    assert [(each.level.id, each.by.title) for each in pace.reviewers] == [("proficient", "Rosa Example")]
    assert pace.comparison == "Reviewers see more than the own view: Proficient, beside Developing."
    assert (choice.own, choice.comparison) == ((), None)


def test_gaps_and_next_steps_come_from_reviewers():
    shown = view(site(district(portfolio("ann", paced("developing")))), ANN)
    assert [each.words for each in shown.board.progress] == [
        "Developing so far, aiming at Proficient; below it: Pace, Choice",
        "Not rated yet, aiming at Proficient",
    ]
    assert [(each.criterion, each.step) for each in shown.board.progress[0].steps] == [
        ("Pace", "plain next step"),
        ("Choice", "plain next step"),
    ]
    assert shown.board.demonstrated == ()
    met = view(site(district(portfolio("ann", paced()))), ANN)
    reached = [each.level.words for each in met.board.demonstrated if each.level]
    assert reached == ["Proficient, level 3 of 4, mastery"]
    assert not any(each.steps for each in met.board.progress)


def test_the_timeline_runs_from_the_newest():
    remembered = history({PACED: (revision(1), revision(9))})
    given = district(portfolio("ann", paced(), log=[log_entry("ann", "x")]))
    shown = view(site(given, remembered=remembered), ANN).timeline
    assert [(each.on, each.kind) for each in shown] == [
        ("2026-11-10", "self-assessment"),
        ("2026-11-01", "award"),
        ("2026-11-01", "award"),
        ("2026-11-01", "feedback"),
        ("2026-10-09", "revision"),
        ("2026-10-07", "log"),
        ("2026-10-01", "evidence"),
        ("2026-09-01", "self-assessment"),
    ]


def test_what_expired_is_shown_as_over():
    given = district(portfolio("ann", paced()))
    short = micro_credential("pacing", "main/mastery", expires=Duration(0, 1))
    given = replace(given, micro_credentials={**given.micro_credentials, "pacing": short})
    last = date(2026, 12, 1)
    assert not view(site(given, today=last), ANN).awards[0].lapsed
    over = site(given, today=date(2026, 12, 2))
    assert view(over, ANN).awards[0].lapsed
    assert view(over, PACED).standing.label == "Expired"
    # it was earned all the same, as the figures count it
    assert view(over, "portfolios/index.md").cards[0].earned == 1
    assert view(over, "competencies/micro-credentials/pacing.md").earners[0].lapsed
    assert view(over, ANN).maps[-1].rows[0].state == "in-progress"


def test_a_co_authors_page_does_not_depend_on_somebody_elses_work():
    with_it = site(district(portfolio("ann", paced()), portfolio("bea")))
    without = site(district(portfolio("ann"), portfolio("bea")))
    assert view(with_it, "portfolios/bea/index.md") == view(without, "portfolios/bea/index.md")


def test_artifacts_are_previewed_by_what_they_are():
    first, second = view(site(district(portfolio("ann", paced()))), PACED).artifacts
    assert (first.preview, first.size, first.uri) == ("pdf", "48 kB", "portfolios/ann/paced/plain.pdf")
    assert (second.preview, second.consent) == ("video", True)
    assert (second.link.title, second.link.url) == ("plain film", "https://plain.example.org/x")


@pytest.mark.parametrize(
    "name", ["../dan/own/secret.pdf", "/etc/passwd.pdf", "reviews/x.pdf", ".git/x.pdf", "page.html"]
)
def test_files_outside_the_work_are_never_copied(name):
    given = submission("ann", "paced")
    odd = replace(given.artifacts[0], file=name)
    stored = replace(given.files[0], path=name)
    work = replace(given, artifacts=(odd,), files=(stored,), body=replace(given.body, pictures=(), links=()))
    shown = site(district(portfolio("ann", work)))
    assert shown.files == ()
    assert view(shown, PACED).artifacts[0].uri is None
    assert view(shown, PACED).artifacts[0].notice


def test_the_directory_is_by_name_and_filters():
    shown = view(site(district(portfolio("dan"), portfolio("ann", paced()))), "portfolios/index.md")
    assert [each.ref.title for each in shown.cards] == ["Ann Example", "Dan Example"]
    assert shown.cards[0].words == "1 piece of work, 1 micro-credential earned"
    assert shown.cards[0].filters[0].values == ("north",)


def test_the_landing_page_features_one_accepted_piece_for_each():
    ann = portfolio(
        "ann", paced(), reviewed(submission("ann", "more")), submission("ann", "open", "listening")
    )
    shown = view(
        site(district(ann, portfolio("dan", reviewed(submission("dan", "own"), "developing")))), "index.md"
    )
    assert [each.person.title for each in shown.featured] == ["Ann Example"]
    assert shown.featured[0].impact == "plain measure: from 41 to 78 percent"
    figure = shown.featured[0].figure
    assert (figure.short, figure.change, figure.scale) == ("+37 points", "+37 percentage points", 100.0)
    assert [each.uri for each in shown.doors] == [
        "portfolios/index.md",
        "competencies/micro-credentials/index.md",
    ]
    assert {each.label.title: each.number for each in shown.counts}["pieces of published work"] == 4
    assert [each.who for each in shown.ways_in] == ["Teachers", "Coaches", "Leaders", "Everybody else"]


def test_the_landing_page_opens_no_door_to_an_empty_page():
    nobody = district()
    assert [each.uri for each in view(site(nobody), "index.md").doors] == [
        "competencies/micro-credentials/index.md"
    ]
    nothing = replace(nobody, micro_credentials={}, pathways={})
    assert view(site(nothing), "index.md").doors == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [("<!-- About me: who you teach. -->\n", False), ("<!-- never closed\n\nMore", False), ("", False),
     ("<!-- one --> I teach. <!-- two -->", True), ("`<!-- code -->`", True)],
)  # fmt: skip
def test_a_new_portfolio_has_no_heading_above_nothing(text, told):
    ann = portfolio("ann")
    ann = replace(ann, profile=replace(ann.profile, body=Body(text)))
    assert (view(site(district(ann)), ANN).about is not None) is told


def test_every_standing_has_friendly_words():
    assert set(_WORDS) == set(Standing)
