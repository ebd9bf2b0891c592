"""Hearing one pull request: who said what of which version, and what does not count, with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from proofolio.core.harvesting import uncounted
from proofolio.core.harvesting.answer import Choice, answer, answered, by_us, misunderstood, unsure
from proofolio.core.harvesting.block import Block, Slip
from proofolio.core.harvesting.entry import Entry
from proofolio.core.harvesting.evidence import Evidence, Work
from proofolio.core.harvesting.outcome import Outcome, Reply, Result
from proofolio.core.harvesting.part import Parts, parts
from proofolio.core.harvesting.saying import Saying, sayings
from proofolio.core.harvesting.speaker import same, speaker
from proofolio.core.harvesting.version import Unclear, version_of
from proofolio.core.harvesting.vocabulary import Vocabulary, vocabulary
from proofolio.core.model.district import District
from proofolio.core.model.person import Role
from proofolio.core.model.pull import Pull, ReviewState
from proofolio.core.model.review import Verdict
from proofolio.core.model.submission import SubmissionKey

_DECISIONS = {ReviewState.APPROVED: Verdict.MET, ReviewState.CHANGES_REQUESTED: Verdict.REVISE}
_RATES_NOTHING_YET = "it rates nothing, and no review by the same person follows"
_RATES_NOTHING = "a comment in the conversation rates nothing"


class Hearing:
    """What one pull request gave: entries to add up, and outcomes and replies for the rest."""

    def __init__(self, place: int, pull: Pull, evidence: Evidence, district: District) -> None:
        self.place = place
        self.pull = pull
        self.evidence = evidence
        self.district = district
        self.entries: list[Entry] = []
        self.outcomes: list[Outcome] = []
        self.replies: list[Reply] = []
        self.bare: dict[str, tuple[Saying, tuple[Choice, ...]]] = {}
        self.hinted: dict[str, tuple[Saying, tuple[Choice, ...], list[Slip], bool]] = {}
        self._carried: dict[str, list[tuple[Saying, str]]] = {}

    def hear(self) -> None:
        """Listen to everything, oldest first."""
        for saying in sayings(self.pull, self.evidence.folder):
            self._hear(saying)
        for reviewer, (saying, choices) in self.bare.items():
            self._bare(reviewer, saying, choices)
        asked = {reviewer: saying for reviewer, (saying, _) in self.bare.items()}
        for reviewer, (saying, choices, slips, carried) in self.hinted.items():
            open_ = self._unrated(reviewer, choices)
            if open_ and reviewer not in asked:
                asked[reviewer] = saying
                self._outcome(saying, Result.ASKED, f"not taken for a rating: {slips[0].why}", reviewer)
                self.reply(saying, [unsure(slips)], open_)
            elif not carried:
                self._outcome(saying, Result.COMMENTED, _RATES_NOTHING, reviewer)
        for reviewer, said in self._carried.items():
            for saying in (each for each, _ in said if each is not asked.get(reviewer)):
                reason = f"{_RATES_NOTHING_YET}; it stays in the pull request"
                file = uncounted.kept_in(saying, self.district)
                if file:
                    reason = f"it rates nothing any more; what it said before stands in {file}"
                self._outcome(saying, Result.COMMENTED, reason, reviewer)

    def reply(
        self,
        saying: Saying | Entry,
        paragraphs: list[str],
        choices: tuple[Choice, ...] = (),
    ) -> None:
        """Answer, unless that very answer is in the conversation already."""
        made = answer(self.pull.number, saying.about, saying.address, paragraphs, choices)
        if not answered(made, (each.text for each in self.pull.comments)):
            self.replies.append(made)

    def _outcome(
        self,
        saying: Saying,
        result: Result,
        reason: str,
        by: str | None = None,
        work: SubmissionKey | None = None,
    ) -> None:
        self.outcomes.append(Outcome(result, self.pull.number, reason, by, work, saying.address))

    def _hear(self, saying: Saying) -> None:
        if by_us(saying.text):
            return None
        reviewer, why = speaker(saying.by, self.district.people)
        if reviewer is None:
            return self._outcome(saying, Result.IGNORED, why)
        name = self.district.name_of(reviewer)
        if not self.district.people[reviewer].may_review:
            return self._outcome(saying, Result.IGNORED, f"{name} has no role that may review", reviewer)
        if same(saying.by, self.pull.opened_by):
            why = f"{name} opened this pull request, and nobody reviews what they hand in"
            return self._own(saying, why, reviewer)
        if saying.state is ReviewState.DISMISSED:
            return self._outcome(saying, Result.IGNORED, uncounted.dismissed(saying, self.district), reviewer)
        if saying.state is ReviewState.UNKNOWN:
            why = "the forge's word for the state of this review is not known here, so it is not harvested"
            return self._outcome(saying, Result.IGNORED, why, reviewer)
        if saying.silent and saying.state not in _DECISIONS:
            return self._outcome(saying, Result.COMMENTED, "there are no words in it", reviewer)
        works = self._works(saying, reviewer)
        if works is None:
            return None
        allowed = {key: work for key, work in works.items() if reviewer not in self._authors(key, work)}
        if works and not allowed:
            why = f"{name} took part in the work, and nobody reviews their own"
            return self._own(saying, why, reviewer)
        words = {
            key: found
            for key, work in allowed.items()
            if (found := vocabulary(self.district, work.micro_credential)) is not None
        }
        if not words:
            return self._nothing_there(saying, reviewer)
        return self._said(saying, reviewer, {key: allowed[key] for key in words}, words)

    def _own(self, saying: Saying, why: str, reviewer: str) -> None:
        self._outcome(saying, Result.IGNORED, why, reviewer)
        if uncounted.rates(saying, self.district):
            self.reply(saying, [uncounted.OWN])

    def _nothing_there(self, saying: Saying, reviewer: str) -> None:
        """Said of a state in which the pull request had changed nothing that could be rated."""
        why = "this pull request changes no submission that could be rated"
        if not uncounted.rates(saying, self.district):
            return self._outcome(saying, Result.COMMENTED, why, reviewer)
        latest = {key: each[-1] for key, each in self.evidence.versions.items() if each}
        choices = tuple(
            (key, words, work.digest)
            for key, work in latest.items()
            if reviewer not in self._authors(key, work)
            and (words := vocabulary(self.district, work.micro_credential)) is not None
        )
        why = "it rates something, and the pull request had changed no submission by then" if choices else why
        self._outcome(saying, Result.ASKED, why, reviewer)
        return self.reply(saying, [uncounted.NOTHING_THERE], choices)

    def _approves(self, reviewer: str, words: Vocabulary) -> bool:
        """Whether this person decides upon others' ratings of this work."""
        return words.approval and Role.APPROVER in self.district.people[reviewer].roles

    def _authors(self, key: SubmissionKey, work: Work) -> frozenset[str]:
        """Everybody who took part, by the version that was read or by today's."""
        today = self.district.submission(key)
        return work.authors | {key[0], *(today.co_authors if today else ())}

    def _works(self, saying: Saying, reviewer: str) -> Mapping[SubmissionKey, Work] | None:
        """The submissions that were looked at; None when that cannot be told (and was said)."""
        if not saying.bound:
            return {key: versions[-1] for key, versions in self.evidence.versions.items() if versions}
        if saying.commit is None:
            why = "the forge no longer knows which version was looked at"
            self._outcome(saying, Result.ASKED, why, reviewer)
            self.reply(saying, [f"I cannot keep this review: {why}. Please give it again as a new review."])
            return None
        if saying.commit not in self.evidence.at:
            why = (
                f"the commit {saying.commit[:12]} that was looked at is not in this clone; fetch it:"
                f" git fetch origin refs/pull/{self.pull.number}/head"
            )
            self._outcome(saying, Result.WAITING, why, reviewer)
            return None
        return self.evidence.at[saying.commit]

    def _said(
        self,
        saying: Saying,
        reviewer: str,
        works: Mapping[SubmissionKey, Work],
        words: Mapping[SubmissionKey, Vocabulary],
    ) -> None:
        found = parts(saying, words)
        choices = tuple((key, words[key], works[key].digest) for key in works)
        decision = _DECISIONS.get(saying.state) if saying.state else None
        spoken = {key: block for key, block in found.blocks.items() if block.speaks}
        slips = [*found.unplaced, *(slip for block in found.blocks.values() for slip in block.slips)]
        decided = [key for key in works if decision and self._approves(reviewer, words[key])]
        if decided and not spoken and not slips:
            spoken = {key: replace(found.blocks.get(key, Block()), verdict=decision) for key in decided}
            self._enter(saying, reviewer, found, spoken, works, words)
        elif spoken:
            self._ask(saying, reviewer, found, choices, but=spoken)
            self._enter(saying, reviewer, found, spoken, works, words)
        elif slips:
            self._ask(saying, reviewer, found, choices)
        elif decision:
            self.bare[reviewer] = (saying, choices)
            self._carry(saying, reviewer, found)
        else:
            hints = found.all_hints
            if hints:
                before = self.hinted.get(reviewer)
                if before and not before[3]:
                    self._outcome(before[0], Result.COMMENTED, _RATES_NOTHING, reviewer)
                self.hinted[reviewer] = (saying, choices, hints, saying.bound and bool(found.everything))
            self._carry(saying, reviewer, found, silent=not hints)
            if not hints and not saying.bound:
                self._outcome(saying, Result.COMMENTED, _RATES_NOTHING, reviewer)

    def _ask(
        self,
        saying: Saying,
        reviewer: str,
        found: Parts,
        choices: tuple[Choice, ...],
        but: Collection[SubmissionKey] = (),
    ) -> None:
        """Answer what was not understood; what is said of ``but`` is seen to elsewhere."""
        by_key = {key: block.slips for key, block in found.blocks.items() if key not in but and block.slips}
        slips = [*found.unplaced, *(slip for each in by_key.values() for slip in each)]
        if not slips:
            return
        if not found.unplaced:
            choices = tuple(each for each in choices if each[0] in by_key)
        words = choices[0][1] if len(choices) == 1 else None
        self._outcome(saying, Result.ASKED, f"not understood: {slips[0].why}", reviewer)
        self.reply(saying, [misunderstood(slips, words)], choices)

    def _carry(self, saying: Saying, reviewer: str, found: Parts, silent: bool = True) -> None:
        """Keep the words of a review without ratings for the same person's next one."""
        text = found.everything
        if saying.bound and text:
            self._carried.setdefault(reviewer, []).append((saying, text))
        elif saying.bound and silent and reviewer not in self.bare:
            self._outcome(saying, Result.COMMENTED, "there are no words in it", reviewer)

    def _enter(
        self,
        saying: Saying,
        reviewer: str,
        found: Parts,
        spoken: Mapping[SubmissionKey, Block],
        works: Mapping[SubmissionKey, Work],
        words: Mapping[SubmissionKey, Vocabulary],
    ) -> None:
        shared = [*self._collected(reviewer), *found.text]
        shared += [block.text for key, block in found.blocks.items() if key not in spoken]
        for key, block in spoken.items():
            versions = self.evidence.versions.get(key, ())
            work = version_of(key, block.version, works[key] if saying.bound else None, versions)
            if isinstance(work, Unclear):
                self._outcome(saying, Result.ASKED, work.why, reviewer, key)
                told = f"I cannot tell which version this is about: {work.why}. {work.remedy}"
                self.reply(saying, [told], ((key, words[key], works[key].digest),))
                continue
            text = "\n\n".join(each for each in (*shared, block.text) if each.strip())
            shared = []
            bare = not (block.ratings or block.next_steps or block.steps_in)
            decides = block.verdict if bare and self._approves(reviewer, words[key]) else None
            self.entries.append(
                Entry(
                    self.place,
                    self.pull.number,
                    saying.about,
                    saying.at,
                    reviewer,
                    key,
                    work,
                    words[key],
                    block,
                    text,
                    saying.address,
                    saying.state,
                    decides,
                )
            )

    def _collected(self, reviewer: str) -> Iterator[str]:
        for saying, text in self._carried.pop(reviewer, []):
            reason = "it rates nothing; its words are kept with the same person's next review"
            self._outcome(saying, Result.COMMENTED, reason, reviewer)
            yield text

    def _bare(self, reviewer: str, saying: Saying, choices: tuple[Choice, ...]) -> None:
        """An approval (or a request for changes) that rates nothing: the latest one is answered."""
        open_ = self._unrated(reviewer, choices)
        word = "approval" if saying.state is ReviewState.APPROVED else "request for changes"
        if not open_:
            return self._outcome(saying, Result.COMMENTED, f"the {word} stands beside the ratings", reviewer)
        self._outcome(saying, Result.ASKED, f"the {word} on the forge rates nothing", reviewer)
        article = "An" if saying.state is ReviewState.APPROVED else "A"
        return self.reply(
            saying, [f"Thank you. {article} {word} on the forge rates nothing by itself."], open_
        )

    def _unrated(self, reviewer: str, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        """The versions that this person has not rated, here or in a file."""
        rated = {(entry.key, entry.work.digest) for entry in self.entries if entry.reviewer == reviewer}
        rated |= uncounted.rated_in_files(self.district, (each[0] for each in choices), reviewer)
        return tuple(each for each in choices if (each[0], each[2]) not in rated)
