"""The facts of one audience: what figures are counted from, gathered from its scene alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from proofolio.core.model import address
from proofolio.core.model.district import District
from proofolio.core.model.facts import (
    AchievementFact,
    AwardFact,
    CompetencyFact,
    Facts,
    FrameworkFact,
    HoursFact,
    ImpactFact,
    ItemFact,
    PersonFact,
    ReviewFact,
    SubmissionFact,
    SurveyFact,
)
from proofolio.core.model.history import History
from proofolio.core.model.person import Role
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.standing import Standing
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.seen import Seen


def facts(scene: Scene, history: History) -> Facts:
    """Everything that counts, and nothing that this audience may not see."""
    district, inside = scene.district, scene.audience is Audience.INTERNAL
    issuer = district.issuer
    people = [each for person, each in scene.people.items() if scene.sight.opens(person) or each.submissions]
    return Facts(
        audience=scene.audience.value,
        name=issuer.name if issuer else "",
        today=scene.today,
        organizations={key: (each.name, each.within) for key, each in issuer.organizations.items()}
        if issuer
        else {},
        frameworks=tuple(
            FrameworkFact(each.id, each.title, {domain.id: domain.title for domain in each.domains})
            for each in district.frameworks.values()
        ),
        competencies=tuple(
            CompetencyFact(
                each.ref, each.title, each.framework, each.domain or "", scene.sight.competency(each.ref).uri
            )
            for each in district.competencies()
        ),
        achievements=tuple(_achievements(scene)),
        people=tuple(_person(scene, each) for each in people),
        submissions=tuple(_work(scene, each, work, history) for each in people for work in each.submissions),
        awards=tuple(fact for each in people for fact in _awards(district, each)),
        hours=tuple(fact for each in people for fact in _hours(district, each)),
        impact=tuple(fact for each in people for fact in _impact(each)),
        reviews=tuple(_reviews(people, history, scene.today)) if inside else (),
        reviewers={each.id: each.name for each in district.people.values() if each.may_review}
        if inside
        else None,
        queue=scene.queue if inside else None,
        agreement=scene.agreement if inside else None,
        absent=tuple(_absent(district)) if inside else (),
        surveys=tuple(_surveys(scene)),
    )


def _achievements(scene: Scene) -> Iterator[AchievementFact]:
    district, sight = scene.district, scene.sight
    for each in district.micro_credentials.values():
        uri = sight.micro_credential(each.id).uri
        yield AchievementFact(each.id, each.title, _framework(district, each.id), uri)
    for pathway in district.pathways.values():
        yield AchievementFact(pathway.id, pathway.title, "", sight.pathway(pathway.id).uri, pathway=True)


def _framework(district: District, micro_credential: str) -> str:
    found = district.micro_credentials.get(micro_credential)
    competency = district.competency_of(found) if found else None
    return competency.framework if competency else ""


def _person(scene: Scene, seen: Seen) -> PersonFact:
    district = scene.district
    known = district.people.get(seen.person)
    return PersonFact(
        seen.person,
        district.name_of(seen.person),
        (known.organization if known else None) or "",
        known.since if known else None,
        known.coach if known else None,
        known is not None and known.may_review,
        tuple(_short(scene, seen)) if scene.audience is Audience.INTERNAL else (),
        frozenset(ref for ref, each in seen.competencies.items() if each.demonstrated),
    )


def _short(scene: Scene, seen: Seen) -> Iterator[tuple[float, date]]:
    """The hours that are lacking for the renewal in a person's plan."""
    profile = scene.district.portfolios[seen.person].profile
    plan = profile.renewal if profile and scene.sight.opens(seen.person) else None
    asked = scene.district.renewals.get(plan.profile) if plan else None
    if plan is None or asked is None:
        return
    try:
        ends = asked.cycle.after(plan.cycle_start)
    except (OverflowError, ValueError):  # beyond the year 9999
        ends = date.max
    sums: dict[str, float] = {}
    for each in seen.credits:
        if plan.cycle_start <= each.on < ends:
            own = asked.hours_per_micro_credential
            worth = each.hours if own is None or not each.converts else own
            sums[each.category] = sums.get(each.category, 0) + worth
    lacking = asked.short_of({key: each for key, each in sums.items() if key}, sums.get("", 0))
    if lacking:
        yield max(lacking.values()), ends


