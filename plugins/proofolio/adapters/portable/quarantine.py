"""The history of a package, fetched into a repository of its own and looked through before it is let in."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.files.places import is_id
from proofolio.adapters.files.tree import MAX_ARTIFACT, Tree, name_is_fine
from proofolio.adapters.portable.leaving import can_stay
from proofolio.adapters.portable.workshop import BRANCH, HISTORY, git, new_workshop
from proofolio.core.diagnostics.error import ProofolioError

MOST_BUNDLE = 2 * 1024**3
_MOST_OBJECTS = 1_000_000
_MOST_ALL = 8 * 1024**3
_LARGEST = 4 * MAX_ARTIFACT
_REGULAR = ("100644", "100755")
_HEADS = (b"# v2 git bundle\n", b"# v3 git bundle\n")
_BROUGHT = re.compile(r"imported/[^/]+/(?:portfolio/imported/[^/]+/)*provenance\.json")
_ANEW = "make the package anew with proofolio export-portfolio"


@dataclass(frozen=True, slots=True)
class Quarantine:
    """A fetched history: where it is, its last commit, and the blob of each file at that commit.

    ``around`` are the definitions of the package's own last commit. Paths are from the repository's top.
    """

    place: Path
    history: str
    files: dict[str, str]
    around: dict[str, str]
    commits: int


def quarantined(bundle: Path, place: Path, person: str, history: str) -> Quarantine:
    """Fetch the bundle into ``place``, every object checked, and see that it holds what it should:

    the history of one folder, ``portfolios/<person>``, that ends in the commit ``history``, and
    ordinary files with fit names. Raises ProofolioError.
    """
    if bundle.stat().st_size > MOST_BUNDLE:
        raise ProofolioError("the history in the package is too large", _ANEW)
    with bundle.open("rb") as file:
        head = file.read(1024)
    if not head.startswith(_HEADS):
        raise ProofolioError("the history in the package is not a Git bundle", _ANEW)
    algorithm = "sha256" if b"@object-format=sha256\n" in head else "sha1"
    new_workshop(place, algorithm)
    _fetch(place, bundle)
    _measure(place)
    found = git(place, "rev-parse", "--verify", "--quiet", f"{HISTORY}^{{commit}}").decode("ascii").strip()
    parent = git(place, "rev-parse", "--verify", "--quiet", f"{BRANCH}^1").decode("ascii").strip()
    if found != history or parent != history:
        raise ProofolioError("the history in the package is not the one that its provenance tells of", _ANEW)
    own = f"portfolios/{person}/"
    files = _listed(place, HISTORY)
    _only_below(place, {own, *_earlier_homes(place, own, files)})
    if not files or not all(path.startswith(own) for path in files):
        raise ProofolioError(f"the history in the package is not that of {own[:-1]}", _ANEW)
    around = {path: blob for path, blob in _listed(place, BRANCH).items() if not path.startswith(own)}
    count = int(git(place, "rev-list", "--count", HISTORY))
    return Quarantine(place, found, files, around, count)


def _fetch(place: Path, bundle: Path) -> None:
    refs = (f"{HISTORY}:{HISTORY}", f"{BRANCH}:{BRANCH}")
    # Large contents are unpacked piece by piece, so that none fills the memory.
    limits = ("-c", "core.bigFileThreshold=8m", "-c", "fetch.unpackLimit=1")
    options = ("--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules", "--update-head-ok")
    try:
        git(place, *limits, "fetch", *options, str(bundle.absolute()), *refs)
    except ProofolioError as error:
        raise ProofolioError(f"the history in the package is not sound: {error.message}", _ANEW) from None


def _measure(place: Path) -> None:
    lines = git(
        place, "cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectsize)"
    ).split()
    sizes = [int(each) for each in lines]
    if len(sizes) > _MOST_OBJECTS or sum(sizes) > _MOST_ALL or max(sizes, default=0) > _LARGEST:
        raise ProofolioError("the history in the package unpacks to far too much", _ANEW)


def _earlier_homes(place: Path, own: str, files: Mapping[str, str]) -> Iterator[str]:
    """The folders that the portfolio had in organisations before: their commits are of those paths."""
    for path, blob in files.items():
        if _BROUGHT.fullmatch(path.removeprefix(own)):
            try:
                person = json.loads(git(place, "cat-file", "blob", blob))["person"]["id"]
            except (ValueError, KeyError, TypeError, RecursionError):
                continue
            if isinstance(person, str) and is_id(person):
                yield f"portfolios/{person}/"


def _only_below(place: Path, folders: Collection[str]) -> None:
    """See that every commit of the history holds its owner's folder and nothing else."""
    told = git(
        place,
        *("log", "--format=", "--raw", "-z", "-m", "--root", "--no-abbrev", "--no-renames"),
        *("--no-ext-diff", "--no-textconv", "--ignore-submodules=none", HISTORY),
    )
    names = (each for each in told.split(b"\0") if each.strip() and not each.lstrip(b"\n").startswith(b":"))
    fine = tuple(each.encode() for each in folders)
    strange = next((each for each in names if not each.startswith(fine)), None)
    if strange is not None:
        shown = strange.decode("utf-8", "replace")
        raise ProofolioError(f"the history in the package holds more than one portfolio: {shown!r}", _ANEW)


def _listed(place: Path, ref: str) -> dict[str, str]:
    """The blob of each file of a commit; ProofolioError for a file that cannot lie here."""
    found: dict[str, str] = {}
    tree = Tree(place)
    for line in filter(None, git(place, "ls-tree", "-r", "-z", "--full-tree", ref).split(b"\0")):
        about, _, name = line.partition(b"\t")
        mode, _, blob = about.decode("ascii").split()
        path = name.decode("utf-8", "surrogateescape")
        steps = path.split("/")
        fine = can_stay(path) and all(name_is_fine(tree, "", each) for each in steps)
        if mode not in _REGULAR or not fine:
            shown = path.encode("utf-8", "backslashreplace").decode()
            what = "is not an ordinary file" if mode not in _REGULAR else "has a name that cannot stay"
            raise ProofolioError(f"{shown!r} in the package {what}", "mend it at home, and export again")
        if not any(step.startswith(".") for step in steps):
            found[path] = blob
    _apart(found)
    return found


def _apart(paths: Collection[str]) -> None:
    """See that no two names, of files or folders, are one on a disk that does not tell capitals apart."""
    known: dict[str, str] = {}
    for path in paths:
        steps = path.split("/")
        for name in ("/".join(steps[:length]) for length in range(1, len(steps) + 1)):
            other = known.setdefault(unicodedata.normalize("NFKC", name).casefold(), name)
            if other != name:
                raise ProofolioError(
                    f"{name!r} and {other!r} in the package differ only in capitals or width",
                    "rename one of the two at home, and export again",
                )
