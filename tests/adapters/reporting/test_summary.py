"""Putting a summary together: what comes first, what stays unsaid, what is cut."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.core.awarding.builders import (
    PEOPLE,
    TODAY,
    district,
    gap,
    micro_credential,
    person,
    portfolio,
    review,
    submission,
)

from proofolio.adapters.reporting.located import Located
from proofolio.adapters.reporting.summary import ALL_DONE, NOTHING, summary
from proofolio.adapters.reporting.summary_document import (
    LARGEST,
    MOST_FINDINGS,
    MOST_WORKS,
    Summary,
    read_summary,
    summary_json,
)
from proofolio.adapters.reporting.summary_markdown import summary_markdown
from proofolio.adapters.reporting.summary_text import summary_text
from proofolio.core.awarding.decide import decide
from proofolio.core.awarding.effect import Side, effect
from proofolio.core.diagnostics.finding import Finding, Gap
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.diagnostics.rule import Rule, Severity
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import ReviewAsked
from proofolio.core.model.submission import Status, Submission

COMMITS = ("a" * 40, "b" * 40)
WORK = submission("menu-maths")
EVIDENCE = "portfolios/amina/menu-maths/index.md"
REVIEW = "portfolios/amina/menu-maths/reviews/2026-10-05-rosa.md"
TITLE = "Something general"


def finding(message: str = "it is wrong", file: str = EVIDENCE, error: bool = True) -> Located:
    severity = Severity.ERROR if error else Severity.WARNING
    return Located(
        Finding(Rule("some-rule", TITLE, "why", "fix", severity), message, Pointer(file), "mend it"), 4, 2
    )


def told(
    after: District,
    *,
    before: District | None = None,
    refused: tuple[Located, ...] = (),
    findings: tuple[Located, ...] = (),
    gaps: tuple[Gap, ...] = (),
    paths: tuple[str, ...] = (EVIDENCE,),
    offer: str = "block",
) -> Summary:
    sides = []
    for given in (before or replace(after, portfolios={}), after):
        lacking = {each.key: gaps for each in given.submissions()}
        sides.append(Side(given, decide(given, lacking, TODAY)))
    found = effect(sides[0], sides[1], paths)
    keys = [each.submission.key for each in found.works]
    return summary(
        after, found, dict.fromkeys(keys, gaps), refused, findings, dict.fromkeys(keys, offer), COMMITS
    )


def world(*works: Submission, asks: ReviewAsked | None = None) -> District:
    asked = replace(micro_credential("pace", hours=15), review=asks or ReviewAsked())
    return district(portfolio(*works), micro_credentials=[asked])


def test_a_change_of_reviewed_work_says_what_becomes_of_its_reviews() -> None:
    read = replace(WORK, reviews=(review(),))
    changed = replace(read, digest="sha256:" + "9" * 64)
    (work,) = told(world(changed), before=world(read)).works
    assert "a review is of an earlier version: it counts again once a reviewer confirms it" in work.decided
    (same,) = told(world(read), before=world(read)).works
    assert "earlier version" not in same.decided


def test_the_one_next_step_is_what_stops_it_first() -> None:
    refusal, error, hint = finding("no"), finding("wrong"), finding("hm", error=False)
    assert told(world(WORK), refused=(refusal,), findings=(error,)).next_step.text == "no: mend it"
    assert told(world(WORK), findings=(hint, error)).next_step.text == "wrong: mend it"
    assert told(world(WORK), findings=(hint,)).next_step.text == "Waiting for a first review."
    step = told(world(WORK), gaps=(gap(),)).next_step
    assert (step.whose, step.text) == ("Amina Yusuf", "The section Reflection is missing: write it.")


def test_what_is_still_open_comes_before_what_is_done() -> None:
    done = replace(submission("a-done"), reviews=(review(),))
    step = told(world(done, WORK), paths=(EVIDENCE, "portfolios/amina/a-done/index.md")).next_step
    assert step.text == "Waiting for a first review."


def test_nothing_to_do_is_said_kindly() -> None:
    same = world(WORK)
    assert told(same, before=same, paths=("README.md",)).next_step.text == NOTHING
    gone = told(world(), before=world(WORK))
    assert (gone.next_step.text, gone.next_step.done) == (ALL_DONE, True)
    assert gone.works[0].after is None


def test_a_gap_is_told_once() -> None:
    lacking = Located(gap().as_finding(), 1, 1)
    found = told(world(WORK), gaps=(gap(),), findings=(lacking, finding()))
    assert [each.message for each in found.findings] == ["it is wrong"]
    assert found.works[0].missing == ("the section Reflection is missing",)
    assert (found.works[0].complete, found.works[0].competent) == (False, False)


@pytest.mark.parametrize(
    ("work", "offered"),
    [
        (WORK, True),
        (replace(WORK, reviews=(review(),)), False),
        (replace(WORK, status=Status.DRAFT), False),
        (replace(WORK, practice=True), False),
    ],
)
def test_a_block_is_offered_for_what_waits_for_a_review(work: Submission, offered: bool) -> None:
    assert (told(world(work)).works[0].offer is not None) == offered


@pytest.mark.parametrize("offer", ["", "x" * 4_001])
def test_an_unusable_block_is_left_out(offer: str) -> None:
    assert told(world(WORK), offer=offer).works[0].offer is None


def test_blind_reviews_stay_unnamed_throughout() -> None:
    reviews = (review(clear="developing"), review("tomas", clear="exemplary"))
    blind = world(replace(WORK, reviews=reviews), asks=ReviewAsked(2, blind=True))
    wrong = finding("'clear' is rated 'developing' by Rosa Diaz", REVIEW)
    found = told(blind, findings=(wrong,), paths=(REVIEW,))
    for text in (summary_markdown(found), summary_text(found), summary_json(found).decode()):
        assert not any(word in text for word in ("Rosa", "rosa", "Tomas", "developing", "Exemplary"))
    assert found.findings[0].file == "portfolios/amina/menu-maths/reviews"
    assert found.findings[0].message == TITLE
    assert "Git does" in summary_markdown(found)


def test_other_peoples_files_are_told_of_in_general() -> None:
    elsewhere = finding("'Zoe's secret draft' names nobody", "portfolios/ben/secret-draft/index.md")
    found = told(world(WORK), findings=(elsewhere,))
    assert (found.findings[0].message, found.findings[0].file) == (TITLE, "portfolios/ben")
    assert "secret" not in summary_json(found).decode()


def test_people_for_whom_nothing_changes_are_left_out() -> None:
    assert told(world(WORK), before=world(WORK)).people == ()


def test_any_change_fits_and_is_read_back() -> None:
    wide = "Ü" * 600
    works = [replace(submission(f"work-{at}"), title=wide) for at in range(30)]
    lacking = tuple(gap(f"{wide}{at}") for at in range(30))
    paths = tuple(f"portfolios/amina/{each.slug}/index.md" for each in works)
    wrong = tuple(finding(wide + str(at)) for at in range(300))
    given = world(*works)
    found = told(given, findings=wrong, refused=wrong, gaps=lacking, paths=paths)
    assert len(summary_json(found)) <= LARGEST
    assert read_summary(summary_json(found)) == found
    assert len(found.works) + found.works_more == 30
    assert len(found.findings) + found.findings_more == 300
    small = told(given, findings=wrong[:50], paths=paths)
    assert len(small.findings) == MOST_FINDINGS
    assert len(small.works) == MOST_WORKS


@pytest.mark.parametrize(
    "path", ["../../etc/x.md", "/x.md", "a\\b.md", "a//b.md", "a/\u202eb.md", "x" * 900, "./a.md", ".."]
)
def test_odd_paths_can_be_told(path: str) -> None:
    found = told(world(WORK), refused=(finding(file=path),))
    assert read_summary(summary_json(found)) == found


def test_hostile_text_can_be_told() -> None:
    evil = "a\nb\x1b[31m\u202e\u200b\ud800"
    people = tuple(replace(each, name=evil) for each in (*PEOPLE, person("zoe")))
    given = replace(world(replace(WORK, title=evil)), people={each.id: each for each in people})
    found = told(given, findings=(finding(evil),), offer=f"a\n{evil}")
    assert read_summary(summary_json(found)) == found
