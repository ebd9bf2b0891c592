"""Load, check, decide, plan: the whole way, as straight code without an if about the domain."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from proofolio.adapters.files.earlier import read_texts
from proofolio.adapters.files.load import Loaded, load, load_tree
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
from proofolio.core.awarding.agreement import Agreement, agreement
from proofolio.core.awarding.decide import decide
from proofolio.core.awarding.effect import Side, effect
from proofolio.core.awarding.queue import Queue, queue
from proofolio.core.checking.check import check
from proofolio.core.checking.completeness import all_gaps, gaps
from proofolio.core.checking.soundness import countable, faulty_files, gaps_with_errors, publishable
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.drafting.starters import starters
from proofolio.core.guarding.actor import whose
from proofolio.core.guarding.form import sender
from proofolio.core.guarding.guard import guard
from proofolio.core.guarding.proposal import Proposal
from proofolio.core.harvesting.offer import offer
from proofolio.core.model.change import Actor, Change, Filed
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.person import Person
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.story import Story
from proofolio.core.model.submission import Status, Submission, SubmissionKey
from proofolio.core.publishing.address import folder
from proofolio.core.publishing.page import Audience, SitePlan, Withheld
from proofolio.core.publishing.plan import plan
from proofolio.core.telling.tell import blobs_needed, tell


@dataclass(frozen=True)
class Inspection:
    """A repository that has been loaded and checked; everything else is derived, once, when asked.

    ``today`` decides what has expired; it comes from the door, so that the same tree and day give
    the same bytes.
    """

    loaded: Loaded
    history: History
    findings: tuple[Finding, ...]
    today: date

    @property
    def district(self) -> District:
        """What the files say."""
        return self.loaded.district

    @cached_property
    def faulty(self) -> frozenset[str]:
        """Files with errors, and those that could not be read."""
        return faulty_files(self.findings, all_gaps(self.district)) | self.loaded.broken_paths

    @cached_property
    def progress(self) -> Mapping[str, PersonProgress]:
        """What is decided about everyone. Faulty work and faulty reviews count for nothing."""
        return _decided(self.counted, self.findings, self.today)

    @cached_property
    def counted(self) -> District:
        """The district with only those reviews that count."""
        return countable(self.district, self.faulty)

    @property
    def queue(self) -> Queue:
        """What waits for a review, for whom and how long."""
        return queue(self.counted, self.progress, self.history, self.today)

    def agreement(self, people: Iterable[str]) -> Agreement:
        """How far reviewers agree about the work of these people."""
        return agreement(self.counted, self.today, people)

    def located(self, below: str = "") -> tuple[Located, ...]:
        """The findings with line and column; only those in the file or folder ``below``."""
        wanted = [each for each in self.findings if is_below(each.where.file, below)]
        return located(self.loaded, wanted)

    def site(self, audience: Audience) -> SitePlan:
        """The pages for an audience: all but what has errors.

        The plan takes withheld work out itself, because a notice about it may be more than this
        audience is to know; what is decided is decided without it.
        """
        with _undisturbed():
            sound = publishable(self.district, self.faulty)
            progress = _decided(sound, (), self.today)
            return plan(
                self.district,
                progress,
                self.history,
                audience,
                tuple(self._withheld()),
                self.today,
                starters=starters(self.district),
                stories=self.stories(_shown(sound, audience)),
            )

    def stories(self, wanted: Iterable[Submission]) -> Mapping[SubmissionKey, Story]:
        """How these submissions grew. Their earlier texts are read with one question to Git."""
        wanted = tuple(wanted)
        known = {each.key: self.history.versions.get(folder(each), ()) for each in wanted}
        needed = (blob for each in wanted for blob in blobs_needed(each, known[each.key]))
        tree = self.loaded.tree
        present = (tree.files[each.source.file] for each in wanted if each.source.file in tree.files)
        texts = read_texts(tree.root, needed, {each.blob: each for each in present})
        return {each.key: tell(each, known[each.key], texts) for each in wanted}

    def _withheld(self) -> Iterable[Withheld]:
        seen = set()
        for finding in sorted(self.findings, key=lambda each: each.where.file):
            file = finding.where.file
            if file in self.faulty and file not in seen:
                seen.add(file)
                yield Withheld(file, finding.person, f"{finding.message} ({finding.rule.name})")


def _shown(district: District, audience: Audience) -> Iterator[Submission]:
    """The work that can be on an audience's site at all: no other story is worth telling for it."""
    for portfolio in district.portfolios.values():
        for each in portfolio.submissions.values():
            if each.status is Status.SUBMITTED and audience.sees(portfolio.visibility_of(each)):
                yield each


def inspect(root: Path, today: date) -> Inspection:
    """Load and check the repository at ``root``. Raises ProofolioError when there is none."""
    with _undisturbed():
        loaded = load(root)
        return _inspected(loaded, read_history(root, people=loaded.district.people), today)


def inspect_at(root: Path, rev: str, today: date) -> Inspection:
    """Load and check the repository at ``root`` as the commit ``rev`` has it, from Git's objects.

    Nothing is read from the work tree. Raises ProofolioError when there is no such commit.
    """
    with _undisturbed():
        loaded = load_tree(read_commit_tree(root, rev))
        return _inspected(loaded, read_history(root, rev, loaded.district.people), today)


def _inspected(loaded: Loaded, history: History, today: date) -> Inspection:
    findings = (*loaded.findings, *check(loaded.district, history))
    return Inspection(loaded, history, tuple(dict.fromkeys(findings)), today)


def is_below(path: str, folder: str) -> bool:
    """Whether a path is the folder (or file) itself or lies below it; "" is the whole repository."""
    return not folder or path == folder or path.startswith(folder.rstrip("/") + "/")


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
    with _undisturbed():
        target = commit_of(root, base)
        standing = load_tree(read_commit_tree(root, target))
        people = standing.district.people
        proposed = change(root, target, head, people)
        history = read_history(root, proposed.head, people)
        before = _inspected(standing, history, today)
        tree = read_commit_tree(root, proposed.head, before.loaded.tree)
        after = _inspected(load_tree(tree), history, today)
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
    return {_alike(each) for each in _inspected(load_tree(tree), like.history, today).findings}


def _alike(finding: Finding) -> tuple[str, str, str]:
    return finding.rule.name, finding.where.file, finding.message


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold the garbage collector back: all that is made meanwhile stays, and it would look at it again
    and again; a quarter of the time in a large district.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _decided(district: District, findings: Iterable[Finding], today: date) -> Mapping[str, PersonProgress]:
    return decide(district, gaps_with_errors(district, all_gaps(district), findings), today)
