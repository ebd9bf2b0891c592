"""``proofolio stipends``: the ledger of what is to be paid, for payroll."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.reporting.table_csv import table_csv
from proofolio.cli.options import find_root, private_file, root_option, today
from proofolio.core.recording.stipends import StipendLine, stipends, totals

COLUMNS = tuple(StipendLine.__dataclass_fields__)


@click.command("stipends")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The first day to tell of.")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), default=None, help="The last day to tell of.")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="A file outside the repository (default: show it here).",
)
@root_option
def stipends_command(
    since: datetime | None, until: datetime | None, form: str, target: Path | None, root: Path | None
) -> None:
    """List what is to be paid for awards, by day and person, as CSV for payroll.

    It names people and money, so it is never on the site, and no file is written into the repository.
    """
    place = find_root(root)
    if target is not None:
        private_file(place, target)
    inspection = pipeline.inspect(place, today())
    lines = stipends(inspection.district, inspection.progress, _day(since), _day(until))
    if form == "json":
        told = {"stipends": [asdict(each) for each in lines], "payable": totals(lines)}
        text = json.dumps(told, indent=2, ensure_ascii=False, default=str) + "\n"
    else:
        rows = ([_plain(value) for value in asdict(each).values()] for each in lines)
        text = table_csv(COLUMNS, rows)
    if target is None:
        click.echo(text, nl=False)
        return
    target.write_text(text, encoding="utf-8", newline="")
    sums = ", ".join(f"{amount:g} {currency}" for currency, amount in totals(lines).items()) or "nothing"
    click.echo(f"Wrote {len(lines)} stipends to {target}: {sums} in all.")


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


def _plain(value: object) -> str | float | None:
    return value.isoformat() if isinstance(value, date) else value if isinstance(value, str | float) else None
