"""Pull requests out of the JSON that a forge's API gives, however it was saved.

Told apart by their keys, never by a file's name: the pull request, its reviews, the comments on
lines, the conversation. In any order and number of files; pages one after another or in one list;
bare, in one object together, or as a webhook brings them; from GitHub, Gitea or Forgejo.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from proofolio.adapters.github.spoken import Item, Place, Thing, pulls_of, recognised
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.pull import Pull

MAX_BYTES = 20 * 1024 * 1024
_DEEPEST = 6
_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_PULLS = ("pull_request", "pull")
_HINT = "save what the forge's API returns, for example: gh api --paginate repos/OWNER/REPO/pulls/12/reviews"


def read_pulls(paths: Sequence[Path]) -> tuple[Pull, ...]:
    """The pull requests in files or folders of ``.json`` files, by number. ProofolioError with the file."""
    things: list[Thing] = []
    for path in _files(paths):
        things += read_things(_bytes(path), path.name)
    return pulls_of(things)


def read_things(data: bytes, name: str) -> list[Thing]:
    """Everything in one file that belongs to a pull request."""
    found: list[Thing] = []
    empty = True
    for document in _documents(data, name):
        empty = empty and not document
        found += _things(document, None, 0)
        if isinstance(document, dict) and not found and isinstance(document.get("message"), str):
            raise ProofolioError(f"{name}: the forge answered '{document['message'][:200]}'", _HINT)
    if not found and not empty:
        raise ProofolioError(f"{name} holds no pull request, review or comment", _HINT)
    return found


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = sorted(each for each in path.rglob("*.json") if each.is_file())
            if not inside:
                raise ProofolioError(f"the folder {path} holds no .json files", _HINT)
            yield from inside
        elif path.is_file():
            yield path
        else:
            raise ProofolioError(f"there is no file {path}", _HINT)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ProofolioError(f"{path.name} is larger than {MAX_BYTES // 1024**2} MiB", "save it page by page")
    return data


def _documents(data: bytes, name: str) -> Iterator[Any]:
    """The JSON values that stand one after another in a file."""
    if data.startswith(_PACKED):
        raise ProofolioError(f"{name} is packed", "unpack it first, for example with gunzip or unzip")
    try:
        text = data.decode(json.detect_encoding(data)).removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise ProofolioError(f"{name} is not UTF-8 text", _HINT) from None
    decoder = json.JSONDecoder()
    at = 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,\x1e":
            at += 1
        if at == len(text):
            return
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise ProofolioError(
                f"{name} is not JSON: {error.msg} (line {error.lineno}, column {error.colno})", _HINT
            ) from None
        except RecursionError:
            raise ProofolioError(f"{name} is nested too deeply", _HINT) from None
        except ValueError:  # a number with more digits than Python reads
            raise ProofolioError(f"{name} holds a number that is too long", _HINT) from None
        yield value


def _things(value: Any, place: Place | None, depth: int) -> Iterator[Thing]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for each in value:
            yield from _things(each, place, depth + 1)
    elif isinstance(value, dict):
        thing = recognised(value, place)
        if thing is not None:
            yield thing
        else:
            yield from _wrapped(value, depth)


def _wrapped(value: dict[str, Any], depth: int) -> Iterator[Thing]:
    """What a webhook's event, or an object with a list for each kind, holds.

    A review and its comments belong to the pull request that came with them.
    """
    pull = next((found for key in _PULLS if (found := _pull(value.get(key)))), None)
    issue = value.get("issue")
    pulled = isinstance(issue, dict) and isinstance(issue.get("pull_request"), dict)
    gone = value.get("action") == "deleted"
    if pull:
        yield pull
    for key, each in value.items():
        if key not in (*_PULLS, "repository", "sender", "organization", "installation", "issue"):
            for thing in _things(each, pull.place if pull else None, depth + 1):
                yield replace(thing, gone=thing.gone or gone, pulled=thing.pulled or pulled)
    if not pull:
        for key in _PULLS:
            yield from _things(value.get(key), None, depth + 1)


def _pull(value: Any) -> Thing | None:
    found = recognised(value, None) if isinstance(value, dict) else None
    return found if found and found.item is Item.PULL else None
