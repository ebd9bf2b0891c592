"""What an audience may see, and how things are named and linked for it.

Everything on the site goes through here. The rules (P1, P2, R44): public sees what is public;
internal sees that and what is internal; nobody sees what is private. Drafts and practice work are
shown to no audience, in no form. A submission follows its own word, then its portfolio's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.language.say import say
from proofolio.core.model import address
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogEntry
from proofolio.core.model.submission import Status, Submission
from proofolio.core.publishing.page import Audience, Ref


class _Sourced(Protocol):
    @property
    def source(self) -> Pointer: ...


class _Definition(_Sourced, Protocol):
    @property
    def title(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Sight:
    """One audience's view of the district.

    ``district`` has been sifted. ``closed`` are the people whose profile exists but could not be
    read (nobody can tell what it says of who may see it) and those who are not on the roster: all
    their work is hidden until that is mended, and their page holds nothing but a notice.
    ``withheld`` are the paths of files that need mending: a definition among them has no page, and
    is named without a link.
    """

    district: District
    audience: Audience
    closed: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()

    def opens(self, person: str) -> bool:
        """Whether the audience may see this person's profile, and so what belongs to it."""
        portfolio = self.district.portfolios.get(person)
        if portfolio is None or person in self.closed:
            return False
        return self.audience.sees(portfolio.visibility)

    def has_page(self, person: str) -> bool:
        """Whether there is a page for this person at all."""
        return self.opens(person) or (person in self.closed and person in self.district.portfolios)

    def shows(self, submission: Submission) -> bool:
        """Whether a submission is published to the audience."""
        portfolio = self.district.portfolios.get(submission.person)
        if portfolio is None or submission.person in self.closed:
            return False
        if submission.practice or submission.status is not Status.SUBMITTED:
            return False
        return self.audience.sees(portfolio.visibility_of(submission))

    def shows_entry(self, entry: LogEntry) -> bool:
        """Whether a log entry is shown. It stands on the portfolio's page, so that must be open."""
        portfolio = self.district.portfolios.get(entry.person)
        return (
            portfolio is not None
            and self.opens(entry.person)
            and self.audience.sees(portfolio.visibility_of(entry))
        )

    def submissions(self, person: str) -> tuple[Submission, ...]:
        """A person's published submissions, by slug."""
        portfolio = self.district.portfolios.get(person)
        every = sorted(portfolio.submissions.items()) if portfolio else ()
        return tuple(each for _, each in every if self.shows(each))

    def person(self, person: str) -> Ref:
        """A person's name; a link when the audience may see the portfolio."""
        uri = address.of_person(person) if self.has_page(person) else None
        return Ref(self.district.name_of(person), uri)

    def names(self, person: str) -> bool:
        """Whether somebody may be named in what another wrote or did.

        Who has a portfolio that the audience may not see has not agreed to stand there by name; for who
        has none, such as a coach, there is nothing to keep.
        """
        return person not in self.district.portfolios or self.has_page(person)

    def companion(self, person: str) -> Ref:
        """Somebody whom another names as a companion or as a co-author."""
        return self.person(person) if self.names(person) else Ref(say("a colleague"), None)

    def companions(self, people: Iterable[str]) -> tuple[Ref, ...]:
        """Those whom another names, each once."""
        return tuple(dict.fromkeys(self.companion(each) for each in people))

    def submission(self, submission: Submission) -> Ref:
        """A published submission."""
        return Ref(submission.title, address.of_submission(submission))

    def publishes(self, definition: _Sourced) -> bool:
        """Whether a definition has a page."""
        return definition.source.file not in self.withheld

    def competency(self, ref: str, near: str | None = None) -> Ref:
        """A competency, or the name as written when there is none."""
        found = self.district.competency(ref, near)
        return self._ref(found, address.of_competency(found) if found else None, ref)

    def framework(self, framework: str) -> Ref:
        """A framework, or the name as written."""
        found = self.district.frameworks.get(framework)
        return self._ref(found, address.of_framework(found) if found else None, framework)

    def micro_credential(self, micro_credential: str) -> Ref:
        """A micro-credential, or the id as written."""
        found = self.district.micro_credentials.get(micro_credential)
        return self._ref(found, address.of_micro_credential(micro_credential), micro_credential)

    def pathway(self, pathway: str) -> Ref:
        """A pathway, or the id as written."""
        return self._ref(self.district.pathways.get(pathway), address.of_pathway(pathway), pathway)

    def achievement(self, achievement: str) -> Ref:
        """A micro-credential or a pathway: what a rule may name."""
        known = achievement in self.district.micro_credentials
        return self.micro_credential(achievement) if known else self.pathway(achievement)

    def opportunity(self, opportunity: str) -> Ref:
        """An opportunity, or the id as written."""
        found = self.district.opportunities.get(opportunity)
        return self._ref(found, address.of_opportunity(opportunity), opportunity)

    def course(self, course: str) -> Ref:
        """A micro-course, or the id as written."""
        return self._ref(self.district.courses.get(course), address.of_course(course), course)

    def _ref(self, found: _Definition | None, uri: str | None, name: str) -> Ref:
        if found is None:
            return Ref(name, None)
        return Ref(found.title, uri if self.publishes(found) else None)

    def organization(self, person: str) -> str | None:
        """The name of the organisation that a person belongs to."""
        found = self.district.people.get(person)
        if found is None or found.organization is None:
            return None
        issuer = self.district.issuer
        known = issuer.organizations.get(found.organization) if issuer else None
        return known.name if known else found.organization
