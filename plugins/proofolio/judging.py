"""Judging a proposed change: is it its author's to make, what is wrong with it, what does it bring?"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from proofolio.adapters.files.load import load_tree
from proofolio.adapters.files.place_of_finding import located
from proofolio.adapters.git.change import change
from proofolio.adapters.git.history import read_history
from proofolio.adapters.git.reference import commit_of
from proofolio.adapters.git.tree import read_commit_tree
from proofolio.adapters.github.issue import Issue
from proofolio.adapters.github.refiling import refile
from proofolio.adapters.reporting.located import Located
from proofolio.adapters.reporting.summary import summary
from proofolio.adapters.reporting.summary_document import Summary
from proofolio.adapters.undisturbed import undisturbed
from proofolio.core.awarding.effect import Side, effect
from proofolio.core.checking.completeness import gaps
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.guarding.actor import whose
from proofolio.core.guarding.form import sender
from proofolio.core.guarding.guard import guard
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.harvesting.offer import offer
from proofolio.core.model.address import DID
from proofolio.core.model.change import Actor, Change, Filed
from proofolio.core.model.person import Person
from proofolio.pipeline import Inspection, inspect_at, inspected, is_below

KEYS = f"competencies/{DID}"


@dataclass(frozen=True)
class ChangeInspection:
    """A proposed change, judged: the district before and after it, and what is wrong with it.

    Attributes:
        base: the target branch as it is now; its roster and rules are those that count.
        head: the district with the change.
        change: what differs, and the commits.
        target: the id of the base's commit.
        person: whose change it is; None when nobody on the roster could be told.
        by_claim: whether only the commits' names said so.
        filed: the form that it was judged by, for one that a workflow proposed; else None.
        refused: what this person may not change, and why.
        findings: all that speaks against the change: ``refused``, and what it makes worse.
    """

    base: Inspection
    head: Inspection
    change: Change
    target: str
    person: Person | None
    by_claim: bool
    filed: Filed | None
    refused: tuple[Finding, ...]
    findings: tuple[Finding, ...]

    def located(self, below: str = "") -> tuple[Located, ...]:
        """The findings with line and column: those about ``below``, and all that is refused."""
        wanted = [each for each in self.findings if each in self.refused or is_below(each.where.file, below)]
        return located(self.head.loaded, wanted)


def inspect_change(
    root: Path, base: str, head: str, actor: Actor | None, today: date, form: Issue | None = None
) -> ChangeInspection:
    """Judge what ``head`` changes against ``base``: everything is read from Git, nothing from the disk.

    ``actor`` is whoever opened the pull request; without one the commits' names are believed.
    If that is a workflow, ``form`` is the issue that it made the change of, and whose change it is.
    Raises ProofolioError when the two cannot be compared, or the base holds no district.
    """
    with undisturbed():
        target = commit_of(root, base)
        standing = load_tree(read_commit_tree(root, target))
        people = standing.district.people
        proposed = change(root, target, head, people)
        history = read_history(root, proposed.head, people)
        # What stands on the base was looked at when it was published; a change pays for what it brings.
        trusted = frozenset(each.blob for each in standing.tree.files.values())
        before = inspected(standing, history, today, trusted)
        tree = read_commit_tree(root, proposed.head, before.loaded.tree)
        proposed_keys = tree.files.get(KEYS)
        if proposed_keys is None or proposed_keys.blob not in trusted:
            trusted = frozenset()  # with other keys, every signature is another question
        after = inspected(load_tree(tree), history, today, trusted)
        known = {_alike(each) for each in before.findings}
        if proposed.base != target:
            known |= _known_at(root, proposed.base, before, today)
        filed = None
        if form is not None and actor is not None and actor.is_workflow:
            filed = refile(root, before.loaded, form, today, (target, proposed.head))
        found = whose(proposed, actor, people) if filed is None else sender(proposed, filed, people)
        refused: tuple[Finding, ...]
        if isinstance(found, Finding):
            person, refused = None, (found,)
        else:
            person, districts = found, (before.district, after.district)
            refused = guard(Proposal(proposed, person, *districts, history, today, tuple(tree.files)))
        worse = (each for each in after.findings if _alike(each) not in known)
        findings = tuple(dict.fromkeys((*refused, *worse)))
        claimed = actor is None
        return ChangeInspection(before, after, proposed, target, person, claimed, filed, refused, findings)


def summarise(root: Path, judgement: ChangeInspection, today: date) -> Summary:
    """What a change means, in the words of a comment.

    It is compared with where it began, so that what the base has done since is nobody's loss.
    """
    began, head = judgement.base, judgement.head
    if judgement.change.base != judgement.target:
        with suppress(ProofolioError):  # a change may begin before there was a district
            began = inspect_at(root, judgement.change.base, today)
    paths = [each.path for each in judgement.change.files]
    found = effect(Side(began.district, began.progress), Side(head.district, head.progress), paths)
    others = [each for each in judgement.findings if each not in judgement.refused]
    work = [each.submission for each in found.works]
    return summary(
        head.district,
        found,
        {each.key: gaps(head.district, each) for each in work},
        located(head.loaded, judgement.refused),
        located(head.loaded, others),
        {each.key: offer(head.district, each) for each in work},
        (judgement.change.base, judgement.change.head),
    )


def _known_at(root: Path, commit: str, like: Inspection, today: date) -> set[tuple[str, str, str]]:
    """What was wrong already where the change began; nothing when there was no district yet."""
    try:
        tree = read_commit_tree(root, commit, like.loaded.tree)
    except ProofolioError:
        return set()
    trusted = frozenset(each.blob for each in like.loaded.tree.files.values())
    return {_alike(each) for each in inspected(load_tree(tree), like.history, today, trusted).findings}


def _alike(finding: Finding) -> tuple[str, str, str]:
    return finding.rule.name, finding.where.file, finding.message
