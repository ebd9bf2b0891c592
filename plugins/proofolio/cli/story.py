"""``proofolio story``: how one submission grew, from version to version."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.reporting.story_json import story_json
from proofolio.adapters.reporting.story_text import story_text
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import nearest
from proofolio.core.model.district import District
from proofolio.core.model.history import Reach
from proofolio.core.model.submission import Submission

_WIDEST = 110
_WHY = {
    Reach.NO_GIT: ("there is no Git on this computer", "install Git, and then run this again"),
    Reach.NO_REPOSITORY: ("this folder is not a Git repository", "clone the repository instead of a copy"),
    Reach.NO_COMMITS: ("nothing is saved in Git yet", "commit your work; the story begins there"),
    Reach.SHALLOW: (
        "only the newest part of the history was fetched",
        "fetch the rest: git fetch --unshallow (in a workflow: fetch-depth: 0)",
    ),
    Reach.NOT_TRUSTED: (
        "Git does not trust this folder, because it belongs to somebody else",
        "if you trust it: git config --global --add safe.directory <this folder>",
    ),
    Reach.UNREADABLE: ("Git cannot read the history", "git fsck says what is broken; a new clone mends it"),
    Reach.WHOLE: ("none of it is saved in Git yet", "commit your work; the story begins there"),
}


@click.command()
@click.argument("submission")
@root_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def story(submission: str, root: Path | None, form: str) -> None:
    """Tell how PERSON/SUBMISSION grew: each version, the feedback on it, what changed, the decision."""
    inspection = pipeline.inspect(find_root(root), today())
    district = inspection.district
    found = _find(district, submission)
    told = inspection.stories([found])[found.key]
    if not told.chapters:
        why, hint = _WHY[inspection.history.reach]
        raise ProofolioError(f"the story of {'/'.join(found.key)} is not known: {why}", hint)
    progress = inspection.progress.get(found.person)
    decision = progress.decisions.get(found.slug) if progress else None
    if form == "json":
        click.echo(story_json(district, found, told, decision), nl=False)
        return
    columns = min(shutil.get_terminal_size((96, 24)).columns, _WIDEST)
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(story_text(district, found, told, decision, columns, colour), nl=False)


def _find(district: District, name: str) -> Submission:
    """The submission that a name means: ``person/slug``, its folder, or a slug that only one has."""
    parts = [each for each in name.replace("\\", "/").removesuffix("/index.md").split("/") if each]
    every = {"/".join(each.key): each for each in district.submissions()}
    wanted = "/".join(parts[-2:])
    alone = [each for each in every.values() if len(parts) == 1 and each.slug == parts[0]]
    if wanted in every:
        return every[wanted]
    if len(alone) == 1:
        return alone[0]
    if alone:
        names = ", ".join("/".join(each.key) for each in alone)
        raise ProofolioError(f"several people have a submission '{name}'", f"name one of {names}")
    raise ProofolioError(f"there is no submission '{name}'", _hint(parts, every))


def _hint(parts: list[str], every: Mapping[str, Submission]) -> str:
    """What was probably meant: of the same person first, then of anybody."""
    person, slug = parts[-2:][0] if parts else "", parts[-1] if parts else ""
    own = [each.slug for each in every.values() if each.person == person]
    near = nearest(slug, own)
    if own:
        return f"did you mean {person}/{near}?" if near else f"{person} has {', '.join(own)}"
    by_slug = {each.slug: name for name, each in every.items()}
    near = nearest(slug, by_slug)
    return f"did you mean {by_slug[near]}?" if near else "name it as PERSON/SUBMISSION"
