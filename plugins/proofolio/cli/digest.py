"""``proofolio digest``: the digest that a review of a submission binds to."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.files.load import load
from proofolio.cli.options import find_root, inside, root_option
from proofolio.core.diagnostics.error import ProofolioError


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@root_option
def digest(path: Path, root: Path | None) -> None:
    """Print the digest of the submission in the folder PATH."""
    found_root = find_root(root, path if path.is_dir() else None)
    place = inside(found_root, path).removesuffix("/index.md").split("/")
    loaded = load(found_root)
    key = (place[1], place[2]) if len(place) == 3 and place[0] == "portfolios" else None
    submission = loaded.district.submission(key) if key else None
    if submission is None:
        raise ProofolioError(
            f"{path} is not a submission that can be read",
            "name a folder such as portfolios/amina-yusuf/menu-maths; proofolio check says what is wrong",
        )
    click.echo(submission.digest)
