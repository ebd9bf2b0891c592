"""The parts of a comment: which lines stand below a heading that names a submission."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proofolio.core.harvesting.lines import Line
from proofolio.core.model.submission import SubmissionKey


def sections(
    lines: Sequence[Line], keys: Iterable[SubmissionKey]
) -> list[tuple[SubmissionKey | None, list[Line]]]:
    """The lines by the submission that a heading line names; None before the first heading."""
    known = list(keys)
    found: list[tuple[SubmissionKey | None, list[Line]]] = [(None, [])]
    for line in lines:
        key = _heading(line, known) if line.read else None
        if key is None:
            found[-1][1].append(line)
        else:
            found.append((key, []))
    return [each for each in found if each[0] is not None or any(line.raw.strip() for line in each[1])]


def _heading(line: Line, keys: Sequence[SubmissionKey]) -> SubmissionKey | None:
    text = line.bare.strip("# :").removeprefix("portfolios/").removesuffix("/index.md").strip("/ ").lower()
    if not line.bare.startswith("# ") and not line.bare.endswith(":") and line.raw.strip() != text:
        return None
    named = [key for key in keys if text in (key[1], "/".join(key))]
    return named[0] if len(named) == 1 else None
