"""The story of a published submission: its versions, the feedback on each, and what changed after it.

On a public page it shows no words but those that stand in the work today. What was taken out is
counted and not repeated, because it may have been taken out for a reason: a learner's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proofolio.core.language.phrase import capital, figure, listed
from proofolio.core.language.say import day, say, says
from proofolio.core.model.history import Signature
from proofolio.core.model.review import Verdict
from proofolio.core.model.story import Chapter, Story
from proofolio.core.model.submission import Submission
from proofolio.core.publishing.passage import how_much, passages
from proofolio.core.publishing.review import reviews, verdict_in_short
from proofolio.core.publishing.revision import writer
from proofolio.core.publishing.scene import Scene
from proofolio.core.publishing.views.story import (
    FeedbackRating,
    FeedbackView,
    PassageView,
    RoundView,
    StoryView,
)
from proofolio.core.publishing.whatelse import Told, evidence, facts

_SHORT = 90
"""A round in which so many words are shown, or fewer, stands unfolded."""


def story(scene: Scene, submission: Submission) -> StoryView | None:
    """How a published submission grew; None when the history does not tell."""
    told = scene.stories.get(submission.key)
    if told is None or not told.chapters:
        return None
    shown = [_visible(scene, submission, each) for each in told.chapters]
    feedback = _feedback(scene, submission)
    last_review = max((each.number for each in told.chapters if _judged(each)), default=0)
    rounds = []
    for at, chapter in enumerate(told.chapters):
        base_shown = at > 0 and shown[at - 1]
        rounds.append(
            _round(
                scene,
                submission,
                chapter,
                shown[at],
                base_shown,
                0 < last_review < chapter.number and chapter.present,
                tuple(feedback[each.source.file] for each in chapter.reviews if each.source.file in feedback),
            )
        )
    return StoryView(_lead(told, rounds), tuple(rounds))


def _visible(scene: Scene, submission: Submission, chapter: Chapter) -> bool:
    """Whether a version was handed in and open to this audience when it was written, as today's is."""
    if chapter.present:
        return True
    said = chapter.visibility or scene.district.portfolios[submission.person].visibility
    return chapter.submitted and scene.audience.sees(said)


def _judged(chapter: Chapter) -> bool:
    return any(each.verdict is not Verdict.RECUSED for each in chapter.reviews)


def _round(
    scene: Scene,
    submission: Submission,
    chapter: Chapter,
    shown: bool,
    base_shown: bool,
    stale: bool,
    feedback: tuple[FeedbackView, ...],
) -> RoundView:
    comparable = shown and base_shown and chapter.legible
    sections = passages(chapter.sections, scene.audience) if comparable else ()
    files = evidence(scene, submission, chapter) if shown and base_shown else Told((), 0)
    other = facts(scene, submission, chapter) if comparable else Told((), 0)
    on = chapter.at.date().isoformat() if chapter.at else None
    begun = chapter.begun.date().isoformat() if chapter.begun else None
    length = sum(len(run.text.split()) for each in sections for part in each.paragraphs for run in part.words)
    return RoundView(
        number=chapter.number,
        title=_title(chapter),
        on=on,
        begun=begun if begun != on else None,
        who=_who(scene, submission, chapter),
        saves=_saves(chapter.saves),
        signed=chapter.saves > 0 and chapter.signature is Signature.GOOD,
        present=chapter.present,
        stale=stale,
        note=_note(chapter, shown, base_shown),
        summary=_summary(chapter, sections, files, other) if comparable else None,
        open=stale or length <= _SHORT,
        passages=sections,
        evidence=files.changes,
        facts=other.changes,
        rest=_rest(files.hidden, other.hidden),
        feedback=feedback,
    )


def _who(scene: Scene, submission: Submission, chapter: Chapter) -> tuple[str, ...]:
    """Those who wrote a version; a reviewer who is to stay unnamed is not among them."""
    names = tuple(dict.fromkeys(writer(scene, submission, each) for each in chapter.authors))
    if not scene.blind(submission):
        return names
    unnamed = {scene.district.name_of(each.reviewer) for each in submission.reviews}
    return tuple(each for each in names if each not in unnamed)


