"""``inside/agreement/``: how far reviewers of the same evidence saw the same."""

from __future__ import annotations

from proofolio.core.language.say import number, say
from proofolio.core.model import address
from proofolio.core.model.agreement import Agreement, Concord, Disagreement
from proofolio.core.publishing.inside.queue import INPUTS
from proofolio.core.publishing.page import Page, Ref
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.inside import AgreementView, ConcordGroup, ConcordRow, FactView, SplitRow

FEWEST = 10
"""Pairs of ratings below which a share or a kappa says more about chance than about people."""


def agreement_page(scene: Scene) -> Page:
    """The page on agreement of an internal site."""
    found = scene.agreement
    view = AgreementView(
        scene.today.isoformat(),
        FEWEST,
        _facts(found.whole) if found and found.whole.pairs else (),
        tuple(_group(scene, found, key) for key in found.micro_credentials) if found else (),
        tuple(_split(scene, each) for each in found.disagreements) if found else (),
    )
    told = say("How far two reviewers of the same evidence agree.")
    return Page(address.AGREEMENT, say("Agreement"), "inside-agreement.html", view, None, told, INPUTS)


def _facts(whole: Concord) -> tuple[FactView, ...]:
    few = whole.pairs < FEWEST
    too_few = say("Too few to say")
    return (
        FactView(
            say("Pairs of ratings"),
            number(whole.pairs),
            say("The same criterion of the same version of the same work, rated by two people."),
        ),
        FactView(
            say("Same level"),
            too_few if few else _percent(whole.exact, whole.pairs),
            say("How often both gave exactly the same level."),
            worded=few,
        ),
        FactView(
            say("Weighted kappa"),
            too_few if few or whole.kappa is None else number(round(whole.kappa, 2)),
            say(
                "Agreement beyond what chance would give: 1 is agreement throughout, 0 is chance. "
                "Levels further apart weigh more (quadratic weights)."
            ),
            worded=few or whole.kappa is None,
        ),
        FactView(
            say("Split at mastery"),
            number(whole.split),
            say("Pairs of which one saw mastery and the other did not."),
        ),
    )


def _group(scene: Scene, found: Agreement, key: str) -> ConcordGroup:
    asked = scene.district.micro_credentials.get(key)
    titles = {each.id: each.title for each in scene.district.criteria_of(asked)} if asked else {}
    return ConcordGroup(
        _row(scene.sight.micro_credential(key), found.micro_credentials[key]),
        tuple(
            _row(Ref(titles.get(criterion, criterion), None), each)
            for criterion, each in found.criteria[key].items()
        ),
    )


def _row(name: Ref, concord: Concord) -> ConcordRow:
    few = concord.pairs < FEWEST
    exact = None if few else concord.exact / concord.pairs
    kappa = None if few or concord.kappa is None else round(concord.kappa, 2)
    return ConcordRow(
        name=name,
        pairs=concord.pairs,
        exact="" if few else _percent(concord.exact, concord.pairs),
        near="" if few else _percent(concord.near, concord.pairs),
        split=concord.split,
        kappa="" if kappa is None else number(kappa),
        few=few,
        exact_value=exact,
        kappa_value=kappa,
    )


def _split(scene: Scene, found: Disagreement) -> SplitRow:
    submission = scene.district.submission((found.person, found.submission))
    asked = scene.district.micro_credentials.get(found.micro_credential)
    criteria = scene.district.criteria_of(asked) if asked else ()
    competency = scene.district.competency_of(asked) if asked else None
    framework = scene.district.frameworks.get(competency.framework) if competency else None
    scale = {each.id: each.title for each in framework.levels} if framework else {}
    seen = set(found.levels.values())
    return SplitRow(
        scene.sight.submission(submission) if submission else Ref(found.submission, None),
        scene.sight.person(found.person),
        next((each.title for each in criteria if each.id == found.criterion), found.criterion),
        # in the order of the scale, so that nothing tells who saw which
        tuple(title for level, title in scale.items() if level in seen),
    )


def _percent(some: int, of: int) -> str:
    return say("{n}%", n=round(100 * some / of))
