"""``proofolio export-portfolio``: everything that is a person's, to take along."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from proofolio.adapters.portable.archive import packing
from proofolio.cli.options import find_root, root_option, today
from proofolio.cli.packing_up import Packed, find, pack


@click.command("export-portfolio")
@click.argument("person")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    default=None,
    help="A new or empty folder, or a new .zip file (default: PERSON-portfolio).",
)
@root_option
def export_portfolio(person: str, target: Path | None, root: Path | None) -> None:
    """Write everything of PERSON into one package: files, history, credentials, a site, a record.

    The site opens without a server; the history is a Git repository of this folder's commits alone.
    The package also holds what is internal or private, so it is for the person to pass on.
    """
    place = find_root(root)
    found = find(place, person, today())
    target = target or Path(f"{found.person}-portfolio")
    with packing(target) as folder, tempfile.TemporaryDirectory(prefix="proofolio-") as work:
        packed = pack(found, folder, Path(work))
    _tell(target, packed)
    if target.resolve().is_relative_to(place.resolve()):
        click.echo("It lies in the repository, and holds what is not public: do not commit it.", err=True)
    for each in found.notes:
        click.echo(each, err=True)


def _tell(target: Path, packed: Packed) -> None:
    extent = packed.extent
    click.echo(f"{packed.name}'s portfolio is in {target}:")
    history = (
        f"{extent.commits} commits of its own history" if extent.commits else "no history (none was found)"
    )
    click.echo(f"  {history}, {extent.credentials} signed credentials, {extent.pages} pages, and a record.")
    click.echo("Open site/index.html there; README.md tells the rest.")
