"""Pages say by which alignment evidence counts, and only where it does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.publishing.builders import district, portfolio, reviewed, site, submission, view

from proofolio.core.model.competency import Alignment
from proofolio.core.model.district import District
from proofolio.core.model.visibility import Visibility

ANN = "portfolios/ann/index.md"
MASTERY, GUIDING = "competencies/frameworks/main/mastery.md", "competencies/frameworks/lead/guiding.md"
LEAD = "competencies/frameworks/lead/index.md"


def related(given: District, relation: str, target: str = "mastery", framework: str = "main") -> District:
    """The district in which guiding's one alignment says this."""
    lead = given.frameworks["lead"]
    guiding = replace(lead.competencies["guiding"], alignments=(Alignment(framework, target, relation),))
    return replace(
        given, frameworks={**given.frameworks, "lead": replace(lead, competencies={"guiding": guiding})}
    )


def paced() -> District:
    return district(portfolio("ann", reviewed(submission("ann", "paced", demonstrates=()))))


@pytest.mark.parametrize(
    ("relation", "words", "counts", "through"),
    [
        ("exact", "is the same as", "Counts for both", "exact"),
        ("broader", "is narrower than", "Evidence for that one counts here", "broader"),
        ("narrower", "is broader than", "Evidence for this one counts there", None),
        ("related", "is related to", "Shown here, and not counted", None),
    ],
)
def test_a_competency_shows_what_counts_and_by_which_alignment(
    relation: str, words: str, counts: str, through: str | None
) -> None:
    made = view(site(related(paced(), relation)), GUIDING)
    (row,) = made.crosswalk
    assert (row.relation, row.counts, row.target.title) == (words, counts, "Title of mastery")
    if through is None:
        assert made.evidence == ()
    else:
        (found,) = made.evidence
        assert (found.through.title, found.alignment) == ("Title of mastery", through)
        assert found.level.id == "proficient", "on its own rubric"


def test_the_other_end_shows_the_alignment_too() -> None:
    shown = site(related(paced(), "broader"))
    (row,) = view(shown, MASTERY).crosswalk
    assert (row.framework, row.relation, row.counts) == (
        "Framework lead", "is broader than", "Evidence for this one counts there",
    )  # fmt: skip
    (own,) = view(shown, MASTERY).evidence
    assert (own.through, own.alignment) == (None, None)


def test_what_is_kept_elsewhere_is_named_and_nothing_is_said_of_counting() -> None:
    (row,) = view(site(related(paced(), "exact", "6", "intasc")), GUIDING).crosswalk
    assert (row.framework, row.target.title, row.target.uri, row.counts) == ("intasc", "6", None, None)


def test_the_map_and_the_framework_count_it_once() -> None:
    shown = site(related(paced(), "exact"))
    (lead, main) = view(shown, ANN).maps
    assert [each.words for each in lead.rows] == ["Demonstrated by alignment with Title of mastery (exact)"]
    assert (lead.rows[0].submissions, lead.rows[0].beside, lead.rows[0].level) == (1, 1, None)
    assert main.rows[0].words == "Demonstrated"
    direct = [each.level.words for each in view(shown, ANN).board.demonstrated if each.level]
    assert direct == ["Proficient, level 3 of 4, mastery"]
    page = view(shown, LEAD)
    (card,) = [card for each in page.domains for card in each.competencies]
    assert (card.submissions, card.portfolios, card.demonstrated, page.covered) == (1, 1, 1, 1)


def test_work_in_progress_says_that_it_counts_by_alignment() -> None:
    open_work = district(portfolio("ann", submission("ann", "paced", demonstrates=())))
    (lead, _) = view(site(related(open_work, "exact")), ANN).maps
    assert lead.rows[0].words == "In progress by alignment"
    begun = view(site(open_work), ANN).board.progress
    assert "guiding" not in " ".join(each.competency.title for each in begun)


def test_hidden_work_counts_nowhere() -> None:
    hidden = reviewed(submission("ann", "paced", demonstrates=(), visibility=Visibility.PRIVATE))
    made = view(site(related(district(portfolio("ann", hidden)), "exact")), GUIDING)
    assert made.evidence == ()
    cards = [card for each in view(site(related(district(portfolio("ann", hidden)), "exact")), LEAD).domains
             for card in each.competencies]  # fmt: skip
    assert [(each.submissions, each.demonstrated) for each in cards] == [(0, 0)]


def test_a_framework_leads_to_its_package() -> None:
    page = view(site(paced()), LEAD)
    assert page.package.startswith("ims/case/v1p1/CFPackages/")
    assert page.package.endswith(".json")
