"""Putting a plan into the profile that is there, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from proofolio.adapters.files.documents.person import ProfileDocument
from proofolio.adapters.files.text import Split, decode, split
from proofolio.adapters.files.write import write_over
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.drafting.plan import KEYS, NEW, PlanAnswers, planned
from proofolio.core.drafting.settings import ODD, TWICE, UNCLOSED, UNDASHED, Unclear

_EDITOR = "nothing was changed; write the plan into the file in an editor"
_WHY = {
    UNDASHED: "it does not begin with a line of three dashes",
    UNCLOSED: "its second line of three dashes is missing",
    ODD: "line {line} is written in a way that is not known here",
    TWICE: "line {line} has a setting that stands there already",
}


def put_plan(root: Path, person: str, answers: PlanAnswers) -> str:
    """Write the plan into a person's profile, and give its path. Raises ProofolioError, and changes nothing.

    The result is read again before it is written: all other settings have to be what they were.
    """
    path = f"portfolios/{person}/index.md"
    before = _text(root / path, path)
    after = planned(before, answers)
    if isinstance(after, Unclear):
        why = _WHY[after.reason].format(line=after.line)
        raise ProofolioError(f"{path} cannot be changed by itself: {why}", _EDITOR)
    (was, body), (now, still) = _read(before, path), _read(after, path)
    if _others(was) != _others(now) or body != still:
        raise ProofolioError(f"{path} cannot be changed without touching more than the plan", _EDITOR)
    try:
        ProfileDocument.model_validate(now)
    except ValueError:
        raise ProofolioError("the plan cannot be read back", "every goal needs a few words") from None
    write_over(root, path, after)
    return path


def _text(file: Path, path: str) -> str:
    if file.is_symlink():
        raise ProofolioError(f"{path} is a link", "put the file itself there")
    if not file.exists():
        return NEW
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise ProofolioError(f"{path} is not UTF-8 text", "save it as UTF-8") from None


def _read(text: str, path: str) -> tuple[dict[str, Any], str]:
    """The settings and the body."""
    decoded = decode(text.encode("utf-8"), path)
    parts = split(decoded, path) if isinstance(decoded, str) else decoded
    found = read_yaml(parts.yaml, path) if isinstance(parts, Split) else None
    if not isinstance(parts, Split) or found is None or found.findings or not isinstance(found.data, dict):
        raise ProofolioError(f"{path} cannot be read as it is", "proofolio check says what is wrong with it")
    return found.data, parts.body


def _others(data: dict[str, Any]) -> dict[str, Any]:
    return {key: each for key, each in data.items() if key not in KEYS}
