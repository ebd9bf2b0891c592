"""A runner for tests: it starts the ``run:`` steps of a workflow by hand, in a clone, in their order.

What ``uses:`` would do (fetch, keep and hand on files) is done here in its simplest form. Every
expression must be known: one that is not fails the test, so that no step is left out unseen.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
ACTIONS = (ROOT / "action.yml", ROOT / ".github" / "actions" / "install" / "action.yml")
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")

Step = dict[str, Any]


def read(path: Path) -> dict[str, Any]:
    """A workflow or an action. YAML takes the key ``on`` for a truth value."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in data.items()}


def steps_of(path: Path) -> list[tuple[str, Step]]:
    """All steps with the name of their job ("" for an action)."""
    data = read(path)
    if "runs" in data:
        return [("", each) for each in data["runs"]["steps"]]
    return [(job, each) for job, content in data["jobs"].items() for each in content.get("steps", [])]


@dataclass
class Run:
    """What one step did."""

    name: str
    code: int
    out: str


@dataclass
class Runner:
    """A workspace with a clone in ``district``, and what the expressions stand for."""

    workspace: Path
    temp: Path
    known: dict[str, str]
    environment: dict[str, str]
    runs: list[Run] = field(default_factory=list)
    kept: dict[str, Path] = field(default_factory=dict)

    @property
    def district(self) -> Path:
        """The clone."""
        return self.workspace / "district"

    @property
    def summary(self) -> str:
        """What the steps wrote into the run's summary."""
        return (self.temp / "step-summary").read_text(encoding="utf-8")

    def job(self, path: Path, job: str, fails: str | None = None) -> None:
        """Run a job's steps in order; only the step named ``fails`` may fail, and must."""
        for of, step in steps_of(path):
            if of != job:
                continue
            if "run" not in step:
                self._use(step)
                continue
            done = self.step(step)
            assert (done.code != 0) == (step["name"] == fails), f"{step['name']}: {done.code}\n{done.out}"

    def step(self, step: Step, **more: str) -> Run:
        """Run one step's script as the runner does."""
        folder = self.workspace / self._filled(step.get("working-directory", "."))
        output = self.temp / "output"
        output.write_text("", encoding="utf-8")
        own = {name: self._filled(str(value)) for name, value in step.get("env", {}).items()}
        environment = {
            **self.environment,
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self.temp / "step-summary"),
            "GITHUB_WORKSPACE": str(self.workspace),
            **own,
            **more,
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", step["run"]],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=300,
        )
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.known[f"steps.{step['id']}.outputs.{name}"] = value
        self.runs.append(Run(step["name"], done.returncode, done.stdout))
        return self.runs[-1]

    def _filled(self, text: str) -> str:
        known = {"runner.temp": str(self.temp), **self.known}
        return _EXPRESSION.sub(lambda found: known[found[1]], text)

    def _use(self, step: Step) -> None:
        action, options = step["uses"].partition("@")[0], step.get("with", {})
        path = self._filled(str(options.get("path", "")))
        if action in ("actions/upload-artifact", "actions/upload-pages-artifact"):
            assert Path(path).exists(), f"{step['name']}: there is no {path}"
            self.kept[options.get("name", "github-pages")] = Path(path)
        elif action == "actions/download-artifact":
            Path(path).mkdir(parents=True, exist_ok=True)
            kept = self.kept[options["name"]]
            if kept.parent != Path(path):
                shutil.copy(kept, path)
        else:
            fetched = action == "actions/checkout" and path == "district"
            installs = action.endswith("/.github/actions/install") or action == "actions/setup-python"
            assert fetched or installs or action == "actions/deploy-pages", f"unknown: {action}"


def environment() -> dict[str, str]:
    """What a step starts with: this environment's commands, and nothing of the person who runs the tests."""
    home = {name: os.environ[name] for name in ("HOME", "LANG", "PYTHONPATH", "TMPDIR") if name in os.environ}
    source = str(ROOT / "plugins")
    return {
        **home,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": source,
        "SOURCE_DATE_EPOCH": "1795305600",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "NO_MKDOCS_2_WARNING": "1",
    }
