"""``proofolio keys`` as somebody at a terminal meets it. Every key here is made for the test."""

from __future__ import annotations

import base64
import json
import os
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from proofolio.adapters.signing.key import SigningKey, read_key
from proofolio.adapters.signing.ledger import text_of
from proofolio.adapters.signing.proof import proof_trouble, signed
from proofolio.cli.main import main
from proofolio.core.model.status_list import decode

DID = "did:web:valley.example.org:portfolios:issuer"
KEYS, LIST = "competencies/issuer/did.json", "competencies/issuer/revocations.json"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    root = tmp_path / "valley"
    (root / "competencies").mkdir(parents=True)
    (root / "portfolios").mkdir()
    (root / "competencies" / "issuer.yml").write_text(
        "format: 1\nid: valley\nname: Valley Schools\nurl: https://valley.example.org/portfolios\n", "utf-8"
    )
    return root


def keys(root: Path, *arguments: str, answer: str | None = None) -> Result:
    command = ["keys", arguments[0], *arguments[1:], "--root", str(root)]
    result = CliRunner().invoke(main, command, input=answer)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def made(root: Path, place: Path) -> SigningKey:
    assert keys(root, "new", "--to", str(place)).exit_code == 0
    return read_key(f"file:{place}")


def document(root: Path, path: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / path).read_text("utf-8"))
    return found


def published(root: Path) -> dict[str, str]:
    return {each["id"]: each["publicKeyMultibase"] for each in document(root, KEYS)["verificationMethod"]}


def put_credential(root: Path, key: SigningKey, achievement: str) -> None:
    address = f"https://valley.example.org/portfolios/portfolios/ada/credentials/{achievement}.json"
    bare = {
        "@context": [
            "https://www.w3.org/ns/credentials/v2",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
        ],
        "id": address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achievement,
        "issuer": {"id": DID, "type": ["Profile"], "name": "Valley Schools"},
        "validFrom": "2026-11-20T00:00:00Z",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "achievement": {"id": f"{address}#a", "type": ["Achievement"], "name": achievement},
        },
    }
    folder = root / "portfolios" / "ada" / "credentials"
    folder.mkdir(parents=True, exist_ok=True)
    whole = signed(bare, key, f"{DID}#{key.multibase}", "2026-11-20T00:00:00Z")
    (folder / f"{achievement}.json").write_text(text_of(whole), "utf-8")


def test_the_first_key(home: Path, tmp_path: Path) -> None:
    place = tmp_path / "secret.pem"
    result = keys(home, "new", "--to", str(place))
    assert result.exit_code == 0
    key = read_key(f"file:{place}")
    if os.name == "posix":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    method = f"{DID}#{key.multibase}"
    assert document(home, KEYS) == {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": DID,
        "verificationMethod": [
            {"id": method, "type": "Multikey", "controller": DID, "publicKeyMultibase": key.multibase}
        ],
        "assertionMethod": [method],
    }
    revocations = document(home, LIST)
    assert proof_trouble(revocations, published(home)) is None
    bits = decode(revocations["credentialSubject"]["encodedList"])
    assert bits is not None
    assert not any(bits)
    for words in ("PROOFOLIO_SIGNING_KEY", "'signing'", "offline", "Commit the two files", str(place)):
        assert words in result.stdout


