"""Answers for a submission from a JSON file, as the form on the site keeps them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
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
_KNOWN = (*_TEXTS, *_LISTS, "applied", "with", "sections", "me")
"""``me`` is what the form notes of its writer; it is no part of the file."""
_SECTION = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WORDS = {"status": ("", "draft", "submitted"), "visibility": ("", "public", "internal", "private")}
_MOST = 64 * 1024 * 16


def read_answers(data: bytes) -> EvidenceAnswers:
    """The answers. Raises ProofolioError that says which one cannot be taken, and why."""
    if len(data) > _MOST:
        raise ProofolioError("the answers are too long", "keep the essence, and attach the rest as a file")
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ProofolioError(
            f"the answers cannot be read: {error}", "they have to be JSON in UTF-8"
        ) from error
    said = _mapping("", found, _KNOWN)
    texts = {key: _text(key, said.get(key, "")) for key in _TEXTS}
    for key, words in _WORDS.items():
        if texts[key] not in words:
            raise _unfit(key, f"is {' or '.join(filter(None, words))}, not '{texts[key]}'")
    sections = _mapping("sections", said.get("sections", {}))
    for name in sections:
        if not _SECTION.fullmatch(name):
            raise _unfit("sections", f"has no section '{name}': sections go by their ids")
    rows = {key: tuple(_rows(key, said.get(key, []), shape)) for key, shape in _LISTS.items()}
    return EvidenceAnswers(
        title=texts["title"],
        submitted=texts["status"] == "submitted",
        applied=_filled("applied", said.get("applied", {}), AppliedAnswer),
        co_authors=tuple(_text("with", each) for each in _list("with", said.get("with", []))),
        problem_of_practice=texts["problem_of_practice"],
        demonstrates=rows["demonstrates"],
        artifacts=rows["artifacts"],
        impact=rows["impact"],
        visibility=texts["visibility"],
        sections={name: _text(f"sections.{name}", each) for name, each in sections.items()},
    )


def _rows(key: str, value: Any, shape: type) -> Iterator[Any]:
    for number, each in enumerate(_list(key, value), 1):
        yield _filled(f"{key}, number {number},", each, shape)


def _filled(key: str, value: Any, shape: type) -> Any:
    known = tuple(shape.__dataclass_fields__)  # type: ignore[attr-defined]
    return shape(**{name: _text(f"{key} {name}", each) for name, each in _mapping(key, value, known).items()})


def _mapping(key: str, value: Any, known: tuple[str, ...] | None = None) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _unfit(key, "holds names with answers, {…}")
    for name in value:
        if known is not None and name not in known:
            hint = did_you_mean(name, known) or known_words(known)
            raise ProofolioError(f"the answers have an unknown name '{name}'", hint)
    return value


def _list(key: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _unfit(key, "holds a list, […]")
    return value


def _text(key: str, value: Any) -> str:
    """A text; a number is taken as it is written."""
    if isinstance(value, str):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return json.dumps(value)
    raise _unfit(key, "is a text")


def _unfit(key: str, why: str) -> ProofolioError:
    return ProofolioError(f"the answers cannot be taken: {key or 'the whole'} {why}", None)
