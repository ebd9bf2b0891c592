"""A person's whole record as flat tables, for a spreadsheet, another system, or a later reader.

A day is ISO 8601, hours are clock hours, a level or an id is the issuer's own. ``visibility`` is who
may see the thing at the issuer's: the record itself is the owner's, and holds everything that is hers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.submission import Submission

Cell = str | float | bool | None
Row = Mapping[str, Cell]
FORMAT = 1
TABLES: Mapping[str, tuple[str, ...]] = {
    "submissions": (
        *("id", "title", "micro_credential", "micro_credential_title", "competency", "framework", "status"),
        *("practice", "visibility", "standing", "complete", "competent", "decided_on", "expires_on", "hours"),
        *("applied_on", "setting", "subject", "learners", "co_authors", "artifacts", "digest"),
        *("themes", "remarks"),
    ),
    "impact": (
        "submission",
        "measure",
        "unit",
        "before",
        "after",
        "n",
        "before_date",
        "after_date",
        "source",
    ),
    "ratings": ("submission", "criterion", "level", "by", "on", "counts"),
    "awards": ("id", "title", "kind", "on", "until", "submission", "issued"),
    "credentials": (
        *("file", "id", "achievement", "name", "valid_from", "valid_until"),
        *("revoked_on", "revoked_because"),
    ),
    "hours": ("on", "hours", "category", "given_for", "id", "title"),
    "log": (
        *("on", "id", "title", "kind", "hours", "category", "competency", "course"),
        *("with", "observed", "follow_up", "visibility"),
    ),
    "self_assessments": ("on", "target", "level", "confidence", "note"),
    "plan": ("goal", "competency", "target", "reached", "met", "by", "how"),
    "pathways": ("id", "title", "chosen", "met", "on", "have", "still"),
    "renewal": ("id", "title", "cycle_start", "ends", "hours", "of", "met"),
}
"""The tables of a record and their columns, in order. Lists in one cell are parted by "; "."""


@dataclass(frozen=True, slots=True)
class Record:
    """What one person has done and earned, as her issuer knew it on the day ``on``."""

    person: str
    name: str
    issuer: str
    issuer_name: str
    on: date
    tables: Mapping[str, tuple[Row, ...]]

    def document(self) -> dict[str, object]:
        """The record as plain JSON."""
        return {
            "format": FORMAT,
            "on": self.on.isoformat(),
            "person": {"id": self.person, "name": self.name},
            "issuer": {"id": self.issuer, "name": self.issuer_name},
            **{name: [dict(row) for row in rows] for name, rows in self.tables.items()},
        }


def record(district: District, progress: PersonProgress, on: date) -> Record:
    """The record of the person that ``progress`` is about."""
    portfolio = district.portfolios[progress.person]
    every = _every(district, portfolio, progress)
    made = {name: tuple(_row(name, each) for each in rows) for name, rows in every}
    issuer = district.issuer
    return Record(
        progress.person,
        district.name_of(progress.person),
        issuer.id if issuer else "",
        issuer.name if issuer else "",
        on,
        made,
    )


def _every(
    district: District, portfolio: Portfolio, progress: PersonProgress
) -> Iterator[tuple[str, Iterator[tuple[Cell, ...]]]]:
    yield "submissions", _submissions(district, portfolio, progress)
    yield "impact", _impact(portfolio)
    yield "ratings", _ratings(district, portfolio, progress)
    yield "awards", _awards(district, progress)
    yield "credentials", _credentials(district, portfolio)
    yield "hours", _hours(district, portfolio, progress)
    yield "log", _log(district, portfolio)
    yield "self_assessments", _self_assessments(portfolio)
    yield "plan", _plan(progress)
    yield "pathways", _pathways(district, portfolio, progress)
    yield "renewal", _renewal(district, portfolio, progress)


def _row(table: str, cells: tuple[Cell, ...]) -> Row:
    return dict(zip(TABLES[table], cells, strict=True))


def _submissions(
    district: District, portfolio: Portfolio, progress: PersonProgress
) -> Iterator[tuple[Cell, ...]]:
    for slug, each in portfolio.submissions.items():
        asked = district.micro_credentials.get(each.micro_credential)
        competency = district.competency_of(asked) if asked else None
        decision = progress.decisions.get(slug)
        award = progress.awards.get(each.micro_credential)
        gave = award is not None and award.submission == slug
        yield (
            *(slug, each.title, each.micro_credential, asked.title if asked else each.micro_credential),
            *(competency.title if competency else "", competency.framework if competency else ""),
            *(each.status.value, each.practice, portfolio.visibility_of(each).value),
            decision.standing.value if decision else "draft",
            *(decision.complete if decision else False, decision.competent if decision else False),
            *(
                _day(decision.decided_on if decision else None),
                _day(decision.expires_on if decision else None),
            ),
            asked.hours if asked and gave else None,
            *(_day(each.applied.on), each.applied.setting, each.applied.subject, each.applied.learners),
            _list(each.co_authors, district.name_of),
            *(len(each.artifacts), each.digest),
            *(_list(each.themes), sum(len(one.commentary) for one in each.artifacts)),
        )


def _impact(portfolio: Portfolio) -> Iterator[tuple[Cell, ...]]:
    for slug, submission in portfolio.submissions.items():
        for each in submission.impact:
            days = _day(each.before_date), _day(each.after_date)
            yield slug, each.measure, each.unit, each.before, each.after, each.n, *days, each.source


def _ratings(
    district: District, portfolio: Portfolio, progress: PersonProgress
) -> Iterator[tuple[Cell, ...]]:
    for slug, decision in progress.decisions.items():
        blind = _is_blind(district, portfolio.submissions.get(slug))
        for each in decision.ratings:
            by = "A reviewer" if blind else district.name_of(each.by)
            yield slug, each.criterion, each.level, by, _day(each.on), each.fresh


def _is_blind(district: District, submission: Submission | None) -> bool:
    """Whether the author is not to know who reviewed: then her record must not tell her either."""
    asked = district.micro_credentials.get(submission.micro_credential) if submission else None
    return asked is not None and asked.review.blind


def _awards(district: District, progress: PersonProgress) -> Iterator[tuple[Cell, ...]]:
    for key, each in progress.awards.items():
        asked = district.micro_credentials.get(key)
        title = asked.title if asked else key
        yield key, title, "micro-credential", _day(each.on), _day(each.until), each.submission, each.issued
    for key, way in progress.pathways.items():
        given = district.pathways[key].award if key in district.pathways else None
        if way.met and given is not None:
            ledger = district.portfolios[progress.person].credentials.values()
            issued = any(each.achievement == key for each in ledger)
            yield key, given.title, "pathway", _day(way.on), None, None, issued


def _credentials(district: District, portfolio: Portfolio) -> Iterator[tuple[Cell, ...]]:
    for each in portfolio.credentials.values():
        gone = district.revocations.get(each.id)
        yield (
            *(f"credentials/{each.file_name}.json", each.id, each.achievement, each.name),
            *(_day(each.valid_from), _day(each.valid_until)),
            *(_day(gone.on) if gone else None, gone.reason if gone else None),
        )


def _hours(district: District, portfolio: Portfolio, progress: PersonProgress) -> Iterator[tuple[Cell, ...]]:
    titles = {
        **{each.slug: each.title for each in portfolio.log},
        **{key: each.title for key, each in district.pathways.items()},
        **{key: each.title for key, each in district.micro_credentials.items()},
    }
    for each in progress.hours.entries:
        yield _day(each.on), each.hours, each.category, each.given_for.value, each.name, titles.get(each.name)


def _log(district: District, portfolio: Portfolio) -> Iterator[tuple[Cell, ...]]:
    for each in portfolio.log:
        yield (
            *(_day(each.on), each.slug, each.title, each.kind.value, each.hours, each.category),
            *(each.competency, each.course, _list(each.companions, district.name_of)),
            district.name_of(each.observed) if each.observed else None,
            *(each.follow_up, portfolio.visibility_of(each).value),
        )


def _self_assessments(portfolio: Portfolio) -> Iterator[tuple[Cell, ...]]:
    for each in portfolio.self_assessments:
        for rating in each.ratings:
            yield _day(each.on), rating.target, rating.level, rating.confidence, rating.note


def _plan(progress: PersonProgress) -> Iterator[tuple[Cell, ...]]:
    for each in progress.goals:
        goal = each.goal
        yield goal.goal, goal.competency, goal.target, each.reached, each.met, _day(goal.by), goal.how


def _pathways(
    district: District, portfolio: Portfolio, progress: PersonProgress
) -> Iterator[tuple[Cell, ...]]:
    chosen = portfolio.profile.pathways if portfolio.profile else ()
    for key, each in progress.pathways.items():
        if key in chosen or each.met or each.have:
            title = district.pathways[key].title if key in district.pathways else key
            yield key, title, key in chosen, each.met, _day(each.on), _list(each.have), _list(each.still)


def _renewal(
    district: District, portfolio: Portfolio, progress: PersonProgress
) -> Iterator[tuple[Cell, ...]]:
    planned = portfolio.profile.renewal if portfolio.profile else None
    for key, each in progress.renewal.items():
        title = district.renewals[key].title if key in district.renewals else key
        start = planned.cycle_start if planned and planned.profile == key else None
        yield key, title, _day(start), _day(each.ends), each.hours, each.of, each.met


def _day(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _list(ids: tuple[str, ...], named: Callable[[str], str] = str) -> str:
    return "; ".join(named(each) for each in ids)
