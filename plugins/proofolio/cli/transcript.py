"""``proofolio transcript``: hours, credentials and renewal of one person, to print."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.language.setting import site_tongue
from proofolio.adapters.rendering.transcript import transcript_html
from proofolio.cli.options import find_root, private_file, root_option, today, whose_portfolio
from proofolio.core.language.say import speaking
from proofolio.core.recording.transcript import transcript


@click.command("transcript")
@click.argument("person")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The first day to tell of.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The last day to tell of.")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="A file outside the repository, .html or .json (default: PERSON-transcript.html).",
)
@root_option
def transcript_command(
    person: str, since: datetime | None, until: datetime | None, target: Path | None, root: Path | None
) -> None:
    """Write a transcript of PERSON: credentials, hours and licence renewal, on paper or as JSON.

    It tells everything, also what is not public, so no file is written into the repository.
    """
    place = find_root(root)
    day = today()
    inspection = pipeline.inspect(place, day)
    language = site_tongue(place)
    with speaking(language):
        progress = whose_portfolio(inspection, person)
    target = target or Path(f"{progress.person}-transcript.html")
    private_file(place, target)
    made = transcript(
        inspection.district,
        progress,
        day,
        since.date() if since else None,
        until.date() if until else None,
    )
    if target.suffix.lower() == ".json":
        text = json.dumps(asdict(made), indent=2, ensure_ascii=False, default=str) + "\n"
    else:
        with speaking(language):
            text = transcript_html(made)
    target.write_text(text, encoding="utf-8")
    click.echo(f"Wrote {target}: {len(made.credentials)} credentials, {made.total:g} clock hours.")
    if target.suffix.lower() != ".json":
        click.echo("Open it in a browser, and print it from there.")
