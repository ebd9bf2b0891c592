"""The third kind of trouble: Proofolio cannot go on."""

from __future__ import annotations


class ProofolioError(Exception):
    """Raised by adapters when the work cannot go on (no such folder, not a repository).

    Every door catches it once and shows the message and the hint; nobody meets a stack trace.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
