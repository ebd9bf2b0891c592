"""Versions of one submission, made by hand: each is a text, its files and a save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from tests.core.publishing.builders import submission

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.artifact import StoredFile
from proofolio.core.model.body import Body
from proofolio.core.model.digest import blob_of, digest_of
from proofolio.core.model.history import Revision, Signature, Version
from proofolio.core.model.identity import Identity
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.story import Span, Story, Words
from proofolio.core.model.submission import Submission
from proofolio.core.telling.tell import tell
from proofolio.core.telling.text import Text

SUBMITTED = {"title": "A title", "status": "submitted"}


@dataclass
class Desk:
    """Somebody who writes and saves; the texts are known by blob id."""

    versions: list[Version] = field(default_factory=list)
    texts: dict[str, Text] = field(default_factory=dict)
    reviews: list[Review] = field(default_factory=list)
    now: Version | None = None

    def write(
        self,
        body: str,
        files: Mapping[str, str] | None = None,
        data: Mapping[str, object] | None = None,
        day: int | None = None,
        author: str = "Ann Example",
        signature: Signature = Signature.NONE,
    ) -> Version:
        """A version, not saved yet. ``files`` maps a name to its content."""
        facts = SUBMITTED if data is None else data
        text = Text(facts, body)
        blob = blob_of(repr((sorted(facts.items(), key=str), body)).encode())
        self.texts[blob] = text
        blobs = {"index.md": blob} | {name: blob_of(each.encode()) for name, each in (files or {}).items()}
        on = datetime(2026, 10, day or len(self.versions) + 1, 12, tzinfo=UTC)
        commit = f"{len(self.versions):040x}"
        revision = Revision(commit, on, Identity(author, ""), "A change", signature=signature)
        self.now = Version(digest_of(blobs), revision, blobs)
        return self.now

    def save(self, body: str, *given: Any, **more: Any) -> Version:
        """The same, saved."""
        self.versions.append(self.write(body, *given, **more))
        return self.versions[-1]

    def review(
        self, day: int, verdict: Verdict = Verdict.REVISE, digest: str | None = None, by: str = "rosa"
    ) -> Review:
        """A review of the version written last, or of another one."""
        assert self.now is not None
        made = Review(
            on=date(2026, 10, day),
            reviewer=by,
            reviewed=digest or self.now.digest,
            rubric=None,
            ratings={"pace": "developing"},
            next_steps={"pace": "Show two learners."},
            verdict=verdict,
            origin=None,
            body=Body(""),
            source=Pointer(f"portfolios/ann/work/reviews/2026-10-{day:02}-{by}.md"),
        )
        self.reviews.append(made)
        return made

    def submission(self, **changes: Any) -> Submission:
        """The work as it was written last."""
        assert self.now is not None
        files = tuple(StoredFile(path, 1, blob) for path, blob in self.now.files.items())
        given = submission("ann", "work", files=files, digest=self.now.digest, reviews=tuple(self.reviews))
        body = self.texts[self.now.files["index.md"]].body
        return replace(given, **{"body": Body(body), "artifacts": (), "impact": (), **changes})

    def story(self, **changes: Any) -> Story:
        """What is told of it."""
        return tell(self.submission(**changes), self.versions, self.texts)


def shown(words: tuple[Words, ...]) -> str:
    """Changed words as a line: ``[-removed-] {+added+}``; ¶ ends a paragraph, / a line."""
    text = ""
    for each in words:
        gap = each.text[: len(each.text) - len(each.text.lstrip())]
        signs = {Span.SAME: "{}", Span.ADDED: "{{+{}+}}", Span.REMOVED: "[-{}-]"}[each.span]
        text += gap + signs.format(each.text.lstrip())
    return text.replace("\n\n", " ¶ ").replace("\n", " / ")
