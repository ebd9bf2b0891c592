"""Whatever single thing is changed in a signed document, it is refused, and a check says which."""

from __future__ import annotations

from typing import Any

import pytest
from tests.adapters.verifying.builder import (
    BADGE,
    LIST,
    RECORD,
    SIGNED,
    SIGNED_LIST,
    record,
    sign,
    world,
)
from tests.adapters.verifying.mutants import mutants

from proofolio.adapters.verifying.verify import verify_document
from proofolio.core.verifying.check import Name
from proofolio.core.verifying.verification import Verdict
from proofolio.core.verifying.world import Fetched, Reach

SIGNED_RECORD = sign(record(SIGNED))
# What stands in the record's badge is looked at in full where the badge is the document.
IN_BADGE = "credentialSubject.verifiableCredential.0."


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    ("document", "address"),
    [(SIGNED, BADGE), (SIGNED_LIST, LIST), (SIGNED_RECORD, RECORD)],
    ids=["badge", "status list", "learner record"],
)
def test_every_change_of_one_member_is_refused(document: dict[str, Any], address: str, step: int) -> None:
    survivors, count = [], 0
    for at, (what, mutant) in enumerate(mutants(document)):
        if at % step or (IN_BADGE in what and at % 7):
            continue
        asked = world()
        asked._known[address] = Fetched(Reach.UNREACHED, why="nobody is at home")  # the copy must not help
        found = verify_document(mutant, asked)
        count += 1
        if found.verdict is not Verdict.REFUSED or not found.without(Name.COPY).failed:
            survivors.append(what)
    assert survivors == []
    assert count > 150 / step
