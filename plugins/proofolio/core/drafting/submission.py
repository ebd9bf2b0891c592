"""A submission ready to fill in: its micro-credential's sections, prompts and stems, the right ids.

Where there is little room (an address can carry only so much), it comes with fewer words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum

from proofolio.core.drafting.lines import prompt, remark, yaml_text
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import MicroCredential, SectionAsked
from proofolio.core.model.succession import line


class Help(StrEnum):
    """How much help a file brings, as the form on the site names it."""

    STARTERS = "starters"
    """Questions, and sentences to begin with."""
    PROMPTS = "prompts"
    """Questions alone."""
    PLAIN = "plain"
    """Headings alone."""


def submission(district: District, asked: MicroCredential, title: str, helped: Help = Help.STARTERS) -> str:
    """The text of ``index.md``. It loads as it is, as a draft with everything still to do."""
    if helped is Help.PLAIN:
        return shorter(asked, title)[1]
    body = _prompted(asked) if helped is Help.PROMPTS else _body(asked)
    return "\n".join((*_front(district, asked, title), "", *body))


def shorter(asked: MicroCredential, title: str) -> tuple[str, str]:
    """The same file without guidance in its front matter, but with prompts; and its headings alone."""
    prompted, bare = (
        "\n".join((*_named(asked, title), "---", "", *lines))
        for lines in (_prompted(asked), _headings(asked))
    )
    return prompted, bare


def _prompted(asked: MicroCredential) -> Iterator[str]:
    for section in asked.sections.values():
        yield from _section(replace(section, stems=()))


def _headings(asked: MicroCredential) -> Iterator[str]:
    for section in asked.sections.values():
        yield from (f"## {section.title}", "", "")


def _named(asked: MicroCredential, title: str) -> Iterator[str]:
    yield "---"
    yield f"title: {yaml_text(title)}"
    yield f"micro_credential: {asked.id}"
    yield "status: draft"


def word_of_caution(district: District, asked: MicroCredential) -> str | None:
    """What to know before beginning: that the competency was replaced. None when it was not."""
    every = line(district, district.competency_of(asked))
    if len(every) < 2:
        return None
    return (
        f"“{every[0].title}” was replaced by “{every[-1].title}” ({every[-1].ref}). This can still be earned"
        " and counts for both; a micro-credential for the new one may serve you better."
    )


def _front(district: District, asked: MicroCredential, title: str) -> Iterator[str]:
    yield from _named(asked, title)
    yield remark("Change draft to submitted when everything is there; proofolio status says what is missing.")
    yield remark("Where and when you tried it, for example:")
    yield "# applied: {date: 2026-10-05, setting: Grade 4, subject: Mathematics, learners: 26}"
    yield remark(_artifacts_asked(asked))
    yield "# artifacts:"
    yield "#   - {file: unit-plan.pdf, kind: classroom-material, title: Unit plan}"
    yield "#   - {url: https://…, kind: video, title: What one sees in it, consent: yes}"
    wanted = "Impact is asked for" if asked.impact_required else "Impact is welcome"
    yield remark(f"{wanted}: the same measure before and after.")
    yield "# impact:"
    yield "#   - {measure: Learners meeting the target, unit: percent, before: 41, after: 78, n: 26,"
    yield "#      before_date: 2026-09-20, after_date: 2026-10-30, source: Unit check}"
    yield remark("If the work also shows another competency, say which and why:")
    yield "# demonstrates:"
    yield "#   - {competency: …, because: …}"
    yield "---"
    competency = district.competency_of(asked)
    if competency:
        yield prompt(f"This is a bid for “{asked.title}”. It is read against: {competency.title}.")
    for criterion in district.criteria_of(asked):
        described = competency.indicators.get(criterion.id) if competency else None
        yield prompt(f"{criterion.title}: {described}" if described else criterion.title)


def _artifacts_asked(asked: MicroCredential) -> str:
    kinds = ", ".join(f"{number} of kind {kind}" for kind, number in asked.artifacts.kinds.items())
    return f"At least {asked.artifacts.at_least} artifacts{f', among them {kinds}' if kinds else ''}:"


def _body(asked: MicroCredential) -> Iterator[str]:
    for section in asked.sections.values():
        yield from _section(section)


def _section(section: SectionAsked) -> Iterator[str]:
    yield f"## {section.title}"
    yield ""
    words = f" At least {section.min_words} words." if section.min_words else ""
    if section.prompt or words:
        yield prompt(f"{section.prompt or ''}{words}".strip())
    for stem in section.stems:
        yield prompt(f"You could begin: {stem}")
    yield ""
