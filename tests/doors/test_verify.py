"""``proofolio verify``: files, people, folders, built sites and packages; words and exit codes."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.adapters.verifying.builder import (
    DIGEST,
    EMAIL,
    INDEX,
    OTHER_KEY,
    badge,
    did_document,
    record,
    sign,
    status_list,
)

from proofolio.adapters.files.load import load
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.verifying import web
from proofolio.adapters.verifying.verify import verify_document
from proofolio.adapters.verifying.world import offline_world
from proofolio.cli.main import main
from proofolio.core.verifying.world import Fetched, Reach

BASE = Path(__file__).parents[1] / "cases" / "_base"
PERSON = "ada-moss"
LEDGER = f"portfolios/{PERSON}/credentials"
KEY = SigningKey.from_seed(bytes(range(2, 34)))
Json = dict[str, Any]


class Place:
    """A small repository with an issuer that has keys, and what it signs."""

    def __init__(self, root: Path) -> None:
        self.root = root
        district = load(root).district
        assert district.issuer is not None
        self.site = district.issuer.url.rstrip("/")
        self.did = "did:web:" + self.site.removeprefix("https://").replace("/", ":") + ":issuer"
        self.digest = district.portfolios[PERSON].submissions["fair-shares"].digest
        self.write("competencies/issuer/did.json", did_document(self.did, KEY))
        self.write("competencies/issuer/revocations.json", self.sign(status_list()))

    def sign(self, document: Json, key: SigningKey = KEY) -> Json:
        """The builder's document as this issuer's own."""
        text = json.dumps(document)
        for old, new in (
            ("did:web:hill.example.org:pd:issuer", self.did),
            ("https://hill.example.org/pd", self.site),
            ("ada-okoro", PERSON),
            ("first-week", "fair-shares"),
            (DIGEST, self.digest),
        ):
            text = text.replace(old, new)
        return sign(json.loads(text), key, f"{self.did}#{KEY.multibase}")

    def write(self, path: str, document: object) -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(document, indent=2), encoding="utf-8")
        return target

    def badge(self, **members: Any) -> Path:
        return self.write(f"{LEDGER}/strong-start.json", self.sign({**badge(), **members}))

    def verify(self, *words: str) -> Result:
        arguments = ["verify", *words, "--root", str(self.root), "--offline"]
        return CliRunner().invoke(main, arguments, env={"COLUMNS": "100"})


@pytest.fixture
def place(tmp_path: Path) -> Place:
    root = tmp_path / "repository"
    shutil.copytree(BASE, root)
    return Place(root)


def checks(result: Result, at: int = 0) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in json.loads(result.output)["documents"][at]["checks"]:
        found.setdefault(each["name"], each["state"])
    return found


def test_a_file_of_the_ledger(place: Place) -> None:
    result = place.verify(str(place.badge()))
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[-1].startswith("Accepted: A strong start, for Ada Okoro.")
    assert sum(line.startswith("  ok ") for line in lines) == 12
    assert "Traceback" not in result.output


def test_programs_get_names_that_stay(place: Place) -> None:
    result = place.verify(str(place.badge()), "--format", "json")
    assert list(checks(result)) == [
        "readable",
        "contexts",
        "nothing-unsigned",
        "shape",
        "issuer",
        "key",
        "signature",
        "dates",
        "status",
        "recipient",
        "evidence",
        "copy",
    ]
    document = json.loads(result.output)
    assert document["counts"] == {"accepted": 1, "refused": 0, "undecided": 0}
    assert document["documents"][0]["verdict"] == "accepted"


def test_for_whom(place: Place) -> None:
    file = str(place.badge())
    assert place.verify(file, "--for", EMAIL.upper()).exit_code == 0
    result = place.verify(file, "--for", "eve@example.org")
    assert result.exit_code == 1
    assert "Not accepted: It is not for eve@example.org" in result.output


def test_evidence_that_is_worked_on_later(place: Place) -> None:
    file = place.badge()
    work = place.root / f"portfolios/{PERSON}/fair-shares/index.md"
    work.write_text(work.read_text(encoding="utf-8") + "\nOne more line.\n", encoding="utf-8")
    result = place.verify(str(file))
    assert result.exit_code == 1
    assert "was changed since it was reviewed" in result.output


def test_a_revoked_one(place: Place) -> None:
    file = place.badge()
    place.write("competencies/issuer/revocations.json", place.sign(status_list(INDEX)))
    result = place.verify(str(file))
    assert result.exit_code == 1
    last = "Not accepted, although it is genuine: The issuer has revoked it."
    assert result.output.splitlines()[-1] == last
    assert place.verify(str(file), "--even-ended").exit_code == 0
    file.write_text(file.read_text(encoding="utf-8").replace("A strong", "A weak"), encoding="utf-8")
    assert place.verify(str(file), "--even-ended").exit_code == 1


def test_signed_with_a_key_that_is_not_the_issuers(place: Place) -> None:
    file = place.write(f"{LEDGER}/strong-start.json", place.sign(badge(), OTHER_KEY))
    result = place.verify(str(file), "--format", "json")
    assert result.exit_code == 1
    assert checks(result)["signature"] == "fails"


def test_in_somebody_elses_folder(place: Place) -> None:
    file = place.badge()
    other = place.root / "portfolios/carl-finch/credentials/strong-start.json"
    other.parent.mkdir(parents=True)
    file.rename(other)
    found = checks(place.verify(str(other), "--format", "json"))
    assert found["recipient"] == found["copy"] == "fails"


def test_a_person_with_corrections_and_a_record(place: Place) -> None:
    place.badge()
    newer = place.sign({**badge(), "validFrom": "2026-05-01T00:00:00Z"})
    place.write(f"{LEDGER}/strong-start.2026-05-01.json", newer)
    place.write(f"{LEDGER}/record.clr.json", place.sign(record(newer)))
    for target in (PERSON, f"{PERSON}/", str(place.root / "portfolios" / PERSON), str(place.root / LEDGER)):
        result = place.verify(target)
        assert result.exit_code == 0, result.output
        assert "Replaced: " in result.output
        assert "2 of 2 accepted." in result.output


def test_the_corrected_one_alone_is_not_what_counts(place: Place) -> None:
    older = place.badge()
    newer = place.sign({**badge(), "validFrom": "2026-05-01T00:00:00Z"})
    place.write(f"{LEDGER}/strong-start.2026-05-01.json", newer)
    result = place.verify(str(older))
    assert result.exit_code == 1
    assert "has replaced it" in result.output


def test_a_corrected_one_must_still_be_as_it_was_signed(place: Place) -> None:
    older = place.badge()
    newer = place.sign({**badge(), "validFrom": "2026-05-01T00:00:00Z"})
    place.write(f"{LEDGER}/strong-start.2026-05-01.json", newer)
    older.write_text(older.read_text(encoding="utf-8").replace("A strong", "A weak"), encoding="utf-8")
    result = place.verify(PERSON)
    assert result.exit_code == 1
    assert "1 of 2 accepted." in result.output


def test_one_of_several_that_fails_is_shown_in_full(place: Place) -> None:
    place.badge()
    place.write(f"{LEDGER}/other.json", place.sign({**badge(), "name": "Other"}))
    result = place.verify(PERSON)
    assert result.exit_code == 1
    assert "0 of 2 accepted." in result.output
    assert "NO  Own address" in result.output


def test_what_is_said_when_there_is_nothing(place: Place, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for target in (
        PERSON,
        "nobody",
        str(tmp_path / "empty"),
        "https://hill.example.org/x.json",
        "http://x/y",
    ):
        result = place.verify(target)
        assert result.exit_code == 2, target
        assert result.stderr.startswith("error: ")
    assert place.verify().exit_code == 2


def site_of(place: Place, folder: Path) -> Path:
    """What the build puts on the web, as far as it matters here."""
    document = json.loads(place.badge().read_text(encoding="utf-8"))
    files: dict[str, object] = {
        "issuer/did.json": did_document(place.did, KEY),
        "issuer/revocations.json": place.sign(status_list()),
        f"{LEDGER}/strong-start.json": document,
        f"{LEDGER}/record.clr.json": place.sign(record(document)),
        f"portfolios/{PERSON}/fair-shares/evidence.json": {"digest": place.digest},
        "search/search_index.json": {"docs": []},
    }
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_a_built_site_answers_for_itself(place: Place, tmp_path: Path) -> None:
    site = site_of(place, tmp_path / "site")
    result = place.verify("--site", str(site), "--format", "json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["counts"]["accepted"] == 3
    assert all(each["state"] == "holds" for each in json.loads(result.output)["documents"][0]["checks"])


@pytest.mark.parametrize(
    ("path", "old", "new", "check"),
    [
        (f"{LEDGER}/strong-start.json", "A strong start", "A stronger start", "signature"),
        ("issuer/did.json", "assertionMethod", "authentication", "issuer"),
        (f"portfolios/{PERSON}/fair-shares/evidence.json", "sha256:", "sha256:0", "evidence"),
    ],
)
def test_a_site_that_was_tampered_with(
    place: Place, tmp_path: Path, path: str, old: str, new: str, check: str
) -> None:
    site = site_of(place, tmp_path / "site")
    file = site / path
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = place.verify("--site", str(site), "--format", "json")
    assert result.exit_code == 1
    found = [checks(result, at) for at in range(3)]
    assert any(each.get(check) == "fails" for each in found)


def test_a_package_is_verified_without_anything_else(place: Place, tmp_path: Path) -> None:
    document = place.badge()
    package = tmp_path / "ada.zip"
    with zipfile.ZipFile(package, "w") as packed:
        packed.writestr("ada-moss/issuer/did.json", json.dumps(did_document(place.did, KEY)))
        packed.writestr("ada-moss/issuer/revocations.json", json.dumps(place.sign(status_list())))
        packed.writestr("ada-moss/credentials/strong-start.json", document.read_bytes())
    shutil.rmtree(place.root / "competencies" / "issuer")
    result = place.verify(str(package))
    assert result.exit_code == 0, result.output
    assert "2 of 2 accepted." in result.output
    assert "came with the package" in result.output
    whole = place.verify(str(package), "--all")
    assert "taken from the package itself" in re.sub(r"\s+", " ", whole.output)


def test_a_file_in_a_package_is_answered_for_by_the_package(place: Place, tmp_path: Path) -> None:
    document = place.badge()
    package = tmp_path / "ada"
    (package / "issuer").mkdir(parents=True)
    (package / "credentials").mkdir()
    for each in ("did.json", "revocations.json"):
        shutil.copy(place.root / "competencies" / "issuer" / each, package / "issuer" / each)
    file = Path(shutil.copy(document, package / "credentials"))
    elsewhere = CliRunner().invoke(main, ["verify", str(file), "--offline"], env={"COLUMNS": "100"})
    assert elsewhere.exit_code == 0, elsewhere.output
    place.write("competencies/issuer/revocations.json", place.sign(status_list(INDEX)))
    assert place.verify(str(file)).exit_code == 1  # the issuer's own repository knows better


def test_without_the_web_a_stranger_is_not_accepted_and_not_blamed(tmp_path: Path) -> None:
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(sign(badge())), encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", str(file), "--offline"], env={"COLUMNS": "100"})
    assert result.exit_code == 1
    assert "Not accepted, though nothing is wrong with it" in result.output


def test_a_stranger_is_asked_on_the_web(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def fetch(_: object, address: str) -> Fetched:
        asked.append(address)
        return Fetched(Reach.UNREACHED, why="nobody answers")

    monkeypatch.setattr(web.Web, "fetch", fetch)
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(sign(badge())), encoding="utf-8")
    CliRunner().invoke(main, ["verify", str(file)])
    assert "https://hill.example.org/pd/issuer/did.json" in asked
    assert len(asked) == len(set(asked))


def test_an_address_may_be_that_of_the_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = []

    def ask(_: object, address: str) -> bytes | None:
        asked.append(address)
        return json.dumps(sign(badge())).encode()

    monkeypatch.setattr(web.Web, "ask", ask)
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["verify", "https://hill.example.org/pd/credentials/strong-start/"])
    assert asked[0] == "https://hill.example.org/pd/credentials/strong-start.json"


def test_a_name_cannot_speak_to_the_terminal(tmp_path: Path) -> None:
    evil = "A\u202e\u001b]0;owned\u0007\u009b31m\nAccepted: all is well"
    document = badge()
    document["name"] = evil
    document["credentialSubject"]["identifier"][0]["identityHash"] = evil * 500
    document["evidence"][0]["name"] = evil
    file = tmp_path / "badge.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", str(file), "--offline"], env={"COLUMNS": "100"})
    assert not any(each in result.output for each in "\u202e\u001b\u0007\u009b")
    assert not any(line.startswith("Accepted") for line in result.output.splitlines())
    assert len(result.output) < 8000


def test_a_badge_of_the_older_kind_is_only_what_its_issuer_shows(tmp_path: Path) -> None:
    file = tmp_path / "assertion.json"
    assertion = {
        "@context": "https://w3id.org/openbadges/v2",
        "id": "https://hill.example.org/a.json",
        "type": "Assertion",
        "badge": "https://hill.example.org/b.json",
        "recipient": {"type": "email", "hashed": False, "identity": EMAIL},
        "issuedOn": "2026-03-01T00:00:00Z",
        "verification": {"type": "HostedBadge"},
    }
    file.write_text(json.dumps(assertion), encoding="utf-8")
    result = CliRunner().invoke(main, ["verify", str(file), "--offline"], env={"COLUMNS": "100"})
    assert result.exit_code == 1
    assert "Nothing in it is signed" in re.sub(r"\s+", " ", result.output)


def test_issuing_verifies_what_is_not_written_yet(place: Place) -> None:
    document = json.loads(place.badge().read_text(encoding="utf-8"))
    (place.root / LEDGER / "strong-start.json").unlink()
    listed = place.root / "competencies/issuer/revocations.json"
    fresh = json.loads(listed.read_text(encoding="utf-8"))
    listed.unlink()
    loaded = load(place.root)
    world = offline_world(loaded.district, place.root, date(2026, 11, 22))
    assert not verify_document(document, world).accepted
    documents = {fresh["id"]: fresh, document["id"]: document}
    world = offline_world(loaded.district, place.root, date(2026, 11, 22), documents)
    assert verify_document(document, world).accepted
