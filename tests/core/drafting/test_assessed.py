"""A self-assessment that is answered loads as it was answered."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.drafting.said import assessments, demo

from proofolio.adapters.files.documents.person import SelfAssessmentDocument
from proofolio.adapters.files.text import decode
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.core.checking.self_assessment import check_self_assessment
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.assessed import AssessmentAnswers, assessed
from proofolio.core.drafting.filled import plain

DISTRICT = demo()
FILE = "portfolios/amina-yusuf/self-assessments/2026-11-22.yml"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_every_rating_comes_back_and_checks(data: st.DataObject) -> None:
    framework = data.draw(st.sampled_from(sorted(DISTRICT.frameworks)))
    answers = data.draw(assessments(DISTRICT, framework))
    text = decode(assessed(DISTRICT, framework, answers).encode(), FILE)
    assert isinstance(text, str), text
    found = read_yaml(text, FILE)
    assert found.findings == []
    made = SelfAssessmentDocument.model_validate(found.data).model(
        "amina-yusuf", date(2026, 11, 22), Pointer(FILE)
    )
    assert list(check_self_assessment(DISTRICT, made)) == []
    assert {each.target: each.level for each in made.ratings} == {
        k: v for k, v in answers.levels.items() if v
    }
    for each in made.ratings:
        sure = answers.confidence.get(each.target, "")
        assert each.confidence == (int(sure) if sure in set("12345") and sure else None)
        assert (each.note or "") == plain(clean(answers.notes.get(each.target, "")))


def test_it_is_written_as_people_write_it() -> None:
    answers = AssessmentAnswers(
        levels={"mastery-approach/pacing": "emerging", "mastery-approach": "developing"},
        confidence={"mastery-approach/pacing": "4"},
        notes={"mastery-approach/pacing": "I plan for the middle:\nFridays."},
    )
    assert assessed(DISTRICT, "foundational", answers) == (
        "# yaml-language-server: $schema=../../../.proofolio/schemas/self-assessment.schema.json\n"
        "ratings:\n"
        "  mastery-approach: developing\n"
        "  mastery-approach/pacing:\n"
        "    level: emerging\n"
        "    confidence: 4\n"
        '    note: "I plan for the middle: Fridays."\n'
    )
