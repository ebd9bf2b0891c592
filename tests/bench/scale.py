"""How cost grows with size: ``python -m tests.bench.scale [SUBMISSIONS …] [--no-build]``.

Seconds of processor time for each step, this process and its children, and peak memory; then the
same for one thing, so that whatever grows faster than the district stands out. Each size runs in a
process of its own.
"""

from __future__ import annotations

import argparse
import gc
import json
import posixpath
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.district import Size, write

from proofolio import pipeline
from proofolio.adapters.files.load import load
from proofolio.adapters.git.history import read_history
from proofolio.adapters.rendering.pages import PageRenderer
from proofolio.cli.options import today
from proofolio.core.checking.check import check
from proofolio.core.publishing.page import Audience

SIZES = (300, 1_500, 6_000)
EACH = 10
MEBI = 1024


def main() -> None:
    """Run every size and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("submissions", nargs="*", type=int, default=list(SIZES))
    parser.add_argument("--no-build", action="store_true", help="leave the host's build out")
    parser.add_argument("--no-history", action="store_true", help="without Git")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(measure(given.submissions[0], not given.no_build, not given.no_history)))  # noqa: T201
        return
    flags = [f"--{name.replace('_', '-')}" for name in ("no_build", "no_history") if getattr(given, name)]
    found = {}
    for number in given.submissions:
        command = [sys.executable, "-m", "tests.bench.scale", str(number), "--one", *flags]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found[number] = json.loads(done.stdout.splitlines()[-1])
    show(found)


def show(found: dict[int, dict[str, float]]) -> None:
    """A table: seconds by step and size, and how many times as much each submission costs."""
    sizes = list(found)
    write_line(["", *(f"{each:,}" for each in sizes), *(f"×{each / sizes[0]:g}" for each in sizes[1:])])
    for step in found[sizes[0]]:
        values = [found[each][step] for each in sizes]
        ratios = [f"{value / max(values[0], 1e-9):.1f}" for value in values[1:]]
        write_line([step, *(f"{value:,.2f}" for value in values), *ratios])


def write_line(cells: list[str]) -> None:
    """One row of the table."""
    print(cells[0].ljust(22) + "".join(each.rjust(12) for each in cells[1:]))  # noqa: T201


def measure(submissions: int, build: bool, history: bool) -> dict[str, float]:
    """The figures of one size, by step."""
    figures: dict[str, float] = {}

    @contextmanager
    def timed(name: str) -> Iterator[None]:
        gc.collect()
        start = _cpu()
        yield
        gc.collect()  # lets confined children go, so that their time counts
        figures[name] = round(_cpu() - start, 3)

    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        figures["files"] = write(Size(max(1, submissions // EACH), EACH), root, history)
        # First, while this process is small: a child's peak memory starts from its parent's.
        figures |= _command("check command", [sys.executable, "-m", "proofolio", "check"], root)
        if build:
            site = ["--site-dir", str(root / "site")]
            figures |= _command("build command", [sys.executable, "-m", "mkdocs", "build", "-q", *site], root)
        with timed("load s"):
            loaded = load(root)
        with timed("history s"):
            past = read_history(root)
        with timed("check s"):
            findings = (*loaded.findings, *check(loaded.district, past))
        inspection = pipeline.Inspection(loaded, past, tuple(dict.fromkeys(findings)), today())
        figures["findings"] = len(inspection.findings)
        with timed("decide s"):
            _ = inspection.progress
        with timed("plan s"):
            plan = inspection.site(Audience.PUBLIC)
        figures["pages"] = len(plan.pages)
        with timed("render s"):
            renderer = PageRenderer(plan)
            for page in plan.pages:
                folder = posixpath.dirname(page.uri) or "."
                renderer.render(page, lambda uri, folder=folder: posixpath.relpath(uri, folder))
            del renderer
        figures["peak MiB"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBI, 1)
    return figures


def _command(name: str, command: list[str], root: Path) -> dict[str, float]:
    """Processor and clock seconds of one command, and the memory of the largest child so far."""
    before, clock = _cpu(), time.perf_counter()
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stdout + done.stderr)
    return {
        f"{name} s": round(_cpu() - before, 3),
        f"{name} clock s": round(time.perf_counter() - clock, 3),
        f"{name} MiB": round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEBI, 1),
    }


def _cpu() -> float:
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
