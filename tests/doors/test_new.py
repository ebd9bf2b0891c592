"""``proofolio new``: what it writes loads, passes ``check``, and overwrites nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.core.drafting.texts import finished

from proofolio.cli.main import main


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, [*arguments, "--root", str(root)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def written(result: Result) -> str:
    assert result.exit_code == 0, result.output
    lines = [line for line in result.output.splitlines() if line.startswith("written: ")]
    return lines[0].removeprefix("written: ")


def test_a_new_person_is_on_the_roster_and_has_a_portfolio(district: Path) -> None:
    before = (district / "portfolios/roster.yml").read_text(encoding="utf-8")
    details = ("--name", "Inés Novák", "--github", "no", "--organization", "valley-high")
    result = run(district, "new", "person", "ines-novak", *details)
    assert written(result) == "portfolios/ines-novak/index.md"
    after = (district / "portfolios/roster.yml").read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert "Inés Novák" in after
    assert 'github: "no"' in after, "an account may be a word that YAML takes for something else"
    assert run(district, "check").exit_code == 0


@pytest.mark.parametrize(
    ("guidance", "questions", "beginnings", "front"),
    [
        ((), True, True, True),
        (("--guidance", "starters"), True, True, True),
        (("--guidance", "prompts"), True, False, True),
        (("--guidance", "plain"), False, False, False),
    ],
)
def test_a_submission_brings_as_much_help_as_is_wanted(
    district: Path, guidance: tuple[str, ...], questions: bool, beginnings: bool, front: bool
) -> None:
    path = written(run(district, "new", "submission", "amina-yusuf", "pace-a-unit", "--slug", "x", *guidance))
    text = (district / path).read_text(encoding="utf-8")
    assert text.count("\n## ") == 3
    assert (" words. -->" in text) is questions
    assert ("You could begin: " in text) is beginnings
    assert ("# applied: " in text) is front
    assert run(district, "check").exit_code == 0


@pytest.mark.parametrize(
    "micro_credential", ["pace-a-unit", "families-as-partners", "lead-an-improvement-cycle"]
)
def test_a_new_submission_loads_as_a_draft_with_everything_to_do(
    district: Path, micro_credential: str
) -> None:
    title = ("--title", "Ratios: a second try")
    result = run(district, "new", "submission", "amina-yusuf", micro_credential, *title)
    path = written(result)
    assert path == "portfolios/amina-yusuf/ratios-a-second-try/index.md"
    assert run(district, "check").exit_code == 0
    data = json.loads(run(district, "status", "amina-yusuf", "--format", "json").output)
    decision = data["people"]["amina-yusuf"]["submissions"]["ratios-a-second-try"]
    assert decision["standing"] == "draft"
    assert not decision["complete"]
    text = (district / path).read_text(encoding="utf-8")
    for section in ("## Context", "## What I did", "## Reflection"):
        assert section in text


@pytest.mark.parametrize(
    ("title", "folder"),
    [
        ("A title that goes on for very much longer than a name", "a-title-that-goes-on-for-very-much"),
        ("Rechtsschutzversicherungsgesellschaftenundmehr", "rechtsschutzversicherungsgesellschaftenu"),
        ("Café à côté", "cafe-a-cote"),
        ("学习者", "pace-a-unit"),
    ],
)
def test_a_title_gives_a_folder_whole_words(district: Path, title: str, folder: str) -> None:
    made = run(district, "new", "submission", "amina-yusuf", "pace-a-unit", "--title", title)
    assert written(made) == f"portfolios/amina-yusuf/{folder}/index.md"


def test_answers_fill_a_submission_in_and_what_lacks_nothing_passes(district: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(finished()), encoding="utf-8")
    given = ("new", "submission", "amina-yusuf", "pace-a-unit", "--answers", str(answers))
    path = written(run(district, *given))
    assert path == "portfolios/amina-yusuf/ratios-a-second-try/index.md"
    assert "status: submitted\n" in (district / path).read_text(encoding="utf-8")
    assert run(district, "check").exit_code == 0
    again = run(district, *given, "--title", "Another title", "--slug", "another")
    assert "title: Another title\n" in (district / written(again)).read_text(encoding="utf-8")
    answers.write_text('{"titel": "x"}', encoding="utf-8")
    refused = run(district, *given)
    assert refused.exit_code != 0
    assert "did you mean title" in refused.output.replace("'", "")


def test_a_new_review_is_no_rating_until_somebody_rates(district: Path) -> None:
    work = "ben-okafor/reading-graphs-with-seven-year-olds"
    path = written(run(district, "new", "review", work, "rosa-diaz"))
    assert path.endswith("reviews/2026-11-22-rosa-diaz.md")
    result = run(district, "check", path)
    assert result.exit_code == 1
    assert "write a value after the colon" in result.output
    text = (district / path).read_text(encoding="utf-8")
    for criterion in ("clear-targets", "frequent-checks", "learners-use-data", "adjusts-teaching"):
        text = text.replace(f"  {criterion}:   #", f"  {criterion}: proficient #", 1)
    (district / path).write_text(text.replace("verdict:   #", "verdict: met #"), encoding="utf-8")
    assert run(district, "check").exit_code == 0
    data = json.loads(run(district, "status", "ben-okafor", "--format", "json").output)
    decision = data["people"]["ben-okafor"]["submissions"]["reading-graphs-with-seven-year-olds"]
    assert decision["standing"] == "met"


def test_a_new_recognition_says_whose_line_is_still_missing(district: Path) -> None:
    thanks = ("new", "recognition", "amina-yusuf/three-line-feedback", "--by", "grace-oduya")
    result = run(district, *thanks, "--title", "Less is read")
    path = written(result)
    assert path == "competencies/recognitions/2026-11-22-less-is-read.md"
    for line in (
        "showcase: [menu-maths, three-line-feedback]",
        "showcase: [amina-yusuf/three-line-feedback]",
    ):
        assert line in result.output
    checked = run(district, "check")
    assert checked.exit_code == 0, "a consent that is not there yet fails nothing"
    assert checked.output.count("warning[recognition-without-consent]") == 2
    agreed = (("amina-yusuf", "all"), ("ben-okafor", "[amina-yusuf/three-line-feedback]"))
    for person, line in agreed:
        profile = district / f"portfolios/{person}/index.md"
        text = profile.read_text(encoding="utf-8").replace("showcase: [menu-maths]\n", "")
        profile.write_text(text.replace("---\n", f"---\nshowcase: {line}\n", 1), encoding="utf-8")
    assert "warning" not in run(district, "check").output


@pytest.mark.parametrize(
    ("work", "by", "words"),
    [
        ("amina-yusuf/menu-math", "grace-oduya", "did you mean amina-yusuf/menu-maths?"),
        ("amina-yusuf/menu-maths", "grace-odouya", "did you mean grace-oduya?"),
        ("amina-yusuf/menu-maths", "hugo-brandt", "no leader, coach or approver"),
        ("grace-oduya/attendance-that-listens", "grace-oduya", "ask somebody else to say thank you"),
    ],
)
def test_a_recognition_that_could_not_be_shown_is_not_begun(
    district: Path, work: str, by: str, words: str
) -> None:
    result = run(district, "new", "recognition", work, "--by", by)
    assert result.exit_code != 0
    assert words in result.output


def test_beginning_with_a_competency_that_was_replaced_is_possible_and_told(district: Path) -> None:
    old = district / "competencies/frameworks/foundational/mastery-approach.yml"
    text = old.read_text(encoding="utf-8")
    old.write_text(f"{text}replaced_by: customise-learning\n", encoding="utf-8")
    result = run(district, "new", "submission", "amina-yusuf", "pace-a-unit", "--slug", "once-more")
    assert written(result) == "portfolios/amina-yusuf/once-more/index.md"
    assert "was replaced by" in result.output
    assert "foundational/customise-learning" in result.output
    assert run(district, "check").exit_code == 0
    other = run(district, "new", "submission", "amina-yusuf", "coach-a-colleague")
    assert "was replaced by" not in other.output
    path = written(run(district, "new", "self-assessment", "grace-oduya", "--date", "2026-11-01"))
    lines = (district / path).read_text(encoding="utf-8").splitlines()
    assert any(each.startswith("  # customise-learning:") for each in lines)
    assert not any(each.startswith("  # mastery-approach:") for each in lines), "nobody begins with it"


def test_a_new_observation_says_how_to_name_who_was_watched(district: Path) -> None:
    path = district / written(run(district, "new", "log", "amina-yusuf", "Sat in", "--kind", "observation"))
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("# observed: whom you watched, by id", "observed: ben-okafor"), encoding="utf-8"
    )
    assert run(district, "check").exit_code == 0, run(district, "check").output


def test_status_tells_the_phases_of_a_cycle_where_cycles_are_asked(district: Path) -> None:
    data = json.loads(run(district, "status", "amina-yusuf", "--format", "json").output)
    work = data["people"]["amina-yusuf"]["submissions"]
    cycle = work["menu-maths"]["learning_cycle"]
    assert (cycle["asked"], cycle["competency"]) == (1, "foundational/mastery-approach")
    assert set(cycle["phases"]) | set(cycle["lacking"]) == {"practise", "observe", "reflect", "collaborate"}
    assert all(each["count"] > 0 and each["last"] for each in cycle["phases"].values())
    asked = {name for name, each in work.items() if "learning_cycle" in each}
    assert asked == {name for name, each in work.items() if each["micro_credential"] == "pace-a-unit"}
    told = " ".join(run(district, "status", "amina-yusuf").output.split())
    assert all(
        f"{phase} {each['count']} (last {each['last']})" in told for phase, each in cycle["phases"].items()
    )


def test_a_new_log_entry_and_self_assessment_pass(district: Path) -> None:
    what = ("Tried the menu with Grade 5", "--hours", "1.5")
    entry = written(run(district, "new", "log", "amina-yusuf", *what))
    assert entry == "portfolios/amina-yusuf/log/2026-11-22-tried-the-menu-with-grade-5.md"
    assert written(run(district, "new", "self-assessment", "amina-yusuf")).endswith("2026-11-22.yml")
    assert written(run(district, "new", "self-assessment", "farid-haddad", "--date", "2026-11-01"))
    assert run(district, "check").exit_code == 0, run(district, "check").output


def test_nothing_is_overwritten(district: Path) -> None:
    work = district / "portfolios/amina-yusuf/menu-maths/index.md"
    before = work.read_bytes()
    result = run(district, "new", "submission", "amina-yusuf", "pace-a-unit", "--slug", "menu-maths")
    assert result.exit_code == 2
    assert "is there already" in result.output
    assert work.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("submission", "amina-yusuff", "pace-a-unit"), "did you mean amina-yusuf?"),
        (("submission", "amina-yusuf", "pace-a-unti"), "did you mean pace-a-unit?"),
        (("submission", "amina-yusuf", "pace-a-unit", "--slug", "Menu Maths"), "not a valid id"),
        (("submission", "amina-yusuf", "pace-a-unit", "--slug", "log"), "cannot be called"),
        (("review", "amina-yusuf/menu-maths", "ben-okafor"), "no coach, assessor or approver"),
        (("review", "amina-yusuf/nothing", "rosa-diaz"), "unknown submission"),
        (("review", "rosa-diaz/coaching-ben", "rosa-diaz"), "nobody reviews her own work"),
        (("log", "amina-yusuf", "x", "--competency", "mastry-approach"), "did you mean mastery-approach?"),
        (("person", "Amina Yusuf"), "not a valid id"),
    ],
)
def test_a_slip_is_answered_with_words(district: Path, arguments: tuple[str, ...], words: str) -> None:
    result = run(district, "new", *arguments)
    assert result.exit_code == 2
    assert words in result.output


@pytest.mark.parametrize("roster", [None, "people:\n", "people: {}\n", "# ours\npeople:  {  }\n"])
def test_the_first_person_of_all_can_be_added(district: Path, roster: str | None) -> None:
    place = district / "portfolios/roster.yml"
    place.unlink()
    for folder in (district / "portfolios").iterdir():
        folder.rename(district / folder.name)
    shutil.rmtree(district / "competencies/recognitions")  # thanks to those who are not there any more
    if roster is not None:
        place.write_text(roster, encoding="utf-8")
        assert run(district, "check").exit_code == 0
    written(run(district, "new", "person", "ines-novak"))
    assert run(district, "check").exit_code == 0


def test_a_roster_that_cannot_be_extended_is_left_alone(district: Path) -> None:
    place = district / "portfolios/roster.yml"
    place.write_text("people: {zoe-ash: {name: Zoe Ash}}\n", encoding="utf-8")
    result = run(district, "new", "person", "ines-novak")
    assert result.exit_code == 2
    assert "  ines-novak:\n    name: Ines Novak" in result.output
    assert place.read_text(encoding="utf-8") == "people: {zoe-ash: {name: Zoe Ash}}\n"
