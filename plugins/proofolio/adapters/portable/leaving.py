"""The owner's own repository: her folder's history, and one commit with what it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.files.load import Loaded
from proofolio.adapters.files.tree import PASSED_OVER
from proofolio.adapters.files.write import ROSTER
from proofolio.adapters.git.command import ask
from proofolio.adapters.git.objects import read_blobs
from proofolio.adapters.portable.history import OwnHistory
from proofolio.adapters.portable.roster import own_mailmap, roster
from proofolio.adapters.portable.workshop import BRANCH, FILE, FOLDER, HISTORY, git
from proofolio.core.diagnostics.error import ProofolioError

_AT_ONCE = 32 * 1024 * 1024
_REGULAR = ("100644", "100755")
_AUTHOR = "Proofolio <export@proofolio.invalid>"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of a tree: its path, its blob and how large it is."""

    path: str
    blob: str
    size: int


def surroundings(
    loaded: Loaded, person: str, files: frozenset[str], people: frozenset[str]
) -> dict[str, bytes]:
    """The definitions and the roster that go along, by path; what is not there is left out."""
    district = loaded.district
    found = {
        path: file.data for path, file in loaded.tree.files.items() if path in files and file.data is not None
    }
    found[ROSTER] = roster(district, person, people).encode()
    return dict(sorted(found.items()))


def complete(
    root: Path, head: str, own: OwnHistory, person: str, around: Mapping[str, bytes], loaded: Loaded
) -> str:
    """Add the surroundings in one commit upon the history, and name both; the id of the new commit."""
    workshop = own.workshop
    entries = {path: (FILE, workshop.put("blob", content)) for path, content in around.items()}
    mailmap = own_mailmap(ask(root, "show", f"{head}:.mailmap") or b"", loaded.district, person)
    if mailmap:
        entries[".mailmap"] = (FILE, workshop.put("blob", mailmap))
    tree = workshop.tree({**entries, f"portfolios/{person}": (FOLDER, own.folder)})
    moment = (ask(root, "show", "-s", "--format=%ct", head) or b"0").decode("ascii").strip()
    issuer = loaded.district.issuer
    home = issuer.name if issuer else "its home"
    said = f"Add the definitions that this portfolio refers to\n\nThey are those of {home}.\n"
    lines = (f"tree {tree}", f"parent {own.tip}", f"author {_AUTHOR} {moment} +0000")
    commit = "\n".join((*lines, f"committer {_AUTHOR} {moment} +0000", "", said))
    tip = workshop.put("commit", commit.encode())
    workshop.point(HISTORY, own.tip)
    workshop.point(BRANCH, tip)
    return tip


def bundle(own: OwnHistory, target: Path) -> None:
    """Write the repository into one file that Git can clone from."""
    git(own.workshop.place, "bundle", "create", "--quiet", str(target.absolute()), "HEAD", BRANCH, HISTORY)


def lay_out(store: Path, tree: str, target: Path) -> list[str]:
    """Write the ordinary files of a tree below a new folder, byte for byte; the paths of all others."""
    listed = ask(store, "ls-tree", "-r", "-z", "-l", "--full-tree", tree)
    if listed is None:
        raise ProofolioError("Git cannot list the portfolio's files", "git fsck tells what is damaged")
    regular, others = [], []
    for line in filter(None, listed.split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, _, blob, size = about.decode("ascii").split()
        path = name.decode("utf-8", "surrogateescape")
        if mode in _REGULAR and can_stay(path):
            regular.append(Kept(path, blob, int(size) if size.isdigit() else 0))
        else:
            others.append(path.encode("utf-8", "replace").decode())
    for some in _batches(regular):
        contents = read_blobs(store, (each.blob for each in some))
        for each in some:
            if each.blob not in contents:
                raise ProofolioError(
                    f"the content of {each.path} is not in this clone",
                    "clone the whole repository again, without --filter and --depth",
                )
            put_file(target, each.path, contents[each.blob])
    return others


def can_stay(path: str) -> bool:
    """Whether every step of a path is a name that means itself."""
    return all(step not in ("", ".", "..") and step.lower() not in PASSED_OVER for step in path.split("/"))


def put_file(folder: Path, path: str, content: bytes) -> None:
    """Write one file with its folders."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _batches(files: list[Kept]) -> Iterator[list[Kept]]:
    some: list[Kept] = []
    held = 0
    for each in files:
        some.append(each)
        held += each.size
        if held > _AT_ONCE:
            yield some
            some, held = [], 0
    if some:
        yield some
