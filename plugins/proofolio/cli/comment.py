"""``proofolio comment``: say in a pull request what the check found out, in one comment."""

from __future__ import annotations

import os
from pathlib import Path

import click

from proofolio.adapters.github.pulls import number_of, open_pull
from proofolio.adapters.github.repository import commit_id, repository_of
from proofolio.adapters.github.sticky import Outcome, keep_comment
from proofolio.adapters.reporting.summary_document import read_summary
from proofolio.adapters.reporting.summary_markdown import summary_markdown
from proofolio.cli.options import https_address

NAME = "summary"
_SAID = {
    Outcome.POSTED: "the comment was posted",
    Outcome.UPDATED: "the comment was brought up to date",
    Outcome.UNCHANGED: "the comment says so already",
}


@click.command()
@click.option(
    "--report",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="What proofolio summary --format json wrote. It is believed in nothing but its words.",
)
@click.option("--head-sha", required=True, help="The commit that was checked.")
@click.option("--head-repository", default=None, help="Where it lies (owner/name), if that is known.")
@click.option("--head-branch", default=None, help="The branch that it was on, if that is known.")
@click.option(
    "--site",
    default="",
    callback=https_address,
    help="Where the district's site is, for links to what a finding means; without it there are none.",
)
def comment(
    report: Path, head_sha: str, head_repository: str | None, head_branch: str | None, site: str | None
) -> None:
    """Keep one comment with a summary in the pull request whose head is a commit.

    Which pull request that is, the forge says, never the report. GITHUB_REPOSITORY and GITHUB_TOKEN
    say where and in whose name. Without a token nothing is sent: what would be is printed.
    """
    commit_id(head_sha)
    text = summary_markdown(read_summary(report), site=site, files=_files(head_sha))
    if not os.environ.get("GITHUB_TOKEN"):
        click.echo(f"no GITHUB_TOKEN, so nothing is sent; the comment would say:\n\n{text}")
        return
    repository = repository_of(os.environ)
    pull = open_pull(repository, head_sha, head_repository or None, head_branch or None)
    if pull is None:
        click.echo(f"no open pull request has {head_sha} as its head any more, so nothing is said")
        return
    number = number_of(pull)
    click.echo(f"{number}: {_SAID[keep_comment(repository, number, NAME, text)]}")


def _files(head: str) -> str | None:
    """Where the forge shows the files of a commit, when the environment says which forge that is."""
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    return f"{server.rstrip('/')}/{name}/blob/{head}" if server and name else None
