"""``proofolio issue``: credentials for what was earned."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from proofolio import issuing, pipeline
from proofolio.adapters.files.write import write_over
from proofolio.adapters.signing.key import read_key
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.issuing.credential import Obstacle, unsigned
from proofolio.core.issuing.due import Due
from proofolio.core.issuing.preview import preview
from proofolio.pipeline import Inspection

Wanted = tuple[tuple[str, str | None], ...]


@click.command()
@click.argument("wanted", nargs=-1, metavar="[PERSON[/ACHIEVEMENT]]...")
@click.option("--key", "key_uri", metavar="URI", help="The signing key: env:NAME or file:PATH.")
@click.option("--dry-run", is_flag=True, help="Say what would be issued, and write nothing.")
@click.option("--again", metavar="REASON", help="Correct what was issued already; its id stays.")
@click.option(
    "--preview",
    "previews",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write what is due into this folder, unsigned and marked as a preview.",
)
@root_option
def issue(
    wanted: tuple[str, ...],
    key_uri: str | None,
    dry_run: bool,
    again: str | None,
    previews: Path | None,
    root: Path | None,
) -> None:
    """Issue what everybody has earned and has no credential for, or only that of PERSON.

    Without --key it says what is due. With --again, the newest credentials of PERSON (for ACHIEVEMENT) are
    signed once more with today's name, address hash and issuer; achievement and results stay as they are.
    """
    home = find_root(root)
    if again is not None and (not again.strip() or not wanted or key_uri is None):
        raise click.UsageError("--again needs a reason, --key, and whose credentials to correct")
    inspection = pipeline.inspect(home, today())
    asked = _asked(wanted, inspection)
    if previews is not None:
        _write_previews(inspection, issuing.whats_due(inspection, asked), previews)
        return
    if key_uri is None or (dry_run and again is None):
        _tell_due(inspection, issuing.whats_due(inspection, asked))
        return
    if dry_run:
        raise click.UsageError("--dry-run and --again do not go together")
    key = read_key(key_uri)
    if again is not None:
        tell(issuing.correct(home, key, today(), asked), inspection, "corrected")
    else:
        tell(issuing.issue(home, key, today(), asked), inspection, "issued")


def tell(outcome: issuing.Outcome, inspection: Inspection, done: str) -> None:
    """Say what was written, for whom, and what was not and why."""
    for each, path in outcome.issued:
        click.echo(f"{done}: {_title(inspection, each)} to {_name(inspection, each)} ({path})")
    for path in outcome.anew:
        click.echo(f"signed anew: {path}")
    for path in outcome.removed:
        click.echo(f"removed: {path} (there is nothing left to list)")
    for each, why in outcome.not_issued:
        click.echo(f"not {done}: {_title(inspection, each)} to {_name(inspection, each)}: {why}")
    if not (outcome.issued or outcome.anew or outcome.removed or outcome.not_issued):
        click.echo("Nothing is due.")


def _asked(wanted: Iterable[str], inspection: Inspection) -> Wanted:
    """People and achievements from the command line. Raises ProofolioError for names nobody knows."""
    found: list[tuple[str, str | None]] = []
    district = inspection.district
    for each in wanted:
        person, _, achievement = each.strip("/").removeprefix("portfolios/").partition("/")
        achievement = achievement.removeprefix("credentials/").removesuffix(".json").partition(".")[0]
        if person not in district.portfolios:
            hint = did_you_mean(person, district.portfolios) or known_words(district.portfolios)
            raise ProofolioError(f"there is no portfolio '{person}'", hint)
        known = {*district.micro_credentials, *district.pathways}
        if achievement and achievement not in known:
            raise ProofolioError(
                f"there is neither a micro-credential nor a pathway '{achievement}'",
                did_you_mean(achievement, known),
            )
        found.append((person, achievement or None))
    return tuple(found)


def _tell_due(inspection: Inspection, due: Iterable[Due]) -> None:
    found = list(due)
    for each in found:
        head = f"{_name(inspection, each)}: {_title(inspection, each)}, {each.on.isoformat()}"
        why = f"; it cannot be issued: {each.why_not}" if each.why_not else ""
        click.echo(f"{head}: criteria met, not yet issued{why}")
    if not found:
        click.echo("Nothing is due.")
    elif inspection.district.keys is None:
        click.echo("The issuer has no keys yet: proofolio keys new makes one.")


def _write_previews(inspection: Inspection, due: Iterable[Due], target: Path) -> None:
    desk = issuing.desk_of(inspection)
    for each in due:
        made = unsigned(desk, each)
        if isinstance(made, Obstacle):
            click.echo(f"{_name(inspection, each)}: {_title(inspection, each)}: {made.why}")
            continue
        name = f"{each.person}.{each.name}.preview.json"
        write_over(target, name, json.dumps(preview(made), indent=2, ensure_ascii=False) + "\n")
        click.echo(f"written: {target / name} (a preview, not a credential)")


def _title(inspection: Inspection, each: Due) -> str:
    district = inspection.district
    if each.achievement in district.micro_credentials:
        return district.micro_credentials[each.achievement].title
    pathway = district.pathways.get(each.achievement)
    return pathway.title if pathway else each.achievement


def _name(inspection: Inspection, each: Due) -> str:
    return inspection.district.name_of(each.person)
