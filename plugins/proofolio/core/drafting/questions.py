"""The forms of a district, made from its definitions: one for each micro-credential, and the log's."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.drafting.form import CONSENT, HAND_IN, IDENTITY, KEEP, LOG, Control, Field, Form, distinct
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.micro_credential import MicroCredential, SectionAsked

WHERE = ("Day", "Class", "Subject", "How many learners")
IMPACT = (
    "Measure", "Before", "After", "How many learners were measured", "Day before", "Day after",
    "Where the numbers come from",
)  # fmt: skip
"""The words before the colons in two of the fields."""

_SHORTEST_NAME, _LONGEST_NAME, _LONGEST_TITLE = 4, 190, 100


def forms(district: District) -> Iterator[Form]:
    """Every form of a district: one for each micro-credential, and the log's."""
    for asked in district.micro_credentials.values():
        yield evidence_form(district, asked)
    yield log_form(district)


def evidence_form(district: District, asked: MicroCredential) -> Form:
    """The form for evidence towards a micro-credential."""
    competency = district.competency_of(asked)
    shows = f" It shows: {competency.title}." if competency else ""
    subject = f"{asked.title} ({asked.id})"
    fields = [
        _identity(subject),
        Field(
            "what",
            Control.LINE,
            "What you did, in one line",
            placeholder="Menu maths: ratios with a real restaurant",
            required=True,
        ),
        Field(
            "where",
            Control.AREA,
            "Where you tried it",
            "Fill in what you know, behind the colons. A day looks like 2026-10-05.",
            value=_colons(WHERE),
        ),
        *(_section(each) for each in asked.sections.values()),
        Field(
            "artifacts",
            Control.AREA,
            "Your evidence",
            _artifacts(asked),
            "video: A conference with a small group https://…",
        ),
        Field(
            "impact",
            Control.AREA,
            "What changed for learners",
            ("" if asked.impact_required else "If you measured something: ")
            + "The same measure before and after, behind the colons, with its unit, as in 41 percent.",
            value=_colons(IMPACT),
        ),
        Field("consent", Control.TICKS, "Consent", options=(CONSENT,)),
        Field(
            "status",
            Control.CHOICE,
            "Is it finished?",
            "You can always change it later.",
            options=(KEEP, HAND_IN),
            chosen=True,
            required=True,
        ),
    ]
    name = _cut(f"Evidence: {asked.title}", _LONGEST_NAME)
    told = _cut(f"Show what you did and learned.{shows}", _LONGEST_NAME)
    return Form(
        f"evidence-{asked.id}.yml",
        name,
        told,
        _cut(f"Evidence: {asked.title}", _LONGEST_TITLE),
        subject,
        distinct(fields),
    )


def log_form(district: District) -> Form:
    """The form for an entry in one's own learning log."""
    competencies = tuple(f"{each.title} ({each.ref})" for each in district.competencies())
    about = [
        Field(
            "competency",
            Control.CHOICE,
            "Which competency is it about?",
            "Leave it empty if it is about none.",
            options=competencies,
        )
    ]
    fields = [
        _identity(LOG),
        Field(
            "what",
            Control.LINE,
            "What it was, in one line",
            placeholder="Watched a small-group conference",
            required=True,
        ),
        Field(
            "kind",
            Control.CHOICE,
            "What kind of learning was it?",
            options=tuple(each.value for each in LogKind),
            chosen=True,
            required=True,
        ),
        Field(
            "date",
            Control.LINE,
            "When was it?",
            "A day such as 2026-10-05. Empty: the day on which you send this.",
            "2026-10-05",
        ),
        Field("hours", Control.LINE, "How many hours?", "A number such as 1.5, if they should count.", "1.5"),
        *(about if competencies else []),
        Field(
            "text",
            Control.AREA,
            "What happened, and what did you learn?",
            "What did you try or notice? What will you do next?",
            required=True,
        ),
    ]
    told = "Something you tried, watched or learned, in a few lines."
    return Form("log-entry.yml", "Learning log", told, "Learning log", LOG, distinct(fields))


def _identity(subject: str) -> Field:
    told = "Leave this as it is."
    return Field("for", Control.CHOICE, IDENTITY, told, options=(subject,), chosen=True, required=True)


def _section(asked: SectionAsked) -> Field:
    words = f"At least {asked.min_words} words to hand it in." if asked.min_words else ""
    told = " ".join(part for part in (_literal(asked.prompt or ""), words) if part)
    return Field(
        f"section-{asked.id}", Control.AREA, asked.title, told or None, "\n".join(asked.stems) or None
    )


def _artifacts(asked: MicroCredential) -> str:
    kinds = ", ".join(f"{number} {kind}" for kind, number in asked.artifacts.kinds.items())
    wanted = (
        f"At least {asked.artifacts.at_least} to hand it in" if asked.artifacts.at_least else "What shows it"
    )
    return (
        f"{wanted}{f', among them {kinds}' if kinds else ''}. One on each line: what it is "
        "(video, student-work, data, document …), a colon, then a title and a link; or drag a file here."
    )


def _literal(text: str) -> str:
    """A text that is shown as it stands where Markdown is read."""
    return "".join(f"\\{each}" if each in "\\`*_[]<>#~|!" else each for each in " ".join(text.split()))


def _cut(text: str, most: int) -> str:
    if len(text) < _SHORTEST_NAME:
        return f"{text} form"
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _colons(labels: tuple[str, ...]) -> str:
    return "".join(f"{each}: \n" for each in labels)
