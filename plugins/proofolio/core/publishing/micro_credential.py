"""The library of micro-credentials, and the page of one."""

from __future__ import annotations

from proofolio.core.language.phrase import capital, figure
from proofolio.core.language.say import deferred, said, say, says
from proofolio.core.model import address
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.pathway import Pathway
from proofolio.core.model.requirement import Named, Requirement, Selector
from proofolio.core.publishing import facet, scale, words
from proofolio.core.publishing.action import micro_credential_actions
from proofolio.core.publishing.holding import badge_of
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.survey import survey_links
from proofolio.core.publishing.views.filter import FilterTag
from proofolio.core.publishing.views.micro_credential import (
    EarnerRow,
    LibraryView,
    MicroCredentialCard,
    MicroCredentialView,
    SectionView,
)

_LABELS = {
    "framework": deferred("Framework"),
    "competency": deferred("Competency"),
    "category": deferred("Category"),
    "hours": deferred("Hours"),
    "kind": deferred("Evidence asked for"),
}
_SHORT, _MIDDLE = 8, 12
_HOURS = {
    "short": deferred("up to {short} hours"),
    "middle": deferred("more than {short}, up to {middle} hours"),
    "long": deferred("more than {middle} hours"),
}


def library_page(scene: Scene) -> Page:
    """``competencies/micro-credentials/index.md``."""
    every = scene.district.micro_credentials.values()
    offered = sorted(every, key=lambda each: (each.title.casefold(), each.id))
    cards = tuple(_card(scene, each) for each in offered)
    labels = {key: said(each) for key, each in _LABELS.items()}
    view = LibraryView(cards, facet.groups(cards, labels, _choices(scene)))
    told = says(
        "{n} micro-credential to earn, with all that each one asks.",
        "{n} micro-credentials to earn, with all that each one asks.",
        len(cards),
    )
    return Page(
        address.LIBRARY,
        say("Micro-credentials"),
        "library.html",
        view,
        None,
        told,
        ("competencies/", "portfolios/"),
    )


def micro_credential_page(scene: Scene, asked: MicroCredential) -> Page:
    """The page of one micro-credential."""
    district, sight = scene.district, scene.sight
    competency = district.competency_of(asked)
    framework = district.frameworks[competency.framework] if competency else None
    rubric = None
    if framework is not None and competency is not None:
        rubric = scale.rubric(framework, competency, district.criteria_of(asked))
    view = MicroCredentialView(
        competency=sight.competency(asked.competency),
        framework=sight.framework(framework.id) if framework else None,
        key_method=asked.key_method,
        hours=words.hours(asked.hours),
        category=words.plain(asked.category) if asked.category else None,
        stipend=words.money(asked.stipend) if asked.stipend else None,
        expiry=say("It holds for {time}.", time=words.duration(asked.expires)) if asked.expires else None,
        sections=tuple(
            SectionView(
                each.title,
                each.prompt,
                says("at least {n} word", "at least {n} words", each.min_words) if each.min_words else None,
                each.stems,
            )
            for each in asked.sections.values()
        ),
        artifacts=_artifacts(asked),
        impact=say("Impact on learners, as a measure before and after, is asked for.")
        if asked.impact_required
        else say("Impact on learners, as a measure before and after, is welcome but not asked for."),
        cycles=_cycles(asked),
        reviewers=_reviewers(asked),
        requires=tuple(sight.micro_credential(each) for each in asked.requires),
        leads_to=tuple(
            sight.micro_credential(key)
            for key, each in district.micro_credentials.items()
            if asked.id in each.requires
        ),
        rubric=rubric,
        pathways=tuple(
            sight.pathway(key) for key, each in district.pathways.items() if _counts_in(scene, asked, each)
        ),
        courses=tuple(
            sight.course(key)
            for key, each in district.courses.items()
            if competency is not None and district.competency(each.competency) == competency
        ),
        earners=earners(scene, asked.id),
        actions=micro_credential_actions(scene, asked),
        badge=badge_of(scene, asked.id) if sight.publishes(asked) else None,
        surveys=survey_links(scene, "micro-credential", asked.id),
    )
    return Page(
        address.of_micro_credential(asked.id),
        asked.title,
        "micro-credential.html",
        view,
        asked.source.file,
        asked.key_method
        or say("What the micro-credential “{title}” asks, and its rubric.", title=asked.title),
        ("competencies/", "portfolios/"),
    )


