"""``proofolio revoke`` and ``proofolio recipient``."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.doors.issuing import KEY, Office, office

from proofolio.adapters.signing.proof import proof_trouble
from proofolio.cli.main import main
from proofolio.core.model.status_list import decode, is_set

LIST = "competencies/issuer/revocations.json"
AMINA = "portfolios/amina-yusuf/credentials"
WRITTEN = "competencies/issuer/revocations/2026-11-22-amina-yusuf-pace-a-unit.yml"
ID = f"https://cedar-valley.example.org/{AMINA}/pace-a-unit.json"


@pytest.fixture
def place(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    shutil.copytree(demo, tmp_path / "clone")
    made = office(tmp_path / "clone")
    monkeypatch.setenv("SIGNING_KEY", made.key.pem().decode())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    return made


@pytest.mark.parametrize(
    "named",
    [ID, ID.removesuffix(".json") + "/", "amina-yusuf/pace-a-unit", f"{AMINA}/pace-a-unit.json"],
)
def test_a_revocation_is_one_file_and_one_bit(place: Office, named: str) -> None:
    before = (place.root / AMINA / "pace-a-unit.json").read_bytes()
    done = place.run("revoke", named, "--reason", "It was meant for another Amina.", "--key", KEY)
    assert done.exit_code == 0, done.output
    assert place.changed() == sorted([WRITTEN, LIST, f"{AMINA}/record.clr.json"])
    assert (place.root / AMINA / "pace-a-unit.json").read_bytes() == before, "it is never deleted"
    listed = place.json(LIST)
    assert proof_trouble(listed, place.keys) is None
    bits = decode(listed["credentialSubject"]["encodedList"])
    index = int(place.json(f"{AMINA}/pace-a-unit.json")["credentialStatus"]["statusListIndex"])
    assert bits is not None
    assert is_set(bits, index)
    assert sum(each.bit_count() for each in bits) == 2, "the demo's own, and this one"
    held = place.json(f"{AMINA}/record.clr.json")["credentialSubject"]["verifiableCredential"]
    assert [each["id"].rsplit("/", 1)[-1] for each in held] == ["learner-variability.json"]
    place.clone.commit("Revoked")
    assert place.run("check").exit_code == 0
    status = place.run("status", "amina-yusuf").output
    assert "It was meant for another Amina." in status
    assert "Pace a unit" not in place.run("issue", "amina-yusuf").output, "it does not come back by itself"


def test_without_a_key_the_list_is_left_to_the_workflow(place: Office) -> None:
    done = place.run("revoke", "amina-yusuf/pace-a-unit", "--reason", "A mistake.")
    assert "the publishing workflow does that" in done.output
    assert place.changed() == [WRITTEN]
    place.clone.commit("Revoked")
    assert "warning[status-list-behind]" in place.run("check").output
    done = place.run("issue", "--key", KEY, "rosa-diaz")
    assert place.changed() == sorted([LIST, f"{AMINA}/record.clr.json"]), done.output
    place.clone.commit("Signed")
    assert "status-list-behind" not in place.run("check").output


def test_twice_says_so_and_what_is_unclear_is_refused(place: Office) -> None:
    place.run("revoke", "amina-yusuf/pace-a-unit", "--reason", "A mistake.")
    again = place.run("revoke", "amina-yusuf/pace-a-unit", "--reason", "Another.", "--key", KEY)
    assert "It was revoked on 2026-11-22 already" in again.output
    assert "signed anew: competencies/issuer/revocations.json" in again.output
    unknown = place.run("revoke", "amina-yusuf/pace-unit", "--reason", "A mistake.")
    assert (unknown.exit_code, "did you mean amina-yusuf/pace-a-unit?" in unknown.output) == (2, True)
    assert place.run("revoke", "rosa-diaz/feedback-that-moves-learning", "--reason", " ").exit_code == 2
    one = place.run("revoke", "elena-marsh/feedback-that-moves-learning", "--reason", "A mistake.")
    assert "feedback-that-moves-learning.yml" in one.output, "its twin is revoked already"


def test_a_recipients_address_is_hashed_and_written_nowhere(demo: Path) -> None:
    command = ["recipient", "hugo-brandt", "--root", str(demo)]
    done = CliRunner().invoke(main, command, input=" Hugo.Brandt@Example.org \n")
    found = re.search(r'email: \{hash: "sha256\$([0-9a-f]{64})", salt: "([0-9a-f]{32})"\}', done.stdout)
    assert found, done.output
    assert hashlib.sha256(f"hugo.brandt@example.org{found[2]}".encode()).hexdigest() == found[1]
    assert "example.org" not in done.stdout.lower().replace("cedar-valley.example.org", "")
    assert CliRunner().invoke(main, command, input="not an address\n").exit_code == 2
    assert CliRunner().invoke(main, ["recipient", "hugo", "--root", str(demo)]).exit_code == 2
