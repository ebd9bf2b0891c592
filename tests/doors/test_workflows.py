"""Every ``run:`` step of every workflow works when it is started by hand in a clone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from tests.doors.issuing import DID_FILE, office
from tests.doors.runner import ACTIONS, ROOT, WORKFLOWS, Runner, environment, steps_of
from tests.doors.test_propose import WHOLE, body, event, form
from tests.forge import BOT, NAME, TOKEN, Forge, pull, running

from proofolio.adapters.signing.key import SigningKey

CHECK, COMMENT, PUBLISH, DIGEST, PROPOSE, EXPORT = (
    WORKFLOWS / f"{name}.yml" for name in ("check", "comment", "publish", "digest", "propose", "export")
)
NASTY = "x;$(touch pwned);`touch pwned`;\"'${HOME}"
"""A branch name, as hostile as Git allows and then some."""
ELSEWHERE = {
    ("test.yml", "Fast tests, checks, the demo on both hosts, slow tests"): "it is the whole test suite",
}
AMINA = ("amina-y", "101")
STATUS = next(
    str(each["env"]["NAME"])[4:-3]
    for _, each in steps_of(PROPOSE)
    if each["name"] == "Say what the check found"
)
"""The expression for the status's name, as the runner knows expressions."""
BENS = "portfolios/ben-okafor/reading-graphs-with-seven-year-olds"
WORK = "portfolios/amina-yusuf/menu-maths"


def git(root: Path, *arguments: str, name: str = "Amina Yusuf", login: str = "amina-y") -> str:
    identity = ("-c", f"user.name={name}", "-c", f"user.email={login}@users.noreply.github.com")
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def forge() -> Iterator[Forge]:
    with running(Forge()) as made:
        yield made


@pytest.fixture
def origin(demo: Path, tmp_path: Path) -> Path:
    """The repository on the forge; it hands out any commit, as GitHub does."""
    target = tmp_path / "origin.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(demo), str(target))
    git(target, "config", "uploadpack.allowAnySHA1InWant", "true")
    return target


@pytest.fixture
def runner(origin: Path, forge: Forge, tmp_path: Path) -> Runner:
    """A clone of main in a workspace of its own, and a forge that knows it."""
    workspace, temp = tmp_path / "workspace", tmp_path / "temp"
    workspace.mkdir()
    temp.mkdir()
    git(workspace, "clone", "--quiet", str(origin), "district")
    base = git(workspace / "district", "rev-parse", "HEAD")
    known = {
        "github.token": TOKEN,
        "github.event.before": "0" * 40,
        "github.event.repository.default_branch": "main",
        "github.event.pull_request.base.sha": base,
        "github.event.pull_request.number": "7",
        "github.event.pull_request.user.login": AMINA[0],
        "github.event.pull_request.user.id": AMINA[1],
        "github.event.pull_request.head.ref": NASTY,
        "vars.PROOFOLIO_SITE": "",
        STATUS: "Check the proposed change",
        "github.event.workflow_run.head_repository.full_name": "amina-y/portfolios",
        "github.event.workflow_run.head_branch": NASTY,
        "github.event.workflow_run.id": "1",
        "secrets.PROOFOLIO_DEPLOY_KEY": "",
        "needs.record.outputs.commit || github.sha": base,
        "needs.issue.outputs.commit || needs.record.outputs.commit || github.sha": base,
        "secrets.PROOFOLIO_SIGNING_KEY": "",
    }
    around = {**environment(), "GITHUB_API_URL": forge.address, "GITHUB_REPOSITORY": NAME}
    return Runner(workspace, temp, known, around)


def propose(origin: Path, runner: Runner, files: dict[str, str]) -> str:
    """A pull request that was opened with these files; its head."""
    work = runner.workspace.parent / "proposal"
    git(work.parent, "clone", "--quiet", str(origin), work.name)
    for path, text in files.items():
        (work / path).parent.mkdir(parents=True, exist_ok=True)
        (work / path).write_text(text, encoding="utf-8")
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "-m", "My change")
    git(work, "push", "--quiet", "origin", "HEAD:refs/pull/7/head")
    head = git(work, "rev-parse", "HEAD")
    for name in ("pull_request.head.sha", "workflow_run.head_sha"):
        runner.known[f"github.event.{name}"] = head
    return head


