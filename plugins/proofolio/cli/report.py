"""``proofolio report``: the figures, as on the site, for leaders and for other programs."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.reporting.figures_csv import report_csv, report_tables
from proofolio.adapters.reporting.figures_json import report_json
from proofolio.adapters.reporting.figures_text import report_text
from proofolio.cli.options import find_root, private_file, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.figuring.narrow import narrow
from proofolio.core.figuring.period import WINDOW, Window
from proofolio.core.model.figures import ALL, EVERY, Report, Slice
from proofolio.core.publishing.page import Audience

NAMES = {"csv": "figures.csv", "json": "figures.json", "text": "figures.txt"}
DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.INTERNAL.value,
    show_default=True,
    help="Whose figures: those of the public site, or those for your own people.",
)
@click.option("--format", "form", type=click.Choice(list(NAMES)), default="text", show_default=True)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    default=None,
    help="A file, or a folder for all tables (default: show the figures here).",
)
@click.option("--organization", default=None, help="Only this organisation and those within it, by id.")
@click.option("--since", type=DAY, default=None, help="The first day to tell of.")
@click.option("--until", type=DAY, default=None, help="The last day to tell of.")
@click.option("--framework", default=None, help="Only this framework, by id.")
@root_option
def report(
    audience: str,
    form: str,
    target: Path | None,
    organization: str | None,
    since: datetime | None,
    until: datetime | None,
    framework: str | None,
    root: Path | None,
) -> None:
    """Tell the figures: enrolled, submitted, earned, hours, coverage, impact.

    They are the same as on the site for that audience, from the same function. Internal figures name
    people, so they are not written into the repository.
    """
    place = find_root(root)
    window = _window(since, until)
    found = pipeline.inspect(place, today()).report(Audience(audience), window)
    _known("organisation", organization, [each.id for each in found.organizations])
    _known("framework", framework, [each.id for each in found.frameworks])
    period = WINDOW if window else None
    where = Slice(organization or EVERY, period or ALL, framework or EVERY)
    if form == "text":
        texts = {NAMES[form]: report_text(found, where)}
    else:
        found = narrow(found, organization, period, framework)
        texts = _texts(found, form, target)
    if target is None:
        click.echo(texts[NAMES[form]], nl=False)
        return
    _write(texts, target, place if audience == Audience.INTERNAL.value else None)


def _window(since: datetime | None, until: datetime | None) -> Window | None:
    first, last = _day(since), _day(until)
    if first and last and first > last:
        raise ProofolioError("the last day is before the first", "exchange --since and --until")
    return (first, last) if first or last else None


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


def _known(what: str, wanted: str | None, known: list[str]) -> None:
    if wanted is not None and wanted not in known:
        raise ProofolioError(
            f"there are no figures of an {what} '{wanted}'"
            if what == "organisation"
            else f"there is no {what} '{wanted}'",
            did_you_mean(wanted, known) or known_words(known),
        )


def _texts(found: Report, form: str, target: Path | None) -> dict[str, str]:
    if form == "json":
        return {NAMES[form]: report_json(found)}
    is_one = target is None or target.suffix.lower() == ".csv"
    return {NAMES[form]: report_csv(found)} if is_one else report_tables(found)


def _write(texts: dict[str, str], target: Path, repository: Path | None) -> None:
    """Write one file, or all into a folder; what is for the organisation's own people never into it."""
    is_file = len(texts) == 1 and (target.suffix != "" and not target.is_dir())
    files = (
        {target: next(iter(texts.values()))} if is_file else {target / name: texts[name] for name in texts}
    )
    if repository is not None:
        for each in files:
            private_file(repository, each)
    if not is_file:
        target.mkdir(parents=True, exist_ok=True)
    for each, text in files.items():
        each.write_text(text, encoding="utf-8", newline="")
    click.echo(f"Wrote {', '.join(str(each) for each in files)}.")
