"""Following files through the commits: who changed which, and which digests a submission had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from proofolio.adapters.git.log import Change, Commit, Entry
from proofolio.core.model.digest import counts, digest_of

Files = dict[str, Entry]
State = dict[str, Files]
_NOT_SUBMISSIONS = ("log", "self-assessments", "credentials", "reviews")


@dataclass(slots=True)
class Lineage:
    """What following the commits gave. Positions count the commits, oldest first, from 0.

    Attributes:
        touched: for each path, the positions of the commits that changed it.
        digests: for each submission's folder, the digests it came to have, with the position.
        last: what stands at each path after the last commit.
    """

    touched: dict[str, list[int]] = field(default_factory=dict)
    digests: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    last: dict[str, Entry] = field(default_factory=dict)


def follow(commits: Sequence[Commit]) -> Lineage:
    """Replay the commits, each upon its own first parent's files.

    Two branches that change the same submission do not mix: every digest is one that the folder
    really had in a commit. A merge counts as a change of a file only where its result is none of
    its parents'.
    """
    lineage = Lineage()
    needed = Counter(parent for commit in commits for parent in commit.parents)
    states: dict[str, State] = {}
    state: State = {}
    for position, commit in enumerate(commits):
        others = [states.get(parent, {}) for parent in commit.parents[1:]]
        state = _inherited(commit, states, needed)
        changed: set[str] = set()
        for change in commit.changes:
            folder, name = _place(change.path)
            known = [each.get(folder, {}).get(name) for each in (state, *others)]
            if change.entry not in known:
                lineage.touched.setdefault(change.path, []).append(position)
            _apply(state, changed, folder, name, change)
        for folder in changed:
            digest = _digest(folder, state.get(folder, {}))
            if digest is not None:
                lineage.digests.setdefault(folder, []).append((position, digest))
        states[commit.id] = state
    for folder, files in state.items():
        lineage.last.update((f"{folder}/{name}", entry) for name, entry in files.items())
    return lineage


def _inherited(commit: Commit, states: dict[str, State], needed: Counter[str]) -> State:
    """The first parent's files, for this commit to change; copied only while others need them too."""
    state: State = {}
    for number, parent in enumerate(commit.parents):
        needed[parent] -= 1
        known = states.get(parent, {}) if needed[parent] else states.pop(parent, {})
        if number == 0:
            state = dict(known) if needed[parent] else known
    return state


def _apply(state: State, changed: set[str], folder: str, name: str, change: Change) -> None:
    # A folder's files are shared between states until the first change within a commit.
    files = dict(state.get(folder, {})) if folder not in changed else state.get(folder, {})
    changed.add(folder)
    if change.entry is None:
        files.pop(name, None)
    else:
        files[name] = change.entry
    if files:
        state[folder] = files
    else:
        state.pop(folder, None)


def submission_of(path: str) -> str | None:
    """The folder ``portfolios/<person>/<submission>`` that a path lies in, or None."""
    parts = path.split("/", 3)
    is_submission = len(parts) == 4 and parts[0] == "portfolios" and parts[2] not in _NOT_SUBMISSIONS
    return "/".join(parts[:3]) if is_submission else None


def _place(path: str) -> tuple[str, str]:
    """Folder and name: a submission is one folder with all that lies below it."""
    folder = submission_of(path) or path.rpartition("/")[0]
    return folder, path[len(folder) + 1 :]


def _digest(folder: str, files: Files) -> str | None:
    """The digest of a submission's folder; None when it is no submission or holds no evidence."""
    blobs = {name: entry.blob for name, entry in files.items() if entry.regular and counts(name)}
    return digest_of(blobs) if blobs and submission_of(folder + "/.") else None
