"""The text of one version of a submission, as it stood in its ``index.md``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Front matter as plain data, as written and not validated, and the Markdown body below it.

    An earlier version may have been written under other rules, so nothing may be expected of ``data``.
    """

    data: Mapping[str, object]
    body: str
