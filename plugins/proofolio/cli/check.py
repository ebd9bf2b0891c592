"""``proofolio check``: what is wrong, where, why, and what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.reporting.formats import FORMATS, reporter
from proofolio.cli.options import find_root, inside, root_option, today

FINDINGS = 1


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to say it.",
)
@click.option(
    "--docs-url", default=None, help="Where the pages about findings are (default: the issuer's site)."
)
def check(path: Path | None, root: Path | None, form: str, docs_url: str | None) -> None:
    """Check everything, or only what lies below PATH (such as portfolios/amina-yusuf).

    Exit code 0: nothing found. 1: findings. 2: could not run.
    """
    found_root = find_root(root, path if path and path.is_dir() else None)
    below = inside(found_root, path)
    inspection = pipeline.inspect(found_root, today())
    findings = inspection.located(below)
    issuer = inspection.district.issuer
    address = docs_url or (issuer.url if issuer else "")
    colour = form == "text" and sys.stdout.isatty()
    click.echo(reporter(form, colour).report(findings, address.rstrip("/")), nl=False)
    sys.exit(FINDINGS if findings else 0)
