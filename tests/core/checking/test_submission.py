"""Submissions: what is wrong whatever their status, and what becomes wrong once submitted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.core.checking.builders import district, place, told, with_portfolio, with_submission
from tests.core.checking.portfolios import OLDER, body, impact, log_entry, review, section, submission

from proofolio.core.checking.check import check
from proofolio.core.checking.completeness import all_gaps, gaps
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.model.artifact import Artifact, ArtifactKind
from proofolio.core.model.history import History
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.remark import Remark, Voice
from proofolio.core.model.review import Verdict
from proofolio.core.model.submission import Demonstrates, Status

PLAN = Artifact("plan.pdf", None, ArtifactKind.UNIT, "Plan")
VIDEO = Artifact(None, "https://video.example.org/x", ArtifactKind.VIDEO, "Conference")
IN = "index.md"


def file(name: str) -> Artifact:
    return Artifact(name, None, ArtifactKind.DOCUMENT, "Thing")


WAITS = Remark(760, "I wait.")
SPOKEN = Remark(65, "I see it now.", Voice.STUDENT)
WRONG = [
    (
        {"artifacts": (PLAN, VIDEO, replace(file("board.png"), commentary=(WAITS,)))},
        ("commentary-without-recording", IN, "artifacts", 2, "commentary"),
    ),
    *(
        (
            {"artifacts": (PLAN, replace(VIDEO, consent=consent, commentary=(WAITS, SPOKEN, SPOKEN)))},
            ("commentary-without-consent", IN, "artifacts", 1, "commentary", 1, "by"),
        )
        for consent in (None, False)
    ),
    ({"themes": ("equitable", "equitabel")}, ("theme-without-competency", IN, "themes", 1)),
    ({"micro_credential": "pace-a-unti"}, ("unknown-micro-credential", IN, "micro_credential")),
    (
        {"demonstrates": (Demonstrates("agncy", "x"),)},
        ("unknown-competency", IN, "demonstrates", 0, "competency"),
    ),
    ({"co_authors": ("amina-yusuf",)}, ("co-author-is-owner", IN, "with", 0)),
    ({"co_authors": ("ben-okafor", "zoe")}, ("unknown-person", IN, "with", 1)),
    (
        {"artifacts": (PLAN, VIDEO, Artifact("board.png", None, ArtifactKind.CERTIFICATE, "Certificate"))},
        ("seat-time-as-evidence", IN, "artifacts", 2, "kind"),
    ),
    ({"artifacts": (PLAN, VIDEO, file("plna.pdf"))}, ("artifact-missing", IN, "artifacts", 2, "file")),
    ({"artifacts": (PLAN, VIDEO, file("Plan.pdf"))}, ("artifact-missing", IN, "artifacts", 2, "file")),
    ({"artifacts": (PLAN, VIDEO, PLAN)}, ("duplicate-artifact", IN, "artifacts", 2, "file")),
    ({"artifacts": (PLAN, VIDEO, VIDEO)}, ("duplicate-artifact", IN, "artifacts", 2, "url")),
    *(
        ({"artifacts": (PLAN, VIDEO, file(name))}, ("artifact-outside-folder", IN, "artifacts", 2, "file"))
        for name in (
            "/etc/plan.pdf",
            "../other/plan.pdf",
            "a/../../plan.pdf",
            "a\\plan.pdf",
            "C:/plan.pdf",
            "~/plan.pdf",
            "reviews/x.md",
            "./credentials/x.json",
            "https://example.org/plan.pdf",
        )
    ),
    (
        {"impact": (impact(after_date=date(2026, 9, 19)),)},
        ("impact-dates-out-of-order", IN, "impact", 0, "after_date"),
    ),
    ({"impact": (impact(stated_units=("points",)),)}, ("impact-units-differ", IN, "impact", 0, "unit")),
    (
        {"impact": (impact(stated_units=("%", "points")),)},
        ("impact-units-differ", IN, "impact", 0, "after"),
    ),
    (
        {"impact": (impact(), impact(unit="points", pointer=impact().pointer.down("second")))},
        ("impact-units-differ", IN, "impact", 0, "second", "unit"),
    ),
    ({"impact": (impact(after=101),)}, ("impact-out-of-range", IN, "impact", 0, "after")),
    ({"impact": (impact(unit="%", before=-1),)}, ("impact-out-of-range", IN, "impact", 0, "before")),
]


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(("changes", "expected"), WRONG)
def test_what_is_wrong_is_told_whatever_the_status(changes, expected, status) -> None:
    findings = told(with_submission(**changes, status=status, reviews=()))
    assert findings == [expected]


FINE = [
    {"artifacts": (PLAN, replace(VIDEO, consent=True, commentary=(WAITS, SPOKEN)))},
    {"artifacts": (PLAN, replace(VIDEO, commentary=(WAITS, replace(SPOKEN, by=Voice.COLLEAGUE))))},
    {"themes": ("equitable",)},
    {"artifacts": (PLAN, VIDEO, file("board.png"))},
    {"artifacts": (PLAN, VIDEO, replace(VIDEO, url="https://video.example.org/y"))},
    {"impact": (impact(unit="%", stated_units=("percent", "per cent")),)},
    {"impact": (impact(before_date=None),)},
    {"impact": (impact(after_date=date(2026, 9, 20)),)},
    {"impact": (impact(unit="minutes", before=130, after=110),)},
    {"impact": (impact(), impact(measure="Absences", unit="days"))},
    {"impact": (impact(), impact(measure=" meeting the  target", unit="%"))},
    {"co_authors": ()},
    {"demonstrates": (Demonstrates("leadership/coach-colleagues", "x"),)},
]


@pytest.mark.parametrize("changes", FINE)
def test_what_is_right_is_left_alone(changes) -> None:
    assert told(with_submission(**changes)) == []


def test_a_missing_file_gets_the_nearest_name() -> None:
    (finding,) = check(with_submission(artifacts=(PLAN, VIDEO, file("bord.png"))), History())
    assert finding.hint == "did you mean board.png?"


def test_a_theme_gets_the_nearest_name_and_waits_for_competencies_that_cannot_be_read() -> None:
    given = with_submission(themes=("equitabel",))
    (finding,) = check(given, History())
    assert (finding.hint, finding.rule.severity) == ("did you mean equitable?", Severity.WARNING)
    assert told(replace(given, broken={"competency": frozenset({"foundational/other"})})) == []


ATTENDED = replace(VIDEO, kind=ArtifactKind.ATTENDANCE)
DID, REFLECTED = section("what-i-did", 12, 21, "What I did"), section("reflection", 12, 40)
GAPS = [
    ({"body": body(sections=(REFLECTED,))}, [("missing-section", IN, "micro_credential")]),
    ({"body": body(sections=(DID,))}, [("missing-reflection", IN, "micro_credential")]),
    ({"body": body(sections=(DID, section("reflection", 9, 40)))}, [("too-few-words", IN, 40, 1)]),
    ({"body": body(sections=(DID, section("reflection", 0, 40)))}, [("too-few-words", IN, 40, 1)]),
    (
        {"artifacts": ()},
        [
            ("too-few-artifacts", IN, "micro_credential"),
            ("missing-artifact-kind", IN, "micro_credential"),
        ],
    ),
    ({"artifacts": (VIDEO,)}, [("too-few-artifacts", IN, "artifacts", "*")]),
    ({"artifacts": (PLAN, file("board.png"))}, [("missing-artifact-kind", IN, "artifacts", "*")]),
    ({"impact": ()}, [("missing-impact", IN, "micro_credential")]),
    ({"impact": (impact(source=None),)}, [("impact-without-source", IN, "impact", 0)]),
    ({"impact": (impact(n=None),)}, [("impact-without-n", IN, "impact", 0)]),
    ({"body": body(sections=(section("x", 12, 21, "what I DID:"), REFLECTED))}, []),
    ({"body": body(sections=(section("practice", 12, 21), REFLECTED))}, []),
    ({"body": body(sections=(DID, section("reflection", 6, 40), section("reflection", 6, 50)))}, []),
]


@pytest.mark.parametrize(("changes", "expected"), GAPS)
def test_what_is_lacking_is_a_gap_while_a_draft_and_a_finding_once_submitted(changes, expected) -> None:
    draft = with_submission(**changes, status=Status.DRAFT)
    found = gaps(draft, next(draft.submissions()))
    assert [(each.rule.name, *place(each.as_finding())) for each in found] == expected
    assert all_gaps(draft) == {("amina-yusuf", "menu-maths"): found}
    assert told(draft) == []
    assert told(with_submission(**changes, practice=True)) == []
    assert told(with_submission(**changes)) == expected


def test_the_words_that_are_lacking_are_counted() -> None:
    given = with_submission(body=body(sections=(DID, section("reflection", 7, 40))))
    (gap,) = gaps(given, next(given.submissions()))
    assert gap.message == "the section 'Reflection' has 7 words of 10: 3 more to go"


def test_a_missing_section_is_an_invitation_with_its_prompt() -> None:
    given = with_submission(body=body(sections=(REFLECTED,)))
    (gap,) = gaps(given, next(given.submissions()))
    assert gap.hint == "add the heading ## What I did and write: Tell what happened."


def test_attendance_and_the_same_thing_twice_do_not_count_as_evidence() -> None:
    for artifacts in ((PLAN, ATTENDED), (VIDEO, VIDEO)):
        given = with_submission(artifacts=artifacts)
        assert "too-few-artifacts" in {each.rule.name for each in gaps(given, next(given.submissions()))}


LATE = log_entry(on=date(2026, 11, 20))
MET = review(verdict=Verdict.MET, ratings={"pacing": "proficient", "units": "proficient"}, next_steps={})


@pytest.mark.parametrize(
    ("log", "reviews", "short"),
    [
        ((), (), True),
        ((log_entry(),), (), False),
        ((log_entry(competency="foundational/mastery"),), (), False),
        ((log_entry(competency="agency"),), (), True),
        ((log_entry(competency=None),), (), True),
        ((log_entry(kind=LogKind.COURSE),), (), True),
        ((log_entry(kind=LogKind.ATTENDANCE),), (), True),
        ((log_entry(on=MET.on),), (MET,), False),
        ((LATE,), (MET,), True),
        # Sent back, or changed since: the author can still add a cycle.
        ((LATE,), (review(),), False),
        ((LATE,), (replace(MET, reviewed=OLDER),), False),
        # Whoever stepped back closes nothing.
        ((LATE,), (MET, replace(MET, verdict=Verdict.RECUSED)), False),
    ],
)
def test_learning_cycles_are_counted_up_to_the_review_that_closed_the_work(log, reviews, short) -> None:
    given = with_portfolio(log=log, submissions={"menu-maths": submission(reviews=reviews)})
    expected = [("too-few-cycles", IN, "micro_credential")] if short else []
    assert told(given) == expected


def test_a_cycle_for_a_competency_that_was_replaced_counts_for_the_new_one() -> None:
    given = with_portfolio(log=(log_entry(competency="agency"),), submissions={"menu-maths": submission()})
    home = given.frameworks["foundational"]
    agency = replace(home.competencies["agency"], replaced_by="mastery")
    changed = replace(home, competencies={**home.competencies, "agency": agency})
    assert told(replace(given, frameworks={**given.frameworks, "foundational": changed})) == []


def test_of_a_micro_credential_that_could_not_be_read_nothing_is_asked() -> None:
    given = replace(
        with_submission(micro_credential="lost", artifacts=()),
        broken={"micro-credential": frozenset({"lost"})},
    )
    assert told(given) == []
    assert all_gaps(given) == {("amina-yusuf", "menu-maths"): ()}


def test_a_complete_submission_has_no_gaps() -> None:
    assert all_gaps(district()) == {("amina-yusuf", "menu-maths"): ()}
