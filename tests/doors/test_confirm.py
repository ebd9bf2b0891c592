"""``proofolio confirm``: a review stays true after a look at what changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.doors.forge import Clone, run

WORK = "amina-yusuf/menu-maths"
FOLDER = f"portfolios/{WORK}"
DAY = ("--date", "2026-11-20")


@pytest.fixture
def clone(demo: Path, tmp_path: Path) -> Clone:
    """Work that changed after its last review."""
    shutil.copytree(demo, tmp_path / "clone")
    made = Clone(tmp_path / "clone")
    index = made.folder / FOLDER / "index.md"
    (made.folder / FOLDER / "unit-check.csv").unlink()
    text = index.read_text(encoding="utf-8").replace("unit-check.csv", "unit-check-2.csv")
    made.commit(
        "Changed", **{f"{FOLDER}/index.md": text + "\nMore.\n", f"{FOLDER}/unit-check-2.csv": "a,b\n1,2\n"}
    )
    return made


def standing(root: Path) -> dict[str, object]:
    data = json.loads(run(root, "status", "amina-yusuf", "--format", "json").output)
    found: dict[str, object] = data["people"]["amina-yusuf"]["submissions"]["menu-maths"]
    return found


def test_a_stale_review_is_confirmed(clone: Clone) -> None:
    before = standing(clone.folder)
    assert before["stale_reviews"] == 3
    assert before["criteria"]["pacing"]["level"] is None  # type: ignore[index]
    result = run(clone.folder, "confirm", WORK, "rosa-diaz", *DAY)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "changed since the review of 2026-10-29:",
        "  index.md",
        "  unit-check-2.csv (new)",
        "  unit-check.csv (gone)",
        f"written: {FOLDER}/reviews/2026-11-20-rosa-diaz.md",
    ]
    text = (clone.folder / FOLDER / "reviews/2026-11-20-rosa-diaz.md").read_text(encoding="utf-8")
    assert "Confirmed after looking at what changed since 2026-10-29." in text
    assert "pacing: proficient" in text
    assert standing(clone.folder)["criteria"]["pacing"]["level"] == "proficient"  # type: ignore[index]
    assert run(clone.folder, "check").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((WORK, "rosa-dias"), "did you mean rosa-diaz?"),
        (("amina-yusuf/menu-math", "rosa-diaz"), "did you mean amina-yusuf/menu-maths?"),
        ((WORK, "amina-yusuf"), "no coach, assessor or approver"),
        ((WORK, "tomas-reyes"), "has not rated this work yet"),
        (("amina-yusuf/two-ways-to-show-it", "rosa-diaz"), "nothing to confirm"),
        (("rosa-diaz/coaching-ben", "rosa-diaz"), "own work"),
    ],
)
def test_what_cannot_be_confirmed_is_said(clone: Clone, arguments: tuple[str, str], words: str) -> None:
    result = run(clone.folder, "confirm", *arguments, *DAY)
    assert result.exit_code == 2
    assert words in result.output
    assert clone.git("status", "--porcelain") == ""


def test_a_day_has_one_file(clone: Clone) -> None:
    result = run(clone.folder, "confirm", WORK, "rosa-diaz", "--date", "2026-10-29")
    assert result.exit_code == 2
    assert "write into it: reviewed: sha256:" in result.output


def test_after_stepping_back_nothing_is_confirmed(clone: Clone) -> None:
    (clone.folder / FOLDER / "reviews/2026-11-19-rosa-diaz.md").write_text(
        f"---\nreviewed: sha256:{'0123456789abcdef' * 4}\nverdict: recused\n---\n", encoding="utf-8"
    )
    result = run(clone.folder, "confirm", WORK, "rosa-diaz", *DAY)
    assert "stepped back" in result.output


def test_without_history_it_works_and_says_what_it_does_not_know(clone: Clone) -> None:
    shutil.rmtree(clone.folder / ".git")
    result = run(clone.folder, "confirm", WORK, "rosa-diaz", *DAY)
    assert result.exit_code == 0, result.output
    assert "is not known here" in result.output


def test_changed_criteria_want_a_new_review(clone: Clone) -> None:
    place = clone.folder / "competencies/micro-credentials/pace-a-unit.yml"
    text = place.read_text(encoding="utf-8").replace("[units-from-competencies, pacing]", "[pacing]")
    place.write_text(text, encoding="utf-8")
    result = run(clone.folder, "confirm", WORK, "rosa-diaz", *DAY)
    assert result.exit_code == 2
    assert "have changed since" in result.output
