"""Verifications for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from proofolio.core.verifying.verification import Verdict, Verification

_LONGEST = 2000


def as_json(verified: Iterable[tuple[str, Verification, str | None]]) -> str:
    """Each document with its checks; names and states are stable, words are not."""
    verified = list(verified)
    counted = [each.verdict for _, each, replaced_by in verified if replaced_by is None]
    document = {
        "documents": [
            {"file": name, "replaced_by": replaced_by, **_document(each)}
            for name, each, replaced_by in verified
        ],
        "counts": {each.value: counted.count(each) for each in Verdict},
    }
    return json.dumps(document, indent=2) + "\n"


def _document(found: Verification) -> dict[str, Any]:
    return {
        "kind": found.kind.value,
        "title": found.title[:_LONGEST],
        "verdict": found.verdict.value,
        "accepted": found.accepted,
        "checks": [
            {"name": each.name.value, "state": each.state.value, "words": each.words[:_LONGEST]}
            for each in found.checks
        ],
        "parts": [_document(each) for each in found.parts],
    }
