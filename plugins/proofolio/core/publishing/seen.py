"""How far a person has come, as far as the audience may see it.

What was decided about a person rests on all her work. A site must not give away hidden work by its
effects, so everything here is worked out anew from the decisions on *published* submissions:
awards of other work do not show, nor do levels, counts, hours and pathways that rest on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from proofolio.core.model.competency import Competency
from proofolio.core.model.crosswalk import Crosswalk
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.progress import Eligibility, LevelReached, PathwayProgress, PersonProgress
from proofolio.core.model.standing import Award, Decision
from proofolio.core.model.submission import Submission
from proofolio.core.model.succession import line
from proofolio.core.publishing.credit import Credit, credited, tally
from proofolio.core.publishing.earned import accepted_out_of_sight, awards_seen
from proofolio.core.publishing.reach import home, reach_of
from proofolio.core.publishing.route import Counting, opportunities_seen, pathways_seen
from proofolio.core.publishing.scale import lowest
from proofolio.core.publishing.sight import Sight


@dataclass(frozen=True, slots=True)
class CompetencySeen:
    """Visible standing in one competency.

    ``criteria`` maps a criterion to its best fresh reviewers' level, ``level`` is the lowest of
    them once every criterion has one. ``demonstrated``: visible awards that have not lapsed cover
    every criterion. ``claims`` counts published submissions that name it, one that it replaces or one
    that it is aligned with; ``beside`` of them count by alignment alone. ``through`` are the
    competencies (``framework/id``) by whose alignment it is demonstrated, empty where it needs none.
    """

    competency: str
    criteria: Mapping[str, str]
    level: str | None
    demonstrated: bool
    claims: int
    through: tuple[str, ...] = ()
    beside: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """One person's visible work and what it amounts to. Mappings are sorted by id.

    ``growth`` holds reviewers' ratings only; ``credits`` are hours of continuing education;
    ``reach`` are the people's folders to which links in the submissions lead.
    """

    person: str
    submissions: tuple[Submission, ...]
    decisions: Mapping[str, Decision]
    awards: Mapping[str, Award]
    competencies: Mapping[str, CompetencySeen]
    growth: tuple[LevelReached, ...]
    log: tuple[LogEntry, ...]
    pathways: Mapping[str, PathwayProgress]
    credits: tuple[Credit, ...]
    reach: frozenset[str]
    opportunities: Mapping[str, Eligibility] = field(default_factory=dict)


def seen(
    sight: Sight,
    unsifted: Sight,
    person: str,
    progress: PersonProgress | None,
    today: date,
    crosswalk: Crosswalk,
    issued: frozenset[str] = frozenset(),
) -> Seen:
    """What the audience may know of one person's progress.

    ``unsifted`` still holds the work that needs mending: what is hidden there must not show either.
    ``issued`` names what the person's published credentials are for.
    """
    submissions = sight.submissions(person)
    slugs = frozenset(each.slug for each in submissions)
    log = tuple(
        sorted(
            filter(sight.shows_entry, sight.district.portfolios[person].log),
            key=lambda each: (each.on, each.slug),
        )
    )
    reach = frozenset(home(path) for each in submissions for path in reach_of(each))
    if progress is None:
        hours = credited(sight.district, {}, {}, log)
        return Seen(person, submissions, {}, {}, {}, (), log, {}, hours, reach)
    decisions = {slug: each for slug, each in sorted(progress.decisions.items()) if slug in slugs}
    awards = awards_seen(unsifted, person, progress, decisions, issued)
    kinds = {each.slug: frozenset(artifact.kind.value for artifact in each.artifacts) for each in submissions}
    counting = Counting(
        {key: each for key, each in awards.items() if not lapsed(each, today)},
        accepted_out_of_sight(progress, decisions),
        {key: kinds.get(each.submission or "", frozenset()) for key, each in awards.items()},
    )
    pathways = pathways_seen(sight.district, progress.pathways, counting)
    hours = credited(sight.district, awards, pathways, log)
    return Seen(
        person,
        submissions,
        decisions,
        awards,
        _competencies(sight.district, submissions, decisions, awards, today, crosswalk),
        # a reviewers' rating without a submission cannot be shown to be public
        tuple(each for each in progress.growth if not each.own and each.submission in slugs),
        log,
        pathways,
        hours,
        reach,
        opportunities_seen(sight.district, progress.opportunities, counting, pathways, tally(hours).total),
    )


def lapsed(award: Award, today: date) -> bool:
    """Whether an award's time has run out; ``until`` is the last day on which it holds."""
    return award.until is not None and award.until < today


