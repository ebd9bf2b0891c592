"""What changed between two versions besides the text: evidence, and the facts of the front matter."""

from __future__ import annotations

from dataclasses import dataclass

from proofolio.core.language.say import day, deferred, said, say
from proofolio.core.model import address
from proofolio.core.model.story import Chapter, FactChange, FileFate, FileStory
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.artifact import publications
from proofolio.core.publishing.page import Audience
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.story import ChangeView

_LABELS = {
    "title": deferred("Title"),
    "micro_credential": deferred("Micro-credential"),
    "date": deferred("Date"),
    "setting": deferred("Setting"),
    "subject": deferred("Subject"),
    "learners": deferred("Number of learners"),
    "problem_of_practice": deferred("Problem of practice"),
    "with": deferred("Co-authors"),
    "themes": deferred("Themes"),
    "demonstrates": deferred("Also shows"),
    "impact": deferred("Impact on learners"),
}
_INSIDE = {
    "status": deferred("Status"),
    "stage": deferred("Stage"),
    "visibility": deferred("Visibility"),
}
_EVIDENCE = "artifacts"
_FATES = {
    FileFate.ADDED: deferred("Added"),
    FileFate.REPLACED: deferred("Replaced"),
    FileFate.REMOVED: deferred("Taken out"),
    FileFate.RENAMED: deferred("Renamed"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """What may be told of, and how many changes may not be named."""

    changes: tuple[ChangeView, ...]
    hidden: int


def evidence(scene: Scene, submission: Submission, chapter: Chapter) -> Told:
    """Files and addresses that came, went or changed.

    The public is told the names of what the page shows today; anything else is counted.
    """
    inside = scene.audience is Audience.INTERNAL
    titles = {each.file: each.title for each in submission.artifacts if each.file}
    told = {path: path.rpartition("/")[2] for path in _published(submission)} | titles
    changes: list[ChangeView] = []
    hidden = 0
    listed: set[str] = set()
    for each in chapter.files:
        # a name that stood for something else once tells nothing of it
        name = told.get(each.path)
        if name is None and not inside:
            hidden += 1
            continue
        changes.append(_file(each, name or each.path, inside))
        listed.add(name or each.path)
    for fact in chapter.facts:
        if fact.key != _EVIDENCE or fact.item in listed:
            continue
        if inside or fact.item in {each.title for each in submission.artifacts}:
            changes.append(ChangeView(_fate(fact), fact.item, _values(fact) if inside else None))
        elif fact.after is not None or not chapter.files:
            hidden += 1
    return Told(tuple(changes), hidden)


def facts(scene: Scene, submission: Submission, chapter: Chapter) -> Told:
    """Lines of the front matter that changed; the public reads no value but what the page shows anyway."""
    inside = scene.audience is Audience.INTERNAL
    labels = {**_LABELS, **_INSIDE} if inside else _LABELS
    changes = []
    hidden = 0
    for each in chapter.facts:
        if each.key not in labels:
            continue
        item = _item(scene, submission, each)
        if not inside and each.item and item is None:
            hidden += 1
            continue
        what = ": ".join(filter(None, (said(labels[each.key]), item or each.item)))
        detail = _values(each) if inside else _today(submission, each.key)
        changes.append(ChangeView(_fate(each), what, detail))
    return Told(tuple(changes), hidden)


def _published(submission: Submission) -> tuple[str, ...]:
    folder = address.folder(submission) + "/"
    return tuple(each.source.removeprefix(folder) for each in publications(submission))


def _file(each: FileStory, name: str, inside: bool) -> ChangeView:
    before = say("before: {before}", before=each.before) if inside and each.before else None
    return ChangeView(said(_FATES[each.fate]), name, before)


def _fate(fact: FactChange) -> str:
    if fact.before is None:
        return say("Added")
    return say("Taken out") if fact.after is None else say("Changed")


def _values(fact: FactChange) -> str | None:
    if fact.before is None or fact.after is None:
        return fact.after or (say("before: {before}", before=fact.before) if fact.before else None)
    return say("{after} (before: {before})", after=fact.after, before=fact.before)


def _item(scene: Scene, submission: Submission, fact: FactChange) -> str | None:
    """What a fact is about, by a name that the page shows today; None when it shows none."""
    if fact.key == "impact":
        return next((each.measure for each in submission.impact if each.measure == fact.item), None)
    if fact.key == "demonstrates":
        names = (each.competency for each in submission.demonstrates)
        return next((scene.sight.competency(each).title for each in names if each == fact.item), None)
    return None


def _today(submission: Submission, key: str) -> str | None:
    applied = submission.applied
    return {
        "title": submission.title,
        "date": day(applied.on) if applied.on else None,
        "setting": applied.setting,
        "subject": applied.subject,
    }.get(key)
