"""``proofolio import-portfolio``: what somebody brings along from another organisation."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import click

from proofolio.adapters.files.load import Loaded, load
from proofolio.adapters.files.places import is_id
from proofolio.adapters.portable import parcel
from proofolio.adapters.portable.arriving import arrive, ready, who
from proofolio.adapters.portable.bringing import Contents, arrival, folder_for, read_contents, same_files
from proofolio.adapters.portable.elsewhere import Brought, brought, carried
from proofolio.adapters.portable.quarantine import Quarantine, quarantined
from proofolio.adapters.portable.unpacking import Package, opened
from proofolio.adapters.reporting.visible import visible
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.drafting.personal import roster_entry
from proofolio.core.model.visibility import Visibility

_ELSEWHERE_ALREADY = timedelta(days=1)
"""East of here it may be tomorrow."""


@click.command("import-portfolio")
@click.argument("package", type=click.Path(path_type=Path))
@click.option("--as", "person", default=None, help="The person's id here (default: the one in the package).")
@click.option(
    "--into",
    "into",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="The repository to bring it into, as --root.",
)
@click.option("--no-commit", is_flag=True, help="Leave it staged; git commit finishes it.")
@click.option("--offline", is_flag=True, help="Do not ask the issuer's site for its keys and revocations.")
@root_option
def import_portfolio(
    package: Path, person: str | None, into: Path | None, no_commit: bool, offline: bool, root: Path | None
) -> None:
    """Bring a PACKAGE of export-portfolio into this repository, with its history and where it comes from.

    The work is shown as the other organisation's and counts for nothing here; so do the credentials,
    each verified first. It becomes one merge commit: take it in with a merge, not squashed or rebased.
    """
    place = find_root(root or into)
    with opened(package) as found, tempfile.TemporaryDirectory(prefix="proofolio-") as work:
        contents = read_contents(found)
        loaded = load(place)
        _must_be_past(contents)
        here = person or contents.told.person.id
        _must_be_here(loaded, here, contents)
        head, by = ready(place), who(place)
        folder = folder_for(contents, loaded, here)
        store = _history(found, contents, Path(work) / "store")
        now = datetime.combine(today(), datetime.now(UTC).time(), UTC)
        credentials = _new(
            loaded, here, [*brought(found, contents.told, now, not offline), *carried(found, contents.told)]
        )
        what = arrival(contents, found, store, credentials, (here, folder), (today(), by[0]))
        made = arrive(place, head, what, store, by, not no_commit)
    _tell(contents, here, folder, store, credentials, made)
    _warn(loaded, here, contents)


def _history(package: Package, contents: Contents, place: Path) -> Quarantine | None:
    bundle = package.place(parcel.REPOSITORY)
    if bundle is None and contents.told.history is None:
        return None
    if bundle is None or contents.told.history is None:
        raise ProofolioError("the package's history and its provenance do not fit together")
    store = quarantined(bundle, place, contents.told.person.id, contents.told.history)
    same_files(package, store, contents.told.person.id)
    return store


def _must_be_past(contents: Contents) -> None:
    exported = contents.told.exported
    if exported > today() + _ELSEWHERE_ALREADY:
        raise ProofolioError(
            f"the package says that it was made on {exported.isoformat()}, a day that is still to come",
            "make the package anew with proofolio export-portfolio",
        )


def _warn(loaded: Loaded, person: str, contents: Contents) -> None:
    theirs, ours = contents.told.person.name, loaded.district.name_of(person)
    if theirs.casefold() != ours.casefold():
        click.echo(f"The package is {theirs}'s, and here it lies with {ours}: is that one person?", err=True)
    portfolio = loaded.district.portfolios.get(person)
    if portfolio is None or portfolio.visibility is Visibility.PRIVATE:
        click.echo("The portfolio here is private, so the site does not show it yet.", err=True)


def _must_be_here(loaded: Loaded, person: str, contents: Contents) -> None:
    if not is_id(person):
        raise ProofolioError(f"'{person}' is not a valid id", "lower-case letters, digits and single hyphens")
    if person in loaded.district.people:
        return
    entry = roster_entry(person, contents.told.person.name, None, None, None, today()).rstrip("\n")
    hint = f"name the id with --as, or commit these lines in portfolios/roster.yml first:\n{entry}"
    raise ProofolioError(f"nobody called '{person}' is on the roster", hint)


def _new(loaded: Loaded, person: str, credentials: list[Brought]) -> list[Brought]:
    """Those that are not here already, each under a name that is free."""
    found = []
    for each in credentials:
        path = f"portfolios/{person}/credentials/external/{each.slug}.json"
        there = loaded.tree.files.get(path)
        if there is None:
            found.append(each)
        elif there.data != each.content:
            number = sum(1 for known in loaded.tree.files if known.startswith(path.removesuffix(".json")))
            found.append(
                Brought(f"{each.slug[:60]}-{number}", each.title, each.content, each.note, each.left)
            )
    return found


def _tell(
    contents: Contents,
    person: str,
    folder: str,
    store: Quarantine | None,
    credentials: list[Brought],
    made: str,
) -> None:
    told = contents.told
    works = contents.record.works()
    click.echo(
        f"{told.person.name}'s portfolio from {told.issuer.name} is in portfolios/{person}/imported/{folder}:"
    )
    history = (
        f"{store.commits} commits of history, as they were" if store else "no history (the package has none)"
    )
    click.echo(f"  {history}; {len(works)} pieces of work that were handed in there.")
    for each in credentials:
        state = f"stays behind: {each.left}" if each.left else "verified, and shown as an external credential"
        click.echo(f"  {visible(each.title)}: {state}")
    click.echo("It is shown as what it is, and does not count towards anything here.")
    if made:
        click.echo(f"Committed as {made[:10]}. In a pull request, merge it with a merge commit.")
    else:
        click.echo("It is staged: git commit finishes it. In a pull request, merge it with a merge commit.")
