"""How a competency came about, what replaces it, and the small parts of the record in a portfolio."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime

import pytest
from tests.core.publishing.builders import (
    district,
    everything,
    history,
    log_entry,
    page,
    person,
    portfolio,
    reviewed,
    revision,
    site,
    submission,
    view,
)

from proofolio.core.model.district import District
from proofolio.core.model.history import Revision
from proofolio.core.model.identity import Identity
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.plan import Goal
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, Ref

OLD, NEW = "competencies/frameworks/main/mastery.md", "competencies/frameworks/main/questions.md"
FILE = "competencies/frameworks/main/mastery.yml"
ANN = "portfolios/ann/index.md"


def replacing(given: District, old: str = "mastery", **changes: object) -> District:
    """The district in which mastery was replaced by questions."""
    main = given.frameworks["main"]
    changed = replace(main.competencies[old], **({"replaced_by": "questions"} | changes))  # type: ignore[arg-type]
    frameworks = {
        **given.frameworks,
        "main": replace(main, competencies={**main.competencies, old: changed}),
    }
    return replace(given, frameworks=frameworks)


def commit(number: int, author: Identity, *others: Identity, paths: tuple[str, ...] = (FILE,)) -> Revision:
    at = datetime(2026, 10, number, 12, tzinfo=UTC)
    return Revision(f"{number:040x}", at, author, f"Subject {number}", paths, others)


def test_a_competency_tells_who_changed_it_newest_first_with_co_authors() -> None:
    known = Identity("A. E.", "7+ann-e@users.noreply.github.com")
    hidden = Identity("B", "bea-e@users.noreply.github.com")
    stranger = Identity("Olu Stranger", "olu@private.example.org")
    steps = (
        commit(1, Identity("someone@private.example.org", "someone@private.example.org")),
        commit(2, known, hidden, stranger, known),
    )
    given = district(portfolio("ann"), portfolio("bea", visibility=Visibility.PRIVATE))
    people = {
        **given.people,
        "ann": person("ann", github="Ann-E"),
        "bea": person("bea", github="bea-e"),
    }
    made = site(replace(given, people=people), remembered=history({FILE: steps}))
    newest, first = view(made, OLD).changes
    assert (newest.on, newest.what, first.what) == ("2026-10-02", "Subject 2", "Subject 1")
    assert newest.who == (Ref("Ann Example", ANN), Ref("Bea Example", None), Ref("Olu Stranger", None))
    assert first.who == (Ref("Somebody", None),)
    assert "private.example.org" not in everything(made)
    assert view(made, NEW).changes == ()


def test_a_subject_is_not_told_when_the_commit_also_touched_what_is_hidden() -> None:
    work = submission("ann", "secret", visibility=Visibility.PRIVATE)
    both = commit(1, Identity("Ann", ""), paths=(FILE, "portfolios/ann/secret/index.md"))
    given = district(portfolio("ann", work))
    (row,) = view(site(given, remembered=history({FILE: (both,)})), OLD).changes
    assert row.what is None
    shown = district(portfolio("ann", replace(work, visibility=None)))
    (row,) = view(site(shown, remembered=history({FILE: (both,)})), OLD).changes
    assert row.what == "Subject 1"


def test_without_a_history_nothing_is_told() -> None:
    assert view(site(district()), OLD).changes == ()
    assert view(site(district(), remembered=history({"portfolios/x": (revision(1),)})), OLD).changes == ()


def test_the_old_page_names_the_new_one_and_the_other_way_round() -> None:
    made = site(replacing(district()))
    assert view(made, OLD).replaced_by == Ref("Title of questions", NEW)
    assert view(made, NEW).replaces == (Ref("Title of mastery", OLD),)
    assert (view(made, NEW).replaced_by, view(made, OLD).replaces) == (None, ())
    (shelf,) = [each for each in view(made, "competencies/index.md").frameworks if "main" in each.ref.title]
    cards = [card for domain in shelf.domains for card in domain.competencies]
    assert {each.ref.uri: each.replaced_by for each in cards} == {
        OLD: Ref("Title of questions", NEW), NEW: None
    }  # fmt: skip


def test_evidence_and_entries_for_the_old_one_show_for_the_new_one_too() -> None:
    work = reviewed(submission("ann", "one", demonstrates=()))
    given = replacing(district(portfolio("ann", work, log=(log_entry("ann", "a"),))))
    made = site(given)
    (row,) = view(made, NEW).evidence
    assert (row.submission.uri, row.through) == ("portfolios/ann/one/index.md", Ref("Title of mastery", OLD))
    assert row.level is not None
    assert row.level.id == "proficient"
    assert [each.title for each in view(made, NEW).log] == ["plain entry"]
    (direct,) = view(made, OLD).evidence
    assert direct.through is None
    before = site(district(portfolio("ann", work)))
    assert view(before, NEW).evidence == ()


def test_work_that_names_both_is_told_once() -> None:
    work = reviewed(submission("ann", "one"))
    (row,) = view(site(replacing(district(portfolio("ann", work)))), NEW).evidence
    assert (row.because, row.through) == ("plain because", None)


def test_a_demonstrated_competency_stays_so_and_its_replacement_is_demonstrated_too() -> None:
    given = district(portfolio("ann", reviewed(submission("ann", "one", demonstrates=()))))
    rows = {row.competency.title: row for row in view(site(replacing(given)), ANN).maps[-1].rows}
    assert {each: row.state for each, row in rows.items()} == {
        "Title of mastery": "demonstrated",
        "Title of questions": "demonstrated",
    }
    assert rows["Title of questions"].own is not None, "the self-assessment moves along"
    assert rows["Title of questions"].target is not None, "and so does the plan"
    *_, told = [each for each in view(site(replacing(given)), ANN).sets if each.title == "Core"]
    assert (told.have, told.of) == (1, 1)


def test_a_replaced_competency_is_left_out_of_the_map_of_those_who_have_nothing_for_it() -> None:
    work = submission("ann", "one", "listening", demonstrates=())
    mine = portfolio("ann", work)
    assert mine.profile is not None
    mine = replace(mine, self_assessments=(), profile=replace(mine.profile, plan=()))
    rows = view(site(replacing(district(mine))), ANN).maps[-1].rows
    assert [each.competency.title for each in rows] == ["Title of questions"]


def test_a_goal_for_the_old_one_is_met_by_the_new_one() -> None:
    mine = portfolio("ann", reviewed(submission("ann", "one", "listening", demonstrates=())))
    assert mine.profile is not None
    mine = replace(mine, profile=replace(mine.profile, plan=(Goal("Go on", "mastery", "proficient"),)))
    given = replacing(district(mine))
    known = dict(given.micro_credentials)
    known["listening"] = replace(known["listening"], requires=())
    (row,) = view(site(replace(given, micro_credentials=known)), ANN).plan
    assert (row.state, row.competency) == ("met", Ref("Title of mastery", OLD))


def test_an_observation_says_whom_and_what_follows() -> None:
    seen = log_entry("ann", "a", observed="cid", follow_up="We plan the next one together.")
    given = district(portfolio("ann", log=(seen,)), portfolio("cid"))
    (row,) = view(site(given), ANN).log
    assert (row.observed, row.follow_up) == (
        Ref("Cid Example", "portfolios/cid/index.md"), "We plan the next one together."
    )  # fmt: skip
    assert "portfolios/cid/index.md" in page(site(given), ANN).inputs
    assert "We plan" not in json.dumps(asdict(view(site(given), "portfolios/cid/index.md")))


@pytest.mark.parametrize("audience", list(Audience))
def test_who_was_observed_is_not_named_to_those_who_may_not_see_that_portfolio(audience: Audience) -> None:
    seen = log_entry("ann", "a", observed="dan", companions=())
    hidden = portfolio("dan", visibility=Visibility.INTERNAL)
    (row,) = view(site(district(portfolio("ann", log=(seen,)), hidden), audience), ANN).log
    public = audience is Audience.PUBLIC
    assert row.observed == (
        Ref("a colleague", None) if public else Ref("Dan Example", "portfolios/dan/index.md")
    )


def test_the_cycle_of_each_competency_invites_to_what_is_not_there() -> None:
    kinds = (LogKind.PRACTICE, LogKind.PRACTICE, LogKind.REFLECTION, LogKind.COURSE)
    log = [log_entry("ann", f"e{n}", kind=kind, on=date(2026, 10, 1 + n)) for n, kind in enumerate(kinds)]
    log.append(log_entry("ann", "hidden", kind=LogKind.OBSERVATION, visibility=Visibility.PRIVATE))
    log.append(log_entry("ann", "free", kind=LogKind.OBSERVATION, competency=None))
    (row,) = view(site(district(portfolio("ann", log=log))), ANN).cycles
    assert row.competency == Ref("Title of mastery", OLD)
    assert [(each.title, each.there, each.words) for each in row.phases] == [
        ("Practise", True, "two times, last on 2 October 2026"),
        ("Observe", False, "not yet"),
        ("Reflect", True, "once on 3 October 2026"),
        ("Collaborate", False, "not yet"),
    ]
    assert row.words == "To close the circle: watch a colleague do it and talk it over with somebody."


def test_a_closed_circle_is_said_and_an_old_competency_stands_with_the_new_one() -> None:
    kinds = (LogKind.PRACTICE, LogKind.OBSERVATION, LogKind.REFLECTION, LogKind.COACHING)
    log = [log_entry("ann", f"e{n}", kind=kind) for n, kind in enumerate(kinds)]
    (row,) = view(site(replacing(district(portfolio("ann", log=log)))), ANN).cycles
    assert (row.competency.uri, row.words) == (NEW, "All four are there; the next round can begin.")


@pytest.mark.parametrize(
    ("goal", "found"),
    [
        ("Finish the Title of ROUTE, soon", True),
        ("plain career", False),
        ("Title of routes", False),
        (None, False),
    ],
)
def test_a_career_goal_that_names_a_pathway_says_what_is_missing(goal: str | None, found: bool) -> None:
    mine = portfolio("ann")
    assert mine.profile is not None
    given = district(replace(mine, profile=replace(mine.profile, career_goal=goal)))
    title = "Title of route"
    pathways = {**given.pathways, "route": replace(given.pathways["route"], title=title)}
    career = view(site(replace(given, pathways=pathways)), ANN).career
    assert (career is not None) is found
    if career is not None:
        assert career.pathway == Ref(title, "competencies/pathways/route.md")
        assert career.missing
        assert not any(each.met for each in career.missing)


def test_a_career_goal_may_name_the_award_and_the_longest_name_counts() -> None:
    mine = portfolio("ann")
    assert mine.profile is not None
    given = district(
        replace(mine, profile=replace(mine.profile, career_goal="Become a lead teacher of maths"))
    )
    names = sorted(given.pathways)
    award = replace(given.pathways["route"].award, title="Lead teacher of maths")  # type: ignore[type-var]
    pathways = {each: replace(given.pathways[each], title="Lead teacher", award=None) for each in names}
    pathways["route"] = replace(given.pathways["route"], title="Some way", award=award)
    career = view(site(replace(given, pathways=pathways)), ANN).career
    assert career is not None
    assert career.pathway.title == "Some way"
