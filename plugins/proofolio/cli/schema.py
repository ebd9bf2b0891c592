"""``proofolio schema``: the JSON Schemas of the files, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.files.schema import SCHEMAS, schema_text, write_schemas


@click.command()
@click.argument("name", required=False, type=click.Choice(sorted(SCHEMAS)))
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Write all of them into this folder (the modelines of the files expect .proofolio/schemas).",
)
def schema(name: str | None, target: Path | None) -> None:
    """Print the JSON Schema called NAME, or write all of them.

    Editors with YAML support complete and check the files by them.
    """
    if target is not None:
        written = write_schemas(target)
        click.echo(f"{len(written)} schemas written to {target}")
    elif name is not None:
        click.echo(schema_text(name), nl=False)
    else:
        for each in sorted(SCHEMAS):
            click.echo(each)
