"""``proofolio status``: complete or not, competent or not, and what comes next."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.reporting.status_json import status_json
from proofolio.adapters.reporting.status_text import status_text
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean


@click.command()
@click.argument("person", required=False)
@root_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def status(person: str | None, root: Path | None, form: str) -> None:
    """Say where everyone stands, or one PERSON (an id, or a folder such as portfolios/amina-yusuf)."""
    inspection = pipeline.inspect(find_root(root), today())
    progress = dict(inspection.progress)
    if person is not None:
        name = person.rstrip("/").split("/")[-1]
        if name not in progress:
            if name in inspection.district.people:
                raise ProofolioError(f"{name} has no portfolio yet", f"proofolio new person {name} makes one")
            raise ProofolioError(f"there is no portfolio '{name}'", did_you_mean(name, progress))
        progress = {name: progress[name]}
    if form == "json":
        text = status_json(inspection.district, progress, inspection.agreement(progress))
    else:
        text = status_text(inspection.district, progress)
    click.echo(text, nl=False)
