"""What changed in a text, as far as an audience may read it."""

from __future__ import annotations

from collections.abc import Iterable

from proofolio.core.language.phrase import capital, figure
from proofolio.core.language.say import say, says
from proofolio.core.model.story import SectionChange, Span, Words
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.views.story import ParagraphView, PassageView, WordsView

_CUT = "…"
_BREAK = "\n\n"


def passages(changes: Iterable[SectionChange], audience: Audience) -> tuple[PassageView, ...]:
    """The sections that changed. The public reads only what stands in the work today."""
    return tuple(_passage(each, audience is Audience.INTERNAL) for each in changes)


def _passage(change: SectionChange, everything: bool) -> PassageView:
    shown = _shown(change.words, everything)
    if not any(each.span in ("added", "removed") for each in shown):
        shown = []
    return PassageView(
        _title(change, everything), _summary(change), _note(change, everything), _paragraphs(shown)
    )


def _paragraphs(shown: Iterable[WordsView]) -> tuple[ParagraphView, ...]:
    """The runs parted where a paragraph ends; a mere cut at the beginning or end is not worth one."""
    found: list[list[WordsView]] = [[]]
    for run in shown:
        for number, text in enumerate((run.gap + run.text).split(_BREAK)):
            if number:
                found.append([])
            if text.strip():
                gap = _gap(text) if found[-1] else ""
                found[-1].append(WordsView(run.span, gap, text.lstrip()))
    filled = [each for each in found if each]
    for end in (0, -1):
        if filled and all(each.span == "cut" for each in filled[end]):
            filled.pop(end)
    return tuple(ParagraphView(_whole(each), tuple(each)) for each in filled)


def _whole(runs: list[WordsView]) -> str:
    spans = {each.span for each in runs}
    return next((each for each in ("added", "removed") if spans == {each}), "")


def _title(change: SectionChange, everything: bool) -> str:
    if everything or change.stands:
        return change.title or say("Before the first heading")
    return say("A section that has another name today, or is gone")


def _summary(change: SectionChange) -> str:
    return ", ".join(how_much(change.added, change.removed)) or say("another heading")


def how_much(added: int, removed: int) -> tuple[str, ...]:
    """How many words were added and taken out; nothing of what there is none of."""
    new = says("{n} word added", "{n} words added", added)
    if added and removed:
        return new, says("{n} taken out", "{n} taken out", removed)
    if removed:
        return (says("{n} word taken out", "{n} words taken out", removed),)
    return (new,) if added else ()


def _note(change: SectionChange, everything: bool) -> str | None:
    if change.before is not None and everything:
        return say("Before, the heading was “{title}”.", title=change.before or say("none"))
    gone = [each for each in change.words if each.span is Span.ADDED and not each.stands]
    later = sum(len(each.text.split()) for each in gone)
    if later and not everything:
        told = says(
            "{n} of the words added did not stay; it is not shown.",
            "{n} of the words added did not stay; they are not shown.",
            later,
            n=figure(later),
        )
        return capital(told)
    return None


def _shown(given: Iterable[Words], everything: bool) -> list[WordsView]:
    found: list[WordsView] = []
    for each in given:
        if not everything and not each.stands:
            # what was taken out leaves no trace; a gap in what is left does
            if each.span is not Span.REMOVED:
                _append(found, WordsView("cut", _gap(each.text) or " ", _CUT))
            continue
        for view in _parts(each):
            _append(found, view)
    return found


def _parts(each: Words) -> Iterable[WordsView]:
    """A run as it is shown; the mark of a fold is told apart from words."""
    text = each.text
    if each.span is Span.SAME and text.strip() == _CUT:
        yield WordsView("cut", _gap(text), _CUT)
    else:
        yield WordsView(each.span.value, _gap(text), text.lstrip())


def _append(found: list[WordsView], view: WordsView) -> None:
    """Add a run; a cut next to a cut is one cut, and so with runs that belong together."""
    if found and found[-1].span == view.span:
        last = found.pop()
        text = last.text if view.span == "cut" else last.text + view.gap + view.text
        view = WordsView(last.span, last.gap, text)
    found.append(view)


def _gap(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]
