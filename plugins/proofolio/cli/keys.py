"""``proofolio keys``: the keys that the issuer signs with: making, adding, looking over, withdrawing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from proofolio.adapters.files.load import load
from proofolio.adapters.signing.belongs import require_issuer_key
from proofolio.adapters.signing.keeping import keep, require_place
from proofolio.adapters.signing.key import SigningKey, read_key
from proofolio.adapters.signing.ledger import Pen, write_anew
from proofolio.cli.issuer_keys import DID_FILE, KEY_HELP, issuer_of, keys_of
from proofolio.cli.options import find_root, root_option, today
from proofolio.cli.withdraw_key import withdraw
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.issuing.did_document import did_document
from proofolio.core.issuing.key_usage import LIST, Signed, usage
from proofolio.core.issuing.status_list_credential import status_list_credential
from proofolio.core.model.did import IssuerKey, IssuerKeys, did_of


@click.group()
def keys() -> None:
    """The keys that this organisation signs its credentials with."""


keys.add_command(withdraw)


@keys.command("new")
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path), help="The file for the secret."
)
@root_option
def new(target: Path, root: Path | None) -> None:
    """Make the first key: the secret into a file outside of the repository, the public part into it."""
    home = find_root(root)
    district = load(home).district
    issuer = issuer_of(district, home)
    if _is_there(home, DID_FILE) or _is_there(home, LIST):
        raise ProofolioError(
            "this organisation has a key already",
            "add another with proofolio keys rotate --key URI --to FILE",
        )
    place = require_place(target, home)
    key = SigningKey.new()
    did = did_of(issuer.url)
    public = IssuerKeys(did, (IssuerKey(key.multibase),), issuer.source)
    empty = Pen.of(key, public).sign(status_list_credential(issuer, (), today()))
    keep(key, place)
    write_anew(home, DID_FILE, did_document(did, public.keys))
    write_anew(home, LIST, empty)
    click.echo(
        f"The secret key is in {place}. Only you can read it.\n"
        f"The public key is in {DID_FILE}, with an empty list of revocations beside it ({LIST}).\n"
        "\n"
        "What to do now:\n"
        f"1. Commit the two files below competencies/issuer/. They name {issuer.url} for good:\n"
        "   make sure that this is the address under which the site will stay.\n"
        "2. In GitHub, make an environment called 'signing' that only the main branch may use, best with\n"
        "   a reviewer, and put the whole content of the key's file into its secret PROOFOLIO_SIGNING_KEY.\n"
        "3. Keep the file itself offline (a stick in a safe, a password manager), and nowhere else.\n"
        "   Whoever has it can issue in your name. Was it lost: proofolio keys rotate --lost adds a new\n"
        "   one, and what was issued goes on verifying. Was it seen: proofolio keys withdraw."
    )


@keys.command("rotate")
@click.option("--key", "uri", metavar="URI", help=f"{KEY_HELP} One of the issuer's.")
@click.option("--lost", is_flag=True, help="In the place of --key, when nobody has the old key any more.")
@click.option(
    "--to", "target", required=True, type=click.Path(path_type=Path), help="The file for the new secret."
)
@root_option
def rotate(uri: str | None, lost: bool, target: Path, root: Path | None) -> None:
    """Add a new key. The old ones stay published, so that everything they signed goes on verifying."""
    if (uri is None) is not lost:
        raise click.UsageError("name the key that signs now with --key, or say --lost")
    home = find_root(root)
    district = load(home).district
    known = keys_of(district, issuer_of(district, home))
    if uri is not None:
        require_issuer_key(read_key(uri), known)
    place = require_place(target, home)
    key = SigningKey.new()
    keep(key, place)
    write_anew(home, DID_FILE, did_document(known.did, (*known.keys, IssuerKey(key.multibase))))
    click.echo(
        f"The new secret key is in {place}. Only you can read it.\n"
        f"{DID_FILE} lists {len(known.keys) + 1} keys now.\n"
        "\n"
        "What to do now, in this order:\n"
        f"1. Commit {DID_FILE} and wait until the site is published with it.\n"
        "2. Only then put the new key into the secret PROOFOLIO_SIGNING_KEY of the environment 'signing'.\n"
        "   (The other way round, new credentials would not verify until the site is published.)\n"
        "3. Keep the new file offline. Do not take the old key out of did.json: what it signed needs it.\n"
        "   Was the old key seen by somebody else? Then: proofolio keys withdraw."
    )


@keys.command("show")
@root_option
def show(root: Path | None) -> None:
    """Say whose the keys are and how much each of them has signed."""
    home = find_root(root)
    district = load(home).district
    known = keys_of(district, issuer_of(district, home))
    signed = usage(district)
    click.echo(f"{known.did}")
    for number, each in enumerate(known.keys, 1):
        newest = ", the newest" if number == len(known.keys) else ""
        click.echo(f"  {each.multibase}{newest}: {_told(signed, each.multibase)}")
    listed = {each.multibase for each in known.keys}
    for stray in sorted({each.key for each in signed} - listed):
        name = f"{stray}, which is not listed" if stray else "no key at all"
        click.echo(f"  {name}: {_told(signed, stray)} (these do not verify)")


def _is_there(home: Path, path: str) -> bool:
    return (home / path).exists() or (home / path).is_symlink()


def _told(signed: Iterable[Signed], key: str) -> str:
    mine = [each for each in signed if each.key == key]
    credentials = sum(each.person is not None for each in mine)
    others = len(mine) - credentials
    lists = any(each.path == LIST for each in mine)
    parts = [f"{credentials} credential{'' if credentials == 1 else 's'}"]
    parts += ["the list of revocations"] if lists else []
    records = others - lists
    parts += [f"{records} learner record{'' if records == 1 else 's'}"] if records else []
    return ", ".join(parts)
