"""What a credential says was reached: its criteria as they were on that day, level by level."""

from __future__ import annotations

from collections.abc import Iterator

from proofolio.core.language.say import deferred, said, say
from proofolio.core.language.say import number as figure
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.publishing import scale, words
from proofolio.core.publishing.ledger import Held
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.signed import Signed, many, number, text
from proofolio.core.publishing.views.credential import CriterionReached
from proofolio.core.publishing.views.level import LevelView, RubricCell
from proofolio.core.publishing.views.submission import Fact

_HOURS = "#hours"
_REWRITTEN = deferred(
    "The rubric has been rewritten since. This page shows it as it stood when the credential was issued, "
    "and that is what counts for it."
)


def reached(held: Held) -> tuple[CriterionReached, ...]:
    """The criteria of a rubric, in the document's order."""
    results = {text(each, "resultDescription"): each for each in many(held.subject.get("result"))}
    return tuple(
        _criterion(each, results.get(text(each, "id"), {}))
        for each in _described(held)
        if many(each.get("rubricCriterionLevel"))
    )


def other_results(held: Held) -> tuple[Fact, ...]:
    """The results that are no levels: hours, credits, completion."""
    results = {text(each, "resultDescription"): each for each in many(held.subject.get("result"))}
    return tuple(_others(held, results))


def rewritten(scene: Scene, held: Held) -> str | None:
    """A sentence when today's rubric reads differently; None when it reads the same, or is not known."""
    asked = scene.district.micro_credentials.get(held.credential.achievement)
    if asked is None or not (then := _then(held)):
        return None
    return None if then == _now(scene, asked) else said(_REWRITTEN)


def _described(held: Held) -> tuple[Signed, ...]:
    return many(held.achievement.get("resultDescription"))


def _criterion(described: Signed, result: Signed) -> CriterionReached:
    steps = many(described.get("rubricCriterionLevel"))
    ids = [text(each, "id") for each in steps]
    required = text(described, "requiredLevel")
    threshold = ids.index(required) if required in ids else len(ids)
    views = [
        _level(text(each, "name") or say("Level {n}", n=rank + 1), rank, len(steps), threshold)
        for rank, each in enumerate(steps)
    ]
    achieved = text(result, "achievedLevel")
    return CriterionReached(
        text(described, "name") or say("A criterion"),
        views[ids.index(achieved)] if achieved in ids else None,
        views[threshold] if threshold < len(views) else None,
        tuple(
            RubricCell(view, text(each, "description") or "") for view, each in zip(views, steps, strict=True)
        ),
    )


def _level(title: str, rank: int, of: int, threshold: int) -> LevelView:
    mastery = rank >= threshold
    told = scale.told(title, rank + 1, of, mastery)
    return LevelView(f"level-{rank + 1}", title, rank + 1, of, rank == threshold, mastery, told)


def _others(held: Held, results: dict[str | None, Signed]) -> Iterator[Fact]:
    for each in _described(held):
        result = results.get(text(each, "id"), {})
        value = text(result, "value") or text(result, "status")
        if value is None or many(each.get("rubricCriterionLevel")):
            continue
        if (text(each, "id") or "").endswith(_HOURS) and value.replace(".", "", 1).isdigit():
            value = words.hours(float(value))
        yield Fact(text(each, "name") or say("Result"), value)
    credits = number(held.subject, "creditsEarned")
    if credits is not None:
        yield Fact(say("Credits"), figure(credits))


def _then(held: Held) -> tuple[object, ...]:
    return tuple(
        (
            each.title,
            tuple((" ".join(cell.level.title.split()), _plain(cell.descriptor)) for cell in each.cells),
        )
        for each in reached(held)
    )


def _now(scene: Scene, asked: MicroCredential) -> tuple[object, ...]:
    competency = scene.district.competency_of(asked)
    framework = scene.district.frameworks.get(competency.framework) if competency else None
    if framework is None:
        return ()
    return tuple(
        (
            _plain(each.title),
            tuple(
                (_plain(level.title), _plain(each.descriptors.get(level.id, "")))
                for level in framework.levels
            ),
        )
        for each in scene.district.criteria_of(asked)
    )


def _plain(words_of: str) -> str:
    return " ".join(words_of.split())
