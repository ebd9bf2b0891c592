"""The far side of a confined process: does one task again and again, within hard limits.

Runs as a child of :mod:`proofolio.adapters.confined.process`, speaks to it over its standard
input and output, and ends when its input does. It keeps no state of its own between jobs.
"""

from __future__ import annotations

import contextlib
import importlib
import math
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import BinaryIO

try:
    import resource
except ImportError:  # Windows has no such limits; the parent's wall clock is all there is.
    resource = None  # type: ignore[assignment]

READY = b"+"
DONE, MEMORY, DEPTH, FAULT = b"d", b"m", b"r", b"f"
LENGTH = 8


def serve(task: str, cpu_seconds: int, memory_bytes: int) -> None:
    """Answer jobs until the input ends or one fails.

    ``task`` is ``module:function``, a function from bytes to bytes. A failed job is answered with
    its kind, and then the process ends: what a half-done conversion left behind must not reach
    the next text.
    """
    source, sink = _pipes()
    with contextlib.suppress(ValueError, OSError):  # an interrupt is the parent's to handle
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(memory_bytes)
    module, _, name = task.partition(":")
    work: Callable[[bytes], bytes] = getattr(importlib.import_module(module), name)
    sink.write(READY)
    sink.flush()
    while len(header := source.read(LENGTH)) == LENGTH:
        payload = source.read(int.from_bytes(header, "big"))
        _limit_cpu(cpu_seconds)
        kind, answer = _attempt(work, payload)
        sink.write(kind + len(answer).to_bytes(LENGTH, "big") + answer)
        sink.flush()
        if kind != DONE:
            return


def _attempt(work: Callable[[bytes], bytes], payload: bytes) -> tuple[bytes, bytes]:
    try:
        return DONE, work(payload)
    except MemoryError:
        return MEMORY, b""
    except RecursionError:
        return DEPTH, b""
    except Exception:  # whatever it was, the parent answers in plain words
        return FAULT, b""


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The input and output; a stray ``print`` of a library cannot disturb the answers."""
    sink = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
    return sys.stdin.buffer, sink


def _limit_memory(memory_bytes: int) -> None:
    if resource is None:
        return
    for kind, wanted in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, memory_bytes)):
        _limit(kind, wanted)


def _limit_cpu(seconds: int) -> None:
    """Allow this many seconds more than were used up to now."""
    if resource is not None:
        _limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + seconds)


def _limit(kind: int, wanted: int) -> None:
    # Some systems refuse some limits (macOS: address space); the others still hold.
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(kind)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (soft, hard))
