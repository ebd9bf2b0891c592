"""``proofolio propose``: from an issue form to a file, a commit message and a pull request."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, fields
from pathlib import Path

import click

from proofolio.adapters.github.filing import Filing, file_issue
from proofolio.adapters.github.issue import read_issue
from proofolio.adapters.github.opening import open_and_answer
from proofolio.adapters.github.repository import repository_of
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError

_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
_NEW = click.Path(path_type=Path, dir_okay=False)
_LONGEST_CHECK = 20_000


@click.command()
@click.option("--issue", type=_FILE, help="The event of an issue, or the issue as the REST API has it.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Where to write: a checkout of the branch that the issue has already, if any (default: --root).",
)
@click.option("--report", type=_NEW, help="Write what became of it there.")
@click.option("--message", type=_NEW, help="Write the commit's message there.")
@click.option("--outputs", type=_NEW, help="Add path=… and branch=… there, as a workflow's outputs.")
@click.option("--open", "filed", type=_FILE, help="Open the pull request that such a report describes.")
@click.option("--checked", type=_FILE, help="With --open: what the check said, for the answer.")
@click.option("--base", default="main", show_default=True, help="With --open: the branch to go into.")
@root_option
def propose(
    issue: Path | None,
    out: Path | None,
    report: Path | None,
    message: Path | None,
    outputs: Path | None,
    filed: Path | None,
    checked: Path | None,
    base: str,
    root: Path | None,
) -> None:
    """Turn an issue that a form made into a file in its author's folder.

    Who the author is, the roster of --root says; so do the definitions. The report is JSON: path,
    branch, message, title, body, and the reply for the issue. With --open, GITHUB_REPOSITORY and
    GITHUB_TOKEN say where and in whose name; without a token nothing is sent.
    """
    if (issue is None) == (filed is None):
        raise click.UsageError("give either --issue or --open")
    if issue is not None:
        home = find_root(root)
        filing = file_issue(home, read_issue(issue), today(), out or home)
        text = json.dumps(asdict(filing), ensure_ascii=False, indent=1) + "\n"
        if report is None:
            click.echo(text, nl=False)
        else:
            report.write_text(text, encoding="utf-8", newline="\n")
            click.echo(f"filed as {filing.path}" if filing.path else "nothing is filed")
        if message is not None:
            message.write_text(filing.message, encoding="utf-8", newline="\n")
        if outputs is not None:
            with outputs.open("a", encoding="utf-8", newline="\n") as file:
                file.write(f"path={filing.path}\nbranch={filing.branch}\n")
    elif filed is not None:
        _open(_read(filed), base, checked.read_text(encoding="utf-8")[:_LONGEST_CHECK] if checked else "")


def _open(filing: Filing, base: str, checked: str) -> None:
    if not os.environ.get("GITHUB_TOKEN"):
        click.echo(f"no GITHUB_TOKEN, so nothing is sent; the answer would be:\n\n{filing.reply}")
        return
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    link = open_and_answer(repository_of(os.environ), filing, base, server, checked)
    click.echo(link or "there is nothing to open")


def _read(path: Path) -> Filing:
    try:
        said = json.loads(path.read_bytes())
        return Filing(**{each.name: said[each.name] for each in fields(Filing)})
    except (ValueError, KeyError, TypeError):
        raise ProofolioError(
            f"{path.name} is no report of proofolio propose", "make one with --report"
        ) from None
