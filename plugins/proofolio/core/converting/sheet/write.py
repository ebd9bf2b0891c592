"""Our frameworks on a sheet that a person can go on filling in."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.converting.identify import Ids
from proofolio.core.converting.keeping import kept_of
from proofolio.core.converting.report import Report
from proofolio.core.converting.sheet.cells import joined, safe
from proofolio.core.converting.sheet.layout import HEAD, MARK, NAME, TABLE, head_key, table_key
from proofolio.core.converting.unsaid import PARTS, unsaid
from proofolio.core.model.competency import Competency
from proofolio.core.model.framework import Domain, Framework

_TITLES = {each.key: each.header for each in HEAD}
_SINGLE = ("id", "code", "title", "domain", "sets", "statement", "why", "criterion", "indicator")


def write(framework: Framework) -> tuple[list[list[str]], Report]:
    """The grid of one framework, and what it could not hold."""
    head = [list(each) for each in _head(framework)]
    others = _others(framework)
    header = [
        *(each.header for each in TABLE if each.key in _SINGLE),
        *_level_headers(framework),
        *(each.header for each in TABLE if each.key not in _SINGLE),
        *others,
    ]
    rows = [row for each in framework.competencies.values() for row in _rows(framework, each, others)]
    grid = [*head, [], header, *rows]
    held, notes = unsaid(framework, PARTS, NAME)
    made = {"rows": len(rows), "competencies": len(framework.competencies)}
    return [[safe(each) for each in row] for row in grid], Report(held, made, notes)


def _head(framework: Framework) -> Iterator[tuple[str, ...]]:
    given = framework.provenance
    texts = {
        "title": framework.title,
        "id": framework.id,
        "version": framework.version,
        "description": framework.description,
        "vision": framework.vision,
        "source": given and given.title,
        "publisher": given and given.publisher,
        "url": given and given.url,
        "licence": given and given.licence,
    }
    for key, text in texts.items():
        if text:
            yield _TITLES[key], text
    yield (
        _TITLES["levels"],
        *(f"{each.title} {MARK}" if each.mastery else each.title for each in framework.levels),
    )
    ids = Ids()
    made = [ids.take(each.title, otherwise=f"level-{at}") for at, each in enumerate(framework.levels, 1)]
    own = [each.id for each in framework.levels]
    if made != own:
        yield _TITLES["level-ids"], *own
    for domain in framework.domains:
        yield _TITLES["domain"], domain.id, domain.title, domain.statement
    for group in framework.sets:
        yield _TITLES["set"], group.id, group.title, "all" if group.prerequisite_for_all else ""


def _level_headers(framework: Framework) -> Iterator[str]:
    for each in framework.levels:
        name = f"{each.title} {MARK}" if each.mastery else each.title
        known = table_key(each.title) or table_key(name) or head_key(name)
        yield f"Level: {name}" if known else name


def _others(framework: Framework) -> list[str]:
    every = (kept_of(each.kept, NAME) for each in framework.competencies.values())
    found = dict.fromkeys(key for kept in every for key, value in kept.items() if isinstance(value, str))
    return [each for each in found if table_key(each) is None]


def _rows(framework: Framework, competency: Competency, others: list[str]) -> Iterator[list[str]]:
    keys = list(dict.fromkeys((*competency.rubric.criteria, *competency.indicators))) or [""]
    kept = kept_of(competency.kept, NAME)
    own = _facts(framework, competency)
    for at, key in enumerate(keys):
        criterion = competency.rubric.criteria.get(key)
        facts = {
            **(own if at == 0 else {}),
            "criterion": key,
            "indicator": competency.indicators.get(key, ""),
        }
        descriptors = criterion.descriptors if criterion else {}
        yield [
            *(facts.get(each.key, "") for each in TABLE if each.key in _SINGLE),
            *(descriptors.get(level.id, "") for level in framework.levels),
            *(facts.get(each.key, "") for each in TABLE if each.key not in _SINGLE),
            *(str(kept.get(each, "")) if at == 0 else "" for each in others),
        ]


def _facts(framework: Framework, competency: Competency) -> dict[str, str]:
    return {
        "id": competency.id,
        "code": competency.code or "",
        "title": competency.title,
        "domain": _domain(framework, competency.domain),
        "sets": "\n".join(competency.sets),
        "statement": competency.statement,
        "why": competency.why,
        "prerequisites": "\n".join(competency.prerequisites),
        "related": "\n".join(competency.related),
        "themes": "\n".join(competency.themes),
        "pitfalls": "\n".join(f"{key}: {text}" for key, text in competency.pitfalls.items()),
        "practice": "\n".join(f"{key}: {text}" for key, text in competency.practice.items()),
        "exemplars": "\n".join(
            joined((each.title, each.url, each.kind, *((each.notice,) if each.notice else ())))
            for each in competency.exemplars
        ),
        "resources": "\n".join(joined((each.title, each.url)) for each in competency.resources),
        "alignments": "\n".join(
            joined((each.framework, each.target, each.relation)) for each in competency.alignments
        ),
        "replaced_by": competency.replaced_by or "",
    }


def _domain(framework: Framework, domain: str | None) -> str:
    """A domain's name, unless that could be taken for another one."""
    found: Domain | None = next((each for each in framework.domains if each.id == domain), None)
    if found is None:
        return domain or ""
    names = [name.casefold() for each in framework.domains for name in {each.id, each.title}]
    return found.title if names.count(found.title.casefold()) == 1 else found.id
