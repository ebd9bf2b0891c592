"""``proofolio import`` and ``export --framework``, as somebody at a terminal meets them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proofolio import pipeline
from proofolio.adapters.files.load import load
from proofolio.cli.main import main
from proofolio.cli.options import today
from proofolio.core.publishing.page import Audience

ISSUER = """\
format: 1
id: here
name: Here
url: https://here.example.org
organizations:
  school: {name: School}
"""
MOODLE = """\
Parent ID number;ID number;Shortname;Description;Scale values;Scale configuration;Is framework;Related
A;A.1;Ask well;"<p>Asks, and
waits.</p>";;;0;
A.1;A.1.1;Waits;;;;0;
;A;Talk;;;;0;
;B;Alone;;;;0;
;talk;Talking;;"No,Yes";"[{""scaleid"":""1""},{""id"":2,""proficient"":1}]";1;
"""
MATRIX = {
    "framework": {
        "name": "Standards",
        "selfassess": True,
        "evidencestatuses": [{"begun": "Begun"}, {"completed": "Done"}],
        "standards": [{"shortname": "K", "name": "Knowing", "description": "<b>What</b>", "standardid": 1}],
        "standardelements": [
            {"shortname": "1.1", "name": "Pupils", "standardid": 1, "elementid": "e1"},
            {"shortname": "x", "name": "Sees them", "standardid": 1, "elementid": "e2", "parentid": "e1"},
        ],
    }
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    root = tmp_path / "home"
    (root / "competencies").mkdir(parents=True)
    (root / "portfolios").mkdir()
    (root / "competencies/issuer.yml").write_text(ISSUER, encoding="utf-8")
    (root / "portfolios/roster.yml").write_text("people: {}\n", encoding="utf-8")
    return root


def call(home: Path, *words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words), "--root", str(home)])


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_two_files_become_frameworks_that_pass_the_checks_and_are_on_the_site(
    home: Path, tmp_path: Path
) -> None:
    files = write(tmp_path / "a", MOODLE), write(tmp_path / "b", json.dumps(MATRIX))
    done = call(home, "import", *files)
    assert done.exit_code == 0, done.output
    assert "held: 5 rows, 1 framework, 4 competencies, 2 scale values" in done.output
    assert "made: 1 framework, 1 domain, 2 competencies, 1 indicator, 2 levels" in done.output
    assert "held: 1 standard, 1 standard element, 1 sub-element, 2 evidence statuses" in done.output
    assert call(home, "check").exit_code == 0
    found = load(home).district.frameworks
    ask = found["talk"].competencies["ask-well"]
    assert (ask.title, ask.code, ask.statement, ask.domain) == ("Ask well", "A.1", "Asks, and waits.", "talk")
    assert dict(ask.indicators) == {"waits": "Waits"}
    assert found["talk"].mastery == found["talk"].levels[1]
    pupils = found["standards"].competencies["pupils"]
    assert (pupils.code, dict(pupils.indicators)) == ("1.1", {"sees-them": "Sees them"})
    pages = {page.uri: page.view for page in pipeline.inspect(home, today()).site(Audience.PUBLIC).pages}
    assert pages["competencies/frameworks/talk/ask-well.md"].code == "A.1"
    (domain,) = pages["competencies/frameworks/standards/index.md"].domains
    assert (domain.statement, [each.code for each in domain.competencies]) == ("What", ["1.1"])


def test_export_gives_back_what_was_imported(home: Path, tmp_path: Path) -> None:
    call(home, "import", write(tmp_path / "a", MOODLE), write(tmp_path / "b", json.dumps(MATRIX)))
    done = call(home, "export", "--framework", "standards", "--as", "mahara", "--to", tmp_path / "out.matrix")
    assert done.exit_code == 0, done.output
    assert json.loads((tmp_path / "out.matrix").read_text(encoding="utf-8")) == MATRIX
    done = call(home, "export", "--framework", "talk", "--as", "moodle", "--to", tmp_path / "out.csv")
    assert done.exit_code == 0, done.output
    before = list(csv.reader(MOODLE.splitlines(keepends=True), delimiter=";"))
    assert list(csv.reader((tmp_path / "out.csv").open(encoding="utf-8", newline=""))) == before


def test_what_people_change_wins_over_what_was_kept(home: Path, tmp_path: Path) -> None:
    call(home, "import", write(tmp_path / "a", MOODLE))
    path = home / "competencies/frameworks/talk/ask-well.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("Asks, and waits.", "Asks."), encoding="utf-8")
    call(home, "export", "--framework", "talk", "--as", "moodle", "--to", tmp_path / "out.csv")
    rows = list(csv.DictReader((tmp_path / "out.csv").open(encoding="utf-8", newline="")))
    assert rows[0]["Description"] == "Asks."


def test_nothing_is_written_over_and_another_id_can_be_chosen(home: Path, tmp_path: Path) -> None:
    file = write(tmp_path / "a", MOODLE)
    assert call(home, "import", file, "--dry-run").exit_code == 0
    assert not (home / "competencies/frameworks").exists()
    call(home, "import", file)
    before = {path: path.read_bytes() for path in home.rglob("*.yml")}
    again = call(home, "import", write(tmp_path / "b", json.dumps(MATRIX)), file)
    assert again.exit_code == 2
    assert "competencies/frameworks/talk is there already" in again.output
    assert "--id" in again.output
    assert {path: path.read_bytes() for path in home.rglob("*.yml")} == before
    other = call(home, "import", file, "--id", "talk-2")
    assert other.exit_code == 0, other.output
    assert "talk-2/ask-well" in other.output
    assert call(home, "check").exit_code == 0


def test_everything_that_is_wrong_is_told_at_once(home: Path, tmp_path: Path) -> None:
    sheet = "Framework,F\nLevels,Low,High *\nTitle,Criterion,Low,High,Resources\n"
    sheet += ",one,same,same,nowhere\nTwo,two,low,,\n"
    broken = call(
        home, "import", write(tmp_path / "a.csv", sheet), write(tmp_path / "b", '{"framework": {"name": 7')
    )
    assert broken.exit_code == 2
    for each in (
        "row 4, column 'Title': there is no title",
        "row 4, column 'High': it says the same as 'Low'",
        "row 4, column 'Resources': 'nowhere' names no web address",
        "row 5, column 'High': this level is not described",
        "line 1, column 2",
    ):
        assert each in broken.output
    assert not (home / "competencies/frameworks").exists()
    data = call(home, "import", tmp_path / "a.csv", "--format", "json")
    assert data.exit_code == 2
    assert len(json.loads(data.output)["broken"][0]["troubles"]) == 4


def test_references_that_lead_nowhere_or_in_a_circle_are_put_aside(home: Path, tmp_path: Path) -> None:
    sheet = "Framework,F\nTitle,Prerequisites,Related\nOne,two,nobody\nTwo,one,one\n"
    done = call(home, "import", write(tmp_path / "a.csv", sheet), "--format", "json")
    assert done.exit_code == 0, done.output
    (told,) = json.loads(done.output)["files"][0]["frameworks"]
    assert {each["what"] for each in told["notes"]} >= {
        "references to competencies that are not here",
        "references that lead round in a circle",
        "the file holds no scale of levels",
    }
    assert call(home, "check").exit_code == 0
    one = load(home).district.frameworks["f"].competencies["one"]
    assert one.kept["unresolved"] == {"related": ["nobody"]}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_template_is_imported_as_it_is(home: Path, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"new.{kind}"
    assert call(home, "import", "--template", kind, target).exit_code == 0
    assert "is there already" in call(home, "import", "--template", kind, target).output
    done = call(home, "import", target)
    assert done.exit_code == 0, done.output
    assert call(home, "check").exit_code == 0


def test_export_asks_for_what_it_needs(home: Path, tmp_path: Path) -> None:
    assert "--as and --to need --framework" in call(home, "export", "--as", "csv").output
    assert "name a folder" in call(home, "export").output
    assert "in which format" in call(home, "export", "--framework", "x").output
    assert "there is no framework 'x'" in call(home, "export", "--framework", "x", "--as", "csv").output
    call(home, "import", write(tmp_path / "a", MOODLE))
    taken = call(home, "export", "--framework", "talk", "--as", "csv", "--to", write(tmp_path / "c", "mine"))
    assert taken.exit_code == 2
    assert (tmp_path / "c").read_text(encoding="utf-8") == "mine"
