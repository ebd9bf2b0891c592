"""``proofolio harvest``: from what was said in pull requests to review files."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.files.kept import keep, kept
from proofolio.adapters.files.load import load
from proofolio.adapters.git.reviewed import gather
from proofolio.adapters.github.payload import read_pulls
from proofolio.adapters.reporting.harvest import harvest_json, harvest_text, replies_json
from proofolio.cli.options import find_root, root_option
from proofolio.core.harvesting.file import replacing
from proofolio.core.harvesting.harvest import harvest as gather_in
from proofolio.core.harvesting.outcome import Draft, Outcome, Result


@click.command()
@click.argument("payloads", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PULL.json…")
@root_option
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--replies",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Write the answers that reviewers need into this file, for posting.",
)
def harvest(
    payloads: tuple[Path, ...], root: Path | None, dry_run: bool, form: str, replies: Path | None
) -> None:
    """Turn a pull request's reviews and comments into review files.

    PULL.json… are files, or folders of files, as the forge's API returns them: the pull request, its
    reviews, the comments on lines, the conversation; in any order, any number of pages. The clone
    must have the commits that were reviewed: git fetch origin refs/pull/12/head

    Exit code 0: done, whatever came of each review. 2: could not run.
    """
    home = find_root(root)
    pulls = read_pulls(payloads)
    district = load(home).district
    found = gather_in([(pull, gather(home, pull)) for pull in pulls], district)
    outcomes = [_keep(home, draft, dry_run) for draft in found.drafts]
    outcomes += found.outcomes
    if replies is not None:
        replies.write_text(replies_json(found.replies), encoding="utf-8", newline="\n")
    say = harvest_json if form == "json" else harvest_text
    click.echo(say(outcomes, found.replies, district), nl=False)


def _keep(home: Path, draft: Draft, dry_run: bool) -> Outcome:
    """Write a draft where it may be written; what became of it."""
    result, text = replacing(kept(home, draft.path), draft.text, draft.sources)
    outcome = draft.outcome
    if result is Result.WRITTEN and not dry_run:
        keep(home, draft.path, text)
    reason = text if result is Result.KEPT else outcome.reason
    return Outcome(result, outcome.pull, reason, outcome.by, outcome.work, outcome.address, outcome.path)
