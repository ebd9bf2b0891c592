"""Nobody sees what is not theirs to see: not the work, and not its effects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.publishing.builders import (
    TODAY,
    Said,
    differences,
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
    uris,
    view,
)

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.credential import Credential
from proofolio.core.model.identity import Identity
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.submission import Status, Submission
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience

PUBLIC, INTERNAL, PRIVATE = Visibility.PUBLIC, Visibility.INTERNAL, Visibility.PRIVATE
WORD = "canary"

# portfolio, the work's own word, public sees it, internal sees it
VISIBILITIES = [
    (PUBLIC, None, True, True),
    (PUBLIC, PUBLIC, True, True),
    (PUBLIC, INTERNAL, False, True),
    (PUBLIC, PRIVATE, False, False),
    (INTERNAL, None, False, True),
    (INTERNAL, PUBLIC, True, True),
    (INTERNAL, INTERNAL, False, True),
    (INTERNAL, PRIVATE, False, False),
    (PRIVATE, None, False, False),
    (PRIVATE, PUBLIC, False, False),
    (PRIVATE, INTERNAL, False, False),
    (PRIVATE, PRIVATE, False, False),
]
NEVER = [
    {"status": Status.DRAFT},
    {"practice": True},
    {"status": Status.DRAFT, "practice": True},
    {"visibility": PRIVATE},
]


def secret(**changes: object) -> Submission:
    """Accepted work with the canary in every field, its slug and its file names."""
    return reviewed(submission("ann", WORD, word=WORD, **changes), word=WORD)


def with_other_work(*more: Submission, visibility: Visibility = PUBLIC, **changes: object) -> Portfolio:
    seen = reviewed(submission("ann", "open", "listening"), "developing")
    return portfolio("ann", seen, *more, visibility=visibility, **changes)


@pytest.mark.parametrize(("whole", "own", "public", "internal"), VISIBILITIES)
def test_work_shows_to_its_audience_only(whole, own, public, internal):
    given = district(portfolio("ann", secret(visibility=own), visibility=whole))
    for audience, expected in ((Audience.PUBLIC, public), (Audience.INTERNAL, internal)):
        shown = site(given, audience)
        assert (WORD in everything(shown)) is expected
        assert (f"portfolios/ann/{WORD}/index.md" in uris(shown)) is expected
        assert any(WORD in each.source for each in shown.files) is expected


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("changes", NEVER)
def test_drafts_practice_and_private_work_never_show(audience, changes):
    remembered = history({f"portfolios/ann/{WORD}/index.md": (revision(3, f"{WORD} begun"),)})
    shown = site(district(with_other_work(secret(**changes))), audience, remembered)
    assert WORD not in everything(shown)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("changes", [*NEVER, {"visibility": INTERNAL}])
@pytest.mark.parametrize("asked", ["pacing", "listening", "guiding"])
def test_hidden_work_has_no_effect_on_any_page(audience, changes, asked):
    """The strongest form: the site is the same as if the work had never been."""
    if audience is Audience.INTERNAL and changes == {"visibility": INTERNAL}:
        pytest.skip("this audience may see it")
    hidden = reviewed(submission("ann", WORD, asked, word=WORD, **changes))
    for other in ((), (reviewed(submission("ann", "paced")),)):
        with_it = site(district(with_other_work(*other, hidden)), audience)
        without = site(district(with_other_work(*other)), audience)
        assert differences(with_it, without) == []


def test_hidden_evidence_of_a_kind_does_not_finish_a_pathway():
    shown = submission("ann", "paced")
    shown = reviewed(replace(shown, artifacts=shown.artifacts[:1]))
    hidden = reviewed(submission("ann", "zz-film", visibility=PRIVATE))
    with_it = site(district(portfolio("ann", shown, hidden)))
    assert differences(with_it, site(district(portfolio("ann", shown)))) == []
    assert (
        view(site(district(portfolio("ann", shown, hidden))), "competencies/pathways/film.md").travellers
        == ()
    )


def test_hidden_renewal_does_not_keep_an_award_alive():
    shown = reviewed(submission("ann", "heard", "listening"), on=date(2025, 2, 1))
    hidden = reviewed(submission("ann", "again", "listening", visibility=PRIVATE))
    paced = reviewed(submission("ann", "paced"), on=date(2025, 1, 1))
    with_it = site(district(portfolio("ann", paced, shown, hidden)))
    assert differences(with_it, site(district(portfolio("ann", paced, shown)))) == []
    assert [each.lapsed for each in view(with_it, "portfolios/ann/index.md").awards] == [False, True]
    assert not any(each.met for each in view(with_it, "competencies/pathways/pair.md").travellers)


def test_an_internal_award_shows_inside_only():
    given = district(with_other_work(secret(visibility=INTERNAL)))
    inside, outside = site(given, Audience.INTERNAL), site(given)
    earned = "competencies/micro-credentials/pacing.md"
    assert [each.person.title for each in view(inside, earned).earners] == ["Ann Example"]
    assert view(outside, earned).earners == ()
    assert view(outside, "portfolios/ann/index.md").hours.total == "0 hours"
    assert view(inside, "portfolios/ann/index.md").hours.total == "15 hours"
    assert [each.state for each in view(outside, "portfolios/ann/index.md").maps[0].rows] == [
        "not-started",
        "in-progress",
    ]


def test_the_same_award_by_published_work_shows_instead():
    hidden = replace(
        secret(visibility=INTERNAL), slug="a-first", source=Pointer("portfolios/ann/a-first/index.md")
    )
    given = district(portfolio("ann", hidden, reviewed(submission("ann", "paced"))))
    (row,) = view(site(given), "portfolios/ann/index.md").awards
    assert row.submission is not None
    assert row.submission.uri == "portfolios/ann/paced/index.md"


def credential(achievement: str) -> Credential:
    where = Pointer(f"portfolios/ann/credentials/{achievement}.json")
    return Credential("ann", achievement, "urn:1", "Name", TODAY, None, True, where)


def test_an_award_of_the_ledger_alone_shows_unless_its_work_is_hidden():
    alone = district(portfolio("ann", credentials=[credential("pacing")]))
    assert len(view(site(alone), "portfolios/ann/index.md").awards) == 1
    turned_back = district(
        portfolio("ann", submission("ann", "x", status=Status.DRAFT), credentials=[credential("pacing")])
    )
    assert view(site(turned_back), "portfolios/ann/index.md").awards == ()


@pytest.mark.parametrize(
    ("whole", "audience", "there"),
    [
        (PUBLIC, Audience.PUBLIC, True),
        (INTERNAL, Audience.PUBLIC, False),
        (INTERNAL, Audience.INTERNAL, True),
        (PRIVATE, Audience.PUBLIC, False),
        (PRIVATE, Audience.INTERNAL, False),
    ],
)
def test_a_hidden_profile_leaves_nothing_not_even_the_name(whole, audience, there):
    mine = portfolio("bea", visibility=whole, word=WORD, log=[log_entry("bea", "x", word=WORD)])
    given = district(mine, with_other_work(log=[log_entry("ann", "y")]))
    shown = site(given, audience)
    assert (WORD in everything(shown)) is there
    assert ("portfolios/bea/index.md" in uris(shown)) is there
    named = view(shown, "portfolios/ann/open/index.md").co_authors[0]
    assert named.title == ("Bea Example" if there else "a colleague")
    assert (named.uri is not None) is there
    cards = view(shown, "portfolios/index.md").cards
    assert ("Bea Example" in [each.ref.title for each in cards]) is there


def test_public_work_of_an_internal_person_stands_alone():
    given = district(
        portfolio("ann", submission("ann", "x", visibility=PUBLIC), visibility=INTERNAL, word=WORD)
    )
    shown = site(given)
    assert WORD not in everything(shown)
    assert view(shown, "portfolios/ann/x/index.md").person.uri is None
    assert view(shown, "competencies/pathways/route.md").travellers == ()
    assert "portfolios/ann/index.md" not in uris(shown)


@pytest.mark.parametrize(
    ("own", "public", "internal"),
    [(None, True, True), (INTERNAL, False, True), (PRIVATE, False, False)],
)
def test_log_entries_follow_their_own_word(own, public, internal):
    given = district(portfolio("ann", log=[log_entry("ann", "x", word=WORD, visibility=own)]))
    for audience, expected in ((Audience.PUBLIC, public), (Audience.INTERNAL, internal)):
        shown = site(given, audience)
        assert (WORD in everything(shown)) is expected
        assert view(shown, "portfolios/ann/index.md").hours.total == ("1.5 hours" if expected else "0 hours")


def test_a_commit_that_also_touched_hidden_files_keeps_its_subject_to_itself():
    shared, alone = revision(4, f"{WORD} subject"), revision(5, "Clearer context")
    remembered = history(
        {
            "portfolios/ann/open/index.md": (shared, alone),
            "portfolios/ann/hidden/index.md": (shared,),
        }
    )
    given = district(with_other_work(submission("ann", "hidden", visibility=PRIVATE)))
    shown = site(given, remembered=remembered)
    assert WORD not in everything(shown)
    subjects = [each.subject for each in view(shown, "portfolios/ann/open/index.md").revisions]
    assert subjects == [None, "Clearer context"]


def test_a_commit_that_touched_files_that_are_gone_keeps_its_subject_to_itself():
    gone = revision(4, WORD, paths=("portfolios/ann/open/index.md", "portfolios/ann/gone/index.md"))
    remembered = history({"portfolios/ann/open/index.md": (gone,)})
    assert WORD not in everything(site(district(with_other_work()), remembered=remembered))


def test_authors_of_commits_never_show_an_address():
    written = {
        "portfolios/ann/open/index.md": (
            revision(1, author="Ann Example <canary@example.org>"),
            revision(2, author="canary@example.org"),
            revision(3, author="ann"),
        )
    }
    shown = site(district(with_other_work()), remembered=history(written))
    assert WORD not in everything(shown)
    who = [each.who for each in view(shown, "portfolios/ann/open/index.md").revisions]
    assert who == ["Ann Example", "Somebody", "Ann Example"]


@pytest.mark.parametrize("audience", Audience)
def test_whoever_has_a_closed_portfolio_is_not_named_as_an_author_of_anothers_work(audience: Audience):
    """Somebody whom the roster does not know is shown as the commit claims, here as anywhere."""
    bea = replace(revision(2), author=Identity("B.", "bea-e@users.noreply.github.com"))
    written = {"portfolios/ann/open/index.md": (revision(1), bea, revision(3, author="Olu Stranger"))}
    given = with_other_work()
    given = district(given, portfolio("bea", visibility=Visibility.INTERNAL))
    people = {**given.people, "bea": person("bea", github="bea-e")}
    shown = site(replace(given, people=people), audience, remembered=history(written))
    who = [each.who for each in view(shown, "portfolios/ann/open/index.md").revisions]
    known = "a colleague" if audience is Audience.PUBLIC else "Bea Example"
    assert who == ["Ann Example", known, "Olu Stranger"]


def test_blind_reviewers_stay_unnamed():
    work = reviewed(submission("ann", "maps", "guiding"), by="tom")
    path = "portfolios/ann/maps/reviews/2026-11-01-tom.md"
    remembered = history({path: (revision(6, "Tom Example reviews", "Tom Example"),)})
    shown = site(district(portfolio("ann", work), portfolio("tom")), remembered=remembered)
    for uri in ("portfolios/ann/maps/index.md", "portfolios/ann/index.md"):
        assert "Tom Example" not in Said(str(view(shown, uri)))
        assert "pull/12" not in Said(str(view(shown, uri)))
    assert view(shown, "portfolios/ann/maps/index.md").reviews[0].reviewer.title == "A reviewer"


def test_only_files_that_a_page_shows_are_copied():
    shown = site(district(portfolio("ann", submission("ann", "x", word="w"))))
    names = [each.uri.rpartition("/")[2] for each in shown.files]
    assert names == ["w notes.docx", "w-picture.png", "w.pdf"]


def test_what_people_did_not_agree_to_is_neither_copied_nor_linked():
    given = submission("ann", "x", word="w")
    refused = tuple(replace(each, consent=False) for each in given.artifacts)
    shown = site(district(portfolio("ann", replace(given, artifacts=refused))))
    assert "w.pdf" not in everything(replace(shown, pages=()))
    for each in view(shown, "portfolios/ann/x/index.md").artifacts:
        assert each.uri is None
        assert each.link is None
        assert each.notice


def test_licence_renewal_and_categories_are_for_the_organisation():
    given = district(portfolio("ann", reviewed(submission("ann", "x"))))
    outside = view(site(given), "portfolios/ann/index.md").hours
    inside = view(site(given, Audience.INTERNAL), "portfolios/ann/index.md").hours
    assert (outside.by_category, outside.renewal) == ((), ())
    assert inside.by_category
    assert "of 150 hours" in inside.renewal[0]


def test_few_learners_are_not_counted_in_public():
    given = submission("ann", "x")
    few = replace(
        given,
        impact=tuple(replace(each, n=3, before=17.25) for each in given.impact),
        applied=replace(given.applied, learners=3),
    )
    outside, inside = (
        view(site(district(portfolio("ann", few)), audience), "portfolios/ann/x/index.md")
        for audience in (Audience.PUBLIC, Audience.INTERNAL)
    )
    assert "17.25" not in Said(str(outside))
    assert outside.impact[0].notice
    assert ("Learners", "fewer than 5") in [(each.label, each.value) for each in outside.applied]
    assert inside.impact[0].before == "17.25 percent"


def test_inputs_name_no_hidden_file():
    shown = site(district(with_other_work(secret(visibility=PRIVATE))))
    for each in shown.pages:
        assert list(each.inputs) == sorted(set(each.inputs))
        assert not any(WORD in name for name in each.inputs)
    assert "portfolios/ann/" in page(shown, "portfolios/ann/open/index.md").inputs


@pytest.mark.parametrize(("visibility", "named"), [(PUBLIC, True), (INTERNAL, False), (PRIVATE, False)])
def test_a_companion_is_named_only_where_that_portfolio_may_be_seen(visibility: Visibility, named: bool):
    work = reviewed(submission("ann", "unit", co_authors=("bea", "tom")))
    log = log_entry("ann", "visit", companions=("bea", "tom"))
    made = site(district(portfolio("ann", work, log=(log,)), portfolio("bea", visibility=visibility)))
    shown = view(made, "portfolios/ann/unit/index.md").co_authors
    (row,) = view(made, "portfolios/ann/index.md").log
    assert [each.title for each in shown] == ["Bea Example" if named else "a colleague", "Tom Example"]
    assert shown == row.companions
    assert ("Bea Example" in everything(made)) is named
