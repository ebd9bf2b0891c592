"""Load, check, decide, plan: the whole way, as straight code without an if about the domain."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from proofolio.adapters.files.load import Loaded, load
from proofolio.adapters.files.place_of_finding import located
from proofolio.adapters.git.history import read_history
from proofolio.adapters.reporting.located import Located
from proofolio.core.awarding.decide import decide
from proofolio.core.checking.check import check
from proofolio.core.checking.completeness import all_gaps
from proofolio.core.checking.soundness import countable, faulty_files, gaps_with_errors, publishable
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.model.district import District
from proofolio.core.model.history import History
from proofolio.core.model.progress import PersonProgress
from proofolio.core.publishing.page import Audience, SitePlan, Withheld
from proofolio.core.publishing.plan import plan


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
        return _decided(countable(self.district, self.faulty), self.findings, self.today)

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
            progress = _decided(publishable(self.district, self.faulty), (), self.today)
            return plan(self.district, progress, self.history, audience, tuple(self._withheld()), self.today)

    def _withheld(self) -> Iterable[Withheld]:
        seen = set()
        for finding in sorted(self.findings, key=lambda each: each.where.file):
            file = finding.where.file
            if file in self.faulty and file not in seen:
                seen.add(file)
                yield Withheld(file, finding.person, f"{finding.message} ({finding.rule.name})")


def inspect(root: Path, today: date) -> Inspection:
    """Load and check the repository at ``root``. Raises ProofolioError when there is none."""
    with _undisturbed():
        loaded = load(root)
        history = read_history(root)
        findings = (*loaded.findings, *check(loaded.district, history))
        return Inspection(loaded, history, tuple(dict.fromkeys(findings)), today)


def is_below(path: str, folder: str) -> bool:
    """Whether a path is the folder (or file) itself or lies below it; "" is the whole repository."""
    return not folder or path == folder or path.startswith(folder.rstrip("/") + "/")


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
