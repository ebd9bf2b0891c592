"""CASE 1.0 and 1.1 packages of 1EdTech (.json), and those that a site publishes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proofolio.adapters.interchange.format import Format
from proofolio.adapters.interchange.json_text import looks_like_json, parsed, written
from proofolio.core.converting.case.catalogue import catalogue
from proofolio.core.converting.case.package import packages
from proofolio.core.converting.case.read import read
from proofolio.core.converting.case.surroundings import LONG_AGO, Surroundings
from proofolio.core.converting.case.write import write
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.report import Report
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework
from proofolio.core.model.history import History


class Case:
    """CASE as one of the formats. ``history`` and ``day`` (a date-time) say when things last changed."""

    name = "case"
    title = "CASE (1EdTech)"
    suffix = ".json"

    def __init__(self, history: History | None = None, day: str = LONG_AGO) -> None:
        self._history = history
        self._day = day

    def recognises(self, data: bytes) -> bool:
        """Whether it is JSON with a ``CFDocument`` where CASE has it."""
        try:
            return looks_like_json(data) and bool(packages(parsed(data)))
        except Unreadable:
            return False

    def read(self, data: bytes) -> tuple[Imported, ...]:
        """The frameworks of a file. Raises ``Unreadable``."""
        return read(parsed(data))

    def write(self, framework: Framework, district: District) -> tuple[bytes, Report]:
        """A CASE 1.1 package."""
        data, report = write(framework, Surroundings.of(district, self._history, self._day))
        return written(data), report


CASE: Format = Case()


def site_files(district: District, published: Iterable[str], history: History, day: str) -> Mapping[str, str]:
    """The packages of all published frameworks, and their list, as files by URI."""
    around = Surroundings.of(district, history, day)
    made = catalogue(district.frameworks.values(), frozenset(published), around)
    return {uri: written(data).decode() for uri, data in made.items()}
