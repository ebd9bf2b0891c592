"""``proofolio status``: complete or not, competent or not, and what comes next."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.reporting.status_json import status_json
from proofolio.adapters.reporting.status_text import status_text
from proofolio.cli.options import find_root, root_option, today, whose_portfolio


@click.command()
@click.argument("person", required=False)
@root_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(person: str | None, root: Path | None, form: str) -> None:
    """Say where everyone stands, or one PERSON (an id, or a folder such as portfolios/amina-yusuf)."""
    inspection = pipeline.inspect(find_root(root), today())
    progress = dict(inspection.progress)
    if person is not None:
        found = whose_portfolio(inspection, person)
        progress = {found.person: found}
    if form == "json":
        text = status_json(inspection.district, progress, inspection.agreement(progress))
    else:
        text = status_text(inspection.district, progress)
    click.echo(text, nl=False)
