"""Where documents are looked for: a repository, a site's folder, a package; and never outside of them."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest
from tests.adapters.verifying.builder import (
    BADGE,
    DID,
    DID_ADDRESS,
    KEY,
    LIST,
    SIGNED,
    SIGNED_LIST,
    SITE,
    did_document,
    failing,
    states,
    world,
)

from proofolio.adapters.badges.baking import bake
from proofolio.adapters.verifying.folder import DiskFolder, ZipFolder
from proofolio.adapters.verifying.items import expected_at, with_corrections
from proofolio.adapters.verifying.site import Site
from proofolio.adapters.verifying.verify import verify_bytes
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.verifying.world import Expectation, Reach

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Badge</title></svg>'
DATA = json.dumps(SIGNED).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for path, document in {
        "issuer/did.json": did_document(DID, KEY),
        "issuer/revocations.json": SIGNED_LIST,
        "portfolios/ada-okoro/credentials/strong-start.json": SIGNED,
        "broken.json": "{",
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(document if isinstance(document, str) else json.dumps(document))
    (tmp_path / "secret.json").write_text("{}")
    return root


@pytest.mark.parametrize(
    ("address", "reach"),
    [
        (DID_ADDRESS, Reach.THERE),
        (LIST, Reach.THERE),
        (f"{LIST}#7", Reach.THERE),
        (BADGE, Reach.THERE),
        (BADGE.replace("hill", "HILL"), Reach.THERE),
        (f"{SITE}/broken.json", Reach.BROKEN),
        (f"{SITE}/nothing.json", Reach.ABSENT),
        (f"{SITE}/issuer", Reach.ABSENT),
        (f"{SITE}/../secret.json", Reach.ABSENT),
        (f"{SITE}/%2e%2e/secret.json", Reach.ABSENT),
        (f"{SITE}/issuer/..%2f..%2f..%2fsecret.json", Reach.ABSENT),
        (f"{SITE}//etc/passwd", Reach.ABSENT),
        (f"{SITE}/a%00b", Reach.ABSENT),
        (f"{SITE}/broken.json?x", None),
        ("https://hill.example.org/other/did.json", None),
        ("https://evil.example/pd/issuer/did.json", None),
        (DID_ADDRESS.replace("https", "http"), None),
        ("https://[", None),
    ],
)
def test_addresses_of_a_site(folder: Path, address: str, reach: Reach | None) -> None:
    found = Site(DiskFolder(folder), "the built site").fetch(address)
    assert (found.reach if found else None) == reach


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_links_lead_nowhere(folder: Path) -> None:
    (folder / "link.json").symlink_to(folder.parent / "secret.json")
    (folder / "up").symlink_to(folder.parent)
    there = DiskFolder(folder)
    assert there.read("link.json") is None
    assert there.read("up/secret.json") is None
    assert there.read("broken.json") == b"{"
    assert not any(each.startswith("up/") for each in there.paths())


def test_a_folder_without_keys_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(ProofolioError, match=r"there is no issuer/did\.json"):
        Site(DiskFolder(tmp_path), "the built site")


@pytest.mark.parametrize(
    "did", ["did:web:hill.example.org", "did:key:z6Mk", 7, None, "did:web:hill.example.org:x"]
)
def test_keys_that_are_not_of_a_site(folder: Path, did: object) -> None:
    (folder / "issuer/did.json").write_text(json.dumps({"id": did}))
    with pytest.raises(ProofolioError):
        Site(DiskFolder(folder), "the built site")


def packed(path: Path, files: dict[str, bytes]) -> ZipFolder:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files.items():
            target.writestr(name, content)
    return ZipFolder(path)


def test_a_package_is_looked_into_below_its_one_folder(tmp_path: Path) -> None:
    found = packed(tmp_path / "a.zip", {"ada/issuer/did.json": b"1", "ada/credentials/x.json": b"2"})
    assert list(found.paths()) == ["credentials/x.json", "issuer/did.json"]
    assert found.read("issuer/did.json") == b"1"
    assert found.read("ada/issuer/did.json") is None


def test_a_package_made_to_do_harm(tmp_path: Path) -> None:
    found = packed(
        tmp_path / "a.zip",
        {"../x.json": b"1", "/y.json": b"2", "a\\b.json": b"3", "big.json": b"0" * 9_000_000},
    )
    assert list(found.paths()) == ["big.json"]
    assert found.read("../x.json") is None
    assert found.read("big.json") is None


def test_what_is_no_package(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(ProofolioError, match="not a ZIP file"):
        ZipFolder(tmp_path / "a.zip")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (
            "portfolios/ada-okoro/credentials/strong-start.json",
            Expectation(f"{SITE}/portfolios/ada-okoro/", DID, BADGE),
        ),
        (
            "portfolios/ada-okoro/credentials/strong-start.2026-03-01.json",
            Expectation(f"{SITE}/portfolios/ada-okoro/", DID),
        ),
        (
            "portfolios/ada-okoro/credentials/strong-start.png",
            Expectation(f"{SITE}/portfolios/ada-okoro/", DID),
        ),
        ("portfolios/ada-okoro/credentials/external/other.json", Expectation()),
        ("issuer/revocations.json", Expectation(issuer=DID)),
        ("somewhere.json", Expectation()),
    ],
)
def test_what_a_place_says(path: str, expected: Expectation) -> None:
    assert expected_at(path, SITE, DID) == expected


def test_nothing_replaces_itself() -> None:
    assert with_corrections([]) == []


def test_an_image_with_one_credential() -> None:
    found = verify_bytes(bake(SVG, DATA), world())
    assert found.accepted
    assert next(iter(states(found))) == "baked"


def test_an_image_with_none_and_with_two() -> None:
    assert failing(verify_bytes(SVG, world())) == {"baked"}
    baked = bake(SVG, DATA)
    start, end = baked.index(b"<openbadges:credential"), baked.index(b"</openbadges:credential>") + 24
    twice = baked[:end] + baked[start:end] + baked[end:]
    assert failing(verify_bytes(twice, world())) == {"baked"}


def test_an_image_whose_credential_is_not_the_one_that_is_shown() -> None:
    other = json.dumps({**SIGNED, "name": "Head teacher"}).encode()
    assert {"signature", "copy"} <= failing(verify_bytes(bake(SVG, other), world()))


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\x00\x00\xff\xffiTXt", b"<svg", b"<!DOCTYPE x><svg></svg>"],
)
def test_damaged_images(data: bytes) -> None:
    assert failing(verify_bytes(data, world())) in ({"baked"}, {"readable"})
