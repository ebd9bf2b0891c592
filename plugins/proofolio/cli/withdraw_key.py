"""``proofolio keys withdraw``: a key that somebody else may have must not vouch for anything any more."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from proofolio.adapters.files.load import load
from proofolio.adapters.signing.key import read_key
from proofolio.adapters.signing.ledger import Pen, write_anew
from proofolio.adapters.signing.proof import proof_trouble
from proofolio.cli.issuer_keys import DID_FILE, KEY_HELP, issuer_of, keys_of
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.issuing.did_document import did_document
from proofolio.core.issuing.key_usage import LIST, Signed, key_of, usage
from proofolio.core.issuing.wording import midnight
from proofolio.core.model.did import IssuerKey, IssuerKeys
from proofolio.core.model.district import District

_LEAST_LETTERS = 8


@click.command("withdraw")
@click.argument("key", metavar="KEY")
@click.option(
    "--key", "uri", metavar="URI", help=f"{KEY_HELP} One that stays; it signs the status list anew."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@root_option
def withdraw(key: str, uri: str | None, yes: bool, root: Path | None) -> None:
    """Take KEY (z6Mk…) out of did.json because somebody else may have it. What it signed stops verifying."""
    home = find_root(root)
    district = load(home).district
    known = keys_of(district, issuer_of(district, home))
    gone = _meant(key, known)
    left = tuple(each for each in known.keys if each != gone)
    if not left:
        raise ProofolioError(
            "this is the only key: without it the issuer could neither sign nor revoke",
            "add a new one first: proofolio keys rotate --key URI --to FILE",
        )
    lost = tuple(each for each in usage(district) if each.key == gone.multibase)
    anew = _list_anew(district, known, left, gone, uri)
    _tell(f"Without {gone.multibase} these stop verifying:", lost)
    if not yes:
        click.confirm("Take the key out?", abort=True)
    write_anew(home, DID_FILE, did_document(known.did, left))
    if anew is not None:
        write_anew(home, LIST, anew)
        click.echo(f"{LIST} is signed with a key that stays.")
    again = {(each.person, each.achievement): None for each in lost if each.person is not None}
    then = ", publish, and issue again what was lost:" if again else " and publish."
    click.echo(f"The key is out of {DID_FILE}. Commit{then}")
    for person, achievement in again:
        click.echo(f"  proofolio issue {person}/{achievement} --again 'The key was withdrawn' --key URI")


def _list_anew(
    district: District, known: IssuerKeys, left: tuple[IssuerKey, ...], gone: IssuerKey, uri: str | None
) -> Mapping[str, Any] | None:
    """The status list, signed with a key that stays; None when the one that goes did not sign it."""
    current = district.status_list
    if current is None or key_of(current) != gone.multibase:
        return None
    if uri is None:
        raise ProofolioError(
            "the list of revocations is signed with this key too", "name one that stays with --key URI"
        )
    trouble = proof_trouble(current, {each.id_under(known.did): each.multibase for each in known.keys})
    if trouble:
        raise ProofolioError(f"{LIST} does not hold: {trouble}", "restore it from Git first")
    bare = {name: value for name, value in current.items() if name != "proof"}
    pen = Pen.of(read_key(uri), IssuerKeys(known.did, left, known.source))
    return pen.sign({**bare, "validFrom": midnight(today())})


def _meant(name: str, known: IssuerKeys) -> IssuerKey:
    """The key that somebody means: its whole text, or enough of its beginning or end."""
    wanted = name.rpartition("#")[2].removesuffix("…")
    found = [
        each
        for each in known.keys
        if len(wanted) >= _LEAST_LETTERS
        and (each.multibase.startswith(wanted) or each.multibase.endswith(wanted))
    ]
    if len(found) != 1:
        raise ProofolioError("this is not one of the issuer's keys", "proofolio keys show lists them")
    return found[0]


def _tell(heading: str, files: tuple[Signed, ...]) -> None:
    click.echo(heading if files else "It has signed nothing.")
    for each in files:
        click.echo(f"  {each.path}")
