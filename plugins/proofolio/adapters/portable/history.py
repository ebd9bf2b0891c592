"""One person's own history: the commits that changed their folder, and of those only that folder."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from proofolio.adapters.git.command import ask
from proofolio.adapters.git.reference import prefix_of
from proofolio.adapters.portable.workshop import FOLDER, Workshop, new_workshop
from proofolio.core.diagnostics.error import ProofolioError

IMPORTED = "imported"
PROVENANCE = "provenance.json"
_DROPPED = (b"tree", b"parent", b"gpgsig", b"gpgsig-sha256", b"mergetag")
_NAMES = (
    *(
        "log",
        "--no-walk=unsorted",
        "--stdin",
        "--diff-merges=first-parent",
        "--name-only",
        "-z",
        "--relative",
    ),
    *("--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=none", "--no-color"),
    *("--no-show-signature", "--no-notes", "--no-mailmap", "--format=%x01%H"),
)
_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ELSEWHERE = b"A change to several portfolios\n\nIts words may be about the others, so they stayed behind.\n"


@dataclass(frozen=True, slots=True)
class OwnHistory:
    """The last commit, the folder's tree as it has it, and each commit's id in the original."""

    workshop: Workshop
    tip: str
    folder: str
    originals: Mapping[str, str]


def own_history(root: Path, person: str, head: str, place: Path, others: Collection[str] = ()) -> OwnHistory:
    """The history of ``portfolios/<person>`` up to the commit ``head``, written anew into ``place``.

    Authors, committers, dates and messages stay as they are, byte for byte; a signature of the whole
    tree cannot. Only where a commit changed other people's folders too do its words stay behind,
    because they may be about those; where it brought them no more than credentials, its words come along
    as long as they name none of the ``others`` (names and ids). Lines of work that came in by an import
    are kept as they are.
    """
    workshop = new_workshop(place, _algorithm(root), _objects(root))
    path = f"portfolios/{person}"
    brought = _brought(root, path, head)
    listed = _asked(
        root,
        *("rev-list", "--parents", "--topo-order", "--reverse", "--full-history", "--simplify-merges"),
        *(head, *(f"^{each}" for each in brought), "--", path),
    )
    lines = [line.split() for line in listed.decode("ascii").splitlines()]
    if not lines:
        raise ProofolioError(f"Git knows no commit of {path}", "commit the folder first")
    ids = [line[0] for line in lines]
    shared = _shared(root, ids, path)
    commits = _batch(root, ids)
    prefix = prefix_of(root)
    trees = dict(zip(ids, _trees(root, ids, f"{prefix}{path}"), strict=True))
    made: dict[str, str] = {}
    for id_, *parents in lines:
        tree = trees[id_]
        whole = workshop.tree({path: (FOLDER, tree)} if tree else {})
        above = [made.get(each, each) for each in parents if each in made or _is_kept(root, each, brought)]
        silent = id_ in shared and (shared[id_] or _names_any(commits[id_], others))
        made[id_] = workshop.put("commit", _rewritten(commits[id_], whole, above, silent))
    last = ids[-1]
    tree = trees[last] or ""
    if not tree or tree != _trees(root, [head], f"{prefix}{path}")[0]:
        raise ProofolioError(
            f"the history of {path} does not lead to what stands there now",
            "git fsck tells whether this clone is damaged",
        )
    return OwnHistory(workshop, made[last], tree, {new: old for old, new in made.items()})


def _rewritten(commit: bytes, tree: str, parents: Iterable[str], silent: bool) -> bytes:
    """A commit's bytes with another tree and other parents; ``silent`` leaves its words behind."""
    head, _, message = commit.partition(b"\n\n")
    lines = [
        f"tree {tree}".encode("ascii"),
        *(f"parent {each}".encode("ascii") for each in dict.fromkeys(parents)),
    ]
    kept = False
    for line in head.split(b"\n"):
        if not line.startswith(b" "):  # what begins with a space goes on with the line before
            kept = line.partition(b" ")[0] not in _DROPPED
        if kept:
            lines.append(line)
    return b"\n".join(lines) + b"\n\n" + (_ELSEWHERE if silent else message)


