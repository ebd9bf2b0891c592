"""``proofolio build``: the site for one audience, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.hosting.build import build_site
from proofolio.adapters.hosting.verify import verify
from proofolio.cli.options import find_root
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.publishing.page import Audience

FOLDERS = {Audience.PUBLIC: "site", Audience.INTERNAL: "site-internal"}
"""Where a site goes when nobody says otherwise, beside ``mkdocs.yml``."""
CONFIGURATION = "mkdocs.yml"


@click.command()
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.PUBLIC.value,
    show_default=True,
    help="For whom: everybody, or your own people. Private work is in neither.",
)
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="The folder to build into (default: site, or site-internal).",
)
@click.option("--strict", is_flag=True, help="End with an error when anything had to be left out.")
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=None,
    help=f"The folder that {CONFIGURATION} is in (default: found from here upwards).",
)
def build(audience: str, site_dir: Path | None, strict: bool, root: Path | None) -> None:
    """Build the site, for the public or for your own people."""
    whom = Audience(audience)
    configuration = _configuration(root)
    target = site_dir or configuration.parent / FOLDERS[whom]
    build_site(configuration, target, whom, strict=strict, tell=lambda line: click.echo(line, err=True))
    extent = verify(target, whom)
    click.echo(f"Built the {whom.value} site in {target}: {extent.pages} pages, {extent.size / 1e6:.1f} MB.")
    if whom is Audience.INTERNAL:
        click.echo("It is for your own people: serve it only where nobody else can open it.")


def _configuration(root: Path | None) -> Path:
    """The site's own file, in the folder that was named, or the nearest one upwards."""
    here = Path.cwd()
    for folder in (root,) if root else (here, *here.parents):
        if (folder / CONFIGURATION).is_file():
            return folder / CONFIGURATION
    where = root or find_root(None)
    raise ProofolioError(
        f"there is no {CONFIGURATION} in {where}",
        "it says what the site is called and what belongs to it; proofolio demo writes one to copy",
    )