GOOD = {
    "portfolios/amina-yusuf/log/2026-11-20-a-talk.md": "---\ntitle: A talk\nkind: practice\n---\nWe did.\n"
}
BAD = {f"{WORK}/reviews/2026-11-20-rosa-diaz.md": "---\nreviewed: sha256:00\nverdict: met\n---\n"}


def head_of(number: int, head: str, **more: object) -> dict[str, object]:
    place = {"sha": head, "ref": NASTY, "repo": {"full_name": "amina-y/portfolios"}}
    return pull(number, head, head=place, merged_at=None, **more)


def test_a_good_change_is_checked_and_commented_on_once(origin: Path, runner: Runner, forge: Forge) -> None:
    head = propose(origin, runner, GOOD)
    runner.job(CHECK, "check")
    assert json.loads(runner.kept["proofolio-summary"].read_text(encoding="utf-8"))
    assert runner.summary.strip()
    assert git(runner.district, "status", "--porcelain") == "", "nothing of it was checked out"
    forge.pulls = [head_of(7, head)]
    for said in ("7: the comment was posted", "7: the comment says so already"):
        runner.job(COMMENT, "comment")
        assert said in runner.runs[-1].out
    assert [each["user"]["login"] for each in forge.comments[7]] == [BOT]
    assert not list(runner.workspace.parent.rglob("pwned"))


@pytest.mark.slow
def test_a_forged_review_fails_the_check_and_is_told(origin: Path, runner: Runner, forge: Forge) -> None:
    head = propose(origin, runner, BAD)
    runner.job(CHECK, "check", fails="Check")
    said = next(each.out for each in runner.runs if each.name == "Check")
    assert f"::error file={WORK}/reviews/2026-11-20-rosa-diaz.md" in said
    forge.pulls = [head_of(7, head)]
    runner.job(COMMENT, "comment")
    assert len(forge.comments[7]) == 1


@pytest.mark.slow
def test_nothing_is_said_once_the_head_has_moved_on(origin: Path, runner: Runner, forge: Forge) -> None:
    head = propose(origin, runner, GOOD)
    for name in ("Fetch the proposed commits, as data", "Sum up"):
        assert runner.step(step(CHECK, name)).code == 0
    runner.kept["proofolio-summary"] = runner.temp / "summary" / "summary.json"
    for pulls in (
        [],
        [head_of(7, "a" * 40)],
        [pull(7, head, merged_at=None)],
        [head_of(7, head), head_of(8, head)],
    ):
        forge.pulls = pulls
        runner.job(COMMENT, "comment")
        assert "nothing is said" in runner.runs[-1].out
    assert forge.sent() == []


def test_a_forged_report_is_not_believed(runner: Runner, forge: Forge) -> None:
    report = runner.temp / "forged" / "summary.json"
    report.parent.mkdir()
    runner.kept["proofolio-summary"] = report
    runner.known["github.event.workflow_run.head_sha"] = "a" * 40
    forge.pulls = [head_of(7, "a" * 40)]
    for text in ("", "{}", "[" * 50_000, "x" * 300_000):
        report.write_text(text, encoding="utf-8")
        runner.job(COMMENT, "comment", fails="Comment")
    assert forge.asked == []


