"""Recording what another issuer gave: verified first, refused with the check that fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.adapters.portable.conftest import commit, run

from proofolio.adapters.verifying.web import Unanswered, Web

SITE = "https://cedar-valley.example.org/"
PLACE = "portfolios/amina-yusuf/credentials/external"


@pytest.fixture
def web(home: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The issuer's site; addresses in the set do not answer."""
    silent: set[str] = set()

    def ask(_: Web, address: str) -> bytes | None:
        path = address.removeprefix(SITE)
        if path == address or path in silent or "*" in silent:
            raise Unanswered("nobody answers")
        place = home / ("competencies/" + path if path.startswith("issuer/") else path)
        return place.read_bytes() if place.is_file() else None

    monkeypatch.setattr(Web, "ask", ask)
    return silent


def test_one_from_its_address(web: set[str], home: Path, elsewhere: Path) -> None:
    address = f"{SITE}portfolios/amina-yusuf/credentials/pace-a-unit.json"
    result = run("record-credential", "amina-yusuf", address, "--root", elsewhere)
    assert result.exit_code == 0, result.output
    (document,) = (elsewhere / PLACE).glob("*.json")
    ledger = home / "portfolios" / "amina-yusuf" / "credentials" / "pace-a-unit.json"
    assert document.read_bytes() == ledger.read_bytes()
    note = document.with_suffix(".yml").read_text("utf-8")
    assert note.startswith('verified: 2026-11-22\nkey: "z6Mk')
    assert "Received from https://cedar-valley.example.org/" in note
    assert run("check", "--root", elsewhere).exit_code == 0
    again = run("record-credential", "amina-yusuf", address, "--root", elsewhere)
    assert again.exit_code == 2
    assert "recorded already" in again.output


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_one_in_a_badge(web: set[str], package: Path, elsewhere: Path, ending: str) -> None:
    badge = package / "credentials" / f"pace-a-unit.{ending}"
    result = run("record-credential", "amina-yusuf", badge, "--root", elsewhere, "--slug", "pace")
    assert result.exit_code == 0, result.output
    assert (
        json.loads((elsewhere / PLACE / "pace.json").read_text("utf-8"))["name"] == "Pace a unit for mastery"
    )


def test_one_that_was_changed_is_refused_with_the_check(
    web: set[str], package: Path, elsewhere: Path, tmp_path: Path
) -> None:
    text = (package / "credentials" / "pace-a-unit.json").read_text("utf-8")
    (tmp_path / "changed.json").write_text(text.replace("Amina Yusuf", "Noor Bakker"), "utf-8")
    arguments = ("record-credential", "noor-bakker", tmp_path / "changed.json", "--root", elsewhere)
    for more in ((), ("--unverified", "trust me")):
        result = run(*arguments, *more)
        assert result.exit_code == 2
        assert "does not verify" in result.output
        assert "the check is called" in result.output
    assert not (elsewhere / "portfolios" / "noor-bakker").exists()


def test_without_an_answer_only_as_not_verified(web: set[str], package: Path, elsewhere: Path) -> None:
    web.add("*")
    arguments = (
        "record-credential",
        "amina-yusuf",
        package / "credentials" / "pace-a-unit.json",
        "--root",
        elsewhere,
    )
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--unverified" in result.output
    result = run(*arguments, "--unverified", "The school has closed.")
    assert result.exit_code == 0, result.output
    note = next((elsewhere / PLACE).glob("*.yml")).read_text("utf-8")
    assert "key:" not in note
    assert "Not verified: The school has closed." in note
    assert run("check", "--root", elsewhere).exit_code == 0


def test_whose_it_is_and_who_may_have_it(web: set[str], package: Path, home: Path, elsewhere: Path) -> None:
    badge = package / "credentials" / "pace-a-unit.json"
    unknown = run("record-credential", "amina-yusu", badge, "--root", elsewhere)
    assert "did you mean amina-yusuf" in unknown.output
    own = run("record-credential", "amina-yusuf", badge, "--root", home)
    assert "your own organisation's" in own.output
    record = package / "credentials" / "record.clr.json"
    assert run("record-credential", "amina-yusuf", record, "--root", elsewhere).exit_code == 2
    commit(
        elsewhere,
        "Nothing was written",
        {"portfolios/noor-bakker/index.md": "---\nvisibility: public\n---\n"},
    )


def test_a_signed_token_is_named_as_what_it_is(web: set[str], elsewhere: Path, tmp_path: Path) -> None:
    token = tmp_path / "badge.jwt"
    token.write_text("eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2ln\n", "utf-8")
    result = run("record-credential", "amina-yusuf", token, "--root", elsewhere)
    assert result.exit_code == 2
    assert "signed as a token (VC-JWT)" in result.output
