"""Which of the signed files may go into a site: those whose proof holds against the committed keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from proofolio.adapters.files.tree import SourceFile, Tree, open_source
from proofolio.adapters.rendering.proven_elsewhere import check_external
from proofolio.adapters.signing.document import parse
from proofolio.adapters.signing.holding import by_method, look_through, trouble
from proofolio.core.model.address import of_learner_record, of_person, on_web
from proofolio.core.model.did import IssuerKeys
from proofolio.core.model.district import District
from proofolio.core.publishing.page import Audience, Withheld
from proofolio.core.publishing.signed import one, text
from proofolio.core.publishing.signed_file import STATUS_SOURCE


@dataclass(frozen=True, slots=True)
class Checked:
    """The signed files that hold, as JSON by repository path, and those that do not, with the reason."""

    proven: Mapping[str, Mapping[str, Any]]
    withheld: tuple[Withheld, ...]


def check_proofs(district: District, tree: Tree, audience: Audience, faulty: frozenset[str]) -> Checked:
    """Check every signed file that an audience could see. Without keys there is nothing to check by.

    ``faulty`` are files of which something else is wrong already.
    """
    proven: dict[str, Mapping[str, Any]] = {}
    withheld: list[Withheld] = []
    keys = district.keys
    candidates = tuple(_candidates(district, audience)) if keys else ()
    if keys is not None:
        files = (tree.files.get(path) for path, _ in candidates)
        data = (each.data for each in files if each is not None and each.data is not None)
        look_through(data, by_method(keys))
    for path, person in candidates:
        file = tree.files.get(path)
        if file is None or keys is None or path in faulty:
            continue
        found = _read(tree, file, by_method(keys))
        why = found if isinstance(found, str) else _stray(district, keys, found, person)
        if why is None and not isinstance(found, str):
            proven[path] = found
        else:
            withheld.append(Withheld(path, person, f"the signature does not hold: {why}"))
    for path, told in check_external(district, tree, audience, faulty):
        if isinstance(told, Withheld):
            withheld.append(told)
        else:
            proven[path] = told
    return Checked(proven, tuple(withheld))


def _candidates(district: District, audience: Audience) -> Iterator[tuple[str, str | None]]:
    """The paths of signed files, with the person in whose folder they lie."""
    yield STATUS_SOURCE, None
    for person, portfolio in district.portfolios.items():
        # Nothing is published of somebody who is not on the roster, and that is told once.
        if person in district.people and audience.sees(portfolio.visibility):
            yield from ((each.source.file, person) for each in portfolio.credentials.values())
            yield of_learner_record(person), person


def _read(tree: Tree, file: SourceFile, keys: frozenset[tuple[str, str]]) -> dict[str, Any] | str:
    """The document, or why it is not to be trusted."""
    try:
        data = open_source(tree.root, file.path) if file.data is None else file.data
    except OSError as error:
        return f"the file cannot be opened: {error.strerror or error}"
    why = trouble(data, keys)
    return parse(data) if why is None else why


def _stray(
    district: District, keys: IssuerKeys, document: Mapping[str, Any], person: str | None
) -> str | None:
    """Why a sound document does not belong where it lies: another issuer's, or another person's."""
    issuer = document.get("issuer")
    named = issuer if isinstance(issuer, str) else text(one(issuer), "id")
    if named != keys.did:
        return f"it names {named or 'nobody'} as its issuer, and the keys here are those of {keys.did}"
    subject = text(one(document.get("credentialSubject")), "id")
    if person is None or subject is None or district.issuer is None:
        return None
    own = on_web(district.issuer.url, of_person(person))
    if subject.rstrip("/") != own.rstrip("/"):
        return f"it was issued to somebody else: {subject}"
    return None
