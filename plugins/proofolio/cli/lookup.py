"""What a command is given by name, found in the district; or said to be unknown, with what is near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from proofolio.adapters.files.load import load
from proofolio.adapters.files.places import is_id
from proofolio.cli.options import find_root
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.suggestion import did_you_mean, known_words
from proofolio.core.model.district import District
from proofolio.core.model.submission import Submission


def open_district(root: Path | None) -> tuple[Path, District]:
    """The repository's root, and what its files say."""
    home = find_root(root)
    return home, load(home).district


def submission_named(district: District, work: str) -> Submission:
    """The submission that is named as ``person/slug``, or as a path."""
    person, _, name = work.strip("/").removeprefix("portfolios/").partition("/")
    found = district.submission((person, name))
    if found is None:
        known = (f"{each.person}/{each.slug}" for each in district.submissions())
        raise unknown("submission", f"{person}/{name}", known)
    return found


def must_be_id(text: str) -> None:
    """Raises ProofolioError for what cannot name a folder."""
    if not is_id(text):
        raise ProofolioError(f"'{text}' is not a valid id", "lower-case letters, digits and single hyphens")


def must_be_known(noun: str, name: str, known: Mapping[str, object]) -> None:
    """Raises ProofolioError for a name that is not there."""
    if name not in known:
        raise unknown(noun, name, known)


def unknown(noun: str, name: str, known: Iterable[str]) -> ProofolioError:
    """The error for a name that is not there, with the one that was meant or those there are."""
    words = list(known)
    return ProofolioError(f"unknown {noun} '{name}'", did_you_mean(name, words) or known_words(words))
