"""``proofolio import``: frameworks of other programs, and from spreadsheets, as our files."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from proofolio.adapters.files.load import load
from proofolio.adapters.files.places import is_id
from proofolio.adapters.interchange.format import Format
from proofolio.adapters.interchange.formats import FORMATS, format_of
from proofolio.adapters.interchange.framework_files import planned, write_files
from proofolio.adapters.interchange.size import MAX_FILE
from proofolio.adapters.interchange.spreadsheet import template
from proofolio.adapters.reporting.conversion import as_json, report_data, report_text, troubles_data
from proofolio.cli.options import find_root, root_option
from proofolio.core.converting.identify import DEVICES
from proofolio.core.converting.imported import Imported
from proofolio.core.converting.renamed import renamed
from proofolio.core.converting.settled import settled
from proofolio.core.converting.sheet.guide import example
from proofolio.core.converting.trouble import Trouble, Unreadable
from proofolio.core.converting.wording import some
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.framework import Framework

BROKEN = 2


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--as",
    "name",
    type=click.Choice(list(FORMATS)),
    default=None,
    help="The format (default: told by content).",
)
@click.option("--id", "new", default=None, help="The framework's id (default: made of what the file says).")
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option(
    "--template",
    "kind",
    type=click.Choice(["csv", "xlsx"]),
    default=None,
    help="Write a filled example sheet to FILE instead, with what each column is for.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@root_option
def import_(
    files: tuple[Path, ...],
    name: str | None,
    new: str | None,
    dry_run: bool,
    kind: str | None,
    form: str,
    root: Path | None,
) -> None:
    """Bring the frameworks in FILES into competencies/frameworks, and tell what had no home.

    Nothing is ever written over: a framework whose folder is there already is refused, with all others.
    """
    if kind is not None:
        _write_template(kind, files)
        return
    if new is not None and not is_id(new):
        raise ProofolioError(f"'{new}' is not a valid id", "lower-case letters, digits and single hyphens")
    if new in DEVICES:
        raise ProofolioError(f"'{new}' is a name that some computers cannot store", "choose another id")
    home = find_root(root)
    there = load(home).district.frameworks
    read = _read(files, name, form)
    found = [each for _, _, imported in read for each in imported]
    if new is not None:
        if len(found) != 1:
            raise ProofolioError(
                f"there are {len(found)} frameworks, and --id can name only one", "import them one at a time"
            )
        found = [replace(found[0], framework=renamed(found[0].framework, new))]
    _must_differ(found)
    done = [_warned(each, there) for each in settled(found, there)]
    texts = planned(home, [each.framework for each in done])
    if not dry_run:
        write_files(home, texts)
    _tell(read, done, texts, dry_run, form)


def _write_template(kind: str, files: tuple[Path, ...]) -> None:
    if len(files) != 1:
        raise ProofolioError("--template writes one FILE", "name it, such as framework.xlsx")
    (target,) = files
    if os.path.lexists(target):
        raise ProofolioError(f"{target} is there already", "nothing was changed; choose another name")
    target.write_bytes(template(kind, example()))
    click.echo(f"written: {target}")
    click.echo(f"Fill it in, then: proofolio import {target}")


def _read(
    files: tuple[Path, ...], name: str | None, form: str
) -> list[tuple[Path, Format, tuple[Imported, ...]]]:
    """Every file; all that is wrong with any of them is told before giving up."""
    found: list[tuple[Path, Format, tuple[Imported, ...]]] = []
    broken: list[tuple[Path, tuple[Trouble, ...]]] = []
    for path in files:
        try:
            with path.open("rb") as stream:
                data = stream.read(MAX_FILE + 1)
            reader = FORMATS[name] if name else format_of(data)
            found.append((path, reader, reader.read(data)))
        except Unreadable as error:
            broken.append((path, error.troubles))
    if broken and form == "json":
        click.echo(
            as_json({"broken": [{"file": str(path), "troubles": troubles_data(t)} for path, t in broken]})
        )
        sys.exit(BROKEN)
    if broken:
        for path, troubles in broken:
            click.echo(f"error: {path} cannot be imported", err=True)
            for each in troubles:
                click.echo(f"  {each.where + ': ' if each.where else ''}{each.why}", err=True)
                if each.hint:
                    click.echo(f"    hint: {each.hint}", err=True)
        sys.exit(BROKEN)
    return found


def _must_differ(found: list[Imported]) -> None:
    ids = [each.framework.id for each in found]
    twice = [each for each in dict.fromkeys(ids) if ids.count(each) > 1]
    if twice:
        raise ProofolioError(
            f"several of these frameworks would be called {some(twice)}",
            "import them one at a time, with --id",
        )


def _warned(found: Imported, there: dict[str, Framework] | Any) -> Imported:
    """A warning for competencies that share their id with those of another framework."""
    taken = {key for each in there.values() for key in each.competencies}
    shared = [key for key in found.framework.competencies if key in taken]
    if not shared:
        return found
    warning = (
        f"{some(shared)}: another framework has competencies with the same id; files that name them need the "
        f"framework too, such as {found.framework.id}/{shared[0]}"
    )
    return replace(found, report=replace(found.report, warnings=(*found.report.warnings, warning)))


def _tell(
    read: list[tuple[Path, Format, tuple[Imported, ...]]],
    done: list[Imported],
    texts: dict[str, str],
    dry_run: bool,
    form: str,
) -> None:
    rest = iter(done)
    told = [(path, reader, [next(rest) for _ in imported]) for path, reader, imported in read]
    if form == "json":
        data = {
            "dry_run": dry_run,
            "files": [
                {
                    "file": str(path),
                    "format": reader.name,
                    "frameworks": [
                        {
                            "id": each.framework.id,
                            "title": each.framework.title,
                            **report_data(each.report),
                            "written": [one for one in texts if one.split("/")[2] == each.framework.id],
                        }
                        for each in frameworks
                    ],
                }
                for path, reader, frameworks in told
            ],
        }
        click.echo(as_json(data))
        return
    for path, reader, frameworks in told:
        for each in frameworks:
            click.echo(f"{path} ({reader.title}): “{each.framework.title}”")
            click.echo(report_text(each.report))
            number = sum(one.split("/")[2] == each.framework.id for one in texts)
            verb = "would be written" if dry_run else "written"
            click.echo(f"  {verb}: {number} files in competencies/frameworks/{each.framework.id}/")
