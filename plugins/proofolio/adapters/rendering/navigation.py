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


def celebrated(nav: Any, there: bool) -> Any:
    """The navigation with the bright spots behind the people, as long as they are ``there``.

    Whoever names them elsewhere keeps that place. Once there are none, no entry leads to nothing.
    """
    if not isinstance(nav, list):
        return nav
    if not there:
        return list(_without(nav, address.BRIGHT_SPOTS))
    if address.BRIGHT_SPOTS in _led_to(nav):
        return nav
    at = next((at for at, each in enumerate(nav) if address.DIRECTORY in _led_to(each)), 0)
    return [*nav[: at + 1], {say("Bright spots"): address.BRIGHT_SPOTS}, *nav[at + 1 :]]


def _led_to(entry: Any) -> tuple[str, ...]:
    """The pages that an entry leads to, with or without a name of its own."""
    if isinstance(entry, dict):
        return tuple(uri for below in entry.values() for uri in _led_to(below))
    return tuple(uri for each in entry for uri in _led_to(each)) if isinstance(entry, list) else (str(entry),)


def _without(nav: list[Any], uri: str) -> Iterator[Any]:
    for each in nav:
        if each == uri or (isinstance(each, dict) and list(each.values()) == [uri]):
            continue
        if isinstance(each, dict):
            yield {
                label: list(_without(below, uri)) if isinstance(below, list) else below
                for label, below in each.items()
            }
        else:
            yield each
