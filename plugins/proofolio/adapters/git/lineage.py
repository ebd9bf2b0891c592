"""Following files through the commits: who changed which, and which versions a submission had."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from proofolio.adapters.git.log import Change, Commit, Entry
from proofolio.adapters.git.moving import Before, Moves, moves_of
from proofolio.adapters.git.place import place_of, submission_of
from proofolio.core.model.digest import counts, digest_of


@dataclass(slots=True)
class Track:
    """One file, through all its names: the positions of the commits that changed it.

    ``written`` is the last position that gave it a new content; a new name alone does not.
    """

    positions: list[int] = field(default_factory=list)
    written: int = -1
    paths: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Thread:
    """One submission, through all its names: its versions, each with position, digest and blobs."""

    versions: list[tuple[int, str, dict[str, str]]] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


Standing = tuple[Entry, Track]
"""A file as a commit has it, and which file it is."""


@dataclass(slots=True)
class Folder:
    """What a commit has in one folder. Shared between commits until one changes it.

    ``blobs`` are those of its files that are evidence.
    """

    thread: Thread
    files: dict[str, Standing]
    blobs: dict[str, str] = field(default_factory=dict)


State = dict[str, Folder]


@dataclass(slots=True)
class Lineage:
    """What following the commits gave. Positions count the commits, oldest first, from 0.

    Attributes:
        tracks: the file that stands, or last stood, at each path.
        threads: the submission that stands, or last stood, in each folder.
        last: what stands at each path after the last commit.
        touches: each position with each path that it changed; a rename changes two.
    """

    tracks: dict[str, Track] = field(default_factory=dict)
    threads: dict[str, Thread] = field(default_factory=dict)
    last: dict[str, Entry] = field(default_factory=dict)
    touches: list[tuple[int, str]] = field(default_factory=list)


def follow(commits: Sequence[Commit]) -> Lineage:
    """Replay the commits, each upon its own first parent's files.

    Two branches that change the same submission do not mix: every version is one that the folder
    really had in a commit. A merge counts as a change only where its result is none of its parents'.
    """
    lineage = Lineage()
    needed = Counter(parent for commit in commits for parent in commit.parents)
    states: dict[str, State] = {}
    state: State = {}
    for position, commit in enumerate(commits):
        others = [states[parent] for parent in commit.parents[1:] if parent in states]
        state = _inherited(commit, states, needed)
        if commit.changes:
            _Step(lineage, position, state, others).take(commit.changes)
        states[commit.id] = state
    for folder, held in state.items():
        if submission_of(folder + "/.") == folder:
            lineage.threads[folder] = held.thread
        for name, (entry, track) in held.files.items():
            lineage.last[f"{folder}/{name}"] = entry
            lineage.tracks[f"{folder}/{name}"] = track
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


_NO_MOVES = Moves()


@dataclass(slots=True)
class _Step:
    """One commit's changes, applied to its first parent's files."""

    lineage: Lineage
    position: int
    state: State
    others: Sequence[State]
    before: dict[str, Folder | None] = field(default_factory=dict)
    reworked: dict[str, None] = field(default_factory=dict)
    """Folders whose evidence changed; a review makes no version."""
    moves: Moves = _NO_MOVES
    origins: dict[str, Standing | None] = field(default_factory=dict)

    def take(self, changes: Sequence[Change]) -> None:
        """Apply them; what was renamed goes on under its new name."""
        if any(each.source is not None for each in changes):
            self.moves = moves_of(changes, Before(self.state.keys(), self._names))
            changes = sorted(changes, key=lambda each: each.entry is not None)  # what goes, goes first
            self.origins = {path: _at(self.state, old) for path, old in self.moves.files.items()}
        for change in changes:
            self._apply(change)
        for folder in self.reworked:
            self._note_version(folder)

    def _names(self, folder: str) -> Collection[str]:
        held = self.state.get(folder)
        return held.files.keys() if held else ()

    def _apply(self, change: Change) -> None:
        folder, name = place_of(change.path)
        held = self._opened(folder)
        if counts(name):
            self.reworked[folder] = None
        standing = held.files.get(name)
        if change.entry is None:
            if standing is not None:
                del held.files[name]
                if all(_at(other, change.path) for other in self.others):
                    standing[1].positions.append(self.position)
                    self.lineage.touches.append((self.position, change.path))
            if not held.files:
                self.state.pop(folder, None)
            return
        origin = self.origins.get(change.path)
        theirs = self._theirs(folder, name, change.entry, standing or origin) if self.others else None
        held.files[name] = theirs or (change.entry, self._touched(change, standing, origin))

    def _opened(self, folder: str) -> Folder:
        """The folder, made this commit's own at its first change."""
        held = self.state.get(folder)
        if held is None or folder not in self.before:
            self.before.setdefault(folder, held)
            thread = held.thread if held else self._thread(folder)
            held = Folder(thread, dict(held.files), held.blobs) if held else Folder(thread, {})
            self.state[folder] = held
            if folder not in thread.folders:
                thread.folders.append(folder)
        return held

    def _touched(self, change: Change, standing: Standing | None, origin: Standing | None) -> Track:
        """The file that this commit itself changed, with the commit added to its track."""
        known = (
            standing or origin or next(filter(None, (_at(each, change.path) for each in self.others)), None)
        )
        track = known[1] if known else self.lineage.tracks.setdefault(change.path, Track())
        if origin is not None and not standing:
            if track.positions and track.positions[-1] == self.position:
                track.positions.pop()  # its going from the old name is the same event
            old = self.moves.files[change.path]
            if self.lineage.tracks.get(old) is track:
                del self.lineage.tracks[old]  # the old name is free for another file
            self.lineage.tracks[change.path] = track
        track.positions.append(self.position)
        if change.path not in track.paths:
            track.paths.append(change.path)
        self.lineage.touches.append((self.position, change.path))
        if known is None or known[0] != change.entry:
            track.written = self.position
        return track

    def _thread(self, folder: str) -> Thread:
        """The submission that a folder new to this line of work holds."""
        threads = self.lineage.threads
        for other in self.others:
            if folder in other:
                return other[folder].thread
        old = self.moves.folders.get(folder)
        held = (self.before.get(old) or self.state.get(old)) if old is not None else None
        if held is None or old is None:
            return threads.setdefault(folder, Thread())
        if threads.get(old) is held.thread:
            del threads[old]
        threads[folder] = held.thread
        return held.thread

    def _theirs(self, folder: str, name: str, entry: Entry, mine: Standing | None) -> Standing | None:
        """What another parent of a merge has, when the merge took it as it was."""
        for other in self.others:
            held = other.get(folder)
            found = held.files.get(name) if held else None
            if found is not None and found[0] == entry:
                return found
            for path in mine[1].paths if mine else ():  # under a name that this line has changed
                found = _at(other, path)
                if found is not None and mine is not None and found[0] == entry and found[1] is mine[1]:
                    return found
        return None

    def _note_version(self, folder: str) -> None:
        held = self.state.get(folder)
        if held is None or submission_of(folder + "/.") != folder:
            return
        for other in self.others:
            for name in (folder, *held.thread.folders):
                theirs = other.get(name)
                if theirs is not None and _same(held, theirs):
                    held.thread, held.blobs = theirs.thread, theirs.blobs
                    return
        held.blobs = {
            name: entry.blob for name, (entry, _) in held.files.items() if entry.regular and counts(name)
        }
        earlier = self.before.get(self.moves.folders.get(folder, folder))
        versions = held.thread.versions
        stayed = earlier is not None and earlier.thread is held.thread and earlier.blobs == held.blobs
        if held.blobs and not stayed and (not versions or versions[-1][2] != held.blobs):
            versions.append((self.position, digest_of(held.blobs), held.blobs))


def _at(state: State, path: str) -> Standing | None:
    folder, name = place_of(path)
    held = state.get(folder)
    return held.files.get(name) if held else None


def _same(one: Folder, other: Folder) -> bool:
    if len(one.files) != len(other.files):
        return False
    return all(name in other.files and other.files[name][0] == held[0] for name, held in one.files.items())
