"""Pagefind's own program, asked over its pipe: records go in, the files of an index come out."""

from __future__ import annotations

import base64
import binascii
import json
import os
import subprocess
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from proofolio.core.diagnostics.error import ProofolioError

_WAIT = 600
"""Seconds after which an index that is not done will not be."""
_ADVICE = "reinstall Proofolio, or install pagefind[bin], for this kind of machine"


@dataclass(frozen=True, slots=True)
class Entry:
    """What Pagefind is told of one page.

    ``content`` is searched and shown in part; ``meta`` is searched and shown as it is; a page can be found
    by each of the values of ``filters``; ``sort`` orders pages where no words were asked for.
    """

    url: str
    content: str
    meta: Mapping[str, str]
    filters: Mapping[str, tuple[str, ...]]
    sort: Mapping[str, str]


@cache
def program() -> tuple[Path, str]:
    """The program and its version.

    Raises ProofolioError when there is none, or none that runs on this machine.
    """
    try:
        from pagefind.service import get_executable

        found = get_executable()
        if found is None:
            raise ProofolioError("Pagefind, which makes the search, is not installed", _ADVICE)
        done = subprocess.run(
            [str(found), "--version"], capture_output=True, text=True, timeout=30, check=True
        )
        return found, done.stdout.split()[-1] if done.stdout.split() else version("pagefind")
    except (ImportError, OSError, subprocess.SubprocessError, PackageNotFoundError) as error:
        raise ProofolioError(
            f"Pagefind, which makes the search, does not run here: {error}", _ADVICE
        ) from error


def index(entries: Iterable[Entry], language: str) -> dict[str, bytes]:
    """An index as files by their path in it. The same entries give the same bytes.

    Raises ProofolioError when the program cannot do it.
    """
    asked: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": language}}]
    asked += [_record(each, language) for each in entries]
    asked.append({"type": "GetFiles", "index_id": 0})
    return {each["path"]: base64.b64decode(each["content"]) for each in _answer(asked)["files"]}


def _record(entry: Entry, language: str) -> dict[str, Any]:
    return {
        "type": "AddRecord",
        "index_id": 0,
        "url": entry.url,
        "content": entry.content,
        "language": language,
        "meta": dict(entry.meta),
        "filters": {name: list(values) for name, values in entry.filters.items() if values},
        "sort": dict(entry.sort),
    }


def _answer(asked: list[dict[str, Any]]) -> dict[str, Any]:
    """The answer to the last message. They are answered as they come: reading must not wait for writing."""
    try:
        with subprocess.Popen(
            [str(program()[0]), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as running:
            writer = threading.Thread(target=_write, args=(running, asked), daemon=True)
            stop = threading.Timer(_WAIT, running.kill)
            try:
                writer.start()
                stop.start()
                return _last(_answers(running), len(asked))
            finally:
                stop.cancel()
                running.kill()
                writer.join()
    except (OSError, binascii.Error, ValueError) as error:
        raise _failed(str(error)) from error


def _write(running: subprocess.Popen[bytes], asked: Iterable[dict[str, Any]]) -> None:
    """Send the messages. The pipe stays open: the program stops, answered or not, when it is closed."""
    assert running.stdin is not None
    try:
        for number, each in enumerate(asked, 1):
            message = json.dumps({"message_id": number, "payload": each}).encode()
            running.stdin.write(base64.b64encode(message) + b",")
        running.stdin.flush()
    except (OSError, ValueError):
        return  # it stopped; whoever reads the answers finds out


def _answers(running: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    assert running.stdout is not None
    held: list[bytes] = []
    while part := os.read(running.stdout.fileno(), 1 << 20):
        *whole, rest = part.split(b",")
        for each in whole:
            yield json.loads(base64.b64decode(b"".join((*held, each))))
            held = []
        held.append(rest)


def _last(answers: Iterable[dict[str, Any]], number: int) -> dict[str, Any]:
    for each in answers:
        payload: dict[str, Any] = each["payload"]
        if payload.get("type") == "Error":
            raise _failed(str(payload.get("message")))
        if each.get("message_id") == number:
            return payload
    raise _failed("it stopped before it was done")


def _failed(told: str) -> ProofolioError:
    return ProofolioError(f"Pagefind could not make the search's index: {told}", _ADVICE)
