"""The plan as a whole: which pages there are, that they hold together, and that nothing depends on chance."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, fields, is_dataclass, replace
from typing import Any

import pytest
from tests.core.publishing.builders import (
    differences,
    district,
    everything,
    history,
    log_entry,
    page,
    portfolio,
    reviewed,
    revision,
    site,
    submission,
    uris,
    view,
)

from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, Page, Ref, SitePlan, WebLink, key


def full(audience: Audience = Audience.PUBLIC) -> SitePlan:
    work = reviewed(reviewed(submission("ann", "paced"), "developing", reviewed="sha256:old"))
    given = district(
        portfolio("ann", work, submission("ann", "questions", "listening"), log=[log_entry("ann", "x")]),
        portfolio("bea", reviewed(submission("bea", "maps", "guiding")), visibility=Visibility.INTERNAL),
        portfolio("cid", visibility=Visibility.PRIVATE),
    )
    remembered = history({"portfolios/ann/paced/index.md": (revision(1, "Begin"), revision(9, "Revise"))})
    return site(given, audience, remembered)


def test_every_page_has_the_uri_of_its_source():
    assert uris(full()) == {
        "index.md",
        "competencies/index.md",
        "competencies/frameworks/lead/guiding.md",
        "competencies/frameworks/lead/index.md",
        "competencies/frameworks/main/index.md",
        "competencies/frameworks/main/mastery.md",
        "competencies/frameworks/main/questions.md",
        "competencies/micro-credentials/guiding.md",
        "competencies/micro-credentials/index.md",
        "competencies/micro-credentials/listening.md",
        "competencies/micro-credentials/pacing.md",
        "competencies/pathways/film.md",
        "competencies/pathways/index.md",
        "competencies/pathways/pair.md",
        "competencies/pathways/route.md",
        "competencies/courses/index.md",
        "competencies/courses/pace-by-data.md",
        "competencies/themes/index.md",
        "competencies/renewal/state.md",
        "portfolios/index.md",
        "portfolios/ann/index.md",
        "portfolios/ann/credentials/transcript.md",
        "portfolios/ann/paced/index.md",
        "portfolios/ann/questions/index.md",
        "issuer/index.md",
        "verify/index.md",
        "search/index.md",
        "write/index.md",
        "write/plan/index.md",
        "write/log/index.md",
        "write/self-assessment/lead/index.md",
        "write/self-assessment/main/index.md",
        *(f"write/evidence/{each}/index.md" for each in ("guiding", "listening", "pacing")),
        *(f"write/review/{each}/index.md" for each in ("guiding", "listening", "pacing")),
    }
    inside = uris(full(Audience.INTERNAL)) - uris(full())
    assert inside == {
        "portfolios/bea/credentials/transcript.md",
        "portfolios/bea/index.md",
        "portfolios/bea/maps/index.md",
    }


def found(value: Any, kind: type) -> Iterator[Any]:
    if isinstance(value, kind):
        yield value
    if is_dataclass(value):
        for each in fields(value):
            yield from found(getattr(value, each.name), kind)
    elif isinstance(value, tuple):
        for each in value:
            yield from found(each, kind)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_link_inside_leads_to_a_page(audience):
    shown = full(audience)
    for each in shown.pages:
        for ref in found(each.view, Ref):
            assert ref.uri is None or ref.uri in uris(shown), (each.uri, ref)
            assert ref.title


@pytest.mark.parametrize("audience", list(Audience))
def test_every_file_that_a_page_shows_is_in_the_plan(audience):
    shown = full(audience)
    files = {each.uri for each in shown.files}
    for each in shown.pages:
        if each.template == "submission.html":
            offered = {artifact.uri for artifact in each.view.artifacts if artifact.uri}
            assert offered
            assert offered <= files
    assert not files & uris(shown)


def plain(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(name, str) and plain(each) for name, each in value.items())
    if isinstance(value, tuple):
        return all(plain(each) for each in value)
    return value is None or type(value) in (str, int, float, bool)


def test_views_are_plain_json():
    for each in full(Audience.INTERNAL).pages:
        there = plain(asdict(each.view))
        assert there, each.uri
        json.dumps(asdict(each.view), allow_nan=False)


def test_links_out_lead_to_the_web_only():
    for each in full(Audience.INTERNAL).pages:
        for link in found(each.view, WebLink):
            assert link.url is None or link.url.startswith(("https://", "http://", "mailto:"))
    (book,) = view(full(), "competencies/frameworks/main/mastery.md").resources
    assert (book.title, book.url) == ("A book", None)


def test_titles_and_descriptions_say_something():
    for each in full(Audience.INTERNAL).pages:
        assert each.title.strip()
        assert each.description.strip()
        assert each.template.endswith(".html")
        assert each.source is None or each.source == each.uri or each.source.endswith(".yml")


def test_the_order_of_loading_never_matters():
    shuffled = random.Random(7)

    def mixed(given: Any) -> dict[str, Any]:
        items = list(given.items())
        shuffled.shuffle(items)
        return dict(items)

    ann = portfolio(
        "ann",
        *(reviewed(reviewed(submission("ann", slug)), by="tom") for slug in ("b", "a", "c")),
        log=[log_entry("ann", slug) for slug in ("y", "x")],
    )
    given = district(ann, portfolio("bea"))
    other = replace(
        given,
        frameworks=mixed(given.frameworks),
        micro_credentials=mixed(given.micro_credentials),
        pathways=mixed(given.pathways),
        portfolios={
            "bea": given.portfolios["bea"],
            "ann": replace(
                ann,
                submissions={
                    slug: replace(each, reviews=each.reviews[::-1], files=each.files[::-1])
                    for slug, each in reversed(ann.submissions.items())
                },
                log=ann.log[::-1],
                self_assessments=ann.self_assessments[::-1],
            ),
        },
    )
    paths = {
        "portfolios/ann/a/index.md": (revision(1), revision(2)),
        "portfolios/ann/a/x.pdf": (revision(1),),
    }
    turned = dict(reversed(paths.items()))
    assert differences(site(given, remembered=history(paths)), site(other, remembered=history(turned))) == []


def test_a_key_changes_with_anything_that_the_page_shows():
    before = page(full(), "portfolios/ann/paced/index.md")
    assert key(before, "1") == key(page(full(), before.uri), "1")
    changed: list[Page] = [
        replace(before, title="Another"),
        replace(before, template="other.html"),
        replace(before, view=replace(before.view, notices=("Mind the gap.",))),
        replace(before, source=None),
    ]
    assert len({key(each, "1") for each in (before, *changed)}) == 5
    assert key(before, "1") != key(before, "2")
    assert key(replace(before, inputs=()), "1") == key(before, "1")


def test_an_empty_district_still_has_its_doors():
    empty = district(
        issuer=None, frameworks={}, micro_credentials={}, pathways={}, courses={}, renewals={}, people={}
    )
    shown = site(empty)
    assert len(shown.pages) == 10
    assert page(shown, "index.md").title == "Proofolio"


def test_one_persons_change_leaves_other_peoples_pages_alone():
    def pages(headline: str) -> dict[str, str]:
        ann = portfolio("ann", submission("ann", "paced"))
        profile = replace(ann.profile, headline=headline)
        shown = site(district(replace(ann, profile=profile), portfolio("dan", submission("dan", "own"))))
        return {each.uri: key(each, "1") for each in shown.pages}

    before, after = pages("One"), pages("Two")
    changed = {uri for uri in before if before[uri] != after[uri]}
    assert changed == {"portfolios/ann/index.md", "portfolios/index.md"}


def test_everything_is_in_what_the_privacy_tests_search():
    assert "plain title of paced" in everything(full())
