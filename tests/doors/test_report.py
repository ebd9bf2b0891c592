"""``proofolio report``: the demo's figures, counted again from its files by other means."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from proofolio import pipeline
from proofolio.cli.main import main
from proofolio.core.model.figures import Slice
from proofolio.core.publishing.page import Audience

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's files without their history, so that no day comes from Git."""
    place = tmp_path_factory.mktemp("files")
    for name in ("competencies", "portfolios"):
        shutil.copytree(ROOT / name, place / name)
    return place


def front(path: Path) -> dict[str, Any]:
    return dict(yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1]) or {})


class Recount:
    """Counts what an audience may see, from YAML and Markdown alone."""

    def __init__(self, root: Path, audience: str) -> None:
        self.root, self.seen = root, {"public"} if audience == "public" else {"public", "internal"}
        self.definitions = {
            each.stem: yaml.safe_load(each.read_text(encoding="utf-8"))
            for each in (root / "competencies" / "micro-credentials").glob("*.yml")
        }
        self.frameworks = {
            each.stem: each.parent.name for each in (root / "competencies" / "frameworks").glob("*/*.yml")
        }

    def portfolios(self) -> Iterator[tuple[Path, str]]:
        for each in sorted((self.root / "portfolios").iterdir()):
            if (each / "index.md").is_file():
                yield each, front(each / "index.md").get("visibility", "internal")

    def works(self) -> Iterator[tuple[Path, dict[str, Any]]]:
        for portfolio, visibility in self.portfolios():
            for path in sorted(portfolio.glob("*/index.md")):
                data = front(path)
                own = data.get("visibility", visibility)
                ready = data.get("status") == "submitted" and data.get("stage") != "practice"
                if ready and visibility != "private" and own in self.seen:
                    yield path.parent, data

    def people(self) -> set[str]:
        shown = {each.name for each, visibility in self.portfolios() if visibility in self.seen}
        return shown | {folder.parent.name for folder, _ in self.works()}

    def earned(self) -> dict[tuple[str, str], date]:
        """By a credential of a portfolio that is shown, or by enough fresh reviews that say met."""
        found: dict[tuple[str, str], date] = {}
        for portfolio, visibility in self.portfolios():
            for path in portfolio.glob("credentials/*.json"):
                name = path.name.partition(".")[0]
                if name in self.definitions and path.name.count(".") == 1 and visibility in self.seen:
                    document = json.loads(path.read_text(encoding="utf-8"))
                    found[portfolio.name, name] = date.fromisoformat(document["validFrom"][:10])
        for folder, data in self.works():
            fresh = [each for each in self.reviews(folder) if each["reviewed"] == digest(folder)]
            key = (folder.parent.name, data["micro_credential"])
            asked = self.definitions[data["micro_credential"]].get("review", {}).get("reviewers", 1)
            enough = len({each["by"] for each in fresh}) >= asked
            if key not in found and enough and all(each["verdict"] == "met" for each in fresh):
                found[key] = max(each["on"] for each in fresh)
        return found

    def reviews(self, folder: Path) -> list[dict[str, Any]]:
        found = []
        for path in sorted(folder.glob("reviews/*.md")):
            found.append(front(path) | {"on": date.fromisoformat(path.name[:10]), "by": path.stem[11:]})
        return found

    def framework(self, micro_credential: str) -> str:
        competency = self.definitions[micro_credential]["competency"]
        return competency.partition("/")[0] if "/" in competency else self.frameworks[competency]

    def hours(self) -> float:
        total = sum(self.definitions[name].get("hours", 0) for _, name in self.earned())
        for portfolio, visibility in self.portfolios():
            for path in portfolio.glob("log/*.md"):
                data = front(path)
                if visibility in self.seen and data.get("visibility", visibility) in self.seen:
                    total += data.get("hours", 0)
        return float(total)


