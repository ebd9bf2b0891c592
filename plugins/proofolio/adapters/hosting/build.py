"""Building a site: the host runs as a program of its own, and what it has to say is passed on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from proofolio.adapters.hosting.audience import audience_of
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.publishing.page import Audience

HOST = "mkdocs"
_LEVELS = ("INFO", "WARNING", "ERROR", "CRITICAL", "DEBUG")
_QUIET = ("INFO", "DEBUG")


def build_site(
    configuration: Path, target: Path, audience: Audience, *, strict: bool, tell: Callable[[str], None]
) -> None:
    """Build the site that ``configuration`` describes into ``target``, for an audience.

    Raises ProofolioError when the host fails, and when ``target`` holds something that a build would
    sweep away or stand in for: files that no build made, or another audience's site.
    """
    _fit(target, audience)
    command = [sys.executable, "-m", HOST, "build", "--config-file", str(configuration.absolute())]
    command += ["--site-dir", str(target.absolute()), "--strict" if strict else "--no-strict"]
    environment = os.environ | {"PROOFOLIO_AUDIENCE": audience.value, "NO_MKDOCS_2_WARNING": "1"}
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as child:
        for line in worth_telling(child.stdout or ()):
            tell(line)
    if child.returncode:
        raise ProofolioError(
            "the site was not built", "what is said above tells why; mend it and build again"
        )


def worth_telling(lines: Iterable[str]) -> Iterator[str]:
    """What the host says, without what is only for the curious. A message may take several lines."""
    told = True
    for line in lines:
        first = line.split(maxsplit=1)[:1]
        if first and first[0] in _LEVELS:
            told = first[0] not in _QUIET
        if told and line.strip():
            yield line.rstrip()


def _fit(target: Path, audience: Audience) -> None:
    if not target.exists() or not any(target.iterdir()):
        return
    found = audience_of(target)
    if found is None:
        raise ProofolioError(
            f"{target} holds something that is no site of ours, and building would sweep it away",
            "name a new or empty folder with --site-dir",
        )
    if found is not audience:
        raise ProofolioError(
            f"{target} holds the {found.value} site, and this one is {audience.value}",
            "name another folder with --site-dir: whoever reads the one there must not find the other",
        )
