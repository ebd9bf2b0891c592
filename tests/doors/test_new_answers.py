"""``proofolio new … --answers``: reviews, self-assessments, plans and the log from what a form kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.doors.test_new import run, written

WORK = "ben-okafor/reading-graphs-with-seven-year-olds"
RATED = {
    "me": {"person": "rosa-diaz"},
    "work": WORK,
    "verdict": "revise",
    "words": "Thank you, Ben.",
    "pull": "12",
}


def answers(district: Path, given: Any) -> tuple[str, str]:
    path = district / "answers.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    return "--answers", str(path)


def rated(district: Path) -> dict[str, Any]:
    """Answers for every criterion of the work's micro-credential, as its starter names them."""
    result = run(district, "new", "review", WORK, "rosa-diaz", "--date", "2026-11-20")
    starter = district / written(result)
    names = [
        line.split(":")[0].strip() for line in starter.read_text("utf-8").split("ratings:")[1].split("\n")
    ]
    criteria = [each for each in names if each and not each.startswith(("#", "verdict", "-", "*", "<"))][:9]
    starter.unlink()
    kept = [each for each in criteria if f"{each}" and " " not in each]
    return {
        **RATED,
        "ratings": dict.fromkeys(kept, "developing"),
        "next_steps": dict.fromkeys(kept, "Try it with “two” learners"),
        "strengths": {kept[0]: "Proficient: the axes."},
    }


def test_a_review_from_answers_checks(district: Path) -> None:
    given = answers(district, rated(district))
    path = written(run(district, "new", "review", WORK, "rosa-diaz", *given))
    assert run(district, "check").exit_code == 0
    text = (district / path).read_text("utf-8")
    assert "\nrubric: sha256:" in text
    assert 'Try it with \\"two\\" learners' in text
    assert text.endswith(" – Proficient: the axes.\n\nThank you, Ben.\n")


def test_answers_for_another_version_are_refused(district: Path) -> None:
    given = answers(district, {**rated(district), "version": "0123456789ab"})
    result = run(district, "new", "review", WORK, "rosa-diaz", *given)
    assert result.exit_code != 0
    assert "the answers are of version 0123456789ab" in result.output


def test_a_self_assessment_from_answers_checks(district: Path) -> None:
    said = {"levels": {"mastery-approach/pacing": "emerging"}, "confidence": {"mastery-approach/pacing": 4}}
    given = answers(district, {**said, "date": "2026-11-22", "me": {}})
    path = written(run(district, "new", "self-assessment", "amina-yusuf", *given))
    assert run(district, "check").exit_code == 0
    assert "    level: emerging\n    confidence: 4\n" in (district / path).read_text("utf-8")


def test_a_plan_goes_into_the_profile_that_is_there(district: Path) -> None:
    profile = district / "portfolios/amina-yusuf/index.md"
    before = profile.read_bytes()
    given = answers(district, {"career_goal": "Lead", "plan": [{"goal": "Write less", "by": "2027-01-31"}]})
    assert written(run(district, "new", "plan", "amina-yusuf", *given)) == "portfolios/amina-yusuf/index.md"
    after = profile.read_bytes()
    assert b"\ncareer_goal: Lead\n" in after
    assert b"\nplan:\n  - goal: Write less\n    by: 2027-01-31\n---\n" in after
    assert after.split(b"---\n", 2)[2] == before.split(b"---\n", 2)[2]
    assert run(district, "check").exit_code == 0


def test_an_entry_of_the_log_from_answers_checks(district: Path) -> None:
    said = {"date": "2026-11-20", "kind": "practice", "title": "Menu: small groups", "hours": 1.5, "me": {}}
    said |= {"competency": "mastery-approach", "with": ["ben-okafor"], "text": "We tried.\n\n# Then\n---"}
    path = written(run(district, "new", "log", "amina-yusuf", *answers(district, said)))
    assert path == "portfolios/amina-yusuf/log/2026-11-20-menu-small-groups.md"
    assert run(district, "check").exit_code == 0
    assert (district / path).read_text("utf-8") == (
        '---\ntitle: "Menu: small groups"\nkind: practice\nhours: 1.5\ncompetency: mastery-approach\n'
        "with: [ben-okafor]\n---\n\nWe tried.\n\n### Then\n\n---\n"
    )


@pytest.mark.parametrize("text", ["About me", "---\n'plan': []\n---\n", '---\nheadline: "a\nplan: b"\n---\n'])
def test_a_profile_that_is_not_understood_stays_as_it_is(district: Path, text: str) -> None:
    profile = district / "portfolios/amina-yusuf/index.md"
    profile.write_text(text, encoding="utf-8")
    result = run(district, "new", "plan", "amina-yusuf", *answers(district, {"plan": [{"goal": "a"}]}))
    assert result.exit_code != 0
    assert "nothing was changed" in result.output
    assert profile.read_text("utf-8") == text


@pytest.mark.parametrize(
    ("command", "given", "told"),
    [
        (("plan", "amina-yusuf"), {"plan": [{"goal": ""}, {"how": "a"}]}, "every goal needs a few words"),
        (("plan", "amina-yusuf"), {"plans": []}, "did you mean plan?"),
        (("plan", "amina-yusuf"), {"plan": {}}, "holds a list"),
        (("self-assessment", "amina-yusuf"), {"levels": {"pacing": ["a"]}}, "levels.pacing is a text"),
        (("review", WORK, "rosa-diaz"), [], "holds names with answers"),
        (("log", "amina-yusuf"), {"title": " "}, "the entry has no title"),
        (("log", "amina-yusuf"), {"title": "a", "with": "ben-okafor"}, "with holds a list"),
        (("log", "amina-yusuf"), {"title": "a", "competency": "mastery-aproach"}, "did you mean"),
    ],
)
def test_what_cannot_be_taken_is_said(
    district: Path, command: tuple[str, ...], given: Any, told: str
) -> None:
    result = run(district, "new", *command, *answers(district, given))
    assert result.exit_code != 0
    assert told in result.output
