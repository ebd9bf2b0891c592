"""The summary of a change for a person at a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from proofolio.adapters.reporting.summary_document import Map, Summary, Trouble, Work
from proofolio.adapters.reporting.summary_words import (
    blindness,
    complete,
    counted,
    heading,
    hours,
    level,
    more,
    standing,
)

_WIDTH = 96


def summary_text(summary: Summary) -> str:
    """The one next step, the work, the mastery map, then what is wrong."""
    step = "" if summary.next_step.done else f": {summary.next_step.text}"
    lines = [heading(summary) + step, ""]
    for work in summary.works:
        lines += [*_work(work), ""]
    if summary.works_more:
        lines += [more(summary.works_more, "piece of work", "pieces of work"), ""]
    for each in summary.people:
        lines += [*_map(each), ""]
    for title, troubles, left in (
        ("What keeps this from being merged", summary.refused, summary.refused_more),
        ("What to mend", summary.findings, summary.findings_more),
    ):
        if troubles:
            lines += [title, *(line for each in troubles for line in _trouble(each))]
            lines += [f"  {more(left, '', '')}"] if left else []
            lines.append("")
    return (
        "".join(f"{textwrap.fill(each, _WIDTH, subsequent_indent='    ')}\n" for each in lines).rstrip("\n")
        + "\n"
    )


def _work(work: Work) -> Iterator[str]:
    yield f"{work.title}: {work.by}, for {work.micro_credential}"
    yield f"  complete   {complete(work)}"
    yield from (f"  missing    {each}" for each in work.missing)
    yield f"  competent  {work.decided}"
    yield f"  standing   {standing(work)}"
    if work.next_step:
        yield f"  next       {work.next_step}"
    if work.blind:
        yield f"  {blindness()}"


def _map(each: Map) -> Iterator[str]:
    yield f"Mastery map of {each.name}"
    if each.private:
        yield "  private; proofolio status shows it"
    yield from (f"  earned: {title}" for title in each.earned)
    yield from (f"  no longer counted: {title}" for title in each.lost)
    yield from (f"  demonstrated now: {title}" for title in each.demonstrated)
    yield from (f"  {level(one)}" for one in each.levels)
    yield from (f"  {one.title}: {counted(one)} competencies demonstrated" for one in each.sets)
    yield from (f"  {one.title}: {counted(one)} on the way" for one in each.pathways)
    yield from (f"  pathway finished: {title}" for title in each.finished)
    if each.hours_before != each.hours_after:
        yield f"  {hours(each)}"


def _trouble(each: Trouble) -> Iterator[str]:
    yield f"  {each.file}:{each.line}:{each.column}: {each.message} [{each.rule}]"
    if each.hint:
        yield f"    hint: {each.hint}"
