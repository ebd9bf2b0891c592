"""The demo district as a Git repository of its own: the same commits, byte for byte, each time."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from proofolio.adapters.demo.district import Change, changes, names
from proofolio.core.diagnostics.error import ProofolioError

DOMAIN = "people.cedar-valley.example.org"
BRANCH = "main"
_TIMEOUT_SECONDS = 120
_SETTINGS = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_DEFAULT_HASH": "sha1",
    "GIT_TERMINAL_PROMPT": "0",
}


def replay(target: Path) -> int:
    """Make the demo's repository in a new or empty folder; the number of commits.

    ProofolioError when the folder holds anything already, or when there is no Git to make it with.
    """
    made = list(changes())
    return write_repository(target, made, names())


def write_repository(target: Path, made: Iterable[Change], people: Mapping[str, str]) -> int:
    """Commit each change to a new repository in ``target``; the number of commits.

    ``people`` gives the name of each author by id. No configuration, template, hook or key of the
    user takes part, so the commits' ids depend on the data only.
    """
    steps = list(made)
    stream = b"".join(_stream(steps, people))
    _claim(target)
    _git(target, "init", "--quiet", "--template=")
    _git(target, "symbolic-ref", "HEAD", f"refs/heads/{BRANCH}")
    _git(target, "fast-import", "--quiet", "--date-format=raw", "--done", given=stream)
    _git(target, "reset", "--quiet", "--hard", BRANCH)
    return len(steps)


def _claim(target: Path) -> None:
    if shutil.which("git") is None:
        raise ProofolioError("Git is not installed", "install it from https://git-scm.com and try again")
    hint = "name a folder that does not exist yet; Proofolio makes it"
    try:
        target.mkdir(parents=True, exist_ok=True)
        if any(target.iterdir()):
            raise ProofolioError(f"the folder {target} is not empty", hint)
    except FileExistsError:
        raise ProofolioError(f"{target} is a file, not a folder", hint) from None
    except OSError as error:
        raise ProofolioError(f"the folder {target} cannot be made: {error.strerror}", hint) from None


def _stream(steps: Iterable[Change], people: Mapping[str, str]) -> Iterator[bytes]:
    """The commits as ``git fast-import`` reads them."""
    for change in steps:
        who = _person(change.step.author, people, change.step.name)
        signature = f"{who} {_moment(change.step.at)}"
        yield f"commit refs/heads/{BRANCH}\nauthor {signature}\ncommitter {signature}\n".encode()
        yield _data(_message(change, people).encode())
        for path in change.delete:
            yield b"D " + _quoted(path) + b"\n"
        for path, content in change.write.items():
            yield b"M 100644 inline " + _quoted(path) + b"\n" + _data(content)
    yield b"done\n"


def _message(change: Change, people: Mapping[str, str]) -> str:
    trailers = [
        f"Co-authored-by: {_person(each, people, change.step.name)}\n" for each in change.step.co_authors
    ]
    return change.step.message + ("\n" + "".join(trailers) if trailers else "")


def _person(id_: str, people: Mapping[str, str], step: str) -> str:
    if id_ not in people:
        raise ProofolioError(f"the demo's data is faulty: {step}: {id_} is not in the roster")
    return f"{people[id_]} <{id_}@{DOMAIN}>"


def _moment(at: datetime) -> str:
    return f"{int(at.timestamp())} {at.strftime('%z')[:5]}"


def _data(content: bytes) -> bytes:
    return b"data %d\n" % len(content) + content + b"\n"


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode()


def _git(target: Path, *arguments: str, given: bytes = b"") -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    options = ("-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=", "-c", "core.autocrlf=false")
    try:
        subprocess.run(
            ["git", *options, *arguments],
            cwd=target,
            env={**clean, **_SETTINGS},
            input=given,
            capture_output=True,
            check=True,
            timeout=_TIMEOUT_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip()
        raise ProofolioError(f"Git could not make the demo's repository: {said}") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProofolioError(f"Git could not make the demo's repository: {error}") from None
