"""What every format of frameworks can do, whatever its files look like."""

from __future__ import annotations

from typing import Protocol

from proofolio.core.converting.imported import Imported
from proofolio.core.converting.report import Report
from proofolio.core.model.district import District
from proofolio.core.model.framework import Framework


class Format(Protocol):
    """One way of writing frameworks down. ``name`` is what ``--as`` calls it."""

    name: str
    title: str
    suffix: str

    def recognises(self, data: bytes) -> bool:
        """Whether these bytes look like a file of this format; cheap, and told by content alone."""
        ...

    def read(self, data: bytes) -> tuple[Imported, ...]:
        """The frameworks in a file. Raises ``Unreadable`` with everything that is wrong with it."""
        ...

    def write(self, framework: Framework, district: District) -> tuple[bytes, Report]:
        """A file with the framework, and what it could not hold."""
        ...
