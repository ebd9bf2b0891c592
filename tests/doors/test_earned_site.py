"""What people earned, on the built site: the ledger's own bytes, badges that hold them, nothing hidden."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.sites import build, pages, run

from proofolio.adapters.badges.baking import unbake
from proofolio.adapters.signing.document import parse
from proofolio.adapters.signing.proof import proof_trouble

LEDGER = re.compile(r"portfolios/[^/]+/credentials/[^/]+\.json")


def issuer_keys(site: Path) -> dict[str, str]:
    did = json.loads((site / "issuer/did.json").read_bytes())
    return {each["id"]: each["publicKeyMultibase"] for each in did["verificationMethod"]}


def credentials(site: Path) -> list[Path]:
    """The published credentials, at whichever address, without learner records and hosted badges."""
    found = (path for path in site.glob("portfolios/*/credentials/*.json"))
    return sorted(each for each in found if not each.name.endswith((".ob2.json", ".clr.json")))


def test_signed_files_are_the_committed_bytes(site: Path, demo: Path) -> None:
    assert len(credentials(site)) > 8
    for path in (*credentials(site), *site.glob("portfolios/*/credentials/*.clr.json")):
        name = path.relative_to(site)
        committed = {each.read_bytes() for each in (demo / name.parent).glob("*.json")}
        assert path.read_bytes() in committed, name
        assert proof_trouble(parse(path.read_bytes()), issuer_keys(site)) is None, name
    for name in ("did.json", "revocations.json"):
        assert (site / "issuer" / name).read_bytes() == (demo / "competencies/issuer" / name).read_bytes()


def test_each_stands_at_its_own_address_with_a_page_and_two_pictures(site: Path) -> None:
    for path in credentials(site):
        given = json.loads(path.read_bytes())
        home = "https://cedar-valley.example.org/"
        there = site / given["id"].removeprefix(home)
        assert there.is_file(), path
        assert json.loads(there.read_bytes())["id"] == given["id"]
        stem = there.with_suffix("")
        assert (stem / "index.html").is_file()
        newest = json.loads(there.read_bytes())
        for picture in (stem.with_suffix(stem.suffix + ".png"), stem.with_suffix(stem.suffix + ".svg")):
            baked = unbake(picture.read_bytes())
            assert baked is not None
            assert baked.isascii()
            assert json.loads(baked) == newest, picture


def test_what_can_be_earned_has_a_badge(site: Path) -> None:
    for page in site.glob("competencies/micro-credentials/*/index.html"):
        assert (page.parent / "badge.svg").read_bytes().startswith(b"<svg")
        assert (page.parent / "badge.png").read_bytes().startswith(b"\x89PNG")
        assert unbake((page.parent / "badge.png").read_bytes()) is None


def test_older_badges_lead_to_one_another_and_revoked_ones_are_gone(site: Path) -> None:
    home = "https://cedar-valley.example.org/"
    served = {path for path in pages(site) if path.endswith("ob2.json")}
    assertions = {path for path in served if path.startswith("portfolios/")}
    assert assertions
    for path in assertions:
        given = json.loads((site / path).read_bytes())
        assert given["id"] == home + path
        badge = json.loads((site / given["badge"].removeprefix(home)).read_bytes())
        issuer = json.loads((site / badge["issuer"].removeprefix(home)).read_bytes())
        listed = json.loads((site / issuer["revocationList"].removeprefix(home)).read_bytes())
        assert (site / badge["image"].removeprefix(home)).is_file()
        assert (site / given["image"].removeprefix(home)).is_file()
        revoked = {each["id"].removeprefix(home) for each in listed["revokedAssertions"]}
        assert revoked
        assert not revoked & served


def test_every_piece_of_work_says_what_it_is_now(site: Path) -> None:
    for path in credentials(site):
        for each in json.loads(path.read_bytes()).get("evidence", ()):
            page = each.get("id", "").removeprefix("https://cedar-valley.example.org/")
            if page and "/credentials/" not in page:
                facts = json.loads((site / page / "evidence.json").read_bytes())
                assert re.fullmatch(r"sha256:[0-9a-f]{64}", facts["digest"])
                assert re.fullmatch(r"[0-9a-f]{40}", facts["commit"])


def test_no_credential_is_there_without_its_portfolio(site: Path) -> None:
    folders = {path.rpartition("/")[0] for path in pages(site) if LEDGER.fullmatch(path)}
    assert folders
    assert all((site / each).parent.joinpath("index.html").is_file() for each in folders)


@pytest.mark.slow
def test_a_credential_that_was_changed_is_withheld_and_stops_a_strict_build(
    demo: Path, site: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "changed"
    shutil.copytree(demo, copy, symlinks=True)
    name = "portfolios/elena-marsh/credentials/learner-agency.json"
    text = (copy / name).read_text(encoding="utf-8")
    (copy / name).write_text(text.replace("Build learner agency", "Build learner agencies", 1), "utf-8")
    strict = run(copy, tmp_path / "strict", strict=True)
    assert strict.returncode != 0
    assert name in strict.stdout + strict.stderr
    told = build(copy, tmp_path / "site", strict=False)
    assert name in told
    made = pages(tmp_path / "site")
    assert name not in made
    assert "portfolios/elena-marsh/credentials/learner-agency/index.html" not in made
    assert not any(b"learner agencies" in content for content in made.values())
    assert name in pages(site)


@pytest.mark.slow
def test_work_that_is_hidden_now_leaves_no_byte(demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "hidden"
    shutil.copytree(demo, copy, symlinks=True)
    work = copy / "portfolios/elena-marsh/choosing-the-novel/index.md"
    text = work.read_text(encoding="utf-8")
    work.write_text(text.replace("\n---\n", "\nvisibility: internal\n---\n", 1), encoding="utf-8")
    build(copy, tmp_path / "site", strict=False)
    made = pages(tmp_path / "site")
    assert "portfolios/elena-marsh/credentials/learner-agency.json" not in made
    assert "portfolios/elena-marsh/credentials/record.clr.json" not in made
    assert "portfolios/elena-marsh/index.html" in made
    for path, content in made.items():
        assert b"choosing-the-novel" not in content.lower(), path
        assert b"choosing the novel" not in content.lower(), path


@pytest.mark.slow
def test_a_site_without_keys_is_built_and_has_no_credentials(demo: Path, tmp_path: Path) -> None:
    copy = tmp_path / "keyless"
    shutil.copytree(demo, copy, symlinks=True)
    shutil.rmtree(copy / "competencies/issuer")
    for folder in copy.glob("portfolios/*/credentials"):
        shutil.rmtree(folder)
    build(copy, tmp_path / "site", strict=False)
    made = pages(tmp_path / "site")
    assert not [path for path in made if LEDGER.fullmatch(path)]
    assert "not yet issued" in made["portfolios/elena-marsh/index.html"].decode().lower()
    assert b"There are no keys yet" in made["issuer/index.html"]
