"""What the proposed ``mkdocs.yml`` calls pages, sections and switches, in the site's language.

Somebody's own names stay as they are; only the words that come with Proofolio are known here.
"""

from __future__ import annotations

from typing import Any

from proofolio.core.language.say import Deferred, deferred, said

_PROPOSED: dict[str, Deferred] = {
    each: each
    for each in (
        deferred("Home"),
        deferred("People"),
        deferred("Competencies"),
        deferred("Micro-credentials"),
        deferred("Pathways"),
        deferred("Courses"),
        deferred("Figures"),
        deferred("Write"),
        deferred("Search"),
        deferred("Help"),
        deferred("For teachers"),
        deferred("For coaches"),
        deferred("For leaders"),
        deferred("For maintainers"),
        deferred("Check a credential"),
        deferred("Who issues here"),
        deferred("Credentials"),
        deferred("Frameworks in and out"),
        deferred("Files"),
        deferred("Glossary"),
        deferred("Findings"),
        deferred("About this site"),
        deferred("Decisions"),
        deferred("Bright spots"),
        deferred("Switch to dark colours"),
        deferred("Switch to light colours"),
    )
}


def called(name: str) -> str:
    """A name of the proposal as it is said; anybody's own name as it is."""
    known = _PROPOSED.get(name)
    return name if known is None else said(known)


def menu(nav: Any) -> Any:
    """The ``nav:`` with its proposed names said."""
    if isinstance(nav, list):
        return [menu(each) for each in nav]
    if isinstance(nav, dict):
        return {called(name): menu(target) for name, target in nav.items()}
    return nav


def palette(given: Any) -> Any:
    """The theme's ``palette:`` with the names of its switches said."""
    if isinstance(given, list):
        return [palette(each) for each in given]
    if isinstance(given, dict):
        switch = given.get("toggle")
        if isinstance(switch, dict) and isinstance(switch.get("name"), str):
            return given | {"toggle": switch | {"name": called(switch["name"])}}
    return given
