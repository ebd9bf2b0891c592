"""What every format of the report can do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from proofolio.adapters.reporting.located import Located


class Reporter(Protocol):
    """Turns findings into the text of one format."""

    def report(self, findings: Sequence[Located], docs_url: str) -> str:
        """The whole report, sorted by file, line, column and rule.

        Args:
            findings: in any order.
            docs_url: address of the documentation; ``findings/<rule>/`` lies below it.
        """
        ...
