"""Which files of a commit are earlier ones under a new name: renamed, and not merely alike.

Git pairs every file that went with one that came and is like it. That is too much here: a file that
somebody deleted, and its copy in somebody else's folder, would be paired too. So a pair counts only
where a file stayed in its folder, or where its whole folder went on under another name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from proofolio.adapters.git.log import Change
from proofolio.adapters.git.place import person_of_path, place_of, submission_of
from proofolio.core.model.digest import counts


@dataclass(frozen=True, slots=True)
class Moves:
    """The earlier path of each file, and the earlier name of each folder, that has a new one now."""

    files: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Before:
    """What stood there before the commit: the folders, and the names of the files in each."""

    folders: Collection[str]
    names: Callable[[str], Collection[str]]


def moves_of(changes: Sequence[Change], before: Before) -> Moves:
    """What goes on under a new name in a commit with these changes."""
    if all(each.source is None for each in changes):
        return Moves()
    gone = {each.path for each in changes if each.entry is None}
    came = [each for each in changes if each.entry is not None]
    pairs = {each.path: each.source for each in came if each.source is not None and each.source in gone}
    folders = _folders(pairs, gone, before)
    files: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(each.path for each in came):
        source = _source(path, pairs.get(path), folders, gone, before)
        if source is not None and source not in taken:
            taken.add(source)
            files[path] = source
    return Moves(files, folders)


def _source(
    path: str, paired: str | None, folders: Mapping[str, str], gone: set[str], before: Before
) -> str | None:
    """What a file was called before; None where it is new, or stands where it stood."""
    folder, name = place_of(path)
    if paired is None and name in before.names(folder):
        return None
    old = folders.get(folder)
    if old is not None and f"{old}/{name}" in gone:
        return f"{old}/{name}"
    if paired is None:
        return None
    stayed = place_of(paired)[0] in (old, folder)
    return paired if stayed or (_is_definition(path) and _is_definition(paired)) else None


def _folders(pairs: Mapping[str, str], gone: set[str], before: Before) -> dict[str, str]:
    """The earlier name of each folder that has another one now."""
    votes = Counter((place_of(source)[0], place_of(path)[0]) for path, source in pairs.items())
    found: dict[str, str] = {}
    used: set[str] = set()
    people: dict[tuple[str | None, str | None], bool] = {}
    for (old, new), _ in sorted(votes.items(), key=lambda each: (-each[1], not _alike(*each[0]), each[0])):
        if old == new or old in used or new in found or not _same_kind(old, new):
            continue
        owner, heir = person_of_path(old + "/."), person_of_path(new + "/.")
        if (owner, heir) not in people:
            people[owner, heir] = owner == heir or _person_moved(str(owner), str(heir), gone, before)
        if people[owner, heir] and (owner != heir or _folder_moved(old, new, gone, before)):
            used.add(old)
            found[new] = old
    return found


def _is_definition(path: str) -> bool:
    return path.startswith("competencies/")


def _alike(old: str, new: str) -> bool:
    return old.rpartition("/")[2] == new.rpartition("/")[2]


def _same_kind(old: str, new: str) -> bool:
    """Two submissions, or the same part of two portfolios."""
    submissions = [submission_of(each + "/.") == each for each in (old, new)]
    if any(submissions) or person_of_path(old + "/.") is None or person_of_path(new + "/.") is None:
        return all(submissions)
    return old.split("/")[2:] == new.split("/")[2:]


def _folder_moved(old: str, new: str, gone: set[str], before: Before) -> bool:
    """Whether nothing of the work is left at the old name, and there was none at the new one."""
    left = [name for name in before.names(old) if counts(name) and f"{old}/{name}" not in gone]
    return not left and not any(counts(name) for name in before.names(new))


def _person_moved(owner: str, heir: str, gone: set[str], before: Before) -> bool:
    """Whether a person's whole folder went, to a name that nobody had."""

    def paths(person: str) -> Iterable[str]:
        home = f"portfolios/{person}"
        for folder in before.folders:
            if folder == home or folder.startswith(home + "/"):
                yield from (f"{folder}/{name}" for name in before.names(folder))

    return all(path in gone for path in paths(owner)) and not any(True for _ in paths(heir))
