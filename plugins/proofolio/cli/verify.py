"""``proofolio verify``: what of a credential holds, check by check."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import click

from proofolio.adapters.files.load import load
from proofolio.adapters.undisturbed import undisturbed
from proofolio.adapters.verifying.as_json import as_json
from proofolio.adapters.verifying.as_text import as_text
from proofolio.adapters.verifying.folder import DiskFolder
from proofolio.adapters.verifying.repository import at_hand
from proofolio.adapters.verifying.site import Site
from proofolio.adapters.verifying.source import Source
from proofolio.adapters.verifying.targets import SITE, Here, Meant, meant_by, whole_site
from proofolio.adapters.verifying.verify import verify_bytes
from proofolio.adapters.verifying.web import Web
from proofolio.adapters.verifying.world import Sources
from proofolio.cli.options import find_root, root_option
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.address import DID
from proofolio.core.verifying.check import Name
from proofolio.core.verifying.verification import Verification
from proofolio.core.verifying.world import Reach

_WIDEST = 110
_FROM_PACKAGE = (
    "The issuer's keys and its list of revoked credentials came with the package. So this shows that no "
    "credential was altered since; whether the keys are the issuer's, and what it revoked later, its own "
    "site tells."
)
_MAY_PASS = (Name.COPY, Name.DATES, Name.STATUS, Name.EVIDENCE)


@click.command()
@click.argument("targets", nargs=-1, metavar="[FILE|ADDRESS|PERSON|FOLDER]...")
@click.option("--for", "email", metavar="EMAIL", default=None, help="Whether it is for this e-mail address.")
@click.option(
    "--site",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    default=None,
    help="A built site that answers for its issuer; without a target, everything in it is verified.",
)
@click.option("--offline", is_flag=True, help="Ask nothing of the web.")
@click.option("--all", "every", is_flag=True, help="Show every check of every document.")
@click.option(
    "--even-ended", is_flag=True, help="Be content with what is genuine, though it is over or was revoked."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@root_option
def verify(
    targets: tuple[str, ...],
    email: str | None,
    site: Path | None,
    offline: bool,
    every: bool,
    even_ended: bool,
    form: str,
    root: Path | None,
) -> None:
    """Say what of a credential holds and what does not, check by check.

    A FILE is a credential as JSON, a badge as PNG or SVG, or a package from export-portfolio; a PERSON's
    whole ledger, the credential at a web ADDRESS, a FOLDER of any of these. The issuer's keys, its list of
    revoked credentials and the evidence come from this repository or --site when it is the issuer's, or
    from a package that holds them; otherwise the issuer's own site is asked.

    Exit code: 0 when everything is accepted, 1 when not, 2 when this cannot be told.
    """
    if not targets and site is None:
        raise click.UsageError(
            "name a credential, an address, a person or a folder, or a built site with --site"
        )
    now = _now()
    here = _here(root, None if offline else Web())
    built = Site(DiskFolder(site), SITE) if site is not None else None
    meant = [meant_by(each, here, email) for each in targets]
    if not targets and built is not None:
        meant = [whole_site(built, email)]
    found = [pair for each in meant for pair in _verified(each, here, built, now)]
    if form == "json":
        click.echo(as_json(found), nl=False)
    else:
        columns = min(shutil.get_terminal_size((96, 24)).columns, _WIDEST)
        click.echo(as_text(found, columns, every), nl=False)
        if any(each.site is not None and each.site.packed and not _better(here, each.site) for each in meant):
            click.echo(f"\n{textwrap.fill(_FROM_PACKAGE, columns)}")
    counted = (each for _, each, replaced_by in found if replaced_by is None)
    fine = all(each.accepted or (even_ended and each.genuine) for each in counted)
    sys.exit(0 if fine else 1)


def _verified(
    meant: Meant, here: Here, built: Site | None, now: datetime
) -> list[tuple[str, Verification, str | None]]:
    """What came in a package or a site is answered for by that alone, if it can answer."""
    own = meant.site or built
    if meant.site is not None:
        sources: list[Source] = [*_better(here, meant.site), meant.site]
    else:
        sources = [each for each in (here.repository, built, here.web) if each is not None]
    home = own.did if own is not None else here.repository.did if here.repository is not None else None
    world = Sources(now, sources, home)
    found = []
    for each in meant.items:
        verified = verify_bytes(each.data, world, each.expected)
        # What was replaced need not hold any more, but nobody may have altered it since.
        altered = each.replaced_by is not None and verified.without(*_MAY_PASS).failed
        found.append((each.name, verified, None if altered else each.replaced_by))
    return found


def _better(here: Here, package: Site) -> list[Source]:
    """The issuer's own repository knows more than a package that was once made from it."""
    own = here.repository
    if own is None or not package.packed or own.did != package.did:
        return []
    keys = own.fetch(f"{package.address}{DID}")
    return [own] if keys is not None and keys.reach is Reach.THERE else []


def _here(root: Path | None, web: Web | None) -> Here:
    """The repository at hand, when there is one; without one, the web can still be asked."""
    try:
        place = find_root(root)
    except ProofolioError:
        return Here(web=web)
    with undisturbed():
        district = load(place).district
    return Here(at_hand(district, place), place, tuple(district.portfolios), web)


def _now() -> datetime:
    """The hour that counts: SOURCE_DATE_EPOCH when it is set, so that a check can be repeated."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
