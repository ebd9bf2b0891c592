"""Places: which paths of the repository become pages that one can link to."""

from __future__ import annotations

import unicodedata

from proofolio.core.diagnostics.finding import PORTFOLIOS
from proofolio.core.model.district import District

INDEX = "index.md"
COURSES = ("competencies", "courses")


def is_withheld(district: District, path: str) -> bool:
    """Whether a path is, or lies below, something that was refused as a file: it has its own finding."""
    refused = district.broken.get("file", frozenset())
    steps = unicodedata.normalize("NFC", path).split("/")
    return any("/".join(steps[:at]) in refused for at in range(len(steps), 0, -1))


def leads_to_page(district: District, path: str) -> bool:
    """Whether a path is the folder or file of a portfolio, a submission or a course.

    Files that are there but could not be read count: they have findings of their own.
    """
    steps = path.split("/")
    if steps[-1] == INDEX:
        steps.pop()
    match steps:
        case [first, person] if first == PORTFOLIOS:
            return _is_portfolio(district, person, path)
        case [first, person, slug] if first == PORTFOLIOS:
            return _is_submission(district, person, slug)
        case [*folder, name] if tuple(folder) == COURSES and name.endswith(".md"):
            course = name.removesuffix(".md")
            return course in district.courses or district.is_broken("course", course)
    return False


def _is_portfolio(district: District, person: str, path: str) -> bool:
    portfolio = district.portfolios.get(person)
    if portfolio is None:
        return False
    return portfolio.profile is not None or not path.endswith(INDEX) or path in portfolio.broken


def _is_submission(district: District, person: str, slug: str) -> bool:
    portfolio = district.portfolios.get(person)
    if portfolio is None:
        return False
    index = f"{PORTFOLIOS}/{person}/{slug}/{INDEX}"
    return slug in portfolio.submissions or index in portfolio.broken or is_withheld(district, index)
