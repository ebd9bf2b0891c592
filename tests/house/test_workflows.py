"""Rules for what runs on the forge: those that tools know, and those that only this house knows."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from tests.doors.runner import ACTIONS, ROOT, WORKFLOWS, read, steps_of

from proofolio.adapters.github.callers import NAMES, callers
from proofolio.core.diagnostics.error import ProofolioError

FILES = sorted(WORKFLOWS.glob("*.yml"))
PIN = "cedar-valley/proofolio@" + "0123456789" * 4
_PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")
_VERSIONED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", re.M)
_USES = re.compile(r"^\s*(?:- )?uses: \w[\w.-]*/.*$", re.M)
PINS = {
    "actions/checkout": "3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "actions/setup-python": "5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0",
    "actions/upload-artifact": "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1",
    "actions/download-artifact": "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0",
    "actions/deploy-pages": "cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0",
}
"""Each was compared with several public repositories that pin the same version."""
MAY_WRITE = {
    ("comment", "comment"): {"pull-requests"},
    ("publish", "record"): {"contents", "pull-requests"},
    ("publish", "issue"): {"contents"},
    ("publish", "deploy"): {"pages", "id-token"},
    ("digest", "digest"): {"issues"},
    ("propose", "propose"): {"contents", "pull-requests", "issues", "statuses"},
}
FROM_HEAD = (
    "pull_request.head",
    "github.head_ref",
    "refs/pull",
    "github.event.workflow_run.head",
    "github.ref",
)


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tool(name: str, *arguments: str, cwd: Path = ROOT) -> None:
    command = [str(Path(sys.executable).with_name(name)), *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def events(data: dict[str, Any]) -> set[str]:
    on = data["on"]
    return {on} if isinstance(on, str) else set(on)


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``proofolio workflows`` writes for a district."""
    root = tmp_path_factory.mktemp("district")
    for path, text in callers(PIN).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def test_zizmor_finds_nothing() -> None:
    tool("zizmor", "--quiet", "--pedantic", "--offline", "--strict-collection", ".github", "action.yml")


def test_zizmor_finds_nothing_in_a_districts_workflows(district: Path) -> None:
    tool("zizmor", "--quiet", "--pedantic", "--offline", "--strict-collection", ".github", cwd=district)


def test_the_schemas_hold(district: Path) -> None:
    schema = ("check-jsonschema", "--builtin-schema")
    workflows = [*FILES, *sorted((district / ".github/workflows").glob("*.yml"))]
    tool(*schema, "vendor.github-workflows", *map(str, workflows))
    tool(*schema, "vendor.github-actions", *map(str, ACTIONS))
    dependabot = ".github/dependabot.yml"
    tool(*schema, "vendor.dependabot", str(ROOT / dependabot), str(district / dependabot))


def test_every_exception_from_a_tools_rule_has_its_reason() -> None:
    for path in (*FILES, *ACTIONS):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "zizmor:" in line:
                assert re.search(r"zizmor: ignore\[[\w-]+\] \w+", line), line


