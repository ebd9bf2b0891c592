"""Answers for a submission from a JSON file, as the form on the site keeps them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.adapters.files.given import items, list_of_texts, mapping, opened, text, texts, unfit
from proofolio.core.drafting.evidence import (
    AppliedAnswer,
    ArtifactAnswer,
    ClaimAnswer,
    EvidenceAnswers,
    ImpactAnswer,
)

_LISTS: Mapping[str, type] = {
    "artifacts": ArtifactAnswer,
    "impact": ImpactAnswer,
    "demonstrates": ClaimAnswer,
}
_TEXTS = ("title", "status", "problem_of_practice", "visibility")
_KNOWN = (*_TEXTS, *_LISTS, "applied", "with", "themes", "sections")
_SECTION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS = {"status": ("", "draft", "submitted"), "visibility": ("", "public", "internal", "private")}


def read_answers(data: bytes) -> EvidenceAnswers:
    """The answers. Raises ProofolioError that says which one cannot be taken, and why."""
    said = opened(data, _KNOWN, "keep the essence, and attach the rest as a file")
    alone = {key: text(key, said.get(key, "")) for key in _TEXTS}
    for key, words in _WORDS.items():
        if alone[key] not in words:
            raise unfit(key, f"is {' or '.join(filter(None, words))}, not '{alone[key]}'")
    sections = texts("sections", said.get("sections", {}))
    for name in sections:
        if not _SECTION.fullmatch(name):
            raise unfit("sections", f"has no section '{name}': sections go by their ids")
    rows = {key: tuple(_rows(key, said.get(key, []), shape)) for key, shape in _LISTS.items()}
    return EvidenceAnswers(
        title=alone["title"],
        submitted=alone["status"] == "submitted",
        applied=_filled("applied", said.get("applied", {}), AppliedAnswer),
        co_authors=list_of_texts("with", said.get("with", [])),
        problem_of_practice=alone["problem_of_practice"],
        demonstrates=rows["demonstrates"],
        artifacts=rows["artifacts"],
        impact=rows["impact"],
        visibility=alone["visibility"],
        themes=list_of_texts("themes", said.get("themes", [])),
        sections=sections,
    )


def _rows(key: str, value: Any, shape: type) -> Iterator[Any]:
    for number, each in enumerate(items(key, value), 1):
        yield _filled(f"{key}, number {number},", each, shape)


def _filled(key: str, value: Any, shape: type) -> Any:
    known = tuple(shape.__dataclass_fields__)  # type: ignore[attr-defined]
    return shape(**{name: text(f"{key} {name}", each) for name, each in mapping(key, value, known).items()})
