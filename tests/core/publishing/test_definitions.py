"""The pages of what the organisation keeps: everything that is asked, before anyone signs up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.publishing.builders import district, portfolio, reviewed, site, submission, view

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.duration import Duration
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Named, Selector
from proofolio.core.model.submission import Demonstrates
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing import words
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.rule import in_short, rule_part, summary, titles
from proofolio.core.publishing.sight import Sight

AT = Pointer("competencies/pathways/x.yml")


def named(*ids: str) -> tuple[Named, ...]:
    return tuple(Named(each, AT) for each in ids)


def test_a_rubric_tells_levels_in_words_and_numbers():
    rubric = view(site(district()), "competencies/frameworks/main/mastery.md").rubric
    assert [each.words for each in rubric.levels] == [
        "Emerging, level 1 of 4",
        "Developing, level 2 of 4",
        "Proficient, level 3 of 4, mastery",
        "Exemplary, level 4 of 4, mastery",
    ]
    assert [each.threshold for each in rubric.levels] == [False, False, True, False]
    assert [(row.id, row.indicator, row.cells[0].descriptor) for row in rubric.rows] == [
        ("pace", "Shows pace.", "pace at emerging"),
        ("choice", "Shows choice.", "choice at emerging"),
    ]


def test_a_competency_knows_its_neighbours():
    shown = site(district())
    mastery, questions, guiding = (
        view(shown, f"competencies/frameworks/{each}.md")
        for each in ("main/mastery", "main/questions", "lead/guiding")
    )
    assert [each.title for each in mastery.related] == ["Title of questions"]
    assert [each.title for each in mastery.builds_towards] == ["Title of questions"]
    assert [each.title for each in questions.prerequisites] == ["Title of mastery"]
    assert [each.title for each in mastery.micro_credentials] == ["Title of pacing"]
    assert [each.title for each in mastery.courses] == ["Pace by data"]
    (row,) = guiding.crosswalk
    assert (row.framework, row.relation, row.target.title) == (
        "Framework main",
        "is the same as",
        "Title of mastery",
    )


def test_evidence_stands_where_it_is_claimed():
    work = reviewed(reviewed(submission("ann", "paced")), "exemplary", by="tom")
    shown = site(
        district(portfolio("ann", work), portfolio("dan", reviewed(submission("dan", "maps", "guiding"))))
    )
    own = view(shown, "competencies/frameworks/main/mastery.md").evidence
    assert [(each.submission.title, each.level.id, each.because) for each in own[:1]] == [
        ("plain title of paced", "proficient", None)
    ]
    # by the crosswalk, guiding in the other framework is the same competency
    assert [(each.submission.title, each.through.title) for each in own[1:]] == [
        ("plain title of maps", "Title of guiding")
    ]
    beside = view(shown, "competencies/frameworks/main/questions.md").evidence
    assert [(each.submission.title, each.level, each.because, each.through) for each in beside] == [
        ("plain title of paced", None, "plain because", None),
        ("plain title of maps", None, "plain because", None),
    ]


def test_work_that_claims_both_ends_of_the_crosswalk_stands_once():
    both = submission("ann", "maps", "guiding", demonstrates=(Demonstrates("mastery", "It is one thing."),))
    (row,) = view(site(district(portfolio("ann", both))), "competencies/frameworks/main/mastery.md").evidence
    assert (row.because, row.through) == ("It is one thing.", None)


def test_coverage_counts_people_once_and_only_what_is_claimed():
    ann = portfolio("ann", reviewed(submission("ann", "one")), submission("ann", "two", demonstrates=()))
    shown = site(district(ann, portfolio("dan", submission("dan", "three", demonstrates=()))))
    framework = view(shown, "competencies/frameworks/main/index.md")
    cards = {card.ref.title: card for each in framework.domains for card in each.competencies}
    figures = {title: (each.portfolios, each.submissions, each.demonstrated) for title, each in cards.items()}
    assert figures == {"Title of mastery": (2, 3, 1), "Title of questions": (1, 1, 0)}
    assert (framework.covered, framework.coverage) == (2, "2 of 2 competencies shown in published work")
    assert [each.title for each in framework.domains] == ["Teaching", "Other"]


def test_the_browser_filters_by_framework_domain_set_and_theme():
    shown = view(site(district()), "competencies/index.md")
    groups = {each.name: [(c.value, c.label, c.count) for c in each.choices] for each in shown.filters}
    assert groups["framework"] == [("lead", "Framework lead", 1), ("main", "Framework main", 2)]
    assert groups["set"] == [
        ("lead/core", "Core (Framework lead)", 1),
        ("main/core", "Core (Framework main)", 2),
    ]
    assert "theme" not in groups, "one choice is none"
    assert "level" not in groups, "nothing is shown yet, so nothing would be left out"


def test_the_browser_filters_by_the_highest_level_that_published_work_shows():
    rated = [
        portfolio("ann", reviewed(submission("ann", "one", demonstrates=()), "developing")),
        portfolio("bea", reviewed(submission("bea", "two", co_authors=(), demonstrates=()), "exemplary")),
        portfolio(
            "cid",
            reviewed(submission("cid", "three", "listening", co_authors=(), demonstrates=()), "developing"),
        ),
    ]
    shown = view(site(district(*rated)), "competencies/index.md")
    groups = {each.name: [(c.value, c.label, c.count) for c in each.choices] for each in shown.filters}
    # what the alignment vouches for is at mastery, though nothing is rated there
    assert groups["level"] == [
        ("developing", "Developing", 1),
        ("proficient", "Proficient", 1),
        ("exemplary", "Exemplary", 1),
    ]
    hidden = replace(rated[1].submissions["two"], visibility=Visibility.PRIVATE)
    shown = view(site(district(rated[0], portfolio("bea", hidden))), "competencies/index.md")
    (level,) = [each for each in shown.filters if each.name == "level"]
    assert [(each.value, each.label) for each in level.choices] == [
        ("developing", "Developing"),
        ("-", "Not shown yet"),
    ]


def test_a_pathway_says_whether_its_order_is_recommended():
    made = district()
    given = {**made.pathways, "pair": replace(made.pathways["pair"], ordered=True)}
    shown = site(replace(made, pathways=given))
    assert view(shown, "competencies/pathways/pair.md").ordered
    assert not view(shown, "competencies/pathways/route.md").ordered
    cards = view(shown, "competencies/pathways/index.md").cards
    assert [each.ref.title for each in cards if each.ordered] == ["The pair"]


def test_a_micro_credential_says_all_that_is_asked():
    asked = view(site(district()), "competencies/micro-credentials/pacing.md")
    assert asked.artifacts == ("At least two artifacts in all.", "At least one of them: video.")
    assert asked.sections[0].length == "at least 80 words"
    assert asked.impact.endswith("asked for.")
    assert asked.cycles == "Two learning cycles in the log."
    assert asked.reviewers == "One reviewer rates it against the rubric."
    assert (asked.hours, asked.stipend, asked.expiry) == ("15 hours", "250 USD", None)
    assert [each.id for each in asked.rubric.rows] == ["pace", "choice"]
    assert [each.title for each in asked.leads_to] == ["Title of listening"]
    assert [each.title for each in asked.pathways] == ["On film", "The pair", "The route"]
    other = view(site(district()), "competencies/micro-credentials/listening.md")
    assert other.expiry == "It holds for 1 year."
    assert (
        "without being named" in view(site(district()), "competencies/micro-credentials/guiding.md").reviewers
    )


def test_the_library_filters_by_what_is_asked():
    shown = view(site(district()), "competencies/micro-credentials/index.md")
    # one category is worth a filter too: some cards have none
    assert {each.name for each in shown.filters} == {"framework", "competency", "category", "hours"}
    (card,) = (each for each in shown.cards if each.ref.title == "Title of pacing")
    assert {each.name: each.values for each in card.filters} == {
        "framework": ("main",),
        "competency": ("main/mastery",),
        "category": ("content",),
        "hours": ("long",),
        "kind": ("video",),
    }


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (AllOf(named("pacing", "listening"), AT), "All of “Title of pacing” and “Title of listening”."),
        (AnyOf(named("pacing", "pair"), AT), "One of “Title of pacing” or “The pair”."),
        (AtLeast(2, named("pacing", "listening", "guiding"), AT),
         "At least two of “Title of pacing”, “Title of listening” or “Title of guiding”."),
        (AllOf((*named("pacing"), AtLeast(1, (Selector(Facet.FRAMEWORK, "lead", AT),), AT)), AT),
         "“Title of pacing”, and at least one of the micro-credentials of the framework “Framework lead”."),
        (AtLeast(2, named(*"abcdefgh"), AT), "At least two of eight things to earn."),
        (Selector(Facet.KIND, "student-work", AT),
         "All micro-credentials whose accepted evidence holds student work."),
        (Selector(Facet.SET, "main/core", AT), "All micro-credentials of the set “Core”."),
    ],
)  # fmt: skip
def test_a_rule_in_words(rule, told):
    assert summary(Sight(district(), Audience.PUBLIC), rule) == told


@pytest.mark.parametrize(
    ("rule", "told", "parts"),
    [
        (AllOf(named("pacing", "listening"), AT), "All two required.",
         ("Title of pacing", "Title of listening")),
        (AnyOf(named("pacing", "pair"), AT), "Any one of two.", ("Any one of two",)),
        (AllOf((AllOf(named(*"abcd"), AT), AtLeast(4, named(*"efghijkl"), AT)), AT),
         "All four required, and any four of eight.", ("All four required", "Any four of eight")),
        (AllOf((*named("pacing"), AnyOf(named("listening", "guiding"), AT)), AT),
         "“Title of pacing”, and any one of two.", ("Title of pacing", "Any one of two")),
        (AtLeast(1, (Selector(Facet.SET, "main/core", AT),), AT),
         "Any one of two micro-credentials of the set “Core”.",
         ("Any one of two micro-credentials of the set “Core”",)),
    ],
)  # fmt: skip
def test_a_rule_in_short_names_nothing_twice(rule, told, parts):
    sight = Sight(district(), Audience.PUBLIC)
    assert in_short(sight, rule) == told
    assert titles(sight, rule) == parts


def test_a_rule_as_a_shape_offers_nothing_twice():
    rule = AllOf(
        (*named("pacing"), AtLeast(1, (*named("pacing"), Selector(Facet.FRAMEWORK, "main", AT)), AT)), AT
    )
    part = rule_part(Sight(district(), Audience.PUBLIC), rule)
    assert (part.kind, part.wanted, [each.kind for each in part.parts]) == ("all", 2, ["named", "at-least"])
    choice = part.parts[1]
    assert (choice.wanted, choice.offered) == (1, 1)
    assert [each.title for each in choice.parts[0].offers] == ["Title of listening"]


def test_a_pathway_shows_who_is_on_it():
    shown = site(district(portfolio("ann", reviewed(submission("ann", "paced")))))
    (traveller,) = view(shown, "competencies/pathways/route.md").travellers
    assert (traveller.person.title, traveller.met, traveller.words) == ("Ann Example", False, "1 of 2 so far")
    assert [each.words for each in traveller.parts] == ["1 of 1, done", "0 of 1"]
    assert view(shown, "competencies/pathways/route.md").award == ("Guide", "20 hours", "1,000 USD")
    shapes = {each.ref.title: each.shape for each in view(shown, "competencies/pathways/index.md").cards}
    assert shapes == {"The route": "pathway", "The pair": "stack", "On film": "pathway"}


def test_a_renewal_profile_works_its_examples():
    shown = view(site(district()), "competencies/renewal/state.md")
    assert (shown.cycle, shown.hours) == ("A cycle of 5 years.", "At least 150 hours in all.")
    assert [(each.given, each.met, each.words) for each in shown.examples] == [
        ("30 micro-credentials", True, "Met"),
        ("149 hours of content", False, "Not met: 1 hour in all short"),
    ]


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (words.hours(1), "1 hour"),
        (words.hours(12500), "12,500 hours"),
        (words.hours(4.80), "4.8 hours"),
        (words.figure(2), "two"),
        (words.figure(12), "12"),
        (words.size(999), "999 bytes"),
        (words.size(48_200), "48 kB"),
        (words.size(2_345_678), "2.3 MB"),
        (words.duration(Duration(2, 6)), "2 years and 6 months"),
        (words.plain("student-work"), "Student work"),
    ],
)
def test_words(made, told):
    assert made == told
