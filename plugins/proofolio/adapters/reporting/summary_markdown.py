"""The summary of a change as a comment. Whatever a stranger wrote into it stays text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from proofolio.adapters.reporting.markdown import escaped
from proofolio.adapters.reporting.summary_document import Count, Level, Map, Summary, Trouble, Work
from proofolio.adapters.reporting.summary_words import (
    PROVES,
    blindness,
    complete,
    counted,
    heading,
    hours,
    level,
    more,
    standing,
)

MOST = 60_000
"""Characters; the forge takes 65,536."""
MOST_SHOWN = 20


def summary_markdown(summary: Summary, site: str | None = None, files: str | None = None) -> str:
    """The comment's text, with the one next step first.

    Args:
        summary: believed in nothing but its words; no address in it becomes a link.
        site: the address of the organisation's site, for links to what a finding means.
        files: the address below which the forge shows the head's files, such as
            ``https://github.com/owner/name/blob/<commit>``.

    Without an address there are no links. Parts that find no room are left out from the end, and the
    comment says so.
    """
    step = summary.next_step
    parts = [f"## {escaped(heading(summary))}\n"]
    parts += [] if step.done else [f"{_sentence(step.text)}\n"]
    parts += ["\n".join(_refused(summary, site, files))] if summary.refused else []
    told = summary.next_step.text
    parts += ["\n".join(_work(each, files, told)) for each in summary.works]
    if summary.works_more:
        parts.append(f"{more(summary.works_more, 'piece of work', 'pieces of work')}.\n")
    maps = [line for each in summary.people for line in ("", *_map(each))]
    if summary.people_more:
        maps.append(f"\n{more(summary.people_more, 'person', 'people')}.")
    if maps:
        parts.append("\n".join(("### What changes in the mastery map", *maps, "")))
    if summary.others:
        one = summary.others == 1
        works = f"{summary.others} {'piece' if one else 'pieces'} of work that it does not touch"
        parts.append(f"With this change, {works} {'stands' if one else 'stand'} elsewhere than before.\n")
    if summary.findings:
        parts.append("\n".join(_findings(summary, site, files)))
    parts += ["\n".join(_offer(each)) for each in summary.works if each.offer]
    return _fitted(parts)


def _sentence(text: str) -> str:
    """A text with the capital letter of a sentence, behind an arrow so that nothing of it begins a line."""
    return f"→ {escaped(text[:1].upper() + text[1:])}"


def _fitted(parts: list[str]) -> str:
    end = f"---\n{PROVES}\n"
    short = "*There is more than fits here; the check's own report has all of it.*\n"
    room = MOST - len(end) - len(short) - 2
    kept: list[str] = []
    for part in parts:
        room -= len(part) + 1
        if room >= 0:
            kept.append(part)
    if len(kept) < len(parts):
        kept.append(short)
    return _no_commands("\n".join((*kept, end)))


def _no_commands(text: str) -> str:
    """No line begins like a workflow command, should the text ever be printed in a job's log."""
    return re.sub(r"^(\s*):(?=:)", r"\1: ", text, flags=re.MULTILINE)


def _refused(summary: Summary, site: str | None, files: str | None) -> Iterator[str]:
    yield "### What keeps this from being merged"
    yield ""
    yield "Some of it is not for the person who opened this to change. Nothing is lost:"
    yield ""
    yield from _troubles(summary.refused, summary.refused_more, site, files)
    yield ""


def _findings(summary: Summary, site: str | None, files: str | None) -> Iterator[str]:
    yield f"### What to mend ({len(summary.findings) + summary.findings_more})"
    yield ""
    yield from _troubles(summary.findings, summary.findings_more, site, files)
    yield ""


def _troubles(
    troubles: tuple[Trouble, ...], left_out: int, site: str | None, files: str | None
) -> Iterator[str]:
    for each in troubles[:MOST_SHOWN]:
        place = _link(f"{each.file}, line {each.line}", _address(files, each.file, f"#L{each.line}"))
        rule = _link(each.rule, _address(site, f"findings/{each.rule}/"))
        kind = "" if each.error else "*(a hint)* "
        yield f"- {kind}{_said(each.message)} ({place}; {rule})"
        if each.hint:
            yield f"  - {_said(each.hint)}"
    left_out += len(troubles[MOST_SHOWN:])
    if left_out:
        yield f"- {more(left_out, '', '')}"


def _work(work: Work, files: str | None, told: str) -> Iterator[str]:
    yield f"### {_link(work.title, _address(files, work.file))}"
    yield ""
    yield f"By {escaped(work.by)}, for *{escaped(work.micro_credential)}*"
    yield ""
    yield "| | |"
    yield "| :-- | :-- |"
    yield f"| **Is everything there?** A machine looked. | {escaped(complete(work))} |"
    yield f"| **Is it mastery?** People decide that. | {escaped(work.decided)} |"
    yield f"| **Where it stands** | {escaped(standing(work))} |"
    if work.next_step and work.next_step != told:
        yield f"| **Next** | {escaped(work.next_step)} |"
    yield ""
    if work.missing:
        yield "Not there yet:"
        yield ""
        yield from (f"- {_said(each)}" for each in work.missing)
        if work.missing_more:
            yield f"- {more(work.missing_more, '', '')}"
        yield ""
    if work.blind:
        yield from (blindness(), "")


def _map(each: Map) -> Iterator[str]:
    yield f"**{escaped(each.name)}**"
    yield ""
    if each.private:
        yield "- The portfolio is private, so its map is not told here; `proofolio status` shows it."
    yield from (f"- earned: {escaped(title)}" for title in each.earned)
    yield from (f"- no longer counted: {escaped(title)}" for title in each.lost)
    yield from (f"- demonstrated now: {escaped(title)}" for title in each.demonstrated)
    yield from (_level(one) for one in each.levels)
    yield from (_count("competencies demonstrated", one) for one in each.sets)
    yield from (_count("on the way", one) for one in each.pathways)
    yield from (f"- pathway finished: {escaped(title)}" for title in each.finished)
    if each.hours_before != each.hours_after:
        yield f"- {escaped(hours(each))}"


def _level(each: Level) -> str:
    return f"- {_said(level(each))}"


def _count(what: str, each: Count) -> str:
    return f"- {_said(each.title)}: {escaped(counted(each))} {what}"


def _offer(work: Work) -> Iterator[str]:
    """The block in a fence that is longer than any inside of it."""
    offer = work.offer or ""
    longest = max((len(each) for each in re.findall("`+", offer)), default=0)
    fence = "`" * max(3, longest + 1)
    yield "<details>"
    yield "<summary>For reviewers: a block to copy into a review, ready to fill in</summary>"
    yield ""
    yield f"For *{escaped(work.title)}*:"
    yield ""
    yield fence + "text"
    yield offer
    yield fence
    yield ""
    yield "</details>"
    yield ""


def _said(text: str) -> str:
    """Text at the beginning of a list's item, where some signs would begin another block."""
    return re.sub(r"^([-+#=]|\d{1,9}(?=[.)]))", _shielded, escaped(text))


def _shielded(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _address(home: str | None, path: str, place: str = "") -> str | None:
    return f"{home.rstrip('/')}/{quote(path)}{place}" if home else None


def _link(text: str, address: str | None) -> str:
    return f"[{escaped(text)}](<{address}>)" if address else escaped(text)
