"""What the reading of a SmartEvidence file tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from proofolio.core.converting.mahara import words
from proofolio.core.converting.mahara.matrix import NESTED, PARENTS, Matrix
from proofolio.core.converting.report import Note, Report
from proofolio.core.model.framework import Framework

FRAMEWORK = (
    *("name", "description", "institution", "selfassess", "evidencestatuses"),
    *("standards", "standardelements"),
)
STANDARD = ("shortname", "name", "description", "standardid", "priority", *NESTED)
ELEMENT = (
    *("shortname", "name", "description", "standardid", "elementid", "priority"),
    *PARENTS,
)
"""Members that are told in other lines, or say where a thing stands."""
_KEPT = "kept in the files under kept: mahara:, and written back on export"


def account(found: Matrix, framework: Framework) -> Report:
    """The report on a file."""
    below = sum(each.parent is not None for each in found.elements)
    statuses = found.framework.get("evidencestatuses")
    held = {
        "standards": len(found.standards),
        "standard elements": len(found.elements) - below,
        "sub-elements": below,
        "evidence statuses": len(statuses) if isinstance(statuses, list | dict) else 0,
    }
    made = {
        "frameworks": 1,
        "domains": len(framework.domains),
        "competencies": len(framework.competencies),
        "indicators": sum(len(each.indicators) for each in framework.competencies.values()),
        "levels": len(framework.levels),
    }
    notes = tuple(each for each in _notes(found, framework) if each.count)
    return Report(held, made, notes, found.warnings)


def _notes(found: Matrix, framework: Framework) -> Iterator[Note]:
    items = [found.framework, *found.standards, *(each.data for each in found.elements)]
    own = found.framework
    if not own.get("evidencestatuses"):
        yield Note("the file has no evidence statuses", 1, "the levels have Mahara's own words")
    given = words.given(own.get("evidencestatuses"))
    missing = sum(each not in given for each in words.STATUSES) if given else 0
    yield Note("evidence statuses that the file does not name", missing, "the levels have Mahara's own words")
    unknown = sum(each not in words.STATUSES for each in given)
    yield Note("evidence statuses that Mahara does not have", unknown, f"no levels; {_KEPT}")
    for what, every, known in (
        ("members of the file and its framework", (found.beside, own), FRAMEWORK),
        ("members of standards", found.standards, STANDARD),
        ("members of elements", [each.data for each in found.elements], ELEMENT),
    ):
        names = Counter(name for each in every for name in each if name not in known)
        for name, count in sorted(names.items()):
            yield Note(f"{what}: “{name}”", count, _KEPT)
    yield Note("the file has no version", 1, 'the framework has version "1"; change it in framework.yml')
    texts = [each["description"] for each in items if isinstance(each.get("description"), str)]
    html = sum(words.said({"description": each}) != each for each in texts)
    yield Note("descriptions with HTML or line breaks", html, f"plain text here; the originals are {_KEPT}")
    codes = {each.code for each in framework.competencies.values()}
    short = sum(
        bool(each.data.get("shortname"))
        and each.data["shortname"] != each.data.get("name")
        and each.data["shortname"] not in codes
        for each in found.elements
    )
    yield Note("short names beside the names", short, _KEPT)
    yield Note("ids and positions of elements", len(found.elements), _KEPT)
    yield Note(
        "settings (self-assessment, institution)",
        sum(each in own for each in ("selfassess", "institution")),
        _KEPT,
    )
    deep = sum(
        each.parent is not None and found.elements[each.parent].parent is not None for each in found.elements
    )
    yield Note("sub-elements of sub-elements", deep, f"they are indicators; what they belong to is {_KEPT}")
