"""``proofolio queue``: what waits for a review, for whom, and how long."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.reporting.queue_json import queue_json
from proofolio.adapters.reporting.queue_markdown import queue_markdown
from proofolio.adapters.reporting.queue_text import queue_text
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words

_FORMATS = {"text": queue_text, "json": queue_json, "markdown": queue_markdown}


@click.command()
@click.option("--for", "person", metavar="PERSON", default=None, help="Only what this reviewer is asked for.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_FORMATS)),
    default="text",
    show_default=True,
    help="How to say it; markdown is the weekly digest.",
)
@root_option
def queue(person: str | None, form: str, root: Path | None) -> None:
    """Say what waits for a review, the longest first."""
    inspection = pipeline.inspect(find_root(root), today())
    found, people = inspection.queue, inspection.district.people
    if person is not None:
        if person not in people:
            raise ProofolioError(
                f"there is no '{person}' on the roster", did_you_mean(person, people) or known_words(people)
            )
        found = found.for_person(person)
    click.echo(_FORMATS[form](inspection.district, found), nl=False)
