"""A framework as the text of its files: the keys in the order of the handbook, nothing that is empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofolio.adapters.files.places import Kind
from proofolio.adapters.files.schema import modeline
from proofolio.adapters.interchange.yaml_text import yaml_text
from proofolio.core.model.competency import Competency, Exemplar
from proofolio.core.model.framework import CompetencySet, Domain, Framework, Level, Provenance


def framework_texts(framework: Framework) -> dict[str, str]:
    """Every file of the framework by its path from the repository's root."""
    folder = f"competencies/frameworks/{framework.id}"
    whole = f"{folder}/framework.yml"
    files = {whole: modeline(whole, Kind.FRAMEWORK) + yaml_text(_framework(framework))}
    for each in framework.competencies.values():
        path = f"{folder}/{each.id}.yml"
        files[path] = modeline(path, Kind.COMPETENCY) + yaml_text(_competency(each))
    return files


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    """Only the keys behind which something stands."""
    return {key: value for key, value in data.items() if value not in (None, "", (), [], {}, False)}


def _framework(framework: Framework) -> dict[str, Any]:
    return {
        "title": framework.title,
        "version": framework.version,
        **_filled(
            {
                "source": _provenance(framework.provenance),
                "description": framework.description,
                "vision": framework.vision,
            }
        ),
        "levels": [_level(each) for each in framework.levels],
        **_filled(
            {
                "domains": [_domain(each) for each in framework.domains],
                "sets": {each.id: _set(each) for each in framework.sets},
                "kept": framework.kept,
            }
        ),
    }


def _provenance(given: Provenance | None) -> dict[str, Any]:
    if given is None:
        return {}
    return _filled(
        {"title": given.title, "publisher": given.publisher, "url": given.url, "licence": given.licence}
    )


def _level(level: Level) -> dict[str, Any]:
    head = {"id": level.id, "title": level.title}
    return {**head, **_filled({"mastery": level.mastery, "kept": level.kept})}


def _domain(domain: Domain) -> dict[str, Any]:
    head = {"id": domain.id, "title": domain.title}
    return {**head, **_filled({"statement": domain.statement, "kept": domain.kept})}


def _set(group: CompetencySet) -> dict[str, Any]:
    return {
        "title": group.title,
        **_filled({"prerequisite_for": "all" if group.prerequisite_for_all else None}),
    }


def _competency(competency: Competency) -> dict[str, Any]:
    return {
        "title": competency.title,
        **_filled(
            {
                "code": competency.code,
                "domain": competency.domain,
                "sets": list(competency.sets),
                "statement": competency.statement,
                "why": competency.why,
                "indicators": dict(competency.indicators),
                "rubric": {key: dict(each.descriptors) for key, each in competency.rubric.criteria.items()},
                "prerequisites": list(competency.prerequisites),
                "related": list(competency.related),
                "themes": list(competency.themes),
                "pitfalls": dict(competency.pitfalls),
                "practice": dict(competency.practice),
                "exemplars": [_exemplar(each) for each in competency.exemplars],
                "resources": [{"title": each.title, "url": each.url} for each in competency.resources],
                "alignments": [
                    {"framework": each.framework, "target": each.target, "relation": each.relation}
                    for each in competency.alignments
                ],
                "replaced_by": competency.replaced_by,
                "kept": competency.kept,
            }
        ),
    }


def _exemplar(exemplar: Exemplar) -> dict[str, Any]:
    head = {"title": exemplar.title, "url": exemplar.url, "kind": exemplar.kind}
    return {**head, **_filled({"notice": exemplar.notice})}
