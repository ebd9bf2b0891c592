"""Tiny repositories, one fault each: how a case is laid out on disk and judged.

``tests/cases/<rule>/fail`` and ``…/pass`` hold only what differs from ``tests/cases/_base``. An
optional ``case.yml`` beside the two does what a checked-in file cannot:

    fail: {delete: [path, …], link: {path: target}, fill: {path: bytes}, write: {path: text}}

``expected.txt`` is the text report of the failing one.
"""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from proofolio import pipeline
from proofolio.adapters.reporting.text import TextReporter

HERE = Path(__file__).parent
BASE = HERE / "_base"
RULES = sorted(each.name for each in HERE.iterdir() if each.is_dir() and each.name[0] not in "_.")
TODAY = date(2026, 11, 20)
DOCS = "https://small-town.example.org"


def make(rule: str, side: str, target: Path) -> Path:
    """Lay out one side (``fail`` or ``pass``) of a rule's case in an empty folder."""
    shutil.copytree(BASE, target, dirs_exist_ok=True)
    if (HERE / rule / side).is_dir():
        shutil.copytree(HERE / rule / side, target, dirs_exist_ok=True, symlinks=True)
    plan = HERE / rule / "case.yml"
    steps: dict[str, Any] = yaml.safe_load(plan.read_text(encoding="utf-8")).get(side, {}) if plan.exists() else {}
    for path in steps.get("delete", ()):
        place = target / path
        shutil.rmtree(place) if place.is_dir() else place.unlink()
    for path, text in steps.get("write", {}).items():
        _parent(target / path).write_bytes(text.encode("utf-8"))
    for path, size in steps.get("fill", {}).items():
        _parent(target / path).write_bytes(b"%PDF-1.7\n" + b"0" * (size - 9))
    for path, content in steps.get("bytes", {}).items():
        _parent(target / path).write_bytes(bytes.fromhex(content))
    for path, aim in steps.get("link", {}).items():
        _parent(target / path).symlink_to(aim)
    for path in steps.get("fifo", ()):
        os.mkfifo(_parent(target / path))
    return target


def report(root: Path) -> tuple[str, list[str]]:
    """The text report of a repository, and the names of the rules that it names."""
    found = pipeline.inspect(root, TODAY).located()
    return TextReporter().report(found, DOCS), [each.finding.rule.name for each in found]


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
