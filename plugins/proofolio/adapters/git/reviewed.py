"""What a reviewer looked at: the submissions of a pull request as its commits had them.

Everything is read from Git's objects; nothing is checked out, and nothing in them is believed
beyond what the digest of the files proves.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from proofolio.adapters.files.places import is_id
from proofolio.adapters.files.text import decode, split
from proofolio.adapters.files.tree import PASSED_OVER
from proofolio.adapters.files.yaml_reader import PERSONAL, read_yaml
from proofolio.adapters.git.command import ask
from proofolio.adapters.git.objects import read_blobs
from proofolio.adapters.git.reference import is_shallow, prefix_of
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.harvesting.evidence import Evidence, Work
from proofolio.core.model.address import RESERVED
from proofolio.core.model.digest import blob_of, counts, digest_of
from proofolio.core.model.pull import Pull
from proofolio.core.model.submission import SubmissionKey

MOST_COMMITS = "1000"
_EMPTY_TREES = {
    40: "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
    64: "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321",
}
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LENGTH_OF_SHA1 = 40
_Places = dict[tuple[str, SubmissionKey], str]


def gather(root: Path, pull: Pull) -> Evidence:
    """What the clone at ``root`` knows of a pull request's commits. ProofolioError without a clone."""
    if ask(root, "rev-parse", "--git-dir") is None:
        raise ProofolioError(
            f"Git knows no repository at {root}",
            "run this in a clone of the repository, as the user who owns it (see git config safe.directory)",
        )
    if is_shallow(root):
        raise ProofolioError(
            "this clone holds only the latest commits, so nobody can tell what was reviewed",
            "fetch the rest: git fetch --unshallow (in a workflow: fetch-depth: 0)",
        )
    if not (pull.reviews or pull.line_comments or pull.comments):
        return Evidence()
    return _Clone(root, pull).evidence()


