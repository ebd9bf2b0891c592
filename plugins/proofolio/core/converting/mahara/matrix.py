"""The parts of Mahara's SmartEvidence file: what must be there, in both of its shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.converting.wording import counted

NAME = "mahara"
NESTED = ("standardelement", "standardelements")
"""Keys of a standard below which the older shape has its elements."""
PARENTS = ("parentelementid", "parentid", "parent")
"""Keys by which an element names the one above it; ``parent: true`` means the one before."""
LIMIT = 20_000


@dataclass(frozen=True, slots=True)
class Element:
    """A standard element: its data, where it stands, and the position of its standard (None: unknown)."""

    data: Mapping[str, Any]
    path: str
    place: int
    standard: int | None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """A whole file: what stands beside the framework, the framework, its standards and elements.

    ``nested`` is the key of the older shape; None for the newer one, with a list for all elements.
    """

    beside: Mapping[str, Any]
    framework: Mapping[str, Any]
    standards: tuple[Mapping[str, Any], ...]
    elements: tuple[Element, ...]
    nested: str | None
    warnings: tuple[str, ...]


def is_matrix(data: object) -> bool:
    """Whether parsed JSON looks like such a file."""
    return isinstance(data, Mapping) and isinstance(data.get("framework"), Mapping)


def matrix(data: object) -> Matrix:
    """The parts of a file. Raises ``Unreadable`` with everything that is wrong."""
    if not isinstance(data, Mapping) or not isinstance(data.get("framework"), Mapping):
        hint = 'a .matrix file begins with {"framework": {"name": …'
        raise Unreadable([Trouble("$.framework", "there is no framework", hint)])
    framework = data["framework"]
    troubles = list(_texts(framework, "$.framework", "name"))
    standards = list(_objects(framework, "standards", "$.framework", troubles))
    for at, each in enumerate(standards):
        troubles.extend(_texts(each, f"$.framework.standards[{at}]", "name", "shortname"))
    elements, nested, warnings = _elements(framework, standards, troubles)
    if not standards and not elements and not troubles:
        troubles.append(Trouble("$.framework.standards", "there are no standards and no elements"))
    if len(elements) > LIMIT:
        troubles.append(Trouble("$.framework", f"there are {len(elements)} elements (at most {LIMIT})"))
    if troubles:
        raise Unreadable(troubles)
    beside = {key: value for key, value in data.items() if key != "framework"}
    found, circles = _parents(elements)
    return Matrix(beside, framework, tuple(standards), found, nested, (*warnings, *circles))


def _elements(
    framework: Mapping[str, Any], standards: list[Mapping[str, Any]], troubles: list[Trouble]
) -> tuple[list[Element], str | None, list[str]]:
    numbers = {
        str(each["standardid"]): at
        for at, each in reversed(list(enumerate(standards)))
        if each.get("standardid") is not None
    }
    elements: list[Element] = []
    warnings: list[str] = []
    nested = None
    for key in NESTED:
        for at, standard in enumerate(standards):
            if key in standard:
                nested = nested or key
                where = f"$.framework.standards[{at}]"
                for number, each in enumerate(_objects(standard, key, where, troubles)):
                    elements.append(Element(each, f"{where}.{key}[{number}]", len(elements), at))
    if "standardelements" in framework:
        lost = 0
        for number, each in enumerate(_objects(framework, "standardelements", "$.framework", troubles)):
            own = numbers.get(str(each.get("standardid")))
            lost += own is None
            path = f"$.framework.standardelements[{number}]"
            elements.append(Element(each, path, len(elements), own))
        if lost:
            warnings.append(
                f"{counted(lost, 'element')} of a standard that is not in the file; no domain has them"
            )
        if nested:
            warnings.append("the file has elements in both shapes; on export all stand in one list")
            nested = None
    for element in elements:
        troubles.extend(_texts(element.data, element.path, "name", "shortname"))
    return elements, nested, warnings


def _objects(
    data: Mapping[str, Any], key: str, path: str, troubles: list[Trouble]
) -> Iterator[Mapping[str, Any]]:
    found = data.get(key)
    if found is None:
        return
    if not isinstance(found, list):
        troubles.append(Trouble(f"{path}.{key}", "a list is wanted here", "put it between [ and ]"))
        return
    for at, each in enumerate(found):
        if isinstance(each, Mapping):
            yield each
        else:
            troubles.append(Trouble(f"{path}.{key}[{at}]", "an object with keys is wanted here"))


def _texts(data: Mapping[str, Any], path: str, *needed: str) -> Iterator[Trouble]:
    """Names must be texts, and one of them must be there."""
    for key in ("name", "shortname", "description"):
        if data.get(key) is not None and not isinstance(data[key], str):
            yield Trouble(f"{path}.{key}", "a text is wanted here", "put it between double quotes")
    if not any(data.get(each) for each in needed):
        yield Trouble(f"{path}.{needed[0]}", "there is no name", 'add a line "name": "…"')


def _parents(elements: list[Element]) -> tuple[tuple[Element, ...], list[str]]:
    """The elements with the position of the one above each, and warnings on those that lead nowhere."""
    own: dict[tuple[int | None, str], int] = {}
    for each in elements:
        number = each.data.get("elementid")
        if number is not None:
            own.setdefault((each.standard, str(number)), each.place)
    found: list[int | None] = []
    lost: list[str] = []
    before: int | None = None
    for each in elements:
        if each.place and elements[each.place - 1].standard != each.standard:
            before = None
        named = next(
            (each.data[key] for key in PARENTS if each.data.get(key) not in (None, "", False, 0)), None
        )
        above = before if named is True else own.get((each.standard, str(named)))
        if named is not None and (above is None or above == each.place):
            lost.append(each.path)
            above = None
        found.append(above if named is not None else None)
        before = each.place if named is None else before
    circles = _circles(found)
    for at in circles:
        found[at] = None
    warnings = []
    if lost:
        warnings.append(f"{', '.join(lost[:3])}: the element above, which it names, is not in its standard")
    if circles:
        warnings.append(f"{elements[circles[0]].path}: elements that name one another as the one above")
    return tuple(
        Element(each.data, each.path, each.place, each.standard, above)
        for each, above in zip(elements, found, strict=True)
    ), warnings


def _circles(parents: list[int | None]) -> list[int]:
    """One position of each circle."""
    state: dict[int, int] = {}
    found = []
    for start in range(len(parents)):
        at: int | None = start
        while at is not None and at not in state:
            state[at] = start
            at = parents[at]
        if at is not None and state[at] == start:
            found.append(at)
    return found
