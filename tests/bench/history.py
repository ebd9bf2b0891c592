"""What reading the history costs: ``python -m tests.bench.history [SUBMISSIONS] [--rounds N]``.

A district of four files and five commits for each submission (3,000 make 12,000 files and 15,000
commits): work on a branch that started some merges ago, its merge, a review, another version or a
rename. Told is how many times as long ``read_history`` takes as a plain ``git log --name-status``,
round by round in one run, so that both met the same machine.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from proofolio.adapters.git.history import read_history

SUBMISSIONS = 3_000
EACH = 10
LAG = 4
"""A branch starts so many submissions before it is merged."""
RENAMED = 25
"""Every so manieth submission gets another name."""
START = 1_600_000_000
ALLOWED = 3.0


def main() -> None:
    """Make the district, measure, print the figures; the exit status says whether it is fast enough."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("submissions", nargs="?", type=int, default=SUBMISSIONS)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        commits = write(root, given.submissions)
        read_history(root)  # loads what is loaded once
        ratios = []
        for _ in range(given.rounds):
            plain, read = _timed(lambda: _plain(root)), _timed(lambda: read_history(root))
            ratios.append(read / plain)
            _tell(f"git log --name-status {plain:.2f} s, read_history {read:.2f} s, ×{read / plain:.2f}")
        history = read_history(root)
    versions = sum(map(len, history.versions.values()))
    median = statistics.median(ratios)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    _tell(f"{len(history.by_path):,} files, {commits:,} commits, {versions:,} versions, peak {peak:.0f} MiB")
    _tell(f"median ×{median:.2f} (allowed ×{ALLOWED:g})")
    raise SystemExit(median > ALLOWED)


def write(root: Path, submissions: int) -> int:
    """Make the repository, with its files checked out; how many commits."""
    _git(root, "init", "--quiet", "--initial-branch=main", "--template=")
    command = ["git", "-C", str(root), "fast-import", "--quiet", "--done"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, env=_environment()) as importing:
        assert importing.stdin is not None
        marks = 0
        for commit in _commits(submissions):
            importing.stdin.write(commit)
            marks += 1
        importing.stdin.write(b"done\n")
    _git(root, "reset", "--quiet", "--hard", "main")
    return marks


def _commits(submissions: int) -> Iterator[bytes]:
    """The commits as ``git fast-import`` reads them; marks count them from 1."""
    mark = 0
    merged: list[int] = []

    def commit(branch: str, subject: str, parents: tuple[int, ...], changes: bytes) -> bytes:
        nonlocal mark
        mark += 1
        message = f"{subject}\n\nCo-authored-by: Coach {mark % 7} <coach-{mark % 7}@example.org>\n".encode()
        who = f"Person {mark % 300} <person-{mark % 300}@example.org> {START + mark * 60} +0000"
        head = f"commit refs/heads/{branch}\nmark :{mark}\nauthor {who}\ncommitter {who}\n"
        words = (f"from :{parents[0]}\n" if parents else "") + "".join(
            f"merge :{each}\n" for each in parents[1:]
        )
        return head.encode() + b"data %d\n" % len(message) + message + words.encode() + changes

    for at in range(submissions):
        folder = f"portfolios/person-{at // EACH:04}/work-{at % EACH}"
        started = merged[-LAG:][:1]
        page = "".join(f"Line {line} of work {at}.\n" for line in range(20))
        files = {"index.md": page, "table.csv": f"a,b\n{at},1\n", "photo.png": f"\x89PNG {at}"}
        branch = f"work-{at % LAG}"
        yield commit(branch, "First version", tuple(started), _written(folder, files))
        yield commit(branch, "After a look", (mark,), _written(folder, {"index.md": page + "More.\n"}))
        both = {**files, "index.md": page + "More.\n"}
        yield commit("main", "Merge", (*merged[-1:], mark), _written(folder, both))
        yield commit(
            "main", "Review", (mark,), _written(folder, {"reviews/2026-01-01-coach.md": f"Fine {at}\n"})
        )
        if at % RENAMED:
            last = _written(folder, {"index.md": page + "More still.\n"})
        else:
            last = f"R {folder} {folder}-renamed\n".encode()
        yield commit("main", "Another version", (mark,), last)
        merged.append(mark)


def _written(folder: str, files: dict[str, str]) -> bytes:
    return b"".join(
        b"M 100644 inline %s\ndata %d\n%s\n" % (f"{folder}/{name}".encode(), len(data), data)
        for name, data in ((name, text.encode()) for name, text in files.items())
    )


def _plain(root: Path) -> None:
    _git(root, "log", "--name-status")


def _git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(root), *words], env=_environment(), capture_output=True, check=True)


def _environment() -> dict[str, str]:
    """Nobody's settings, as Proofolio asks Git."""
    return {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _timed(work: object) -> float:
    """Seconds by the clock, with the collector held back as the pipeline does."""
    assert callable(work)
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    work()
    found = time.perf_counter() - start
    gc.enable()
    return found


def _tell(line: str) -> None:
    print(line)  # noqa: T201


if __name__ == "__main__":
    main()
