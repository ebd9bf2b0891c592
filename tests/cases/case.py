"""Tiny repositories, one fault each: how a case is laid out on disk and judged.

``tests/cases/<rule>/fail`` and ``…/pass`` hold only what differs from ``tests/cases/_base``. An
optional ``case.yml`` beside the two does what a checked-in file cannot, in this order:

    fail:
      delete: [path, …]
      write: {path: text}              # texts with characters that an editor would hide or change
      encoded: {path: [encoding, text]}
      repeat: {path: {text: times}}    # the first place where the text stands in the file
      fill: {path: bytes}              # a PDF of that size
      bytes: {path: hexadecimal}
      link: {path: target}
      fifo: [path, …]
      lock: [path, …]                  # nobody may open it
      git: state                       # committed: whole, shallow, damaged or somebody-elses, or
                                       # by-<account>: whole, saved by that account

``expected.txt`` is the text report of the failing one.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unittest import mock

import yaml

from proofolio import pipeline
from proofolio.adapters.reporting.text import TextReporter

HERE = Path(__file__).parent
BASE = HERE / "_base"
RULES = sorted(each.name for each in HERE.iterdir() if each.is_dir() and each.name[0] not in "_.")
TODAY = date(2026, 11, 20)
DOCS = "https://small-town.example.org"
PDF = b"%PDF-1.7\n"
SOMEBODY_ELSES = "somebody-elses"


def make(rule: str, side: str, target: Path) -> Path:
    """Lay out one side (``fail`` or ``pass``) of a rule's case in an empty folder."""
    shutil.copytree(BASE, target, dirs_exist_ok=True)
    if (HERE / rule / side).is_dir():
        shutil.copytree(HERE / rule / side, target, dirs_exist_ok=True, symlinks=True)
    plan = HERE / rule / "case.yml"
    steps: dict[str, Any] = {}
    if plan.exists():
        steps = yaml.safe_load(plan.read_text(encoding="utf-8")).get(side, {})
    for path in steps.get("delete", ()):
        place = target / path
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    for step, do in _STEPS.items():
        given = steps.get(step, {})
        for path in given:
            place = target / path
            place.parent.mkdir(parents=True, exist_ok=True)
            do(place, given[path] if isinstance(given, dict) else None)
    if "git" in steps:
        return _committed(target, steps["git"])
    return target


def _committed(target: Path, state: str) -> Path:
    """The files as two commits of a repository in this state; where it is."""

    account = state.removeprefix("by-") if state.startswith("by-") else None
    address = f"{account}@users.noreply.github.com" if account else "ada@example.org"

    def git(place: Path, *words: str) -> None:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        who = ("-c", "user.name=Ada Moss", "-c", f"user.email={address}")
        subprocess.run(
            ["git", *who, *words], cwd=place, env=clean | settings, check=True, capture_output=True
        )

    git(target, "init", "--quiet", "--template=")
    git(target, "commit", "--quiet", "--allow-empty", "-m", "Start")
    git(target, "add", "--all")
    git(target, "commit", "--quiet", "-m", "Everything")
    if state == "shallow":
        git(target, "clone", "--quiet", "--depth=1", target.as_uri(), "shallow")
        return target / "shallow"
    if state == "damaged":
        (target / ".git" / "HEAD").write_text("nonsense")
    if state == SOMEBODY_ELSES:
        (target / ".git" / SOMEBODY_ELSES).touch()
    return target


def report(root: Path) -> tuple[str, list[str]]:
    """The text report of a repository, and the names of the rules that it names."""
    # Git has this switch for tests of its own: only the superuser could give files to somebody else.
    owned = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"} if (root / ".git" / SOMEBODY_ELSES).exists() else {}
    with mock.patch("os.open", _respectful_open), mock.patch.dict(os.environ, owned):
        found = pipeline.inspect(root, TODAY).located()
    return TextReporter().report(found, DOCS), [each.finding.rule.name for each in found]


_open = os.open


def _respectful_open(path: Any, flags: int, mode: int = 0o777, **rest: Any) -> int:
    """The superuser may open everything, so for tests that run as one the lock is kept by hand."""
    if not flags & os.O_CREAT and stat.S_IMODE(os.lstat(path).st_mode) == 0:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))
    return _open(path, flags, mode, **rest)


def _repeat(place: Path, given: dict[str, int]) -> None:
    text = place.read_bytes().decode("utf-8")
    for piece, times in given.items():
        assert piece in text, f"{piece!r} is not in {place.name}"
        text = text.replace(piece, piece * times, 1)
    place.write_bytes(text.encode("utf-8"))


_STEPS: dict[str, Callable[[Path, Any], object]] = {
    "write": lambda place, text: place.write_bytes(text.encode("utf-8")),
    "encoded": lambda place, given: place.write_bytes(given[1].encode(given[0])),
    "repeat": _repeat,
    "fill": lambda place, size: place.write_bytes(PDF + b"0" * (size - len(PDF))),
    "bytes": lambda place, digits: place.write_bytes(bytes.fromhex(digits)),
    "link": lambda place, aim: place.symlink_to(aim),
    "fifo": lambda place, _: os.mkfifo(place),
    "lock": lambda place, _: place.chmod(0),
}
