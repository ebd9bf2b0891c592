"""A confined task may fail in every way there is; its caller goes on."""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from proofolio.adapters.confined.process import Confined, Limits, Stopped

TASK = """
import os, sys, time
def work(payload):
    order, _, rest = payload.partition(b" ")
    if order == b"spin":
        while True: pass
    if order == b"sleep": time.sleep(60)
    if order == b"eat": return b"x" * 10**10
    if order == b"dig": return (lambda f: f(f))(lambda f: f(f))
    if order == b"raise": raise RuntimeError("no")
    if order == b"quit": os._exit(3)
    if order == b"abort": os.abort()
    if order == b"print": print("noise"); sys.stdout.flush(); os.write(1, b"noise")
    if order == b"pid": return str(os.getpid()).encode()
    return rest[::-1]
"""


@pytest.fixture
def confined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Confined:
    (tmp_path / "task_of_this_test.py").write_text(TASK, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    limits = Limits(cpu_seconds=1, wall_seconds=2.5, memory_bytes=256 * 1024 * 1024)
    return Confined("task_of_this_test:work", limits)


def test_the_answer_comes_back(confined: Confined) -> None:
    assert confined.run(b"turn abc") == b"cba"
    assert confined.run(b"turn ") == b""
    large = bytes(range(256)) * 20_000
    assert confined.run(b"turn " + large) == large[::-1]


def test_one_child_serves_many_jobs(confined: Confined) -> None:
    assert confined.run(b"pid") == confined.run(b"pid") != str(os.getpid()).encode()


@pytest.mark.skipif(sys.platform == "win32", reason="only the clock holds there")
@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (b"spin", Stopped.TIME),
        (b"sleep", Stopped.TIME),
        (b"eat", Stopped.MEMORY),
        (b"dig", Stopped.DEPTH),
        (b"raise", Stopped.FAULT),
        (b"quit", Stopped.FAULT),
        (b"abort", Stopped.FAULT),
    ],
)
def test_trouble_ends_the_child_and_not_the_caller(
    confined: Confined, order: bytes, expected: Stopped
) -> None:
    start = time.monotonic()
    assert confined.run(order) is expected
    assert time.monotonic() - start < 60  # only to notice a hang: the machine may be busy
    assert confined.run(b"turn abc") == b"cba"


def test_what_a_library_prints_does_not_disturb_the_answer(confined: Confined) -> None:
    assert confined.run(b"print abc") == b"cba"
    assert confined.run(b"turn abc") == b"cba"


def test_a_child_that_died_meanwhile_is_replaced(confined: Confined) -> None:
    answer = confined.run(b"pid")
    assert isinstance(answer, bytes)
    os.kill(int(answer), 9)
    time.sleep(0.2)
    assert confined.run(b"turn abc") == b"cba"


def test_a_task_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Confined("no_such_module:work").run(b"x") is Stopped.UNAVAILABLE
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert Confined("json:dumps").run(b"x") is Stopped.UNAVAILABLE


def test_threads_get_their_own_answers(confined: Confined) -> None:
    answers: dict[int, object] = {}

    def ask(number: int) -> None:
        answers[number] = confined.run(f"turn {number}".encode())

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(100, 130)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert answers == {number: str(number)[::-1].encode() for number in range(100, 130)}


def test_the_child_ends_with_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "task_of_this_test.py").write_text(TASK, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    confined = Confined("task_of_this_test:work")
    answer = confined.run(b"pid")
    assert isinstance(answer, bytes)
    del confined
    gc.collect()
    with pytest.raises(ProcessLookupError):
        os.kill(int(answer), 0)
