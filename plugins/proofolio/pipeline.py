"""Load, check, decide, plan: the whole way, as straight code without an if about the domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from proofolio.adapters.files.earlier import read_texts
from proofolio.adapters.files.load import Loaded, load, load_tree
from proofolio.adapters.files.place_of_finding import located
from proofolio.adapters.git.history import read_history
from proofolio.adapters.git.tree import read_commit_tree
from proofolio.adapters.interchange.case import site_files
from proofolio.adapters.rendering.proven import check_proofs
from proofolio.adapters.reporting.figures_csv import report_csv
from proofolio.adapters.reporting.figures_json import report_json
from proofolio.adapters.reporting.located import Located
from proofolio.adapters.signing.check import check_signatures
from proofolio.adapters.undisturbed import undisturbed
from proofolio.core.awarding.agreement import agreement
from proofolio.core.awarding.decide import decide
from proofolio.core.awarding.queue import queue
from proofolio.core.checking.check import check
from proofolio.core.checking.completeness import all_gaps
from proofolio.core.checking.soundness import countable, faulty_files, gaps_with_errors, publishable
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rule import Severity
from proofolio.core.drafting.starters import starters
from proofolio.core.figuring.period import Window
from proofolio.core.figuring.report import report
from proofolio.core.harvesting.offer import offer
from proofolio.core.model import address
from proofolio.core.model.address import folder
from proofolio.core.model.agreement import Agreement
from proofolio.core.model.district import District
from proofolio.core.model.figures import Report
from proofolio.core.model.history import History
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.queue import Queue
from proofolio.core.model.story import Story
from proofolio.core.model.submission import Status, Submission, SubmissionKey
from proofolio.core.publishing.facts import facts
from proofolio.core.publishing.page import Audience, Document, SitePlan, Withheld
from proofolio.core.publishing.plan import plan
from proofolio.core.publishing.scene import Scene, look
from proofolio.core.publishing.sift import only
from proofolio.core.telling.tell import blobs_needed, tell


@dataclass(frozen=True)
class _Ground:
    """What the pages and the figures for one audience rest on.

    ``sound`` is the district without what has errors, ``scene`` what the audience may see of it.
    """

    sound: District
    scene: Scene
    withheld: tuple[Withheld, ...]


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
        """The pages for an audience: all but what has errors; what is decided is decided without it."""
        with undisturbed():
            ground = self._ground(audience)
            shown = tuple(_shown(ground.sound, audience))
            blocks = {each.key: offer(ground.sound, each) for each in shown}
            report = self._report(ground)
            scene = replace(
                ground.scene,
                starters=replace(starters(self.district), blocks=blocks),
                stories=self.stories(shown),
                report=report,
            )
            return self._with_packages(_with_figures(plan(scene, ground.withheld), report))

    def report(self, audience: Audience, window: Window | None = None) -> Report:
        """The figures for an audience: the same as on its site, and those of a ``window`` in time."""
        with undisturbed():
            return self._report(self._ground(audience), window)

    def _report(self, ground: _Ground, window: Window | None = None) -> Report:
        return report(facts(ground.scene, self.history), window)

    def _ground(self, audience: Audience) -> _Ground:
        checked = check_proofs(self.district, self.loaded.tree, audience, self.faulty)
        sound = publishable(self.district, self.faulty | {each.path for each in checked.withheld})
        progress = _decided(sound, (), self.today)
        withheld = (*self._withheld(), *checked.withheld)
        # The whole district: the word of withheld work on its visibility decides about the notice.
        scene = look(self.district, progress, self.history, audience, withheld, self.today, checked.proven)
        if audience is Audience.INTERNAL:
            shown = only(sound, scene.sight.shows)
            scene = replace(
                scene,
                queue=queue(shown, progress, self.history, self.today),
                agreement=agreement(shown, self.today),
            )
        return _Ground(sound, scene, withheld)

    def _with_packages(self, planned: SitePlan) -> SitePlan:
        """The plan with a CASE package for every framework that it shows."""
        pages = (each.uri for each in planned.pages)
        made = site_files(self.district, pages, self.history, f"{self.today.isoformat()}T00:00:00Z")
        packages = (Document(uri, text) for uri, text in made.items())
        return replace(planned, documents=(*planned.documents, *packages))

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


def _with_figures(planned: SitePlan, report: Report) -> SitePlan:
    """The plan with the figures as files: what the page shows, for other programs and spreadsheets."""
    made = (
        Document(address.FIGURES_JSON, report_json(report)),
        Document(address.FIGURES_CSV, report_csv(report)),
    )
    return replace(planned, documents=(*planned.documents, *made))


def _shown(district: District, audience: Audience) -> Iterator[Submission]:
    """The work that can be on an audience's site at all: no other story is worth telling for it."""
    for portfolio in district.portfolios.values():
        for each in portfolio.submissions.values():
            if each.status is Status.SUBMITTED and audience.sees(portfolio.visibility_of(each)):
                yield each


def inspect(root: Path, today: date) -> Inspection:
    """Load and check the repository at ``root``. Raises ProofolioError when there is none."""
    with undisturbed():
        loaded = load(root)
        return inspected(loaded, read_history(root, people=loaded.district.people), today)


def inspect_at(root: Path, rev: str, today: date) -> Inspection:
    """Load and check the repository at ``root`` as the commit ``rev`` has it, from Git's objects.

    Nothing is read from the work tree. Raises ProofolioError when there is no such commit.
    """
    with undisturbed():
        loaded = load_tree(read_commit_tree(root, rev))
        return inspected(loaded, read_history(root, rev, loaded.district.people), today)


def inspected(
    loaded: Loaded, history: History, today: date, trusted: frozenset[str] = frozenset()
) -> Inspection:
    """Check what has been loaded. ``trusted`` are blob ids of files whose signatures need no look."""
    found = (*loaded.findings, *check(loaded.district, history, today))
    # A file that has an error already was changed, so of course its signature does not hold either.
    wrong = {each.where.file for each in found if each.rule.severity is Severity.ERROR}
    signatures = check_signatures(loaded.district, loaded.tree, trusted)
    findings = (*found, *(each for each in signatures if each.where.file not in wrong))
    return Inspection(loaded, history, tuple(dict.fromkeys(findings)), today)


def is_below(path: str, folder: str) -> bool:
    """Whether a path is the folder (or file) itself or lies below it; "" is the whole repository."""
    return not folder or path == folder or path.startswith(folder.rstrip("/") + "/")


def _decided(district: District, findings: Iterable[Finding], today: date) -> Mapping[str, PersonProgress]:
    return decide(district, gaps_with_errors(district, all_gaps(district), findings), today)
