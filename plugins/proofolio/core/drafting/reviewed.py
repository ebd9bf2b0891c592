"""A review from what a reviewer answered: the file, and the comment that becomes the same file.

A form in the browser (``assets/write/reviewed.js``) writes the same bytes; tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from proofolio.core.drafting.lines import yaml_text
from proofolio.core.drafting.worded import step, worded
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.review import Verdict
from proofolio.core.model.rubric_digest import rubric_digest

DIGITS = 12
"""How many digits of a digest name a version in a comment."""
BELOW = "<!-- words: kept as they are, and read for no rating -->"
"""Parts what is read from what is only said (``harvesting``)."""


@dataclass(frozen=True, slots=True)
class ReviewAnswers:
    """What was answered, as it was typed.

    ``work`` is ``person/submission`` and ``version`` the digest of what was read, both "" when nobody said;
    ``ratings``, ``strengths`` and ``next_steps`` are by criterion, ``why`` is for stepping back.
    """

    work: str = ""
    version: str = ""
    ratings: Mapping[str, str] = field(default_factory=dict)
    strengths: Mapping[str, str] = field(default_factory=dict)
    next_steps: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    verdict: str = ""
    why: str = ""


def reviewed(district: District, asked: MicroCredential, answers: ReviewAnswers) -> str:
    """The text of a review file. What is still missing in it, ``check`` says."""
    said = _Said(district, asked, answers)
    lines = ["---", f"reviewed: sha256:{said.digits}" if said.digits else "reviewed:"]
    rubric = rubric_digest(district, asked)
    if rubric is not None and said.ratings:
        lines.append(f"rubric: {rubric}")
    for key, values in (("ratings", said.ratings), ("next_steps", said.next_steps)):
        if values:
            lines += [f"{key}:", *(f"  {name}: {yaml_text(value)}" for name, value in values.items())]
    lines.append(f"verdict: {said.verdict}" if said.verdict else "verdict:   # met | revise | recused")
    return "\n".join((*lines, "---", *([said.body] if said.body else []), ""))


def comment(district: District, asked: MicroCredential, answers: ReviewAnswers) -> str:
    """The text to paste into a review or a comment of the pull request; harvesting makes the file of it."""
    said = _Said(district, asked, answers)
    lines = ["```review"]
    if answers.work:
        lines.append(f"{answers.work}:")
    lines += (f"{criterion}: {level}" for criterion, level in said.ratings.items())
    lines += (f"next for {criterion}: {text}" for criterion, text in said.next_steps.items())
    if said.verdict:
        lines.append(f"verdict: {said.verdict}")
    if said.digits:
        lines.append(f"version: {said.digits[:DIGITS]}")
    lines.append("```")
    return "\n".join((*lines, *([BELOW, "", said.body] if said.body else []), ""))


class _Said:
    """The answers in the rubric's order, in their final form."""

    def __init__(self, district: District, asked: MicroCredential, answers: ReviewAnswers) -> None:
        competency = district.competency_of(asked)
        framework = district.frameworks.get(competency.framework) if competency else None
        known = {level.id for level in framework.levels} if framework else set()
        criteria = [each.id for each in district.criteria_of(asked)]
        self.verdict = answers.verdict if answers.verdict in set(Verdict) else ""
        self.digits = answers.version.removeprefix("sha256:")
        recused = self.verdict == Verdict.RECUSED
        given = ((each, answers.ratings.get(each, "")) for each in criteria if not recused)
        self.ratings = {each: level for each, level in given if level in known}
        steps = ((each, step(answers.next_steps.get(each, ""))) for each in criteria if not recused)
        self.next_steps = {each: text for each, text in steps if text}
        parts = [worded(answers.why)] if recused else [*_strengths(criteria, answers), worded(answers.words)]
        self.body = "\n\n".join(each for each in parts if each)


def _strengths(criteria: list[str], answers: ReviewAnswers) -> Iterator[str]:
    for criterion in criteria:
        text = worded(answers.strengths.get(criterion, ""))
        if text:
            yield f"**{criterion}** – {text}"
