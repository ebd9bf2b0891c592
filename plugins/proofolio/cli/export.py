"""``proofolio export``: the site as plain Markdown, or a framework in another program's format."""

from __future__ import annotations

import os
from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.files.load import load
from proofolio.adapters.git.history import read_history
from proofolio.adapters.interchange.case import Case
from proofolio.adapters.interchange.formats import FORMATS
from proofolio.adapters.language.setting import site_tongue
from proofolio.adapters.rendering.export import export_site
from proofolio.adapters.reporting.conversion import as_json, report_data, report_text
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.language.say import speaking
from proofolio.core.publishing.page import Audience


@click.command()
@click.argument("target", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option("--framework", default=None, help="Write this framework instead of the site.")
@click.option(
    "--as", "name", type=click.Choice(list(FORMATS)), default=None, help="With --framework: the format."
)
@click.option(
    "--to",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="With --framework: the file (default: the framework's id, here).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="With --framework: how to tell what the format had no place for.",
)
@root_option
def export(
    target: Path | None,
    framework: str | None,
    name: str | None,
    file: Path | None,
    form: str,
    root: Path | None,
) -> None:
    """Write the public site as Markdown and assets into the folder TARGET (empty or new).

    With --framework ID and --as FORMAT: write that framework as a file for another program, and tell
    what the format had no place for.
    """
    if framework is not None:
        if target is not None:
            raise click.UsageError("give TARGET for the site, or --framework; --to names a framework's file")
        if name is None:
            raise click.UsageError(f"say in which format with --as: {', '.join(FORMATS)}")
        _framework(find_root(root), framework, name, file, form)
        return
    if name is not None or file is not None:
        raise click.UsageError("--as and --to need --framework")
    if target is None:
        raise click.UsageError("name a folder for the site, or a framework with --framework")
    place = find_root(root)
    inspection = pipeline.inspect(place, today())
    with speaking(site_tongue(place)):
        plan = inspection.site(Audience.PUBLIC)
        pages, files = export_site(plan, inspection.loaded.tree.root, target)
    click.echo(f"{pages} pages and {files} files written to {target}")
    for each in plan.withheld:
        click.echo(f"withheld: {each.path}: {each.message}", err=True)


def _framework(root: Path, framework: str, name: str, file: Path | None, form: str) -> None:
    district = load(root).district
    found = district.frameworks.get(framework)
    if found is None:
        known = list(district.frameworks)
        hint = did_you_mean(framework, known) or known_words(known)
        raise ProofolioError(f"there is no framework '{framework}' that can be read", hint)
    writer = FORMATS[name]
    if isinstance(writer, Case):  # it says of everything when it last changed
        writer = Case(read_history(root), f"{today().isoformat()}T00:00:00Z")
    place = file or Path(f"{framework}{writer.suffix}")
    if os.path.lexists(place):
        raise ProofolioError(
            f"{place} is there already", "nothing was changed; choose another name with --to"
        )
    data, report = writer.write(found, district)
    with place.open("xb") as stream:
        stream.write(data)
    if form == "json":
        click.echo(
            as_json({"file": str(place), "format": name, "framework": framework, **report_data(report)})
        )
        return
    click.echo(f"“{found.title}” as {writer.title}")
    click.echo(report_text(report))
    click.echo(f"  written: {place}")
