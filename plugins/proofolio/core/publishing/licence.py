"""The address of a licence that is written by its short name."""

from __future__ import annotations

import re

_PLACE = "https://creativecommons.org"
_COMMONS = re.compile(r"cc-(by(?:-nc)?(?:-nd|-sa)?)-(\d\.\d)(?:-([a-z]{2,3}))?", re.IGNORECASE)
_PLAIN = {
    "cc0-1.0": f"{_PLACE}/publicdomain/zero/1.0/",
    "cc-pdm-1.0": f"{_PLACE}/publicdomain/mark/1.0/",
    "cc-by-nc-nd-1.0": f"{_PLACE}/licenses/by-nd-nc/1.0/",  # the parts of this one came in another order
}


def licence_address(name: str | None) -> str | None:
    """Where a Creative Commons licence stands, by its SPDX id such as "CC-BY-4.0".

    A web address stays as it is. None for a name that is not known: no address is better than a wrong one.
    """
    given = (name or "").strip()
    if re.fullmatch(r"https?://\S+", given):
        return given
    if given.lower() in _PLAIN:
        return _PLAIN[given.lower()]
    found = _COMMONS.fullmatch(given)
    if found is None:
        return None
    kind, version, where = (each.lower() if each else "" for each in found.groups())
    return f"{_PLACE}/licenses/{kind}/{version}/" + (f"{where}/" if where else "")
