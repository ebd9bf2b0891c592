"""Reasons: why a submission stands where it stands, in sentences. Never a bare no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from proofolio.core.awarding.approval import approves, completed_on, without
from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.judgement import Judgement, rated_below
from proofolio.core.awarding.reviews import Bar
from proofolio.core.awarding.standing import Place
from proofolio.core.awarding.wording import joined, plural, quoted, sentence
from proofolio.core.model.day import day
from proofolio.core.model.review import Review, Verdict
from proofolio.core.model.rubric import Criterion
from proofolio.core.model.standing import Standing


@dataclass(frozen=True, slots=True)
class Reasons:
    """Gives the reasons for one submission's standing.

    Where the micro-credential says that reviewers stay unnamed, none is named here either.
    """

    judgement: Judgement
    place: Place
    catalogue: Catalogue

    def because(self) -> tuple[str, ...]:
        """The reasons, the most important first; always at least one."""
        telling = {
            Standing.DRAFT: self._draft,
            Standing.INCOMPLETE: self._incomplete,
            Standing.WAITING: self._waiting,
            Standing.STALE: self._stale,
            Standing.IN_REVIEW: self._in_review,
            Standing.REVISE: self._revise,
            Standing.MET: self._met,
            Standing.EARNED: self._earned,
            Standing.EXPIRED: self._expired,
            Standing.REVOKED: self._revoked,
        }
        told = dict.fromkeys(telling[self.place.standing]())
        return tuple(map(sentence, told)) if self.judgement.asked.blind else tuple(told)

    def _draft(self) -> Iterator[str]:
        missing = len(self.judgement.missing)
        if missing:
            yield f"A draft; {plural(missing, 'thing')} {'is' if missing == 1 else 'are'} not there yet."
        else:
            yield "A draft, with everything in place that is asked."
        yield from self._practice()

    def _incomplete(self) -> Iterator[str]:
        missing = len(self.judgement.missing)
        verb = "is" if missing == 1 else "are"
        yield f"Submitted, but {plural(missing, 'thing')} {verb} not there yet."
        yield from self._practice()

    def _waiting(self) -> Iterator[str]:
        latest = self.judgement.reviews.latest
        if latest is None:
            yield "Complete; nobody has reviewed it yet."
        else:
            again = self.judgement.reviews.round + 1
            yield f"Revised since {self._review(latest)}; waiting for round {again}."
        yield from self._always()

    def _stale(self) -> Iterator[str]:
        latest = self.judgement.reviews.latest
        review = self._review(latest) if latest else "the last review"
        yield f"Changed since {review}, which said met; it counts again once a reviewer confirms it."
        yield from self._always()

    def _in_review(self) -> Iterator[str]:
        asked = self.judgement.asked
        for criterion in asked.criteria:
            standing = self.judgement.criteria[criterion.id]
            if standing.met:
                continue
            if not standing.by:
                yield f"{quoted(criterion.title)} is not rated yet."
            elif asked.scale.mastery is None:
                yield f"{quoted(criterion.title)} is rated, but the scale names no mastery level."
            else:
                yield f"{quoted(criterion.title)}: {len(standing.by)} of {asked.reviewers} reviewers so far."
        yield from self._approval()
        for name in self.place.lacking:
            yield f"First earn {quoted(self.catalogue.title(name))}."
        yield from self._rubric()
        yield from self._always()

    def _approval(self) -> Iterator[str]:
        judgement = self.judgement
        if not (judgement.rated and judgement.asked.approval) or judgement.approved:
            return
        yield "The ratings are there; an approver, who is none of those who gave them, has to agree."
        for review in judgement.reviews.fresh:
            if review.verdict is Verdict.MET and approves(review.reviewer, self.catalogue.district.people):
                others = without(judgement.reviews.fresh, review.reviewer)
                if completed_on(others, judgement.asked) is None:
                    yield f"{self._name(review)} may approve, but gave ratings that were needed."
                else:
                    when = f"on {day(review.on)}, before the ratings were complete"
                    yield f"{self._name(review)} agreed {when}."

    def _revise(self) -> Iterator[str]:
        asked = self.judgement.asked
        for review in self.judgement.paused:
            for criterion in rated_below(review, asked):
                yield self._below(review, criterion)
            if review.verdict is Verdict.REVISE:
                yield f"{self._name(review)} asks for a revision ({day(review.on)})."
        yield from self._disagreements()
        yield from self._rubric()
        yield from self._always()

    def _met(self) -> Iterator[str]:
        asked = self.judgement.asked
        fresh = [each for each in self.judgement.reviews.fresh if each.ratings]
        by = sorted({self._name(each) for each in fresh})
        mastery = quoted(asked.scale.title(asked.scale.mastery or ""))
        count = len(asked.criteria)
        criteria = "The one criterion is" if count == 1 else f"All {count} criteria are"
        says = "says" if len(by) == 1 else "say"
        decided = f"decided on {day(self.place.decided_on or date.min)}"
        if asked.blind and len(fresh) > 1:
            by, says = ["the reviewers"], "say"
        yield f"{criteria} at {mastery} or above, {says} {joined(by)}; {decided}."
        if self.judgement.approved:
            approved = self.judgement.approved
            yield f"{self._name(approved)} approved it on {day(approved.on)}."
        yield from self._rubric()

    def _earned(self) -> Iterator[str]:
        if self.place.credential:
            yield f"Earned; the credential of {day(self.place.credential.on)} is in the ledger."
        if not self.judgement.competent:
            yield "Ratings, evidence or rubric have changed since; what was earned stays earned."

    def _expired(self) -> Iterator[str]:
        until = day(self.place.expires_on or date.min)
        if self.place.credential:
            yield f"Earned on {day(self.place.credential.on)}; it was valid until {until}."
        else:
            yield from self._met()
            yield f"It was valid until {until}."

    def _revoked(self) -> Iterator[str]:
        revocation = self.place.revocation
        if revocation is None:
            yield "The credential was revoked."
            return
        yield f"The credential was revoked on {day(revocation.on)}: {sentence(revocation.reason)}"

    def _always(self) -> Iterator[str]:
        """What the reader should know whenever work is not decided."""
        asked, submission = self.judgement.asked, self.judgement.submission
        if asked.micro_credential is None:
            yield f"{quoted(submission.micro_credential)} is not a known micro-credential."
        elif not asked.criteria:
            yield "There are no criteria to rate it against, so it cannot be met."
        yield from self._practice()
        for review, bar in self.judgement.reviews.barred:
            yield self._barred(review, bar)

    def _barred(self, review: Review, bar: Bar) -> str:
        name = self._name(review)
        if review.verdict is Verdict.RECUSED and bar is Bar.RECUSED:
            return f"{name} has stepped back from this work (since {day(review.on)})."
        if bar is Bar.AHEAD:
            return f"{self._review(review)} is dated ahead; it counts from that day on."
        why = {
            Bar.AUTHOR: "did the work",
            Bar.UNQUALIFIED: "is not on the roster as a reviewer",
            Bar.RECUSED: "has stepped back from this work",
        }[bar]
        return f"The review of {day(review.on)} does not count: {name} {why}."

    def _rubric(self) -> Iterator[str]:
        for review in self.judgement.earlier_rubric:
            yield f"{self._review(review)} was rated against an earlier rubric; that takes nothing away."

    def _practice(self) -> Iterator[str]:
        if self.judgement.submission.practice:
            yield "This is practice: reviews help, and it is never counted."

    def _below(self, review: Review, criterion: Criterion) -> str:
        scale = self.judgement.asked.scale
        level = quoted(scale.title(review.ratings[criterion.id]))
        wanted = quoted(scale.title(scale.mastery or ""))
        return f"{self._name(review)} rates {quoted(criterion.title)} {level}; {wanted} is asked."

    def _disagreements(self) -> Iterator[str]:
        asked = self.judgement.asked
        for criterion in asked.criteria:
            rated = [each for each in self.judgement.reviews.fresh if criterion.id in each.ratings]
            above = [self._name(each) for each in rated if asked.scale.mastered(each.ratings[criterion.id])]
            below = [self._name(each) for each in rated if asked.scale.below(each.ratings[criterion.id])]
            if above and below:
                who = "the reviewers" if asked.blind else joined(above + below)
                yield f"{who} differ on {quoted(criterion.title)}; it stays open until they agree."

    def _name(self, review: Review) -> str:
        if self.judgement.asked.blind and review.reviewer not in self._authors:
            return "a reviewer"
        return self.catalogue.district.name_of(review.reviewer)

    @property
    def _authors(self) -> frozenset[str]:
        submission = self.judgement.submission
        return frozenset((submission.person, *submission.co_authors))

    def _review(self, review: Review) -> str:
        if self.judgement.asked.blind:
            return f"the review of {day(review.on)}"
        return f"{self._name(review)}’s review of {day(review.on)}"