@pytest.mark.slow
def test_reviews_of_what_was_merged_are_written_down_once(origin: Path, runner: Runner, forge: Forge) -> None:
    base, looked_at, merged = merge(runner, origin)
    place = {"ref": "main", "sha": base, "repo": {"full_name": NAME}}
    forge.pulls = [pull(9, looked_at, base=place, merge_commit_sha=merged, merged=True, state="closed")]
    forge.commits = {merged: [9]}
    forge.reviews[9] = [review(looked_at)]
    runner.known["github.event.before"] = base
    runner.job(PUBLISH, "record")
    after = git(origin, "rev-parse", "main")
    assert runner.known["steps.save.outputs.commit"] == after
    assert git(origin, "diff", "--name-only", merged, after).splitlines() == [
        f"{BENS}/reviews/2026-11-20-rosa-diaz.md"
    ]
    assert (
        git(origin, "log", "-1", "--format=%an %s", "main") == f"{BOT} Write down reviews from pull requests"
    )
    assert git(origin, "rev-parse", "refs/proofolio/recorded") == merged
    assert len(forge.comments[9]) == 1, "one line could not be understood"
    assert not [each for each in runner.runs if "::" in each.out or "planted" in each.out], "no commands"
    checked = runner.step(step(PUBLISH, "Check once more"))
    assert runner.known["steps.check.outputs.findings"] == "0", checked.out

    runner.job(PUBLISH, "record")
    assert git(origin, "rev-parse", "main") == after, "twice changes nothing, so its own push ends there"
    assert git(origin, "rev-parse", "refs/proofolio/recorded") == after
    runner.step(step(PUBLISH, "Answer what could not be understood"))
    assert len(forge.comments[9]) == 1


def merge(runner: Runner, origin: Path) -> tuple[str, str, str]:
    """Ben's pull request, merged: main before, the head that only the forge has, main after."""
    work = runner.workspace.parent / "branch"
    git(work.parent, "clone", "--quiet", str(origin), work.name)
    base = git(work, "rev-parse", "HEAD")
    git(work, "checkout", "--quiet", "-b", "graphs")
    with (work / BENS / "index.md").open("a", encoding="utf-8") as page:
        page.write("\nOne more thing that I noticed.\n")
    git(work, "commit", "--quiet", "--all", "-m", "A closer look", name="Ben Okafor", login="ben-okafor-cv")
    head = git(work, "rev-parse", "HEAD")
    git(work, "push", "--quiet", "origin", "HEAD:refs/pull/9/head")
    git(work, "checkout", "--quiet", "main")
    git(work, "merge", "--quiet", "--squash", "graphs")
    git(work, "commit", "--quiet", "-m", "A closer look (#9)")
    git(work, "push", "--quiet", "origin", "main")
    git(runner.district, "pull", "--quiet")
    return base, head, git(work, "rev-parse", "HEAD")


def review(commit: str) -> dict[str, object]:
    text = (ROOT / "competencies/frameworks/foundational/assessment-for-learning.yml").read_text("utf-8")
    rated = "".join(f"{each}: proficient\n" for each in yaml.safe_load(text)["rubric"])
    return {
        "id": 5001,
        "user": {"login": "rosa-diaz-cv", "id": 77, "type": "User"},
        "body": f"{rated}colour: proficient\n\nThe learners' own.\n::error::planted\n##[error]planted",
        "state": "COMMENTED",
        "commit_id": commit,
        "submitted_at": "2026-11-20T09:00:00Z",
        "html_url": f"https://github.com/{NAME}/pull/9#pullrequestreview-5001",
    }


def test_somebody_elses_push_meanwhile_is_kept(origin: Path, runner: Runner, tmp_path: Path) -> None:
    other = tmp_path / "other"
    git(tmp_path, "clone", "--quiet", str(origin), "other")
    (other / "NOTES.md").write_text("Merged meanwhile.\n", encoding="utf-8")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "-m", "Merged meanwhile")
    git(other, "push", "--quiet", "origin", "main")
    (runner.district / WORK / "reviews" / "2026-11-21-rosa-diaz.md").write_text(
        "---\n---\n", encoding="utf-8"
    )
    seen = git(runner.district, "rev-parse", "HEAD")
    done = runner.step(step(PUBLISH, "Save them"))
    assert done.code == 0, done.out
    assert git(origin, "log", "-2", "--format=%s", "main").splitlines() == [
        "Write down reviews from pull requests",
        "Merged meanwhile",
    ]
    assert git(origin, "rev-parse", "refs/proofolio/recorded") == seen, "what came meanwhile is not recorded"


