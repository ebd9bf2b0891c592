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
from proofolio.core.awarding.wording import sentence
from proofolio.core.language.phrase import listed
from proofolio.core.language.say import day, say, says
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
            yield says(
                "A draft; {n} thing is not there yet.", "A draft; {n} things are not there yet.", missing
            )
        else:
            yield say("A draft, with everything in place that is asked.")
        yield from self._practice()

    def _incomplete(self) -> Iterator[str]:
        missing = len(self.judgement.missing)
        yield says(
            "Submitted, but {n} thing is not there yet.",
            "Submitted, but {n} things are not there yet.",
            missing,
        )
        yield from self._practice()

    def _waiting(self) -> Iterator[str]:
        latest = self.judgement.reviews.latest
        if latest is None:
            yield say("Complete; nobody has reviewed it yet.")
        else:
            again = self.judgement.reviews.round + 1
            review = self._review(latest)
            yield say("Revised since {review}; waiting for round {n}.", review=review, n=again)
        yield from self._always()

    def _stale(self) -> Iterator[str]:
        latest = self.judgement.reviews.latest
        review = self._review(latest) if latest else say("the last review")
        yield say(
            "Changed since {review}, which said met; it counts again once a reviewer confirms it.",
            review=review,
        )
        yield from self._always()

    def _in_review(self) -> Iterator[str]:
        asked = self.judgement.asked
        for criterion in asked.criteria:
            standing = self.judgement.criteria[criterion.id]
            if standing.met:
                continue
            title = criterion.title
            if not standing.by:
                yield say("“{title}” is not rated yet.", title=title)
            elif asked.scale.mastery is None:
                yield say("“{title}” is rated, but the scale names no mastery level.", title=title)
            else:
                have = len(standing.by)
                yield say(
                    "“{title}”: {have} of {of} reviewers so far.", title=title, have=have, of=asked.reviewers
                )
        yield from self._approval()
        for name in self.place.lacking:
            yield say("First earn “{title}”.", title=self.catalogue.title(name))
        yield from self._rubric()
        yield from self._always()

    def _approval(self) -> Iterator[str]:
        judgement = self.judgement
        if not (judgement.rated and judgement.asked.approval) or judgement.approved:
            return
        yield say("The ratings are there; an approver, who is none of those who gave them, has to agree.")
        for review in judgement.reviews.fresh:
            if review.verdict is Verdict.MET and approves(review.reviewer, self.catalogue.district.people):
                others = without(judgement.reviews.fresh, review.reviewer)
                who = self._name(review)
                if completed_on(others, judgement.asked) is None:
                    yield say("{who} may approve, but gave ratings that were needed.", who=who)
                else:
                    yield say(
                        "{who} agreed on {day}, before the ratings were complete.",
                        who=who,
                        day=day(review.on),
                    )

    def _revise(self) -> Iterator[str]:
        asked = self.judgement.asked
        for review in self.judgement.paused:
            for criterion in rated_below(review, asked):
                yield self._below(review, criterion)
            if review.verdict is Verdict.REVISE:
                who = self._name(review)
                yield say("{who} asks for a revision ({day}).", who=who, day=day(review.on))
        yield from self._disagreements()
        yield from self._rubric()
        yield from self._always()

    def _met(self) -> Iterator[str]:
        asked = self.judgement.asked
        fresh = [each for each in self.judgement.reviews.fresh if each.ratings]
        by = sorted({self._name(each) for each in fresh})
        told = {
            "level": asked.scale.title(asked.scale.mastery or ""),
            "who": say("the reviewers") if asked.blind and len(fresh) > 1 else listed(by),
            "day": day(self.place.decided_on or date.min),
        }
        if len(by) == 1 and not (asked.blind and len(fresh) > 1):
            yield says(
                "The one criterion is at “{level}” or above, says {who}; decided on {day}.",
                "All {n} criteria are at “{level}” or above, says {who}; decided on {day}.",
                len(asked.criteria),
                **told,
            )
        else:
            yield says(
                "The one criterion is at “{level}” or above, say {who}; decided on {day}.",
                "All {n} criteria are at “{level}” or above, say {who}; decided on {day}.",
                len(asked.criteria),
                **told,
            )
        if self.judgement.approved:
            approved = self.judgement.approved
            yield say("{who} approved it on {day}.", who=self._name(approved), day=day(approved.on))
        yield from self._rubric()

    def _earned(self) -> Iterator[str]:
        if self.place.credential:
            on = day(self.place.credential.on)
            yield say("Earned; the credential of {day} is in the ledger.", day=on)
        if not self.judgement.competent:
            yield say("Ratings, evidence or rubric have changed since; what was earned stays earned.")

    def _expired(self) -> Iterator[str]:
        until = day(self.place.expires_on or date.min)
        if self.place.credential:
            on = day(self.place.credential.on)
            yield say("Earned on {day}; it was valid until {until}.", day=on, until=until)
        else:
            yield from self._met()
            yield say("It was valid until {until}.", until=until)

    def _revoked(self) -> Iterator[str]:
        revocation = self.place.revocation
        if revocation is None:
            yield say("The credential was revoked.")
            return
        why = sentence(revocation.reason)
        yield say("The credential was revoked on {day}: {why}", day=day(revocation.on), why=why)

    def _always(self) -> Iterator[str]:
        """What the reader should know whenever work is not decided."""
        asked, submission = self.judgement.asked, self.judgement.submission
        if asked.micro_credential is None:
            yield say("“{title}” is not a known micro-credential.", title=submission.micro_credential)
        elif not asked.criteria:
            yield say("There are no criteria to rate it against, so it cannot be met.")
        yield from self._practice()
        for review, bar in self.judgement.reviews.barred:
            yield self._barred(review, bar)

    def _barred(self, review: Review, bar: Bar) -> str:
        who, on = self._name(review), day(review.on)
        match bar:
            case Bar.AHEAD:
                return say(
                    "{review} is dated ahead; it counts from that day on.", review=self._review(review)
                )
            case Bar.AUTHOR:
                return say("The review of {day} does not count: {who} did the work.", day=on, who=who)
            case Bar.UNQUALIFIED:
                return say(
                    "The review of {day} does not count: {who} is not on the roster as a reviewer.",
                    day=on,
                    who=who,
                )
            case Bar.RECUSED if review.verdict is Verdict.RECUSED:
                return say("{who} has stepped back from this work (since {day}).", who=who, day=on)
            case Bar.RECUSED:
                return say(
                    "The review of {day} does not count: {who} has stepped back from this work.",
                    day=on,
                    who=who,
                )

    def _rubric(self) -> Iterator[str]:
        for review in self.judgement.earlier_rubric:
            yield say(
                "{review} was rated against an earlier rubric; that takes nothing away.",
                review=self._review(review),
            )

    def _practice(self) -> Iterator[str]:
        if self.judgement.submission.practice:
            yield say("This is practice: reviews help, and it is never counted.")

    def _below(self, review: Review, criterion: Criterion) -> str:
        scale = self.judgement.asked.scale
        return say(
            "{who} rates “{title}” “{level}”; “{wanted}” is asked.",
            who=self._name(review),
            title=criterion.title,
            level=scale.title(review.ratings[criterion.id]),
            wanted=scale.title(scale.mastery or ""),
        )

    def _disagreements(self) -> Iterator[str]:
        asked = self.judgement.asked
        for criterion in asked.criteria:
            rated = [each for each in self.judgement.reviews.fresh if criterion.id in each.ratings]
            above = [self._name(each) for each in rated if asked.scale.mastered(each.ratings[criterion.id])]
            below = [self._name(each) for each in rated if asked.scale.below(each.ratings[criterion.id])]
            if above and below:
                yield say(
                    "{who} differ on “{title}”; it stays open until they agree.",
                    who=say("the reviewers") if asked.blind else listed(above + below),
                    title=criterion.title,
                )

    def _name(self, review: Review) -> str:
        if self.judgement.asked.blind and review.reviewer not in self._authors:
            return say("a reviewer")
        return self.catalogue.district.name_of(review.reviewer)

    @property
    def _authors(self) -> frozenset[str]:
        submission = self.judgement.submission
        return frozenset((submission.person, *submission.co_authors))

    def _review(self, review: Review) -> str:
        if self.judgement.asked.blind:
            return say("the review of {day}", day=day(review.on))
        return say("{who}’s review of {day}", who=self._name(review), day=day(review.on))
