"""Where a path lies: in which submission, or else in which folder."""

from __future__ import annotations

from functools import lru_cache

_NOT_SUBMISSIONS = ("log", "self-assessments", "credentials", "reviews", "imported")


@lru_cache(maxsize=1 << 15)
def submission_of(path: str) -> str | None:
    """The folder ``portfolios/<person>/<submission>`` that a path lies in, or None."""
    parts = path.split("/", 3)
    is_submission = len(parts) == 4 and parts[0] == "portfolios" and parts[2] not in _NOT_SUBMISSIONS
    return "/".join(parts[:3]) if is_submission else None


@lru_cache(maxsize=1 << 15)
def place_of(path: str) -> tuple[str, str]:
    """Folder and name: a submission is one folder with all that lies below it."""
    folder = submission_of(path) or path.rpartition("/")[0]
    return folder, path[len(folder) + 1 :]


def person_of_path(path: str) -> str | None:
    """The person whose folder a path lies in; None outside the people's folders."""
    parts = path.split("/", 2)
    return parts[1] if len(parts) == 3 and parts[0] == "portfolios" else None