def _competencies(
    district: District,
    submissions: tuple[Submission, ...],
    decisions: Mapping[str, Decision],
    awards: Mapping[str, Award],
    today: date,
    crosswalk: Crosswalk,
) -> dict[str, CompetencySeen]:
    claims: dict[str, int] = {}
    direct: dict[str, int] = {}
    ratings: dict[str, dict[str, list[str]]] = {}
    for submission in submissions:
        for ref in claimed(district, submission, crosswalk):
            claims[ref] = claims.get(ref, 0) + 1
        for ref in claimed(district, submission, Crosswalk(district)):
            direct[ref] = direct.get(ref, 0) + 1
        own = own_competency(district, submission)
        decision = decisions.get(submission.slug)
        if own is not None and decision is not None:
            for each in line(district, own):
                for criterion, level in rated(district, each, decision).items():
                    ratings.setdefault(each.ref, {}).setdefault(criterion, []).append(level)
    covered = _covered(district, [key for key, each in awards.items() if not lapsed(each, today)])
    shown: dict[str, CompetencySeen] = {}
    for competency in district.competencies():
        ref, criteria = competency.ref, set(competency.rubric.criteria)
        if ref not in claims and ref not in covered:
            continue
        framework = district.frameworks[competency.framework]
        given = sorted(ratings.get(ref, {}).items())
        best = {criterion: max(levels, key=framework.rank) for criterion, levels in given}
        least = lowest(framework, best.values())
        shown[ref] = CompetencySeen(
            ref,
            best,
            least if criteria and criteria <= set(best) else None,
            bool(criteria) and criteria <= covered.get(ref, set()),
            claims.get(ref, 0),
            beside=claims.get(ref, 0) - direct.get(ref, 0),
        )
    for competency in district.competencies():
        if competency.ref in shown and shown[competency.ref].demonstrated:
            for each in line(district, competency)[1:]:
                shown[each.ref] = replace(shown[each.ref], demonstrated=True)
    return shown | _by_alignment(shown, crosswalk)


def _by_alignment(shown: Mapping[str, CompetencySeen], crosswalk: Crosswalk) -> dict[str, CompetencySeen]:
    """What is demonstrated only because the same evidence counts in another framework."""
    through: dict[str, list[str]] = {}
    for ref, each in shown.items():
        own = crosswalk.district.competency(ref) if each.demonstrated and crosswalk.district else None
        for other in crosswalk.counts(own):
            there = shown.get(other.ref)
            if there is None or not there.demonstrated:
                through.setdefault(other.ref, []).append(ref)
    nothing = CompetencySeen("", {}, None, False, 0)
    return {
        ref: replace(shown.get(ref, nothing), competency=ref, demonstrated=True, through=tuple(refs))
        for ref, refs in through.items()
    }


def rated(district: District, competency: Competency, decision: Decision) -> dict[str, str]:
    """The lowest of the reviewers' latest fresh levels, for each criterion of the rubric rated."""
    latest: dict[tuple[str, str], str] = {}
    for each in decision.ratings:
        if each.fresh:
            latest[each.criterion, each.by] = each.level
    framework = district.frameworks[competency.framework]
    found = {}
    for criterion in competency.rubric.criteria:
        least = lowest(framework, (level for (name, _), level in latest.items() if name == criterion))
        if least is not None:
            found[criterion] = least
    return found


def _covered(district: District, awards: list[str]) -> dict[str, set[str]]:
    """The criteria that awards vouch for, by competency."""
    covered: dict[str, set[str]] = {}
    for key in awards:
        micro_credential = district.micro_credentials.get(key)
        competency = district.competency_of(micro_credential) if micro_credential else None
        wanted = {each.id for each in district.criteria_of(micro_credential)} if micro_credential else set()
        for each in line(district, competency):
            covered.setdefault(each.ref, set()).update(wanted)
    return covered


def own_competency(district: District, submission: Submission) -> Competency | None:
    """The competency of the micro-credential that a submission is a bid for."""
    micro_credential = district.micro_credentials.get(submission.micro_credential)
    return district.competency_of(micro_credential) if micro_credential else None


def named(district: District, submission: Submission) -> tuple[Competency, ...]:
    """Every competency that a submission names, its own first, each once."""
    own = own_competency(district, submission)
    extra = (district.competency(each.competency) for each in submission.demonstrates)
    return tuple({each.ref: each for each in (own, *extra) if each is not None}.values())


def claimed(district: District, submission: Submission, crosswalk: Crosswalk) -> tuple[str, ...]:
    """Every competency that a submission claims (``framework/id``), its own first, each once.

    Those that replace what it names are among them, and those in which the same evidence counts.
    """
    every = (each for start in named(district, submission) for each in crosswalk.counts(start))
    return tuple(dict.fromkeys(each.ref for each in every))
