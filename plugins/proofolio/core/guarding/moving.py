"""Renaming a submission's whole folder, reviews included: the one thing leaders do to others' work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from proofolio.core.diagnostics.finding import PORTFOLIOS
from proofolio.core.guarding.place import CREDENTIALS, IMPORTED, REVIEWS, Touched, folded
from proofolio.core.model.change import Stored

Folder = tuple[str, str]
_NOT_SUBMISSIONS = (REVIEWS, CREDENTIALS, IMPORTED, "log", "self-assessments")
_CHIEF = "index.md"


def moved(files: Iterable[Touched], standing: Iterable[str]) -> frozenset[str]:
    """The paths, old and new, of submissions that only got another name, every file unchanged."""
    gone: dict[Folder, dict[str, Stored]] = defaultdict(dict)
    come: dict[Folder, dict[str, Stored]] = defaultdict(dict)
    altered: set[Folder] = set()
    for each in files:
        folder = _folder(each)
        if folder is None:
            continue
        name = "/".join(each.steps[3:])
        before, after = each.file.before, each.file.after
        if before is not None and after is None:
            gone[folder][name] = before
        elif before is None and after is not None:
            come[folder][name] = after
        else:
            altered.add(folder)
    left = _held(standing, gone.keys() | come.keys())
    found: set[str] = set()
    for old, files_before in sorted(gone.items()):
        for new, files_after in sorted(come.items()):
            if (
                old[0] == new[0]
                and files_before == files_after
                and _is_whole(files_before)
                and not {old, new} & altered
                and not left[old]
                and left[new] == files_after.keys()
            ):
                found |= {_path(folder, name) for folder in (old, new) for name in files_before}
                break
    return frozenset(found)


def _folder(each: Touched) -> Folder | None:
    if each.owner is None or len(each.steps) < 4 or folded(each.steps[2]) in _NOT_SUBMISSIONS:
        return None
    return each.owner, each.steps[2]


def _is_whole(files: dict[str, Stored]) -> bool:
    """Whether these are a submission's files, and none of them a credential."""
    return _CHIEF in files and all(folded(name.split("/")[0]) != CREDENTIALS for name in files)


def _held(standing: Iterable[str], folders: Iterable[Folder]) -> dict[Folder, set[str]]:
    held: dict[Folder, set[str]] = {each: set() for each in folders}
    for path in standing:
        steps = path.split("/", 3)
        if len(steps) == 4 and steps[0] == PORTFOLIOS and (steps[1], steps[2]) in held:
            held[steps[1], steps[2]].add(steps[3])
    return held


def _path(folder: Folder, name: str) -> str:
    return f"{PORTFOLIOS}/{folder[0]}/{folder[1]}/{name}"