def _work(scene: Scene, seen: Seen, work: Submission, history: History) -> SubmissionFact:
    decision = seen.decisions.get(work.slug)
    decided = decision.decided_on if decision else None
    saved = saved_on(work, history)
    reviews = [each for each in _by_others(work) if each.on <= scene.today]
    handed_in = [each.on for each in reviews] + ([decided] if decided else [])
    handed_in += [saved[each.reviewed] for each in reviews if each.reviewed in saved]
    if not handed_in and work.digest in saved:
        handed_in = [saved[work.digest]]
    again = decision is not None and decision.standing is Standing.REVISE
    return SubmissionFact(
        work.person,
        work.slug,
        work.title,
        address.of_submission(work),
        work.micro_credential,
        _framework(scene.district, work.micro_credential),
        min(handed_in, default=None),
        max((*handed_in, *(on for digest, on in saved.items() if digest == work.digest)), default=None),
        decision is not None and decision.waits_for is not None,
        max((each.on for each in reviews), default=None) if again else None,
    )


def saved_on(work: Submission, history: History) -> dict[str, date]:
    """On which day each version of the work was saved first, by digest."""
    found: dict[str, date] = {}
    for version in history.versions.get(address.folder(work), ()):
        found.setdefault(version.digest, version.revision.at.date())
    return found


def _by_others(work: Submission) -> list[Review]:
    own = {work.person, *work.co_authors}
    return [each for each in work.reviews if each.reviewer not in own and each.verdict is not Verdict.RECUSED]


def _awards(district: District, seen: Seen) -> Iterator[AwardFact]:
    for key, award in seen.awards.items():
        yield AwardFact(seen.person, key, _framework(district, key), award.on)
    for key, progress in seen.pathways.items():
        if progress.met:
            yield AwardFact(seen.person, key, "", progress.on, pathway=True)


def _hours(district: District, seen: Seen) -> Iterator[HoursFact]:
    """The same hours as on the portfolio, each with the framework that it is for."""
    for entry in seen.log:
        found = district.competency(entry.competency) if entry.competency else None
        yield HoursFact(seen.person, found.framework if found else "", entry.on, entry.hours)
    for key, award in seen.awards.items():
        earned = district.micro_credentials.get(key)
        if earned is not None:
            yield HoursFact(seen.person, _framework(district, key), award.on, earned.hours)
    for key, progress in seen.pathways.items():
        pathway = district.pathways.get(key)
        if pathway is not None and pathway.award is not None and progress.met and progress.on:
            yield HoursFact(seen.person, "", progress.on, pathway.award.hours)


def _impact(seen: Seen) -> Iterator[ImpactFact]:
    for work in seen.submissions:
        for each in work.impact:
            yield ImpactFact(
                work.person,
                work.slug,
                each.measure,
                each.unit,
                each.before,
                each.after,
                each.change,
                each.lower_is_better,
                each.n,
                each.before_date,
                each.after_date,
                each.source,
            )


def _reviews(people: list[Seen], history: History, today: date) -> Iterator[ReviewFact]:
    for work in (each for seen in people for each in seen.submissions):
        saved, looked_at = saved_on(work, history), set[str]()
        for each in sorted(_by_others(work), key=lambda review: (review.on, review.source.file)):
            if each.on > today:
                continue
            first = each.reviewed not in looked_at and each.reviewed in saved
            looked_at.add(each.reviewed)
            days = (each.on - saved[each.reviewed]).days if first else None
            # Older than its version's day of saving: history was squashed or imported, and nobody knows.
            known = days if days is not None and days >= 0 else None
            yield ReviewFact(each.reviewer, work.person, work.slug, each.on, known)


def _absent(district: District) -> Iterator[PersonFact]:
    """Educators who have no portfolio: a folder that may be seen by nobody else is one."""
    for each in district.people.values():
        if Role.EDUCATOR in each.roles and each.id not in district.portfolios:
            yield PersonFact(
                each.id, each.name, each.organization or "", each.since, each.coach, each.may_review
            )


def _surveys(scene: Scene) -> Iterator[SurveyFact]:
    """Every survey, with the answers of those who answered both times and nothing that says who."""
    for each in scene.district.surveys.values():
        kind, subject, named = "", "", None
        if each.micro_credential is not None:
            kind, subject = "micro-credential", each.micro_credential
            named = scene.sight.micro_credential(subject)
        elif each.pathway is not None:
            kind, subject = "pathway", each.pathway
            named = scene.sight.pathway(subject)
        yield SurveyFact(
            each.id,
            each.title,
            each.about or "",
            each.scale,
            tuple(
                ItemFact(item.id, item.text, item.topic.value if item.topic else "", each.pairs(item.id))
                for item in each.items.values()
            ),
            kind,
            subject,
            named.title if named else "",
            named.uri if named else None,
            _framework(scene.district, subject) if kind == "micro-credential" else "",
            each.before,
            each.after,
        )
