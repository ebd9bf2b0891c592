"""An object of the file as it would be written, and the difference to the one that was read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Data = dict[str, Any]
_WORDS = ("shortname", "name", "description")


def difference(read: Mapping[str, Any], made: Mapping[str, Any], without: Iterable[str] = ()) -> Data:
    """What must be kept so that ``restored`` gives what was read, keys ``without`` left aside."""
    aside = set(without)
    rest = {key: value for key, value in read.items() if key not in aside}
    kept: Data = {key: value for key, value in rest.items() if key not in made or not _same(made[key], value)}
    absent = [key for key in made if key not in rest and key not in aside]
    return {"data": kept, **({"absent": absent} if absent else {})} if kept or absent else {}


def restored(kept: Mapping[str, Any], made: Mapping[str, Any], holds: Callable[[Data], bool]) -> Data:
    """The object as it was read, as far as its words still say what our fields say (``holds``)."""
    data, absent = kept.get("data"), kept.get("absent")
    original: Data = dict(made)
    if isinstance(absent, list):
        original = {key: value for key, value in original.items() if key not in absent}
    if isinstance(data, Mapping):
        original |= data
    if holds(original):
        return original
    others = {key: value for key, value in original.items() if key not in _WORDS}
    return {**{key: made[key] for key in _WORDS if key in made}, **others}


def _same(one: object, other: object) -> bool:
    """Equal, and of the same type: 1 is not true, and "1" is not 1."""
    return type(one) is type(other) and one == other
