"""``proofolio publish``: look a built site over, and put it in the place of the published one."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.hosting.exchange import exchange
from proofolio.adapters.hosting.verify import verify


@click.command()
@click.argument("built", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("target", required=False, type=click.Path(path_type=Path))
def publish(built: Path, target: Path | None) -> None:
    """Look the site in BUILT over and put it in the place of TARGET, all at once.

    Without TARGET it is only looked over. When anything is wrong, TARGET stays as it was.
    """
    extent = verify(built)
    if target is not None:
        exchange(built, target, extent.size)
    done = f"published in {target}" if target else "fit to be published"
    click.echo(f"{extent.pages} pages, {extent.files} files, {extent.size / 1e6:.1f} MB: {done}")
