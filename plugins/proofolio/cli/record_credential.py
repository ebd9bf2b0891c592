"""``proofolio record-credential``: something that another issuer gave to somebody here."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from proofolio.adapters.files.load import Loaded, load
from proofolio.adapters.files.outline import slug as slug_of
from proofolio.adapters.files.places import is_id
from proofolio.adapters.portable.elsewhere import note_of, slug_for
from proofolio.adapters.portable.received import Received, received
from proofolio.adapters.reporting.visible import visible
from proofolio.adapters.verifying.source import Source
from proofolio.adapters.verifying.verify import verify_bytes
from proofolio.adapters.verifying.web import Web
from proofolio.adapters.verifying.world import Sources
from proofolio.cli.options import find_root, root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean
from proofolio.core.model.did import did_of
from proofolio.core.verifying.kind import Kind
from proofolio.core.verifying.verification import Verdict, Verification
from proofolio.core.verifying.world import Expectation

_KINDS = (Kind.BADGE, Kind.HOSTED_ASSERTION)


@click.command("record-credential")
@click.argument("person")
@click.argument("source", metavar="FILE|URL")
@click.option("--slug", "name", default=None, help="The file's name (default: made from issuer and title).")
@click.option("--email", default=None, help="The person's address, to see that the credential is hers.")
@click.option("--unverified", metavar="WHY", default=None, help="Record it although it cannot be checked.")
@root_option
def record_credential(
    person: str, source: str, name: str | None, email: str | None, unverified: str | None, root: Path | None
) -> None:
    """Verify a credential of another issuer (JSON, PNG, SVG or its address) and record it for PERSON.

    It is kept as it was received, with what was found. It is shown as the other issuer's.
    """
    place = find_root(root)
    loaded = load(place)
    _must_be_here(loaded, person)
    web = Web()
    got = received(source, web)
    sources: list[Source] = [web]
    now = datetime.combine(today(), datetime.now(UTC).time(), UTC)
    found = verify_bytes(got.data, Sources(now, sources), Expectation(email=email))
    _judge(loaded, got, found, unverified)
    slug = name or slug_for(slug_of(got.issuer), slug_of(got.title))
    if not is_id(slug):
        raise ProofolioError(f"'{slug}' is not a valid id", "choose another name with --slug")
    _must_be_new(loaded, person, slug, got)
    more = [f"Received from {source}."] if got.is_address else []
    if unverified:
        more.append(f"Not verified: {unverified}")
    base = f"portfolios/{person}/credentials/external/{slug}"
    (place / base).parent.mkdir(parents=True, exist_ok=True)
    for ending, content in (
        ("json", got.content),
        ("yml", note_of(found, got.content, today(), *more).encode()),
    ):
        with (place / f"{base}.{ending}").open("xb") as file:
            file.write(content)
        click.echo(f"written: {base}.{ending}")
    click.echo(f"{visible(found.title)}: " + ("verified" if found.accepted else "recorded as not verified"))
    if email is None:
        click.echo("Whose it is was not checked; --email does that, when the credential names an address.")


def _judge(loaded: Loaded, got: Received, found: Verification, unverified: str | None) -> None:
    issuer = loaded.district.issuer
    if issuer is not None and got.issuer_id == did_of(issuer.url):
        raise ProofolioError("this credential is your own organisation's", "it lies in the ledger already")
    if found.failed:
        first = found.failed[0]
        raise ProofolioError(
            f"this credential does not verify: {visible(first.words)}", f"the check is called {first.name}"
        )
    if found.kind not in _KINDS:
        raise ProofolioError(
            "this is not a credential that can be recorded",
            "Open Badges 3.0 and 2.0 can be; of a learner record, each credential by itself",
        )
    if found.verdict is Verdict.UNDECIDED and unverified is None:
        missing = found.missing[0] if found.missing else None
        why = visible(missing.words) if missing else "its signature could not be checked"
        raise ProofolioError(
            f"this credential cannot be verified here: {why}",
            'try again with a network, or record it as it is with --unverified "why"',
        )


def _must_be_here(loaded: Loaded, person: str) -> None:
    if person not in loaded.district.people:
        hint = did_you_mean(person, loaded.district.people)
        raise ProofolioError(f"nobody called '{person}' is on the roster", hint)


def _must_be_new(loaded: Loaded, person: str, slug: str, got: Received) -> None:
    portfolio = loaded.district.portfolios.get(person)
    for key, each in (portfolio.external if portfolio else {}).items():
        if each.document.get("id") == got.id:
            raise ProofolioError(f"this credential is recorded already, as {key}")
        if key == slug:
            raise ProofolioError(f"there is an external credential '{slug}' already", "choose another --slug")
