"""The signed credentials of a package: verified, and made ready to lie among the external ones."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from proofolio.adapters.files.documents.imported import ProvenanceDocument
from proofolio.adapters.files.places import MAX_ID, is_id
from proofolio.adapters.files.yaml_reader import PERSONAL, read_yaml
from proofolio.adapters.portable.unpacking import Package
from proofolio.adapters.reporting.visible import visible
from proofolio.adapters.signing.proof import proof_trouble
from proofolio.adapters.verifying.folder import DiskFolder
from proofolio.adapters.verifying.reading import MOST_IMAGE_BYTES, read_json
from proofolio.adapters.verifying.site import Site
from proofolio.adapters.verifying.source import Source
from proofolio.adapters.verifying.verify import verify_bytes
from proofolio.adapters.verifying.web import Web
from proofolio.adapters.verifying.world import Sources
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.model.address import of_person, on_web
from proofolio.core.verifying.check import Name, State
from proofolio.core.verifying.kind import Kind
from proofolio.core.verifying.verification import Verification
from proofolio.core.verifying.world import Expectation, Fetched, Reach

FOLDER = "credentials"
_ENDS = (Name.STATUS, Name.DATES)
"""What makes a credential stay behind, although nobody has touched it."""
_MOVES_ON = (Name.EVIDENCE, Name.HOSTED, Name.COPY)
"""What may come to differ at the issuer's while the credential holds. It is noted."""
_LONGEST = 500
MOST_NOTE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Brought:
    """A credential from elsewhere. ``left`` says why it stays behind; "" when it comes along."""

    slug: str
    title: str
    content: bytes
    note: str
    left: str = ""


class FirstTheWeb:
    """Asks the issuer's own addresses, and goes on to what is at hand when nobody answers."""

    def __init__(self) -> None:
        self._web = Web()

    def fetch(self, address: str) -> Fetched | None:
        """What lies at an address; None when nobody answers."""
        found = self._web.fetch(address)
        return None if found is None or found.reach is Reach.UNREACHED else found

    def reviewed_work(self, subject: str, digest: str) -> bool | None:
        """The web shows only what is public."""
        return None

    def revocation(self, credential: str) -> str | None:
        """The web's word about that is the issuer's list."""
        return None


def brought(package: Package, told: ProvenanceDocument, now: datetime, ask: bool) -> Iterator[Brought]:
    """Each credential of the package's own issuer, verified.

    With ``ask`` the issuer's site is asked for its keys and revocations; else, and when it does not
    answer, those in the package count. Raises ProofolioError for a package with one that was tampered with.
    """
    paths = [each for each in package.paths(FOLDER) if each.count("/") == 1 and each.endswith(".json")]
    if not paths:
        return
    site = Site(DiskFolder(package.root), "the package", packed=True)
    if site.did != told.issuer.did:
        raise ProofolioError("the keys in the package are not those of the organisation that it names")
    sources: list[Source] = [*([FirstTheWeb()] if ask else []), site]
    world = Sources(now, sources)
    expected = Expectation(on_web(site.address, of_person(told.person.id)), site.did)
    for path in paths:
        content = package.read(path, MOST_IMAGE_BYTES) or b""
        found = verify_bytes(content, world, expected)
        if found.kind is Kind.RECORD:
            continue  # it only holds the others once more
        _refuse_tampered(path, found)
        slug = slug_for(told.issuer.id, path.rpartition("/")[2].removesuffix(".json"))
        # Not to know whether it was revoked is no better: who hides that need only leave out the list.
        ends = (each for each in found.checks if each.name in _ENDS and each.state is not State.HOLDS)
        left = "; ".join(visible(each.words) for each in ends)
        note = note_of(found, content, now.date(), keys_from(world, site))
        yield Brought(slug, visible(found.title), content, note, left)


