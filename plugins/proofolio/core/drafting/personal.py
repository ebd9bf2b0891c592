"""Files about oneself, ready to fill in: profile, roster entry, log entry, self-assessment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from proofolio.core.drafting.lines import prompt, remark, yaml_text
from proofolio.core.language.say import deferred, said
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.self_assessment import SelfAssessment
from proofolio.core.model.succession import successor

_LOG_PROMPTS = {
    LogKind.PRACTICE: deferred("What did you try, with whom, and what happened?"),
    LogKind.OBSERVATION: deferred("Whom did you watch, what did you look for, and what did you see?"),
    LogKind.REFLECTION: deferred("What do you understand now that you did not before?"),
    LogKind.COLLABORATION: deferred("What did you make together, and what was your part?"),
    LogKind.COURSE: deferred("What will you try because of it?"),
    LogKind.ATTENDANCE: deferred("What was it, and what will you take into your classroom?"),
    LogKind.COACHING: deferred("What did you agree to try next?"),
}


def profile() -> str:
    """The text of a new portfolio's ``index.md``: internal until its owner says otherwise."""
    return "\n".join(
        (
            "---",
            remark("What you teach, in a few words:"),
            "# headline: Grade 4, mathematics",
            remark("public, internal or private; without this line only your organisation sees it."),
            "visibility: internal",
            "# career_goal: Teacher leader",
            "# pathways: [teacher-leadership]",
            "# plan:",
            "#   - goal: Let every learner set the pace of one unit this term",
            "#     competency: mastery-approach",
            "#     target: proficient",
            "#     how: Try it in one small group first.",
            "---",
            prompt("About me: who you teach, what you care about, what you are working on."),
            "",
        )
    )


def roster_entry(
    person: str, name: str, account: str | None, organization: str | None, coach: str | None, since: date
) -> str:
    """The lines that put a person on the roster, to stand below ``people:``."""
    lines = [f"  {person}:", f"    name: {yaml_text(name)}"]
    if account:
        lines.append(f"    github: {yaml_text(account)}")
    if organization:
        lines.append(f"    organization: {organization}")
    lines.append("    roles: [educator]")
    if coach:
        lines.append(f"    coach: {coach}")
    lines.append(f"    since: {since.isoformat()}")
    return "\n".join(lines) + "\n"


def log_entry(kind: LogKind, title: str, hours: float, competency: str | None, course: str | None) -> str:
    """The text of a log entry."""
    lines = ["---", f"title: {yaml_text(title)}", f"kind: {kind.value}"]
    if hours:
        lines.append(f"hours: {hours:g}")
    if competency:
        lines.append(f"competency: {competency}")
    if course:
        lines.append(f"course: {course}")
    if kind is LogKind.OBSERVATION:
        lines += ["# observed: whom you watched, by id", "# follow_up: what you will talk over or try next"]
    return "\n".join((*lines, "---", prompt(said(_LOG_PROMPTS[kind])), ""))


def self_assessment(district: District, framework: str, latest: SelfAssessment | None) -> str:
    """The text of a self-assessment: last time's levels to look at again, the others to choose."""
    return "\n".join((*_ratings(district, framework, latest), ""))


def _ratings(district: District, framework_id: str, latest: SelfAssessment | None) -> Iterator[str]:
    before = {rating.target: rating.level for rating in latest.ratings} if latest else {}
    framework = district.frameworks[framework_id]
    yield "# yaml-language-server: $schema=../../../.proofolio/schemas/self-assessment.schema.json"
    yield remark(f"Levels, lowest first: {', '.join(level.id for level in framework.levels)}.")
    yield remark(
        "Take the # away from each competency that you rate. Be kind and honest; nobody else rates here."
    )
    yield remark("You may say more: mastery-approach: {level: developing, confidence: 3, note: …}")
    yield "ratings:"
    for competency in framework.competencies.values():
        level = before.get(competency.id) or before.get(competency.ref)
        if level:
            yield remark(f"{competency.title} (last time: {level})", indent=2)
            yield f"  {competency.id}: {level}"
        elif successor(district, competency) is None:  # nobody begins with what was replaced
            yield remark(competency.title, indent=2)
            yield f"  # {competency.id}: {framework.levels[0].id}"
