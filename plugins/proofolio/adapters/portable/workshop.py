"""A Git repository of our own to work in: bare, temporary, with nobody's settings, hooks or templates."""

from __future__ import annotations

import hashlib
import os
import subprocess
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from proofolio.core.diagnostics.error import ProofolioError

BRANCH = "refs/heads/main"
HISTORY = "refs/tags/history"
"""Marks the last commit of the folder's own history; what follows it is the definitions."""
TIMEOUT_SECONDS = 300
FILE, FOLDER = "100644", "40000"
_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ATTR_NOSYSTEM": "1",
}
_OPTIONS = (
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.fsmonitor="),
    *("-c", "core.autocrlf=false"),
    *("-c", "gc.auto=0"),
    *("-c", "maintenance.auto=false"),
    *("-c", "pack.threads=1"),  # so that a pack's bytes depend on its objects only
    *("-c", "protocol.allow=never"),
    *("-c", "protocol.file.allow=always"),
    *("-c", "transfer.fsckObjects=true"),
    *("-c", "fetch.fsckObjects=true"),
    *("-c", "advice.graftFileDeprecated=false"),
)


def git(
    folder: Path, *arguments: str, given: bytes | None = None, env: Mapping[str, str] | None = None
) -> bytes:
    """What Git prints for a command that may write, run in ``folder``.

    No configuration, template or hook of the user takes part. Raises ProofolioError with Git's own words.
    """
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder.absolute()), *_OPTIONS, *arguments],
            env={**clean, **_SETTINGS, "LC_ALL": "C", **(env or {})},
            input=given or b"",
            capture_output=True,
            check=False,
            timeout=TIMEOUT_SECONDS,
        )
    except FileNotFoundError:
        raise ProofolioError(
            "Git is not installed", "install it from https://git-scm.com and try again"
        ) from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProofolioError(f"Git could not finish its work: {error}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ProofolioError(f"Git could not do its part: {said[-1] if said else arguments[0]}")
    return done.stdout


@dataclass(frozen=True, slots=True)
class Workshop:
    """A bare repository, and how its objects are named (``sha1`` or ``sha256``)."""

    place: Path
    algorithm: str = "sha1"

    def put(self, kind: str, content: bytes) -> str:
        """Store an object (``blob``, ``tree`` or ``commit``) as it is; its id."""
        whole = f"{kind} {len(content)}".encode("ascii") + b"\0" + content
        id_ = hashlib.new(self.algorithm, whole, usedforsecurity=False).hexdigest()
        target = self.place / "objects" / id_[:2] / id_[2:]
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(zlib.compress(whole, 1))
        return id_

    def tree(self, entries: Mapping[str, tuple[str, str]]) -> str:
        """Store a tree of these paths, each with mode and id; a path may be a whole tree of its own."""
        here: dict[str, tuple[str, str]] = {}
        below: dict[str, dict[str, tuple[str, str]]] = {}
        for path, entry in entries.items():
            name, slash, rest = path.partition("/")
            if slash:
                below.setdefault(name, {})[rest] = entry
            else:
                here[name] = entry
        for name, some in below.items():
            here[name] = (FOLDER, self.tree(some))
        lines = (
            f"{mode} {name}".encode("utf-8", "surrogateescape") + b"\0" + bytes.fromhex(id_)
            for name, (mode, id_) in sorted(here.items(), key=_as_git_sorts)
        )
        return self.put("tree", b"".join(lines))

    def point(self, name: str, commit: str) -> None:
        """Let a name stand for a commit."""
        git(self.place, "update-ref", "--no-deref", name, commit)


def _as_git_sorts(entry: tuple[str, tuple[str, str]]) -> bytes:
    name, (mode, _) = entry
    return name.encode("utf-8", "surrogateescape") + (b"/" if mode == FOLDER else b"")


def new_workshop(place: Path, algorithm: str = "sha1", objects: Path | None = None) -> Workshop:
    """Make one in a new folder. It also sees the ``objects`` of another one, and never writes there."""
    place.mkdir(parents=True)
    git(place, "init", "--quiet", "--bare", "--template=", f"--object-format={algorithm}")
    git(place, "symbolic-ref", "HEAD", BRANCH)
    if objects is not None:
        about = place / "objects" / "info"
        about.mkdir(exist_ok=True)
        (about / "alternates").write_text(f"{objects}\n", encoding="utf-8")
    return Workshop(place, algorithm)
