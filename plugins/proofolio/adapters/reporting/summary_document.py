"""The summary of a change as a document: closed, sized, and believed in nothing but its words.

It is written by a job that has looked at a stranger's files, and read by one that may write comments.
Between the two, anybody may have put something else in its place.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from proofolio.adapters.reporting.visible import visible
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.standing import Standing

LARGEST = 256_000
"""Bytes."""
MOST_FINDINGS = 40
MOST_WORKS = 20
MOST_PEOPLE = 20
MOST_LINES = 20
LONGEST_LINE = 400
LONGEST_OFFER = 4_000


def _seen(text: str) -> str:
    """Nothing that moves a cursor, turns or hides what stands there; one line."""
    if text != visible(text):
        raise ValueError("an invisible character")
    return text


def _seen_lines(text: str) -> str:
    for line in text.split("\n"):
        _seen(line)
    return text


def _inside(path: str) -> str:
    steps = path.split("/")
    if path.startswith("/") or "\\" in path or any(each in ("", ".", "..") for each in steps):
        raise ValueError("not a path inside the repository")
    return path


Line = Annotated[str, Field(max_length=LONGEST_LINE), AfterValidator(_seen)]
Block = Annotated[str, Field(max_length=LONGEST_OFFER), AfterValidator(_seen_lines)]
Place = Annotated[str, Field(max_length=LONGEST_LINE), AfterValidator(_seen), AfterValidator(_inside)]
Commit = Annotated[str, Field(pattern="^([0-9a-f]{40}|[0-9a-f]{64})$")]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
Hours = Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)]


class Part(BaseModel):
    """A part of the document: closed, strict, never changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Step(Part):
    """The one next step; ``whose`` is a name, None when it is everybody's; ``done`` when it is none."""

    whose: Line | None
    text: Line
    done: bool


class Trouble(Part):
    """A finding with its place."""

    rule: Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
    error: bool
    message: Line
    hint: Line | None
    file: Place
    line: Number
    column: Number


class Work(Part):
    """What becomes of one submission. Standing ``before`` and ``after``: None where there is none.

    ``complete`` (a machine looked) and ``competent`` (people decide) are two answers, never one.
    ``offer`` is a review block ready to fill in; None where nobody is asked for a review.
    """

    file: Place
    title: Line
    by: Line
    micro_credential: Line
    before: Standing | None
    after: Standing | None
    complete: bool
    missing: Annotated[tuple[Line, ...], Field(max_length=MOST_LINES)]
    missing_more: Number
    competent: bool
    decided: Line
    next_step: Line | None
    blind: bool
    offer: Block | None


class Level(Part):
    """A criterion's level, by titles; None for not rated."""

    competency: Line
    criterion: Line | None
    before: Line | None
    after: Line | None


class Count(Part):
    """``before`` and ``after`` of ``of``."""

    title: Line
    before: Number
    after: Number
    of: Number


Lines = Annotated[tuple[Line, ...], Field(max_length=MOST_LINES)]


class Map(Part):
    """What changes in one person's mastery map; nothing is told of a private one."""

    name: Line
    private: bool
    levels: Annotated[tuple[Level, ...], Field(max_length=MOST_LINES)]
    demonstrated: Lines
    sets: Annotated[tuple[Count, ...], Field(max_length=MOST_LINES)]
    pathways: Annotated[tuple[Count, ...], Field(max_length=MOST_LINES)]
    finished: Lines
    earned: Lines
    lost: Lines
    hours_before: Hours
    hours_after: Hours


class Summary(Part):
    """The whole document. ``…_more`` counts what was left out for length."""

    proofolio: Literal["summary"]
    version: Literal[1]
    base: Commit
    head: Commit
    next_step: Step
    refused: Annotated[tuple[Trouble, ...], Field(max_length=MOST_FINDINGS)]
    refused_more: Number
    findings: Annotated[tuple[Trouble, ...], Field(max_length=MOST_FINDINGS)]
    findings_more: Number
    works: Annotated[tuple[Work, ...], Field(max_length=MOST_WORKS)]
    works_more: Number
    people: Annotated[tuple[Map, ...], Field(max_length=MOST_PEOPLE)]
    people_more: Number
    others: Number


def summary_json(summary: Summary) -> bytes:
    """The document's bytes, which :func:`read_summary` takes back."""
    return summary.model_dump_json(indent=1).encode("utf-8") + b"\n"


def read_summary(given: bytes | Path) -> Summary:
    """The summary in these bytes, or in this file. ProofolioError for anything that is not one."""
    if isinstance(given, Path):
        with given.open("rb") as file:
            given = file.read(LARGEST + 1)
    if len(given) > LARGEST:
        raise _unfit(f"it has more than {LARGEST} bytes")
    try:
        return Summary.model_validate_json(given)
    except ValidationError as error:
        # What stands there is a stranger's; only the kind of trouble is told.
        raise _unfit(f"{error.error_count()} of its parts are not as they should be") from None
    except (ValueError, RecursionError):
        raise _unfit("it is no JSON") from None


def _unfit(why: str) -> ProofolioError:
    return ProofolioError(
        f"this is no summary of a change: {why}", "proofolio summary --format json writes one"
    )
