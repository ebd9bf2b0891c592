"""From an issue form to a pull request, with hostile answers, on a real repository."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.doors.runner import WORKFLOWS, Runner, Step, environment, steps_of

from proofolio.adapters.files.load import load
from proofolio.cli.main import main
from proofolio.core.drafting.form import HAND_IN, Form
from proofolio.core.drafting.questions import forms

WHOLE = {
    "what": "Menu maths again",
    "where": "Day: 5 October 2026\nClass: Grade 4, room 2\nSubject: Mathematics\nHow many learners: 26",
    "section-context": "In this unit we began with menus. " * 20,
    "section-practice": "Each learner chose the next step. " * 20,
    "section-reflection": "I would wait longer before the check. " * 25,
    "artifacts": "video: A conference https://video.example.org/x\n"
    "[plan.pdf](https://github.com/user-attachments/files/1/plan.pdf)",
    "impact": "Measure: On target\nBefore: 41 %\nAfter: 78 %\n"
    "How many learners were measured: 26\nWhere the numbers come from: Unit check",
    "consent": "- [x] Everybody agreed",
    "status": HAND_IN,
}


def form(root: Path, file: str = "evidence-pace-a-unit.yml") -> Form:
    return next(each for each in forms(load(root).district) if each.file == file)


def body(made: Form, answers: dict[str, str]) -> str:
    said = {"for": made.subject, **answers}
    parts = (f"### {each.label}\n\n{said.get(each.id) or '_No response_'}" for each in made.fields)
    return "\n\n".join(parts).replace("\n", "\r\n")


def event(root: Path, text: str, login: str = "amina-y", **changes: Any) -> Path:
    issue = {
        "number": 12,
        "title": "Evidence",
        "body": text,
        "state": "open",
        "created_at": "2026-11-20T10:00:00Z",
        "user": {"login": login, "id": 4711},
    }
    sender = changes.pop("sender", None)
    data = {"action": "edited" if sender else "opened", "issue": {**issue, **changes}}
    path = root.parent / "event.json"
    path.write_text(
        json.dumps({**data, **({"sender": {"login": sender}} if sender else {})}), encoding="utf-8"
    )
    return path


def propose(root: Path, issue: Path, *more: str | Path) -> dict[str, str]:
    result = run("--root", root, "--issue", issue, *more)
    assert result.exit_code == 0, result.output
    report: dict[str, str] = json.loads(result.output)
    return report


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["propose", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files(root: Path) -> dict[str, bytes]:
    return {
        each.relative_to(root).as_posix(): each.read_bytes() for each in root.rglob("*") if each.is_file()
    }


def check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "--root", str(root)])


def test_a_whole_answer_becomes_work_that_is_handed_in_and_passes(district: Path) -> None:
    before = files(district)
    report = propose(district, event(district, body(form(district), WHOLE)))
    assert report["path"] == "portfolios/amina-yusuf/menu-maths-again/index.md"
    assert report["branch"] == "form/12-pace-a-unit"
    assert report["message"].endswith(
        "\n\nCo-authored-by: Amina Yusuf <4711+amina-y@users.noreply.github.com>\n"
    )
    assert "Closes #12" in report["body"]
    assert "plan.pdf: attached here" in report["reply"]
    assert "/_upload/form/12-pace-a-unit/portfolios/amina-yusuf/menu-maths-again)" in report["reply"]
    after = files(district)
    assert set(after) - set(before) == {report["path"]}
    assert all(after[path] == data for path, data in before.items())
    text = after[report["path"]].decode()
    assert "status: submitted\n" in text
    assert "consent: yes" in text
    assert check(district).exit_code == 0, check(district).output


def test_what_is_not_complete_stays_a_draft_and_the_reply_says_why(district: Path) -> None:
    report = propose(district, event(district, body(form(district), {"status": HAND_IN, "what": "x"})))
    assert "status: draft\n" in (district / report["path"]).read_text(encoding="utf-8")
    assert "the section 'Reflection' is still empty" in report["reply"]
    assert "It stays a draft" in report["reply"]
    assert check(district).exit_code == 0


def test_twice_is_the_same_and_an_edit_changes_the_same_file(district: Path, tmp_path: Path) -> None:
    out = tmp_path / "branch"
    out.mkdir()
    issue = event(district, body(form(district), WHOLE))
    first = propose(district, issue, "--out", out)
    made = files(out)
    assert propose(district, issue, "--out", out) == first
    assert files(out) == made
    renamed = propose(
        district, event(district, body(form(district), {**WHOLE, "what": "Another"})), "--out", out
    )
    assert renamed["path"] == first["path"]
    assert "title: Another\n" in (out / first["path"]).read_text(encoding="utf-8")
    assert set(files(out)) == set(made)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Menu maths", "menu-maths-2"),
        ("🌱🌱", "pace-a-unit"),
        ("Café – ratios", "cafe-ratios"),
        ("../../.github/workflows/x", "github-workflows-x"),
        ("log", "log-2"),
        ("Reviews", "reviews-2"),
        ("a" * 300, "a" * 40),
        ("---\nstatus: submitted\n---", "status-submitted"),
        ('$(touch pwned); `id` && "x"', "touch-pwned-id-x"),
    ],
)
def test_titles_make_safe_free_names(district: Path, title: str, slug: str) -> None:
    report = propose(district, event(district, body(form(district), {"what": title})))
    assert report["path"] == f"portfolios/amina-yusuf/{slug}/index.md"
    assert check(district).exit_code == 0, check(district).output


HOSTILE = [
    "---\nvisibility: public\n---",
    "## Reflection\nfake\n\n### Reflection\n\nfake",
    "<!-- hidden --> <![CDATA[ x <![ y",
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "[a](javascript:alert(1)) [b](../../roster.yml) [[no-such]] ![c](https://x.example/y.png)",
    "```\nnever closed\n~~~",
    "[" * 500 + "(" * 500,
    "x" * 30_000,
    "\u202e\u2066evil\x07\x00\ufeff \ufffe",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n- [ ] task\n  1. deeper\n\n> quote",
    "[x]: https://u:p@evil.example\n\n[^1]: note",
    "@everyone closes #1 fixes owner/repo#2 https://github.com/o/r/issues/3",
]


@pytest.mark.parametrize("answer", HOSTILE)
def test_no_answer_reaches_beyond_its_place(district: Path, answer: str) -> None:
    everywhere = {
        key: answer + "\n\n" + WHOLE.get(key, "")
        for key in ("what", "where", "section-context", "section-reflection", "artifacts", "impact")
    }
    before = files(district)
    report = propose(district, event(district, body(form(district), {**WHOLE, **everywhere})))
    assert report["path"].startswith("portfolios/amina-yusuf/")
    after = files(district)
    assert set(after) - set(before) == {report["path"]}
    assert check(district).exit_code == 0, check(district).output
    assert "#" not in report["title"]
    assert "@" not in report["title"]
    assert report["message"].splitlines()[0] == "Evidence for pace-a-unit by Amina Yusuf"
    assert set(report["branch"]) <= set("abcdefghijklmnopqrstuvwxyz0123456789-/")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"login": "stranger"}, "`stranger` belongs to nobody on the roster"),
        ({"sender": "tomas-r"}, "only `amina-y` can file something"),
        ({"state": "closed"}, "This issue is closed"),
    ],
)
def test_who_may_not_file_gets_a_reply_and_nothing_is_written(
    district: Path, changes: dict[str, Any], said: str
) -> None:
    before = files(district)
    report = propose(district, event(district, body(form(district), WHOLE), **changes))
    assert said in report["reply"]
    assert (report["path"], report["branch"]) == ("", "")
    assert files(district) == before


def test_the_accounts_number_must_be_that_of_the_roster(district: Path) -> None:
    roster = district / "portfolios/roster.yml"
    text = roster.read_text(encoding="utf-8")
    roster.write_text(
        text.replace("github: amina-y\n", "github: amina-y\n    github_id: 99\n"), encoding="utf-8"
    )
    report = propose(district, event(district, body(form(district), WHOLE)))
    assert "another account number" in report["reply"]
    assert report["path"] == ""
    ours = propose(
        district, event(district, body(form(district), WHOLE), user={"login": "AMINA-Y", "id": 99})
    )
    assert ours["path"]


def test_an_issue_that_no_form_made_is_left_alone(district: Path) -> None:
    report = propose(district, event(district, "Please fix the printer"))
    assert (report["reply"], report["path"]) == ("", "")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"issue": 3}', '{"number": true, "user": {"login": "a"}}', "[" * 100_000,
     '{"number": 1, "user": {"login": "a b"}}', '{"number": 1, "user": {"login": "a"}, "pull_request": {}}'],
)  # fmt: skip
def test_what_is_no_issue_is_refused_in_words(district: Path, text: str) -> None:
    path = district.parent / "event.json"
    path.write_text(text, encoding="utf-8")
    result = run("--root", district, "--issue", path)
    assert result.exit_code == 2
    assert "event.json" in result.output


def test_a_form_older_than_the_definitions_gets_an_answer(district: Path) -> None:
    text = body(form(district), WHOLE)
    (district / "competencies/micro-credentials/pace-a-unit.yml").unlink()
    report = propose(district, event(district, text))
    assert "Open a new issue with a form of today" in report["reply"]
    assert report["path"] == ""


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("impact", WHOLE["impact"].replace("78 %", "178 %"), "After: 178 %"),
        (
            "artifacts",
            "certificate: Workshop https://x.example/c",
            "certificate: Workshop https://x.example/c",
        ),
    ],
)
def test_what_a_check_would_not_take_is_kept_as_text_and_the_reason_told(
    district: Path, field: str, text: str, kept: str
) -> None:
    report = propose(district, event(district, body(form(district), {**WHOLE, field: text})))
    made = (district / report["path"]).read_text(encoding="utf-8")
    assert "status: draft\n" in made
    assert kept in made.partition("\n---\n")[2]
    assert "178" in report["reply"] or "certificate" in report["reply"]
    assert check(district).exit_code == 0, check(district).output


def test_an_entry_of_the_log(district: Path, tmp_path: Path) -> None:
    made = form(district, "log-entry.yml")
    about = next(
        each for each in made.field("competency").options if "(foundational/mastery-approach)" in each
    )  # type: ignore[union-attr]
    said = {
        "what": "Watched Ben",
        "kind": "observation",
        "hours": "1,5",
        "competency": about,
        "text": "# I saw\n\nIt.",
    }
    out = tmp_path / "branch"
    out.mkdir()
    report = propose(district, event(district, body(made, said)), "--out", out)
    assert report["path"] == "portfolios/amina-yusuf/log/2026-11-20-watched-ben.md"
    assert report["branch"] == "form/12-log"
    text = (out / report["path"]).read_text(encoding="utf-8")
    assert "hours: 1.5\ncompetency: foundational/mastery-approach\n" in text
    assert "### I saw" in text
    later = propose(district, event(district, body(made, {**said, "date": "1 Nov 2026"})), "--out", out)
    assert (later["path"], later["gone"]) == (
        "portfolios/amina-yusuf/log/2026-11-01-watched-ben.md",
        report["path"],
    )
    assert list(files(out)) == [later["path"]]
    odd = {**said, "hours": "a lot", "date": "yesterday", "kind": "none such"}
    third = propose(district, event(district, body(made, odd)))
    assert "“How many hours?” could not be read" in third["reply"]
    assert check(district).exit_code == 0, check(district).output


def test_a_link_in_the_branch_is_not_followed(district: Path, tmp_path: Path) -> None:
    out, elsewhere = tmp_path / "branch", tmp_path / "elsewhere"
    (out / "portfolios").mkdir(parents=True)
    elsewhere.mkdir()
    (out / "portfolios/amina-yusuf").symlink_to(elsewhere)
    result = run("--root", district, "--issue", event(district, body(form(district), WHOLE)), "--out", out)
    assert result.exit_code == 2
    assert list(elsewhere.iterdir()) == []


def test_without_a_token_nothing_is_sent(district: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    report = district.parent / "report.json"
    run("--root", district, "--issue", event(district, body(form(district), WHOLE)), "--report", report)
    said = run("--open", report).output
    assert "nothing is sent" in said
    assert "This is filed as" in said
    report.write_text("{}", encoding="utf-8")
    assert run("--open", report).exit_code == 2


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "user.name=bot", "-c", "user.email=bot@example.org", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def test_the_branch_is_its_authors_to_propose_and_credits_her(demo: Path, tmp_path: Path) -> None:
    """What the workflow does, step by step: worktree, file, commit, check."""
    home, out = tmp_path / "district", tmp_path / "branch"
    git(tmp_path, "clone", "--quiet", str(demo), str(home))
    git(home, "worktree", "add", "--quiet", "--detach", str(out), "HEAD")
    report = propose(home, event(home, body(form(home), WHOLE)), "--out", out)
    git(out, "add", "--all", "--", "portfolios")
    git(out, "commit", "--quiet", "--message", report["message"])
    assert git(out, "log", "-1", "--format=%(trailers:key=Co-authored-by,valueonly)").startswith(
        "Amina Yusuf <"
    )
    head = git(out, "rev-parse", "HEAD")
    judged = CliRunner().invoke(
        main,
        ["check", "--root", str(home), "--base", "HEAD", "--head", head, "--actor", "amina-y"],
    )
    assert judged.exit_code == 0, judged.output
    other = CliRunner().invoke(
        main, ["check", "--root", str(home), "--base", "HEAD", "--head", head, "--actor", "ben-o"]
    )
    assert other.exit_code == 1


PROPOSE = WORKFLOWS / "propose.yml"


def named(step: Step) -> list[str]:
    """The expression that names the status, as the runner knows expressions."""
    return [each[4:-3] for name, each in step.get("env", {}).items() if name == "NAME"]


@pytest.mark.slow
def test_an_edit_goes_to_the_same_branch_and_keeps_what_was_added_there(demo: Path, tmp_path: Path) -> None:
    """The whole job twice, as two runs of the forge; in between, a file is put onto the branch."""
    origin = tmp_path / "origin.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(demo), str(origin))

    def job(turn: str, answers: dict[str, str]) -> Runner:
        workspace, temp = tmp_path / turn, tmp_path / f"{turn}-temp"
        workspace.mkdir()
        temp.mkdir()
        git(workspace, "clone", "--quiet", str(origin), "district")
        home = workspace / "district"
        known = {
            "github.token": "",
            "github.event.issue.number": "12",
            "github.event.repository.default_branch": "main",
            **{each: "Check" for _, step in steps_of(PROPOSE) for each in named(step)},
        }
        around = {**environment(), "GITHUB_EVENT_PATH": str(event(home, body(form(home), answers)))}
        runner = Runner(workspace, temp, known, around)
        runner.job(PROPOSE, "propose")
        return runner

    first = job("first", WHOLE)
    branch, path = (first.known[f"steps.file.outputs.{each}"] for each in ("branch", "path"))
    work = tmp_path / "web"
    git(tmp_path, "clone", "--quiet", "--branch", branch, str(origin), str(work))
    added = (work / path).with_name("photo.txt")
    added.write_text("a file", encoding="utf-8")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "Add files via upload")
    git(work, "push", "--quiet", "origin", branch)
    again = job("second", {**WHOLE, "what": "Another title"})
    assert again.known["steps.file.outputs.branch"] == branch
    assert again.known["steps.file.outputs.path"] == path
    assert "No findings" in again.summary or "0 " in again.summary
    assert git(origin, "diff", "--name-only", "main", branch).split() == sorted(
        [path, path.replace("index.md", "photo.txt")]
    )
    assert "title: Another title" in git(origin, "show", f"{branch}:{path}")
    count = git(origin, "rev-list", "--count", f"main..{branch}")
    job("third", {**WHOLE, "what": "Another title"})
    assert git(origin, "rev-list", "--count", f"main..{branch}") == count == "3"
