"""Whatever branches, merges and renames there were: what is followed is what Git has."""

from __future__ import annotations

import random
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from proofolio.adapters.git.history import read_history
from proofolio.core.model.digest import counts, digest_of

PEOPLE, WORKS = ("amina-yusuf", "ben-okafor", "clara"), ("one", "two", "three")
NAMES = ("index.md", "photo.png", "data/a.csv", "reviews/2026-10-05-rosa.md")
Tree = dict[str, str]


def folders(tree: Tree) -> list[str]:
    return sorted({"/".join(path.split("/")[:3]) for path in tree})


def changed(tree: Tree, dice: random.Random) -> Tree:
    """A tree after one more commit: edited, added to, deleted from, renamed in or copied in."""
    tree = dict(tree)
    for _ in range(dice.randint(1, 3)):
        folder = f"portfolios/{dice.choice(PEOPLE)}/{dice.choice(WORKS)}"
        other = dice.choice(folders(tree)) if tree else folder
        what = dice.choice(("edit", "edit", "edit", "delete", "rename", "copy", "person"))
        below = [path for path in tree if path.startswith(other + "/")]
        if what == "edit" or not tree:
            text = "".join(f"{dice.randint(0, 4)} line\n" for _ in range(5))
            tree[f"{folder}/{dice.choice(NAMES)}"] = text
        elif what == "delete":
            del tree[dice.choice(below)]
        elif what == "person":
            old, new = dice.sample(PEOPLE, 2)
            tree = {path.replace(f"/{old}/", f"/{new}/", 1): text for path, text in tree.items()}
        else:
            for path in below:
                text = tree.pop(path) if what == "rename" else tree[path]
                tree[folder + path[len(other) :]] = text
    return tree


def made(root: Path, seed: int) -> None:
    """A repository of 40 commits on branches that part and meet."""
    dice = random.Random(seed)
    trees: dict[int, Tree] = {}
    heads: list[int] = []
    out = []
    for mark in range(1, 41):
        last = mark == 40
        parents = list(heads) if last else dice.sample(heads, min(len(heads), dice.choice((0, 1, 1, 1, 2))))
        if not parents and heads:
            parents = [dice.choice(list(trees))]  # a branch starts somewhere in the past
        tree = dict(trees[parents[0]]) if parents else {}
        for other in parents[1:]:
            tree |= dice.choice((trees[other], {}, dict(list(trees[other].items())[::2])))
        if len(parents) < 2 or dice.random() < 0.3:
            tree = changed(tree, dice)
        trees[mark] = tree
        heads = [each for each in heads if each not in parents] + [mark]
        who = f"A <a@example.org> {1_700_000_000 + dice.randint(0, 5000)} +0000"
        head = (
            f"commit refs/heads/{'main' if last else f'b{mark}'}\nmark :{mark}\ncommitter {who}\ndata 1\nx\n"
        )
        links = "".join(f"{'merge' if at else 'from'} :{each}\n" for at, each in enumerate(parents))
        files = "".join(
            f"M 100644 inline {path}\ndata {len(text)}\n{text}\n" for path, text in sorted(tree.items())
        )
        out.append(f"{head}{links}deleteall\n{files}")
    subprocess.run(["git", "init", "-q", "-b", "main", "--template=", root], check=True)
    done = "".join(out) + "done\n"
    importing = ["git", "-C", root, "fast-import", "--quiet", "--done"]
    subprocess.run(importing, input=done.encode(), check=True)


def listed(root: Path, commit: str) -> Tree:
    """Blobs by path, asked from Git for one commit."""
    command = ["git", "-C", root, "ls-tree", "-r", commit]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split("\t")[1]: line.split("\t")[0].split()[2] for line in lines}


def digests(tree: Tree) -> dict[str, str]:
    """Each submission's digest in a tree."""
    found: dict[str, Tree] = {}
    for path, blob in tree.items():
        folder = "/".join(path.split("/")[:3])
        if counts(path[len(folder) + 1 :]):
            found.setdefault(folder, {})[path[len(folder) + 1 :]] = blob
    return {folder: digest_of(blobs) for folder, blobs in found.items()}


@pytest.mark.parametrize("seed", range(12))
def test_what_is_followed_is_what_was_there(tmp_path: Path, seed: int) -> None:
    made(tmp_path, seed)
    history = read_history(tmp_path)
    assert history.known
    now = listed(tmp_path, "HEAD")
    assert now.keys() <= history.by_path.keys()
    present = digests(now)
    known: dict[str, set[str]] = {}
    for versions in history.versions.values():
        for version in versions:
            commit = version.revision.commit
            if commit not in known:
                known[commit] = set(digests(listed(tmp_path, commit)).values())
            assert version.digest in known[commit], "every version is one that a commit really had"
            assert version.digest == digest_of(version.files)
        for one, next_ in pairwise(versions):
            assert one.digest != next_.digest
    for folder, digest in present.items():
        assert digest in {each.digest for each in history.versions[folder]}
