"""Revisions of published work, from one pass over what Git remembers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proofolio.core.model.history import History, Revision
from proofolio.core.model.submission import SubmissionKey
from proofolio.core.publishing.sight import Sight

REVIEWS = "reviews/"
CREDENTIALS = "credentials/"


@dataclass(frozen=True, slots=True)
class Step:
    """One commit to one submission: ``files`` are its paths below the submission's folder.

    ``alone`` tells that the commit touched nothing that the audience may not see, so that its
    subject may be shown. ``things`` are all that it touched below the portfolios: submissions'
    folders, and other files and folders of people.
    """

    revision: Revision
    files: tuple[str, ...]
    alone: bool
    things: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """``review`` or ``credential`` when it is only about those; else ``evidence``."""
        if all(each.startswith(REVIEWS) for each in self.files):
            return "review"
        if all(each.startswith(CREDENTIALS) for each in self.files):
            return "credential"
        return "evidence"


def trails(sight: Sight, history: History) -> Mapping[SubmissionKey, tuple[Step, ...]]:
    """The steps of every published submission, oldest first, each commit once."""
    shown = _shown_paths(sight)
    touched: dict[SubmissionKey, dict[str, tuple[Revision, list[str]]]] = {}
    open_commits: dict[str, bool] = {}
    things: dict[str, set[str]] = {}
    for path in sorted(history.by_path):
        visible = _visible(path, shown)
        key = _key(path)
        for revision in history.by_path[path]:
            commit = revision.commit
            if commit not in open_commits:
                # a commit may also name files that are gone by now
                open_commits[commit] = all(_visible(each, shown) for each in revision.paths)
                things[commit] = set(filter(None, map(_thing, revision.paths)))
            open_commits[commit] = open_commits[commit] and visible
            things[commit].update(filter(None, (_thing(path),)))
            if key in shown.submissions and key is not None:
                found = touched.setdefault(key, {}).setdefault(commit, (revision, []))
                found[1].append(path.split("/", 3)[3])
    every = {commit: frozenset(each) for commit, each in things.items()}
    return {
        key: tuple(
            Step(revision, tuple(files), open_commits[revision.commit], every[revision.commit])
            for revision, files in sorted(steps.values(), key=lambda each: (each[0].at, each[0].commit))
        )
        for key, steps in sorted(touched.items())
    }


def changes(sight: Sight, history: History, paths: Iterable[str]) -> Mapping[str, tuple[Step, ...]]:
    """The commits that changed each of these files, oldest first; only those that Git knows of."""
    shown = _shown_paths(sight)
    alone: dict[str, bool] = {}
    found = {}
    for path in paths:
        for revision in history.by_path.get(path, ()):
            if revision.commit not in alone:
                alone[revision.commit] = all(_visible(each, shown) for each in revision.paths)
        found[path] = tuple(Step(each, (path,), alone[each.commit]) for each in history.by_path.get(path, ()))
    return {path: steps for path, steps in found.items() if steps}


@dataclass(frozen=True, slots=True)
class _Shown:
    submissions: frozenset[SubmissionKey]
    people: frozenset[str]
    entries: frozenset[str]


def _shown_paths(sight: Sight) -> _Shown:
    portfolios = sight.district.portfolios
    return _Shown(
        frozenset(each.key for person in portfolios for each in sight.submissions(person)),
        frozenset(person for person in portfolios if sight.opens(person)),
        frozenset(
            entry.source.file
            for each in portfolios.values()
            for entry in each.log
            if sight.shows_entry(entry)
        ),
    )


def _key(path: str) -> SubmissionKey | None:
    parts = path.split("/", 3)
    return (parts[1], parts[2]) if len(parts) == 4 and parts[0] == "portfolios" else None


def _thing(path: str) -> str | None:
    """The person's thing that a path is or lies in: ``portfolios/<person>/<thing>``."""
    parts = path.split("/", 3)
    return "/".join(parts[:3]) if len(parts) > 2 and parts[0] == "portfolios" else None


def _visible(path: str, shown: _Shown) -> bool:
    """Whether the file at ``path`` is, or goes into, something that the audience may see."""
    parts = path.split("/")
    if parts[0] != "portfolios" or len(parts) < 3:
        return True
    if path in shown.entries or (parts[1], parts[2]) in shown.submissions:
        return True
    belongs_to_profile = len(parts) == 3 or parts[2] in ("self-assessments", "credentials")
    return belongs_to_profile and parts[1] in shown.people
