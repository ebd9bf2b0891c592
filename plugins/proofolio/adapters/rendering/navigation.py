"""The site's navigation, as its owner wrote it down: what it calls pages, and what an internal site adds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from proofolio.core.language.say import say
from proofolio.core.model import address


def labels(nav: Any) -> Iterator[tuple[str, str]]:
    """What ``nav:`` calls each page. The host does not tell pages that are there before it."""
    if isinstance(nav, list):
        for each in nav:
            yield from labels(each)
    elif isinstance(nav, dict):
        for label, target in nav.items():
            if isinstance(target, str):
                yield target, label
            else:
                yield from labels(target)


def tabs(nav: Any) -> Any:
    """The navigation with the inside pages behind its first entry; where there is none, it stays so."""
    if not isinstance(nav, list):
        return nav
    inside = (
        {say("Review queue"): address.QUEUE},
        {say("Progress"): address.PROGRESS},
        {say("Coaches"): address.COACHES},
        {say("Agreement"): address.AGREEMENT},
    )
    return [*nav[:1], {say("Inside"): list(inside)}, *nav[1:]]