class _Clone:
    """One clone and the questions about one pull request."""

    def __init__(self, root: Path, pull: Pull) -> None:
        self.root = root
        self.pull = pull
        self.prefix = prefix_of(root)
        said = [each.commit for each in pull.reviews] + [each.commit for each in pull.line_comments]
        self.known = self._existing([*said, pull.head, pull.base])

    def evidence(self) -> Evidence:
        """Everything, in a handful of questions."""
        looked_at = sorted(self.known - {self.pull.base})
        starts = {commit: self._start(commit) for commit in looked_at}
        touched = {commit: self._touched(start, commit) for commit, start in starts.items()}
        keys = sorted(set().union(*touched.values())) if touched else []
        inside = {key: self._inside(key, starts, touched) for key in keys}
        recorded = {key: self._commits("HEAD", "--", self._folder(key)) for key in keys}
        wanted = [(commit, key) for commit, found in touched.items() for key in found]
        wanted += [(commit, key) for key in keys for commit in (*inside[key], *recorded[key])]
        trees = self._trees(wanted)
        works = self._works(set(trees.values()), {tree: key for (_, key), tree in trees.items()})
        at = {
            commit: {key: works[trees[commit, key]] for key in sorted(found) if (commit, key) in trees}
            for commit, found in touched.items()
        }
        return Evidence(
            at=at,
            versions={key: _in_turn(works, trees, key, inside[key]) for key in keys},
            recorded={
                key: frozenset(each.digest for each in _in_turn(works, trees, key, recorded[key]))
                for key in keys
            },
            folder=self.prefix,
            here=frozenset(key for key in keys if _is_file(self.root / self._plain(key) / "index.md")),
        )

    def _existing(self, commits: Iterable[str | None]) -> frozenset[str]:
        wanted = sorted({each for each in commits if each and _COMMIT.fullmatch(each)})
        asked = "".join(f"{each}^{{commit}}\n" for each in wanted)
        output = ask(self.root, "cat-file", "--batch-check", given=asked.encode()) or b"" if wanted else b""
        found = (line.split() for line in output.decode("ascii", "replace").splitlines())
        return frozenset(line[0] for line in found if len(line) == 3 and line[1] == "commit")

    def _start(self, commit: str) -> str:
        """Where the pull request's own work begins, as a commit or the empty tree.

        The main line is asked first: what a branch took over from it meanwhile is not its own work.
        """
        start = self._parting(self._before(commit), commit)
        if (start is None or start == commit) and self.pull.base in self.known:
            start = self._parting(self.pull.base or "", commit)
        if start is None or start == commit:
            start = (self._commits(f"{commit}^1", "--max-count=1") or (None,))[0]
        return start or _EMPTY_TREES[len(commit)]

    def _before(self, commit: str) -> str:
        """The main line just before a commit came into it; its end when the commit never did."""
        onwards = self._commits(f"{commit}..HEAD", "--first-parent", "--ancestry-path", "--reverse")
        return f"{onwards[0]}^1" if onwards else "HEAD"

    def _parting(self, base: str, commit: str) -> str | None:
        found = ask(self.root, "merge-base", base, commit)
        return found.decode("ascii", "replace").strip() if found else None

    def _commits(self, *arguments: str) -> tuple[str, ...]:
        output = ask(self.root, "rev-list", "--topo-order", "--full-history", *arguments) or b""
        return tuple(output.decode("ascii", "replace").split())

    def _inside(
        self,
        key: SubmissionKey,
        starts: Mapping[str, str],
        touched: Mapping[str, frozenset[SubmissionKey]],
    ) -> tuple[str, ...]:
        """The pull request's commits that the clone has, oldest first."""
        ends = [commit for commit, keys in touched.items() if key in keys]
        end = [self.pull.head] if self.pull.head in ends else ends
        not_ours = [f"^{starts[each]}" for each in ends if starts[each] not in _EMPTY_TREES.values()]
        names = [each for each in end if each]
        return self._commits(*names, *not_ours, "--reverse", f"--max-count={MOST_COMMITS}") if names else ()

    def _touched(self, start: str, commit: str) -> frozenset[SubmissionKey]:
        output = ask(
            self.root,
            "diff-tree",
            *("-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"),
            *(start, commit, "--", f":(top,literal){self.prefix}portfolios"),
        )
        found = set()
        for name in (output or b"").split(b"\0"):
            path = name.decode("utf-8", "surrogateescape").removeprefix(self.prefix)
            steps = path.split("/", 3)
            if len(steps) == 4 and counts(steps[3]) and _is_submission(steps[1], steps[2]):
                found.add((steps[1], steps[2]))
        return frozenset(found)

    def _plain(self, key: SubmissionKey) -> str:
        return f"portfolios/{key[0]}/{key[1]}"

    def _folder(self, key: SubmissionKey) -> str:
        return f":(top,literal){self.prefix}{self._plain(key)}"

    def _trees(self, wanted: Iterable[tuple[str, SubmissionKey]]) -> _Places:
        """The id of each folder in each commit, from one question."""
        pairs = sorted(set(wanted))
        asked = "".join(f"{commit}:{self.prefix}{self._plain(key)}\n" for commit, key in pairs)
        output = ask(self.root, "cat-file", "--batch-check", given=asked.encode("utf-8", "surrogateescape"))
        lines = (output or b"").decode("utf-8", "replace").splitlines() if pairs else []
        found: _Places = {}
        for pair, line in zip(pairs, lines, strict=False):
            parts = line.split()
            if len(parts) == 3 and parts[1] == "tree":
                found[pair] = parts[0]
        return found

    def _works(self, trees: Iterable[str], owners: Mapping[str, SubmissionKey]) -> dict[str, Work]:
        listed = {tree: dict(self._blobs(tree)) for tree in sorted(trees)}
        odd = [blob for files in listed.values() for blob in files.values() if len(blob) != _LENGTH_OF_SHA1]
        indexes = [files["index.md"] for files in listed.values() if "index.md" in files]
        contents = read_blobs(self.root, [*odd, *indexes])
        made = {}
        for tree, files in listed.items():
            index = contents.get(files.get("index.md", ""), b"")
            ids = {path: blob if blob not in odd else blob_of(contents[blob]) for path, blob in files.items()}
            named, micro_credential = _claims(index)
            made[tree] = Work(digest_of(ids), frozenset({owners[tree][0], *named}), micro_credential)
        return made

    def _blobs(self, tree: str) -> Iterator[tuple[str, str]]:
        for line in (ask(self.root, "ls-tree", "-r", "-z", "--full-tree", tree) or b"").split(b"\0"):
            about, tab, name = line.partition(b"\t")
            if not tab:
                continue
            mode, _, blob = about.decode("ascii").split()
            path = name.decode("utf-8", "surrogateescape")
            if mode.startswith("100") and counts(path) and not set(path.split("/")) & set(PASSED_OVER):
                yield path, blob


def _in_turn(
    works: Mapping[str, Work], trees: _Places, key: SubmissionKey, commits: Iterable[str]
) -> tuple[Work, ...]:
    """The versions that a folder had in these commits, each once."""
    found = (works[trees[commit, key]] for commit in commits if (commit, key) in trees)
    return tuple({each.digest: each for each in found}.values())


def _claims(index: bytes) -> tuple[frozenset[str], str | None]:
    """The co-authors and the micro-credential that an ``index.md`` names, as far as it can be read."""
    text = decode(index, "index.md")
    parts = split(text, "index.md") if isinstance(text, str) else text
    data = None if isinstance(parts, Finding) else read_yaml(parts.yaml, "index.md", PERSONAL).data
    if not isinstance(data, dict):
        return frozenset(), None
    named = data.get("with")
    people = frozenset(each for each in named if isinstance(each, str)) if isinstance(named, list) else None
    asked = data.get("micro_credential")
    return people or frozenset(), asked if isinstance(asked, str) else None


def _is_submission(person: str, slug: str) -> bool:
    return is_id(person) and is_id(slug) and slug not in RESERVED


def _is_file(path: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False
