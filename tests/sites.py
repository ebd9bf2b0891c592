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


def newcomer(root: Path, people: bool = True, plugins: str = "proofolio") -> Path:
    """A district as one begins: its name, the settings that the README asks for, and nobody or one person."""
    for name in ("docs", "competencies", "portfolios"):
        (root / name).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(
        f"site_name: Fern Hill\ntheme: {{name: material}}\nplugins: [{plugins}]\n", encoding="utf-8"
    )
    (root / "competencies/issuer.yml").write_text(
        "format: 1\nid: fern-hill\nname: Fern Hill Schools\nurl: https://fern-hill.example.org\n"
        "organizations:\n  fern-primary: {name: Fern Primary School}\n",
        encoding="utf-8",
    )
    if people:
        (root / "portfolios/jane-doe").mkdir()
        (root / "portfolios/jane-doe/index.md").write_text("---\nvisibility: public\n---\n", encoding="utf-8")
        (root / "portfolios/roster.yml").write_text(
            "people:\n  jane-doe: {name: Jane Doe, github: jane-d, organization: fern-primary, "
            "roles: [educator], since: 2026-08-15}\n",
            encoding="utf-8",
        )
    return root