def test_a_deploy_key_is_used_and_taken_away(runner: Runner, tmp_path: Path) -> None:
    """With a key the push goes to the forge by SSH, with its known host key and no other."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    script = f'#!/bin/sh\n(echo "$*"; cat "$2") >> "{runner.temp}/asked"; exit 9\n'
    (bin_ / "ssh").write_text(script, encoding="utf-8")
    (bin_ / "ssh").chmod(0o755)
    runner.known["secrets.PROOFOLIO_DEPLOY_KEY"] = "not a key"
    runner.environment["PATH"] = f"{bin_}{os.pathsep}{runner.environment['PATH']}"
    done = runner.step(step(PUBLISH, "Save them"))
    assert done.code != 0
    asked = (runner.temp / "asked").read_text(encoding="utf-8")
    assert f"git@github.com git-receive-pack '{NAME}.git'" in asked
    assert "-o IdentitiesOnly=yes -o StrictHostKeyChecking=yes" in asked
    assert "not a key" in asked
    assert not (runner.temp / "deploy-key").exists()


@pytest.mark.slow
def test_the_site_is_built_looked_over_and_handed_on(runner: Runner) -> None:
    runner.job(PUBLISH, "build")
    assert (runner.kept["github-pages"] / "index.html").is_file()
    assert "fit" in runner.summary or "published in" in runner.summary


@pytest.mark.slow
def test_what_has_errors_is_withheld_and_the_rest_published(runner: Runner) -> None:
    page = runner.district / WORK / "index.md"
    page.write_text(
        page.read_text(encoding="utf-8").replace("micro_credential: ", "micro_credential: x"), "utf-8"
    )
    runner.job(PUBLISH, "build")
    assert runner.known["steps.check.outputs.findings"] == "1"
    assert not (runner.kept["github-pages"] / "portfolios/amina-yusuf/menu-maths/index.html").exists()
    assert (runner.kept["github-pages"] / "portfolios/ben-okafor/index.html").is_file()


@pytest.mark.slow
def test_the_digest_is_one_issue(runner: Runner, forge: Forge) -> None:
    for said in ("the issue was opened", "the issue says so already"):
        runner.job(DIGEST, "digest")
        assert said in runner.runs[-1].out
    assert [each["title"] for each in forge.issues] == ["Waiting for a reviewer"]
    assert forge.issues[0]["body"].strip()


def test_a_portfolio_is_packed_for_its_person(runner: Runner) -> None:
    runner.known["inputs.person"] = "amina-yusuf"
    runner.job(EXPORT, "export")
    with zipfile.ZipFile(runner.kept["portfolio"]) as packet:
        assert {"README.md", "site/index.html"} <= set(packet.namelist())


@pytest.mark.parametrize(
    "person", ["", "--help", "../amina-yusuf", "$(touch pwned)", NASTY, "a" * 65, "a\nb"]
)
def test_what_is_no_person_is_not_packed(person: str, runner: Runner) -> None:
    runner.known["inputs.person"] = person
    done = runner.step(step(EXPORT, "Pack everything of this person"))
    assert (done.code, "not the id of a person" in done.out) == (1, True)
    assert not list(runner.workspace.rglob("pwned"))
    assert not (runner.temp / "portfolio.zip").exists()


def test_a_form_becomes_a_pull_request(origin: Path, runner: Runner, forge: Forge) -> None:
    made = form(runner.district)
    runner.environment["GITHUB_EVENT_PATH"] = str(event(runner.district, body(made, WHOLE)))
    runner.known["github.event.issue.number"] = "12"
    runner.job(PROPOSE, "propose")
    branch = runner.known["steps.file.outputs.branch"]
    assert runner.known["steps.file.outputs.path"] in git(
        origin, "diff", "--name-only", "main", f"refs/heads/{branch}"
    )
    assert [(each["head"], each["base"]) for each in forge.pulls] == [(branch, "main")]
    assert len(forge.comments[12]) == 1
    head = git(origin, "rev-parse", branch)
    assert [(each["state"], each["context"]) for each in forge.statuses[head]] == [
        ("success", "Check the proposed change")
    ]


def opened_for_a_form(origin: Path, runner: Runner, forge: Forge) -> tuple[Path, str]:
    """The pull request that “propose” opened for Amina's issue 12: a clone of its branch, and its name."""
    sent = event(runner.district, body(form(runner.district), WHOLE))
    runner.environment["GITHUB_EVENT_PATH"] = str(sent)
    runner.known["github.event.issue.number"] = "12"
    runner.job(PROPOSE, "propose")
    branch = runner.known["steps.file.outputs.branch"]
    forge.issues = [json.loads(sent.read_text(encoding="utf-8"))["issue"]]
    runner.known |= {
        "github.event.pull_request.user.login": BOT,
        "github.event.pull_request.user.id": "41898282",
        "github.event.pull_request.head.ref": branch,
    }
    work = runner.workspace.parent / "web"
    git(work.parent, "clone", "--quiet", "--branch", branch, str(origin), work.name)
    return work, branch


def proposed(work: Path, runner: Runner) -> None:
    """Push what lies in the clone, by somebody; the forge starts “check” for it."""
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--allow-empty", "-m", "Add files via upload", name="Rosa", login="rosa-d")
    git(work, "push", "--quiet", "origin", "HEAD", "HEAD:refs/pull/7/head")
    runner.known["github.event.pull_request.head.sha"] = git(work, "rev-parse", "HEAD")


@pytest.mark.slow
def test_a_forms_pull_request_is_judged_as_its_senders(origin: Path, runner: Runner, forge: Forge) -> None:
    work, _ = opened_for_a_form(origin, runner, forge)
    page = work / runner.known["steps.file.outputs.path"]
    page.with_name("photo.txt").write_text("a file", encoding="utf-8")
    proposed(work, runner)
    runner.job(CHECK, "check")
    said = next(each.out for each in runner.runs[::-1] if each.name == "Check")
    assert "Judged as the form that Amina Yusuf (amina-y) sent in issue 12, against" in said
    with page.open("a", encoding="utf-8") as text:
        text.write("\nSomebody else's words.\n")
    proposed(work, runner)
    runner.job(CHECK, "check", fails="Check")
    assert "form-differs" in runner.kept["proofolio-summary"].read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("editor", ["rosa-diaz-cv", None])
def test_what_somebody_else_wrote_into_the_issue_is_not_its_senders(
    origin: Path, runner: Runner, forge: Forge, editor: str | None
) -> None:
    """The REST API does not tell who changed an issue; whoever may sort issues could have."""
    work, _ = opened_for_a_form(origin, runner, forge)
    proposed(work, runner)
    forge.editors[12] = editor
    runner.job(CHECK, "check", fails="Check")
    said = next(each.out for each in runner.runs[::-1] if each.name == "Check")
    assert f"last changed by '{editor or 'ghost'}'" in said
    forge.editors[12] = "AMINA-Y"
    (runner.temp / "form.json").unlink()
    runner.job(CHECK, "check")


@pytest.mark.slow
def test_without_a_token_nothing_is_asked_or_sent(origin: Path, runner: Runner, forge: Forge) -> None:
    head = propose(origin, runner, GOOD)
    runner.known["github.token"] = ""
    runner.known["github.event.workflow_run.head_sha"] = head
    for name in ("Fetch the proposed commits, as data", "Sum up"):
        assert runner.step(step(CHECK, name)).code == 0
    (runner.temp / "queue.md").write_text("Nothing waits.\n", encoding="utf-8")
    for path, name in ((COMMENT, "Comment"), (DIGEST, "Keep the issue up to date")):
        done = runner.step(step(path, name))
        assert (done.code, "no GITHUB_TOKEN" in done.out) == (0, True), done.out
    runner.job(PUBLISH, "record")
    assert forge.asked == []


def step(path: Path, name: str) -> dict[str, object]:
    return next(each for _, each in steps_of(path) if each["name"] == name)


def test_the_action_runs_a_command(runner: Runner) -> None:
    run = step(ROOT / "action.yml", "Run the command")
    runner.known |= {"inputs.directory": "district", "inputs.command": "status amina-yusuf --format json"}
    assert '"menu-maths"' in runner.step(run).out
    runner.known["inputs.command"] = "digest ;touch pwned $(touch pwned) *"
    assert runner.step(run).code == 2
    assert not list(runner.workspace.rglob("pwned"))


