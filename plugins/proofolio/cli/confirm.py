"""``proofolio confirm``: a review stays true although the evidence changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

import click

from proofolio.adapters.files.load import load
from proofolio.adapters.files.write import write_new
from proofolio.adapters.git.history import read_history
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.harvesting.confirm import Refusal
from proofolio.core.harvesting.confirm import confirm as confirmation_of
from proofolio.core.model.digest import counts
from proofolio.core.model.district import District
from proofolio.core.model.submission import Submission

DATE = click.DateTime(formats=["%Y-%m-%d"])


@click.command()
@click.argument("work")
@click.argument("reviewer")
@click.option("--date", "on", type=DATE, default=None, help="When (default: today).")
@root_option
def confirm(work: str, reviewer: str, on: datetime | None, root: Path | None) -> None:
    """Confirm REVIEWER's latest review of WORK (person/submission) after looking at what changed.

    Shows which files changed, and writes a review of today's version with the same ratings and next
    steps. It refuses when there is nothing to confirm, or nobody who may.
    """
    home = find_root(root)
    district = load(home).district
    found = _found(district, work)
    if reviewer not in district.people:
        hint = did_you_mean(reviewer, district.people) or known_words(district.people)
        raise ProofolioError(f"unknown person '{reviewer}'", hint)
    made = confirmation_of(district, found, reviewer, on.date() if on else today())
    if isinstance(made, Refusal):
        raise ProofolioError(made.message, made.hint)
    click.echo(f"changed since the review of {made.before.on.isoformat()}:")
    for line in _changes(home, found, made.before.findings.reviewed):
        click.echo(f"  {line}")
    write_new(home, made.path, made.text)
    click.echo(f"written: {made.path}")


def _found(district: District, work: str) -> Submission:
    person, _, name = work.strip("/").removeprefix("portfolios/").partition("/")
    found = district.submission((person, name))
    if found is None:
        known = [f"{each.person}/{each.slug}" for each in district.submissions()]
        asked = f"{person}/{name}".strip("/")
        hint = did_you_mean(asked, known) or known_words(known)
        raise ProofolioError(f"unknown submission '{asked}'", hint)
    return found


def _changes(home: Path, work: Submission, digest: str) -> Iterator[str]:
    """Which files are not what they were in the version that was reviewed."""
    versions = read_history(home).versions.get(f"portfolios/{work.person}/{work.slug}", ())
    before: Mapping[str, str] | None = next((each.files for each in versions if each.digest == digest), None)
    if before is None:
        yield "which files is not known here: the history of this clone does not have that version"
        return
    now = {each.path: each.blob for each in work.files if counts(each.path)}
    for path in sorted(before.keys() | now.keys()):
        if path not in before:
            yield f"{path} (new)"
        elif path not in now:
            yield f"{path} (gone)"
        elif before[path] != now[path]:
            yield path
