"""Building sites in tests, as a user does: the host's own command, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EPOCH = "1795305600"


def run(
    root: Path, site: Path, epoch: str = EPOCH, host: str = "mkdocs", strict: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run the host's build; the caller judges the outcome."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "NO_MKDOCS_2_WARNING": "1"}
    command = [
        sys.executable,
        "-m",
        host,
        "build",
        "--site-dir",
        str(site),
        *(["--strict"] if strict else []),
    ]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def build(root: Path, site: Path, epoch: str = EPOCH, host: str = "mkdocs", strict: bool = True) -> str:
    """Build a site and return what the host said; fails the test when it does not build."""
    done = run(root, site, epoch, host, strict)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def pages(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }
