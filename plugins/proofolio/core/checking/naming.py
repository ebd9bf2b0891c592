"""Every place in which a file names a definition by its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proofolio.core.diagnostics.pointer import Pointer, Step
from proofolio.core.model.district import District
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.requirement import Named, Requirement, Selector


@dataclass(frozen=True, slots=True)
class Naming:
    """One place that names one thing. ``framework``: where the name of a competency says it.

    ``source`` and ``route`` are kept apart because hardly any of the many places is ever told.
    """

    kind: str
    name: str
    source: Pointer
    route: tuple[Step, ...]
    framework: str | None = None

    @property
    def where(self) -> Pointer:
        """The place itself."""
        return self.source.down(*self.route) if self.route else self.source


def namings(district: District) -> Iterator[Naming]:
    """All of them: definitions first, then person by person."""
    for micro in district.micro_credentials.values():
        yield _competency(micro.competency, micro.source, "competency")
        for at, ref in enumerate(micro.requires):
            yield Naming("micro-credential", ref, micro.source, ("requires", at))
    for competency in district.competencies():
        for key, refs in (("prerequisites", competency.prerequisites), ("related", competency.related)):
            for at, ref in enumerate(refs):
                yield _competency(ref, competency.source, key, at)
        if competency.replaced_by is not None:
            yield _competency(competency.replaced_by, competency.source, "replaced_by")
    for course in district.courses.values():
        yield _competency(course.competency, course.source, "competency")
    for pathway in district.pathways.values():
        for node in _names(pathway.rule):
            yield Naming(_kind(district, node.id), node.id, node.source, ())
    for survey in district.surveys.values():
        if survey.micro_credential is not None:
            yield Naming("micro-credential", survey.micro_credential, survey.source, ("micro_credential",))
        if survey.pathway is not None:
            yield Naming("pathway", survey.pathway, survey.source, ("pathway",))
    for opportunity in district.opportunities.values():
        for node in _names(opportunity.requires) if opportunity.requires else ():
            yield Naming(_kind(district, node.id), node.id, node.source, ())
        for node in opportunity.pathways:
            yield Naming("pathway", node.id, node.source, ())
    for portfolio in district.portfolios.values():
        yield from _personal(district, portfolio)


def _personal(district: District, portfolio: Portfolio) -> Iterator[Naming]:
    if portfolio.profile is not None:
        profile, source = portfolio.profile, portfolio.profile.source
        for at, ref in enumerate(profile.pathways):
            yield Naming("pathway", ref, source, ("pathways", at))
        if profile.renewal is not None:
            yield Naming("renewal", profile.renewal.profile, source, ("renewal", "profile"))
        for at, goal in enumerate(profile.plan):
            if goal.competency is not None:
                yield _competency(goal.competency, source, "plan", at, "competency")
    for assessment in portfolio.self_assessments:
        for rating in assessment.ratings:
            yield _rated(district, rating.target, assessment.source)
    for entry in portfolio.log:
        if entry.competency is not None:
            yield _competency(entry.competency, entry.source, "competency")
        if entry.course is not None:
            yield Naming("course", entry.course, entry.source, ("course",))
    for submission in portfolio.submissions.values():
        yield Naming(
            "micro-credential", submission.micro_credential, submission.source, ("micro_credential",)
        )
        for at, claim in enumerate(submission.demonstrates):
            yield _competency(claim.competency, submission.source, "demonstrates", at, "competency")
    for credential in portfolio.credentials.values():
        yield Naming(_kind(district, credential.achievement), credential.achievement, credential.source, ())


def _kind(district: District, name: str) -> str:
    """Rules and credentials name micro-credentials and pathways alike."""
    return "pathway" if name in district.pathways else "micro-credential"


def _competency(ref: str, source: Pointer, *route: Step) -> Naming:
    """``id`` or ``framework/id``."""
    head, _, tail = ref.rpartition("/")
    return Naming("competency", tail, source, route, head or None)


def _rated(district: District, target: str, source: Pointer) -> Naming:
    """What a self-assessment rates: either of the two forms, perhaps with a criterion behind."""
    steps = target.split("/")
    if len(steps) == 2 and steps[0] not in district.frameworks:
        steps = steps[:1]
    return _competency("/".join(steps[:2]), source, "ratings", target)


def _names(rule: Requirement) -> Iterator[Named]:
    if isinstance(rule, Named):
        yield rule
    elif not isinstance(rule, Selector):
        for part in rule.parts:
            yield from _names(part)
