"""What the pages for writing show: a place to choose, and a form for evidence."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.publishing.page import Ref, WebLink


@dataclass(frozen=True, slots=True)
class WayView:
    """Something that can be written. ``told`` says in a sentence what it is for."""

    link: Ref
    told: str


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A micro-credential to add evidence for: its form, and what it asks in brief."""

    form: Ref
    about: Ref
    asks: str
    badge: str | None


@dataclass(frozen=True, slots=True)
class ShelfView:
    """The micro-credentials of one framework."""

    title: str
    choices: tuple[ChoiceView, ...]


@dataclass(frozen=True, slots=True)
class WriteView:
    """``others`` are the further forms, ``reviews`` those for reviewing, by what the work is for."""

    shelves: tuple[ShelfView, ...]
    others: tuple[WayView, ...]
    reviews: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class DoorView:
    """Where a form hands over. ``warning`` says that it leads nowhere, because this is an example."""

    host: str
    warning: str | None = None


@dataclass(frozen=True, slots=True)
class OptionView:
    """One choice among several; ``hint`` says what it means."""

    value: str
    title: str
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class AskedView:
    """A section to write. ``wanted`` is the least number of words, 0 for any."""

    id: str
    title: str
    prompt: str | None
    wanted: int
    starters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CriterionView:
    """What the work is read against: a criterion, and what it means."""

    title: str
    told: str | None


@dataclass(frozen=True, slots=True)
class LimitsView:
    """The longest answers, in characters, and the longest lists. What a file may hold is far more."""

    line: int
    place: int
    licence: int
    text: int
    section: int
    commentary: int
    artifacts: int
    impact: int
    demonstrates: int


@dataclass(frozen=True, slots=True)
class WriteEvidenceView:
    """The form for evidence of one micro-credential.

    ``document`` is the JSON beside the page; ``others`` are the other ways to hand the same in.
    ``cycles`` says how many learning cycles the log has to hold, which the form does not see; ``log`` is the
    page of the form for them, which asks about the competency that it calls ``log_about``.
    """

    document: str
    about: Ref
    competency: Ref
    key_method: str | None
    criteria: tuple[CriterionView, ...]
    sections: tuple[AskedView, ...]
    artifacts_asked: str
    kinds: tuple[OptionView, ...]
    seat_time: tuple[OptionView, ...]
    impact_asked: str
    competencies: tuple[OptionView, ...]
    themes: tuple[OptionView, ...]
    limits: LimitsView
    cycles: str | None
    caution: str | None
    door: DoorView | None
    others: tuple[WebLink, ...]
    log: str | None = None
    log_about: str | None = None
