"""Options that several commands share, and how a door finds the repository and the day."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from proofolio.adapters.github.issue import Issue, read_issue
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean
from proofolio.core.model.change import WORKFLOW_ACCOUNT, Actor
from proofolio.core.model.progress import PersonProgress
from proofolio.pipeline import Inspection

Command = TypeVar("Command", bound=Callable[..., Any])

_ADDRESS = re.compile(r"https://[A-Za-z0-9._~%/:-]{1,300}")
MARKS = ("competencies", "portfolios")


def root_option(command: Command) -> Command:
    """``--root``: the repository; without it, the nearest folder upwards that looks like one."""
    return click.option(
        "--root",
        type=click.Path(path_type=Path, file_okay=False),
        default=None,
        help="The folder that holds competencies/ and portfolios/ (default: found from here upwards).",
    )(command)


def form_option(command: Command) -> Command:
    """``--form``, as ``issue``: the form that a workflow made a change of."""
    return click.option(
        "--form",
        "issue",
        type=click.Path(path_type=Path, dir_okay=False, exists=True),
        default=None,
        help=f"With --actor {WORKFLOW_ACCOUNT}: the issue that it was made of, as the REST API has it.",
    )(command)


def read_form(path: Path | None, actor: Actor | None) -> Issue | None:
    """The issue of ``--form``. It counts for a change that a workflow proposed; else this is said."""
    if path is None:
        return None
    if actor is not None and actor.is_workflow:
        return read_issue(path)
    click.echo(f"The form is left aside: it counts only for what {WORKFLOW_ACCOUNT} proposed.", err=True)
    return None


def find_root(root: Path | None, near: Path | None = None) -> Path:
    """The repository's folder. Raises ProofolioError when there is none."""
    if root is not None:
        return root
    start = (near or Path.cwd()).absolute()
    for folder in (start, *start.parents):
        if all((folder / name).is_dir() for name in MARKS):
            return folder
    for folder in (start, *start.parents):
        if any((folder / name).is_dir() for name in MARKS):
            return folder
    raise ProofolioError(
        "there is no competencies/ and portfolios/ folder here or above",
        "run this inside your repository, or name it with --root",
    )


def https_address(_context: click.Context, _option: click.Parameter, value: str) -> str | None:
    """A callback: an address that can stand in a link, without a slash at its end; None for ""."""
    if not value:
        return None
    try:
        parts = urlsplit(value)
        whole = parts.scheme == "https" and bool(parts.hostname) and not parts.username
    except ValueError:
        whole = False
    if not whole or not _ADDRESS.fullmatch(value):
        raise click.BadParameter("give the address of a site, such as https://portfolios.example.org")
    return value.rstrip("/")


def whose_portfolio(inspection: Inspection, person: str) -> PersonProgress:
    """What is decided about PERSON (an id, or a folder such as portfolios/amina-yusuf).

    Raises ProofolioError when there is no such portfolio.
    """
    name = person.rstrip("/").split("/")[-1]
    if name in inspection.progress:
        return inspection.progress[name]
    if name in inspection.district.people:
        raise ProofolioError(f"{name} has no portfolio yet", f"proofolio new person {name} makes one")
    raise ProofolioError(f"there is no portfolio '{name}'", did_you_mean(name, inspection.progress))


def private_file(root: Path, target: Path) -> None:
    """Refuse a place for something private that would be committed, published or written over."""
    if target.resolve().is_relative_to(root.resolve()):
        raise ProofolioError(
            f"{target} lies in the repository, and this is not for everybody", "name a place outside it"
        )
    if os.path.lexists(target):
        raise ProofolioError(f"{target} is there already", "name another file, or move that one away")


def today() -> date:
    """The day that counts: SOURCE_DATE_EPOCH when it is set (so that a build can be repeated)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else datetime.now(UTC).date()


def inside(root: Path, path: Path | None) -> str:
    """A path given on the command line, as the repository knows it; "" for the whole.

    A relative path is meant from here, or else from the repository's folder.
    """
    if path is None:
        return ""
    there = [place for place in (Path.cwd() / path, root / path) if os.path.lexists(place)]
    if not there:
        raise ProofolioError(
            f"there is no file or folder {path}", "name a path below portfolios/ or competencies/"
        )
    for place in there:
        relative = os.path.relpath(os.path.abspath(place), os.path.abspath(root)).replace(os.sep, "/")
        if relative != ".." and not relative.startswith("../"):
            return "" if relative == "." else relative
    raise ProofolioError(f"{path} is not in the repository at {root}")
