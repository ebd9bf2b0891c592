"""``proofolio revoke``: a credential that no longer holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from proofolio import issuing, pipeline
from proofolio.adapters.files.kept import refuse_links
from proofolio.adapters.files.places import Kind
from proofolio.adapters.files.schema import modeline
from proofolio.adapters.files.write import write_new
from proofolio.adapters.signing.key import read_key
from proofolio.adapters.signing.ledger import Pen
from proofolio.cli.issue import tell
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean
from proofolio.core.model.address import of_credential, on_web
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District

_FOLDER = "competencies/issuer/revocations"
_LONGEST = 60


@click.command()
@click.argument("credential")
@click.option("--reason", required=True, help="Why, in a sentence that everybody may read.")
@click.option("--key", "key_uri", metavar="URI", help="The signing key: env:NAME or file:PATH.")
@root_option
def revoke(credential: str, reason: str, key_uri: str | None, root: Path | None) -> None:
    """End CREDENTIAL (its id, its page, its file or PERSON/ACHIEVEMENT). The document itself stays.

    It writes the revocation and signs the public list of revocations anew. Without --key the publishing
    workflow does the signing, once the revocation is on the main branch.
    """
    home = find_root(root)
    inspection = pipeline.inspect(home, today())
    district = inspection.district
    pen = Pen.of(read_key(key_uri), district.keys) if key_uri is not None else None
    said = " ".join(reason.split())
    if not said or "<" in said:
        raise ProofolioError("a reason is wanted, in plain words without <")
    found = _found(district, credential)
    if found.id in district.revocations:
        when = district.revocations[found.id].on.isoformat()
        click.echo(f"It was revoked on {when} already ({district.revocations[found.id].source.file}).")
    else:
        path = _free(home, f"{found.person}-{found.achievement}"[:_LONGEST].strip("-"))
        text = f"credential: {json.dumps(found.id)}\nreason: {json.dumps(said, ensure_ascii=False)}\n"
        refuse_links(home, path)
        write_new(home, path, modeline(path, Kind.REVOCATION) + text)
        click.echo(f"written: {path}")
    if pen is None:
        click.echo("The public list is not signed anew yet: the publishing workflow does that.")
        return
    done = issuing.Outcome()
    issuing.follow_up(home, pen, pipeline.inspect(home, today()), done)
    tell(done, inspection, "issued")


def _free(home: Path, words: str) -> str:
    """A path for a new revocation: of one person's two on one day, the second gets a number."""
    stem = f"{_FOLDER}/{today().isoformat()}-{words}"
    paths = (f"{stem}.yml", *(f"{stem}-{number}.yml" for number in range(2, 100)))
    return next(each for each in paths if not (home / each).exists())


def _found(district: District, named: str) -> Credential:
    """The one credential that is meant. Raises ProofolioError when there is none, or more than one."""
    every = list(_ledger(district))
    site = district.issuer.url if district.issuer else ""
    wanted = named.strip().removeprefix("./")

    def names(each: Credential) -> set[str]:
        page = on_web(site, of_credential(each.person, each.file_name))
        short = f"{each.person}/{each.achievement}"
        return {each.id, page, page.rstrip("/"), each.source.file, short, f"{each.person}/{each.file_name}"}

    found = {each.id: each for each in every if wanted in names(each)}
    holding = {key: each for key, each in found.items() if key not in district.revocations}
    if len(holding) == 1 or (not holding and len(found) == 1):
        return next(iter((holding or found).values()))
    if found:
        ids = ", ".join(sorted(found))
        raise ProofolioError(f"more than one credential is called so: {ids}", "name one of these")
    short = [f"{each.person}/{each.file_name}" for each in every]
    raise ProofolioError(f"there is no credential '{named}' in the ledger", did_you_mean(wanted, short))


def _ledger(district: District) -> Iterator[Credential]:
    for portfolio in district.portfolios.values():
        yield from portfolio.credentials.values()
