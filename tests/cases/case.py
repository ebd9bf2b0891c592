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

``expected.txt`` is the text report of the failing one.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
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
    return target


def report(root: Path) -> tuple[str, list[str]]:
    """The text report of a repository, and the names of the rules that it names."""
    with mock.patch("os.open", _respectful_open):
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