def _title(chapter: Chapter) -> str:
    return say("First version") if chapter.number == 1 else say("Version {n}", n=chapter.number)


def _saves(number: int) -> str | None:
    if number < 2:
        return None
    return say("saved twice") if number == 2 else say("saved {n} times", n=figure(number))


def _note(chapter: Chapter, shown: bool, base_shown: bool) -> str | None:
    """Why nothing, or not all, is told of a version."""
    if chapter.at is None:
        return say("This version is not saved in Git yet.")
    if not shown:
        return say("It began here. What it said then is not shown: it was not handed in, or not open to all.")
    if chapter.same_as is not None:
        return say("The work went back to what it was as version {n}.", n=chapter.same_as)
    if chapter.number > 1 and not base_shown:
        return say("What changed is not shown, because the version before was not open to all.")
    if not chapter.legible and chapter.number > 1:
        return say("What changed in the text cannot be told: one of the two versions cannot be read.")
    return None


def _summary(chapter: Chapter, sections: Sequence[PassageView], files: Told, other: Told) -> str | None:
    if chapter.number == 1:
        return None
    added = sum(each.added for each in chapter.sections)
    removed = sum(each.removed for each in chapter.sections)
    pieces = len(files.changes) + files.hidden
    parts = [*how_much(added, removed)]
    if pieces:
        parts.append(
            says(
                "{n} piece of evidence new or changed",
                "{n} pieces of evidence new or changed",
                pieces,
                n=figure(pieces),
            )
        )
    if not parts and (other.changes or other.hidden):
        parts.append(say("the facts above the text"))
    return capital(", ".join(parts) or say("nothing that is shown here"))


def _rest(files: int, facts_: int) -> str | None:
    parts = [
        says("{n} file", "{n} files", files, n=figure(files)) if files else "",
        says("{n} fact", "{n} facts", facts_, n=figure(facts_)) if facts_ else "",
    ]
    what = listed(filter(None, parts))
    if not what:
        return None
    told = says(
        "{what} changed besides that is not shown here.",
        "{what} changed besides that are not shown here.",
        files + facts_,
        what=what,
    )
    return capital(told)


def _feedback(scene: Scene, submission: Submission) -> dict[str, FeedbackView]:
    """Every review in short, by its file."""
    ordered = sorted(submission.reviews, key=lambda each: (each.on, each.source.file))
    known = {each.digest for each in scene.stories[submission.key].chapters}
    found = {}
    for number, (review, view) in enumerate(zip(ordered, reviews(scene, submission), strict=True), start=1):
        recused = review.verdict is Verdict.RECUSED
        found[review.source.file] = FeedbackView(
            number,
            view.reviewer,
            view.on,
            verdict_in_short(scene, submission, review),
            view.met,
            not recused and review.reviewed not in known,
            tuple(
                FeedbackRating(each.criterion, each.level, each.level_name, each.next_step)
                for each in view.ratings
            ),
        )
    return found


def _lead(told: Story, rounds: Iterable[RoundView]) -> str:
    versions = len(told.chapters)
    given = sum(len(each.feedback) for each in rounds)
    reviewed = says("{n} review", "{n} reviews", given, n=figure(given))
    if versions == 1 and given:
        return say("One version so far, with {reviews}.", reviews=reviewed)
    if versions == 1:
        return say("One version so far.")
    days = [each.at.date() for each in told.chapters if each.at]
    days += [each.on for chapter in told.chapters for each in chapter.reviews]
    if not days:
        return capital(say("{n} versions and {reviews}.", n=figure(versions), reviews=reviewed))
    return capital(
        say(
            "{n} versions and {reviews}, from {first} to {last}.",
            n=figure(versions),
            reviews=reviewed,
            first=day(min(days)),
            last=day(max(days)),
        )
    )
