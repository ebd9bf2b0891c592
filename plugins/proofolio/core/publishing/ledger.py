"""Which credentials an audience may see, and how those of one achievement follow each other.

A credential belongs to the portfolio that it lies in: where that is not shown, neither is anything of
it. One that names work which is not shown is not shown either, because it cannot be shown in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import unquote

from proofolio.core.model import address
from proofolio.core.model.credential import Credential
from proofolio.core.model.revocation import Revocation
from proofolio.core.publishing.sight import Sight
from proofolio.core.publishing.signed import Signed, day, one, strings, text

Proven = Mapping[str, Signed]
"""The signed files whose proof holds, by repository path."""


@dataclass(frozen=True, slots=True)
class Held:
    """What counts of the credentials with one ``id``: the newest.

    ``name`` is its address's (see ``address.of_credential``). ``earlier`` are those that it corrects and
    that may be shown, oldest first. ``renews`` and ``renewed_by`` are the addresses' names of the
    credentials for the same achievement before and after it.
    """

    credential: Credential
    document: Signed
    name: str
    earlier: tuple[Credential, ...] = ()
    revocation: Revocation | None = None
    renews: str | None = None
    renewed_by: str | None = None

    @property
    def uri(self) -> str:
        """Its page."""
        return address.of_credential(self.credential.person, self.name)

    @property
    def file(self) -> str:
        """The credential itself."""
        return self.beside("json")

    def beside(self, ending: str) -> str:
        """A file beside its page: the badge, or the same in another form."""
        return address.of_credential_file(self.credential.person, self.name, ending)

    @property
    def subject(self) -> Signed:
        """Whom it is for, what for, and with which results."""
        return one(self.document.get("credentialSubject"))

    @property
    def achievement(self) -> Signed:
        """What was earned, as it was defined on that day."""
        return one(self.subject.get("achievement"))


def ledgers(sight: Sight, proven: Proven) -> dict[str, tuple[Held, ...]]:
    """Everybody's credentials that the audience may see, by person; by achievement, then by day."""
    found = {}
    for person in sorted(sight.district.portfolios):
        if sight.opens(person) and (mine := _ledger(sight, person, proven)):
            found[person] = mine
    return found


def achievements(ledger: Iterable[Held]) -> frozenset[str]:
    """What somebody's shown credentials are for, without those that were taken back."""
    return frozenset(each.credential.achievement for each in ledger if each.revocation is None)


def signings(every: Mapping[str, tuple[Held, ...]]) -> dict[str, tuple[date, ...]]:
    """The days on which each key signed credentials that are shown, by the key's fragment, in order."""
    found: dict[str, list[date]] = {}
    for ledger in every.values():
        for each in ledger:
            proof = one(each.document.get("proof"))
            signed = day(proof, "created")
            if signed is not None:
                found.setdefault(key_of(proof)[1], []).append(signed)
    return {key: tuple(sorted(days)) for key, days in sorted(found.items())}


def key_of(proof: Signed) -> tuple[str, str]:
    """The issuer's identifier and the key that a proof names; each may be empty."""
    did, _, key = (text(proof, "verificationMethod") or "").partition("#")
    return did, key


def site_of(sight: Sight) -> str | None:
    """The site's address, without a slash at its end."""
    issuer = sight.district.issuer
    return issuer.url.rstrip("/") if issuer else None


def _ledger(sight: Sight, person: str, proven: Proven) -> tuple[Held, ...]:
    credentials = sight.district.portfolios[person].credentials.values()
    by_id: dict[str, list[Credential]] = {}
    for each in sorted(credentials, key=_age):
        document = proven.get(each.source.file)
        if document is not None and not names_hidden_work(sight, document):
            by_id.setdefault(each.id, []).append(each)
    held = [_held(sight, same, proven) for same in by_id.values()]
    held.sort(key=lambda each: (each.credential.achievement, each.credential.valid_from, each.name))
    return tuple(_in_turn(_without_loose_ends(sight, held)))


def _held(sight: Sight, same: list[Credential], proven: Proven) -> Held:
    newest = same[-1]
    revocation = sight.district.revocations.get(newest.id)
    name = _name(sight, same)
    return Held(newest, proven[newest.source.file], name, tuple(same[:-1]), revocation)


def _age(credential: Credential) -> tuple[date, bool, str]:
    """Oldest first. The first file of an achievement has no day in its name, so it is before the others."""
    return credential.valid_from, credential.file_name != credential.achievement, credential.file_name


def _name(sight: Sight, same: list[Credential]) -> str:
    """The name in the credential's own address; its file's, when that leads to another place."""
    first = same[0]
    here = f"{site_of(sight)}/portfolios/{first.person}/credentials/"
    name = first.id.removeprefix(here).removesuffix(".json")
    others = sight.district.portfolios[first.person].credentials.values()
    # one must not take the place of another
    taken = {each.file_name for each in others if each.id != first.id}
    own = first.id == f"{here}{name}.json" and "/" not in name and name not in taken
    return name if own else first.file_name


def _in_turn(held: Iterable[Held]) -> Iterator[Held]:
    """Each with its neighbours in time for the same achievement."""
    every = list(held)
    for number, each in enumerate(every):
        before = every[number - 1] if number else each
        after = every[number + 1] if number + 1 < len(every) else each
        yield replace(each, renews=_name_if_same(each, before), renewed_by=_name_if_same(each, after))


def _name_if_same(each: Held, other: Held) -> str | None:
    """The other's name when it is for the same achievement and was not taken back."""
    same = other is not each and other.credential.achievement == each.credential.achievement
    return other.name if same and other.revocation is None else None


def names_hidden_work(sight: Sight, document: Signed) -> bool:
    """Whether any text of a document holds the address of work that the audience may not see."""
    for person, slug in _addresses(sight, document):
        submission = sight.district.submission((person, slug))
        if slug != "credentials" and (submission is None or not sight.shows(submission)):
            return True
    return False


def _without_loose_ends(sight: Sight, held: list[Held]) -> list[Held]:
    """Those that name no credential which is not shown, such as a pathway's that rests on it."""
    while True:
        known = {(each.credential.person, each.name) for each in held}
        kept = [each for each in held if set(_credentials(sight, each.document)) <= known]
        if len(kept) == len(held):
            return kept
        held = kept


def _credentials(sight: Sight, document: Signed) -> Iterator[tuple[str, str]]:
    """Person and name of every credential whose address, or whose page's, a document holds."""
    within = re.compile(rf"{re.escape(site_of(sight) or '')}/portfolios/([^/\s]+)/credentials/([^/\s#?]+)")
    for each in strings(document):
        for person, name in within.findall(each):
            yield person, name.removesuffix(".json")


def _addresses(sight: Sight, document: Signed) -> Iterator[tuple[str, str]]:
    """The person and folder of every address within somebody's portfolio."""
    within = re.compile(
        rf"{re.escape(site_of(sight) or '')}/portfolios/([^/\s#?]+)/([^/\s#?]+)", re.IGNORECASE
    )
    for each in strings(document):
        for person, slug in within.findall(each):
            yield unquote(person), unquote(slug)