def earners(scene: Scene, micro_credential: str) -> tuple[EarnerRow, ...]:
    """Who earned it, as far as the audience may see, in order of name."""
    rows = (
        EarnerRow(
            scene.sight.person(each.person),
            scene.award_submission(each),
            each.on.isoformat(),
            each.until.isoformat() if each.until else None,
            scene.lapsed(each),
            Ref(say("Credential"), held.uri) if (held := scene.credential_of(each)) else None,
        )
        for each in scene.earners.get(micro_credential, ())
    )
    return tuple(sorted(rows, key=lambda each: (each.person.title, each.on)))


def _card(scene: Scene, asked: MicroCredential) -> MicroCredentialCard:
    competency = scene.district.competency_of(asked)
    framework = competency.framework if competency else ""
    kinds = tuple(asked.artifacts.kinds)
    return MicroCredentialCard(
        scene.sight.micro_credential(asked.id),
        scene.sight.competency(asked.competency),
        scene.sight.framework(framework).title,
        asked.key_method,
        words.hours(asked.hours),
        words.plain(asked.category) if asked.category else None,
        _artifacts_in_brief(asked),
        len(scene.earners.get(asked.id, ())),
        (
            FilterTag("framework", (framework,) if framework else ()),
            FilterTag("competency", (competency.ref,) if competency else ()),
            facet.tag("category", (asked.category,)),
            FilterTag("hours", (_band(asked.hours),)),
            facet.tag("kind", kinds),
        ),
        badge_of(scene, asked.id) if scene.sight.publishes(asked) else None,
    )


def _choices(scene: Scene) -> dict[str, dict[str, str]]:
    every = scene.district.micro_credentials.values()
    return {
        "framework": {each.id: each.title for each in scene.district.frameworks.values()},
        "competency": {each.ref: each.title for each in scene.district.competencies()},
        "category": {each: words.plain(each) for each in sorted({m.category for m in every if m.category})},
        "hours": {key: said(each, short=_SHORT, middle=_MIDDLE) for key, each in _HOURS.items()},
        "kind": {each: words.plain(each) for each in sorted({k for m in every for k in m.artifacts.kinds})},
    }


def _band(hours: float) -> str:
    return "short" if hours <= _SHORT else "middle" if hours <= _MIDDLE else "long"


def _artifacts_in_brief(asked: MicroCredential) -> str:
    needed = max(asked.artifacts.at_least, sum(asked.artifacts.kinds.values()))
    if not needed:
        return say("No artifacts asked for")
    return says("{n} artifact or more", "{n} artifacts or more", needed)


def _artifacts(asked: MicroCredential) -> tuple[str, ...]:
    told = []
    if asked.artifacts.at_least:
        least = asked.artifacts.at_least
        told.append(
            says("At least {n} artifact in all.", "At least {n} artifacts in all.", least, n=figure(least))
        )
    for kind, number in asked.artifacts.kinds.items():
        what = words.plain(kind).lower()
        told.append(
            says(
                "At least {n} of them: {what}.",
                "At least {n} of them: {what}.",
                number,
                n=figure(number),
                what=what,
            )
        )
    return tuple(told)


def _cycles(asked: MicroCredential) -> str | None:
    if not asked.cycles:
        return None
    n = figure(asked.cycles)
    return capital(
        says("{n} learning cycle in the log.", "{n} learning cycles in the log.", asked.cycles, n=n)
    )


def _reviewers(asked: MicroCredential) -> str:
    number = max(1, asked.review.reviewers)
    n = figure(number)
    match asked.review.blind, asked.review.approval:
        case True, True:
            told = says(
                "{n} reviewer rates it against the rubric, without being named here (Git still shows who); "
                "then an approver agrees.",
                "{n} reviewers rate it against the rubric, without being named here (Git still shows who); "
                "then an approver agrees.",
                number,
                n=n,
            )
        case True, False:
            told = says(
                "{n} reviewer rates it against the rubric, without being named here (Git still shows who).",
                "{n} reviewers rate it against the rubric, without being named here (Git still shows who).",
                number,
                n=n,
            )
        case False, True:
            told = says(
                "{n} reviewer rates it against the rubric; then an approver agrees.",
                "{n} reviewers rate it against the rubric; then an approver agrees.",
                number,
                n=n,
            )
        case _:
            told = says(
                "{n} reviewer rates it against the rubric.",
                "{n} reviewers rate it against the rubric.",
                number,
                n=n,
            )
    return capital(told)


def _counts_in(scene: Scene, asked: MicroCredential, pathway: Pathway) -> bool:
    def names(rule: Requirement) -> bool:
        if isinstance(rule, Named):
            return rule.id == asked.id
        if isinstance(rule, Selector):
            return asked.id in scene.district.selected(rule)
        return any(names(each) for each in rule.parts)

    return names(pathway.rule)