@pytest.mark.slow
@pytest.mark.parametrize("action", ACTIONS, ids=["root", "install"])
def test_the_actions_install_what_they_are_part_of(action: Path, runner: Runner, tmp_path: Path) -> None:
    """Into an environment of its own, from the package index, as on the forge."""
    copy = tmp_path / "proofolio"
    git(tmp_path, "clone", "--quiet", str(ROOT), str(copy))
    for folder in ("plugins", "docs", ".github"):
        shutil.copytree(ROOT / folder, copy / folder, dirs_exist_ok=True)
    shutil.copy(ROOT / "pyproject.toml", copy)
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    runner.environment["PATH"] = f"{tmp_path / 'venv' / 'bin'}{os.pathsep}{runner.environment['PATH']}"
    del runner.environment["PYTHONPATH"]
    runner.known["github.action_path"] = str(copy / action.parent.relative_to(ROOT))
    done = runner.step(step(action, "Install Proofolio"))
    assert done.code == 0, done.out
    found = subprocess.run(
        [tmp_path / "venv/bin/proofolio", "--version"], check=True, capture_output=True, text=True
    )
    assert "proofolio" in found.stdout


def test_no_step_is_left_out() -> None:
    """Each job with scripts is run above, or named with the reason why it is not."""
    text = Path(__file__).read_text(encoding="utf-8")
    for path in (*sorted(WORKFLOWS.glob("*.yml")), *ACTIONS):
        for job, each in steps_of(path):
            if "run" not in each or {(path.name, each["name"]), (path.name, None)} & set(ELSEWHERE):
                continue
            run = f'{path.stem.upper()}, "{job}"' if job else f'"{each["name"]}"'
            assert run in text, f"{path.name}: {each['name']}"


DUE = "portfolios/amina-yusuf/credentials/show-what-you-know.json"


@pytest.mark.slow
def test_what_was_earned_is_issued_once_and_saved(origin: Path, runner: Runner) -> None:
    made = office(runner.district)
    git(runner.district, "push", "--quiet", "origin", "HEAD:main")
    runner.known["secrets.PROOFOLIO_SIGNING_KEY"] = made.key.pem().decode()
    runner.job(PUBLISH, "issue")
    after = git(origin, "rev-parse", "main")
    assert runner.known["steps.save.outputs.commit"] == after
    assert DUE in git(origin, "diff", "--name-only", "main~1", "main").splitlines()
    assert git(origin, "log", "-1", "--format=%an %s", "main") == f"{BOT} Issue what was earned"
    assert "issued: Show what you know in more than one way to Amina Yusuf" in runner.summary
    secret = made.key.pem().decode().splitlines()[1]
    written = [path for path in runner.temp.rglob("*") if path.is_file()]
    assert not [each for each in runner.runs if secret in each.out]
    assert not [path for path in written if secret in path.read_text(encoding="utf-8", errors="replace")]
    runner.job(PUBLISH, "issue")
    assert git(origin, "rev-parse", "main") == after, "twice changes nothing"


def test_without_a_signing_key_nothing_is_issued_and_everything_goes_on(origin: Path, runner: Runner) -> None:
    before = git(origin, "rev-parse", "main")
    runner.job(PUBLISH, "issue")
    assert "There is no PROOFOLIO_SIGNING_KEY" in runner.summary
    assert "Amina Yusuf: Show what you know in more than one way" in runner.summary
    git(runner.district, "rm", "--quiet", "--cached", DID_FILE)
    (runner.district / DID_FILE).unlink()
    assert runner.step(step(PUBLISH, "Issue")).code == 0
    assert "The organisation has no keys yet" in runner.summary
    assert (git(origin, "rev-parse", "main"), runner.known["steps.save.outputs.commit"]) == (before, before)


def test_a_strange_signing_key_stops_the_job(runner: Runner) -> None:
    runner.known["secrets.PROOFOLIO_SIGNING_KEY"] = SigningKey.new().pem().decode()
    done = runner.step(step(PUBLISH, "Issue"))
    assert (done.code != 0, "does not belong to this issuer" in done.out) == (True, True)
