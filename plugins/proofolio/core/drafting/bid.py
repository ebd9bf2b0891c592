"""A submission's ``index.md`` from what somebody answered: the one writer for command and form.

``assets/write/document.js`` is the same in the browser; tests hold the two together byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from proofolio.core.drafting.answers import clean
from proofolio.core.drafting.commentary import Typed, said_lines, typed
from proofolio.core.drafting.evidence import (
    AppliedAnswer,
    ArtifactAnswer,
    ClaimAnswer,
    EvidenceAnswers,
    ImpactAnswer,
)
from proofolio.core.drafting.filled import plain
from proofolio.core.drafting.lines import yaml_text
from proofolio.core.drafting.placed import placed
from proofolio.core.drafting.scalar import amount, count, day, flow, in_flow, unread, web_address
from proofolio.core.model.artifact import RECORDINGS, ArtifactKind
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.visibility import Visibility

Pairs = list[tuple[str, str]]

_THEME = re.compile(r"(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*")


def bid(asked: MicroCredential, answers: EvidenceAnswers) -> str:
    """The file's text. It always loads; what could not be read stands in remarks within its front matter."""
    lines = ["---", *_front(asked, answers), "---", ""]
    for section in asked.sections.values():
        lines += _section(section.title, placed(answers.sections.get(section.id, ""), section.stems))
    for name in sorted(answers.sections):
        text = placed(answers.sections[name])
        if name not in asked.sections and text:
            lines += _section(name, text)
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(title: str, text: str) -> list[str]:
    return [f"## {title}", "", *([text, ""] if text else [])]


def _front(asked: MicroCredential, answers: EvidenceAnswers) -> Iterator[str]:
    yield f"title: {yaml_text(_one(answers.title) or asked.title)}"
    yield f"micro_credential: {asked.id}"
    yield f"status: {'submitted' if answers.submitted else 'draft'}"
    yield from _applied(answers.applied)
    people = [name for each in answers.co_authors if (name := _one(each))]
    if people:
        yield f"with: [{', '.join(in_flow(each) for each in people)}]"
    problem = _one(answers.problem_of_practice)
    if problem:
        yield f"problem_of_practice: {yaml_text(problem)}"
    yield from _themes(answers.themes)
    yield from _listed("demonstrates", [_claim(each) for each in answers.demonstrates])
    yield from _listed("artifacts", [_artifact(each) for each in answers.artifacts])
    yield from (
        unread("commentary", ("", line)) for each in answers.artifacts for line in _unread_lines(each)
    )
    yield from _listed("impact", [_impact(each) for each in answers.impact])
    if answers.visibility in set(Visibility):
        yield f"visibility: {answers.visibility}"


def _listed(key: str, rows: list[tuple[Pairs, Pairs]]) -> Iterator[str]:
    """The rows that can be read as a list under their key, and the others as remarks."""
    readable = [pairs for pairs, _ in rows if pairs]
    if readable:
        yield f"{key}:"
    for pairs in readable:
        yield from _row(pairs)
    for pairs, said in rows:
        if not pairs and any(value for _, value in said):
            yield unread(key, *said)


def _row(pairs: Pairs) -> Iterator[str]:
    """One row: in a line, or key by key when one of its values takes lines of its own."""
    if not any(value.startswith("\n") for _, value in pairs):
        yield f"  - {flow(pairs)}"
        return
    for at, (key, value) in enumerate(pairs):
        space = "" if value.startswith("\n") else " "
        yield f"{'    ' if at else '  - '}{key}:{space}{value}"


def _themes(given: tuple[str, ...]) -> Iterator[str]:
    said = list(dict.fromkeys(name for each in given if (name := _one(each))))
    known = [each for each in said if _THEME.fullmatch(each)]
    if known:
        yield f"themes: [{', '.join(in_flow(each) for each in known)}]"
    yield from (unread("themes", ("", each)) for each in said if each not in known)


def _applied(answer: AppliedAnswer) -> Iterator[str]:
    on, learners = _one(answer.date), _one(answer.learners)
    texts = (("setting", _one(answer.setting)), ("subject", _one(answer.subject)))
    read = [("date", day(on)), *((key, in_flow(each) if each else None) for key, each in texts)]
    read.append(("learners", count(learners)))
    pairs = [(key, value) for key, value in read if value]
    if pairs:
        yield f"applied: {flow(pairs)}"
    for key, said in (("date", on), ("learners", learners)):
        if said and not dict(read)[key]:
            yield unread(key, ("", said))


def _claim(answer: ClaimAnswer) -> tuple[Pairs, Pairs]:
    competency, because = _one(answer.competency), _one(answer.because)
    said = [("competency", competency), ("because", because)]
    whole = bool(competency and because)
    return ([(key, in_flow(each)) for key, each in said] if whole else []), said


def _artifact(answer: ArtifactAnswer) -> tuple[Pairs, Pairs]:
    place, title, licence = _one(answer.place), _one(answer.title), _one(answer.licence)
    kind, consent = answer.kind, answer.consent
    said = [("place", place), ("kind", kind), ("title", title), ("licence", licence), ("consent", consent)]
    said.append(("commentary", " / ".join(said_lines(answer.commentary))))
    if not (place or title or licence or said[-1][1]):
        return [], []
    elsewhere = place.lower().startswith(("http://", "https://"))
    known = kind or (ArtifactKind.LINK if elsewhere else ArtifactKind.DOCUMENT).value
    if not place or known not in set(ArtifactKind) or (elsewhere and not web_address(place)):
        return [], said
    pairs = [("url" if elsewhere else "file", in_flow(place)), ("kind", known)]
    pairs.append(("title", in_flow(title or place)))
    if licence:
        pairs.append(("licence", in_flow(licence)))
    if consent in ("yes", "no"):
        pairs.append(("consent", consent))
    remarks = _commentary(answer).remarks
    if remarks:
        pairs.append(("commentary", "".join(f"\n      - {each}" for each in remarks)))
    return pairs, said


def _commentary(answer: ArtifactAnswer) -> Typed:
    """Only a recording can be commented on; what is said of anything else is kept as it was typed."""
    if answer.kind in RECORDINGS:
        return typed(answer.commentary)
    return Typed(left=tuple(said_lines(answer.commentary)))


def _unread_lines(answer: ArtifactAnswer) -> tuple[str, ...]:
    return _commentary(answer).left if _artifact(answer)[0] else ()


def _impact(answer: ImpactAnswer) -> tuple[Pairs, Pairs]:
    measure, unit, source = _one(answer.measure), _one(answer.unit), _one(answer.source)
    before, after, n = _one(answer.before), _one(answer.after), _one(answer.n)
    first, last = _one(answer.before_date), _one(answer.after_date)
    said = [
        ("measure", measure), ("unit", unit), ("before", before), ("after", after), ("n", n),
        ("before_date", first), ("after_date", last), ("source", source),
    ]  # fmt: skip
    required = [in_flow(measure) if measure else None, in_flow(unit) if unit else None]
    required += [amount(before), amount(after)]
    optional = [(n, count(n)), (first, day(first)), (last, day(last)), (source, in_flow(source))]
    unreadable = any(text and value is None for text, value in optional)
    if unreadable or None in required:
        return [], said
    values = [*required, *(value if text else None for text, value in optional)]
    pairs = [(key, value) for (key, _), value in zip(said, values, strict=True) if value]
    return [*pairs, *([("better", "lower")] if answer.better == "lower" else [])], said


def _one(text: str) -> str:
    return plain(clean(text))
