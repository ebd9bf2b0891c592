"""The story of a submission for a terminal: version, feedback, what changed, decision."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date, datetime

from proofolio.adapters.reporting.marked import marked
from proofolio.adapters.reporting.visible import one_line
from proofolio.core.language.phrase import listed
from proofolio.core.language.say import day, number, says
from proofolio.core.model.district import District
from proofolio.core.model.history import Signature
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.standing import Decision
from proofolio.core.model.story import Chapter, FactChange, FileFate, FileStory, Story
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.revision import name_of

_FATES = {FileFate.ADDED: "+", FileFate.REMOVED: "-", FileFate.REPLACED: "~", FileFate.RENAMED: ">"}
_VERDICTS = {Verdict.MET: "met", Verdict.REVISE: "revise", Verdict.RECUSED: "stepped back"}
_KEYS = {"artifacts": "evidence", "demonstrates": "also shows"}
_NARROWEST = 40


def story_text(
    district: District,
    submission: Submission,
    story: Story,
    decision: Decision | None,
    columns: int = 96,
    colour: bool = False,
) -> str:
    """The whole story, wrapped to ``columns``; with ``colour`` for a terminal that shows it."""
    columns = max(columns, _NARROWEST)
    asked = district.micro_credentials.get(submission.micro_credential)
    title = one_line(submission.title)
    lines = [title, "=" * min(len(title), columns)]
    what = asked.title if asked else submission.micro_credential
    lines += _wrapped(f"{submission.person}/{submission.slug}, for {what}", columns, "")
    for chapter in story.chapters:
        lines += ["", *_chapter(district, chapter, columns, colour)]
    lines += ["", *_decision(decision, columns)]
    return "\n".join(lines) + "\n"


def _chapter(district: District, chapter: Chapter, columns: int, colour: bool) -> Iterator[str]:
    title = "First version" if chapter.number == 1 else f"Version {chapter.number}"
    parts = [title, _days(chapter.begun, chapter.at)]
    names = tuple(dict.fromkeys(one_line(name_of(district, each)) for each in chapter.authors))
    parts.append(f"by {listed(names)}" if names else "")
    parts.append(f"saved {chapter.saves} times" if chapter.saves > 1 else "")
    parts.append("signed" if chapter.saves and chapter.signature is Signature.GOOD else "")
    yield from _wrapped(", ".join(filter(None, parts)), columns, f"{chapter.number:>2}  ")
    if not chapter.submitted:
        yield "    It was not handed in yet."
    if chapter.same_as is not None:
        yield f"    The work went back to what it was as version {chapter.same_as}."
    if not chapter.legible:
        yield from _wrapped("What changed in the text cannot be told: a version cannot be read.", columns)
    yield from _changes(chapter, columns, colour)
    for review in chapter.reviews:
        yield from _review(district, chapter, review, columns)
    if chapter.present and chapter.number > 1 and not chapter.reviews:
        yield "    Changed since it was reviewed."


def _days(begun: datetime | None, at: datetime | None) -> str:
    if at is None:
        return "not saved in Git yet"
    first = f"{day(begun.date())} to " if begun and begun.date() != at.date() else ""
    return first + day(at.date())


def _changes(chapter: Chapter, columns: int, colour: bool) -> Iterator[str]:
    for each in chapter.files:
        yield from _wrapped(_file(each), columns, f"    {_FATES[each.fate]} ", 6)
    for fact in chapter.facts:
        sign = "+" if fact.before is None else "-" if fact.after is None else "~"
        yield from _wrapped(_fact(fact), columns, f"    {sign} ", 6)
    for section in chapter.sections:
        parts = (f"+{number(section.added)}" if section.added else "", f"-{number(section.removed)}")
        sums = " ".join(each for each in parts if each not in ("", "-0"))
        before = f", before: {section.before}" if section.before else ""
        head = f"{section.title or 'Before the first heading'}{before}{f' ({sums})' if sums else ''}"
        yield from _wrapped(head, columns, "    ## ", 7)
        for line in marked(section.words, columns - 6, colour):
            yield f"      {line}".rstrip()


def _file(each: FileStory) -> str:
    said = {FileFate.REPLACED: " (replaced)", FileFate.RENAMED: f" (before: {each.before})"}
    return each.path + said.get(each.fate, "")


def _fact(each: FactChange) -> str:
    label = _KEYS.get(each.key, each.key.replace("_", " ")) + (f" “{each.item}”" if each.item else "")
    if each.before is None or each.after is None:
        return f"{label}: {each.after or each.before}"
    return f"{label}: {each.after} (before: {each.before})"


def _review(district: District, chapter: Chapter, review: Review, columns: int) -> Iterator[str]:
    who = district.name_of(review.reviewer)
    known = review.reviewed == chapter.digest or review.verdict is Verdict.RECUSED
    note = "" if known else " (of a version that the history does not have)"
    yield from _wrapped(f"{who}, {day(review.on)}: {_VERDICTS[review.verdict]}{note}", columns, "  » ")
    for criterion in dict.fromkeys((*review.ratings, *review.next_steps)):
        yield from _wrapped(f"{criterion}: {review.ratings.get(criterion, 'not rated')}", columns, "      ")
        if criterion in review.next_steps:
            yield from _wrapped(f"next: {review.next_steps[criterion]}", columns, "        ")


def _decision(decision: Decision | None, columns: int) -> Iterator[str]:
    if decision is None:
        return
    on: date | None = decision.decided_on
    said = decision.standing.value + (f", {day(on)}" if on else "")
    times = decision.round
    rounds = says(" after {n} round of review", " after {n} rounds of review", times) if times else ""
    yield from _wrapped(f"{said}{rounds}", columns, " =  ")
    if decision.next_step and on is None:
        yield from _wrapped(f"next: {decision.next_step}", columns)


def _wrapped(text: str, columns: int, head: str = "    ", hang: int | None = None) -> list[str]:
    """The text on lines of the terminal's width, further lines below the first one's text."""
    indent = " " * (len(head) if hang is None else hang)
    return textwrap.wrap(
        one_line(text), columns, initial_indent=head, subsequent_indent=indent, break_on_hyphens=False
    )
