"""``proofolio export``: plain Markdown and assets that any site generator builds."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.rendering.export import export_site
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.publishing.page import Audience


@click.command()
@click.argument("target", type=click.Path(path_type=Path, file_okay=False))
@root_option
def export(target: Path, root: Path | None) -> None:
    """Write the public site as Markdown and assets into the folder TARGET (empty or new)."""
    inspection = pipeline.inspect(find_root(root), today())
    plan = inspection.site(Audience.PUBLIC)
    pages, files = export_site(plan, inspection.loaded.tree.root, target)
    click.echo(f"{pages} pages and {files} files written to {target}")
    for each in plan.withheld:
        click.echo(f"withheld: {each.path}: {each.message}", err=True)
