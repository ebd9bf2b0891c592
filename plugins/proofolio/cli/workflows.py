"""``proofolio workflows``: the files that let the forge check, comment, publish and remind."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.files.write import write_new
from proofolio.adapters.github.callers import callers
from proofolio.cli.options import find_root, root_option


@click.command()
@click.argument("pin", metavar="OWNER/NAME@COMMIT")
@root_option
def workflows(pin: str, root: Path | None) -> None:
    """Write short workflows that call those of Proofolio at OWNER/NAME@COMMIT on GitHub."""
    home = find_root(root)
    for path, text in callers(pin).items():
        write_new(home, path, text)
        click.echo(f"written: {path}")
