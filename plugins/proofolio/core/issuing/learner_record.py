"""The learner record: all of a person's valid credentials in one document (CLR Standard 2.0)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from proofolio.core.issuing.contexts import CLR, CLR_SCHEMA, OB, OB_EXTENSIONS, SCHEMA_TYPE, VC
from proofolio.core.issuing.credential import profile
from proofolio.core.issuing.naming import person_at
from proofolio.core.issuing.recipient import identifiers
from proofolio.core.issuing.tidy import tidy
from proofolio.core.model.address import of_learner_record, on_web
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.person import Person

Json = dict[str, Any]


def in_record(district: District, person: str, today: date) -> tuple[Credential, ...]:
    """What belongs into a person's record: signed, neither revoked nor over; of equal ids the newest."""
    found: dict[str, Credential] = {}
    for each in sorted(district.portfolios[person].credentials.values(), key=lambda each: each.valid_from):
        found[each.id] = each
    kept = (
        each
        for each in found.values()
        if each.signed
        and each.id not in district.revocations
        and (each.valid_until is None or each.valid_until >= today)
    )
    return tuple(sorted(kept, key=lambda each: (each.on, each.id)))


def is_current(record: Json | None, credentials: Sequence[Credential]) -> bool:
    """Whether a record holds exactly these credentials; without any there is to be no record."""
    if record is None:
        return not credentials
    subject = record.get("credentialSubject")
    held = subject.get("verifiableCredential") if isinstance(subject, dict) else None
    return held == [each.document for each in credentials]


def learner_record(
    issuer: Issuer, person: Person, credentials: Sequence[Credential], earlier: Json | None
) -> Json:
    """The unsigned record.

    It is valid from the day of its newest credential, and always from later than the ``earlier``
    record that it takes the place of: of two records with one id the later one counts.
    """
    since = _moment(max(each.valid_from for each in credentials))
    before = _read(earlier.get("validFrom")) if earlier else None
    if before is not None and before >= since:
        since = before + timedelta(seconds=1)
    made: Json = tidy(
        {
            "@context": [VC, CLR, OB, OB_EXTENSIONS],
            "id": on_web(issuer.url, of_learner_record(person.id)),
            "type": ["VerifiableCredential", "ClrCredential"],
            "name": f"Learning record of {person.name}",
            "description": f"All valid credentials that {issuer.name} has issued to {person.name}.",
            "issuer": profile(issuer),
            "validFrom": since.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "credentialSubject": {
                "id": person_at(issuer.url, person.id),
                "type": ["ClrSubject"],
                "identifier": list(identifiers(person)),
            },
            "credentialSchema": [{"id": CLR_SCHEMA, "type": SCHEMA_TYPE}],
        }
    )
    # As they were signed: nothing of them is tidied.
    made["credentialSubject"]["verifiableCredential"] = [dict(each.document) for each in credentials]
    return made


def _moment(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=UTC)


def _read(value: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(value).astimezone(UTC)
    except (TypeError, ValueError):
        return None
