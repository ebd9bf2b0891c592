"""What the reading of a Moodle file tells: what it held, what was made, what had no home."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.converting.moodle import cells
from proofolio.core.converting.moodle.row import Row
from proofolio.core.converting.moodle.tree import Branch, Tree
from proofolio.core.converting.plain import description
from proofolio.core.converting.report import Note, Report
from proofolio.core.converting.scale import STANDARD_NOTE
from proofolio.core.converting.wording import some
from proofolio.core.model.framework import Framework

_KEPT = "kept in the files under kept: moodle:, and written back on export"


def account(branch: Branch, tree: Tree, framework: Framework, warnings: tuple[str, ...]) -> Report:
    """The report on one framework of a file."""
    rows = branch.rows
    references = [each for row in rows for each in cells.references(row["relatedidnumbers"])]
    held = {
        "rows": len(rows) + 1,
        "frameworks": 1,
        "competencies": len(rows),
        "scale values": len([each for each in branch.framework["scalevalues"].split(",") if each.strip()]),
        "cross-references": len(references),
        "rules": sum(bool(each["ruletype"].strip()) for each in rows),
    }
    competencies = framework.competencies.values()
    made = {
        "frameworks": 1,
        "domains": len(framework.domains),
        "competencies": len(competencies),
        "indicators": sum(len(each.indicators) for each in competencies),
        "levels": len(framework.levels),
        "related": sum(len(each.related) for each in competencies),
    }
    notes = tuple(each for each in _notes(branch, tree, framework) if each.count)
    return Report(held, made, notes, (*warnings, *tree.warnings, *_warnings(branch, tree)))


def _notes(branch: Branch, tree: Tree, framework: Framework) -> Iterator[Note]:
    rows, own = branch.rows, branch.framework
    competencies = framework.competencies.values()
    if not own["scalevalues"].strip():
        yield STANDARD_NOTE
    elif not cells.proficient_at(own["scaleconfiguration"]):
        yield Note("no value of the scale counts as proficient", 1, "the highest is the mastery level")
    yield Note("the file has no version", 1, 'the framework has version "1"; change it in framework.yml')
    yield Note("positions in the file, and cells without a meaning here", len(rows) + 1, _KEPT)
    rules = sum(bool(each["ruletype"].strip()) for each in rows)
    rule = f"{_KEPT}; here nothing is awarded by counting parts, only by ratings against a rubric"
    yield Note("rules by which a competency counts as reached (all of its parts, or points)", rules, rule)
    depths = sum(
        parent is not each
        for each in tree.roots
        for top in (tree.below(each) or (each,))
        for _, parent in tree.all_below(top)
        if parent is not top
    )
    yield Note(
        "competencies more than three levels down", depths, f"they are indicators; their parents are {_KEPT}"
    )
    html = sum(description(each["description"]) != each["description"] for each in (own, *rows))
    yield Note("descriptions with HTML or line breaks", html, f"plain text here; the originals are {_KEPT}")
    names = sum(cells.was_cut(each["shortname"], each["description"]) for each in (own, *rows))
    yield Note("names that Moodle had cut", names, "the whole name is taken from the description")
    scales = sum(bool(each["scalevalues"].strip()) for each in rows)
    yield Note(
        "competencies with a scale of their own", scales, f"they use the framework's; theirs is {_KEPT}"
    )
    yield Note("names for the levels of the tree (taxonomy)", int(bool(own["taxonomy"].strip())), _KEPT)
    known = sum(len(each.related) for each in competencies)
    there = [each for row in rows for each in cells.references(row["relatedidnumbers"]) if each in tree.first]
    yield Note(
        "cross-references of or to what is no competency here, or that stand there twice",
        len(there) - known,
        _KEPT,
    )
    extra = sum(len(each.extra) for each in (own, *rows))
    yield Note("cells in columns that Moodle does not have", extra, _KEPT)


def _warnings(branch: Branch, tree: Tree) -> Iterator[str]:
    for row in branch.rows:
        lost = [each for each in cells.references(row["relatedidnumbers"]) if each not in tree.first]
        if lost:
            yield f"{_where(row)}: the cross-reference to {some(lost)} leads nowhere"
        if not row["idnumber"].strip() or not row["shortname"].strip():
            missing = "ID number" if not row["idnumber"].strip() else "name"
            yield f"{_where(row)}: there is no {missing}; Moodle would leave the row out"
    own = branch.framework
    if own["scaleconfiguration"].strip() and cells.configured(own["scaleconfiguration"]) is None:
        yield f"{_where(own)}: the scale configuration cannot be read; the highest value is mastery"
    values = [each.strip() for each in own["scalevalues"].split(",") if each.strip()]
    beyond = [each for each in cells.proficient_at(own["scaleconfiguration"]) if not 1 <= each <= len(values)]
    if values and beyond:
        yield f"{_where(own)}: number {beyond[0]} counts as proficient, but there are {len(values)} values"


def _where(row: Row) -> str:
    return f"row {row.number} ({row.name})"
