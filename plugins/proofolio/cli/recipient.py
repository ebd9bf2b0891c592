"""``proofolio recipient``: an e-mail address as the roster may hold it."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

import click

from proofolio.adapters.files.load import load
from proofolio.cli.options import find_root, root_option
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.issuing.recipient import hashed_email

_SALT_BYTES = 16
_ADDRESS = re.compile(r"[^\s@<>\"']+@[^\s@<>\"']+\.[^\s@<>\"']+")


@click.command()
@click.argument("person")
@root_option
def recipient(person: str, root: Path | None) -> None:
    """Ask for PERSON's e-mail address and print the lines for the roster: hashed, with a fresh salt.

    The address itself is written nowhere. Give the one that the person uses with wallets and backpacks.
    """
    people = load(find_root(root)).district.people
    if person not in people:
        raise ProofolioError(
            f"unknown person '{person}'", did_you_mean(person, people) or known_words(people)
        )
    address = click.prompt(f"E-mail address of {people[person].name}", type=str, err=True).strip()
    if not _ADDRESS.fullmatch(address):
        raise ProofolioError("this is not one e-mail address", "write it as in name@school.example.org")
    made = hashed_email(address, secrets.token_hex(_SALT_BYTES))
    click.echo(f"Put this below {person}: in portfolios/roster.yml, indented like github::", err=True)
    click.echo(f'    email: {{hash: "{made.hash}", salt: "{made.salt}"}}')
