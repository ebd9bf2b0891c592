"""``proofolio demo``: Cedar Valley, a small fictional district to look at and to copy."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.demo.district import last_state
from proofolio.adapters.demo.replay import replay


@click.command()
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@click.option("--files-only", is_flag=True, help="Only the last state of the files, without Git history.")
def demo(target: Path, files_only: bool) -> None:
    """Write the demo district into the folder TARGET, as a repository with its whole history."""
    if files_only:
        last_state(target)
        click.echo(f"the district's files are in {target}")
        return
    commits = replay(target)
    click.echo(f"the district is in {target}: {commits} commits; look around with git -C {target} log")
