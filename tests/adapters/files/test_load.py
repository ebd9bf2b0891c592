"""From a folder of files to a district: what is loaded, what is withheld, and who is not blamed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from proofolio.adapters.files.load import load
from proofolio.adapters.files.place_of_finding import located
from proofolio.core.checking.check import check
from proofolio.core.model.digest import blob_of, digest_of
from proofolio.core.model.history import History
from proofolio.core.model.requirement import AllOf, AnyOf, AtLeast, Facet, Selector

EXAMPLES = Path(__file__).parent / "examples"
MEI = "portfolios/mei-tan"
WORK = f"{MEI}/two-ways"
FILES = sorted(path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*") if path.is_file())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLES, tmp_path / "repository"))


def told(root: Path) -> list[tuple[str, str]]:
    loaded = load(root)
    found = located(loaded, (*loaded.findings, *check(loaded.district, History())))
    return [(each.finding.rule.name, each.file) for each in found]


def test_the_examples_have_no_findings(root: Path) -> None:
    assert told(root) == []


def test_everything_of_the_examples_is_loaded(root: Path) -> None:
    district = load(root).district
    assert district.issuer is not None
    assert district.issuer.organizations["pine-primary"].within == "north-shore"
    assert list(district.frameworks) == ["basics", "leading"]
    basics = district.frameworks["basics"]
    assert [each.id for each in basics.levels] == ["emerging", "developing", "proficient", "exemplary"]
    assert basics.mastery is not None
    assert basics.mastery.id == "proficient"
    assert list(basics.competencies) == ["pacing", "listening", "agency"], "by domain, then by id"
    pacing = basics.competencies["pacing"]
    assert pacing.exemplars[0].kind == "video"
    assert [(each.framework, each.target, each.relation) for each in pacing.alignments] == [
        ("intasc", "6", "exact"),
        ("leading", "coaching", "narrower"),
    ]
    pace = district.micro_credentials["pace-one-unit"]
    assert (pace.hours, pace.cycles, pace.impact_required, dict(pace.artifacts.kinds)) == (
        15,
        1,
        True,
        {"video": 1},
    )
    assert pace.sections["reflection"].stems == ("Next time I would …", "I was surprised that …")
    assert pace.stipend is not None
    assert (pace.stipend.amount, pace.stipend.currency) == (250, "USD")
    assert district.courses["two-ways-in"].minutes == 40
    assert [each.id for each in district.courses["two-ways-in"].body.sections] == ["see-it", "try-it"]
    assert district.renewals["lake-state"].hours_per_micro_credential == 5
    assert district.people["sam-ito"].name == "Sam Itō"


def test_a_rule_keeps_its_shape_and_its_places(root: Path) -> None:
    loaded = load(root)
    rule = loaded.district.pathways["one-of-these"].rule
    assert isinstance(rule, AllOf)
    choice, video = rule.parts
    assert isinstance(choice, AnyOf)
    assert isinstance(video, Selector)
    assert (video.facet, video.value) == (Facet.KIND, "video")
    nested = choice.parts[2]
    assert isinstance(nested, AtLeast)
    (selector,) = nested.parts
    assert selector.source.route == ("rule", "all_of", 0, "any_of", 2, "of", "domain")


def test_a_portfolio_of_the_examples(root: Path) -> None:
    mei = load(root).district.portfolios["mei-tan"]
    assert mei.profile is not None
    assert [each.by for each in mei.profile.plan] == [date(2027, 1, 31), None]
    assert [(each.target, each.level, each.confidence) for each in mei.self_assessments[0].ratings] == [
        ("pacing", "developing", None),
        ("basics/pacing/reads-the-room", "emerging", 3),
        ("coaching", "not-yet", None),
    ]
    work = mei.submissions["two-ways"]
    assert work.title == "Two ways in: fractions by the lake"
    assert work.co_authors == ("sam-ito",)
    assert [each.change for each in work.impact] == [37, -7]
    assert [each.lower_is_better for each in work.impact] == [False, True]
    assert [each.path for each in work.files] == ["index.md", "plan.txt"]
    assert [(each.on, each.reviewer) for each in work.reviews] == [(date(2026, 11, 2), "jon-hale")]
    assert [(each.on, each.slug) for each in mei.log] == [
        (date(2026, 9, 12), "2026-09-12-watched-jon"),
        (date(2026, 9, 14), "2026-09-14-course"),
    ]
    credential = mei.credentials["listen-again"]
    assert (credential.valid_from, credential.valid_until) == (date(2026, 6, 1), date(2029, 6, 1))
    assert credential.signed


def test_the_digest_is_that_of_all_files_but_reviews_and_credentials(root: Path) -> None:
    (root / WORK / "deep").mkdir()
    (root / WORK / "deep" / "a.csv").write_bytes(b"a\n")
    paths = ("index.md", "plan.txt", "deep/a.csv")
    blobs = {path: blob_of((root / WORK / path).read_bytes()) for path in paths}
    work = load(root).district.submission(("mei-tan", "two-ways"))
    assert work is not None
    assert work.digest == digest_of(blobs)


def test_windows_line_ends_and_a_byte_order_mark_are_read_and_count_in_the_digest(root: Path) -> None:
    place = root / WORK / "index.md"
    before = load(root).district.submission(("mei-tan", "two-ways"))
    data = b"\xef\xbb\xbf" + place.read_bytes().replace(b"\n", b"\r\n")
    place.write_bytes(data)
    after = load(root).district.submission(("mei-tan", "two-ways"))
    assert before is not None
    assert after is not None
    assert after.body.sections == before.body.sections
    assert after.body.text == before.body.text
    assert after.artifacts == before.artifacts
    assert after.digest != before.digest
    assert after.digest == digest_of({each.path: each.blob for each in after.files})
    assert next(each.blob for each in after.files if each.path == "index.md") == blob_of(data)
    assert told(root) == []


@pytest.mark.parametrize("file", [each for each in FILES if each.endswith((".yml", ".md", ".json"))])
def test_every_file_may_have_windows_line_ends(root: Path, file: str) -> None:
    (root / file).write_bytes(b"\xef\xbb\xbf" + (root / file).read_bytes().replace(b"\n", b"\r\n"))
    assert told(root) == []


def _break(path: Path) -> str:
    path.write_bytes(b"\xff\xfe\0")
    return "content-differs-from-extension" if path.suffix == ".txt" else "not-utf8"


def _link(path: Path) -> str:
    path.unlink()
    path.symlink_to("/nowhere")
    return "symbolic-link"


def _swell(path: Path) -> str:
    with path.open("ab") as stream:
        stream.truncate((21 if path.suffix == ".txt" else 4) * 1024 * 1024)
    return "file-too-large"


@pytest.mark.parametrize("spoil", [_break, _link, _swell])
@pytest.mark.parametrize("file", FILES)
def test_a_broken_file_is_one_finding_and_nobody_else_is_blamed(
    root: Path, file: str, spoil: Callable[[Path], str]
) -> None:
    rule = spoil(root / file)
    found = told(root)
    assert found == [(rule, file)]


@pytest.mark.parametrize("file", [each for each in FILES if each.endswith((".yml", ".md"))])
def test_a_file_with_a_wrong_ending_is_one_finding(root: Path, file: str) -> None:
    ending = {"yml": "yaml", "md": "markdown"}[file.rpartition(".")[2]]
    (root / file).rename((root / file).with_suffix(f".{ending}"))
    found = told(root)
    assert len(found) == 1
    in_a_folder_of_artifacts = file == f"{WORK}/index.md"
    assert found[0][0] == ("missing-file" if in_a_folder_of_artifacts else "misplaced-file")


def test_a_misnamed_index_is_named_in_the_hint(root: Path) -> None:
    (root / WORK / "index.md").rename(root / WORK / "Index.md")
    (finding,) = load(root).findings
    assert (finding.rule.name, finding.hint) == ("missing-file", "rename Index.md to index.md")


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("competencies/issuer.yml", "nobody issues the credentials"),
        ("portfolios/roster.yml", "nobody knows whose work this is"),
        ("competencies/frameworks/basics/framework.yml", "has competencies but no framework.yml"),
    ],
)
def test_a_file_that_must_be_there(root: Path, file: str, why: str) -> None:
    (root / file).unlink()
    (finding,) = load(root).findings
    assert (finding.rule.name, finding.where.file) == ("missing-file", file)
    assert why in finding.message
    assert told(root) == [("missing-file", file)]


def test_definitions_alone_need_no_roster(root: Path) -> None:
    shutil.rmtree(root / "portfolios")
    assert told(root) == []


def test_one_broken_portfolio_never_hides_another(root: Path) -> None:
    ben = root / "portfolios" / "jon-hale"
    ben.mkdir()
    (ben / "index.md").write_text("---\nheadline: [\n---\n")
    (ben / "log").mkdir()
    (ben / "log" / "yesterday.md").write_text("---\n---\n")
    (ben / "try").mkdir()
    (ben / "try" / "index.md").write_text("no dashes")
    (root / WORK / "index.md").write_text((root / WORK / "index.md").read_text().replace("agency", "agncy"))
    assert told(root) == [
        ("malformed-yaml", "portfolios/jon-hale/index.md"),
        ("bad-file-name", "portfolios/jon-hale/log/yesterday.md"),
        ("front-matter-missing", "portfolios/jon-hale/try/index.md"),
        ("unknown-competency", f"{WORK}/index.md"),
    ]
    district = load(root).district
    assert district.portfolios["mei-tan"].submissions
    assert len(district.portfolios["jon-hale"].broken) == 3


def test_a_review_that_cannot_be_read_leaves_its_submission(root: Path) -> None:
    (root / WORK / "reviews" / "2026-11-02-jon-hale.md").write_text("---\nverdict: met\n---\n")
    loaded = load(root)
    assert [each.rule.name for each in loaded.findings] == ["missing-key"]
    work = loaded.district.submission(("mei-tan", "two-ways"))
    assert work is not None
    assert work.reviews == ()


def test_places_in_a_credential_are_found_again(root: Path) -> None:
    path = root / MEI / "credentials" / "listen-again.json"
    path.write_text(path.read_text().replace("2029-06-01T08", "2020-06-01T08").replace("{\n", "{\r\n", 1))
    loaded = load(root)
    (found,) = located(loaded, check(loaded.district, History()))
    assert (found.finding.rule.name, found.line, found.column) == ("credential-dates", 8, 17)
    assert found.snippet == '  "validUntil": "2020-06-01T08:00:00+02:00",'


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('{\n "a": 1\n "b": 2}', (3, 2), "a comma is missing before this place"),
        ('{"a": 1,}', (1, 8), "there is a comma too many here"),
        ('{"a": [1, ]}', (1, 9), "there is a comma too many here"),
        ("{1: 2}", (1, 2), "a name in double quotes is wanted here"),
        ('{"a": }', (1, 7), "a value is wanted here"),
        ('{"a": "x', (1, 7), "the text that starts here is never closed"),
        ('{"a": 1} x', (1, 10), "something follows after the end"),
        ('{"a": 1, "a": 2}', (1, 10), "the name 'a' stands twice"),
        ('{"a": NaN}', (1, 1), "NaN is not a number"),
        ("[" * 100_000, (1, 1), "nested too deeply"),
        ("", (1, 1), "a value is wanted here"),
    ],
)
def test_json_that_cannot_be_read(root: Path, text: str, place: tuple[int, int], words: str) -> None:
    (root / MEI / "credentials" / "listen-again.json").write_text(text)
    loaded = load(root)
    (found,) = located(loaded, loaded.findings)
    assert found.finding.rule.name == "malformed-json"
    assert (found.line, found.column) == place
    assert words in found.finding.message


def test_what_concerns_a_whole_file_blames_no_line_of_it_and_everything_has_a_hint(root: Path) -> None:
    (root / WORK / "index.md").write_text("---\nmicro_credential: pace-one-unit\n---\n")
    loaded = load(root)
    (found,) = located(loaded, loaded.findings)
    assert (found.finding.rule.name, found.line, found.column, found.snippet) == ("missing-key", 1, 1, None)
    (root / MEI / "log" / "yesterday.md").write_text("---\n---\n")
    loaded = load(root)
    assert all(each.finding.hint for each in located(loaded, loaded.findings))