def carried(package: Package, told: ProvenanceDocument) -> Iterator[Brought]:
    """The credentials of still other issuers that the package holds, as its organisation recorded them.

    Their signatures are checked once more, with the keys that it wrote down.
    """
    for path in package.paths(f"{FOLDER}/external"):
        name = path.removesuffix(".json")
        beside = package.read(f"{name}.yml", MOST_NOTE)
        slug = name.rpartition("/")[2]
        if not path.endswith(".json") or beside is None or not is_id(slug):
            continue
        content = package.read(path, MOST_IMAGE_BYTES) or b""
        reading = read_yaml(beside.decode("utf-8", "replace"), path, PERSONAL)
        noted = reading.data if isinstance(reading.data, dict) else {}
        key, method = noted.get("key"), noted.get("method")
        trouble = "its organisation could not check it"
        if isinstance(key, str) and isinstance(method, str):
            trouble = proof_trouble(read_json(content), {method: key}, lenient=True) or ""
        yield Brought(slug, slug, content, _passed_on(beside, told.issuer.name), trouble)


def _passed_on(note: bytes, by: str) -> str:
    """The record as it was, with a line that says whose it is."""
    line = f"  - {_quoted(_line(f'Recorded by {by}; here only the signature was checked again.'))}\n"
    text = note.decode("utf-8", "replace")
    return text.replace("checks:\n", f"checks:\n{line}", 1)


def keys_from(world: Sources, site: Site) -> str:
    """Where the keys that counted came from, as a sentence."""
    told = world.fetch(f"{site.address}issuer/did.json")
    if told.origin:
        return "The keys are those in the package; the issuer's own site was not asked, or did not answer."
    return "The keys are those on the issuer's own site."


def note_of(found: Verification, content: bytes, on: date, *more: str) -> str:
    """The record of a verification, as the file beside the credential."""
    proof = _proof(content)
    method = proof.get("verificationMethod")
    lines = [f"verified: {on.isoformat()}"]
    if isinstance(method, str) and found.state(Name.SIGNATURE) is State.HOLDS:
        lines += [f"key: {_quoted(method.partition('#')[2])}", f"method: {_quoted(method)}"]
    said = [*more, *(f"{_STATES[each.state]}: {each.words}" for each in found.checks)]
    lines += ["checks:", *(f"  - {_quoted(_line(each))}" for each in said if each)]
    return "\n".join(lines) + "\n"


_STATES = {State.HOLDS: "Holds", State.FAILS: "Fails", State.UNKNOWN: "Not known"}


def slug_for(issuer: str, name: str) -> str:
    """A file's name for a credential: whose it is, and what."""
    whole = f"{issuer}-{name}".replace(".", "-").lower()
    if is_id(whole):
        return whole
    tail = hashlib.sha256(whole.encode()).hexdigest()[:8]
    plain = re.sub(r"[^a-z0-9]+", "-", whole).strip("-")
    return f"{plain[: MAX_ID - 9].rstrip('-') or 'credential'}-{tail}"


def _line(text: str) -> str:
    """A sentence as the file's shape wants it: no markup, and no more than anybody reads."""
    plain = " ".join(visible(text).replace("<", "‹").split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _refuse_tampered(path: str, found: Verification) -> None:
    worse = next((each for each in found.failed if each.name not in (*_ENDS, *_MOVES_ON)), None)
    if worse is not None:
        raise ProofolioError(
            f"the package cannot be trusted: {path} does not verify ({visible(worse.words)})",
            "ask for a new package; proofolio verify tells more about this one",
        )
    if found.state(Name.SIGNATURE) is not State.HOLDS:
        unclear = next((each.words for each in found.missing), "its signature could not be checked")
        raise ProofolioError(f"{path} in the package cannot be verified: {visible(unclear)}")


def _proof(content: bytes) -> dict[str, Any]:
    try:
        proof = json.loads(content).get("proof")
    except (ValueError, AttributeError):
        return {}
    first = proof[0] if isinstance(proof, list) and proof else proof
    return first if isinstance(first, dict) else {}


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
