"""Asking Git: one hardened way in, for reading only.

A repository is other people's data, its configuration included. So nothing that the configuration
names is ever run (monitors, hooks, external diffs, signature checkers, remotes), replaced objects
are not believed, and every question has a time limit.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer

TIMEOUT_SECONDS = 30.0
_PIECE = 1 << 16

_OPTIONS = (
    "--no-pager",
    *("-c", "core.fsmonitor="),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "diff.external="),
    *("-c", f"diff.orderFile={os.devnull}"),
    *("-c", "advice.graftFileDeprecated=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "protocol.allow=never"),
    *("-c", "trailer.separators=:"),
)
_ENVIRONMENT = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
# Git sets these for its hooks. They would point every question at the repository of the hook,
# whichever folder was asked about.
_OF_HOOKS = (
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_NAMESPACE",
    "GIT_PREFIX",
    "GIT_SHALLOW_FILE",
    "GIT_EXTERNAL_DIFF",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What Git printed, how it ended (0: well), and what it complained of, in English."""

    status: int
    output: bytes
    complaint: str


def ask(root: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """What Git prints for a command run in ``root``, or None when it cannot be asked or declines.

    ``given`` is what it reads from its standard input.

    Git missing, no repository, a folder owned by someone else, no commits, more than 30 seconds: all
    of them mean that the history is not known, and none of them is an error of the reader.
    """
    answer = inquire(root, *arguments, given=given)
    return answer.output if answer is not None and answer.status == 0 else None


def inquire(root: Path, *arguments: str, given: bytes | None = None) -> Answer | None:
    """As :func:`ask`, with the reason when Git declines; None when there is no Git to ask."""
    try:
        from git import Git
        from git.exc import GitError
    except ImportError:  # GitPython refuses to load where there is no Git
        return None
    # -C makes Git itself refuse a folder that is not there; GitPython would use the current one.
    command = ["git", "-C", str(root.absolute()), *_OPTIONS, *arguments]
    try:
        with _outside_hooks(), TemporaryFile() as questions:
            questions.write(given or b"")
            questions.seek(0)
            # GitPython has no time limit on Windows.
            status, output, complaint = Git().execute(
                command,
                istream=questions,
                env=_ENVIRONMENT,
                stdout_as_string=False,
                strip_newline_in_stdout=False,
                with_extended_output=True,
                with_exceptions=False,
                kill_after_timeout=None if sys.platform == "win32" else TIMEOUT_SECONDS,
                shell=False,
            )
    except (GitError, OSError, ValueError):
        return None
    return Answer(status, bytes(output), str(complaint))


def stream(root: Path, *arguments: str) -> Iterator[bytes]:
    """As :func:`ask`, piece by piece while Git is still at work, for answers that are long.

    Raises ValueError when Git cannot be asked, or did not end well: then nothing that it printed counts.
    """
    try:
        from git import Git
        from git.exc import GitError
    except ImportError as error:
        raise ValueError("there is no Git") from error
    command = ["git", "-C", str(root.absolute()), *_OPTIONS, *arguments]
    try:
        with _outside_hooks():
            asked = Git().execute(command, as_process=True, env=_ENVIRONMENT, shell=False)
    except (GitError, OSError) as error:
        raise ValueError("Git cannot be asked") from error
    process = asked.proc
    if process is None or process.stdout is None:
        raise ValueError("Git cannot be asked")
    watchdog = Timer(TIMEOUT_SECONDS, process.kill)
    watchdog.start()
    try:
        while piece := process.stdout.read(_PIECE):
            yield piece
        if process.wait() != 0:
            raise ValueError("Git did not end well")
    finally:
        watchdog.cancel()
        process.kill()
        process.communicate()


@contextmanager
def _outside_hooks() -> Iterator[None]:
    """Put away what Git tells its hooks, as GitPython can add to the environment but not take away."""
    kept = {name: os.environ.pop(name) for name in _OF_HOOKS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)
