"""``proofolio pull``: fetch from the forge what was said in pull requests, and answer there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from proofolio.adapters.git.arrival import commits_since
from proofolio.adapters.github.fetching import fetch_issue, issue_of
from proofolio.adapters.github.pulls import fetch_pull, merged_pulls, spoken_of
from proofolio.adapters.github.replies import read_replies
from proofolio.adapters.github.repository import Repository, commit_id, repository_of
from proofolio.adapters.github.status import run_address, set_status
from proofolio.adapters.github.sticky import say_once
from proofolio.cli.options import root_option

folder_option = click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write; each pull request gets a folder of its number in it.",
)


@click.group()
def pull() -> None:
    """Fetch pull requests with all that was said in them, and answer in them.

    GITHUB_REPOSITORY, GITHUB_TOKEN and GITHUB_API_URL say from where and in whose name.
    """


@pull.command("fetch")
@click.argument("numbers", nargs=-1, required=True, type=click.IntRange(1, 10**9))
@folder_option
def fetch(numbers: tuple[int, ...], folder: Path) -> None:
    """Fetch the pull requests with these NUMBERS."""
    _fetch(repository_of(os.environ), numbers, folder)


@pull.command("merged")
@click.option(
    "--since",
    "since",
    multiple=True,
    help="Not what this commit has already; of several, the first that leads to here counts.",
)
@click.option("--until", default="HEAD", show_default=True, help="The commit to look at.")
@click.option("--branch", default="main", show_default=True, help="The branch that they went into.")
@folder_option
@root_option
def merged(since: tuple[str, ...], until: str, branch: str, folder: Path, root: Path | None) -> None:
    """Fetch the pull requests that were merged."""
    commits = commits_since(root or Path.cwd(), since, until)
    if not os.environ.get("GITHUB_TOKEN"):
        click.echo(f"no GITHUB_TOKEN, so nothing is asked about {len(commits)} commits")
        folder.mkdir(parents=True, exist_ok=True)
        return
    repository = repository_of(os.environ)
    folder.mkdir(parents=True, exist_ok=True)
    _fetch(repository, merged_pulls(repository, commits, branch), folder)


@pull.command("commits")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
def commits(folder: Path) -> None:
    """Print the commits that the pull requests fetched into FOLDER speak of, one to a line."""
    for each in spoken_of(folder):
        click.echo(each)


@pull.command("reply")
@click.argument("replies", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def reply(replies: Path) -> None:
    """Post the answers in REPLIES, as proofolio harvest --replies wrote them; each once.

    Without a token nothing is sent: what would be is printed.
    """
    answers = read_replies(replies)
    if not os.environ.get("GITHUB_TOKEN"):
        click.echo(f"no GITHUB_TOKEN, so nothing is sent; there are {len(answers)} answers")
        for each in answers:
            click.echo(f"\n#{each.pull}\n{each.text}")
        return
    repository = repository_of(os.environ)
    for each in answers:
        click.echo(f"{each.pull}: {say_once(repository, each.pull, each.marker, each.text).value}")


@pull.command("issue")
@click.argument("branch")
@click.option(
    "--to",
    "file",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write, for the option --form of check and summary.",
)
def issue(branch: str, file: Path) -> None:
    """Fetch the issue whose form the pull request's BRANCH (form/<number>-…) was made for.

    From a branch with another name, nothing is fetched or written.
    """
    number = issue_of(branch)
    if number is None:
        click.echo("the branch was not made for a form, so nothing is fetched")
    elif not os.environ.get("GITHUB_TOKEN"):
        click.echo(f"no GITHUB_TOKEN, so issue {number} is not fetched")
    else:
        fetch_issue(repository_of(os.environ), number, file)
        click.echo(f"fetched: issue {number}")


@pull.command("status")
@click.argument("commit")
@click.option("--name", required=True, help="What the status is called; rules for a branch ask for it.")
@click.option("--found", required=True, type=click.Choice(["passed", "failed"]), help="What the check said.")
def status(commit: str, name: str, found: str) -> None:
    """Say on the forge whether COMMIT passed the check.

    Without a token nothing is sent: what would be is printed.
    """
    said = f"{name}: {found}"
    if not os.environ.get("GITHUB_TOKEN"):
        click.echo(f"no GITHUB_TOKEN, so nothing is sent; the status of {commit_id(commit)} would be {said}")
        return
    set_status(repository_of(os.environ), commit, name, found == "passed", run_address(os.environ))
    click.echo(f"{commit}: {said}")


def _fetch(repository: Repository, numbers: Iterable[int], folder: Path) -> None:
    for number in numbers:
        click.echo(f"fetched: {fetch_pull(repository, number, folder)}")
