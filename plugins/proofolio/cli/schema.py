"""``proofolio schema``: the JSON Schemas of the files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.files.schema import PLACE, SCHEMAS, schema_text, write_schemas
from proofolio.cli.options import find_root, root_option


@click.command()
@click.argument("name", required=False, type=click.Choice(sorted(SCHEMAS)))
@root_option
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Write them into this folder instead.",
)
def schema(name: str | None, root: Path | None, target: Path | None) -> None:
    """Write the JSON Schemas of all files into .proofolio/schemas, or print the one called NAME.

    Editors that know YAML complete and check the files by them: the first line of a file names its
    schema.
    """
    if name is not None:
        click.echo(schema_text(name), nl=False)
        return
    folder = target or find_root(root) / PLACE
    written = write_schemas(folder)
    click.echo(f"{len(written)} schemas written to {folder}")
