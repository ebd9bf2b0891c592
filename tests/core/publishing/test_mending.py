"""What needs mending is not shown, and a notice says so; everything else is published."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.publishing.builders import (
    district,
    everything,
    log_entry,
    portfolio,
    reviewed,
    site,
    submission,
    uris,
    view,
)

from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, Withheld

ANN = "portfolios/ann/index.md"
WORD = "canary"
WORK = "One piece of work is withheld because its file needs mending."


def withheld(*paths: str) -> tuple[Withheld, ...]:
    return tuple(Withheld(each, "ann", "The key is unknown.") for each in paths)


@pytest.mark.parametrize("path", [f"portfolios/ann/{WORD}/index.md", f"portfolios/ann/{WORD}/{WORD}.pdf"])
def test_work_that_needs_mending_leaves_a_notice(path):
    given = district(
        portfolio("ann", reviewed(submission("ann", WORD, word=WORD)), submission("ann", "open"))
    )
    shown = site(given, withheld=withheld(path))
    assert view(shown, ANN).notices == (WORK,)
    assert WORD not in everything(shown)
    assert view(shown, ANN).awards == ()
    assert "portfolios/ann/open/index.md" in uris(shown)
    assert shown.withheld == withheld(path)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize(
    ("paths", "notice"),
    [
        ((f"portfolios/ann/{WORD}/index.md", f"portfolios/ann/{WORD}/reviews/2026-11-01-rosa.md"), WORK),
        (
            (f"portfolios/ann/log/2026-11-01-{WORD}.md",),
            "One log entry is withheld because its file needs mending.",
        ),
    ],
)
def test_what_could_not_be_read_may_be_hidden_so_the_public_is_told_nothing(audience, paths, notice):
    shown = site(district(portfolio("ann", broken=paths)), audience)
    assert view(shown, ANN).notices == (() if audience is Audience.PUBLIC else (notice,))
    assert WORD not in everything(shown)


@pytest.mark.parametrize(
    "changes", [{"status": Status.DRAFT}, {"practice": True}, {"visibility": Visibility.PRIVATE}]
)
@pytest.mark.parametrize("path", ["index.md", "reviews/2026-11-01-rosa.md"])
def test_hidden_work_gets_no_notice(changes, path):
    given = district(portfolio("ann", reviewed(submission("ann", WORD, **changes))))
    shown = site(given, Audience.INTERNAL, withheld=withheld(f"portfolios/ann/{WORD}/{path}"))
    assert view(shown, ANN).notices == ()
    assert WORD not in everything(shown)


def test_a_review_that_needs_mending_is_said_on_its_work():
    work = reviewed(submission("ann", "open"), word=WORD)
    shown = site(district(portfolio("ann", work)), withheld=withheld(work.reviews[0].source.file))
    assert view(shown, "portfolios/ann/open/index.md").reviews == ()
    assert view(shown, "portfolios/ann/open/index.md").notices == (
        "One review is withheld because its file needs mending.",
    )
    assert view(shown, ANN).notices == ()


def test_entries_and_self_assessments_are_counted():
    log = [log_entry("ann", "x", word=WORD), log_entry("ann", "y", word=WORD)]
    hidden = log_entry("ann", "z", word=WORD, visibility=Visibility.PRIVATE)
    given = portfolio("ann", log=[*log, hidden])
    paths = [each.source.file for each in (*log, hidden, given.self_assessments[0])]
    shown = site(district(given), withheld=withheld(*paths))
    assert view(shown, ANN).notices == (
        "Two log entries are withheld because their files need mending.",
        "One self-assessment is withheld because its file needs mending.",
    )
    assert WORD not in everything(shown)
    assert len([each for each in view(shown, ANN).timeline if each.kind == "self-assessment"]) == 1


@pytest.mark.parametrize("whole", [Visibility.PUBLIC, Visibility.PRIVATE])
def test_a_profile_that_needs_mending_is_emptied_and_still_decides_who_may_see(whole):
    given = district(portfolio("ann", submission("ann", "open"), visibility=whole, word=WORD))
    shown = site(given, withheld=withheld(ANN))
    assert WORD not in everything(replace(shown, withheld=())).replace(f"{WORD} note", "")
    assert (ANN in uris(shown)) is (whole is Visibility.PUBLIC)
    assert ("portfolios/ann/open/index.md" in uris(shown)) is (whole is Visibility.PUBLIC)
    if whole is Visibility.PUBLIC:
        assert view(shown, ANN).headline is None
        assert "withheld" in view(shown, ANN).notices[0]


def test_a_profile_that_could_not_be_read_closes_the_portfolio():
    """Nobody can tell what it says of who may see it."""
    work = reviewed(submission("ann", WORD, word=WORD, visibility=Visibility.PUBLIC))
    given = portfolio(
        "ann", work, word=WORD, profile=None, broken=(ANN,), log=[log_entry("ann", "x", word=WORD)]
    )
    other = portfolio("dan", submission("dan", "own", co_authors=("ann",)))
    for audience in Audience:
        shown = site(district(given, other), audience)
        assert WORD not in everything(shown)
        assert view(shown, ANN).notices == ("This portfolio is withheld because its file needs mending.",)
        assert view(shown, ANN).hours.total == "0 hours"
        assert view(shown, ANN).timeline == ()
        assert [each.ref.title for each in view(shown, "portfolios/index.md").cards] == ["Dan Example"]
        assert view(shown, "portfolios/dan/own/index.md").co_authors[0].uri == ANN


def test_a_missing_profile_means_internal():
    given = district(portfolio("ann", submission("ann", "open"), profile=None))
    assert ANN not in uris(site(given))
    assert {ANN, "portfolios/ann/open/index.md"} <= uris(site(given, Audience.INTERNAL))


def test_a_definition_that_needs_mending_loses_its_page_and_nothing_else():
    path = "competencies/frameworks/main/mastery.yml"
    given = district(portfolio("ann", reviewed(submission("ann", "paced"))))
    shown = site(given, withheld=(Withheld(path, None, "A descriptor is missing."),))
    assert "competencies/frameworks/main/mastery.md" not in uris(shown)
    named = view(shown, "portfolios/ann/paced/index.md").competency
    assert (named.title, named.uri) == ("Title of mastery", None)
    assert [each.level.id for each in view(shown, "portfolios/ann/paced/index.md").panel] == [
        "proficient"
    ] * 2
    assert view(shown, "competencies/index.md").notices == (
        "One definition is withheld because its file needs mending.",
    )
