"""From pull requests to review files: every review that can be kept, and a reason for every other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from proofolio.core.harvesting.answer import Choice, misunderstood
from proofolio.core.harvesting.conclusion import Conclusion, Earlier, conclude, summary
from proofolio.core.harvesting.entry import Entry, Round
from proofolio.core.harvesting.evidence import Evidence
from proofolio.core.harvesting.file import Findings, path_of, review_file, sealed
from proofolio.core.harvesting.hearing import Hearing
from proofolio.core.harvesting.outcome import Draft, Harvest, Outcome, Reply, Result
from proofolio.core.harvesting.prose import quoted
from proofolio.core.model.district import District
from proofolio.core.model.pull import Pull
from proofolio.core.model.review import Verdict
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.model.submission import SubmissionKey

_LOST = "the version that was read is not in the history here: its commits were squashed or replaced"


def harvest(heard: Sequence[tuple[Pull, Evidence]], district: District) -> Harvest:
    """Read pull requests, each with what the repository knows of its commits.

    All that one reviewer said of one submission is put together by day and version. The same
    pull requests and the same district give the same files, whatever was harvested before.
    """
    hearings = {place: Hearing(place, *each, district) for place, each in enumerate(heard)}
    for hearing in hearings.values():
        hearing.hear()
    entries = sorted(
        (entry for hearing in hearings.values() for entry in hearing.entries),
        key=lambda each: (each.key, each.reviewer, each.at, each.about),
    )
    drafts: list[Draft] = []
    outcomes: list[Outcome] = []
    for (key, reviewer), said in groupby(entries, key=lambda each: (each.key, each.reviewer)):
        made = _Shelf(district, key, reviewer, hearings)
        made.sort(list(said))
        drafts += made.drafts
        outcomes += made.outcomes
    replies: list[Reply] = []
    for hearing in hearings.values():
        outcomes += hearing.outcomes
        replies += hearing.replies
    return Harvest(tuple(drafts), tuple(outcomes), tuple(dict.fromkeys(replies)))


def earlier_reviews(district: District, key: SubmissionKey, reviewer: str) -> list[Earlier]:
    """The reviews of a submission that a person has given already, oldest first."""
    found = district.submission(key)
    return [
        Earlier(
            each.on,
            Findings(each.reviewed, each.verdict, each.ratings, each.next_steps, each.origin, each.rubric),
        )
        for each in (found.reviews if found else ())
        if each.reviewer == reviewer and each.ratings and each.verdict is not Verdict.RECUSED
    ]


@dataclass(slots=True)
class _Shelf:
    """One reviewer's reviews of one submission."""

    district: District
    key: SubmissionKey
    reviewer: str
    hearings: dict[int, Hearing]
    drafts: list[Draft] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    finished: list[Entry] = field(default_factory=list)
    lost: list[tuple[Round, Findings, date]] = field(default_factory=list)

    def sort(self, entries: list[Entry]) -> None:
        """Put entries together by day and version; what is not whole yet waits for a later word."""
        kept = earlier_reviews(self.district, self.key, self.reviewer)
        begun: dict[str, Round] = {}
        for day, said in groupby(entries, key=lambda each: each.day):
            done: list[tuple[Round, Conclusion]] = []
            for digest, words in groupby(said, key=lambda each: each.work.digest):
                group = list(words)
                spoken = begun.pop(digest, None) or Round(digest, group[0].words)
                again = [each for each in done if each[0].digest == digest]
                for each in again:
                    done.remove(each)
                    spoken = each[0]
                for entry in group:
                    spoken.add(entry)
                conclusion = conclude(spoken, [each for each in kept if each.on <= day])
                if conclusion.findings is None:
                    begun[digest] = spoken
                    done += again
                elif self._recorded(spoken, conclusion.findings):
                    done.append((spoken, conclusion))
                    self._slips(group)
                    if conclusion.findings.ratings:
                        kept.append(Earlier(day, conclusion.findings))
            if done:
                self.finished += [entry for one, _ in done for entry in one.entries]
                self._draft(day, done)
        for spoken in begun.values():
            later = any(each.at > spoken.last.at for each in self.finished)
            self._open(spoken, conclude(spoken, kept), later)
        for spoken, _, _ in self.lost:
            self._outcome(spoken.last, Result.IGNORED, _LOST)

    def _draft(self, day: date, done: list[tuple[Round, Conclusion]]) -> None:
        spoken, conclusion = done[-1]
        found = conclusion.findings
        if found is None:
            return
        texts = [conclusion.body, spoken.text]
        for before, ended in done[:-1]:
            if ended.findings:
                texts += [summary(ended.findings, day), quoted(before.text) if before.text else ""]
        path = path_of(self.key, day, self.reviewer)
        texts += self._quote_lost(spoken.last.place, path)
        if not spoken.confirms:
            found = replace(found, rubric=self._rubric(spoken))
        text = sealed(review_file(found, "\n\n".join(each for each in texts if each)))
        sources = frozenset(each.address for one, _ in done for each in one.entries if each.address)
        entry = spoken.last
        outcome = Outcome(
            Result.WRITTEN, entry.pull, _told(found, spoken), self.reviewer, self.key, entry.address, path
        )
        self.drafts.append(Draft(path, text, sources, outcome))
        for one, _ in done:
            for each in one.entries:
                if each is not entry:
                    whose = "the same day's" if each.day == day else "the later"
                    reason = f"it is part of {whose} file; the later word counts"
                    self._outcome(each, Result.WRITTEN, reason, path)

    def _quote_lost(self, place: int, path: str) -> list[str]:
        """What the same person said in the same pull request of versions that it left no trace of."""
        texts = []
        for spoken, found, on in [each for each in self.lost if each[0].last.place == place]:
            texts += [summary(found, on), quoted(spoken.text) if spoken.text else ""]
            reason = f"{_LOST}; it is quoted in the same person's next review"
            for each in spoken.entries:
                self._outcome(each, Result.COMMENTED, reason, path)
        self.lost = [each for each in self.lost if each[0].last.place != place]
        return texts

    def _recorded(self, spoken: Round, found: Findings) -> bool:
        """Whether the version that was read is in the record here. If not, say so."""
        entry = spoken.last
        hearing = self.hearings[entry.place]
        merged = hearing.pull.merged is not None
        if self.key not in hearing.evidence.here:
            reason = "the submission is not here yet; harvest again once the pull request is merged"
            if merged:
                reason = "the submission's folder is not here any more: it was renamed or removed since"
        elif spoken.digest in hearing.evidence.recorded.get(self.key, frozenset()):
            return True
        elif merged:
            self.lost.append((spoken, found, entry.day))
            return False
        else:
            reason = "the version that was read is not in the history here; harvest again once it is merged"
        self._outcome(entry, Result.IGNORED if merged else Result.WAITING, reason)
        return False

    def _rubric(self, spoken: Round) -> str | None:
        asked = self.district.micro_credentials.get(spoken.last.work.micro_credential or "")
        return rubric_digest(self.district, asked) if asked else None

    def _slips(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if entry.block.slips:
                paragraphs = [
                    misunderstood(entry.block.slips, entry.words),
                    "The rest was understood and is kept.",
                ]
                self.hearings[entry.place].reply(entry, paragraphs)

    def _open(self, spoken: Round, conclusion: Conclusion, later: bool) -> None:
        """A round that never became whole: asked about, unless a later review has come since."""
        if not later:
            return self._ask(spoken, conclusion)
        for each in spoken.entries:
            missing = "; ".join(conclusion.missing)
            reason = f"never completed ({missing}), and a later review followed; it stays in the pull request"
            self._outcome(each, Result.COMMENTED, reason)
        return None

    def _ask(self, spoken: Round, conclusion: Conclusion) -> None:
        entry = spoken.last
        lacking = "\n".join(
            [
                "This review is not kept yet. What is missing:",
                "",
                *(f"- {each}" for each in conclusion.missing),
            ]
        )
        slips = [slip for each in spoken.entries for slip in each.block.slips]
        understood = "; ".join(f"{name}: {level}" for name, level in spoken.ratings.items())
        paragraphs = [
            misunderstood(slips, entry.words),
            lacking,
            f"Understood so far: {understood}. Nothing of it is lost; add only what is missing."
            if understood
            else "",
        ]
        choice: Choice = (self.key, entry.words, spoken.digest)
        self.hearings[entry.place].reply(entry, paragraphs, (choice,))
        for each in spoken.entries:
            self._outcome(each, Result.ASKED, "not kept yet: " + "; ".join(conclusion.missing))

    def _outcome(self, entry: Entry, result: Result, reason: str, path: str | None = None) -> None:
        self.outcomes.append(
            Outcome(result, entry.pull, reason, self.reviewer, self.key, entry.address, path)
        )


def _told(found: Findings, spoken: Round) -> str:
    """What was kept, in one line."""
    rated = ", ".join(f"{name} {level}" for name, level in found.ratings.items()) or "nothing rated"
    remarks = [remark for entry in spoken.entries for remark in entry.block.remarks]
    return "; ".join((f"{rated}; verdict {found.verdict.value}", *remarks))
