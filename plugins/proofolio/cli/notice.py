"""``proofolio notice``: one issue on the forge that always says how things stand."""

from __future__ import annotations

import os
from pathlib import Path

import click

from proofolio.adapters.github.repository import repository_of
from proofolio.adapters.github.sticky import Outcome, keep_issue

_SAID = {
    Outcome.POSTED: "the issue was opened",
    Outcome.UPDATED: "the issue was brought up to date",
    Outcome.UNCHANGED: "the issue says so already",
}


@click.command()
@click.argument("text", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--title", required=True, help="The issue's title, by which it is found again.")
@click.option("--label", default="proofolio", show_default=True, help="The issue's label.")
def notice(text: Path, title: str, label: str) -> None:
    """Keep one open issue whose text is the file TEXT.

    GITHUB_REPOSITORY and GITHUB_TOKEN say where and in whose name. Without a token nothing is sent:
    what would be is printed.
    """
    body = text.read_text(encoding="utf-8")
    if not os.environ.get("GITHUB_TOKEN"):
        click.echo(f"no GITHUB_TOKEN, so nothing is sent; the issue “{title}” would say:\n\n{body}")
        return
    click.echo(_SAID[keep_issue(repository_of(os.environ), title, label, body)])
