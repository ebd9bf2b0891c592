"""Tell how one submission grew: version, feedback, what changed, next version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from proofolio.core.model.history import Revision, Signature, Version
from proofolio.core.model.identity import Identity
from proofolio.core.model.story import Chapter, SectionChange, Story
from proofolio.core.model.submission import Status, Submission
from proofolio.core.model.visibility import Visibility
from proofolio.core.telling.difference import Flags, difference, kept
from proofolio.core.telling.facts import changed
from proofolio.core.telling.files import TEXT, files
from proofolio.core.telling.fold import fold
from proofolio.core.telling.passage import Passage, passages
from proofolio.core.telling.stage import Stage, stages
from proofolio.core.telling.text import Text

# The weakest first: what several saves prove is what the weakest of them proves.
_STRENGTH = (Signature.BAD, Signature.STRANGER, Signature.NONE, Signature.UNCHECKED, Signature.GOOD)


@dataclass(frozen=True, slots=True)
class _Manuscript:
    """A stage's text, read. ``flags`` tell for each word whether it stands in the work today."""

    text: Text | None
    passages: tuple[Passage, ...]
    flags: tuple[Flags, ...]


def blobs_needed(submission: Submission, versions: Sequence[Version]) -> frozenset[str]:
    """The ids of the texts that :func:`tell` wants to see."""
    told = stages(submission, versions)
    return frozenset(each.files[TEXT] for each in told if TEXT in each.files)


def tell(submission: Submission, versions: Sequence[Version], texts: Mapping[str, Text]) -> Story:
    """The story of a submission.

    Args:
        submission: the work as it is, with its reviews.
        versions: what Git remembers of it, oldest first; with none there is nothing to tell.
        texts: the texts by blob id, as asked for by :func:`blobs_needed`. One that is not there
            (it could not be read) leaves its chapter without words.
    """
    told = stages(submission, versions)
    written = _manuscripts(told, texts)
    titles = frozenset(each.title for each in written[-1].passages) if written else frozenset()
    chapters: list[Chapter] = []
    for at, stage in enumerate(told):
        chapter = _chapter(at + 1, stage, written[at].text, at == len(told) - 1)
        earlier = next((each.number for each in chapters if each.digest == stage.digest), None)
        chapter = replace(chapter, same_as=earlier)
        if at:
            last, now = written[at - 1], written[at]
            chapter = replace(
                chapter,
                legible=last.text is not None and now.text is not None,
                sections=_sections(last, now, titles),
                files=files(told[at - 1].files, stage.files),
                facts=changed(last.text.data, now.text.data) if last.text and now.text else (),
            )
        chapters.append(chapter)
    return Story(submission.person, submission.slug, tuple(chapters))


def _manuscripts(told: Sequence[Stage], texts: Mapping[str, Text]) -> list[_Manuscript]:
    found = [texts.get(each.files.get(TEXT, "")) for each in told]
    parts = [passages(each.body) if each else () for each in found]
    return [_Manuscript(text, own, kept(own, parts[-1])) for text, own in zip(found, parts, strict=True)]


def _sections(before: _Manuscript, after: _Manuscript, titles: frozenset[str]) -> tuple[SectionChange, ...]:
    if before.text is None or after.text is None:
        return ()
    found = difference(before.passages, after.passages, after.flags, before.flags, titles)
    return tuple(replace(each, words=fold(each.words)) for each in found)


def _chapter(number: int, stage: Stage, text: Text | None, present: bool) -> Chapter:
    data = text.data if text else {}
    return Chapter(
        number=number,
        digest=stage.digest,
        begun=stage.saves[0].at if stage.saves else None,
        at=stage.saves[-1].at if stage.saves else None,
        authors=_authors(stage.saves),
        saves=len(stage.saves),
        signature=_weakest(stage.saves),
        sections=(),
        files=(),
        facts=(),
        reviews=stage.reviews,
        submitted=data.get("status") == Status.SUBMITTED.value and data.get("stage") in (None, "evidence"),
        present=present,
        visibility=_visibility(data.get("visibility")),
        legible=text is not None,
    )


def _visibility(said: object) -> Visibility | None:
    """What a text says of who may see it; what cannot be understood is for nobody."""
    if said is None:
        return None
    return next((each for each in Visibility if each.value == said), Visibility.PRIVATE)


def _authors(saves: Iterable[Revision]) -> tuple[Identity, ...]:
    return tuple(dict.fromkeys(each for save in saves for each in (save.author, *save.co_authors)))


def _weakest(saves: Iterable[Revision]) -> Signature:
    return min((each.signature for each in saves), key=_STRENGTH.index, default=Signature.NONE)