def test_the_secret_is_in_its_file_only(home: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one.pem", tmp_path / "two.pem"
    said = keys(home, "new", "--to", str(first)).output
    said += keys(home, "rotate", "--key", f"file:{first}", "--to", str(second)).output
    said += keys(home, "show").output
    said += keys(
        home, "withdraw", read_key(f"file:{first}").multibase, "--key", f"file:{second}", "--yes"
    ).output
    written = "".join(each.read_text("utf-8") for each in home.rglob("*") if each.is_file())
    for place in (first, second):
        secret = place.read_text("utf-8").split("\n")[1]
        seed = base64.b64decode(secret)[-32:]
        for form in (secret, base64.b64encode(seed).decode(), seed.hex(), "PRIVATE KEY"):
            assert form not in said
            assert form not in written


@pytest.mark.parametrize("inside", ["", "portfolios", "new/.GIT"])
def test_a_key_never_lands_in_the_repository(
    home: Path, inside: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = home / inside
    folder.mkdir(parents=True, exist_ok=True)
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(home)
    ways = [
        str(folder / "k.pem"),
        str(tmp_path / "link" / "k.pem"),
        f"./{inside}/k.pem",
        f"../valley/{inside}/k.pem",
    ]
    for way in ways:
        result = keys(home, "new", "--to", way)
        assert result.exit_code == 2, way
        assert "a secret key must never be in one" in result.stderr
    assert not (home / KEYS).exists()
    assert not list(home.rglob("*.pem"))


def test_nor_in_any_other_repository(home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "deep").mkdir(parents=True)
    subprocess.run(["git", "init", "--quiet", "--template=", str(other)], check=True)
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / ".git").write_text("gitdir: /nowhere\n", "utf-8")
    for folder in (other / "deep", other / ".git", linked):
        result = keys(home, "new", "--to", str(folder / "k.pem"))
        assert result.exit_code == 2
        assert "a secret key must never be in one" in result.stderr


def test_nothing_is_written_over(home: Path, tmp_path: Path) -> None:
    taken, dangling = tmp_path / "taken", tmp_path / "dangling"
    taken.write_text("dear", "utf-8")
    dangling.symlink_to(tmp_path / "nowhere")
    for place, words in (
        (taken, "is there already"),
        (dangling, "is there already"),
        (tmp_path / "no" / "such", "does not exist"),
    ):
        result = keys(home, "new", "--to", str(place))
        assert result.exit_code == 2
        assert words in result.stderr
    assert taken.read_text("utf-8") == "dear"
    assert not (home / KEYS).exists()
    made(home, tmp_path / "one.pem")
    before = (home / KEYS).read_bytes()
    again = keys(home, "new", "--to", str(tmp_path / "two.pem"))
    assert again.exit_code == 2
    assert "keys rotate" in again.stderr
    assert (home / KEYS).read_bytes() == before
    assert not (tmp_path / "two.pem").exists()


def test_an_issuer_without_a_lasting_address_gets_no_key(home: Path, tmp_path: Path) -> None:
    issuer = home / "competencies" / "issuer.yml"
    text = issuer.read_text("utf-8")
    for broken in (text.replace("https:", "http:"), "format: 1\n"):
        issuer.write_text(broken, "utf-8")
        result = keys(home, "new", "--to", str(tmp_path / "one.pem"))
        assert result.exit_code == 2
        assert not (tmp_path / "one.pem").exists()


def test_rotating_keeps_the_old_key_published(home: Path, tmp_path: Path) -> None:
    first = made(home, tmp_path / "one.pem")
    put_credential(home, first, "pace-a-unit")
    result = keys(home, "rotate", "--key", f"file:{tmp_path / 'one.pem'}", "--to", str(tmp_path / "two.pem"))
    assert result.exit_code == 0
    second = read_key(f"file:{tmp_path / 'two.pem'}")
    assert list(published(home).values()) == [first.multibase, second.multibase]
    credential = document(home, "portfolios/ada/credentials/pace-a-unit.json")
    assert proof_trouble(credential, published(home)) is None
    assert proof_trouble(document(home, LIST), published(home)) is None
    assert result.stdout.index("Commit") < result.stdout.index("Only then put the new key")


def test_only_who_has_a_key_of_the_issuer_adds_one(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(home, tmp_path / "one.pem")
    before = (home / KEYS).read_bytes()
    monkeypatch.setenv("STRANGE", SigningKey.new().pem().decode())
    result = keys(home, "rotate", "--key", "env:STRANGE", "--to", str(tmp_path / "two.pem"))
    assert result.exit_code == 2
    assert "does not belong to this issuer" in result.stderr
    assert keys(home, "rotate", "--to", str(tmp_path / "two.pem")).exit_code == 2
    assert (home / KEYS).read_bytes() == before
    assert not (tmp_path / "two.pem").exists()
    assert keys(home, "rotate", "--lost", "--to", str(tmp_path / "two.pem")).exit_code == 0
    assert len(published(home)) == 2


def test_show_counts_what_each_key_signed(home: Path, tmp_path: Path) -> None:
    first = made(home, tmp_path / "one.pem")
    put_credential(home, first, "pace-a-unit")
    put_credential(home, first, "strong-start")
    keys(home, "rotate", "--key", f"file:{tmp_path / 'one.pem'}", "--to", str(tmp_path / "two.pem"))
    second = read_key(f"file:{tmp_path / 'two.pem'}")
    put_credential(home, SigningKey.new(), "lead-a-team")
    shown = keys(home, "show").stdout
    assert shown.startswith(DID)
    assert f"{first.multibase}: 2 credentials, the list of revocations" in shown
    assert f"{second.multibase}, the newest: 0 credentials" in shown
    assert "which is not listed: 1 credential (these do not verify)" in shown


def test_withdrawing_says_what_is_lost_and_how_to_mend_it(home: Path, tmp_path: Path) -> None:
    first = made(home, tmp_path / "one.pem")
    put_credential(home, first, "pace-a-unit")
    alone = keys(home, "withdraw", first.multibase, "--yes")
    assert alone.exit_code == 2
    assert "keys rotate" in alone.stderr
    keys(home, "rotate", "--key", f"file:{tmp_path / 'one.pem'}", "--to", str(tmp_path / "two.pem"))
    second = read_key(f"file:{tmp_path / 'two.pem'}")
    before = (home / KEYS).read_bytes()
    assert keys(home, "withdraw", first.multibase, "--yes").exit_code == 2  # the list needs a new signature
    assert (
        keys(home, "withdraw", first.multibase, "--key", f"file:{tmp_path / 'one.pem'}", "--yes").exit_code
        == 2
    )
    declined = keys(home, "withdraw", first.multibase, "--key", f"file:{tmp_path / 'two.pem'}", answer="n\n")
    assert declined.exit_code == 1
    assert (home / KEYS).read_bytes() == before
    result = keys(home, "withdraw", first.multibase[-10:], "--key", f"file:{tmp_path / 'two.pem'}", "--yes")
    assert result.exit_code == 0
    assert list(published(home).values()) == [second.multibase]
    assert "portfolios/ada/credentials/pace-a-unit.json" in result.stdout
    assert "proofolio issue ada/pace-a-unit --again" in result.stdout
    assert proof_trouble(document(home, LIST), published(home)) is None
    credential = document(home, "portfolios/ada/credentials/pace-a-unit.json")
    assert "not one of the issuer's" in str(proof_trouble(credential, published(home)))


@pytest.mark.parametrize("name", ["", "z6Mk", "z6MkunknownunknownunknownunknownunknownunknownX"])
def test_withdrawing_needs_one_key_by_name(home: Path, name: str, tmp_path: Path) -> None:
    made(home, tmp_path / "one.pem")
    result = keys(home, "withdraw", name, "--yes")
    assert result.exit_code == 2
    assert "keys show" in result.stderr


def test_keys_of_another_address_are_left_alone(home: Path, tmp_path: Path) -> None:
    made(home, tmp_path / "one.pem")
    issuer = home / "competencies" / "issuer.yml"
    issuer.write_text(issuer.read_text("utf-8").replace("valley.example.org", "moved.example.org"), "utf-8")
    for command in (["show"], ["rotate", "--lost", "--to", str(tmp_path / "two.pem")]):
        result = keys(home, *command)
        assert result.exit_code == 2
        assert "set url" in result.stderr
