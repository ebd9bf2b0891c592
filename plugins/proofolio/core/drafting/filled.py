"""Files made from the answers of a form: a submission, or an entry of the log.

What cannot be put where it belongs is put into the body under its label, so that nothing is lost;
``told`` says so, in sentences for the person who wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from proofolio.core.drafting.answers import ticked
from proofolio.core.drafting.contained import contained
from proofolio.core.drafting.form import HAND_IN, Form
from proofolio.core.drafting.lines import yaml_text
from proofolio.core.drafting.notes import Piece, behind_colons, day, number, pieces
from proofolio.core.drafting.questions import IMPACT, WHERE
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.micro_credential import MicroCredential

Answers = Mapping[str, str]
Body = Callable[[str], str]
"""How an answer is put into a body: :func:`contained`, or letter by letter."""

_ATTACHED = ("/user-attachments/", "/attachments/")


@dataclass(frozen=True, slots=True)
class Filled:
    """A file's text. ``title`` is what it is called; ``attached`` are files that stay on the forge."""

    title: str
    text: str
    told: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()


def wants_review(answers: Answers) -> bool:
    """Whether the author says that the work is finished."""
    return answers.get("status", "").strip() == HAND_IN


def evidence(
    form: Form,
    asked: MicroCredential,
    answers: Answers,
    submitted: bool,
    put: Body = contained,
    as_text: bool = False,
) -> Filled:
    """A submission's ``index.md``. With ``as_text``, evidence and impact are left in the body as written."""
    told: list[str] = []
    lost: list[tuple[str, str]] = []
    title = plain(answers["what"]) or asked.title
    lines = ["---", f"title: {yaml_text(title)}", f"micro_credential: {asked.id}"]
    lines.append(f"status: {'submitted' if submitted else 'draft'}")
    where, rest = _where(answers["where"])
    lines += where
    lost.append(("where", rest))
    found, rest = ((), answers["artifacts"]) if as_text else pieces(answers["artifacts"])
    lines += _artifacts(found, ticked(answers["consent"]))
    lost.append(("artifacts", rest))
    impact, rest = _impact(answers["impact"], as_text)
    lines += impact
    lost.append(("impact", rest))
    lost.append(("", answers.get("", "")))
    lines += ["---", ""]
    for section in asked.sections.values():
        lines += [f"## {section.title}", "", put(answers[f"section-{section.id}"]), ""]
    for key, text in lost:
        if text:
            field = form.field(key)
            label = field.label if field else "Also written"
            lines += [f"## {label}", "", put(text), ""]
            told.append(f"Not all of “{label}” could be read, so it stands in the text under that heading.")
    attached = tuple(each.title for each in found if any(mark in each.url for mark in _ATTACHED))
    return Filled(title, _whole(lines), tuple(told), attached)


def entry(form: Form, answers: Answers, competencies: Mapping[str, str], put: Body = contained) -> Filled:
    """An entry of the log. ``competencies`` gives the reference of each option of that field."""
    told: list[str] = []
    lost: list[tuple[str, str]] = [("", answers.get("", ""))]
    title = plain(answers["what"]) or "What I tried"
    kind = answers["kind"].strip()
    lines = ["---", f"title: {yaml_text(title)}"]
    lines.append(f"kind: {kind if kind in set(LogKind) else LogKind.REFLECTION.value}")
    hours = number(answers["hours"]) if answers["hours"] else None
    if hours and 0 < hours[0] <= 744 and hours[1] in ("", "h", "hour", "hours"):
        lines.append(f"hours: {hours[0]:g}")
    else:
        lost.append(("hours", answers["hours"]))
    if answers["date"] and day(answers["date"]) is None:
        lost.append(("date", answers["date"]))
    about = answers.get("competency", "").strip()
    if about in competencies:
        lines.append(f"competency: {competencies[about]}")
    elif about:
        lost.append(("competency", about))
    lines += ["---", "", put(answers["text"]), ""]
    for key, text in lost:
        if text:
            field = form.field(key)
            label = field.label if field else "Also written"
            lines += [f"## {label}", "", put(text), ""]
            told.append(f"“{label}” could not be read, so it stands in the text under that heading.")
    return Filled(title, _whole(lines), tuple(told))


def plain(text: str) -> str:
    """A text for one line of front matter: no line breaks, no angle brackets."""
    return " ".join(text.replace("<", "‹").replace(">", "›").split())


def _whole(lines: list[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _where(text: str) -> tuple[list[str], str]:
    said, rest = behind_colons(text, WHERE)
    pairs: dict[str, str] = {}
    on = day(said.get("Day", ""))
    learners = said.get("How many learners", "")
    if on:
        pairs["date"] = on.isoformat()
    for label, key in (("Class", "setting"), ("Subject", "subject")):
        if plain(said.get(label, "")):
            pairs[key] = _in_flow(plain(said[label]))
    if learners.isascii() and learners.isdigit() and len(learners) < 7:
        pairs["learners"] = str(int(learners))
    unread = [("Day", on), ("How many learners", pairs.get("learners"))]
    left = [f"{label}: {said[label]}" for label, value in unread if label in said and not value]
    lines = [f"applied: {{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"] if pairs else []
    return lines, "\n".join((*left, *([rest] if rest else [])))


def _artifacts(found: tuple[Piece, ...], agreed: bool) -> Iterator[str]:
    if found:
        yield "artifacts:"
    for each in found:
        title = _in_flow(plain(each.title))
        consent = ", consent: yes" if agreed else ""
        url = _in_flow(each.url, always=True)
        yield f"  - {{url: {url}, kind: {each.kind.value}, title: {title}{consent}}}"


def _impact(text: str, as_text: bool) -> tuple[list[str], str]:
    """The measure when it can be read whole; otherwise all of it is left as it was written."""
    said, rest = behind_colons(text, IMPACT)
    if not said:
        return [], rest
    written = "\n".join((*(f"{label}: {value}" for label, value in said.items()), *([rest] if rest else [])))
    if as_text:
        return [], written
    before, after = (number(said.get(label, "")) for label in ("Before", "After"))
    measure, source = plain(said.get("Measure", "")), plain(said.get("Where the numbers come from", ""))
    count = said.get("How many learners were measured", "")
    dated = [each for each in ("Day before", "Day after") if each in said]
    days: dict[str, date | None] = {each: day(said[each]) for each in dated}
    readable = not count or (count.isascii() and count.isdigit() and len(count) < 7)
    if not (measure and before and after and readable and all(days.values())):
        return [], written
    units = {plain(unit) for _, unit in (before, after) if unit}
    if len(units) != 1:
        return [], written
    pairs = {"measure": _in_flow(measure), "unit": _in_flow(units.pop())}
    pairs |= {"before": f"{before[0]:g}", "after": f"{after[0]:g}"}
    if count:
        pairs["n"] = str(int(count))
    for label, key in (("Day before", "before_date"), ("Day after", "after_date")):
        found = days.get(label)
        if found:
            pairs[key] = found.isoformat()
    if source:
        pairs["source"] = _in_flow(source)
    return ["impact:", f"  - {{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}"], rest


def _in_flow(text: str, always: bool = False) -> str:
    """A text between braces, where a comma would end it."""
    bare = yaml_text(text)
    if bare.startswith('"') or not (always or any(each in text for each in ",{}[]")):
        return bare
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
