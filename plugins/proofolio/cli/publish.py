"""``proofolio publish``: look a built site over, and put it in the place of the published one."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.hosting.exchange import exchange
from proofolio.adapters.hosting.verify import verify
from proofolio.core.publishing.page import Audience


@click.command()
@click.argument("built", type=click.Path(path_type=Path, file_okay=False, exists=True))
@click.argument("target", required=False, type=click.Path(path_type=Path))
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.PUBLIC.value,
    show_default=True,
    help="Who can open TARGET; a site that was built for others is refused.",
)
def publish(built: Path, target: Path | None, audience: str) -> None:
    """Look the site in BUILT over and put it in the place of TARGET, all at once.

    Without TARGET it is only looked over. When anything is wrong, TARGET stays as it was.
    """
    extent = verify(built, Audience(audience))
    if target is not None:
        exchange(built, target, extent.size)
    done = f"published in {target}" if target else "fit to be published"
    click.echo(f"{extent.pages} pages, {extent.files} files, {extent.size / 1e6:.1f} MB: {done}")
