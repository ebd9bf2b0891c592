"""``proofolio digest``: the digests that a review binds to: of a submission, and of its rubric."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio.adapters.files.load import load
from proofolio.cli.options import find_root, inside, root_option
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.model.district import District
from proofolio.core.model.rubric_digest import rubric_digest


@click.command()
@click.argument("path", type=click.Path(path_type=Path), required=False)
@click.option("--rubric", metavar="MICRO_CREDENTIAL", default=None, help="Of this micro-credential's rubric.")
@root_option
def digest(path: Path | None, rubric: str | None, root: Path | None) -> None:
    """Print the digest of the submission in the folder PATH, or of a micro-credential's rubric."""
    if (path is None) == (rubric is None):
        raise click.UsageError("name a submission's folder, or a micro-credential with --rubric")
    found_root = find_root(root, path if path is not None and path.is_dir() else None)
    district = load(found_root).district
    if rubric is not None:
        click.echo(_of_rubric(district, rubric))
    elif path is not None:
        click.echo(_of_submission(district, path, inside(found_root, path)))


def _of_rubric(district: District, name: str) -> str:
    asked = district.micro_credentials.get(name)
    if asked is None:
        known = district.micro_credentials
        raise ProofolioError(
            f"unknown micro-credential '{name}'", did_you_mean(name, known) or known_words(known)
        )
    found = rubric_digest(district, asked)
    if found is None:
        raise ProofolioError(f"'{name}' has no rubric yet", "proofolio check says what its competency lacks")
    return found


def _of_submission(district: District, path: Path, place: str) -> str:
    steps = place.removesuffix("/index.md").split("/")
    key = (steps[1], steps[2]) if len(steps) == 3 and steps[0] == "portfolios" else None
    submission = district.submission(key) if key else None
    if submission is None:
        raise ProofolioError(
            f"{path} is not a submission that can be read",
            "name a folder such as portfolios/amina-yusuf/menu-maths; proofolio check says what is wrong",
        )
    return submission.digest
