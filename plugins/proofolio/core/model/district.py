"""The whole of what the files say, with look-ups by the names people write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from proofolio.core.model.competency import Competency
from proofolio.core.model.course import Course
from proofolio.core.model.did import IssuerKeys
from proofolio.core.model.framework import Framework
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.pathway import Pathway
from proofolio.core.model.person import Person
from proofolio.core.model.portfolio import Portfolio
from proofolio.core.model.recognition import Recognition
from proofolio.core.model.renewal import RenewalProfile
from proofolio.core.model.requirement import Facet, Selector
from proofolio.core.model.revocation import Revocation
from proofolio.core.model.rubric import Criterion
from proofolio.core.model.submission import Submission, SubmissionKey
from proofolio.core.model.survey import Survey

EVERY = "*"
"""Among the broken ids of a kind: all of them, because their whole folder is missing."""


@dataclass(frozen=True, slots=True)
class District:
    """Everything that was loaded. Mappings are by id, in sorted order.

    ``broken`` names, by kind (``framework``, ``competency``, ``micro-credential``, ``pathway``,
    ``course``, ``renewal``, ``survey``, ``opportunity``, ``person``), the ids whose file exists but could not
    be read, and under ``file`` the paths of files that were refused (a link, a name that cannot be stored). A
    reference to one of them is not a second finding. :data:`EVERY` among the ids stands for all of
    the kind; ``roster`` says that nobody can be told from a stranger. ``keys`` are None until the issuer
    has any; ``revocations`` are by the credential's ``id``, and
    ``status_list`` is the signed list of them, None until there is one. ``recognitions`` are by file name.
    """

    issuer: Issuer | None
    frameworks: Mapping[str, Framework]
    micro_credentials: Mapping[str, MicroCredential]
    pathways: Mapping[str, Pathway]
    courses: Mapping[str, Course]
    renewals: Mapping[str, RenewalProfile]
    people: Mapping[str, Person]
    portfolios: Mapping[str, Portfolio]
    broken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    keys: IssuerKeys | None = None
    revocations: Mapping[str, Revocation] = field(default_factory=dict)
    status_list: Mapping[str, Any] | None = field(default=None, repr=False)
    surveys: Mapping[str, Survey] = field(default_factory=dict)
    recognitions: Mapping[str, Recognition] = field(default_factory=dict)
    opportunities: Mapping[str, Opportunity] = field(default_factory=dict)

    def is_broken(self, kind: str, ref: str) -> bool:
        """Whether a reference points at a file that exists but could not be read."""
        names = self.broken.get(kind, frozenset())
        return EVERY in names or ref in names or ref.rsplit("/", 1)[-1] in names

    def competencies(self) -> Iterator[Competency]:
        """All competencies, framework by framework."""
        for framework in self.frameworks.values():
            yield from framework.competencies.values()

    def competencies_named(self, ref: str, near: str | None = None) -> tuple[Competency, ...]:
        """Every competency that ``ref`` could mean: ``id`` or ``framework/id``.

        A bare id means the framework ``near`` first, when that one has it.
        """
        head, _, tail = ref.rpartition("/")
        if head:
            framework = self.frameworks.get(head)
            found = framework.competencies.get(tail) if framework else None
            return (found,) if found else ()
        if near is not None and near in self.frameworks and ref in self.frameworks[near].competencies:
            return (self.frameworks[near].competencies[ref],)
        return tuple(each for each in self.competencies() if each.id == ref)

    def competency(self, ref: str, near: str | None = None) -> Competency | None:
        """The one competency that ``ref`` means; None when there is none or more than one."""
        found = self.competencies_named(ref, near)
        return found[0] if len(found) == 1 else None

    def competency_of(self, micro_credential: MicroCredential) -> Competency | None:
        """The competency that a micro-credential is for."""
        return self.competency(micro_credential.competency)

    def criteria_of(self, micro_credential: MicroCredential) -> tuple[Criterion, ...]:
        """The rubric's criteria that a micro-credential asks for, in the rubric's order."""
        competency = self.competency_of(micro_credential)
        if competency is None:
            return ()
        criteria = competency.rubric.criteria
        wanted = micro_credential.criteria or tuple(criteria)
        return tuple(criteria[each] for each in criteria if each in wanted)

    def target(self, ref: str) -> tuple[Competency, Criterion | None] | None:
        """What a self-assessment rates: a competency, or one criterion of it; None if unknown."""
        competency = self.competency(ref)
        if competency is not None:
            return competency, None
        head, _, criterion = ref.rpartition("/")
        competency = self.competency(head) if head else None
        if competency is None or criterion not in competency.rubric.criteria:
            return None
        return competency, competency.rubric.criteria[criterion]

    def selected(self, selector: Selector) -> tuple[str, ...]:
        """The ids of the micro-credentials that a selector offers.

        For ``kind`` that is everything: it depends on a person's evidence, not on definitions.
        """
        return tuple(each.id for each in self.micro_credentials.values() if self._matches(each, selector))

    def _matches(self, micro_credential: MicroCredential, selector: Selector) -> bool:
        if selector.facet is Facet.KIND:
            return True
        competency = self.competency_of(micro_credential)
        if competency is None:
            return False
        values = {
            Facet.FRAMEWORK: (competency.framework,),
            Facet.DOMAIN: (competency.domain, f"{competency.framework}/{competency.domain}"),
            Facet.SET: (*competency.sets, *(f"{competency.framework}/{each}" for each in competency.sets)),
            Facet.THEME: competency.themes,
        }
        return selector.value in values[selector.facet]

    def submissions(self) -> Iterator[Submission]:
        """All submissions, person by person."""
        for portfolio in self.portfolios.values():
            yield from portfolio.submissions.values()

    def submission(self, key: SubmissionKey) -> Submission | None:
        """One submission by person and slug."""
        portfolio = self.portfolios.get(key[0])
        return portfolio.submissions.get(key[1]) if portfolio else None

    def name_of(self, person: str) -> str:
        """A person's name, or the id of somebody who is not on the roster."""
        found = self.people.get(person)
        return found.name if found else person
