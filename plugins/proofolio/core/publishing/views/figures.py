"""The page of figures: every number with its meaning, and what it takes to narrow them."""

from __future__ import annotations

from dataclasses import dataclass, field

from proofolio.core.publishing.views.survey import SurveyView


@dataclass(frozen=True, slots=True)
class StatView:
    """A figure. ``text`` is ready to show; ``of`` says what a share is of. ``hidden`` when suppressed.

    ``value`` is None when suppressed, or when there is nothing to tell.
    """

    id: str
    title: str
    definition: str
    text: str
    of: str
    hidden: bool
    value: float | None = None


@dataclass(frozen=True, slots=True)
class RankRow:
    """How many earned one thing. ``value`` is None when suppressed; ``share`` is for a bar, 0 to 100."""

    kind: str
    id: str
    title: str
    uri: str | None
    text: str
    value: int | None
    share: int


@dataclass(frozen=True, slots=True)
class TrendColumn:
    """A measure over time; ``drawn`` when it is in the chart, too; not ``shown`` when none of it is told."""

    id: str
    title: str
    definition: str
    drawn: bool
    shown: bool = True


@dataclass(frozen=True, slots=True)
class TrendCell:
    """One value; ``value`` is None when suppressed or unknown."""

    measure: str
    text: str
    value: float | None


@dataclass(frozen=True, slots=True)
class TrendRow:
    """A step in time."""

    id: str
    title: str
    cells: tuple[TrendCell, ...]


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A framework or a domain of it: how many competencies are demonstrated, and by how many people."""

    key: str
    title: str
    text: str
    value: int | None
    share: int
    people: str
    people_value: int | None


@dataclass(frozen=True, slots=True)
class CompetencyRow:
    """One competency, and by how many people it is demonstrated."""

    key: str
    title: str
    uri: str | None
    domain: str
    text: str
    value: int | None


@dataclass(frozen=True, slots=True)
class CoverGroup:
    """A framework: how many of its competencies somebody has demonstrated, by domain and one by one.

    ``folded`` when none of that is told. ``peopled`` when it is told of some domain by how many people,
    ``singled`` when it is told of some competency.
    """

    framework: str
    title: str
    whole: CoverRow
    domains: tuple[CoverRow, ...]
    competencies: tuple[CompetencyRow, ...]
    folded: bool = False
    peopled: bool = True
    singled: bool = True


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One measure with learners. ``organizations`` and ``periods`` are those that it belongs to, by id.

    Texts are ready to show and empty when suppressed; ``direction`` is better, worse or same.
    """

    measure: str
    before: str
    after: str
    change: str
    change_value: float | None
    direction: str
    learners: str
    learners_value: int | None
    days: tuple[str, ...]
    source: str | None
    uri: str
    person: str
    suppressed: bool
    organizations: tuple[str, ...]
    periods: tuple[str, ...]
    framework: str


@dataclass(frozen=True, slots=True)
class NarrowChoice:
    """One value to narrow by. ``depth`` is how deep an organisation lies within others."""

    value: str
    label: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Patterns:
    """How the script writes a figure: ``{n}``, ``{have}`` and ``{of}`` stand for the numbers."""

    percent: str
    of: str
    have: str


@dataclass(frozen=True, slots=True)
class Folds:
    """Which parts of the page are one sentence, because nothing in them is told."""

    stats: bool = False
    ranking: bool = False
    trend: bool = False


@dataclass(frozen=True, slots=True)
class FiguresView:
    """``figures/``. ``fewest`` is 0 where nothing is suppressed; ``untold`` stands for what is.

    ``data`` and ``table`` are the same figures as JSON and CSV. ``survey_meaning`` says what is counted of
    the ``surveys``, ``survey_rule`` how answers stay anonymous.
    """

    day: str
    name: str
    rule: str
    untold: str
    fewest: int
    data: str
    table: str
    patterns: Patterns
    organizations: tuple[NarrowChoice, ...]
    periods: tuple[NarrowChoice, ...]
    frameworks: tuple[NarrowChoice, ...]
    stats: tuple[StatView, ...]
    ranking: tuple[RankRow, ...]
    columns: tuple[TrendColumn, ...]
    trend: tuple[TrendRow, ...]
    coverage: tuple[CoverGroup, ...]
    impact: tuple[LedgerRow, ...]
    surveys: tuple[SurveyView, ...] = ()
    survey_meaning: str = ""
    survey_rule: str = ""
    folds: Folds = field(default_factory=Folds)
