"""Bringing a package into another organisation: the same history, shown, and counted nowhere."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.adapters.portable.conftest import (
    DELETED,
    DRAFT,
    ISSUER,
    MESSAGE,
    PROFILE,
    commit,
    git,
    log,
    organisation,
    run,
)

from proofolio import judging, pipeline
from proofolio.core.model.change import Actor
from proofolio.core.publishing.page import Audience

FOLDER = "portfolios/amina-yusuf"
DAY = date(2026, 11, 22)


def bring(package: Path, root: Path, *more: str) -> str:
    result = run("import-portfolio", package, "--root", root, "--offline", *more)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_same_commits_are_in_the_new_repository(package: Path, elsewhere: Path, tmp_path: Path) -> None:
    before = git(elsewhere, "rev-parse", "HEAD")
    said = bring(package, elsewhere)
    assert "does not count towards anything here" in said
    git(tmp_path, "clone", "--quiet", str(package / "repository.bundle"), "mine")
    assert git(elsewhere, "rev-parse", "HEAD^1") == before
    assert git(elsewhere, "rev-list", "HEAD^2") == git(tmp_path / "mine", "rev-list", "history")
    assert log(elsewhere, "HEAD^2") == log(tmp_path / "mine", "history")
    assert set(log(elsewhere, "HEAD^2")) < set(log(elsewhere, "--", FOLDER))
    top = f"{FOLDER}/imported/cedar-valley"
    assert git(elsewhere, "rev-parse", f"HEAD:{top}/portfolio") == git(
        elsewhere, "rev-parse", f"HEAD^2:{FOLDER}"
    )
    assert git(elsewhere, "status", "--porcelain") == ""
    git(elsewhere, "fsck", "--strict")
    checked = run("check", "--root", elsewhere)
    assert checked.exit_code == 0, checked.output


def test_it_says_where_everything_comes_from(package: Path, elsewhere: Path) -> None:
    bring(package, elsewhere)
    told = json.loads(
        (elsewhere / FOLDER / "imported" / "cedar-valley" / "provenance.json").read_text("utf-8")
    )
    assert told["imported"] == {"on": "2026-11-22", "by": "Kim Park"}
    assert told["commits"] == json.loads((package / "provenance.json").read_text("utf-8"))["commits"]
    slug = elsewhere / FOLDER / "credentials" / "external" / "cedar-valley-pace-a-unit"
    assert (
        slug.with_suffix(".json").read_bytes() == (package / "credentials" / "pace-a-unit.json").read_bytes()
    )
    assert "did:web:cedar-valley.example.org:issuer#z6Mk" in slug.with_suffix(".yml").read_text("utf-8")
    whole = "".join(git(elsewhere, "log", "-p", "--all"))
    assert not any(word in whole for word in (DRAFT, MESSAGE, DELETED))


def test_the_pages_show_it_and_nothing_counts(package: Path, elsewhere: Path) -> None:
    bring(package, elsewhere)
    inspection = pipeline.inspect(elsewhere, DAY)
    progress = inspection.progress["amina-yusuf"]
    assert not progress.awards
    assert not progress.decisions
    assert progress.hours.total == 0
    plan = inspection.site(Audience.PUBLIC)
    view = next(each.view for each in plan.pages if each.uri == f"{FOLDER}/index.md")
    (shown,) = view.elsewhere  # type: ignore[attr-defined]
    assert shown.home.title == "Cedar Valley Unified School District"
    titles = {each.title: each.standing.label for each in shown.works}
    assert titles["Menu maths: ratios with a real restaurant"] == "Earned"
    assert "Table talk" not in titles  # a draft
    assert not any("imported" in each.uri for each in (*plan.pages, *plan.files))


@pytest.mark.parametrize(
    ("seen", "public", "internal"), [("private", 0, 0), ("internal", 0, 1), ("public", 1, 1)]
)
def test_who_may_see_it_comes_along(
    package: Path, elsewhere: Path, tmp_path: Path, seen: str, public: int, internal: int
) -> None:
    bring(package, elsewhere)
    place = f"{FOLDER}/imported/cedar-valley/record.json"
    record = json.loads((elsewhere / place).read_text("utf-8"))
    for each in record["submissions"]:
        each["visibility"] = seen
    commit(elsewhere, "As if", {place: json.dumps(record)})
    inspection = pipeline.inspect(elsewhere, DAY)
    for audience, wanted in ((Audience.PUBLIC, public), (Audience.INTERNAL, internal)):
        plan = inspection.site(audience)
        view = next(each.view for each in plan.pages if each.uri == f"{FOLDER}/index.md")
        assert len(view.elsewhere) == wanted  # type: ignore[attr-defined]


def test_present_work_keeps_its_own_history(package: Path, home: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(home, other)
    text = (other / "competencies" / "issuer.yml").read_text("utf-8")
    text = text.replace("cedar-valley", "north-shore").replace(
        "Cedar Valley Unified School District", "North Shore"
    )
    shutil.rmtree(other / "competencies" / "issuer", ignore_errors=True)
    ledgers = {str(each.relative_to(other)): None for each in other.glob("portfolios/*/credentials/*.json")}
    commit(other, "Be another one", {**ledgers, "competencies/issuer.yml": text})
    before = pipeline.inspect(other, DAY)
    bring(package, other)
    after = pipeline.inspect(other, DAY)
    assert after.history.known
    assert after.history.versions == before.history.versions
    assert after.history.origins == before.history.origins
    assert after.history.digests_before == before.history.digests_before
    own = {path: each for path, each in after.history.by_path.items() if "/imported/" not in path}
    own = {path: each for path, each in own.items() if "/external/" not in path}
    assert own == before.history.by_path
    assert after.progress == before.progress


def test_a_package_comes_once_and_a_later_one_beside_it(
    package: Path, home: Path, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(package, elsewhere)
    again = run("import-portfolio", package, "--root", elsewhere, "--offline")
    assert again.exit_code == 2
    assert "brought in already" in again.output
    work = tmp_path / "work"
    shutil.copytree(home, work)
    entry = "---\ntitle: One more\nkind: practice\nhours: 1\n---\nMore.\n"
    commit(work, "One more entry", {f"{FOLDER}/log/2026-11-21-one-more.md": entry})
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1798761600")
    assert run("export-portfolio", "amina-yusuf", "--to", tmp_path / "later", "--root", work).exit_code == 0
    bring(tmp_path / "later", elsewhere)
    assert sorted(each.name for each in (elsewhere / FOLDER / "imported").iterdir()) == [
        "cedar-valley",
        "cedar-valley.2027-01-01",
    ]
    assert git(elsewhere, "merge-base", "--is-ancestor", "HEAD^1^2", "HEAD^2") == ""
    assert run("check", "--root", elsewhere).exit_code == 0
    plan = pipeline.inspect(elsewhere, DAY).site(Audience.PUBLIC)
    view = next(each.view for each in plan.pages if each.uri == f"{FOLDER}/index.md")
    assert len(view.elsewhere) == 1  # type: ignore[attr-defined]


def test_twice_on_the_way_the_history_is_still_the_same(
    package: Path, elsewhere: Path, tmp_path: Path
) -> None:
    bring(package, elsewhere, "--as", "noor-bakker")
    first = git(elsewhere, "rev-list", "HEAD^2")
    second = tmp_path / "second"
    said = run("export-portfolio", "noor-bakker", "--to", second, "--root", elsewhere)
    assert said.exit_code == 0, said.output
    third = organisation(
        tmp_path / "third", ISSUER.replace("north-shore", "third-bay").replace("North Shore", "Third Bay")
    )
    bring(second, third)
    every = git(third, "rev-list", "HEAD").split()
    assert set(first.split()) < set(every)
    assert set(log(elsewhere, "HEAD^2")) < set(log(third))
    assert run("check", "--root", third).exit_code == 0
    kept = (
        third
        / "portfolios"
        / "noor-bakker"
        / "imported"
        / "north-shore"
        / "portfolio"
        / "imported"
        / "cedar-valley"
    )
    assert (kept / "portfolio" / "menu-maths" / "index.md").is_file()
    carried = (
        third / "portfolios" / "noor-bakker" / "credentials" / "external" / "cedar-valley-pace-a-unit.json"
    )
    assert carried.read_bytes() == (package / "credentials" / "pace-a-unit.json").read_bytes()
    back = run("import-portfolio", package, "--root", elsewhere, "--as", "noor-bakker", "--offline")
    assert "brought in already" in back.output


def test_only_leaders_bring_it_in(package: Path, elsewhere: Path) -> None:
    base = git(elsewhere, "rev-parse", "HEAD")
    bring(package, elsewhere)
    for login, fine in (("kim-p", True), ("noor-b", False), ("amina-y", False)):
        judged = judging.inspect_change(elsewhere, base, "HEAD", Actor(login), DAY)
        assert (not judged.findings) is fine, (login, judged.findings[:3])
    assert len(judging.inspect_change(elsewhere, base, "HEAD", None, DAY).change.commits) == 1


def test_changes_that_are_not_committed_are_left_alone(package: Path, elsewhere: Path) -> None:
    (elsewhere / FOLDER / "index.md").write_text("---\nvisibility: public\n---\nStill writing.\n", "utf-8")
    before = git(elsewhere, "rev-parse", "HEAD")
    result = run("import-portfolio", package, "--root", elsewhere, "--offline")
    assert result.exit_code == 2
    assert "not committed" in result.output
    assert git(elsewhere, "rev-parse", "HEAD") == before


def test_another_name_here_is_asked_about_and_shown(package: Path, elsewhere: Path) -> None:
    said = bring(package, elsewhere, "--as", "noor-bakker")
    assert "The package is Amina Yusuf's, and here it lies with Noor Bakker: is that one person?" in said
    assert "The portfolio here is private, so the site does not show it yet." in said
    commit(elsewhere, "Profile", {"portfolios/noor-bakker/index.md": PROFILE})
    plan = pipeline.inspect(elsewhere, DAY).site(Audience.PUBLIC)
    view = next(each.view for each in plan.pages if each.uri == "portfolios/noor-bakker/index.md")
    cards = view.external  # type: ignore[attr-defined]
    assert cards
    assert all("Made out to Amina Yusuf." in each.words for each in cards)


def test_somebody_unknown_is_told_which_lines_to_add(package: Path, elsewhere: Path) -> None:
    result = run("import-portfolio", package, "--root", elsewhere, "--offline", "--as", "amina-y")
    assert result.exit_code == 2
    assert "amina-y:" in result.output
    assert 'name: "Amina Yusuf"' in result.output or "name: Amina Yusuf" in result.output


def test_without_a_commit_it_is_staged_and_git_finishes(package: Path, elsewhere: Path) -> None:
    before = git(elsewhere, "rev-parse", "HEAD")
    bring(package, elsewhere, "--no-commit")
    assert git(elsewhere, "rev-parse", "HEAD") == before
    git(elsewhere, "commit", "--quiet", "--no-edit")
    assert git(elsewhere, "rev-parse", "HEAD^1") == before
    assert git(elsewhere, "log", "-1", "--format=%s").startswith("Bring in the portfolio of Amina Yusuf")
    assert git(elsewhere, "rev-list", "--count", "HEAD^2") != "0"


def test_its_own_home_has_it_already(package: Path, home: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    shutil.copytree(home, work)
    result = run("import-portfolio", package, "--root", work, "--offline")
    assert result.exit_code == 2
    assert "comes from here" in result.output


def test_a_package_without_history_comes_too(district: Path, elsewhere: Path, tmp_path: Path) -> None:
    assert (
        run("export-portfolio", "amina-yusuf", "--to", tmp_path / "plain.zip", "--root", district).exit_code
        == 0
    )
    said = bring(tmp_path / "plain.zip", elsewhere)
    assert "no history" in said
    assert git(elsewhere, "rev-list", "--count", "HEAD") == "2"
    assert run("check", "--root", elsewhere).exit_code == 0


def test_the_credentials_are_shown_as_the_others_and_withheld_when_touched(
    package: Path, elsewhere: Path
) -> None:
    bring(package, elsewhere)
    uri = f"{FOLDER}/credentials/external/cedar-valley-pace-a-unit.json"
    plan = pipeline.inspect(elsewhere, DAY).site(Audience.PUBLIC)
    view = next(each.view for each in plan.pages if each.uri == f"{FOLDER}/index.md")
    card = next(each for each in view.external if each.uri == uri)  # type: ignore[attr-defined]
    assert (card.holds, card.issuer) == (True, "Cedar Valley Unified School District")
    assert card.words.startswith(
        "Not awarded here. Verified on 22 November 2026 with the key that begins with z6Mk"
    )
    assert uri in {each.uri for each in plan.signed}
    place = elsewhere / uri
    place.write_text(place.read_text("utf-8").replace("Amina Yusuf", "Kim Park"), "utf-8")
    plan = pipeline.inspect(elsewhere, DAY).site(Audience.PUBLIC)
    view = next(each.view for each in plan.pages if each.uri == f"{FOLDER}/index.md")
    assert uri not in {each.uri for each in (*view.external, *plan.signed)}  # type: ignore[attr-defined]
    assert uri in {each.path for each in plan.withheld}
