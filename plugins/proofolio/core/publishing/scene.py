"""All that the page builders look at: one audience's view of one district on one day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from proofolio.core.language.say import say
from proofolio.core.model.address import folder
from proofolio.core.model.agreement import Agreement
from proofolio.core.model.crosswalk import Crosswalk
from proofolio.core.model.district import District
from proofolio.core.model.figures import Report
from proofolio.core.model.history import History
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.queue import Queue
from proofolio.core.model.standing import Award, Decision
from proofolio.core.model.starters import Starters
from proofolio.core.model.story import Story
from proofolio.core.model.submission import Submission, SubmissionKey
from proofolio.core.publishing.bright import Bright, bright_spots
from proofolio.core.publishing.ledger import Held, Proven, achievements, ledgers, signings
from proofolio.core.publishing.mending import Mending, mend
from proofolio.core.publishing.page import Audience, Ref, Withheld
from proofolio.core.publishing.seen import Seen, claimed, lapsed, seen
from proofolio.core.publishing.sight import Sight
from proofolio.core.publishing.trail import Step, changes, trails


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything visible, indexed once so that no page has to search the whole district.

    ``claims`` maps a competency (``framework/id``) to the published submissions that name it,
    ``entries`` to the published log entries, oldest first;
    ``earners`` a micro-credential to the visible awards. All in order of person, then slug.
    ``changes`` maps a competency's file to the commits that changed it, oldest first; ``stories`` are
    those of the submissions. ``proven`` are the signed files whose proof holds, ``credentials`` those of
    them that the audience may see, by person, and ``signings`` the days on which each key signed one.
    ``present`` is the commit of the present version of published work.
    ``starters`` are what links for adding something bring along. ``report`` holds the figures for this
    audience; ``queue`` and ``agreement`` only an internal site has, and they are of what it shows.
    ``bright`` are the recognitions that are shown, newest first.
    """

    sight: Sight
    people: Mapping[str, Seen]
    claims: Mapping[str, tuple[Submission, ...]]
    entries: Mapping[str, tuple[LogEntry, ...]]
    earners: Mapping[str, tuple[Award, ...]]
    trails: Mapping[SubmissionKey, tuple[Step, ...]]
    history_known: bool
    mending: Mending
    today: date
    starters: Starters | None = None
    changes: Mapping[str, tuple[Step, ...]] = field(default_factory=dict)
    stories: Mapping[SubmissionKey, Story] = field(default_factory=dict)
    crosswalk: Crosswalk = field(default_factory=Crosswalk)
    proven: Proven = field(default_factory=dict)
    credentials: Mapping[str, tuple[Held, ...]] = field(default_factory=dict)
    signings: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    present: Mapping[SubmissionKey, str] = field(default_factory=dict)
    report: Report | None = None
    queue: Queue | None = None
    agreement: Agreement | None = None
    bright: tuple[Bright, ...] = ()

    @property
    def district(self) -> District:
        """The sifted district."""
        return self.sight.district

    @property
    def audience(self) -> Audience:
        """For whom the site is built."""
        return self.sight.audience

    def decision(self, submission: Submission) -> Decision | None:
        """What was decided about a published submission."""
        found = self.people.get(submission.person)
        return found.decisions.get(submission.slug) if found else None

    def submissions(self) -> tuple[Submission, ...]:
        """Every published submission, person by person."""
        return tuple(each for person in self.people.values() for each in person.submissions)

    def lapsed(self, award: Award) -> bool:
        """Whether an award's time has run out; ``until`` is the last day on which it holds."""
        return lapsed(award, self.today)

    def award_submission(self, award: Award) -> Ref | None:
        """The published work behind a visible award."""
        found = self.district.submission((award.person, award.submission)) if award.submission else None
        return self.sight.submission(found) if found and self.sight.shows(found) else None

    def credential_of(self, award: Award) -> Held | None:
        """The shown credential that stands for an award: of its day, else the newest for the same thing."""
        ledger = self.credentials.get(award.person, ())
        same = [each for each in ledger if each.credential.achievement == award.micro_credential]
        dated = [each for each in same if each.credential.on == award.on]
        return next(reversed(dated or same), None) if award.issued else None

    def blind(self, submission: Submission) -> bool:
        """Whether reviewers of this work stay unnamed."""
        found = self.district.micro_credentials.get(submission.micro_credential)
        return found is not None and found.review.blind

    def reviewer(self, submission: Submission, person: str) -> Ref:
        """Who reviewed, as far as the micro-credential lets it be known."""
        return Ref(say("A reviewer"), None) if self.blind(submission) else self.sight.person(person)


def look(
    district: District,
    progress: Mapping[str, PersonProgress],
    history: History,
    audience: Audience,
    withheld: tuple[Withheld, ...],
    today: date,
    proven: Proven | None = None,
) -> Scene:
    """Gather what the audience may see.

    ``district`` may still hold the work that is ``withheld``: it is taken out here, and its own
    word on visibility decides whether a notice may say that something is missing.
    ``proven`` are the signed files whose proof was found to hold: no other one is shown.
    """
    sight, mending = mend(district, audience, withheld)
    crosswalk = Crosswalk.of(sight.district)
    credentials = ledgers(sight, proven or {})
    portfolios = sorted(sight.district.portfolios)
    issued = {each: achievements(credentials.get(each, ())) for each in portfolios}
    people = {
        each: seen(sight, mending.whole, each, progress.get(each), today, crosswalk, issued[each])
        for each in portfolios
    }
    claims: dict[str, list[Submission]] = {}
    entries: dict[str, list[LogEntry]] = {}
    earners: dict[str, list[Award]] = {}
    for each in people.values():
        for submission in each.submissions:
            for ref in claimed(sight.district, submission, crosswalk):
                claims.setdefault(ref, []).append(submission)
        for entry in each.log:
            named = sight.district.competency(entry.competency) if entry.competency else None
            for competency in crosswalk.counts(named):
                entries.setdefault(competency.ref, []).append(entry)
        for key, award in each.awards.items():
            earners.setdefault(key, []).append(award)
    return Scene(
        sight,
        people,
        {key: tuple(claims[key]) for key in sorted(claims)},
        {key: tuple(sorted(entries[key], key=_age)) for key in sorted(entries)},
        {key: tuple(earners[key]) for key in sorted(earners)},
        trails(sight, history),
        history.known,
        mending,
        today,
        changes=changes(sight, history, (each.source.file for each in sight.district.competencies())),
        crosswalk=crosswalk,
        proven=proven or {},
        credentials=credentials,
        signings=signings(credentials),
        present=_present(people.values(), history),
        bright=bright_spots(sight, today),
    )


def _present(people: Iterable[Seen], history: History) -> dict[SubmissionKey, str]:
    """The commit that brought each published piece of work into its present version, if Git knows it."""
    found = {}
    for submission in (each for person in people for each in person.submissions):
        for version in history.versions.get(folder(submission), ()):
            if version.digest == submission.digest:
                found[submission.key] = version.revision.commit
    return found


def _age(entry: LogEntry) -> tuple[date, str, str]:
    return entry.on, entry.person, entry.slug
