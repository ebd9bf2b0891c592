"""The demo's credentials: real ones, by the rules that matter of the standards, and signed for good."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from proofolio.adapters.demo.district import final_files
from proofolio.adapters.signing.proof import proof_trouble

Json = dict[str, Any]
FILES = final_files()
LEDGER = sorted(path for path in FILES if re.fullmatch(r"portfolios/[^/]+/credentials/[^/]+\.json", path))
CREDENTIALS = [path for path in LEDGER if not path.endswith(".clr.json")]
RECORDS = [path for path in LEDGER if path.endswith(".clr.json")]
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}T(?:00:00:0\d|23:59:59)Z")
_REVIEWED = re.compile(
    r"(?:Reviewed in the issuer's repository\. )?Reviewed as sha256:[0-9a-f]{64} at commit ([0-9a-f]{40})\."
)
AGAIN = "python -m tests.house.demo_credentials issues them anew"


def read(path: str) -> Json:
    found: Json = json.loads(FILES[path])
    return found


METHODS = read("competencies/issuer/did.json")["verificationMethod"]
KEYS = {each["id"]: each["publicKeyMultibase"] for each in METHODS}


def everything(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, dict):
        for each in value.values():
            yield from everything(each)
    elif isinstance(value, list):
        for each in value:
            yield from everything(each)


def test_there_is_one_of_each_sort() -> None:
    made = [read(path) for path in CREDENTIALS]
    assert len(CREDENTIALS) >= 12
    assert len(RECORDS) >= 7
    kinds = {each["credentialSubject"]["achievement"]["achievementType"] for each in made}
    assert kinds == {"MicroCredential", "LearningProgram"}
    assert [each for each in made if "validUntil" in each]
    assert [path for path in FILES if path.startswith("competencies/issuer/revocations/")]
    assert [each for each in made if "id" not in each["evidence"][0]], "evidence that is not public"
    people = [each["credentialSubject"]["identifier"] for each in made]
    assert {len(each) for each in people} == {1, 2}, "some gave an address, some did not"


@pytest.mark.parametrize("path", [*LEDGER, "competencies/issuer/revocations.json"])
def test_each_is_signed(path: str) -> None:
    assert proof_trouble(read(path), KEYS) is None, AGAIN


@pytest.mark.parametrize("path", CREDENTIALS)
def test_the_form_is_that_of_the_standard(path: str) -> None:
    made = read(path)
    assert made["id"] == f"https://cedar-valley.example.org/{path}"
    assert {"VerifiableCredential", "OpenBadgeCredential"} == set(made["type"])
    for name in ("validFrom", "awardedDate", *(["validUntil"] if "validUntil" in made else [])):
        assert _DATE.fullmatch(made[name])
    assert not [each for each in everything(made) if each is None or each in ([], {}, "")]
    texts = [each for each in everything(made) if isinstance(each, str)]
    assert not [each for each in texts if re.search(r"[\x00-\x09\x0b-\x1f]", each)]
    for node in (each for each in everything(made) if isinstance(each, dict)):
        for name in ("alignment", "result", "evidence", "identifier", "tag", "proof"):
            assert isinstance(node.get(name, []), list), "arrays always"
        assert "creator" not in node
    assert isinstance(made["credentialStatus"], dict)
    assert isinstance(made["credentialStatus"]["statusListIndex"], str)
    subject = made["credentialSubject"]
    assert subject["type"] == ["AchievementSubject"]
    achievement = subject["achievement"]
    assert {"id", "type", "name", "description", "criteria"} <= set(achievement)
    assert set(achievement["image"]) == {"id", "type", "caption"}
    described = {each["id"]: each for each in achievement["resultDescription"]}
    assert [each["resultDescription"] for each in subject["result"]] == list(described)
    ids = [each["id"] for each in everything(made) if isinstance(each, dict) and "id" in each]
    assert len(ids) == len(set(ids)), "each identified thing is described once"


@pytest.mark.parametrize("path", CREDENTIALS)
def test_the_commit_that_was_reviewed_is_there(path: str, demo: Path) -> None:
    for evidence in read(path)["evidence"]:
        found = _REVIEWED.fullmatch(evidence["narrative"])
        if found is None:
            assert evidence["narrative"].startswith("Awarded on "), "a pathway's"
            continue
        kind = ["git", "-C", str(demo), "cat-file", "-t", found[1]]
        assert subprocess.run(kind, capture_output=True, text=True, check=False).stdout == "commit\n", AGAIN


def test_status_indices_are_apart() -> None:
    indices = [read(path)["credentialStatus"]["statusListIndex"] for path in CREDENTIALS]
    assert len(set(indices)) == len(indices)


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_holds_credentials_as_they_are(path: str) -> None:
    held = read(path)["credentialSubject"]["verifiableCredential"]
    ledger = {json.dumps(read(each)) for each in CREDENTIALS if each.startswith(path.rsplit("/", 1)[0] + "/")}
    assert held
    assert {json.dumps(each) for each in held} <= ledger


def test_nobody_has_the_key() -> None:
    assert len(KEYS) == 1
    assert not [path for path, content in FILES.items() if b"PRIVATE KEY" in content]