def digest(folder: Path) -> str:
    lines = []
    for path in folder.rglob("*"):
        relative = path.relative_to(folder).as_posix()
        if path.is_file() and relative.partition("/")[0] not in ("reviews", "credentials"):
            data = path.read_bytes()
            blob = hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
            lines.append(f"{relative}\0{blob}\n".encode())
    return "sha256:" + hashlib.sha256(b"".join(sorted(lines))).hexdigest()


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_the_demos_figures_are_those_of_its_files(files: Path, audience: str) -> None:
    again = Recount(files, audience)
    found = pipeline.inspect(files, TODAY).report(Audience(audience))
    told = {each.measure.id: each.value for each in found.of(Slice())}
    earned = again.earned()
    works = list(again.works())
    assert told["enrolled"] == len(again.people())
    assert told["submitted"] == len({folder.parent.name for folder, _ in works})
    assert told["submissions"] == len(works)
    assert told["earned"] == len({person for person, _ in earned})
    assert told["credentials"] == len(earned)
    assert told["completion"] == round(100 * len({person for person, _ in earned}) / len(again.people()), 1)
    assert told["hours"] == again.hours()
    measured = sum(len(data.get("impact", [])) for _, data in works)
    assert len(found.impact) == measured
    few = sum(each.get("n", 0) < 5 for _, data in works for each in data.get("impact", []))
    assert sum(each.suppressed for each in found.impact) == (few if audience == "public" else 0)


def test_the_demos_schools_periods_and_frameworks(files: Path) -> None:
    again = Recount(files, "internal")
    found = pipeline.inspect(files, TODAY).report(Audience.INTERNAL)
    roster = yaml.safe_load((files / "portfolios" / "roster.yml").read_text(encoding="utf-8"))["people"]
    earned = again.earned()
    for school in {each["organization"] for each in roster.values()}:
        for period in found.periods:
            for framework in ("", "foundational", "leadership"):
                told = {each.measure.id: each.value for each in found.of(Slice(school, period.id, framework))}
                wanted = [
                    person
                    for (person, name), on in earned.items()
                    if roster[person]["organization"] == school
                    and period.holds(on)
                    and framework in ("", again.framework(name))
                ]
                assert told["credentials"] == len(wanted)
                assert told["earned"] == len(set(wanted))


def report(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["report", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_command_and_the_site_tell_the_same(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    for audience in Audience:
        documents = pipeline.inspect(files, TODAY).site(audience).documents
        on_site = {each.uri: each.content for each in documents}
        asked = ("--root", files, "--audience", audience.value)
        assert report(*asked, "--format", "json").stdout == on_site["figures/figures.json"]
        shown = report(*asked, "--format", "csv").stdout_bytes.decode()
        assert shown.replace("\r\n", "\n") == on_site["figures/figures.csv"].replace("\r\n", "\n")


def test_nothing_private_or_unfinished_is_in_public_figures(files: Path) -> None:
    public = pipeline.inspect(files, TODAY).site(Audience.PUBLIC).documents
    text = "".join(each.content for each in public if each.uri.startswith("figures/"))
    for word in ("clara", "Clara", "farid", "Farid", "Table talk", "table-talk", "Block corner"):
        assert word not in text


def test_one_school_one_framework_and_a_time(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    asked = ("--organization", "valley-high", "--framework", "foundational", "--since", "2026-01-01")
    result = report("--root", files, "--format", "csv", *asked, "--until", "2026-06-30")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {each["organization"] for each in rows} == {"valley-high"}
    assert {each["period_title"] for each in rows} == {"From 1 January 2026 to 30 June 2026"}
    told = {each["figure"]: each["value"] for each in rows}
    # Dmitri in April; Elena in January, March and June: the hand counts four.
    assert (told["credentials"], told["earned"]) == ("4", "2")
    assert "Valley High School" in report("--root", files, *asked).output


def test_files_go_where_they_are_wanted_and_never_into_the_repository(files: Path, tmp_path: Path) -> None:
    folder = tmp_path / "figures"
    assert report("--root", files, "--format", "csv", "--to", folder).exit_code == 0
    assert {"figures.csv", "ranking.csv", "impact.csv", "coverage.csv", "progress.csv"} <= {
        each.name for each in folder.iterdir()
    }
    assert report("--root", files, "--format", "json", "--to", tmp_path / "f.json").exit_code == 0
    assert json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))["audience"] == "internal"
    inside = report("--root", files, "--format", "json", "--to", files / "f.json")
    assert (inside.exit_code, (files / "f.json").exists()) == (2, False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--organization", "valley-hihg"), "valley-high"),
        (("--framework", "fundational"), "foundational"),
        (("--since", "2026-02-02", "--until", "2026-01-01"), "before the first"),
    ],
)
def test_what_is_not_there_is_said(files: Path, arguments: tuple[str, ...], words: str) -> None:
    result = report("--root", files, *arguments)
    assert result.exit_code == 2
    assert words in result.output
