"""What the organisation's definitions say, looked up once for all people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from proofolio.core.awarding.scale import Scale
from proofolio.core.model.competency import Competency
from proofolio.core.model.crosswalk import Crosswalk
from proofolio.core.model.district import District
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.pathway import Pathway
from proofolio.core.model.requirement import Facet, Named, Requirement, Selector
from proofolio.core.model.rubric import Criterion
from proofolio.core.model.rubric_digest import rubric_digest
from proofolio.core.model.succession import line


@dataclass(frozen=True, slots=True)
class Asked:
    """What a micro-credential is rated against. Empty where the definitions are lacking.

    ``rubric`` is the digest of the rubric as it is today.
    """

    micro_credential: MicroCredential | None = None
    competency: Competency | None = None
    scale: Scale = field(default_factory=lambda: Scale(None))
    criteria: tuple[Criterion, ...] = ()
    rubric: str | None = None

    @property
    def approval(self) -> bool:
        """Whether an approver must agree once the ratings are there."""
        return self.micro_credential is not None and self.micro_credential.review.approval

    @property
    def blind(self) -> bool:
        """Whether reviewers stay unnamed to the author."""
        return self.micro_credential is not None and self.micro_credential.review.blind

    @property
    def reviewers(self) -> int:
        """How many people must agree; never fewer than one."""
        return max(1, self.micro_credential.review.reviewers) if self.micro_credential else 1

    @property
    def requires(self) -> tuple[str, ...]:
        """The micro-credentials that must be earned first."""
        return self.micro_credential.requires if self.micro_credential else ()


_NOTHING = Asked()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Definitions with their references resolved, and a memory of what was looked up.

    ``reviewers`` are the ids of all whose role lets them review.
    """

    district: District
    asked: Mapping[str, Asked]
    reviewers: tuple[str, ...] = ()
    crosswalk: Crosswalk = field(default_factory=Crosswalk, repr=False)
    _selected: dict[Selector, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _leading: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _competency: dict[str, Competency | None] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, district: District) -> Catalogue:
        """The catalogue of a district."""
        asked = {}
        for name, micro_credential in district.micro_credentials.items():
            competency = district.competency_of(micro_credential)
            scale = Scale(district.frameworks.get(competency.framework) if competency else None)
            criteria = district.criteria_of(micro_credential)
            rubric = rubric_digest(district, micro_credential)
            asked[name] = Asked(micro_credential, competency, scale, criteria, rubric)
        reviewers = tuple(sorted(each.id for each in district.people.values() if each.may_review))
        return cls(district, asked, reviewers, Crosswalk.of(district))

    def of_micro_credential(self, name: str) -> Asked:
        """What a micro-credential asks; nothing at all when it is not known."""
        return self.asked.get(name, _NOTHING)

    def pathway(self, name: str) -> Pathway | None:
        """The pathway of this name, unless a micro-credential has the name too (it comes first)."""
        return None if name in self.asked else self.district.pathways.get(name)

    def title(self, name: str) -> str:
        """A micro-credential's or pathway's title, or its id when it is not known."""
        if name in self.district.micro_credentials:
            return self.district.micro_credentials[name].title
        return self.district.pathways[name].title if name in self.district.pathways else name

    def knows(self, name: str) -> bool:
        """Whether anything can be earned under this name."""
        return name in self.asked or name in self.district.pathways

    def selected(self, selector: Selector) -> tuple[str, ...]:
        """What a selector offers, by id; for a kind, those that ask for it come first."""
        if selector not in self._selected:
            offered = sorted(self.district.selected(selector))
            if selector.facet is Facet.KIND:
                offered.sort(key=lambda each: not self._asks_for(each, selector.value))
            self._selected[selector] = tuple(offered)
        return self._selected[selector]

    def leading_to(self, name: str) -> tuple[str, ...]:
        """The pathways that a pathway's rule names, and those that theirs name, and so on."""
        if name not in self._leading:
            self._leading[name] = self.leading(self.district.pathways[name].rule)
        return self._leading[name]

    def leading(self, rule: Requirement) -> tuple[str, ...]:
        """The pathways that a rule names, and those that theirs name, and so on."""
        found: set[str] = set()
        todo = [rule]
        while todo:
            new = {each for each in _named(todo.pop()) if self.pathway(each) is not None} - found
            found |= new
            todo.extend(self.district.pathways[each].rule for each in sorted(new))
        return tuple(sorted(found))

    def competency(self, ref: str) -> Competency | None:
        """The one competency that a reference means."""
        if ref not in self._competency:
            self._competency[ref] = self.district.competency(ref)
        return self._competency[ref]

    def line(self, competency: Competency | None) -> tuple[Competency, ...]:
        """A competency and those that replace it: all that what names it counts for."""
        return line(self.district, competency)

    def counts(self, competency: Competency | None) -> tuple[Competency, ...]:
        """Every competency in which evidence for this one counts: its line, and what is aligned with it."""
        return self.crosswalk.counts(competency)

    def scale(self, competency: Competency) -> Scale:
        """The scale on which a competency is rated."""
        return Scale(self.district.frameworks.get(competency.framework))

    def _asks_for(self, name: str, kind: str) -> bool:
        micro_credential = self.asked[name].micro_credential
        return micro_credential is not None and micro_credential.artifacts.kinds.get(kind, 0) > 0


def _named(rule: Requirement) -> Iterator[str]:
    if isinstance(rule, Named):
        yield rule.id
    elif not isinstance(rule, Selector):
        for part in rule.parts:
            yield from _named(part)
