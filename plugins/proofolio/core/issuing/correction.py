"""A correction: the same credential anew, with what was wrong about the person or the issuer put right."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from proofolio.core.issuing.credential import profile
from proofolio.core.issuing.evidence import hidden, is_public
from proofolio.core.issuing.recipient import identifiers
from proofolio.core.issuing.tidy import tidy
from proofolio.core.issuing.wording import midnight
from proofolio.core.model.address import of_submission, on_web
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District
from proofolio.core.model.issuer import Issuer
from proofolio.core.model.person import Person

Json = dict[str, Any]
_REVIEWED = re.compile(r"Reviewed as sha256:[0-9a-f]{64}(?: at commit [0-9a-f]{40})?\.")


def corrected(district: District, issuer: Issuer, person: Person, wrong: Credential, on: date) -> Json:
    """The unsigned correction (Open Badges 3.0: of two with one id, the later ``validFrom`` counts).

    The achievement, the results and the day of the award stay as they were: what was decided is not
    for a correction to change. Evidence that is not public any more loses its words.
    """
    before = {name: value for name, value in wrong.document.items() if name != "proof"}
    site = issuer.url
    public = {
        on_web(site, of_submission(each)) for each in district.submissions() if is_public(district, each)
    }
    work = {on_web(site, of_submission(each)) for each in district.submissions()}
    made: Json = tidy(
        {
            **before,
            "issuer": profile(issuer),
            "validFrom": midnight(on),
            "credentialSubject": {
                **before["credentialSubject"],
                "identifier": list(identifiers(person)),
            },
            "evidence": [_evidence(each, work - public) for each in before.get("evidence", ())],
        }
    )
    return made


def _evidence(evidence: Json, not_public: set[str]) -> Json:
    if evidence.get("id") not in not_public:
        return evidence
    found = _REVIEWED.search(str(evidence.get("narrative", "")))
    return hidden(found.group() if found else "")