@pytest.mark.parametrize("path", [*FILES, *ACTIONS], ids=names)
def test_actions_are_pinned_to_commits_that_were_looked_up(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(_USES.findall(text)) == len(_VERSIONED.findall(text))
    for _, step in steps_of(path):
        uses = step.get("uses", "./")
        if not uses.startswith(("./", "$/")):
            assert _PINNED.fullmatch(uses)
            name, _, commit = uses.partition("@")
            assert PINS[name].startswith(commit)
            assert f"{name}@{PINS[name]}" in text


@pytest.mark.parametrize("path", FILES, ids=names)
def test_each_job_is_bounded(path: Path) -> None:
    data = read(path)
    assert data["permissions"] == {}, "nothing unless a job says so"
    assert "pull_request_target" not in events(data)
    assert data["defaults"]["run"]["shell"] == "bash", "or a failure before a pipe goes unseen"
    assert "group" in data["concurrency"]
    assert isinstance(data["concurrency"]["cancel-in-progress"], bool)
    for name, job in data["jobs"].items():
        assert job["timeout-minutes"] <= 60
        assert "permissions" in job
        writes = {scope for scope, right in job["permissions"].items() if right == "write"}
        assert writes == MAY_WRITE.get((path.stem, name), set())


@pytest.mark.parametrize("path", [*FILES, *ACTIONS], ids=names)
def test_a_script_holds_no_expression(path: Path) -> None:
    for _, step in steps_of(path):
        assert "${{" not in step.get("run", ""), step["name"]
        assert "run" not in step or step.get("name"), "a step says what it does"


@pytest.mark.parametrize("path", FILES, ids=names)
def test_no_credentials_stay_behind_and_nothing_is_cached(path: Path) -> None:
    for _, step in steps_of(path):
        options = step.get("with", {})
        if step.get("uses", "").startswith("actions/checkout@"):
            assert options.get("persist-credentials") is False
        assert "actions/cache" not in step.get("uses", "")
        assert "cache" not in options


@pytest.mark.parametrize("path", FILES, ids=names)
def test_nothing_of_a_pull_request_is_checked_out_or_installed(path: Path) -> None:
    data = read(path)
    if path.stem == "test" or not events(data) & {"pull_request", "workflow_run"}:
        return  # “test” tests the code of a pull request, with a token that may only read
    for _, step in steps_of(path):
        options = step.get("with", {})
        if step.get("uses", "").startswith("actions/checkout@"):
            wanted = options.get("ref", "")
            assert wanted, "what is left out is the pull request's own commit"
            assert not any(word in wanted for word in FROM_HEAD)
        if step.get("uses", "").startswith("./"):
            assert step["uses"].startswith("./district/")
        script = step.get("run", "")
        assert not re.search(r"\b(?:pip|uv|npm|make|git (?:checkout|switch|merge|reset))\b", script), script


@pytest.mark.parametrize("path", FILES, ids=names)
def test_a_job_that_sees_a_pull_request_first_may_write_nothing(path: Path) -> None:
    data = read(path)
    if "pull_request" in events(data):
        for job in data["jobs"].values():
            assert set(job["permissions"]) <= {"contents", "issues"}
            assert set(job["permissions"].values()) == {"read"}
        assert "secrets." not in path.read_text(encoding="utf-8")


def test_the_comment_job_fetches_no_files_of_a_repository() -> None:
    assert not [step for _, step in steps_of(WORKFLOWS / "comment.yml") if "checkout" in step.get("uses", "")]


def test_the_site_is_published_only_after_a_build_and_never_in_part() -> None:
    data = read(WORKFLOWS / "publish.yml")
    assert data["concurrency"]["cancel-in-progress"] is False
    deploy = data["jobs"]["deploy"]
    assert (deploy["needs"], deploy["environment"]["name"]) == ("build", "github-pages")
    assert "needs.build.result == 'success'" in deploy["if"]
    assert data["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert data["jobs"]["record"]["environment"]["name"] == "recording"


def test_the_signing_key_is_in_one_step_of_one_protected_job_and_nowhere_else() -> None:
    secret = "secrets.PROOFOLIO_SIGNING_KEY"
    held = [
        (path.stem, job, step["name"])
        for path in FILES
        for job, step in steps_of(path)
        if secret in str(step)
    ]
    assert held == [("publish", "issue", "Issue")]
    assert sum(path.read_text(encoding="utf-8").count(secret) for path in (*FILES, *ACTIONS)) == 1
    job = read(WORKFLOWS / "publish.yml")["jobs"]["issue"]
    assert job["environment"]["name"] == "signing"
    assert job["permissions"] == {"contents": "write"}
    assert "pull_request" not in events(read(WORKFLOWS / "publish.yml"))


def test_both_actions_install_in_the_same_way() -> None:
    one, other = (
        next(step for _, step in steps_of(path) if step["name"] == "Install Proofolio") for path in ACTIONS
    )
    assert one["run"] == other["run"]
    for action in ACTIONS:
        source = read(action)["runs"]["steps"][1]["env"]["SOURCE"].replace("${{ github.action_path }}", ".")
        assert (action.parent / source).resolve() == ROOT


def test_what_is_installed_is_locked_with_hashes() -> None:
    text = (ACTIONS[1].parent / "requirements.txt").read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, re.M))
    assert all("    --hash=sha256:" in entry for entry in re.split(r"\n(?=\w)", text))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for each in (*project["project"]["dependencies"], *project["build-system"]["requires"]):
        wanted = Requirement(each)
        pinned = pins.get(wanted.name.lower())
        assert pinned is not None, f"{wanted.name} is not locked: make lock"
        assert wanted.specifier.contains(pinned), f"{each}, but {pinned} is locked: make lock"


@pytest.mark.parametrize("name", NAMES)
def test_a_districts_workflow_gives_what_ours_needs_and_no_more(name: str, district: Path) -> None:
    theirs, ours = read(district / ".github/workflows" / f"{name}.yml"), read(WORKFLOWS / f"{name}.yml")
    (job,) = theirs["jobs"].values()
    assert job["uses"] == f"cedar-valley/proofolio/.github/workflows/{name}.yml@{PIN.partition('@')[2]}"
    needed: dict[str, str] = {}
    for each in ours["jobs"].values():
        for scope, right in each["permissions"].items():
            needed[scope] = "write" if "write" in (right, needed.get(scope)) else right
    assert job["permissions"] == needed
    assert theirs["permissions"] == {}
    assert theirs["concurrency"]["group"] != ours["concurrency"]["group"], "they would wait for each other"
    assert set(job.get("secrets", {})) <= set((ours["on"]["workflow_call"] or {}).get("secrets", {}))
    assert theirs["name"] == name, "comment finds check by its name"


def test_the_status_of_a_form_bears_the_name_of_the_check(district: Path) -> None:
    """Rules for a branch ask for one name; for a commit that a workflow pushed, only the status has it."""
    own = read(WORKFLOWS / "check.yml")["jobs"]["check"]["name"]
    (caller,) = read(district / ".github/workflows/check.yml")["jobs"].values()
    said = next(step for _, step in steps_of(WORKFLOWS / "propose.yml") if "NAME" in step.get("env", {}))
    here = "job.workflow_repository == github.repository"
    assert said["env"]["NAME"] == f"${{{{ {here} && '{own}' || '{caller['name']} / {own}' }}}}"
    assert f"*{caller['name']} / {own}*" in (ROOT / "docs/guides/maintainer.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("pin", ["a/b@main", "a/b@v1.0.0", "a/b", "a/b@" + "0" * 39, "a b/c@" + "0" * 40, ""])
def test_a_districts_workflows_need_a_commit(pin: str) -> None:
    with pytest.raises(ProofolioError, match="which Proofolio"):
        callers(pin)
