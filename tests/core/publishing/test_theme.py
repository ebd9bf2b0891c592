"""Themes that authors give their work, and commentary on films: what is shown, to whom, in which words."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import Any

import pytest
from tests.core.publishing.builders import district, page, portfolio, site, submission, view

from proofolio.core.model.artifact import Artifact, ArtifactKind
from proofolio.core.model.district import District
from proofolio.core.model.remark import Remark, Voice
from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, Ref, SitePlan

THEMES = "competencies/themes/index.md"
WORK = "portfolios/ann/paced/index.md"


def only(given: District) -> District:
    """The district with the theme on one competency only."""
    frameworks = {}
    for name, each in given.frameworks.items():
        kept = {
            key: replace(one, themes=one.themes if one.ref == "main/mastery" else ())
            for key, one in each.competencies.items()
        }
        frameworks[name] = replace(each, competencies=kept)
    return replace(given, frameworks=frameworks)


def tagged(given: SitePlan) -> list[tuple[str, bool]]:
    (section,) = view(given, THEMES).themes
    return [(each.work.title, each.also) for each in section.tagged]


def test_tagged_work_is_listed_apart_and_counts_for_no_competency() -> None:
    work = submission("ann", "paced", "listening", demonstrates=())
    given = replace(work, themes=("equitable",))
    (bare,) = view(site(only(district(portfolio("ann", work)))), THEMES).themes
    (told,) = view(site(only(district(portfolio("ann", given)))), THEMES).themes
    assert (bare.have, bare.tagged, bare.tagged_words) == (0, (), None)
    assert (told.coverage, told.have, told.work) == (bare.coverage, 0, ())
    assert [(each.work.title, each.person.title) for each in told.tagged] == [(work.title, "Ann Example")]
    assert told.tagged_words.startswith("1 piece of work, for whatever competency.")


def test_work_for_a_competency_with_the_theme_says_so() -> None:
    work = submission("ann", "paced", themes=("equitable", "equitable"))
    assert tagged(site(district(portfolio("ann", work)))) == [(work.title, True)]


def test_only_what_the_audience_sees_is_listed() -> None:
    given = district(
        portfolio(
            "ann",
            submission("ann", "shown", themes=("equitable",)),
            submission("ann", "draft", themes=("equitable",), status=Status.DRAFT),
            submission("ann", "practised", themes=("equitable",), practice=True),
        ),
        portfolio("bea", submission("bea", "inner", themes=("equitable",)), visibility=Visibility.INTERNAL),
        portfolio("cid", submission("cid", "secret", themes=("equitable",)), visibility=Visibility.PRIVATE),
    )
    assert [title.split()[-1] for title, _ in tagged(site(given))] == ["shown"]
    assert {title.split()[-1] for title, _ in tagged(site(given, Audience.INTERNAL))} == {"shown", "inner"}


def test_the_work_leads_to_its_themes_and_is_found_by_them() -> None:
    work = submission("ann", "paced", themes=("equitable", "of-my-own"))
    made = site(district(portfolio("ann", work)))
    assert view(made, WORK).themes == (Ref("Equitable", f"{THEMES}#equitable"), Ref("Of my own", None))
    (record,) = (each for each in made.records if each.uri == WORK)
    assert {"equitable", "of-my-own"} <= set(record.names)
    assert '"keywords": ["equitable", "of-my-own"]' in json.dumps(
        [dict(each) for each in page(made, WORK).head.graph]
    )


SAID = (
    Remark(3753, "canary-late"),
    Remark(65, "canary-student", Voice.STUDENT),
    Remark(760, "canary-colleague", Voice.COLLEAGUE),
)


def shown(**changes: Any) -> Any:
    film = Artifact(None, "https://vimeo.com/123456789", ArtifactKind.VIDEO, "A film", None, True, SAID)
    work = submission("ann", "paced", artifacts=(replace(film, **changes),))
    return site(district(portfolio("ann", work)))


def test_commentary_is_told_in_order_of_time_by_part() -> None:
    (film,) = view(shown(), WORK).artifacts
    assert [(each.at, each.clock, each.by, each.note) for each in film.commentary] == [
        (65, "1:05", "Student", "canary-student"),
        (760, "12:40", "Colleague", "canary-colleague"),
        (3753, "1:02:33", "Teacher", "canary-late"),
    ]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"consent": None}, {"canary-late", "canary-colleague"}),
        ({"consent": False}, set()),
        ({"kind": ArtifactKind.LINK}, set()),
    ],
)
def test_what_nobody_agreed_to_is_nowhere(changes: dict[str, Any], told: set[str]) -> None:
    made = shown(**changes)
    text = json.dumps([asdict(each) for each in made.pages], default=str) + str(made.records)
    assert {each.note for each in SAID if each.note in text} == told
