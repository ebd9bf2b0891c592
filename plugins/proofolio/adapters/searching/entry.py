"""What goes into the index of a page: names, and its first words; not every word of every text.

Whoever looks for something names it. Every word would cost the builder sixty times as much, and whoever
searches a multiple.
"""

from __future__ import annotations

from collections.abc import Mapping

from proofolio.adapters.searching.service import Entry
from proofolio.core.publishing.record import FACETS, Record

FIRST_WORDS = 60
_BETWEEN = " · "


def entry(record: Record, url: str, text: str) -> Entry:
    """A page for the index. ``url`` is its address from the site's root, ``text`` what stands on it."""
    first = " ".join(f"{record.said} {text}".split()[:FIRST_WORDS])
    meta = {"title": record.title, "kind": record.kind}
    if record.by:
        meta["by"] = record.by
    filters: Mapping[str, tuple[str, ...]] = {name: record.values(name) for name in FACETS}
    return Entry(
        url, _BETWEEN.join(filter(None, (first, *record.names))), meta, filters, {"title": record.title}
    )
