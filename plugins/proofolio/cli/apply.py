"""``proofolio apply``: may somebody apply for a role, and the packet to send."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from proofolio import pipeline
from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.text import decode
from proofolio.adapters.language.setting import site_tongue
from proofolio.adapters.portable.archive import is_zip, packing
from proofolio.adapters.reporting.eligibility import eligibility_json, eligibility_text
from proofolio.cli.applying import Packed, pack
from proofolio.cli.options import find_root, private_file, root_option, today, whose_portfolio
from proofolio.core.checking.application import (
    Hurdle,
    check_letter,
    check_pieces,
    missing_requirements,
    too_late,
)
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.language.say import speaking
from proofolio.core.model.body import Body
from proofolio.core.model.opportunity import Opportunity
from proofolio.core.model.visibility import Visibility
from proofolio.pipeline import Inspection

_MOST_OF_A_LETTER = 200_000


@click.command("apply")
@click.argument("opportunity")
@click.option("--person", required=True, help="Who applies: an id, or a folder such as portfolios/ana-ruiz.")
@click.option(
    "--evidence", multiple=True, metavar="WORK", help="A piece of work, by its folder's name; once for each."
)
@click.option(
    "--letter",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    default=None,
    help="The letter: a file with plain text or Markdown.",
)
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="A new .zip file outside the repository (default: PERSON-OPPORTUNITY.zip).",
)
@click.option("--check", "only_check", is_flag=True, help="Only say what is there and what is missing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="With --check: how to say it.",
)
@root_option
def apply(
    opportunity: str,
    person: str,
    evidence: tuple[str, ...],
    letter: Path | None,
    target: Path | None,
    only_check: bool,
    form: str,
    root: Path | None,
) -> None:
    """Make the packet with which PERSON applies for OPPORTUNITY: one ZIP to send.

    It holds a document to read and print, the chosen work with its files, and the signed credentials that
    count. Internal and private work may be chosen: it is the applicant who sends it. Nothing is sent from
    here.
    """
    place, day = find_root(root), today()
    inspection = pipeline.inspect(place, day)
    role = _role(inspection, opportunity)
    progress = whose_portfolio(inspection, person)
    chosen = tuple(dict.fromkeys(_work(each, progress.person) for each in evidence))
    found = progress.opportunities[role.id]
    written = _letter(letter) if letter else None
    portfolio = inspection.district.portfolios[progress.person]
    choice = [*check_pieces(role, portfolio, chosen), *check_letter(role, written)]
    late = too_late(role, day)
    if only_check:
        given = choice if chosen or written else []
        telling = eligibility_json if form == "json" else eligibility_text
        name = inspection.district.name_of(progress.person)
        click.echo(telling(name, role, found, given, late), nl=False)
        return
    _refuse([*missing_requirements(role, found), *choice])
    target = target or Path(f"{progress.person}-{role.id}.zip")
    if not is_zip(target):
        raise ProofolioError(f"{target} is no .zip file", "give a name that ends in .zip")
    private_file(place, target)
    with packing(target) as folder, speaking(site_tongue(place)):
        # afresh, because reasons are told in the site's language, and a terminal's are English
        packed = pack(replace(inspection), progress.person, role, chosen, written, folder)
    _tell(target, packed, role)
    if late:
        click.echo(late, err=True)


def _work(given: str, person: str) -> str:
    """A piece of work by the name of its folder, whatever part of the path stands before it."""
    above, _, name = given.rstrip("/").rpartition("/")
    if above and above.rpartition("/")[2] != person:
        raise ProofolioError(f"{given} is not the work of {person}", "choose work from her own folder")
    return name


def _role(inspection: Inspection, name: str) -> Opportunity:
    district = inspection.district
    key = name.rstrip("/").rsplit("/", 1)[-1].removesuffix(".yml")
    found = district.opportunities.get(key)
    if district.is_broken("opportunity", key) or (found and found.source.file in inspection.faulty):
        raise ProofolioError(f"the file of '{key}' needs mending first", "proofolio check says what is wrong")
    if found is None:
        known = list(district.opportunities)
        if not known:
            hint = "write one into competencies/opportunities/; the page about files shows how"
            raise ProofolioError(f"there is no opportunity '{key}'", hint)
        raise ProofolioError(
            f"there is no opportunity '{key}'", did_you_mean(key, known) or known_words(known)
        )
    return found


def _letter(file: Path) -> Body:
    if file.stat().st_size > _MOST_OF_A_LETTER:
        raise ProofolioError(f"{file} is too long for a letter", "keep it below 200 kB of text")
    text = decode(file.read_bytes(), str(file))
    if not isinstance(text, str):
        raise ProofolioError(f"{file} cannot be read: {text.message}", text.hint)
    return outline(text)


def _refuse(hurdles: list[Hurdle]) -> None:
    """Say all that is in the way at once."""
    if not hurdles:
        return
    if len(hurdles) == 1:
        raise ProofolioError(hurdles[0].message, hurdles[0].hint)
    lines = (f"\n  - {each.message}" + (f" ({each.hint})" if each.hint else "") for each in hurdles)
    raise ProofolioError(f"this cannot be sent yet:{''.join(lines)}")


def _tell(target: Path, packed: Packed, role: Opportunity) -> None:
    click.echo(f"{packed.name}'s application for “{role.title}” is in {target}:")
    work = "1 piece of work" if len(packed.pieces) == 1 else f"{len(packed.pieces)} pieces of work"
    signed = "1 signed credential" if packed.credentials == 1 else f"{packed.credentials} signed credentials"
    click.echo(f"  index.html to read and to print, {work}, {signed}.")
    for title, seen in packed.pieces:
        if seen is not Visibility.PUBLIC:
            click.echo(f"  “{title}” is {seen}: whoever gets the packet can read it.")
    if role.contact:
        click.echo(f"Read it, then send it to {role.contact.removeprefix('mailto:')}.")
    else:
        click.echo("Read it, then send it. Nothing is sent from here.")
