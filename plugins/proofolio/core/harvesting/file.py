"""The text of a review file: front matter, ratings, words, and a seal that shows later changes."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from proofolio.core.harvesting import prose
from proofolio.core.harvesting.outcome import Result
from proofolio.core.model.review import Verdict
from proofolio.core.model.submission import SubmissionKey

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ,.()/-]*")
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
_SEAL = re.compile(r"\n<!-- Written by proofolio harvest \((?P<digits>[0-9a-f]{12})\)\.[^\n]*-->\n\Z")
_SOURCE = re.compile(r"^source: \"?(?P<address>[^\s\"]+)\"?[ \t]*$", re.MULTILINE)
_RUBRIC = re.compile(r"(?<=\n)rubric: sha256:[0-9a-f]{64}(?=\n)")
_SEAL_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Findings:
    """What a reviewer found in one version: the data of a review file.

    ``rubric`` is the digest of the rubric that it was rated against.
    """

    reviewed: str
    verdict: Verdict
    ratings: Mapping[str, str] = field(default_factory=dict)
    next_steps: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None
    rubric: str | None = None


def path_of(work: SubmissionKey, on: date, reviewer: str) -> str:
    """Where a review is kept."""
    return f"portfolios/{work[0]}/{work[1]}/reviews/{on.isoformat()}-{reviewer}.md"


def review_file(found: Findings, text: str) -> str:
    """The whole file. ``text`` is the body, as the reviewer wrote it."""
    lines = ["---", f"reviewed: {found.reviewed}"]
    lines += [f"rubric: {found.rubric}"] if found.rubric and found.ratings else []
    lines += _mapping("ratings", found.ratings) + _mapping("next_steps", found.next_steps)
    lines.append(f"verdict: {found.verdict.value}")
    source = prose.address(found.source)
    lines += [f"source: {_scalar(source)}"] if source else []
    words = prose.body(text)
    return "\n".join((*lines, "---", *([words] if words else []), ""))


def sealed(text: str) -> str:
    """The text with a last line by which a later change by hand is noticed."""
    remark = f"Written by proofolio harvest ({_digits(text)}). Changed by hand, the file is left alone."
    return f"{text}\n<!-- {remark} -->\n"


def replacing(existing: str | None, text: str, sources: Collection[str]) -> tuple[Result, str]:
    """What to do where a file may be already: the result, and the text to write or why not to.

    A file is replaced only when it came from one of ``sources`` and nobody changed it since. It
    keeps the rubric that it was rated against, whatever became of the rubric meanwhile.
    """
    if existing is None:
        return Result.WRITTEN, text
    there = existing.replace("\r\n", "\n")
    source = _SOURCE.search(there.partition("\n---\n")[0] + "\n")
    seal = _SEAL.search(there)
    intact = seal is not None and _digits(there[: seal.start()]) == seal["digits"]
    ours = source is not None and source["address"] in sources
    if intact and ours:
        text = _with_rubric(text, there)
    if there == text:
        return Result.UNCHANGED, ""
    if not ours:
        return Result.KEPT, "there is a review of this day already, and it came from somewhere else"
    if not intact:
        return Result.KEPT, "the file was changed by hand after it was harvested, so it was left as it is"
    return Result.WRITTEN, text


def _with_rubric(text: str, there: str) -> str:
    """The new text with the old one's rubric, where both are of the same version."""
    before = _RUBRIC.search(there)
    seal = _SEAL.search(text)
    if before is None or seal is None or _RUBRIC.search(text) is None:
        return text
    if there.split("\n")[1] != text.split("\n")[1]:
        return text
    return sealed(_RUBRIC.sub(before[0], text[: seal.start()], count=1))


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:_SEAL_DIGITS]


def _mapping(key: str, values: Mapping[str, str]) -> list[str]:
    return (
        [f"{key}:", *(f"  {name}: {_scalar(prose.step(text))}" for name, text in values.items())]
        if values
        else []
    )


def _scalar(text: str) -> str:
    """A text as YAML: bare when nothing in it could be misread, else in double quotes."""
    bare = _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS
    return text if bare else json.dumps(text, ensure_ascii=False)
