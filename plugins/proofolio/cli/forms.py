"""``proofolio forms``: issue forms from the definitions, for people who don't know Git."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from proofolio.adapters.files.form import FOLDER, MADE, form_files
from proofolio.adapters.files.load import load
from proofolio.cli.options import find_root, root_option
from proofolio.core.diagnostics.error import ProofolioError

DIFFERENT = 1


@click.command()
@click.option(
    "--write", "mode", flag_value="write", help="Write the forms, and remove those made for what is gone."
)
@click.option(
    "--check", "mode", flag_value="check", help="Say whether the forms are those that would be written."
)
@root_option
def forms(mode: str | None, root: Path | None) -> None:
    """Make issue forms: one for each micro-credential, and one for the learning log.

    They stand in .github/ISSUE_TEMPLATE; what somebody sends with one becomes a pull request.
    Without an option, their names are printed. Exit code 1: --check found a difference.
    """
    home = find_root(root)
    wanted = form_files(load(home).district)
    if mode is None:
        for path in wanted:
            click.echo(path)
        return
    stale = [path for path, text in wanted.items() if _there(home, path) != text]
    gone = [path for path in _made_before(home) if path not in wanted]
    if mode == "check":
        for path in (*stale, *gone):
            click.echo(f"not as the definitions say: {path}")
        if stale or gone:
            click.echo("run: proofolio forms --write")
        sys.exit(DIFFERENT if stale or gone else 0)
    for path in stale:
        target = home / path
        if target.parent.is_symlink() or target.is_symlink():
            raise ProofolioError(f"{path} is a link, and is left alone", "remove it and try again")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(wanted[path], encoding="utf-8", newline="\n")
        click.echo(f"written: {path}")
    for path in gone:
        (home / path).unlink()
        click.echo(f"removed: {path}")
    if not stale and not gone:
        click.echo("the forms are as the definitions say")


def _there(home: Path, path: str) -> str | None:
    try:
        return (home / path).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def _made_before(home: Path) -> list[str]:
    """The forms in the folder that were made from definitions, and not by hand."""
    folder = home / FOLDER
    found = sorted(folder.glob("*.yml")) if folder.is_dir() else []
    paths = (each.relative_to(home).as_posix() for each in found)
    return [path for path in paths if (_there(home, path) or "").startswith(MADE)]
