"""The site's navigation, as its owner wrote it down: what it calls pages, and what an internal site adds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from proofolio.core.language.say import say
from proofolio.core.model import address

_GUIDES = "guides/index.md"


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


def offered(there: Callable[[str], bool], own: Iterable[str]) -> list[Any]:
    """The navigation of a site whose owner wrote none down: one entry for each page that is there.

    ``own`` are pages that the owner wrote; they come last, each under its own title.
    """
    tabs = (
        (say("Home"), address.LANDING),
        (say("People"), address.DIRECTORY),
        (say("Competencies"), address.BROWSER),
        (say("Micro-credentials"), address.LIBRARY),
        (say("Pathways"), address.PATHWAYS),
        (say("Courses"), address.COURSES),
        (say("Figures"), address.FIGURES),
        (say("Write"), address.WRITE),
    )
    help = (
        (say("For teachers"), "guides/teacher.md"),
        (say("For coaches"), "guides/coach.md"),
        (say("For leaders"), "guides/leader.md"),
        (say("For maintainers"), "guides/maintainer.md"),
        (say("Check a credential"), address.VERIFY),
        (say("Who issues here"), address.ISSUER),
        (say("Credentials"), "guides/credentials.md"),
        (say("Frameworks in and out"), "guides/frameworks.md"),
        (say("Files"), "guides/files.md"),
        (say("Glossary"), "glossary.md"),
        (say("Findings"), "findings/index.md"),
    )
    named: set[str] = {_GUIDES, *(uri for _, uri in (*tabs, *help))}
    below: list[Any] = [_GUIDES] if there(_GUIDES) else []
    below += [{label: uri} for label, uri in help if there(uri)]
    below += [uri for uri in own if uri not in named]
    top: list[Any] = [{label: uri} for label, uri in tabs if there(uri)]
    return [*top, {say("Help"): below}] if below else top


def furnished(nav: Any, there: Callable[[str], bool]) -> Any:
    """The navigation with those pages that only some sites have, each behind its neighbour or
    the section that holds it.

    ``there`` tells whether the site has a page. Somebody's own place for one stays, and where its neighbour
    is not in the menu nothing is added; without the page there is no entry, so that none leads nowhere.
    """
    if not isinstance(nav, list):
        return nav
    for uri, label, neighbour in (
        (address.BRIGHT_SPOTS, say("Bright spots"), address.DIRECTORY),
        (address.OPPORTUNITIES, say("Opportunities"), address.PATHWAYS),
    ):
        if not there(uri):
            nav = _without(nav, uri)
            continue
        at = next((at for at, each in enumerate(nav, 1) if neighbour in _led_to(each)), None)
        if uri not in _led_to(nav) and at is not None:
            nav = [*nav[:at], {label: uri}, *nav[at:]]
    return nav


def _without(nav: list[Any], uri: str) -> list[Any]:
    """The entries that do not lead to a page, at any depth; a section that is left empty goes too."""
    kept: list[Any] = []
    for each in nav:
        if isinstance(each, dict):
            parts = {name: _without(to, uri) if isinstance(to, list) else to for name, to in each.items()}
            each = {name: to for name, to in parts.items() if to not in (uri, [])}
        if each not in (uri, {}):
            kept.append(each)
    return kept


def _led_to(entry: Any) -> tuple[str, ...]:
    """The pages that an entry leads to, with or without a name of its own."""
    if isinstance(entry, dict):
        return tuple(uri for below in entry.values() for uri in _led_to(below))
    return tuple(uri for each in entry for uri in _led_to(each)) if isinstance(entry, list) else (str(entry),)


def inside(nav: Any) -> Any:
    """The navigation with the inside pages behind its first entry; where there is none, it stays so."""
    if not isinstance(nav, list):
        return nav
    pages = (
        {say("Review queue"): address.QUEUE},
        {say("Progress"): address.PROGRESS},
        {say("Coaches"): address.COACHES},
        {say("Agreement"): address.AGREEMENT},
    )
    return [*nav[:1], {say("Inside"): list(pages)}, *nav[1:]]


def arranged(nav: Any, there: Callable[[str], bool], own: Iterable[str], *, internal: bool) -> Any:
    """The navigation of a site: its owner's, or the one on offer where there is none, with what is added."""
    whole = furnished(offered(there, own) if nav is None else nav, there)
    return inside(whole) if internal else whole
