"""Do a risky task in a child process that may take only so much time and memory.

Text and pictures from outside can make a parser hang, eat all memory, or crash the interpreter.
Here that ends one child, never the build. The child is started once and kept for the next job.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from proofolio.adapters.confined import worker

_BOOT = (
    "import sys; task, cpu, memory, *path = sys.argv[1:]; sys.path[:] = path; "
    "from proofolio.adapters.confined.worker import serve; serve(task, int(cpu), int(memory))"
)
_START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Limits:
    """What one job may use: CPU seconds, seconds by the clock, bytes of memory.

    Where the system has no such limits (Windows), only the clock holds.
    """

    cpu_seconds: int = 5
    wall_seconds: float = 10
    memory_bytes: int = 512 * 1024 * 1024


class Stopped(Enum):
    """Why a job has no answer."""

    TIME = "time"
    MEMORY = "memory"
    DEPTH = "depth"
    FAULT = "fault"
    UNAVAILABLE = "unavailable"  # the child could not even be started; nothing to do with the job


_CPU_LIMIT = -int(getattr(signal, "SIGXCPU", 0))  # the return code of a child that used up its time
_KINDS = {worker.MEMORY: Stopped.MEMORY, worker.DEPTH: Stopped.DEPTH, worker.FAULT: Stopped.FAULT}


class Confined:
    """One task (``module:function``, bytes to bytes), done in a limited child process.

    Safe to share between threads: jobs wait for one another. After a fork, each side has its own
    child.
    """

    def __init__(self, task: str, limits: Limits | None = None) -> None:
        self._task = task
        self._limits = limits or Limits()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._release: Callable[[], object] = lambda: None
        self._owner = 0

    def run(self, payload: bytes) -> bytes | Stopped:
        """Do the job; the answer, or why there is none. Never raises for what the job does."""
        with self._lock:
            process = self._living() or self._start()
            if process is None:
                return Stopped.UNAVAILABLE
            try:
                return self._ask(process, payload)
            except BaseException:
                # Interrupted half-way (Ctrl-C): the next job must not read this one's answer.
                self._process = None
                process.kill()
                raise

    def _living(self) -> subprocess.Popen[bytes] | None:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            return None
        return self._process

    def _start(self) -> subprocess.Popen[bytes] | None:
        arguments = [self._task, str(self._limits.cpu_seconds), str(self._limits.memory_bytes)]
        # ``-I``: nothing in the environment or the current folder decides what the child imports,
        # beyond what this process already imports from.
        command = [sys.executable, "-I", "-c", _BOOT, *arguments, *(each for each in sys.path if each)]
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            return None
        self._release()
        self._release = weakref.finalize(self, _stop, process)
        self._process, self._owner = process, os.getpid()
        assert process.stdout is not None
        with _killed_after(process, _START_SECONDS):
            ready = process.stdout.read(len(worker.READY))
        return process if ready == worker.READY else None

    def _ask(self, process: subprocess.Popen[bytes], payload: bytes) -> bytes | Stopped:
        assert process.stdin is not None
        assert process.stdout is not None
        answer = b""
        with _killed_after(process, self._limits.wall_seconds) as late:
            # A child that is gone shows as a broken pipe here or as an empty answer below.
            with contextlib.suppress(OSError):
                process.stdin.write(len(payload).to_bytes(worker.LENGTH, "big") + payload)
                process.stdin.flush()
            head = process.stdout.read(1 + worker.LENGTH)
            if len(head) == 1 + worker.LENGTH:
                size = int.from_bytes(head[1:], "big")
                answer = process.stdout.read(size)
                if head[:1] == worker.DONE and len(answer) == size:
                    return answer
        self._process = None
        # Without an answer the child is dying already; its own return code must come first.
        code = _buried(process) if head else process.wait()
        if head[:1] in _KINDS:
            return _KINDS[head[:1]]
        return Stopped.TIME if late.is_set() or code == _CPU_LIMIT else Stopped.FAULT


@contextlib.contextmanager
def _killed_after(process: subprocess.Popen[bytes], seconds: float) -> Iterator[threading.Event]:
    late = threading.Event()

    def kill() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(seconds, kill)
    timer.daemon = True
    timer.start()
    try:
        yield late
    finally:
        timer.cancel()


def _buried(process: subprocess.Popen[bytes]) -> int:
    process.kill()
    return process.wait()


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Let the child go: it ends by itself when its input does."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        if process.stdin is not None:
            process.stdin.close()
        process.wait(timeout=1)
    with contextlib.suppress(OSError):
        process.kill()
    if process.stdout is not None:
        process.stdout.close()
