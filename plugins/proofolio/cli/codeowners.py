"""``proofolio codeowners``: whom the forge asks to review what."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from proofolio.adapters.files.load import load
from proofolio.adapters.files.write import ROSTER, write_over
from proofolio.adapters.git.reference import prefix_of
from proofolio.cli.options import find_root, root_option
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.guarding.ownership import codeowners as text_of

PLACE = ".github/CODEOWNERS"
DIFFERS = 1


@click.command()
@root_option
@click.option("--write", "mode", flag_value="write", help=f"Write it into {PLACE}.")
@click.option("--check", "mode", flag_value="check", help=f"Say whether {PLACE} is up to date.")
def codeowners(root: Path | None, mode: str | None) -> None:
    """Print CODEOWNERS, made from the roster.

    Leaders are asked about what holds the district together, and each person's coach about that
    person's folder. With --check, exit code 1 says that the file is not up to date.
    """
    found_root = find_root(root).absolute()
    loaded = load(found_root)
    if loaded.district.is_broken("roster", "roster"):
        raise ProofolioError(f"{ROSTER} cannot be read", "proofolio check says what is wrong with it")
    folder = prefix_of(found_root)
    text = text_of(loaded.district.people, folder)
    if mode is None:
        click.echo(text, nl=False)
        return
    top = found_root.resolve().parents[folder.count("/") - 1] if folder else found_root
    if mode == "write":
        write_over(top, PLACE, text)
        click.echo(f"{PLACE} written")
        return
    try:
        present = (top / PLACE).read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        present = ""
    if present != text:
        done = "is not what the roster says" if present else "is missing"
        click.echo(f"{PLACE} {done}. Run proofolio codeowners --write, and commit it.")
        sys.exit(DIFFERS)
    click.echo(f"{PLACE} is up to date.")