def _names_any(commit: bytes, others: Collection[str]) -> bool:
    """Whether a commit's message has a word of anybody's name or id in it."""
    said = set(re.findall(r"\w+", commit.partition(b"\n\n")[2].decode("utf-8", "replace").casefold()))
    named = {word for each in others for word in re.findall(r"\w+", each.casefold()) if len(word) > 1}
    return not said.isdisjoint(named)


def _shared(root: Path, ids: Iterable[str], path: str) -> dict[str, bool]:
    """The commits that changed other people's folders too: whether more than their credentials.

    A merge counts by what it brought to its first parent.
    """
    output = _asked(root, *_NAMES, given="\n".join(ids).encode("ascii") + b"\n")
    found: dict[str, bool] = {}
    current = ""
    own = path.encode() + b"/"
    for token in output.split(b"\0"):
        name = token.lstrip(b"\n")
        if name.startswith(b"\1"):
            current = name[1:].strip().decode("ascii")
        elif name.startswith(b"portfolios/") and name.count(b"/") > 1 and not name.startswith(own):
            more = name.split(b"/")[2:3] != [b"credentials"]
            found[current] = found.get(current, False) or more
    return found


def _brought(root: Path, path: str, head: str) -> tuple[str, ...]:
    """The last commits of the histories that imports brought in, as far as they are part of this one."""
    listed = ask(root, "ls-tree", "-r", "--name-only", "-z", head, "--", f"{path}/{IMPORTED}/") or b""
    names = (each.decode("utf-8", "replace") for each in listed.split(b"\0"))
    found = []
    for name in names:
        if name.count("/") == 4 and name.endswith(f"/{PROVENANCE}"):
            told = ask(root, "show", f"{head}:./{name}") or b""
            try:
                history = json.loads(told).get("history")
            except (ValueError, AttributeError):
                continue
            if isinstance(history, str) and _ID.fullmatch(history) and _is_before(root, history, head):
                found.append(history)
    return tuple(dict.fromkeys(found))


def _is_before(root: Path, commit: str, head: str) -> bool:
    return ask(root, "merge-base", "--is-ancestor", commit, head) is not None


def _is_kept(root: Path, commit: str, brought: tuple[str, ...]) -> bool:
    """Whether a parent that was not rewritten belongs to an imported history."""
    return any(commit == each or _is_before(root, commit, each) for each in brought)


def _trees(root: Path, ids: Iterable[str], path: str) -> list[str | None]:
    """The id of the folder's tree in each commit; None where it is not there."""
    given = "".join(f"{each}:{path}\n" for each in ids).encode("utf-8", "surrogateescape")
    lines = _asked(root, "cat-file", "--batch-check=%(objectname) %(objecttype)", given=given).splitlines()
    return [line.split()[0].decode("ascii") if line.endswith(b" tree") else None for line in lines]


def _batch(root: Path, ids: list[str]) -> dict[str, bytes]:
    output = _asked(root, "cat-file", "--batch", "--buffer", given="\n".join(ids).encode("ascii") + b"\n")
    found, at = {}, 0
    for id_ in ids:
        end = output.index(b"\n", at)
        size = int(output[at:end].split()[2])
        found[id_] = output[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _algorithm(root: Path) -> str:
    return _asked(root, "rev-parse", "--show-object-format").decode("ascii").strip()


def _objects(root: Path) -> Path:
    told = _asked(root, "rev-parse", "--path-format=absolute", "--git-path", "objects")
    return Path(told.decode("utf-8", "surrogateescape").removesuffix("\n"))


def _asked(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    output = ask(root, *arguments, given=given)
    if output is None:
        raise ProofolioError(
            "Git cannot tell the whole history, because a part of it is missing or damaged",
            "clone the whole repository again, without --filter and --depth",
        )
    return output
