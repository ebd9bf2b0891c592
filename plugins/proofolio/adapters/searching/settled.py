"""Making Pagefind's index the same each time: it writes the values of its filters in an order by chance.

The files are CBOR behind a short mark, compressed. Lists are put in order as they stand in the bytes; the
names of files, which are hashes of what is in them, follow. A form that is not known is left as it is.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re

_MARK = b"pagefind_dcd"
_FILTER = re.compile(r"filter/(\w+)\.pf_filter")
_META = re.compile(r"pagefind\.(\w+)\.pf_meta")
_ENTRY = "pagefind-entry.json"
_FILTERS, _SORTS = 3, 4
"""Where the list of filters and that of orders stand in the index's description."""
_ARRAY, _TEXT = 4, 3
_INDEFINITE, _BREAK = 31, 0xFF


def settled(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of one index, in one order and under the names that belong to it."""
    try:
        return _settled(files)
    except (ValueError, KeyError, IndexError, OSError):
        return files


def _settled(files: dict[str, bytes]) -> dict[str, bytes]:
    made, names = {}, {}
    for path, data in files.items():
        found = _FILTER.fullmatch(path)
        if found is None:
            made[path] = data
            continue
        name, content = found[1], _content(data)
        content = _sorted(content, (1,))
        names[name] = _named(name, content)
        made[f"filter/{names[name]}.pf_filter"] = _packed(content)
    return _described(made, names)


def _described(files: dict[str, bytes], names: dict[str, str]) -> dict[str, bytes]:
    """The description names the filters' files, and the entry names the description."""
    path = next((each for each in files if _META.fullmatch(each)), None)
    if path is None:
        return files
    content = _content(files.pop(path))
    for old, new in names.items():
        content = content.replace(old.encode(), new.encode())
    content = _sorted(_sorted(content, (_FILTERS,)), (_SORTS,))
    old = path.removeprefix("pagefind.").removesuffix(".pf_meta")
    new = _named(old, content)
    entry = json.loads(files[_ENTRY])
    for language in entry["languages"].values():
        language["hash"] = new if language["hash"] == old else language["hash"]
    files[f"pagefind.{new}.pf_meta"] = _packed(content)
    files[_ENTRY] = json.dumps(entry, sort_keys=True).encode()
    return dict(sorted(files.items()))


def _content(data: bytes) -> bytes:
    content = gzip.decompress(data)
    if not content.startswith(_MARK):
        raise ValueError("this is not a file of Pagefind's")
    return content[len(_MARK) :]


def _packed(content: bytes) -> bytes:
    return gzip.compress(_MARK + content, mtime=0)


def _named(old: str, content: bytes) -> str:
    """A name as long as the old one: the language, then a hash."""
    language, _, digest = old.rpartition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digest)]}"


def _sorted(content: bytes, route: tuple[int, ...]) -> bytes:
    """The content with the array at ``route`` put in order. Its elements keep their bytes."""
    at = 0
    for step in route:
        at = _elements(content, at)[step][0]
    spans = _elements(content, at)
    if not spans:
        return content
    start, end = spans[0][0], spans[-1][1]
    return content[:start] + b"".join(sorted(content[a:b] for a, b in spans)) + content[end:]


def _elements(content: bytes, at: int) -> list[tuple[int, int]]:
    """Where each element of the array at ``at`` begins and ends."""
    major, number, inside = _head(content, at)
    if major != _ARRAY:
        raise ValueError("an array was expected")
    spans: list[tuple[int, int]] = []
    while len(spans) < number if number is not None else content[inside] != _BREAK:
        end = _end(content, inside)
        spans.append((inside, end))
        inside = end
    return spans


def _end(content: bytes, at: int) -> int:
    """Where the item at ``at`` ends."""
    major, number, inside = _head(content, at)
    if major == _ARRAY:
        spans = _elements(content, at)
        inside = spans[-1][1] if spans else inside
        return inside if number is not None else inside + 1
    if major in (_TEXT - 1, _TEXT):
        return inside + (number or 0)
    return inside


def _head(content: bytes, at: int) -> tuple[int, int | None, int]:
    """An item's kind, its number (a value, a length; None for no length given), and where it goes on."""
    major, low = content[at] >> 5, content[at] & 31
    if low < 24:
        return major, low, at + 1
    if low == _INDEFINITE:
        return major, None, at + 1
    size = 1 << (low - 24)
    if low > 27 or major > _ARRAY:
        raise ValueError("this form of CBOR is not known")
    return major, int.from_bytes(content[at + 1 : at + 1 + size], "big"), at + 1 + size
