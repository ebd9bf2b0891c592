"""CASE files: told by their content, read strictly, written so that our own checks accept the files."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.core.converting.case.builders import small, uuid
from tests.core.converting.case.frameworks import SITE, competency, district, everything, framework
from tests.core.converting.case.rules import broken

from proofolio import pipeline
from proofolio.adapters.interchange.case import CASE, Case, site_files
from proofolio.adapters.interchange.formats import format_of
from proofolio.adapters.interchange.framework_text import framework_texts
from proofolio.core.converting.trouble import Unreadable
from proofolio.core.model.framework import Framework
from proofolio.core.model.history import History

TODAY = date(2026, 11, 22)
ISSUER = f"format: 1\nid: town\nname: Small Town Schools\nurl: {SITE}\n"


def laid_out(root: Path, *frameworks: Framework) -> pipeline.Inspection:
    """The files of frameworks in an empty repository, loaded and checked."""
    (root / "competencies").mkdir(parents=True, exist_ok=True)
    (root / "portfolios").mkdir(exist_ok=True)
    (root / "competencies/issuer.yml").write_text(ISSUER)
    for each in frameworks:
        for path, text in framework_texts(each).items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    return pipeline.inspect(root, TODAY)


def test_a_package_is_told_by_what_is_in_it() -> None:
    data = json.dumps(small()).encode()
    assert format_of(data) is CASE
    assert CASE.recognises(b"\xef\xbb\xbf" + json.dumps([small()]).encode())
    assert not CASE.recognises(b'{"CFItems": []}')
    assert not CASE.recognises(b"{not json")
    assert not CASE.recognises(b"title,code\n")


@pytest.mark.parametrize("data", [b"{", b'{"CFDocument": NaN}', b"[" * 100_000, b'{"a": 1, "a": 2}'])
def test_what_is_no_json_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(Unreadable):
        CASE.read(data)


def test_imported_files_have_no_findings_and_load_as_they_were(tmp_path: Path) -> None:
    (found,) = CASE.read(json.dumps(small()).encode())
    inspection = laid_out(tmp_path, found.framework)
    assert [each.message for each in inspection.findings] == []
    assert inspection.district.frameworks == {"example-standards": found.framework}


def test_our_own_files_come_back_through_the_disk(tmp_path: Path) -> None:
    lead = framework(competency("guide", "leading"), name="leading")
    data, _ = CASE.write(everything(), district(everything(), lead))
    (found,) = CASE.read(data)
    again, _ = CASE.write(found.framework, district(found.framework, lead))
    assert again == data
    inspection = laid_out(tmp_path, found.framework, lead)
    assert [each.message for each in inspection.findings] == []
    last, _ = CASE.write(inspection.district.frameworks["teaching"], inspection.district)
    assert last == data


def test_a_written_package_follows_the_rules_and_says_when() -> None:
    data, report = Case(History(), "2026-11-22T00:00:00Z").write(everything(), district(everything()))
    made = json.loads(data)
    assert broken(made) == []
    assert made["CFDocument"]["lastChangeDateTime"] == "2026-11-22T00:00:00Z"
    assert report.held["competencies"] == 4
    assert {each.what for each in report.notes} >= {"vision", "named sets", "resources"}


def test_a_site_has_a_package_for_each_framework_that_it_shows() -> None:
    given = framework(competency("pace"), competency("plan", prerequisites=("pace",)))
    hidden = framework(competency("guide", "leading"), name="leading")
    folder = "competencies/frameworks/teaching"
    pages = (f"{folder}/index.md", f"{folder}/plan.md")
    made = site_files(district(given, hidden), pages, History(), "2026-11-22T00:00:00Z")
    listed = json.loads(made["ims/case/v1p1/CFDocuments.json"])["CFDocuments"]
    (only,) = listed
    uri = f"ims/case/v1p1/CFPackages/{only['identifier']}.json"
    assert set(made) == {uri, "ims/case/v1p1/CFDocuments.json"}
    assert only["CFPackageURI"]["uri"] == f"{SITE}/{uri}"
    package = json.loads(made[uri])
    assert broken(package) == []
    assert [each["fullStatement"] for each in package["CFItems"]] == ["Does plan well."], (
        "what is withheld is not in it"
    )
    assert site_files(district(hidden), (), History(), "2026-11-22T00:00:00Z") == {}


def test_an_adopted_framework_keeps_its_identity_on_the_site(tmp_path: Path) -> None:
    (found,) = CASE.read(json.dumps(small()).encode())
    inspection = laid_out(tmp_path, found.framework)
    pages = [
        f"competencies/frameworks/example-standards/{each}.md" for each in ("index", "p-1", "p-2", "listen")
    ]
    made = site_files(inspection.district, pages, inspection.history, "2026-11-22T00:00:00Z")
    package = json.loads(made[f"ims/case/v1p1/CFPackages/{uuid('document')}.json"])
    assert {each["identifier"] for each in package["CFItems"]} == {
        each["identifier"] for each in small()["CFItems"]
    }
