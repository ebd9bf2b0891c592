"""A submission's file from answers: every byte of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.drafting.bid import bid
from proofolio.core.drafting.evidence import (
    AppliedAnswer,
    ArtifactAnswer,
    ClaimAnswer,
    EvidenceAnswers,
    ImpactAnswer,
)
from proofolio.core.drafting.scalar import amount, count, day, web_address
from proofolio.core.model.micro_credential import ArtifactsAsked, MicroCredential, ReviewAsked, SectionAsked

ASKED = MicroCredential(
    id="pace-a-unit",
    title="Pace a unit",
    competency="foundational/mastery",
    criteria=(),
    key_method=None,
    hours=1,
    category=None,
    sections={
        "context": SectionAsked("context", "Context"),
        "reflection": SectionAsked("reflection", "Looking back", stems=("Next time …",)),
    },
    artifacts=ArtifactsAsked(),
    impact_required=False,
    cycles=0,
    review=ReviewAsked(),
    requires=(),
    stipend=None,
    expires=None,
    source=Pointer("competencies/micro-credentials/pace-a-unit.yml"),
)

MEASURE = ImpactAnswer(
    "Learners there", "percent", "41", "78,5", "26", "2026-09-20", "2026-10-30", "Unit check"
)


def test_the_whole_file() -> None:
    answers = EvidenceAnswers(
        title="Menu maths: ratios",
        submitted=True,
        applied=AppliedAnswer("2026-10-05", "Grade 4", "Maths, art", "026"),
        co_authors=("ben-okafor", " "),
        problem_of_practice="Why do\nthey wait?",
        demonstrates=(ClaimAnswer("foundational/agency", "They chose."), ClaimAnswer()),
        artifacts=(
            ArtifactAnswer("unit plan.pdf", "unit", "Plan", "CC-BY-4.0"),
            ArtifactAnswer("https://v.example.org/x", "video", "Two, talking", consent="no"),
        ),
        impact=(replace(MEASURE, better="lower"),),
        visibility="internal",
        sections={"context": "One class.\n\n## Mine", "reflection": "Next time …", "older": "Kept."},
    )
    assert bid(ASKED, answers) == (
        "---\n"
        'title: "Menu maths: ratios"\n'
        "micro_credential: pace-a-unit\n"
        "status: submitted\n"
        'applied: {date: 2026-10-05, setting: Grade 4, subject: "Maths, art", learners: 26}\n'
        "with: [ben-okafor]\n"
        'problem_of_practice: "Why do they wait?"\n'
        "demonstrates:\n"
        "  - {competency: foundational/agency, because: They chose.}\n"
        "artifacts:\n"
        "  - {file: unit plan.pdf, kind: unit, title: Plan, licence: CC-BY-4.0}\n"
        '  - {url: "https://v.example.org/x", kind: video, title: "Two, talking", consent: no}\n'
        "impact:\n"
        "  - {measure: Learners there, unit: percent, before: 41, after: 78.5, n: 26, "
        "before_date: 2026-09-20, after_date: 2026-10-30, source: Unit check, better: lower}\n"
        "visibility: internal\n"
        "---\n"
        "\n"
        "## Context\n\nOne class.\n\n### Mine\n\n"
        "## Looking back\n\n<!-- Next time … -->\n\n"
        "## older\n\nKept.\n"
    )


def test_nothing_answered_is_a_draft_with_its_headings() -> None:
    assert bid(ASKED, EvidenceAnswers()) == (
        "---\ntitle: Pace a unit\nmicro_credential: pace-a-unit\nstatus: draft\n---\n\n"
        "## Context\n\n## Looking back\n"
    )


def test_commentary_and_themes() -> None:
    said = "12:40 I wait, on purpose.\n\n1:05 Student: I changed my mind here.\nsoon after\n0:07 look: there"
    answers = EvidenceAnswers(
        themes=("equitable", "Not an id", "equitable"),
        artifacts=(
            ArtifactAnswer("https://v.example.org/x", "video", "Talk", consent="yes", commentary=said),
            ArtifactAnswer("plan.pdf", "unit", "Plan", commentary="1:05 no film"),
        ),
    )
    front = bid(ASKED, answers).split("\n---\n")[0]
    assert front.partition("status: draft\n")[2] == (
        "themes: [equitable]\n"
        '# themes: "Not an id"\n'
        "artifacts:\n"
        '  - url: "https://v.example.org/x"\n'
        "    kind: video\n"
        "    title: Talk\n"
        "    consent: yes\n"
        "    commentary:\n"
        '      - {at: "12:40", note: "I wait, on purpose."}\n'
        '      - {at: "1:05", by: student, note: I changed my mind here.}\n'
        '      - {at: "0:07", note: "look: there"}\n'
        "  - {file: plan.pdf, kind: unit, title: Plan}\n"
        '# commentary: "soon after"\n'
        '# commentary: "1:05 no film"'
    )


@pytest.mark.parametrize(
    ("answers", "remark"),
    [
        (EvidenceAnswers(applied=AppliedAnswer(date="next week")), '# date: "next week"'),
        (EvidenceAnswers(applied=AppliedAnswer(learners="about 20")), '# learners: "about 20"'),
        (EvidenceAnswers(artifacts=(ArtifactAnswer(title="A film"),)), '# artifacts: {title: "A film"}'),
        (
            EvidenceAnswers(artifacts=(ArtifactAnswer("https://", "video"),)),
            '# artifacts: {place: "https://", kind: "video"}',
        ),
        (
            EvidenceAnswers(impact=(ImpactAnswer("M", "points", "1,200", "3"),)),
            '# impact: {measure: "M", unit: "points", before: "1,200", after: "3"}',
        ),
        (EvidenceAnswers(demonstrates=(ClaimAnswer("agency"),)), '# demonstrates: {competency: "agency"}'),
    ],
)
def test_what_cannot_be_read_is_kept_where_its_author_sees_it(answers: EvidenceAnswers, remark: str) -> None:
    text = bid(ASKED, answers)
    assert remark in text.split("\n---\n", 1)[0].split("\n")
    assert ":\n  - " not in text, "nothing of it is taken for an answer"


READ = {
    day: {"2026-10-05": "2026-10-05", "2026-02-29": None, "2024-02-29": "2024-02-29", "5.10.2026": None},
    count: {"26": "26", "007": "7", "0": "0", "-1": None, "1234567": None, "٤": None, "": None},
    amount: {
        "41": "41", "+41": "41", "-0.50": "-0.50", "41,5": "41.5", "1,200": None, "1,20": "1.20", "007": "7",
        "4 1": None, "1e3": None, ".5": None, "٤١": None,
    },
    web_address: {
        "https://a.example": True, "Https://a.example:80/x?y#z": True, "https://": False,
        "http://user@host/": False, "https://a.example/ä": False, 'https://a.example/"': False,
        "ftp://a.example": False, "https://-a": False,
    },
}  # fmt: skip


@pytest.mark.parametrize("rule", READ, ids=lambda each: each.__name__)
def test_what_is_a_day_a_number_an_address(rule: object) -> None:
    assert {each: rule(each) for each in READ[rule]} == READ[rule]  # type: ignore[operator,index]
