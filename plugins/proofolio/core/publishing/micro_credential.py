"""The library of micro-credentials, and the page of one."""

from __future__ import annotations

from proofolio.core.model import address
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.pathway import Pathway
from proofolio.core.model.requirement import Named, Requirement, Selector
from proofolio.core.publishing import facet, scale, words
from proofolio.core.publishing.action import micro_credential_actions
from proofolio.core.publishing.holding import badge_of
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.filter import FilterTag
from proofolio.core.publishing.views.micro_credential import (
    EarnerRow,
    LibraryView,
    MicroCredentialCard,
    MicroCredentialView,
    SectionView,
)

_LABELS = {
    "framework": "Framework",
    "competency": "Competency",
    "category": "Category",
    "hours": "Hours",
    "kind": "Evidence asked for",
}
_SHORT, _MIDDLE = 8, 12
_HOURS = {"short": "up to 8 hours", "middle": "more than 8, up to 12 hours", "long": "more than 12 hours"}


def library_page(scene: Scene) -> Page:
    """``competencies/micro-credentials/index.md``."""
    cards = tuple(_card(scene, each) for each in scene.district.micro_credentials.values())
    view = LibraryView(cards, facet.groups(cards, _LABELS, _choices(scene)))
    told = f"{words.count(len(cards), 'micro-credential')} to earn, with all that each one asks."
    return Page(
        address.LIBRARY,
        "Micro-credentials",
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
        expiry=f"It holds for {words.duration(asked.expires)}." if asked.expires else None,
        sections=tuple(
            SectionView(
                each.title,
                each.prompt,
                f"at least {words.count(each.min_words, 'word')}" if each.min_words else None,
                each.stems,
            )
            for each in asked.sections.values()
        ),
        artifacts=_artifacts(asked),
        impact="Impact on learners, as a measure before and after, is "
        + ("asked for." if asked.impact_required else "welcome but not asked for."),
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
    )
    return Page(
        address.of_micro_credential(asked.id),
        asked.title,
        "micro-credential.html",
        view,
        asked.source.file,
        asked.key_method or f"What the micro-credential “{asked.title}” asks, and its rubric.",
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
            Ref("Credential", held.uri) if (held := scene.credential_of(each)) else None,
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
        "hours": _HOURS,
        "kind": {each: words.plain(each) for each in sorted({k for m in every for k in m.artifacts.kinds})},
    }


def _band(hours: float) -> str:
    return "short" if hours <= _SHORT else "middle" if hours <= _MIDDLE else "long"


def _artifacts_in_brief(asked: MicroCredential) -> str:
    needed = max(asked.artifacts.at_least, sum(asked.artifacts.kinds.values()))
    return f"{words.count(needed, 'artifact')} or more" if needed else "No artifacts asked for"


def _artifacts(asked: MicroCredential) -> tuple[str, ...]:
    told = []
    if asked.artifacts.at_least:
        told.append(f"At least {words.spelt(asked.artifacts.at_least, 'artifact')} in all.")
    for kind, number in asked.artifacts.kinds.items():
        told.append(f"At least {words.spelt(number, 'of them', 'of them')}: {words.plain(kind).lower()}.")
    return tuple(told)


def _cycles(asked: MicroCredential) -> str | None:
    if not asked.cycles:
        return None
    return f"{words.sentence(words.spelt(asked.cycles, 'learning cycle'))} in the log."


def _reviewers(asked: MicroCredential) -> str:
    number = max(1, asked.review.reviewers)
    who = words.sentence(words.spelt(number, "reviewer"))
    told = f"{who} {'rates' if number == 1 else 'rate'} it against the rubric"
    told += ", without being named here (Git still shows who)" if asked.review.blind else ""
    return f"{told}; then an approver agrees." if asked.review.approval else f"{told}."


def _counts_in(scene: Scene, asked: MicroCredential, pathway: Pathway) -> bool:
    def names(rule: Requirement) -> bool:
        if isinstance(rule, Named):
            return rule.id == asked.id
        if isinstance(rule, Selector):
            return asked.id in scene.district.selected(rule)
        return any(names(each) for each in rule.parts)

    return names(pathway.rule)
